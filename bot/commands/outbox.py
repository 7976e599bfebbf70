"""What has not left, and why: it waits, failed or is parked. `retry KEY` sends one again, `discard KEY` gives it up."""

import argparse
import sys
from collections.abc import Callable

from sqlalchemy.orm import Session

from bot import migrations
from bot.commands.counting import counted
from bot.core.clocks import machine
from bot.core.db import Database
from bot.core.settings import Settings
from scheduler import leftovers
from scheduler.outbox import OutgoingRow

SETTLE: dict[str, tuple[Callable[[Session, str], None], str]] = {
    "retry": (leftovers.retry, "is sent again"),
    "discard": (leftovers.discard, "is never sent"),
}
SHOWN = {"leased": "under way"}


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", nargs="?", choices=["list", *SETTLE], default="list")
    parser.add_argument("key", nargs="?", help="the key of a message, as it is listed")


def run(options: argparse.Namespace) -> int:
    if (options.key is None) != (options.what == "list"):
        print("Type: python -m bot outbox, or python -m bot outbox retry KEY (or discard KEY).", file=sys.stderr)
        return 2
    database = Database(Settings.read().database_url)
    try:
        if words := migrations.missing(database):
            print(words, file=sys.stderr)
            return 1
        return _list(database) if options.what == "list" else _settle(database, options.what, options.key)
    finally:
        database.close()


def _list(database: Database) -> int:
    with database.read() as session:
        rows = leftovers.left(session, *leftovers.OPEN)
    for row in rows:
        print(_line(row, machine()))
    have = "has" if len(rows) == 1 else "have"
    print(f"{counted(len(rows), 'message')} {have} not left." if rows else "Everything has left.")
    return 0


def _line(row: OutgoingRow, now: float) -> str:
    """Never what the message says."""
    why = f"  {row.reason}" if row.reason else ""
    again = f", again in {_age(row.due_at - now)}" if row.state == "waiting" and row.due_at > now else ""
    return f"{SHOWN.get(row.state, row.state):9}  {_age(now - row.wanted_at):>5}  {row.key}{why}{again}"


def _age(seconds: float) -> str:
    for size, unit in ((86400, "d"), (3600, "h"), (60, "min")):
        if seconds >= size:
            return f"{seconds / size:.0f} {unit}"
    return f"{max(0.0, seconds):.0f} s"


def _settle(database: Database, what: str, key: str) -> int:
    rule, done = SETTLE[what]
    try:
        with database.write() as session:
            rule(session, key)
    except leftovers.CannotSettle as error:
        print(f"{error} Nothing was changed.", file=sys.stderr)
        return 1
    print(f"{key} {done}.")
    return 0
