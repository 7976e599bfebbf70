"""Take files into the database: entries as YAML, contacts, areas and schemes as tables, documents as passages."""

import argparse
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from bot import migrations
from bot.commands.counting import counted
from bot.core.clocks import now
from bot.core.db import Database
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.domain.entries import editing, versions
from bot.library import LiveLibrary
from knowledge.documents import READERS, Unreadable, read_document
from knowledge.entry import Entry, first_day
from knowledge.library import Library
from knowledge.passages import passages, slug
from knowledge.reading import Problem, Record, read_yaml, unread, without_lost
from knowledge.rules import broken
from knowledge.tables import read_table

_YEAR = re.compile(r"(?:19|20)\d\d")


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--title", help="what answers call the document (default: the file's name)")
    parser.add_argument("--as-of", metavar="DATE", help="from when the document is, as 2019 or 2019-03-20")


def run(options: argparse.Namespace) -> int:
    """All files or none."""
    settings = Settings.read()
    database = Database(settings.database_url)
    try:
        if words := migrations.missing(database):
            raise CannotRun(words)
        library = LiveLibrary(settings, database).refresh()
        read = [(file, *_read(file, options.title, options.as_of)) for file in options.files]
        faults = [fault for _, _, wrong in read for fault in wrong]
        broken_rules = _check([record for _, records, _ in read for record in records], library)
        faults += without_lost(broken_rules, unread(fault.file for fault in faults))
        if not faults:
            _take(database, library, [(file, records) for file, records, _ in read], options.title)
            return 0
    finally:
        database.close()
    print("\n".join(map(str, faults)))
    print(f"{counted(len(faults), 'fault')}. Nothing was changed.", file=sys.stderr)
    return 1


def _take(database: Database, library: Library, read: list[tuple[Path, list[Record]]], title: str | None) -> None:
    with database.write() as session:
        kept = versions.edited(session)
        changes: dict[str, Entry | None] = {}
        for number, (file, records) in enumerate(read, 1):
            here = _changes(file, records, library, title)
            ours = {name: entry for name, entry in here.items() if name not in kept}
            print(f"{number}/{len(read)} {file.name}: {_counted(ours, records, library)}", flush=True)
            for name in sorted(here.keys() & kept):
                print(f"    {name} was edited in Slack and stays as it is", flush=True)
            changes |= ours
        editing.import_all(session, now(), changes, library.files)


def _read(file: Path, title: str | None, as_of: str | None) -> tuple[list[Record], list[Problem]]:
    if not file.is_file():
        return [], [Problem(file, 1, "There is no such file.")]
    if file.suffix in (".yaml", ".yml"):
        return read_yaml(file)
    if file.suffix == ".csv":
        return read_table(file)
    return _document(file, title or file.stem, as_of)


def _document(file: Path, title: str, as_of: str | None) -> tuple[list[Record], list[Problem]]:
    since = as_of or next(iter(_YEAR.findall(title)), None)
    try:
        paragraphs = read_document(file)
    except Unreadable as error:
        return [], [Problem(file, 1, str(error))]
    if since is None:
        return [], [Problem(file, 1, "The name does not tell from when the document is. Add --as-of, as 2019.")]
    try:
        first_day(since)
        entries = passages(title, since, paragraphs)
    except ValueError:
        return [], [Problem(file, 1, f"--as-of {since} is no date; write it as 2019 or 2019-03-20.")]
    return [Record(entry, file, 1) for entry in entries], []


def _check(records: list[Record], library: Library) -> Iterable[Problem]:
    return broken(records, {**library.entries, **{record.entry.id: record.entry for record in records}}, now().date())


def _changes(file: Path, records: list[Record], library: Library, title: str | None) -> dict[str, Entry | None]:
    """Only what differs; passages that a document has no more are taken away."""
    new = {record.entry.id: record.entry for record in records}
    changes: dict[str, Entry | None] = {name: entry for name, entry in new.items() if library.find(name) != entry}
    if file.suffix.lower() in READERS:
        prefix = f"passage.{slug(title or file.stem)}."
        changes |= {name: None for name in library.entries if name.startswith(prefix) and name not in new}
    return changes


def _counted(changes: dict[str, Entry | None], records: list[Record], library: Library) -> str:
    added = sum(entry is not None and library.find(name) is None for name, entry in changes.items())
    gone = sum(entry is None for entry in changes.values())
    same = len(records) - (len(changes) - gone)
    return f"{added} added, {len(changes) - added - gone} changed, {gone} taken away, {same} unchanged"
