"""Events as a calendar (RFC 5545): a later version of one replaces the earlier one in people's calendars."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar
from icalendar import Event as Entry

from bot.core import zones
from bot.core.recurrence import read
from bot.core.texts import Lang, Text
from bot.domain.events.meetings import EventMeeting
from bot.domain.events.rows import Event
from bot.domain.events.series import EventSeries, pattern
from bot.domain.events.sharing import shared
from handlers.events import calendar_entries, words

AGAIN = timedelta(hours=1)  # how often programs are asked to look anew
Answered = tuple[Event, str | None]
Meeting = tuple[Event, EventMeeting]
Series = tuple[EventSeries, Sequence[Event]]
YEARS = timedelta(days=3653)  # ten of them: that far a program that trusts our zone alone shows what never ends


def calendar(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> str:
    """One event, to be taken into a calendar or out of it."""
    whole = Calendar()
    whole.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    return _written(whole, [calendar_entries.entry(event, lang, zone, now)], [event], zone)


def own(events: Sequence[Answered], lang: Lang, zone: ZoneInfo, meetings: Iterable[Meeting] = ()) -> str:
    """A person's calendar, with their meetings; the same events give the same text."""
    entries = [calendar_entries.answered(event, choice, lang, zone) for event, choice in events]
    entries += [calendar_entries.meeting(event, one, lang, zone) for event, one in meetings]
    return _written(_named(words.OWN_CALENDAR, lang), entries, [event for event, _ in events], zone)


def public(events: Sequence[Event], lang: Lang, zone: ZoneInfo, series: Iterable[Series] = ()) -> str:
    """A series whose next ones are open to all stands there as its rule; what is off of it also as what is off."""
    ruled = [(whole, those) for whole, those in series if shared(pattern(those), "public")]
    told = {event.id for _, those in ruled for event in those if event.public and not event.cancelled}
    alone = [event for event in events if event.id not in told]
    entries = [calendar_entries.entry(event, lang, zone, event.changed_at) for event in alone]
    for whole, those in ruled:
        without = [event for event in those if event.cancelled or not event.public]
        entries += calendar_entries.again(whole, those, lang, zone, without)
    for entry in entries:
        entry.add("transp", "TRANSPARENT")
    ends = [_far(whole, those) for whole, those in ruled]
    starts = [whole.starts_at for whole, _ in ruled]
    return _written(_named(words.PUBLIC_CALENDAR, lang), entries, alone, zone, *starts, *ends)


def of_all(whole: EventSeries, events: Sequence[Event], lang: Lang, zone: ZoneInfo) -> str:
    """A series, to be taken into a calendar."""
    calendar = Calendar()
    calendar.add("method", "PUBLISH")
    entries = calendar_entries.again(whole, events, lang, zone, [event for event in events if event.cancelled])
    return _written(calendar, entries, events, zone, whole.starts_at, _far(whole, events))


def file(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """As the outbox shares it."""
    return {
        "filename": "arrangement.ics",
        "title": event.name(lang),
        "text": words.FILE(lang, title=event.name(lang)),
        "content": calendar(event, lang, now, zone),
    }


def _far(whole: EventSeries, events: Sequence[Event]) -> datetime:
    """Until when a program needs the zone's rules; of a series without an end, some years."""
    return read(whole.rule).until or max(event.ends_at for event in events) + YEARS


def _named(name: Text, lang: Lang) -> Calendar:
    """One that is subscribed to."""
    whole = Calendar()
    for field in ("name", "x-wr-calname"):
        whole.add(field, name[lang])
    whole.add("refresh-interval", AGAIN, parameters={"VALUE": "DURATION"})
    whole.add("x-published-ttl", "PT1H")
    return whole


def _written(
    whole: Calendar, entries: Iterable[Entry], events: Sequence[Event], zone: ZoneInfo, *others: datetime
) -> str:
    """`others`: moments besides the events' that the zone's rules must reach."""
    whole.add("prodid", "-//Naeringsbot//NO")
    whole.add("version", "2.0")
    moments = [*(at for event in events for at in (event.starts_at, event.ends_at)), *others]
    if moments:
        whole.add_component(zones.rules(zone, min(moments).year, max(moments).year))
    for entry in entries:
        whole.add_component(entry)
    written: bytes = whole.to_ical()
    return written.decode()
