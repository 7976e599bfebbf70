"""The calendar file, read back by other eyes."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.texts import Lang
from bot.domain.events.rows import Event
from handlers.events.calendar import calendar
from tests.domain.gatherings import CHANNEL, NOW, ORGANIZER, OSLO, details


def event(**more: Any) -> Event:
    given: dict[str, Any] = {"by": ORGANIZER, "channel": CHANNEL, "created_at": NOW, "changed_at": NOW}
    return Event(**given | vars(details(title={"nb": "Møte; med, tegn", "en": "Meeting"})) | more)


def lines(of: Event, lang: Lang = "nb") -> dict[str, str]:
    """The file as a plain reader sees it: unfolded lines, name and value."""
    text = calendar(of, lang, NOW).replace("\r\n ", "")
    return dict(line.split(":", 1) for line in text.split("\r\n") if line)


def test_it_says_when_in_utc_what_and_where() -> None:
    found = lines(event(text={"nb": "Program:\n1. Åpning"}))
    assert (found["DTSTART"], found["DTEND"]) == ("20260319T170000Z", "20260319T190000Z")
    assert (found["SUMMARY"], found["LOCATION"]) == (r"Møte\; med\, tegn", "Eksempelhuset")
    assert found["DESCRIPTION"] == r"Program:\n1. Åpning"
    assert (found["STATUS"], found["METHOD"], found["VERSION"]) == ("CONFIRMED", "PUBLISH", "2.0")


@pytest.mark.parametrize(
    ("starts", "utc"),
    [
        (datetime(2026, 3, 28, 12, tzinfo=OSLO), "20260328T110000Z"),
        (datetime(2026, 3, 29, 12, tzinfo=OSLO), "20260329T100000Z"),
        (datetime(2026, 10, 25, 12, tzinfo=OSLO), "20261025T110000Z"),
    ],
)
def test_it_is_right_on_both_sides_of_summer_time(starts: datetime, utc: str) -> None:
    found = lines(event(starts_at=starts.astimezone(UTC), ends_at=starts.astimezone(UTC) + timedelta(hours=1)))
    assert found["DTSTART"] == utc


def test_a_later_version_is_the_same_event_with_a_higher_number() -> None:
    first, second = event(id="e1", version=0), event(id="e1", version=3)
    assert (lines(first)["UID"], lines(first)["SEQUENCE"]) == ("e1@naeringsbot", "0")
    assert (lines(second)["UID"], lines(second)["SEQUENCE"]) == ("e1@naeringsbot", "3")


def test_a_cancelled_event_takes_itself_out_of_the_calendar() -> None:
    found = lines(event(cancelled=True, version=1))
    assert (found["STATUS"], found["METHOD"]) == ("CANCELLED", "CANCEL")
    assert found["SUMMARY"].startswith("AVLYST: ")


def test_it_is_in_the_readers_language_and_links_where_the_place_is_one() -> None:
    found = lines(event(place="https://example.com/mote"), "en")
    assert (found["SUMMARY"], found["URL"]) == ("Meeting", "https://example.com/mote")


def test_nothing_that_is_typed_becomes_a_line_of_its_own() -> None:
    found = lines(event(title={"nb": "x\r\nSTATUS:CANCELLED"}, place="y\nEND:VEVENT"))
    assert (found["STATUS"], found["LOCATION"]) == ("CONFIRMED", r"y\nEND:VEVENT")
