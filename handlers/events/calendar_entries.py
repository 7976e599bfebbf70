"""Entries of a calendar (RFC 5545): an event, a meeting at it, and what comes again with its exceptions."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event as Entry
from icalendar import vRecur

from bot.core.recurrence import Rule, occurrences, read
from bot.core.texts import Lang
from bot.core.zones import local
from bot.domain.events.meetings import QUARTER, EventMeeting, begins
from bot.domain.events.rows import WAITING, Event
from bot.domain.events.series import EventSeries, pattern
from handlers.events import meetings_words, words

LINK = ("https://", "http://")
IN_LANGUAGE = ("summary", "location", "description")
AT = "@naeringsbot"


def entry(event: Event, lang: Lang, zone: ZoneInfo, stamp: datetime, *first: str, **instead: Any) -> Entry:
    """`first`: what stands above the text. `instead`: of what the event tells, with _ for the hyphen of a name."""
    made = Entry()
    described = "\n\n".join(filter(None, [*first, event.about(lang)]))
    values: dict[str, Any] = {
        "uid": f"{event.id}{AT}",
        "sequence": event.version,
        "dtstamp": stamp.astimezone(UTC),
        "created": event.created_at.astimezone(UTC),
        "last_modified": event.changed_at.astimezone(UTC),
        "dtstart": local(event.starts_at, zone),
        "dtend": local(event.ends_at, zone),
        "status": "CANCELLED" if event.cancelled else "CONFIRMED",
        "summary": event.name(lang),
        "location": event.place,
    }
    values |= {"description": described} if described else {}
    values |= {"url": event.place} if event.place.startswith(LINK) else {}
    values |= instead
    values["summary"] = words.CALLED_OFF[lang].format(title=values["summary"]) if event.cancelled else values["summary"]
    for name, value in values.items():
        parameters: dict[str, str] = {"LANGUAGE": lang} if name in IN_LANGUAGE else {}
        made.add(name.replace("_", "-"), value, parameters=parameters)
    return made


def answered(event: Event, choice: str | None, lang: Lang, zone: ZoneInfo) -> Entry:
    """As one's own calendar shows it: only what one comes to makes one busy."""
    said = words.YOUR_ANSWER[choice][lang] if choice else words.NOT_ANSWERED[lang]
    busy = "OPAQUE" if choice == "yes" and not event.cancelled else "TRANSPARENT"
    tentative = {"status": "TENTATIVE"} if choice in ("maybe", WAITING) and not event.cancelled else {}
    return entry(event, lang, zone, event.changed_at, said, transp=busy, **tentative)


def meeting(event: Event, one: EventMeeting, lang: Lang, zone: ZoneInfo) -> Entry:
    """It moves along with its event."""
    at = begins(event, one.after)
    return entry(
        event,
        lang,
        zone,
        event.changed_at,
        uid=f"{event.id}-{one.unit}-{one.after}{AT}",
        summary=meetings_words.IN_CALENDAR[lang].format(unit=event.units[one.unit], title=event.name(lang)),
        dtstart=local(at, zone),
        dtend=local(at + timedelta(minutes=QUARTER), zone),
    )


def again(
    whole: EventSeries, events: Sequence[Event], lang: Lang, zone: ZoneInfo, without: Sequence[Event]
) -> list[Entry]:
    """The rule with its exceptions: what does not take place (EXDATE), and what is otherwise (RECURRENCE-ID).

    The number of its version grows with each change of the rule and of any of its events.
    """
    like, rule = pattern(events), read(whole.rule)
    if like.cancelled or next(occurrences(rule, whole.starts_at, zone), None) is None:
        return []
    slots = [(event, event.slot) for event in events if event.slot and _of(rule, event.slot)]
    same: dict[str, Any] = {
        "uid": f"{whole.id}{AT}",
        "sequence": whole.version + sum(event.version for event in events),
    }
    ruled = same | {
        "created": events[0].created_at.astimezone(UTC),
        "dtstart": local(whole.starts_at, zone),
        "dtend": local(whole.starts_at + (like.ends_at - like.starts_at), zone),
        "rrule": vRecur.from_ical(str(rule)),
    }
    if off := [local(slot, zone) for event, slot in slots if event in without]:
        ruled["exdate"] = off
    others = [
        entry(event, lang, zone, event.changed_at, **same, recurrence_id=local(slot, zone))
        for event, slot in slots
        if event not in without and _differs(event, like)
    ]
    return [entry(like, lang, zone, max(event.changed_at for event in events), **ruled), *others]


def _of(rule: Rule, slot: datetime) -> bool:
    return rule.until is None or slot <= rule.until


def _differs(event: Event, like: Event) -> bool:
    def told(one: Event) -> tuple[object, ...]:
        return one.title, one.text, one.place, one.ends_at - one.starts_at

    return event.starts_at != event.slot or told(event) != told(like)
