"""The database's schema, step by step: each step stands alone and imports nothing of ours.

Versions run side by side during an upgrade, so a step only adds what the running version need not know. What that
version uses is taken away one version later, by a step that says which one is the oldest it still carries:
`revision = "0009-from-0008"`, in the file `0009-from-0008_words.py`, takes away what 0007 used, and all later steps go
on saying so.
"""

from functools import cache
from pathlib import Path

import sqlalchemy as sa

from bot.core.db import Database

FROM = "-from-"
VERSION = sa.table("alembic_version", sa.column("version_num"))  # where Alembic notes it
STEPS = Path(__file__).parent / "versions"


def missing(database: Database) -> str | None:
    """What is wrong with the schema, and the command that mends it."""
    try:
        with database.engine.connect() as connection:
            return fault(current(connection))
    except sa.exc.DBAPIError as error:
        return f"the database cannot be reached: {error.orig}"
    except sa.exc.TimeoutError:
        return "all connections to the database are in use"


def fault(schema: str | None) -> str | None:
    """What is wrong with a database of this schema, and what mends it."""
    newest, *older = known()
    if schema is None:
        return "the database has no schema yet; type: python -m bot migrate"
    if schema in older:
        return f"the database has schema {schema}, this version needs {newest}; type: python -m bot migrate"
    if carries(schema, newest):
        return None
    return f"the database has schema {schema}, newer than this version can work with; install the version that made it"


def carries(schema: str, program: str) -> bool:
    """Whether a version of the program, named by its newest step, can work with this schema or a later one."""
    return schema.partition(FROM)[2] <= program.partition(FROM)[0]


@cache
def known() -> list[str]:
    """The steps that this version knows, the newest first, by their files; Alembic itself is much to load for this."""
    return sorted((file.stem.partition("_")[0] for file in STEPS.glob("*.py")), reverse=True)


def current(connection: sa.Connection) -> str | None:
    """The schema that the database has; none where there is none yet."""
    if not sa.inspect(connection).has_table(VERSION.name):
        return None
    found: str | None = connection.scalar(sa.select(VERSION.c.version_num))
    return found
