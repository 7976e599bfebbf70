"""What an organizer types is checked field by field, in local time."""

from datetime import UTC, datetime

import pytest

from bot.core.errors import TOO_LONG, TOO_SPECIAL
from bot.core.texts import Text
from bot.domain.events import organizing
from bot.domain.events.organizing import read
from tests.domain.gatherings import FIELDS, NOW, OSLO

SPRING, AUTUMN = "2026-03-29", "2026-10-25"


def test_local_time_becomes_a_point_in_time() -> None:
    typed, _ = read(FIELDS, NOW, OSLO)
    assert (typed.starts_at, typed.ends_at) == (
        datetime(2026, 3, 19, 17, tzinfo=UTC),
        datetime(2026, 3, 19, 19, tzinfo=UTC),
    )
    assert typed.title == {"nb": "SNR Næringsseminar", "nn": "SNR Næringsseminar", "en": "SNR business seminar"}
    assert (typed.text, typed.place, typed.capacity) == ({"nb": "Program kommer."}, "Eksempelhuset", 2)


def test_what_may_be_left_out_may_be_left_out() -> None:
    needed = {name: FIELDS[name] for name in ("title_nb", "day", "begins", "ends", "place")}
    typed, _ = read(needed, NOW, OSLO)
    assert (typed.title, typed.text, typed.capacity) == ({"nb": "SNR Næringsseminar"}, {}, None)


def test_an_event_may_last_over_night() -> None:
    typed, _ = read(FIELDS | {"begins": "20:00", "ends": "01:00", "last_day": "2026-03-20"}, NOW, OSLO)
    assert typed.ends_at == datetime(2026, 3, 20, 0, tzinfo=UTC)


def test_of_an_hour_that_comes_twice_the_first_is_meant() -> None:
    typed, _ = read(FIELDS | {"day": AUTUMN, "begins": "02:30", "ends": "03:30"}, NOW, OSLO)
    assert typed.starts_at == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert typed.ends_at == datetime(2026, 10, 25, 2, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "field", "words"),
    [
        ({"title_nb": " "}, "title_nb", organizing.EMPTY),
        ({"title_nb": "x" * 101}, "title_nb", TOO_LONG),
        ({"title_en": "x" * 101}, "title_en", TOO_LONG),
        ({"text_nn": "x" * 2001}, "text_nn", TOO_LONG),
        ({"text_nb": "<" * 1000}, "text_nb", TOO_SPECIAL),
        ({"place": ""}, "place", organizing.EMPTY),
        ({"place": "x" * 201}, "place", TOO_LONG),
        ({"day": ""}, "day", organizing.NO_DATE),
        ({"day": "2026-02-30"}, "day", organizing.NO_DATE),
        ({"day": "9999-12-31"}, "day", organizing.NO_DATE),
        ({"begins": "25:00"}, "begins", organizing.NO_TIME),
        ({"ends": ""}, "ends", organizing.NO_TIME),
        ({"last_day": "tomorrow"}, "last_day", organizing.NO_DATE),
        ({"day": "2026-03-09"}, "day", organizing.PAST),
        ({"day": "2026-03-10", "begins": "09:59"}, "begins", organizing.PAST),
        ({"ends": "18:00"}, "ends", organizing.BACKWARDS),
        ({"ends": "17:00"}, "ends", organizing.BACKWARDS),
        ({"last_day": "2026-03-18"}, "last_day", organizing.BACKWARDS),
        ({"day": SPRING, "begins": "02:30", "ends": "04:00"}, "begins", organizing.SKIPPED),
        ({"day": SPRING, "begins": "01:30", "ends": "02:00"}, "ends", organizing.SKIPPED),
        ({"capacity": "0"}, "capacity", organizing.NO_NUMBER),
        ({"capacity": "-1"}, "capacity", organizing.NO_NUMBER),
        ({"capacity": "2.5"}, "capacity", organizing.NO_NUMBER),
        ({"capacity": "many"}, "capacity", organizing.NO_NUMBER),
        ({"capacity": "²"}, "capacity", organizing.NO_NUMBER),
        ({"capacity": "99999999999999"}, "capacity", organizing.NO_NUMBER),
    ],
)
def test_a_fault_is_told_at_its_field(typed: dict[str, str], field: str, words: Text) -> None:
    (fault,) = read(FIELDS | typed, NOW, OSLO)[1]
    assert (fault.field, fault.words) == (field, words)


def test_all_faults_are_told_at_once() -> None:
    faults = read(FIELDS | {"title_nb": " ", "ends": "", "place": " ", "capacity": "0"}, NOW, OSLO)[1]
    assert [fault.field for fault in faults] == ["title_nb", "ends", "place", "capacity"]


def test_what_has_begun_can_be_mended_while_its_start_stays() -> None:
    begun = datetime(2026, 3, 10, 9, 0, tzinfo=OSLO)
    fields = FIELDS | {"day": "2026-03-10", "begins": "09:00", "ends": "12:00"}
    assert read(fields, NOW, OSLO, begun)[1] == []
    (moved,) = read(fields | {"begins": "08:00"}, NOW, OSLO, begun)[1]
    (over,) = read(fields | {"ends": "09:30"}, NOW, OSLO, begun)[1]
    assert [(fault.field, fault.words) for fault in (moved, over)] == [
        ("begins", organizing.PAST),
        ("ends", organizing.PAST),
    ]
