"""«Dette og de neste»: an event of a series is changed or called off with all that follow it.

The series is parted there, so that what is over stays as it was. What was changed alone before stays as it is, save
that it is called off with the others.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.moments import shifted
from bot.core.recurrence import Rule, occurrences, read, usual
from bot.domain.events import invited, more, organizing
from bot.domain.events.invited import Chosen
from bot.domain.events.more import More
from bot.domain.events.organizing import Details
from bot.domain.events.rows import GONE, Event
from bot.domain.events.series import EventSeries, choice, ended


def change(
    session: Session, event_id: str, seen: str, person: str, details: Details, now: datetime, zone: ZoneInfo
) -> list[tuple[Event, bool]]:
    """Each event that was changed, and whether it moved."""
    series, slot = _locked(session, event_id)
    event, moved = organizing.change(session, event_id, seen, person, details, now, zone)
    before, rule = read(series.rule), _rule(series, slot, event.starts_at, zone)
    walks = zip(
        occurrences(before, series.starts_at, zone, since=slot), occurrences(rule, event.starts_at, zone), strict=False
    )
    following = _following(session, series, slot)
    part = _part(series, slot, rule, event.starts_at, zone)
    session.add(part)
    slots = dict(walks)
    for one in [event, *following]:
        one.series, one.slot = part.id, slots.get(one.slot or one.starts_at, one.slot)
    changed, length = [(event, moved)], details.ends_at - details.starts_at
    for one in following:
        if not (one.alone or one.cancelled) and one.slot:
            given = replace(details, starts_at=one.slot, ends_at=one.slot + length)
            changed.append(organizing.change(session, one.id, str(one.version), person, given, now, zone))
    for one, _ in changed:
        one.alone = False
    return changed


def extend(
    session: Session, event_id: str, seen: str, by: str, told: More, now: datetime, zone: ZoneInfo
) -> list[Event]:
    """What more is told, save programme and material, which belong to one; deadlines lie as long before each."""
    series, slot = _locked(session, event_id)
    event = more.extend(session, event_id, seen, by, told, now, following=True)
    extended = [event]
    for one in _following(session, series, slot):
        if one.cancelled:
            continue
        own = {"material": one.material}
        deadline = shifted(told.deadline, event.starts_at, one.starts_at, zone)
        given = replace(told, words=told.words | own, programme=one.programme, deadline=deadline)
        extended.append(more.extend(session, one.id, str(one.version), by, given, now, following=True))
    return extended


def remind(
    session: Session, event_id: str, seen: str, person: str, chosen: Collection[str], now: datetime
) -> list[Event]:
    series, slot = _locked(session, event_id)
    event = organizing.remind(session, event_id, seen, person, chosen, now, following=True)
    later = [one for one in _following(session, series, slot) if not one.cancelled and one.ends_at > now]
    return [
        event,
        *(organizing.remind(session, one.id, str(one.version), person, chosen, now, following=True) for one in later),
    ]


def invite(session: Session, event_id: str, by: str, chosen: Chosen, now: datetime) -> list[Event]:
    """Who is chosen, or taken off the list, is so in each; whoever else is on the list of one stays there."""
    series, slot = _locked(session, event_id)
    off = invited.taken_off(invited.listed(session, event_id, by, now)[1], chosen)
    event = invited.change(session, event_id, by, chosen, now, off)
    later = [one for one in _following(session, series, slot) if not one.cancelled and one.ends_at > now]
    return [event, *(invited.change(session, one.id, by, chosen, now, off) for one in later)]


def cancel(session: Session, event_id: str, person: str, now: datetime) -> list[Event]:
    series, slot = _locked(session, event_id)
    event = organizing.cancel(session, event_id, person, now)
    series.rule, series.version = str(ended(read(series.rule), slot)), series.version + 1
    later = [one for one in _following(session, series, slot) if not one.cancelled and one.ends_at > now]
    return [event, *(organizing.cancel(session, one.id, person, now) for one in later)]


def _locked(session: Session, event_id: str) -> tuple[EventSeries, datetime]:
    """The series first, then its events: whoever makes the next ones locks it too."""
    event = session.get(Event, event_id)
    series = session.get(EventSeries, event.series, with_for_update=True) if event and event.series else None
    if event is None or series is None or event.slot is None or event.draft:
        raise UserError(GONE)
    return series, event.slot


def _following(session: Session, series: EventSeries, slot: datetime) -> list[Event]:
    query = sa.select(Event).where(Event.series == series.id, Event.slot > slot).order_by(Event.slot, Event.id)
    return list(session.scalars(query.with_for_update()))


def _rule(series: EventSeries, slot: datetime, starts_at: datetime, zone: ZoneInfo) -> Rule:
    """As before; on another day, that day comes again, and as often: the last day lies as much later or earlier."""
    rule = read(series.rule)
    if slot.astimezone(zone).date() == starts_at.astimezone(zone).date():
        return rule
    on = usual(choice(series.rule), starts_at, zone)
    return replace(rule, days=on.days, months=on.months, until=shifted(rule.until, slot, starts_at, zone))


def _part(series: EventSeries, slot: datetime, rule: Rule, starts_at: datetime, zone: ZoneInfo) -> EventSeries:
    """The series from here on: the same one where this is its first."""
    series.version += 1
    if slot == series.starts_at:
        series.rule, series.starts_at = str(rule), starts_at
        return series
    before = read(series.rule)
    if before.count:
        passed = sum(1 for _ in occurrences(before, series.starts_at, zone, before=slot))
        rule = replace(rule, count=before.count - passed)
    series.rule = str(ended(before, slot))
    return EventSeries(rule=str(rule), starts_at=starts_at)
