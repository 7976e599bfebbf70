"""`knowledge import` and `export`: all or nothing, only what changed, and out again as it came in."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.core.clocks import now
from bot.core.db import Database
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.entries import editing, versions
from bot.domain.entries.editing import Edit
from bot.library import whole
from knowledge.library import load
from tests.knowledge import papers

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
CONTACTS = "id,topic,area,role_nb,role_nn,role_en,email,phone,url,verified_on\n"
CONTACT = "contact.havn,regulering,,Havnekontoret,Hamnekontoret,The harbour office,havn@example.org,,,2026-01-31\n"
AREAS = "id,title_nb,title_nn,title_en,text_nb,text_nn,text_en,aliases,handled_by,source,as_of,url,verified_on\n"
AREA = (
    "area.havn,Havna,Hamna,The harbour,Havna bygges ut.,Hamna blir bygd ut.,It grows.,"
    "kaia|brygga,contact.havn,Planen,2026,,\n"
)
SCHEMES = AREAS.replace("handled_by", "deadline,handled_by")
SCHEME = (
    "scheme.bat,Båtstøtte,Båtstøtte,Boat grant,Støtte til båt.,Støtte til båt.,A grant.,"
    ",2099-01-01,contact.havn,Planen,2026,,\n"
)


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch, database_url: str) -> Settings:
    monkeypatch.setenv("DATABASE_URL", database_url)
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "no")
    return Settings.read()


def takes(*arguments: object) -> int:
    return main(["knowledge", "import", *map(str, arguments)])


def tables(folder: Path) -> list[Path]:
    files = {"contacts.csv": CONTACTS + CONTACT, "areas.csv": AREAS + AREA, "schemes.csv": SCHEMES + SCHEME}
    for name, words in files.items():
        (folder / name).write_text(words)
    return [folder / name for name in files]


def test_a_document_comes_in_and_again_only_what_changed(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = papers.txt(tmp_path)
    plan = (file, "--title", "Eksempelplanen", "--as-of", "2026-03-20")
    assert [takes(*plan), takes(*plan)] == [0, 0]
    file.write_text(file.read_text().replace("40 nye", "50 nye"))
    assert takes(*plan) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1/1 plan.txt: 2 added, 0 changed, 0 taken away, 0 unchanged",
        "1/1 plan.txt: 0 added, 0 changed, 0 taken away, 2 unchanged",
        "1/1 plan.txt: 1 added, 0 changed, 1 taken away, 1 unchanged",
    ]
    assert main(["ask", "Hvor mange båtplasser kommer på Havneplassen?"]) == 0
    said = capsys.readouterr().out
    assert "50 nye båtplasser" in said
    assert "Kilde: Eksempelplanen (2026), «Havneplassen», side 7" in said
    assert len(whole(settings).passages) == 2


def test_tables_come_in_and_the_answers_use_them(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert takes(*tables(tmp_path)) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    entries = whole(settings).entries
    assert entries["area.havn"].aliases == ("kaia", "brygga")
    assert str(entries["scheme.bat"].deadline) == "2099-01-01"
    assert main(["ask", "Kven svarar på spørsmål om regulering?"]) == 0
    assert "havn@example.org" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        (
            "areas.csv",
            AREAS + AREA.replace("2026", "i fjor"),
            "areas.csv:2: area.havn: as_of: must be a year",
        ),
        ("areas.csv", AREAS + AREA.replace("Hamna,", " ,"), "areas.csv:2: area.havn: title_nn: nynorsk is missing."),
        (
            "schemes.csv",
            SCHEMES + SCHEME.replace("2099", "1999"),
            "schemes.csv:2: scheme.bat: deadline: the deadline, 1999-01-01",
        ),
        ("schemes.csv", AREAS + AREA, "schemes.csv:1: The first line must name the columns; missing: deadline."),
        (
            "contacts.csv",
            CONTACTS + CONTACT.replace("@", " at "),
            "contacts.csv:2: contact.havn: email: «havn at example.org»",
        ),
        ("things.csv", "id\n", "things.csv:1: The name must tell what the table holds; it is one of contacts.csv, "),
        ("own.yaml", "- id: area.x\n  kind: area\n", "own.yaml:1: area.x: title: is missing."),
        ("plan.md", "# A\n\nTekst.\n", "plan.md:1: The name does not tell from when the document is. Add --as-of"),
        ("plan.xyz", "x", "plan.xyz:1: .xyz is no kind of document that is read"),
    ],
)
def test_a_faulty_file_is_named_with_its_line_and_changes_nothing(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, content: str, words: str
) -> None:
    sound = tables(tmp_path)
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad" / name).write_text(content)
    assert takes(*sound, tmp_path / "bad" / name) == 1
    said = capsys.readouterr()
    assert f"{tmp_path}/bad/{words}" in said.out
    assert said.err.endswith("Nothing was changed.\n")
    assert dict(whole(settings).entries) == {}


@SQLITE
def test_beside_a_broken_file_the_others_are_checked_too(
    settings: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, areas, schemes = tables(tmp_path)
    (tmp_path / "broken.yaml").write_text("- id: contact.havn\n  title: {nb: [\n")
    schemes.write_text(SCHEMES + SCHEME.replace("2099", "1999"))
    assert takes(tmp_path / "broken.yaml", areas, schemes) == 1
    said = capsys.readouterr()
    first, second = said.out.splitlines()
    assert first.startswith(f"{tmp_path}/broken.yaml:3: This is no valid YAML: ")
    assert second.startswith(f"{tmp_path}/schemes.csv:2: scheme.bat: deadline: the deadline, 1999-01-01, has passed")
    assert said.err == "2 faults. Nothing was changed.\n"
    assert dict(whole(settings).entries) == {}


def test_a_file_that_is_not_there_is_said(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    assert takes("/nowhere.md") == 1
    assert capsys.readouterr().out == "/nowhere.md:1: There is no such file.\n"
    assert dict(whole(settings).entries) == {}


def test_what_was_edited_in_slack_stays(
    settings: Settings, tmp_path: Path, database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    files = tables(tmp_path)
    takes(*files)
    library = whole(settings)
    with database.write() as session:
        members.find(session, "U0RED").role = "editor"
        seen = versions.newest(session, "area.havn")["area.havn"].id
        edit = Edit("U0RED", now(), "area.havn", seen)
        changed = library.entries["area.havn"].model_copy(update={"aliases": ("havnen",)})
        editing.save(session, edit, changed, library.files)
    files[1].write_text(AREAS + AREA.replace("Planen", "Planen 2"))
    takes(*files)
    assert "area.havn was edited in Slack and stays as it is" in capsys.readouterr().out
    assert whole(settings).entries["area.havn"].aliases == ("havnen",)


@pytest.mark.usefixtures("settings")
def test_what_is_written_out_reads_the_same_and_always_looks_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "yes")
    takes(*tables(tmp_path), papers.txt(tmp_path), "--as-of", "2026")
    out = tmp_path / "out"
    assert main(["knowledge", "export", str(out)]) == 0
    before = {file.name: file.read_bytes() for file in out.iterdir()}
    assert dict(load(out, None).entries) == dict(whole(Settings.read()).entries)
    assert main(["knowledge", "export", str(out)]) == 0
    assert {file.name: file.read_bytes() for file in out.iterdir()} == before


@SQLITE
@pytest.mark.usefixtures("settings")
def test_a_shipped_entry_that_was_retired_stays_so_in_what_is_written_out(
    tmp_path: Path, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "yes")
    with database.write() as session:
        members.find(session, "U0RED").role = "editor"
        editing.retire(session, Edit("U0RED", now(), "area.visperud", 0), whole(Settings.read()).files)
    out = tmp_path / "out"
    assert main(["knowledge", "export", str(out)]) == 0
    assert (out / "retired.txt").read_text().splitlines()[-1] == "area.visperud"
    assert dict(load(out).entries) == dict(whole(Settings.read()).entries)
    assert main(["knowledge", "export", str(out)]) == 0


@SQLITE
@pytest.mark.usefixtures("settings")
@pytest.mark.parametrize("name", ["area.yaml", "own.yaml", "contacts.csv"])
def test_nothing_is_written_over_what_somebody_else_wrote(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    takes(*tables(tmp_path))
    out = tmp_path / "out"
    out.mkdir()
    (out / name).write_text("mine")
    assert main(["knowledge", "export", str(out)]) == 1
    assert f"{out} holds files that export did not write: {name}." in capsys.readouterr().err
    assert {file.name: file.read_text() for file in out.iterdir()} == {name: "mine"}
    assert main(["knowledge", "export", str(out / name)]) == 1
    assert f"{out / name} cannot be written: " in capsys.readouterr().err


@SQLITE
@pytest.mark.usefixtures("settings")
def test_one_fault_is_one_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.yaml").write_text("- just words\n")
    assert takes(tmp_path / "own.yaml") == 1
    assert capsys.readouterr().err == "1 fault. Nothing was changed.\n"
