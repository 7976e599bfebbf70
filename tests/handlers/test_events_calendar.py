"""The calendar file, read back by another program's parser."""

from datetime import UTC, date, datetime, timedelta
from io import StringIO
from itertools import product
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from dateutil.tz import tzical

from bot.core import zones
from bot.core.texts import Lang
from bot.domain.events.meetings import EventMeeting
from bot.domain.events.rows import Event
from handlers.events import words
from handlers.events.calendar import calendar, own, public
from tests.domain.gatherings import CHANNEL, NOW, ORGANIZER, OSLO, details
from tests.handlers.calendars import parsed

HOUR = timedelta(hours=1)
SUNDAYS = [
    date(year, month, 31) - timedelta(days=(date(year, month, 31).weekday() + 1) % 7)
    for year, month in product(range(2026, 2038), (3, 10))
]


def event(**more: Any) -> Event:
    given: dict[str, Any] = {"by": ORGANIZER, "channel": CHANNEL, "created_at": NOW, "changed_at": NOW}
    return Event(**given | vars(details(title={"nb": "Møte; med, tegn", "en": "Meeting"})) | more)


def read(of: Event, lang: Lang = "nb", zone: ZoneInfo = OSLO) -> Any:
    return parsed(calendar(of, lang, NOW, zone))


def test_it_says_when_what_and_where() -> None:
    found = read(event(text={"nb": "Program:\n1. Åpning"}))
    entry = found.vevent
    assert (entry.dtstart.value, entry.dtend.value) == (details().starts_at, details().ends_at)
    assert entry.dtstart.params["X-VOBJ-ORIGINAL-TZID"] == ["Europe/Oslo"]
    assert (entry.summary.value, entry.location.value) == ("Møte; med, tegn", "Eksempelhuset")
    assert entry.description.value == "Program:\n1. Åpning"
    assert (entry.status.value, found.method.value, found.version.value) == ("CONFIRMED", "PUBLISH", "2.0")


@pytest.mark.parametrize("hours", [1, 2.5, 3.5, 26])
@pytest.mark.parametrize("sunday", SUNDAYS, ids=str)
def test_it_is_right_around_each_change_of_the_clocks(sunday: date, hours: float) -> None:
    starts = datetime(sunday.year, sunday.month, sunday.day, tzinfo=OSLO).astimezone(UTC) + timedelta(hours=hours)
    found = read(event(starts_at=starts, ends_at=starts + HOUR)).vevent
    assert (found.dtstart.value.astimezone(UTC), found.dtend.value.astimezone(UTC)) == (starts, starts + HOUR)


@pytest.mark.parametrize("name", ["Europe/Oslo", "America/New_York", "Asia/Kolkata", "UTC"])
def test_the_zones_rules_give_the_same_offsets_as_the_zone_itself(name: str) -> None:
    zone = ZoneInfo(name)
    written = f"BEGIN:VCALENDAR\r\n{zones.rules(zone, 2026, 2037).to_ical().decode()}END:VCALENDAR\r\n"
    theirs = tzical(StringIO(written)).get(name)
    begins = datetime(2026, 1, 1, tzinfo=UTC)
    for hour in range(0, 24 * 365 * 12, 7):
        local = (begins + hour * HOUR).astimezone(zone)
        if not local.fold:  # of an hour that comes twice, a calendar takes the first
            assert local.replace(tzinfo=theirs).utcoffset() == local.utcoffset(), local


def test_the_second_of_an_hour_that_comes_twice_is_told_in_utc() -> None:
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)  # 02:30 in Oslo, for the second time
    written = calendar(event(starts_at=second, ends_at=second + HOUR), "nb", NOW, OSLO)
    assert "\r\nDTSTART:20261025T013000Z\r\n" in written
    assert "\r\nDTEND;TZID=Europe/Oslo:20261025T033000\r\n" in written


def test_a_later_version_is_the_same_event_with_a_higher_number() -> None:
    first, second = read(event(id="e1", version=0)).vevent, read(event(id="e1", version=3)).vevent
    assert (first.uid.value, first.sequence.value) == ("e1@naeringsbot", "0")
    assert (second.uid.value, second.sequence.value) == ("e1@naeringsbot", "3")


def test_a_cancelled_event_takes_itself_out_of_the_calendar() -> None:
    found = read(event(cancelled=True, version=1))
    assert (found.vevent.status.value, found.method.value) == ("CANCELLED", "CANCEL")
    assert found.vevent.summary.value.startswith("AVLYST: ")


def test_it_is_in_the_readers_language_and_links_where_the_place_is_one() -> None:
    entry = read(event(place="https://example.com/mote"), "en").vevent
    assert (entry.summary.value, entry.summary.params["LANGUAGE"]) == ("Meeting", ["en"])
    assert entry.url.value == "https://example.com/mote"


def test_nothing_that_is_typed_becomes_a_line_of_its_own() -> None:
    entry = read(event(title={"nb": "x\r\nSTATUS:CANCELLED"}, place="y\nEND:VEVENT")).vevent
    assert (entry.status.value, entry.location.value) == ("CONFIRMED", "y\nEND:VEVENT")


def test_no_line_is_longer_than_programs_must_read() -> None:
    written = calendar(event(text={"nb": "Blåbærsyltetøy " * 100}), "nb", NOW, OSLO)
    assert max(len(line.encode()) for line in written.split("\r\n")) <= 75
    assert "\n" not in written.replace("\r\n", "")


# --- calendars that are subscribed to ---


@pytest.mark.parametrize(
    ("choice", "said", "status", "busy"),
    [
        ("yes", words.YOUR_ANSWER["yes"], "CONFIRMED", "OPAQUE"),
        ("maybe", words.YOUR_ANSWER["maybe"], "TENTATIVE", "TRANSPARENT"),
        ("waiting", words.YOUR_ANSWER["waiting"], "TENTATIVE", "TRANSPARENT"),
        (None, words.NOT_ANSWERED, "CONFIRMED", "TRANSPARENT"),
    ],
)
def test_ones_own_calendar_tells_ones_answer(choice: str | None, said: Any, status: str, busy: str) -> None:
    entry = parsed(own([(event(text={"nb": "Kom!"}), choice)], "nb", OSLO)).vevent
    assert entry.description.value == f"{said.nb}\n\nKom!"
    assert (entry.status.value, entry.transp.value) == (status, busy)


@pytest.mark.parametrize("choice", ["yes", "maybe", None])
def test_what_is_cancelled_stays_there_as_cancelled_and_leaves_the_time_free(choice: str | None) -> None:
    entry = parsed(own([(event(cancelled=True), choice)], "nb", OSLO)).vevent
    assert (entry.status.value, entry.transp.value) == ("CANCELLED", "TRANSPARENT")


def test_a_meeting_stands_there_by_itself_and_moves_along_with_its_event() -> None:
    expo = event(id="e1", units=["Næringsavdelingen"])
    booked = EventMeeting(event="e1", unit=0, after=45, person="U0KARI")
    _, first = parsed(own([(expo, "yes")], "nb", OSLO, [(expo, booked)])).vevent_list
    assert (first.summary.value, first.location.value) == (
        "Møte med Næringsavdelingen: Møte; med, tegn",
        "Eksempelhuset",
    )
    begins = expo.starts_at + timedelta(minutes=45)
    assert (first.dtstart.value, first.dtend.value) == (begins, begins + timedelta(minutes=15))
    expo.starts_at, expo.ends_at, expo.version = expo.starts_at + HOUR, expo.ends_at + HOUR, 1
    _, later = parsed(own([(expo, "yes")], "nb", OSLO, [(expo, booked)])).vevent_list
    assert (later.uid.value, later.sequence.value, later.dtstart.value) == (first.uid.value, "1", begins + HOUR)
    expo.cancelled = True
    _, off = parsed(own([(expo, "yes")], "nb", OSLO, [(expo, booked)])).vevent_list
    assert (off.status.value, off.summary.value[:8]) == ("CANCELLED", "AVLYST: ")


def test_both_have_a_name_and_may_be_empty() -> None:
    mine, open_to_all = parsed(own([], "nn", OSLO)), parsed(public([], "en", OSLO))
    assert (mine.x_wr_calname.value, open_to_all.x_wr_calname.value) == ("Arrangementa mine", "Open events")


def test_many_years_of_events_stand_in_one_calendar() -> None:
    many = [event(starts_at=at, ends_at=at + HOUR) for at in (datetime(year, 7, 1, 10, tzinfo=UTC) for year in YEARS)]
    found = parsed(public(many, "nb", OSLO)).vevent_list
    assert [entry.dtstart.value.astimezone(UTC) for entry in found] == [one.starts_at for one in many]


YEARS = range(2000, 2101, 10)
