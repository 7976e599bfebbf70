"""The database's schema, step by step: each step stands alone and imports nothing of ours.

Versions run side by side during an upgrade, so a step only adds what the running version need not know. What that
version uses is taken away one version later, by a step that says which one is the oldest it still carries:
`revision = "0009-from-0008"` takes away what 0007 used, and all later steps go on saying so.
"""

from contextlib import closing
from functools import cache
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.core.db import Database
from bot.core.errors import CannotRun

LOCK = 7_232_019  # PostgreSQL's advisory lock: one migration at a time
FROM = "-from-"


def config(connection: sa.Connection | None = None) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def migrate(url: str) -> tuple[str | None, str]:
    """Bring the database to the newest schema, all the way or not at all; whoever comes second waits, and is done.

    Gives the schema before and after; none: there was no database yet.
    """
    with closing(Database(url)) as database, database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            # It changes a table by putting another in its place; what refers to it must not go with the old one.
            driver: Any = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SET LOCAL lock_timeout = '60s'")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({LOCK})")
            return _upgrade(connection)


def _upgrade(connection: sa.Connection) -> tuple[str | None, str]:
    current = _current(connection)
    if current is None or current in _known():
        command.upgrade(config(connection), "head")
    elif words := _fault(current):
        raise CannotRun(words)
    return current, str(_current(connection))


def missing(database: Database) -> str | None:
    """What is wrong with the schema, and the command that mends it."""
    try:
        with database.engine.connect() as connection:
            return _fault(_current(connection))
    except sa.exc.DBAPIError as error:
        return f"the database cannot be reached: {error.orig}"
    except sa.exc.TimeoutError:
        return "all connections to the database are in use"


def _fault(current: str | None) -> str | None:
    newest, *older = _known()
    if current is None:
        return "the database has no schema yet; type: python -m bot migrate"
    if current in older:
        return f"the database has schema {current}, this version needs {newest}; type: python -m bot migrate"
    if carries(current, newest):
        return None
    return f"the database has schema {current}, newer than this version can work with; install the version that made it"


def carries(schema: str, program: str) -> bool:
    """Whether a version of the program, named by its newest step, can work with this schema or a later one."""
    return schema.partition(FROM)[2] <= program.partition(FROM)[0]


@cache
def _known() -> list[str]:
    """The steps that this version knows, the newest first; read once, since readiness is asked for all day."""
    return [step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()]


def _current(connection: sa.Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()
