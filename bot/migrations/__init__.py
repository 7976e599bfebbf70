"""The database's schema, step by step: each step stands alone and imports nothing of ours."""

from pathlib import Path

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from bot.core.db import Database
from bot.core.errors import CannotRun

LOCK = 7_232_019  # PostgreSQL's advisory lock: one migration at a time


def config(connection: sa.Connection | None = None) -> Config:
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.attributes["connection"] = connection
    return settings


def migrate(url: str) -> None:
    """Bring the database to the newest schema."""
    database = Database(url)
    newer = missing(database)
    database.close()  # it has made the folder; the engine of its own below has no foreign keys switched on
    if newer and "newer" in newer:
        raise CannotRun(newer)
    engine = sa.create_engine(database.url, poolclass=sa.NullPool)
    with engine.connect() as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({LOCK})")
            connection.commit()
        command.upgrade(config(connection), "head")
        connection.commit()
    engine.dispose()


def missing(database: Database) -> str | None:
    """What is wrong with the schema, and the command that mends it."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    try:
        with database.engine.connect() as connection:
            current = MigrationContext.configure(connection).get_current_revision()
    except sa.exc.DBAPIError as error:
        return f"the database cannot be reached: {error.orig}"
    if current == newest:
        return None
    known = {step.revision for step in ScriptDirectory.from_config(config()).walk_revisions()}
    if current is not None and current not in known:
        return f"the database has schema {current}, newer than this version knows; install the version that made it"
    return f"the database has schema {current or 'none'}, this version needs {newest}; type: python -m bot migrate"
