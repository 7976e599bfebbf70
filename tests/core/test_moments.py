"""Days and points in time as people write them."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.moments import Local, day
from bot.core.texts import Lang

ZONE = ZoneInfo("Europe/Oslo")


def at(local: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=ZONE).astimezone(UTC)


HERE = Local(at("2026-11-29 12:00"), ZONE)
SPANS: list[tuple[Lang, str]] = [
    ("nb", "torsdag 3. desember kl. 09.00–11.30"),
    ("nn", "torsdag 3. desember kl. 09.00–11.30"),
    ("en", "Thursday 3 December, 09:00–11:30"),
]
DAYS: list[tuple[Lang, str]] = [
    ("nb", "lørdag 5. desember kl. 12.00 til søndag 6. desember kl. 14.00"),
    ("nn", "laurdag 5. desember kl. 12.00 til søndag 6. desember kl. 14.00"),
    ("en", "Saturday 5 December at 12:00 until Sunday 6 December at 14:00"),
]
AWAY: list[tuple[str, list[str]]] = [
    ("2026-11-29 23:59", ["i dag", "i dag", "today"]),
    ("2026-11-30 00:00", ["i morgen", "i morgon", "tomorrow"]),
    ("2026-12-01 08:00", ["om 2 dager", "om 2 dagar", "in 2 days"]),
    ("2026-12-03 08:00", ["om 4 dager", "om 4 dagar", "in 4 days"]),
]
LANGS: tuple[Lang, ...] = ("nb", "nn", "en")


@pytest.mark.parametrize(("lang", "written"), [("nb", "3. mars 2021"), ("nn", "3. mars 2021"), ("en", "3 March 2021")])
def test_a_day_is_written_as_people_do(lang: Lang, written: str) -> None:
    assert day(date(2021, 3, 3), lang) == written


def test_every_month_has_a_name() -> None:
    months = [day(date(2021, month, 1), "nb").split()[1] for month in range(1, 13)]
    assert (months[0], months[9], months[11]) == ("januar", "oktober", "desember")
    assert len(set(months)) == 12


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("nb", "torsdag 3. desember kl. 09.00"),
        ("nn", "torsdag 3. desember kl. 09.00"),
        ("en", "Thursday 3 December at 09:00"),
    ],
)
def test_a_moment_is_weekday_day_and_time(lang: Lang, written: str) -> None:
    assert HERE.moment(at("2026-12-03 09:00"), lang) == written


def test_the_year_is_said_where_it_is_another_one() -> None:
    assert HERE.moment(at("2027-01-14 09:00"), "nb") == "torsdag 14. januar 2027 kl. 09.00"
    assert HERE.moment(at("2026-12-31 23:59"), "nb") == "torsdag 31. desember kl. 23.59"


@pytest.mark.parametrize(("lang", "written"), SPANS)
def test_a_span_on_one_day_says_the_day_once(lang: Lang, written: str) -> None:
    assert HERE.span(at("2026-12-03 09:00"), at("2026-12-03 11:30"), lang) == written


@pytest.mark.parametrize(("lang", "written"), DAYS)
def test_a_span_over_days_says_both(lang: Lang, written: str) -> None:
    assert HERE.span(at("2026-12-05 12:00"), at("2026-12-06 14:00"), lang) == written


@pytest.mark.parametrize(("local", "written"), AWAY)
def test_how_far_away_is_counted_in_days_of_the_calendar(local: str, written: list[str]) -> None:
    assert [HERE.away(at(local), lang) for lang in LANGS] == written
