"""Look after the knowledge base: check it, take files in, write it out, print the JSON Schema of an entry."""

import argparse
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

from bot.commands import importing, links
from bot.commands.counting import counted
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.library import whole
from knowledge.export import NotOurs, write
from knowledge.library import SHIPPED, load, problems, schema


def add(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    check = what.add_parser("check", help="name all that is wrong, with file and line; exits 1 where something is")
    check.add_argument("folder", nargs="?", type=Path, help="your own entries (default: KNOWLEDGE_DIR)")
    check.add_argument("--links", action="store_true", help="also call every address")
    importing.add(what.add_parser("import", help="take files into the database: YAML, tables, documents"))
    export = what.add_parser("export", help="write all entries as they hold now as YAML, for version control")
    export.add_argument("folder", type=Path)
    what.add_parser("schema", help="print the JSON Schema of a file of entries")


def run(options: argparse.Namespace) -> int:
    done: int = {"check": _check, "import": importing.run, "export": _export, "schema": _schema}[options.what](options)
    return done


def _schema(_options: argparse.Namespace) -> int:
    print(json.dumps(schema(), indent=2, ensure_ascii=False))
    return 0


def _check(options: argparse.Namespace) -> int:
    settings = Settings.read()
    folder = options.folder or settings.knowledge_dir
    if folder is not None and not folder.is_dir():
        print(f"There is no folder {folder}.", file=sys.stderr)
        return 2
    shipped = SHIPPED if settings.knowledge_shipped else None
    found = problems(folder, shipped, datetime.now(UTC).date())
    if options.links:
        found += links.dead(folder, shipped)
    for problem in found:
        print(problem)
    print(f"{counted(len(found), 'fault')}." if found else "The knowledge base is sound.")
    return 1 if found else 0


def _export(options: argparse.Namespace) -> int:
    settings = Settings.read()
    entries = whole(settings).entries
    retired = load().entries.keys() - entries.keys() if settings.knowledge_shipped else ()
    try:
        written = write(entries.values(), options.folder, retired)
    except NotOurs as error:
        raise CannotRun(
            f"{options.folder} holds files that export did not write: {error}. Export into a folder of its own. "
            "Nothing was written."
        ) from None
    except OSError as error:
        raise CannotRun(f"{options.folder} cannot be written: {error.strerror}.") from None
    for file, count in written.items():
        print(f"{file}: {counted(count, 'entry', 'entries')}")
    return 0
