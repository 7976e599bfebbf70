"""Bringing a database to the newest schema, with Alembic."""

from contextlib import closing
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.migrations import STEPS, current, fault, known

LOCK = 7_232_019  # PostgreSQL's advisory lock: one migration at a time


def config(connection: sa.Connection | None = None) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(STEPS.parent))
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
    before = current(connection)
    if before is None or before in known():
        command.upgrade(config(connection), "head")
    elif words := fault(before):
        raise CannotRun(words)
    return before, str(current(connection))
