"""Take vacant premises from a table (CSV: title, kind, area, from, to, price, free_from, contact, company)."""

import argparse
import sys
from pathlib import Path

from bot import migrations
from bot.core import clocks
from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.domain.companies import rows as companies
from bot.domain.premises.table import read, take
from bot.library import LiveLibrary


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE")


def run(options: argparse.Namespace) -> int:
    """All rows or none."""
    settings = Settings.read()
    try:
        text = options.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{options.file} cannot be read as UTF-8 text: {error}") from None
    database = Database(settings.database_url)
    try:
        if words := migrations.missing(database):
            raise CannotRun(words)
        named = companies.areas(LiveLibrary(settings, database).refresh().entries)
        with database.read() as session:
            owners = {one.name.casefold(): one.id for one in companies.everyone(session)}
        rows, faults = read(text, {title.nb.casefold(): name for name, title in named.items()}, owners)
        if not faults:
            with database.write() as session:
                count = take(session, rows, clocks.now())
            told = f"{count.added} added, {count.changed} changed, {count.unchanged} unchanged"
            print(told + (f", {count.taken} left off, as the owner took them off" if count.taken else ""))
            return 0
    finally:
        database.close()
    print("\n".join(f"{options.file}:{fault.line}: {fault.words}" for fault in faults))
    print(f"{len(faults)} faults. Nothing was changed.", file=sys.stderr)
    return 1
