"""What comes again: rules as RFC 5545 writes them, their moments by the clock on the wall, and how they are said."""

from datetime import UTC, date, datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.errors import UserError
from bot.core.recurrence import CHOICES, MOST, Rule, ending, occurrences, read, said, usual
from bot.core.texts import LANGUAGES

ZONE = ZoneInfo("Europe/Oslo")


def at(local: str) -> datetime:
    return datetime.fromisoformat(local).replace(tzinfo=ZONE).astimezone(UTC)


def walls(rule: str, starts_at: str, since: datetime | None = None, before: datetime | None = None) -> list[str]:
    found = occurrences(read(rule), at(starts_at), ZONE, since=since, before=before)
    return [f"{moment.astimezone(ZONE):%Y-%m-%d %H:%M}" for moment in found]


RULES = [
    "FREQ=WEEKLY;BYDAY=TH",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=10",
    "FREQ=MONTHLY;BYDAY=1TU;UNTIL=20271231T225959Z",
    "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
    "FREQ=MONTHLY;BYMONTHDAY=15",
    "FREQ=YEARLY;BYMONTH=11",
    "FREQ=YEARLY;BYDAY=3TH;BYMONTH=11",
    "FREQ=YEARLY;BYMONTHDAY=17;BYMONTH=5",
    "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2",
]


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_is_written_as_it_was_read(rule: str) -> None:
    assert str(read(rule)) == rule


def test_the_name_of_the_property_and_small_letters_are_understood() -> None:
    assert str(read("RRULE:freq=weekly;byday=th")) == "FREQ=WEEKLY;BYDAY=TH"


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("", ""),
        ("hver uke", "hver uke"),
        ("FREQ=DAILY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;FREQ=YEARLY", "FREQ=WEEKLY;FREQ=YEARLY"),
        ("FREQ=WEEKLY;BYHOUR=9", "BYHOUR=9"),
        ("FREQ=WEEKLY;BYDAY=", "BYDAY="),
        ("FREQ=WEEKLY;BYDAY=1TH", "BYDAY=1TH"),
        ("FREQ=WEEKLY;BYDAY=TH,XX", "BYDAY=TH,XX"),
        ("FREQ=MONTHLY;BYDAY=TU", "BYDAY=TU"),
        ("FREQ=MONTHLY;BYDAY=5TU", "BYDAY=5TU"),
        ("FREQ=MONTHLY;BYMONTHDAY=31", "BYMONTHDAY=31"),
        ("FREQ=MONTHLY;BYMONTHDAY=1;BYDAY=1TU", "BYMONTHDAY=1"),
        ("FREQ=MONTHLY;BYMONTH=1", "BYMONTH=1"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "BYMONTHDAY=1"),
        ("FREQ=YEARLY;BYDAY=3TH", "BYDAY=3TH"),
        ("FREQ=YEARLY;BYMONTHDAY=3", "FREQ=YEARLY"),
        ("FREQ=YEARLY;BYMONTHDAY=29;BYMONTH=2", "BYMONTHDAY=29"),
        ("FREQ=YEARLY;BYMONTH=13", "BYMONTH=13"),
        ("FREQ=WEEKLY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=WEEKLY;INTERVAL=53", "INTERVAL=53"),
        ("FREQ=WEEKLY;COUNT=201", "COUNT=201"),
        ("FREQ=WEEKLY;COUNT=½", "COUNT=½"),
        ("FREQ=WEEKLY;UNTIL=20271301T000000Z", "UNTIL=20271301T000000Z"),
        ("FREQ=WEEKLY;COUNT=2;UNTIL=20271201T000000Z", "COUNT=2"),
    ],
)
def test_what_is_not_understood_is_named(rule: str, part: str) -> None:
    with pytest.raises(UserError) as refused:
        read(rule)
    assert refused.value.say("en").upper() == f"The recurrence cannot be read: {part}.".upper()


def test_the_clock_on_the_wall_stays_the_same_when_summer_time_begins_and_ends() -> None:
    weekly = occurrences(read("FREQ=WEEKLY;BYDAY=TH"), at("2027-03-18 09:00"), ZONE, before=at("2027-04-09 00:00"))
    assert [f"{moment:%d %H:%M}" for moment in weekly] == ["18 08:00", "25 08:00", "01 07:00", "08 07:00"]
    monthly = walls("FREQ=MONTHLY;BYDAY=1TU;COUNT=4", "2027-09-07 08:00")
    assert monthly == ["2027-09-07 08:00", "2027-10-05 08:00", "2027-11-02 08:00", "2027-12-07 08:00"]


def test_a_time_that_the_clock_skips_is_no_occurrence_and_one_that_comes_twice_is_the_first() -> None:
    assert walls("FREQ=WEEKLY;BYDAY=SU;COUNT=2", "2027-03-21 02:30") == ["2027-03-21 02:30", "2027-04-04 02:30"]
    twice = list(occurrences(read("FREQ=WEEKLY;BYDAY=SU;COUNT=2"), at("2027-10-24 02:30"), ZONE))
    assert twice[1] == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


def test_without_a_day_the_day_of_the_first_comes_again() -> None:
    assert walls("FREQ=YEARLY;COUNT=2", "2026-11-17 09:00") == ["2026-11-17 09:00", "2027-11-17 09:00"]


def test_every_other_week_on_two_days() -> None:
    days = ["2026-12-01 09:00", "2026-12-03 09:00", "2026-12-15 09:00"]
    assert walls("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=3", "2026-12-01 09:00") == days


def test_an_exception_is_left_out_but_counted() -> None:
    rule, out = read("FREQ=YEARLY;BYMONTH=11;BYDAY=3TH;COUNT=3"), at("2027-11-18 09:00")
    kept = list(occurrences(rule, at("2026-11-19 09:00"), ZONE, without=[out]))
    assert kept == [at("2026-11-19 09:00"), at("2028-11-16 09:00")]


def test_only_what_lies_between_the_bounds_is_given_and_never_more_than_the_most() -> None:
    between = walls(
        "FREQ=WEEKLY;BYDAY=TH", "2026-12-03 09:00", since=at("2030-01-03 09:00"), before=at("2030-01-17 09:00")
    )
    assert between == ["2030-01-03 09:00", "2030-01-10 09:00"]
    assert len(walls("FREQ=WEEKLY;BYDAY=TH", "2026-12-03 09:00")) == MOST


def test_the_last_local_day_counts_whole() -> None:
    rule = ending(read("FREQ=WEEKLY;BYDAY=TH"), ZONE, last=date(2026, 12, 17))
    assert str(rule) == "FREQ=WEEKLY;BYDAY=TH;UNTIL=20261217T225959Z"
    found = list(occurrences(rule, at("2026-12-03 23:30"), ZONE))
    assert found == [at("2026-12-03 23:30"), at("2026-12-10 23:30"), at("2026-12-17 23:30")]
    assert str(ending(rule, ZONE, count=4)) == "FREQ=WEEKLY;BYDAY=TH;COUNT=4"
    assert str(ending(rule, ZONE)) == "FREQ=WEEKLY;BYDAY=TH"


@pytest.mark.parametrize(
    ("choice", "first", "rule"),
    [
        ("week", "2026-12-01", "FREQ=WEEKLY;BYDAY=TU"),
        ("month", "2026-12-01", "FREQ=MONTHLY;BYDAY=1TU"),
        ("month", "2026-12-29", "FREQ=MONTHLY;BYDAY=-1TU"),
        ("year", "2026-11-19", "FREQ=YEARLY;BYDAY=3TH;BYMONTH=11"),
    ],
)
def test_a_choice_of_the_form_keeps_the_weekday(choice: str, first: str, rule: str) -> None:
    assert str(usual(choice, at(f"{first} 09:00"), ZONE)) == rule


@given(st.sampled_from([*CHOICES]), st.dates(date(2026, 1, 1), date(2037, 12, 31)))
def test_what_a_form_offers_begins_with_its_first_and_keeps_weekday_and_clock(choice: str, first: date) -> None:
    starts_at = at(f"{first} 09:00")
    rule = usual(choice, starts_at, ZONE)
    found = list(occurrences(ending(rule, ZONE, count=12), starts_at, ZONE))
    assert read(str(rule)) == rule
    assert found[0] == starts_at
    assert len(found) == 12
    assert all(earlier < later for earlier, later in pairwise(found))
    assert len({(f"{moment.astimezone(ZONE):%a %H:%M}") for moment in found}) == 1


@pytest.mark.parametrize(
    ("rule", "nb", "nn", "en"),
    [
        ("FREQ=WEEKLY", "hver uke", "kvar veke", "every week"),
        ("FREQ=WEEKLY;BYDAY=TH", "hver torsdag", "kvar torsdag", "every Thursday"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH",
            "tirsdag og torsdag annenhver uke",
            "tysdag og torsdag annakvar veke",
            "Tuesday and Thursday every other week",
        ),
        (
            "FREQ=MONTHLY;BYDAY=1TU;COUNT=10",
            "første tirsdag hver måned, 10 ganger i alt",
            "første tysdag kvar månad, 10 gonger i alt",
            "first Tuesday every month, 10 times in all",
        ),
        (
            "FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR",
            "siste fredag hver tredje måned",
            "siste fredag kvar tredje månad",
            "last Friday every 3 months",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "den 15. hver måned", "den 15. kvar månad", "the 15th every month"),
        ("FREQ=YEARLY;BYMONTH=11", "hvert år i november", "kvart år i november", "every year in November"),
        (
            "FREQ=YEARLY;BYDAY=3TH;BYMONTH=11;UNTIL=20291231T225959Z",
            "tredje torsdag i november hvert år, til og med 31. desember 2029",
            "tredje torsdag i november kvart år, til og med 31. desember 2029",
            "third Thursday in November every year, up to and including 31 December 2029",
        ),
        (
            "FREQ=YEARLY;BYDAY=1MO;BYMONTH=1,5,9",
            "første mandag i januar, mai og september hvert år",
            "første måndag i januar, mai og september kvart år",
            "first Monday in January, May and September every year",
        ),
        (
            "FREQ=YEARLY;INTERVAL=2;BYMONTHDAY=17;BYMONTH=5",
            "den 17. mai annethvert år",
            "den 17. mai annakvart år",
            "the 17th of May every other year",
        ),
        (
            "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2;COUNT=1",
            "siste dag i februar hvert år, én gang",
            "siste dag i februar kvart år, éin gong",
            "last day in February every year, once",
        ),
    ],
)
def test_a_rule_is_said_as_people_say_it(rule: str, nb: str, nn: str, en: str) -> None:
    told = said(read(rule), ZONE)
    assert [told[lang] for lang in LANGUAGES] == [nb, nn, en]


def test_every_rule_has_its_words() -> None:
    for rule in [*map(read, RULES), Rule("MONTHLY", 2), Rule("YEARLY", 5)]:
        assert all(said(rule, ZONE)[lang] for lang in LANGUAGES)
