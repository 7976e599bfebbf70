"""Versions run side by side while the bot is upgraded: a step of the schema surprises none of them, and goes alone."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from bot import migrations
from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.migrations import carries, known, missing
from bot.migrations.upgrading import config, migrate
from bot.workspace import Workspace
from tests import postgres
from tests.house import a_workspace, open_house  # noqa: F401

ROOT = Path(__file__).parents[1]
STEPS = sorted(migrations.STEPS.glob("*.py"))
FIRST = "0006"  # the steps before it are older than the first version that anybody ran
TAKING = {"drop_table", "drop_column", "drop_constraint", "rename_table", "alter_column"}
BINDING = {"create_unique_constraint", "create_foreign_key", "create_check_constraint"}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Of a database without any tables."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/new/naeringsbot.db"
        return
    server = request.getfixturevalue("migrated_postgres")
    with postgres.database(server) as url:
        yield url


@contextmanager
def migrated_by_a_later_version(url: str, schema: str, *statements: str) -> Iterator[Database]:
    """A database of its own, since what it is made into would stay."""
    migrate(url)
    with closing(Database(url)) as database:
        with database.write() as session:
            for statement in [*statements, f"UPDATE alembic_version SET version_num = '{schema}'"]:
                session.connection().exec_driver_sql(statement)
        yield database


def test_each_step_stands_in_a_file_that_bears_its_name() -> None:
    assert known() == [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()]


# --- one at a time, all or nothing ---


def test_several_at_once_make_one_schema(empty_url: str) -> None:
    command, env = [sys.executable, "-m", "bot", "migrate"], {"PATH": os.environ["PATH"], "DATABASE_URL": empty_url}
    running = [subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE) for _ in range(3)]
    assert [(process.communicate()[1], process.returncode) for process in running] == [(b"", 0)] * 3
    with closing(Database(empty_url)) as database:
        assert missing(database) is None


def test_a_step_that_fails_leaves_nothing(empty_url: str) -> None:
    with closing(Database(empty_url)) as database:
        with database.write() as session:
            session.connection().exec_driver_sql("CREATE TABLE events (id INTEGER)")  # in the way of a later step
        with pytest.raises(sa.exc.DBAPIError, match="events"):
            migrate(empty_url)
        assert str(missing(database)).startswith("the database has no schema yet")
        with database.write() as session:
            session.connection().exec_driver_sql("DROP TABLE events")
        migrate(empty_url)
        assert missing(database) is None


# --- what keeps it from being asked ---


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_that_all_connections_are_in_use_is_said_in_words(database: Database) -> None:
    with ExitStack() as used:
        for _ in range(40):
            used.enter_context(database.engine.connect())
        assert missing(database) == "all connections to the database are in use"
    assert missing(database) is None


# --- side by side ---


def test_a_newer_schema_that_only_has_more_is_worked_with(empty_url: str, workspace: Workspace) -> None:
    column = "ALTER TABLE questions ADD COLUMN mood VARCHAR(8) DEFAULT 'calm' NOT NULL"
    more = (column, "CREATE TABLE moods (id INTEGER PRIMARY KEY)")
    with migrated_by_a_later_version(empty_url, "9000", *more) as database:
        migrate(empty_url)
        assert missing(database) is None
        with open_house(workspace, empty_url) as house:
            assert "Visperud" in house.kari.asks("Hvem har ansvar for regulering på Visperud?")["text"]


def test_a_newer_schema_that_lacks_what_this_version_uses_is_refused(empty_url: str) -> None:
    words = "the database has schema 9001-from-9000, newer than this version can work with"
    with migrated_by_a_later_version(empty_url, "9001-from-9000") as database:
        assert str(missing(database)).startswith(words)
        with pytest.raises(CannotRun, match=words):
            migrate(empty_url)


@pytest.mark.parametrize(
    ("schema", "program", "expected"),
    [
        ("0007", "0005", True),
        ("0009-from-0008", "0007", False),
        ("0009-from-0008", "0008", True),
        ("0012-from-0008", "0009-from-0008", True),
        ("0012-from-0010", "0009-from-0008", False),
    ],
)
def test_a_schema_carries_versions_from_the_one_it_names(schema: str, program: str, expected: bool) -> None:
    assert carries(schema, program) is expected


# --- the rule for those who write steps ---


def surprises(source: str) -> list[str]:
    """The calls in a step that a version which does not know it would stumble over."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [_name(call) for call in calls if _surprising(call)]


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""


def _surprising(call: ast.Call) -> bool:
    if _name(call) != "add_column":
        return _name(call) in TAKING | BINDING or (_name(call) == "create_index" and _given(call, "unique") is True)
    column = next(part for part in call.args if isinstance(part, ast.Call))
    return _given(column, "nullable") is False and _given(column, "server_default") is None


def _given(call: ast.Call, name: str) -> object:
    values = [word.value for word in call.keywords if word.arg == name]
    return getattr(values[0], "value", values[0]) if values else None


def revision(file: Path) -> str:
    found = re.search(r'^revision = "(.+)"$', file.read_text(), re.MULTILINE)
    assert found
    return found[1]


def test_a_step_that_takes_away_says_from_where_it_carries() -> None:
    silent = [file for file in STEPS if file.name >= FIRST and migrations.FROM not in revision(file)]
    found = {file.name: surprises(file.read_text().partition("def downgrade")[0]) for file in silent}
    assert {name: calls for name, calls in found.items() if calls} == {}


def test_later_steps_carry_no_older_version() -> None:
    oldest = [revision(file).partition(migrations.FROM)[2] for file in STEPS]
    assert oldest == sorted(oldest)


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ('op.add_column("polls", sa.Column("mood", sa.String(8)))', []),
        ('op.add_column("polls", sa.Column("mood", sa.Boolean, nullable=False, server_default=sa.false()))', []),
        ('op.add_column("polls", sa.Column("mood", sa.String(8), nullable=False))', ["add_column"]),
        ('op.create_table("moods", sa.Column("id", sa.Integer, nullable=False))', []),
        ('op.create_index("ix", "polls", ["mood"])', []),
        ('op.create_index("ix", "polls", ["mood"], unique=True)', ["create_index"]),
        ('op.drop_column("polls", "mood")', ["drop_column"]),
        (
            'with op.batch_alter_table("polls") as polls:\n    polls.alter_column("mood", nullable=False)',
            ["alter_column"],
        ),
    ],
)
def test_what_surprises_a_running_version_is_seen(step: str, expected: list[str]) -> None:
    assert surprises(step) == expected
