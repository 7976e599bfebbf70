"""An event as a calendar file (RFC 5545): a later version of it replaces the earlier one in people's calendars."""

from datetime import UTC, datetime
from typing import Any

from icalendar import Calendar
from icalendar import Event as Entry

from bot.core.texts import Lang
from bot.domain.events.rows import Event
from handlers.events import words

LINK = ("https://", "http://")


def calendar(event: Event, lang: Lang, now: datetime) -> str:
    """Times are UTC, which every calendar shows as the reader's own."""
    entry = Entry()
    values: dict[str, Any] = {
        "uid": f"{event.id}@naeringsbot",
        "sequence": event.version,
        "dtstamp": now.astimezone(UTC),
        "last-modified": event.changed_at.astimezone(UTC),
        "dtstart": event.starts_at.astimezone(UTC),
        "dtend": event.ends_at.astimezone(UTC),
        "summary": words.CALLED_OFF[lang].format(title=event.name(lang)) if event.cancelled else event.name(lang),
        "location": event.place,
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
    }
    values |= {"description": event.about(lang)} if event.about(lang) else {}
    values |= {"url": event.place} if event.place.startswith(LINK) else {}
    for name, value in values.items():
        entry.add(name, value)
    whole = Calendar()
    whole.add("prodid", "-//Naeringsbot//NO")
    whole.add("version", "2.0")
    whole.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    whole.add_component(entry)
    written: bytes = whole.to_ical()
    return written.decode()


def file(event: Event, lang: Lang, now: datetime) -> dict[str, Any]:
    """As the outbox shares it."""
    return {
        "filename": "arrangement.ics",
        "title": event.name(lang),
        "text": words.FILE(lang, title=event.name(lang)),
        "content": calendar(event, lang, now),
    }
