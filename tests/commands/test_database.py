"""`migrate`, `backup` and `run` know which schema they need, and say what to type."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

import bot.app  # noqa: F401  every table is known after this
from bot import migrations
from bot.__main__ import main
from bot.core.db import Base, Database
from bot.domain.members import Member
from bot.migrations import upgrading

# Columns that a version still running during an upgrade uses, and this one does not.
LEAVING = [("remove_column", "broadcasts", "tests")]


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings' database will be; there is none yet."""
    file = tmp_path / "new" / "folder" / "naeringsbot.db"
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{file}")
    return file


def test_migrating_makes_the_database(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main(["migrate"]), main(["migrate"])] == [0, 0]
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("The database was made, with schema ")
    assert second.endswith(" already; there was nothing to do.")
    database = Database(f"sqlite:///{fresh}")
    assert migrations.missing(database) is None
    database.close()


def test_the_migrations_make_the_tables_that_the_program_has(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        found = compare_metadata(context, Base.metadata)
    # What is unique has no name in the first migration, so it cannot be compared; other tests show that it holds.
    different = [change for change in found if not str(change[0]).endswith("_constraint")]
    assert [(kind, table, column.name) for kind, _, table, column in different] == LEAVING


def test_migrating_tells_from_where_to_where(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with closing(Database(f"sqlite:///{fresh}")) as database, database.engine.begin() as connection:
        command.upgrade(upgrading.config(connection), "0009")
    assert main(["migrate"]) == 0
    assert capsys.readouterr().out.startswith("The database was brought from schema 0009 to ")


def test_a_schema_that_is_too_new_is_left_alone(fresh: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["migrate"])
    with closing(sqlite3.connect(fresh)) as opened, opened:
        opened.execute("UPDATE alembic_version SET version_num = '9001-from-9000'")
    capsys.readouterr()
    assert main(["migrate"]) == 1
    assert capsys.readouterr().err == (
        "the database has schema 9001-from-9000, newer than this version can work with; "
        "install the version that made it\n"
    )


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("how", ["--http", "--socket"])
def test_run_refuses_a_database_without_its_schema(
    how: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, token in (("SLACK_BOT_TOKEN", "xoxb-1"), ("SLACK_SIGNING_SECRET", "x"), ("SLACK_APP_TOKEN", "xapp-1")):
        monkeypatch.setenv(name, token)
    assert main(["run", how]) == 1
    assert capsys.readouterr().err == "the database has no schema yet; type: python -m bot migrate\n"


@pytest.mark.parametrize(
    ("arguments", "needed"),
    [
        (["run"], ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"]),
        (["run", "--socket"], ["SLACK_APP_TOKEN", "SLACK_BOT_TOKEN"]),
        (["check"], ["SLACK_BOT_TOKEN"]),
    ],
)
def test_what_is_not_set_is_named(arguments: list[str], needed: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "These settings need mending (environment or .env):"
    assert said[1:] == [f"{name}: is needed and not set" for name in needed]


def test_a_backup_opens_and_has_the_rows(fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["migrate"])
    database = Database(f"sqlite:///{fresh}")
    with database.write() as session:
        session.add(Member(id="U0KARI", language="nn"))
    copy = tmp_path / "copy.db"
    assert main(["backup", str(copy)]) == 0
    database.close()

    assert f"Copied to {copy}." in capsys.readouterr().out
    with closing(sqlite3.connect(copy)) as opened:
        assert opened.execute("SELECT id, language FROM members").fetchall() == [("U0KARI", "nn")]
        assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    restored = Database(f"sqlite:///{copy}")
    assert migrations.missing(restored) is None
    restored.close()


@pytest.mark.usefixtures("fresh")
def test_a_backup_overwrites_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["migrate"])
    there = tmp_path / "there.db"
    there.write_text("mine")
    assert main(["backup", str(there)]) == 1
    assert there.read_text() == "mine"
    assert main(["backup", str(tmp_path / "nowhere" / "copy.db")]) == 1
    assert capsys.readouterr().err.splitlines()[0] == f"{there} exists already. Nothing was written."


def test_without_a_database_there_is_nothing_to_copy(
    fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup", str(tmp_path / "copy.db")]) == 1
    assert capsys.readouterr().err == f"There is no database {fresh}.\n"
    assert not (tmp_path / "copy.db").exists()


@pytest.mark.parametrize("content", ["", "no database"])
def test_what_is_no_database_of_ours_is_not_copied(
    fresh: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    fresh.parent.mkdir(parents=True)
    fresh.write_text(content)
    assert main(["backup", str(tmp_path / "copy.db")]) == 1
    said = f"{fresh} is no database of the bot: it has no schema. Nothing was written.\n"
    assert (capsys.readouterr().err, (tmp_path / "copy.db").exists()) == (said, False)


def test_a_schema_before_the_last_upgrade_is_copied(fresh: Path, tmp_path: Path) -> None:
    with closing(Database(f"sqlite:///{fresh}")) as database, database.engine.begin() as connection:
        command.upgrade(upgrading.config(connection), "0009")
    assert main(["backup", str(tmp_path / "copy.db")]) == 0


def test_of_postgresql_there_are_other_tools(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://bot@localhost/bot")
    assert main(["backup", str(tmp_path / "copy.db")]) == 1


def test_a_database_that_cannot_be_reached_is_said_in_words() -> None:
    database = Database("postgresql://bot@127.0.0.1:1/bot")
    assert str(migrations.missing(database)).startswith("the database cannot be reached: ")
    database.close()


def test_a_migration_stands_alone() -> None:
    for file in Path(migrations.__file__).parent.glob("versions/*.py"):
        lines = file.read_text().splitlines()
        assert [line for line in lines if line.startswith(("from bot", "import bot", "from scheduler"))] == []
