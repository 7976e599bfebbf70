"""Events as a calendar (RFC 5545): a later version of one replaces the earlier one in people's calendars."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDDDTypes, vRecur, vText
from icalendar import Event as Entry

from bot.core.recurrence import Rule, occurrences, read
from bot.core.texts import Lang, Text
from bot.domain.events.rows import WAITING, Event
from bot.domain.events.series import EventSeries, pattern
from handlers.events import words, zones

LINK = ("https://", "http://")
AGAIN = timedelta(hours=1)  # how often programs are asked to look anew
Answered = tuple[Event, str | None]
Series = tuple[EventSeries, Sequence[Event]]
YEARS = timedelta(days=3653)  # ten of them: that far a program that trusts our zone alone shows what never ends


def calendar(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> str:
    """One event, to be taken into a calendar or out of it."""
    whole = Calendar()
    whole.add("method", "CANCEL" if event.cancelled else "PUBLISH")
    return _written(whole, [_entry(event, lang, zone, now)], [event], zone)


def own(events: Sequence[Answered], lang: Lang, zone: ZoneInfo) -> str:
    """A person's calendar; the same events give the same text. Only what they come to makes them busy."""
    entries = [_answered(event, choice, lang, zone) for event, choice in events]
    return _written(_named(words.OWN_CALENDAR, lang), entries, [event for event, _ in events], zone)


def public(events: Sequence[Event], lang: Lang, zone: ZoneInfo, series: Iterable[Series] = ()) -> str:
    """A series whose next ones are open to all stands there as its rule; what is off of it also as what is off."""
    ruled = [(whole, those) for whole, those in series if pattern(those).public]
    told = {event.id for _, those in ruled for event in those if event.public and not event.cancelled}
    alone = [event for event in events if event.id not in told]
    entries = [_entry(event, lang, zone, event.changed_at) for event in alone]
    for whole, those in ruled:
        entries += _series(whole, those, lang, zone, [event for event in those if event.cancelled or not event.public])
    for entry in entries:
        entry.add("transp", "TRANSPARENT")
    ends = [_far(whole, those) for whole, those in ruled]
    starts = [whole.starts_at for whole, _ in ruled]
    return _written(_named(words.PUBLIC_CALENDAR, lang), entries, alone, zone, *starts, *ends)


def of_all(whole: EventSeries, events: Sequence[Event], lang: Lang, zone: ZoneInfo) -> str:
    """A series, to be taken into a calendar."""
    calendar = Calendar()
    calendar.add("method", "PUBLISH")
    entries = _series(whole, events, lang, zone, [event for event in events if event.cancelled])
    return _written(calendar, entries, events, zone, whole.starts_at, _far(whole, events))


def file(event: Event, lang: Lang, now: datetime, zone: ZoneInfo) -> dict[str, Any]:
    """As the outbox shares it."""
    return {
        "filename": "arrangement.ics",
        "title": event.name(lang),
        "text": words.FILE(lang, title=event.name(lang)),
        "content": calendar(event, lang, now, zone),
    }


def _series(
    whole: EventSeries, events: Sequence[Event], lang: Lang, zone: ZoneInfo, without: Sequence[Event]
) -> list[Entry]:
    """The rule with its exceptions: what does not take place (EXDATE), and what is otherwise (RECURRENCE-ID).

    The number of its version grows with each change of the rule and of any of its events.
    """
    like, rule = pattern(events), read(whole.rule)
    uid, version = f"{whole.id}@naeringsbot", whole.version + sum(event.version for event in events)
    stamp = max(event.changed_at for event in events)
    if like.cancelled or next(occurrences(rule, whole.starts_at, zone), None) is None:
        return []
    entry = _entry(like, lang, zone, stamp)
    entry["dtstart"] = vDDDTypes(_local(whole.starts_at, zone))
    entry["dtend"] = vDDDTypes(_local(whole.starts_at + (like.ends_at - like.starts_at), zone))
    entry["created"] = vDDDTypes(events[0].created_at.astimezone(UTC))
    entry.add("rrule", vRecur.from_ical(str(rule)))
    off = [_local(event.slot, zone) for event in without if event.slot and _of(rule, event.slot)]
    if off:
        entry.add("exdate", off)
    others = [event for event in events if event not in without and event.slot and _of(rule, event.slot)]
    entries = [entry, *(_otherwise(event, lang, zone) for event in others if _differs(event, like))]
    for each in entries:
        each["uid"], each["sequence"] = vText(uid), version
    return entries


def _of(rule: Rule, slot: datetime) -> bool:
    return rule.until is None or slot <= rule.until


def _differs(event: Event, like: Event) -> bool:
    def told(one: Event) -> tuple[object, ...]:
        return one.title, one.text, one.place, one.ends_at - one.starts_at

    return event.starts_at != event.slot or told(event) != told(like)


def _otherwise(event: Event, lang: Lang, zone: ZoneInfo) -> Entry:
    entry = _entry(event, lang, zone, event.changed_at)
    entry.add("recurrence-id", _local(event.slot or event.starts_at, zone))
    return entry


def _far(whole: EventSeries, events: Sequence[Event]) -> datetime:
    """Until when a program needs the zone's rules; of a series without an end, some years."""
    return read(whole.rule).until or max(event.ends_at for event in events) + YEARS


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
