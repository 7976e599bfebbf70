"""`premises` takes a table whole or not at all, and says what it did."""

from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.__main__ import main
from bot.core.db import Database
from bot.domain.companies.rows import Company
from bot.domain.premises.rows import Premises
from bot.domain.premises.table import COLUMNS

HEAD = ",".join(COLUMNS)
GOOD = f"{HEAD}\nEksempelkontor,Kontor,Visperud,50,200,2000,,Utleier,Eksempel Eiendom AS\n"


@pytest.fixture(autouse=True)
def environment(database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)
    with database.write() as session:
        session.add(Company(name="Eksempel Eiendom AS"))


def kept(database: Database) -> list[str]:
    with database.read() as session:
        return [one.name("nb") for one in session.scalars(sa.select(Premises))]


def test_a_table_is_taken_and_a_faulty_one_changes_nothing(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "premises.csv"
    file.write_text(GOOD)
    assert main(["premises", str(file)]) == 0
    assert capsys.readouterr().out == "1 added, 0 changed, 0 unchanged\n"
    assert main(["premises", str(file)]) == 0
    assert capsys.readouterr().out == "0 added, 0 changed, 1 unchanged\n"

    file.write_text(f"{GOOD}Nytt lokale,slott,Visperud,1,,,,Utleier,Ukjent AS\n")
    assert main(["premises", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out == (
        f"{file}:3: kind: «slott» is none; known are: office, shop, site, warehouse\n"
        f"{file}:3: company: «Ukjent AS» is not known; put it in with `python -m bot companies` first\n"
    )
    assert told.err == "2 faults. Nothing was changed.\n"
    assert kept(database) == ["Eksempelkontor"]
    assert main(["premises", str(tmp_path / "none.csv")]) == 1
