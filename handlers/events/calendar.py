"""Events as a calendar (RFC 5545): a later version of one replaces the earlier one in people's calendars."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from bot.core.texts import Lang, Text
from bot.domain.events.rows import WAITING, Event
from handlers.events import words, zones

LINK = ("https://", "http://")
AGAIN = timedelta(hours=1)  # how often programs are asked to look anew
Answered = tuple[Event, str | None]


def calendar(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> str:
    """One event, to be taken into a calendar or out of it."""
    whole = Calendar()
    whole.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    return _written(whole, [_entry(event, lang, zone, now)], [event], zone)


def own(events: Sequence[Answered], lang: Lang, zone: ZoneInfo) -> str:
    """A person's calendar; the same events give the same text. Only what they come to makes them busy."""
    entries = [_answered(event, choice, lang, zone) for event, choice in events]
    return _written(_named(words.OWN_CALENDAR, lang), entries, [event for event, _ in events], zone)


def public(events: Sequence[Event], lang: Lang, zone: ZoneInfo) -> str:
    entries = [_entry(event, lang, zone, event.changed_at) for event in events]
    for entry in entries:
        entry.add("transp", "TRANSPARENT")
    return _written(_named(words.PUBLIC_CALENDAR, lang), entries, events, zone)


def file(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """As the outbox shares it."""
    return {
        "filename": "arrangement.ics",
        "title": event.name(lang),
        "text": words.FILE(lang, title=event.name(lang)),
        "content": calendar(event, lang, now, zone),
    }


def _answered(event: Event, choice: str | None, lang: Lang, zone: ZoneInfo) -> Entry:
    said = words.YOUR_ANSWER[choice][lang] if choice else words.NOT_ANSWERED[lang]
    entry = _entry(event, lang, zone, event.changed_at, said)
    entry.add("transp", "OPAQUE" if choice == "yes" and not event.cancelled else "TRANSPARENT")
    if choice in ("maybe", WAITING) and not event.cancelled:
        entry["status"] = "TENTATIVE"
    return entry


def _entry(event: Event, lang: Lang, zone: ZoneInfo, stamp: datetime, *first: str) -> Entry:
    """`first`: what stands above the text."""
    entry = Entry()
    title = words.CALLED_OFF[lang].format(title=event.name(lang)) if event.cancelled else event.name(lang)
    written: dict[str, Any] = {"summary": title, "location": event.place}
    described = "\n\n".join(filter(None, [*first, event.about(lang)]))
    written |= {"description": described} if described else {}
    values: dict[str, Any] = {
        "uid": f"{event.id}@naeringsbot",
        "sequence": event.version,
        "dtstamp": stamp.astimezone(UTC),
        "created": event.created_at.astimezone(UTC),
        "last-modified": event.changed_at.astimezone(UTC),
        "dtstart": _local(event.starts_at, zone),
        "dtend": _local(event.ends_at, zone),
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
    }
    values |= {"url": event.place} if event.place.startswith(LINK) else {}
    for name, value in values.items():
        entry.add(name, value)
    for name, value in written.items():
        entry.add(name, value, parameters={"LANGUAGE": lang})
    return entry


def _local(at: datetime, zone: ZoneInfo) -> datetime:
    """In the zone, where that is clear: of an hour that comes twice, a calendar takes the first."""
    local = at.astimezone(zone)
    return at.astimezone(UTC) if local.fold else local


def _named(name: Text, lang: Lang) -> Calendar:
    """One that is subscribed to."""
    whole = Calendar()
    for field in ("name", "x-wr-calname"):
        whole.add(field, name[lang])
    whole.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "PT1H")
    return whole


def _written(whole: Calendar, entries: Iterable[Entry], events: Sequence[Event], zone: ZoneInfo) -> str:
    whole.add("prodid", "-//Naeringsbot//NO")
    whole.add("version", "2.0")
    if events:
        whole.add_component(zones.rules(zone, *_years(events)))
    for entry in entries:
        whole.add_component(entry)
    written: bytes = whole.to_ical()
    return written.decode()


def _years(events: Sequence[Event]) -> tuple[int, int]:
    return min(event.starts_at for event in events).year, max(event.ends_at for event in events).year
