"""A visit as a calendar file (RFC 5545): a later version of it replaces the earlier one, or takes it out again."""

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from bot.core import zones
from bot.core.texts import Lang
from bot.domain.visits.rows import Visit
from handlers.visits import words


def file(visit: Visit, names: str, lang: Lang, now: datetime, zone: ZoneInfo) -> dict[str, Any] | None:
    """As the outbox shares it; none where nothing was ever agreed."""
    if visit.starts_at is None or visit.ends_at is None:
        return None
    off = visit.state not in ("confirmed", "held")
    title = words.IN_CALENDAR[lang].format(names=names)
    entry = Event()
    values = {
        "uid": f"{visit.id}@naeringsbot",
        "sequence": visit.version,
        "dtstamp": now.astimezone(UTC),
        "dtstart": zones.local(visit.starts_at, zone),
        "dtend": zones.local(visit.ends_at, zone),
        "status": "CANCELLED" if off else "CONFIRMED",
        "summary": words.OFF_IN_CALENDAR[lang].format(title=title) if off else title,
        "location": visit.place,
    }
    values |= {"description": words.PARTY[lang].format(party=visit.party)} if visit.party else {}
    for name, value in values.items():
        entry.add(name, value)
    whole = Calendar()
    for name, value in (
        ("method", "CANCEL" if off else "PUBLISH"),
        ("prodid", "-//Naeringsbot//NO"),
        ("version", "2.0"),
    ):
        whole.add(name, value)
    whole.add_component(zones.rules(zone, visit.starts_at.year, visit.ends_at.year))
    whole.add_component(entry)
    content: bytes = whole.to_ical()
    said = words.FILE[lang]
    return {"filename": "besok.ics", "title": title, "text": said, "content": content.decode()}
