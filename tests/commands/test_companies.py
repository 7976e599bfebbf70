"""`companies` takes a table whole or not at all, and says what it did."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.core.db import Database
from bot.domain.companies import rows

GOOD = "name,branch,area,size\nEksempel Bakeri AS,Industri,Visperud,4\nEksempel IT,it,,30\n"


@pytest.fixture(autouse=True)
def environment(database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", database_url)


def known(url: str) -> list[tuple[str, str, str, str]]:
    database = Database(url)
    with database.read() as session:
        found = [(one.name, one.branch, one.area, one.size) for one in rows.everyone(session)]
    database.close()
    return found


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_table_is_taken_and_a_faulty_one_changes_nothing(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "companies.csv"
    file.write_text(GOOD)
    assert main(["companies", str(file)]) == 0
    assert capsys.readouterr().out == "2 added, 0 changed, 0 unchanged\n"
    kept = known(database_url)
    assert kept == [("Eksempel Bakeri AS", "industry", "area.visperud", "1-4"), ("Eksempel IT", "it", "", "20-99")]

    file.write_text(f"{GOOD}Ny AS,baking,,\n")
    assert main(["companies", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"{file}:4: «baking» is no branch; known are: building, ")
    assert told.err == "1 fault. Nothing was changed.\n"
    assert known(database_url) == kept
    assert main(["companies", str(tmp_path / "none.csv")]) == 1
