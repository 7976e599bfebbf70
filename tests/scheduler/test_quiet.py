"""Evenings, weekends and Norwegian holidays are left alone, in summer time and in winter time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.settings import Settings
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


def test_without_quiet_nights_and_days_it_is_never_quiet() -> None:
    never = Quiet(OSLO, begins=24, ends=0, days=False)
    hour = at("2026-03-20 00:00")
    while hour < at("2026-04-10 00:00"):  # Easter, and the change to summer time
        assert (never.holds(hour), never.later(hour), never.earlier(hour)) == (False, hour, hour)
        hour = (hour.astimezone(UTC) + timedelta(hours=1)).astimezone(OSLO)


def test_other_hours_can_be_set_and_days_that_leave_no_working_hour_are_quiet() -> None:
    afternoons = Quiet(OSLO, begins=16, ends=12)
    assert afternoons.later(at("2026-11-24 10:00")) == at("2026-11-24 12:00")
    assert afternoons.earlier(at("2026-11-24 18:00")) == at("2026-11-24 15:00")
    assert afternoons.later(at("2026-04-01 12:00")) == at("2026-04-07 12:00")  # the day before Maundy Thursday
    assert Quiet(OSLO, days=False).later(at("2026-11-28 21:00")) == at("2026-11-29 07:00")  # a Saturday night


def test_it_is_as_the_settings_say() -> None:
    settings = Settings(timezone="Europe/Oslo", quiet_from=22, quiet_until=6, quiet_days=False, pushes_a_day=3)
    assert Quiet.by(settings) == Quiet(OSLO, 22, 6, days=False, pushes=3)


def test_the_hours_are_those_of_the_zone() -> None:
    assert QUIET.holds(datetime(2026, 7, 1, 18, 30, tzinfo=UTC))  # 20:30 in Oslo
    assert not QUIET.holds(datetime(2026, 12, 1, 18, 30, tzinfo=UTC))  # 19:30 in Oslo


def test_the_next_day_is_a_working_day() -> None:
    assert QUIET.next_day(at("2026-11-27 15:00")) == at("2026-11-30 07:00")


@pytest.mark.parametrize("year", range(2026, 2038))
def test_maundy_thursday_is_a_thursday(year: int) -> None:
    assert maundy_thursday(year).weekday() == 3
    assert date(year, 3, 15) < maundy_thursday(year) < date(year, 4, 24)
