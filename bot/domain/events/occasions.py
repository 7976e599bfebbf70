"""When people are reminded of an event: what can be chosen, and what still makes sense for one who signs up late."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from itertools import zip_longest
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from bot.domain import pushes
from bot.domain.pushes import Moment, Occasion, Receiver
from scheduler.quiet import Quiet

Reminder = Literal["week", "before", "day", "morning", "hour"]
REMINDERS: tuple[Reminder, ...] = get_args(Reminder)
USUAL: tuple[Reminder, ...] = ("before", "morning")
CHANNEL = "channel"  # the post for those who have not answered
DAYS_BEFORE: dict[Reminder, int] = {"week": 7, "before": 2, "day": 1}

NINE, MORNING = time(9), time(8)
HOUR, TWO_HOURS = timedelta(hours=1), timedelta(hours=2)
NEAR = timedelta(hours=3)  # a reminder this soon after other word of the event tells nothing new


def occasion(starts_at: datetime, zone: ZoneInfo, wanted: Collection[str] = USUAL) -> Occasion:
    """Days before at nine and the same morning, by the clock on the wall; an hour is an hour.

    Who signed up hears of it before it begins, also on a day that is full of other messages: of what is near the event,
    and of the last that they are told, nothing is dropped for that.
    """
    made: dict[Reminder, Callable[[], Moment]] = {
        "morning": lambda: _morning(starts_at, zone),
        "hour": lambda: Moment("hour", starts_at.astimezone(UTC) - HOUR, earlier=True, firm=True),
    }
    moments = [made[one]() if one in made else _days(one, starts_at, zone) for one in REMINDERS if one in wanted]
    last = [replace(one, firm=True) for one in moments[-1:]]
    return Occasion("reminder", (*moments[:-1], *last), until=starts_at)


def for_channel(starts_at: datetime, zone: ZoneInfo, deadline: datetime | None = None) -> Occasion:
    """One post for those who have not answered, when those who come are reminded first.

    Where nobody can sign up any more by then, it comes the day before the deadline.
    """
    usual = _days("before", starts_at, zone)
    moment = usual if deadline is None or usual.at < deadline else _days("day", deadline, zone)
    return Occasion("reminder", (replace(moment, what=CHANNEL),), until=deadline or starts_at)


def _days(one: Reminder, starts_at: datetime, zone: ZoneInfo) -> Moment:
    day = starts_at.astimezone(zone).date() - timedelta(days=DAYS_BEFORE[one])
    return Moment(one, datetime.combine(day, NINE, zone).astimezone(UTC), earlier=True)


def _morning(starts_at: datetime, zone: ZoneInfo) -> Moment:
    """At eight; what begins before ten is told two hours before, though that may disturb."""
    day = starts_at.astimezone(zone).date()
    morning = datetime.combine(day, MORNING, zone).astimezone(UTC)
    two_hours = starts_at.astimezone(UTC) - TWO_HOURS
    if two_hours < morning:
        return Moment("morning", two_hours, exempt=True, firm=True)
    return Moment("morning", morning, earlier=True, firm=True)


def sensible(
    whole: Occasion, since: datetime, quiet: Quiet, asked: datetime | None = None, now: datetime | None = None
) -> Occasion:
    """Without the moments that come too soon after the person last heard of it, or just before the next one.

    `asked`: when it was chosen anew what they are reminded of; what was over by then is not told afterwards. `now`:
    where that is later, since nobody was there to plan; what is late by then would be sent only now.
    """
    alone = (replace(whole, moments=(moment,)) for moment in whole.moments)  # what is left out takes no other's place
    wished = [one for each in alone for one in pushes.plan(Receiver(), each, since, quiet) if one.why != "late"]
    times = sorted((one.when, one.what) for one in wished if one.when)
    kept = {
        what
        for (when, what), following in zip_longest(times, times[1:])
        if when >= max(since + NEAR, asked or since)
        and (following is None or following[0] - max(when, now or when) >= NEAR)
    }
    return replace(whole, moments=tuple(moment for moment in whole.moments if moment.what in kept))
