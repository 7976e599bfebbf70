"""The network's companies and where they are: from tables, or from the public register for a whole municipality."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from bot import migrations
from bot.commands.counting import counted
from bot.core.clocks import now
from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.domain.companies import places, rows, table
from bot.domain.companies.register import follow
from bot.domain.companies.table import Fault
from bot.library import LiveLibrary
from bot.register import filling
from bot.register.client import Kind, RegisterError, SwitchedOff, connect

NAMES: dict[Kind, str] = {"enheter": "companies", "underenheter": "branches"}
WAITS = (1.0, 2.0, 4.0, 8.0, 16.0, 32.0)  # seconds before each further try
PATIENCE = 300.0  # seconds, where the register asks for a pause


def add(parser: argparse.ArgumentParser) -> None:
    commands = parser.add_subparsers(dest="companies", required=True, metavar="WHAT")
    words = "take the network's companies from a table (CSV: name, branch, area, size)"
    commands.add_parser("import", help=words, description=words).add_argument("file", type=Path, metavar="FILE")
    words = "take the table of areas (CSV: place, area); a place is a postal code, or postal code and street"
    commands.add_parser("areas", help=words, description=words).add_argument("file", type=Path, metavar="FILE")
    words = "read all companies and branches of a municipality from the register; broken off, it goes on"
    fill = commands.add_parser("fill", help=words, description=words)
    fill.add_argument("--municipality", metavar="NUMBER", help="four digits (default: MUNICIPALITY)")


def run(options: argparse.Namespace) -> int:
    settings = Settings.read()
    with _open(settings) as database:
        if options.companies == "fill":
            return _fill(settings, database, options.municipality or settings.municipality)
        text = _text(options.file)
        named = rows.areas(LiveLibrary(settings, database).refresh().entries)
        areas = {title.nb.casefold(): name for name, title in named.items()}
        take = _take if options.companies == "import" else _place
        said, faults = take(database, text, areas)
    print("\n".join(f"{options.file}:{fault.line}: {fault.words}" for fault in faults) or said)
    if faults:
        print(f"{counted(len(faults), 'fault')}. Nothing was changed.", file=sys.stderr)
    return 1 if faults else 0


@contextmanager
def _open(settings: Settings) -> Iterator[Database]:
    database = Database(settings.database_url)
    try:
        if words := migrations.missing(database):
            raise CannotRun(words)
        yield database
    finally:
        database.close()


def _text(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CannotRun(f"{file} cannot be read as UTF-8 text: {error}") from None


def _take(database: Database, text: str, areas: Mapping[str, str]) -> tuple[str, list[Fault]]:
    """All rows or none; what was done, or what is wrong."""
    told, faults = table.read(text, areas)
    if faults:
        return "", faults
    with database.write() as session:
        added, changed = rows.take(session, told)
    return f"{added} added, {changed} changed, {len(told) - added - changed} unchanged", []


def _place(database: Database, text: str, areas: Mapping[str, str]) -> tuple[str, list[Fault]]:
    told, faults = table.read_places(text, areas)
    if faults:
        return "", faults
    with database.write() as session:
        for place, area in told.items():
            places.put(session, place, area)
        follow(session)
    return f"{counted(len(told), 'place')} taken", []


def _fill(settings: Settings, database: Database, municipality: str) -> int:
    """Page by page, each kept before the next is read."""
    if not (len(municipality) == 4 and municipality.isascii() and municipality.isdecimal()):
        raise CannotRun(f"{municipality} is no municipality; write its four digits, such as 3222.")
    register = connect(settings.register_url, on=settings.register_lookups)
    patient = replace(register, waits=WAITS, patience=PATIENCE)
    if before := filling.begin(database, municipality):
        print(f"going on after {counted(before, 'unit')}", flush=True)
    new = changed = 0
    try:
        while (page := filling.step(patient, database, municipality, now)) is not None:
            new, changed = new + page.new, changed + page.changed
            print(f"{NAMES[page.kind]}: {page.read} of {page.total}", flush=True)
    except SwitchedOff:
        raise CannotRun("REGISTER_LOOKUPS=no: the register is not asked.") from None
    except RegisterError as error:
        kept = "What was read is kept; the same command goes on from there."
        raise CannotRun(f"The register does not answer ({error.reason}). {kept}") from None
    finally:
        register.close()
    print(f"{new} new, {changed} changed")
    return 0
