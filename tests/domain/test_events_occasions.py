"""When people are reminded of an event, by the clock on the wall."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.events.occasions import NEAR, REMINDERS, USUAL, for_channel, occasion, sensible
from bot.domain.pushes import Receiver, plan
from tests.domain.gatherings import OSLO, QUIET, at


def told(starts: str, since: str, wanted: Collection[str] = USUAL) -> list[str]:
    """When one who signs up at `since` is reminded, in local time."""
    whole = sensible(occasion(at(starts), OSLO, wanted), at(since), QUIET)
    planned = plan(Receiver(), whole, at(since), QUIET)
    return [f"{one.when.astimezone(OSLO):%Y-%m-%d %H:%M}" for one in planned if one.when]


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ("2026-03-19 18:00", ["2026-03-17 09:00", "2026-03-19 08:00"]),  # a Thursday
        ("2026-03-19 10:00", ["2026-03-17 09:00", "2026-03-19 08:00"]),
        ("2026-03-19 08:30", ["2026-03-17 09:00", "2026-03-19 06:30"]),  # two hours before, though it is early
        ("2026-03-19 00:30", ["2026-03-17 09:00", "2026-03-18 22:30"]),
        ("2026-03-23 18:00", ["2026-03-20 19:00", "2026-03-23 08:00"]),  # Monday: not on Saturday, but on Friday
        ("2026-03-28 12:00", ["2026-03-26 09:00", "2026-03-27 19:00"]),  # Saturday
        ("2026-03-29 12:00", ["2026-03-27 09:00", "2026-03-27 19:00"]),  # the Sunday of summer time
        ("2026-03-30 09:00", ["2026-03-27 19:00", "2026-03-30 07:00"]),  # the Monday after it
        ("2026-03-29 03:30", ["2026-03-27 09:00", "2026-03-29 00:30"]),  # an hour is missing: two hours are two hours
        ("2026-10-25 12:00", ["2026-10-23 09:00", "2026-10-23 19:00"]),  # the Sunday of winter time
        ("2026-10-25 03:30", ["2026-10-23 09:00", "2026-10-25 02:30"]),  # an hour comes twice
        ("2026-10-27 18:00", ["2026-10-23 19:00", "2026-10-27 08:00"]),
        ("2028-03-01 18:00", ["2028-02-28 09:00", "2028-03-01 08:00"]),  # over the leap day
        ("2026-04-05 12:00", ["2026-04-01 11:00"]),  # Easter Sunday: both would come at once
        ("2027-01-04 12:00", ["2026-12-30 19:00", "2027-01-04 08:00"]),  # over the new year
    ],
)
def test_two_days_before_and_the_same_morning(starts: str, expected: list[str]) -> None:
    assert told(starts, "2026-03-10 10:00") == expected


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        (None, "2026-03-17 09:00"),
        ("2026-03-18 12:00", "2026-03-17 09:00"),
        ("2026-03-17 12:00", "2026-03-17 09:00"),
        ("2026-03-17 09:00", "2026-03-16 09:00"),
        ("2026-03-16 12:00", "2026-03-13 19:00"),  # Monday: not on Sunday, but on Friday
    ],
)
def test_the_channel_is_told_two_days_before_or_the_day_before_the_deadline(
    deadline: str | None, expected: str
) -> None:
    whole = for_channel(at("2026-03-19 18:00"), OSLO, at(deadline) if deadline else None)
    assert [one.when for one in plan(Receiver(), whole, at("2026-03-10 10:00"), QUIET)] == [at(expected)]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2026-03-17 05:00", ["2026-03-17 09:00", "2026-03-19 08:00"]),
        ("2026-03-17 08:00", ["2026-03-19 08:00"]),  # an hour later would be too soon
        ("2026-03-18 12:00", ["2026-03-19 08:00"]),
        ("2026-03-19 07:00", []),
        ("2026-03-19 17:00", []),
    ],
)
def test_who_signs_up_late_gets_what_still_makes_sense(since: str, expected: list[str]) -> None:
    assert told("2026-03-19 18:00", since) == expected


@pytest.mark.parametrize(
    ("starts", "wanted", "expected"),
    [
        ("2026-03-19 18:00", ["week", "day", "hour"], ["2026-03-12 09:00", "2026-03-18 09:00", "2026-03-19 17:00"]),
        ("2026-03-29 12:00", ["week", "hour"], ["2026-03-20 19:00", "2026-03-27 19:00"]),  # an hour before is Sunday
        ("2026-03-30 12:00", ["day", "hour"], ["2026-03-27 19:00", "2026-03-30 11:00"]),
        ("2026-03-19 10:00", ["morning", "hour"], ["2026-03-19 09:00"]),  # the two would come within three hours
        ("2026-03-19 18:00", [], []),
    ],
)
def test_other_times_are_chosen(starts: str, wanted: list[str], expected: list[str]) -> None:
    assert told(starts, "2026-03-10 10:00", wanted) == expected


@given(
    day=st.dates(date(2026, 1, 1), date(2037, 12, 31)),
    minute=st.integers(0, 24 * 60 - 1),
    ahead=st.timedeltas(timedelta(hours=1), timedelta(days=20)),
    wanted=st.sets(st.sampled_from(REMINDERS)),
)
def test_reminders_are_never_late_doubled_or_disturbing(
    day: date, minute: int, ahead: timedelta, wanted: set[str]
) -> None:
    starts = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=OSLO)
    since = starts - ahead
    whole = sensible(occasion(starts, OSLO, wanted), since, QUIET)
    times = sorted(one.when for one in plan(Receiver(), whole, since, QUIET) if one.when)
    exempt = {moment.at for moment in whole.moments if moment.exempt}
    assert all(since + NEAR <= when < starts for when in times)
    assert all(later - earlier >= NEAR for earlier, later in pairwise(times))
    assert all(when in exempt or not QUIET.holds(when) for when in times)
