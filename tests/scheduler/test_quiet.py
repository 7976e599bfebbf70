"""Evenings, weekends and Norwegian holidays are left alone, in summer time and in winter time."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduler.quiet import Quiet, maundy_thursday

OSLO = ZoneInfo("Europe/Oslo")
QUIET = Quiet(OSLO)


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=OSLO)


@pytest.mark.parametrize(
    ("moment", "later", "earlier"),
    [
        ("2026-11-24 10:00", "2026-11-24 10:00", "2026-11-24 10:00"),  # a Tuesday
        ("2026-11-24 20:00", "2026-11-25 07:00", "2026-11-24 19:00"),
        ("2026-11-24 06:59", "2026-11-24 07:00", "2026-11-23 19:00"),
        ("2026-11-28 12:00", "2026-11-30 07:00", "2026-11-27 19:00"),  # a Saturday
        ("2026-04-01 13:00", "2026-04-07 07:00", "2026-04-01 11:00"),  # the afternoon before Maundy Thursday
        ("2026-05-17 12:00", "2026-05-18 07:00", "2026-05-15 19:00"),  # the national day, a Sunday
        ("2026-12-24 09:00", "2026-12-28 07:00", "2026-12-23 19:00"),
        ("2027-03-28 02:30", "2027-03-30 07:00", "2027-03-24 11:00"),  # Easter, and an hour that does not exist
    ],
)
def test_what_falls_into_quiet_time_moves(moment: str, later: str, earlier: str) -> None:
    assert (QUIET.later(at(moment)), QUIET.earlier(at(moment))) == (at(later), at(earlier))


def test_the_hours_are_those_of_the_zone() -> None:
    assert QUIET.holds(datetime(2026, 7, 1, 18, 30, tzinfo=UTC))  # 20:30 in Oslo
    assert not QUIET.holds(datetime(2026, 12, 1, 18, 30, tzinfo=UTC))  # 19:30 in Oslo


def test_the_next_day_is_a_working_day() -> None:
    assert QUIET.next_day(at("2026-11-27 15:00")) == at("2026-11-30 07:00")


@pytest.mark.parametrize("year", range(2026, 2038))
def test_maundy_thursday_is_a_thursday(year: int) -> None:
    assert maundy_thursday(year).weekday() == 3
    assert date(year, 3, 15) < maundy_thursday(year) < date(year, 4, 24)
