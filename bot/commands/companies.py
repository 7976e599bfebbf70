"""Take the network's companies from a table (CSV: name, branch, area, size)."""

import argparse
import sys
from pathlib import Path

from bot import migrations
from bot.commands.counting import counted
from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.domain.companies import rows
from bot.domain.companies.table import read
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
        named = rows.areas(LiveLibrary(settings, database).refresh().entries)
        told, faults = read(text, {title.nb.casefold(): name for name, title in named.items()})
        if not faults:
            with database.write() as session:
                added, changed = rows.take(session, told)
            print(f"{added} added, {changed} changed, {len(told) - added - changed} unchanged")
            return 0
    finally:
        database.close()
    print("\n".join(f"{options.file}:{fault.line}: {fault.words}" for fault in faults))
    print(f"{counted(len(faults), 'fault')}. Nothing was changed.", file=sys.stderr)
    return 1
