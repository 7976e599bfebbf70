"""`companies` takes a table whole or not at all, and a municipality page by page; it says what it did."""

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.__main__ import main
from bot.core.clocks import now
from bot.core.db import Database
from bot.domain.companies import rows
from bot.domain.companies.links import link
from bot.domain.companies.register import RegisterUnit
from bot.register.reading import unit
from tests.register.standin import NUMBERS, StandIn, a_standin, branch, company  # noqa: F401

ROOT = Path(__file__).parents[2]

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
    assert main(["companies", "import", str(file)]) == 0
    assert capsys.readouterr().out == "2 added, 0 changed, 0 unchanged\n"
    kept = known(database_url)
    assert kept == [("Eksempel Bakeri AS", "industry", "area.visperud", "1-4"), ("Eksempel IT", "it", "", "20-99")]

    file.write_text(f"{GOOD}Ny AS,baking,,\n")
    assert main(["companies", "import", str(file)]) == 1
    told = capsys.readouterr()
    assert told.out.startswith(f"{file}:4: «baking» is no branch; known are: building, ")
    assert told.err == "1 fault. Nothing was changed.\n"
    assert known(database_url) == kept
    assert main(["companies", "import", str(tmp_path / "none.csv")]) == 1


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_table_of_areas_is_taken_and_companies_follow(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Database(database_url)) as database, database.write() as session:
        link(session, "U0KARI", unit(company(NUMBERS[0])), now())
    file = tmp_path / "areas.csv"
    file.write_text("place;area\n1470;\n1470 Eksempelveien 3;Visperud\n1471;area.fjellhamar\n")
    assert main(["companies", "areas", str(file)]) == 0
    assert capsys.readouterr().out == "3 places taken\n"
    assert [area for _, _, area, _ in known(database_url)] == ["area.visperud"]
    file.write_text("place,area\n1470,Eksempelby\nEksempelveien,Visperud\n1470 Eksempelveien,\n")
    assert main(["companies", "areas", str(file)]) == 1
    told = capsys.readouterr()
    assert [line.partition(";")[0] for line in told.out.splitlines()] == [
        f"{file}:2: «Eksempelby» is no area",
        f"{file}:3: «Eksempelveien» is no place",
    ]
    assert [area for _, _, area, _ in known(database_url)] == ["area.visperud"]


# --- a whole municipality ---


def fill(url: str, standin: StandIn, *more: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "bot", "companies", "fill", *more]
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": url, "REGISTER_URL": standin.url}
    return subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def numbers_kept(url: str) -> int:
    with closing(Database(url)) as database, database.read() as session:
        return len(session.scalars(sa.select(RegisterUnit.number)).all())


def test_a_filling_that_is_killed_goes_on_and_misses_nothing(database_url: str, standin: StandIn) -> None:
    standin.add(*(company(number) for number in NUMBERS[:1000]))
    standin.add(*(branch(number, NUMBERS[0]) for number in NUMBERS[1000:1400]))
    first = fill(database_url, standin)
    assert first.stdout
    assert [first.stdout.readline() for _ in range(4)][-1] == "companies: 400 of 1000\n"
    first.kill()
    first.communicate()
    before = numbers_kept(database_url)
    assert 400 <= before < 1400
    standin.asked.clear()
    out, err = fill(database_url, standin, "--municipality", "3222").communicate()
    assert (out.splitlines()[0], out.splitlines()[-2], err) == (
        f"going on after {before} units",
        "branches: 400 of 400",
        "",
    )
    assert out.splitlines()[-1] == f"{1400 - before} new, 0 changed"
    assert numbers_kept(database_url) == 1400
    pages = [query["page"] for path, query, _ in standin.asked if path == "enheter" and "page" in query]
    assert pages == [str(n) for n in range(before // 100, 10)]


def test_why_a_filling_ends_is_said_in_words(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REGISTER_URL", standin.url)
    assert main(["companies", "fill", "--municipality", "Lørenskog"]) == 1
    assert capsys.readouterr().err == "Lørenskog is no municipality; write its four digits, such as 3222.\n"
    standin.fails(400)
    assert main(["companies", "fill"]) == 1
    assert capsys.readouterr().err == (
        "The register does not answer (http 400). What was read is kept; the same command goes on from there.\n"
    )
    monkeypatch.setenv("REGISTER_LOOKUPS", "no")
    assert main(["companies", "fill"]) == 1
    assert capsys.readouterr().err == "REGISTER_LOOKUPS=no: the register is not asked.\n"
