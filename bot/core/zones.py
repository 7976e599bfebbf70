"""A zone's rules as a calendar needs them (VTIMEZONE).

icalendar makes them too, but lets summer time begin an hour late; an onset is told by the clock of before it.
"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

DAY, SECOND = timedelta(days=1), timedelta(seconds=1)


def local(at: datetime, zone: ZoneInfo) -> datetime:
    """In the zone, where that is clear: of an hour that comes twice, a calendar takes the first."""
    there = at.astimezone(zone)
    return at.astimezone(UTC) if there.fold else there


@lru_cache(maxsize=64)
def rules(zone: ZoneInfo, first: int, last: int) -> Timezone:
    """From the year before `first` to the year after `last`. Each change alone: of a list, some programs read one."""
    begins, ends = datetime(first - 1, 1, 1, tzinfo=UTC), datetime(last + 2, 1, 1, tzinfo=UTC)
    whole = Timezone()
    whole.add("tzid", zone.key)
    for at in [begins, *_changes(zone, begins, ends)]:
        whole.add_component(_rule((at - SECOND).astimezone(zone), at.astimezone(zone)))
    return whole


def _rule(before: datetime, after: datetime) -> TimezoneStandard | TimezoneDaylight:
    rule = TimezoneDaylight() if after.dst() else TimezoneStandard()
    offset = before.utcoffset() or timedelta(0)
    rule.add("dtstart", (after.astimezone(UTC) + offset).replace(tzinfo=None))
    rule.add("tzoffsetfrom", offset)
    rule.add("tzoffsetto", after.utcoffset())
    rule.add("tzname", after.tzname())
    return rule


def _changes(zone: ZoneInfo, begins: datetime, ends: datetime) -> Iterator[datetime]:
    """When the offset becomes another one."""
    at = begins
    while at < ends:
        if _offset(zone, at) != _offset(zone, at + DAY):
            yield _change(zone, at, at + DAY)
        at += DAY


def _change(zone: ZoneInfo, before: datetime, after: datetime) -> datetime:
    """The first second with the offset of `after`."""
    while after - before > SECOND:
        middle = before + timedelta(seconds=(after - before) // SECOND // 2)
        before, after = (middle, after) if _offset(zone, middle) == _offset(zone, before) else (before, middle)
    return after


def _offset(zone: ZoneInfo, at: datetime) -> timedelta | None:
    return at.astimezone(zone).utcoffset()
