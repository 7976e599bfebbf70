"""Copy the SQLite database safely while the bot runs (PostgreSQL: use pg_dump)."""

import argparse
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa

from bot.core.settings import Settings


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help="the copy; it must not exist yet")


def run(options: argparse.Namespace) -> int:
    url = sa.make_url(Settings.read().database_url)
    if url.get_backend_name() != "sqlite":
        return _refuse("This database is PostgreSQL. Use pg_dump.")
    source = Path(url.database or "")
    if not source.is_file():
        return _refuse(f"There is no database {source}.")
    if options.file.exists():
        return _refuse(f"{options.file} exists already. Nothing was written.")
    if not options.file.absolute().parent.is_dir():
        return _refuse(f"There is no folder {options.file.absolute().parent}.")
    with closing(sqlite3.connect(source)) as live:
        if not _has_schema(live):
            return _refuse(f"{source} is no database of the bot: it has no schema. Nothing was written.")
        try:
            with closing(sqlite3.connect(options.file)) as copy:
                live.backup(copy)
        except sqlite3.Error as error:
            options.file.unlink(missing_ok=True)
            return _refuse(f"The copy could not be made: {error}. Nothing was left at {options.file}.")
    print(f"Copied to {options.file}.")
    return 0


def _has_schema(live: sqlite3.Connection) -> bool:
    """Of whatever version: one backs up before an upgrade."""
    try:
        return live.execute("SELECT version_num FROM alembic_version").fetchone() is not None
    except sqlite3.Error:
        return False


def _refuse(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
