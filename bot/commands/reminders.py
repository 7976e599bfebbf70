"""What an event's reminders came to: what was due to whom, and whether it was sent, skipped or failed, and why."""

import argparse
import sys
from zoneinfo import ZoneInfo

from bot import migrations
from bot.core.db import Database
from bot.core.settings import Settings
from bot.domain.events import ledger
from bot.domain.events.ledger import Entry
from bot.domain.events.rows import Event


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--event", required=True, metavar="ID", help="as it stands in /naering påminning")


def run(options: argparse.Namespace) -> int:
    settings = Settings.read()
    database = Database(settings.database_url)
    try:
        if words := migrations.missing(database):
            print(words, file=sys.stderr)
            return 1
        return _show(database, options.event, ZoneInfo(settings.timezone))
    finally:
        database.close()


def _show(database: Database, event_id: str, zone: ZoneInfo) -> int:
    with database.read() as session:
        event = session.get(Event, event_id)
        found = ledger.entries(session, event_id)
    if event is None:
        print(f"There is no event {event_id}.", file=sys.stderr)
        return 1
    cancelled = ", cancelled" if event.cancelled else ""
    print(f"{event.name('nb')}, {event.starts_at.astimezone(zone):%Y-%m-%d %H:%M}{cancelled}")
    for entry in found:
        print(_line(entry, zone))
    counted = ledger.tally(found)
    print(", ".join(f"{number} {state}" for state, number in sorted(counted.items())) or "Nothing was due yet.")
    return 0


def _line(entry: Entry, zone: ZoneInfo) -> str:
    due = f"{entry.due.astimezone(zone):%Y-%m-%d %H:%M}" if entry.due else "-"
    return f"{due:16}  {entry.state:10}  {entry.what:9}  {entry.person:12}  {entry.why}"
