"""Meetings at an event: each time is given once, to one who comes, and free again when they do not."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import groupby

import pytest
from sqlalchemy.orm import Session

from bot.core.db import Database, insert_once
from bot.core.errors import UserError
from bot.domain.events import meetings, more, organizing, people, seats
from bot.domain.events.meetings import EventMeeting
from bot.domain.events.more import More
from bot.domain.events.rows import Event, EventAnswer
from tests.domain.gatherings import KARI, NOW, OLA, ORGANIZER, OSLO, STARTS, at, details, makes

UNITS = ("Byggesak", "Skatt og avgift")


def made(database: Database, *people_: str, units: tuple[str, ...] = UNITS) -> str:
    """An event with meetings; these come."""
    with database.write() as session:
        event = makes(session, capacity=None)
        more.extend(session, event.id, "0", ORGANIZER, told(units), NOW)
        for person in people_:
            session.add(EventAnswer(event=event.id, person=person, choice="yes", at=NOW, heard=0))
        return event.id


def told(units: tuple[str, ...]) -> More:
    return More(dict.fromkeys(more.LONGEST, ""), {}, units=units)


def books(database: Database, event: str, person: str, unit: int = 0, after: int = 0, now: datetime = NOW) -> str:
    """What became of it: nothing to say, or why not."""
    try:
        with database.write() as session:
            meetings.book(session, event, person, unit, after, now, OSLO)
    except UserError as refused:
        return refused.words.en
    return ""


def booked(database: Database, event: str) -> list[tuple[int, int, str]]:
    with database.read() as session:
        return [(one.unit, one.after, one.person) for one in meetings.of(session, session.get_one(Event, event))]


def test_of_200_who_press_on_one_time_at_once_one_gets_it(database: Database) -> None:
    crowd = [f"U{n:03}" for n in range(200)]
    event = made(database, *crowd)
    with ThreadPoolExecutor(16) as pool:
        said = Counter(pool.map(lambda person: books(database, event, person, 1, 30), crowd))
    assert said == {"": 1, meetings.TAKEN.en: 199}
    assert len(booked(database, event)) == 1


def test_one_who_presses_on_everything_at_once_is_in_one_place_at_a_time(database: Database) -> None:
    event = made(database, KARI)
    wanted = [(unit, after) for unit in (0, 1) for after in range(0, 120, 15)]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda one: books(database, event, KARI, *one), wanted))
    found = booked(database, event)
    assert len(found) == len({after for _, after, _ in found}) == meetings.MOST_EACH


def test_the_database_itself_holds_no_time_twice_for_a_person(database: Database) -> None:
    event = made(database, KARI)
    with database.write() as session:
        for unit, expected in ((0, True), (1, False)):
            row = EventMeeting(event=event, unit=unit, after=0, person=KARI)
            assert insert_once(session, row) is expected


def test_a_time_is_one_of_the_events_quarters(database: Database) -> None:
    event = made(database, KARI)
    for unit, after in ((0, 7), (0, 120), (0, -15), (2, 0), (-1, 0)):
        assert books(database, event, KARI, unit, after) == "The event is no longer here."
    assert books(database, event, KARI, 0, 105) == ""
    assert books(database, event, KARI, 0, 105) == ""
    assert books(database, event, KARI, 1, 105) == meetings.BUSY.en
    assert books(database, event, KARI, 1, 0, STARTS) == meetings.PASSED.en
    assert books(database, event, OLA, 1, 0) == meetings.NOT_SIGNED_UP.en
    assert booked(database, event) == [(0, 105, KARI)]


def test_one_gives_up_ones_own_and_nobody_elses(database: Database) -> None:
    event = made(database, KARI, OLA)
    books(database, event, KARI)
    for person, left in ((OLA, 1), (KARI, 0)):
        with database.write() as session:
            meetings.give_up(session, event, person, 0, 0, NOW)
        assert len(booked(database, event)) == left
    assert books(database, event, OLA) == ""


def declines(session: Session, event: str) -> None:
    seats.answer(session, event, KARI, "no", NOW)


def asks_to_be_forgotten(session: Session, _event: str) -> None:
    people.forget(session, KARI, NOW)


def is_deactivated(session: Session, _event: str) -> None:
    people.follow(session, KARI, NOW)


def is_long_over(session: Session, _event: str) -> None:
    people.forget_answers(session, STARTS + timedelta(days=31))


@pytest.mark.parametrize("happens", [declines, asks_to_be_forgotten, is_deactivated, is_long_over])
def test_who_does_not_come_or_is_forgotten_has_no_meeting(
    database: Database, happens: Callable[[Session, str], None]
) -> None:
    event = made(database, KARI)
    books(database, event, KARI)
    with database.write() as session:
        assert [one["with"] for one in people.export(session, KARI)["meetings"]] == ["Byggesak"]
        happens(session, event)
    assert booked(database, event) == []


def test_meetings_move_along_with_the_event(database: Database) -> None:
    event = made(database, KARI)
    books(database, event, KARI, 0, 15)
    with database.write() as session:
        organizing.change(session, event, "1", ORGANIZER, details(STARTS + timedelta(days=1), capacity=None), NOW, OSLO)
        (one,) = people.export(session, KARI)["meetings"]
        assert one["at"] == STARTS + timedelta(days=1, minutes=15)


def test_a_unit_that_was_booked_stays_on_its_line(database: Database) -> None:
    event = made(database, KARI)
    books(database, event, KARI, 1)
    for units in (UNITS[:1], UNITS[::-1], ()):
        with database.write() as session:
            with pytest.raises(UserError) as refused:
                more.extend(session, event, "1", ORGANIZER, told(units), NOW)
            assert (refused.value.words, refused.value.field) == (meetings.BOOKED, "units")
    with database.write() as session:
        assert more.extend(session, event, "1", ORGANIZER, told(("Plan", UNITS[1], "Miljø")), NOW).units[2] == "Miljø"


def moves(database: Database, event: str, starts: datetime, ends: datetime) -> None:
    with database.write() as session:
        seen = str(session.get_one(Event, event).version)
        given = details(starts_at=starts, ends_at=ends, capacity=None)
        organizing.change(session, event, seen, ORGANIZER, given, NOW, OSLO)


def test_what_was_booked_before_the_event_lasted_for_days_still_takes_place_and_holds_its_unit(
    database: Database,
) -> None:
    event = made(database, KARI, OLA)
    moves(database, event, STARTS, at("2026-03-20 04:00"))
    assert books(database, event, KARI, 1, 480) == ""  # at two in the night
    moves(database, event, STARTS, at("2026-03-21 17:00"))
    assert booked(database, event) == [(1, 480, KARI)]
    assert books(database, event, OLA, 0, 480) == "The event is no longer here."
    with database.write() as session, pytest.raises(UserError, match="stay on the same line"):
        meetings.keep(session, session.get_one(Event, event), UNITS[:1])


def test_what_there_is_no_time_for_returns_with_the_time_and_goes_with_its_unit(database: Database) -> None:
    event = made(database, KARI)
    books(database, event, KARI, 1, 105)
    for hours, found in ((1, []), (2, [(1, 105, KARI)]), (1, [])):
        moves(database, event, STARTS, STARTS + timedelta(hours=hours))
        assert booked(database, event) == found
    with database.write() as session:
        meetings.keep(session, session.get_one(Event, event), UNITS[:1])
    moves(database, event, STARTS, STARTS + timedelta(hours=2))
    assert booked(database, event) == []
    with database.read() as session:
        assert people.export(session, KARI)["meetings"] == []


def test_too_many_or_too_long_units_are_refused_at_their_field() -> None:
    assert meetings.read(" Byggesak \n\n Skatt  og avgift\n") == list(UNITS)
    for typed in ("\n".join(map(str, range(11))), "x" * 61):
        _, faults = more.read({"units": typed}, None, [], None)
        assert [fault.field for fault in faults] == ["units"]


def test_a_long_event_has_no_more_times_than_a_menu_holds(database: Database) -> None:
    with database.write() as session:
        event = makes(session, hours=6 * 24)
        assert len(meetings.times(event, OSLO)) == meetings.MOST_TIMES


@pytest.mark.parametrize(
    ("begins", "ends", "days"),
    [
        ("2026-03-19 18:00", "2026-03-20 18:00", ["19 18:00–23:45", "20 00:00–17:45"]),  # a day: all of it
        ("2026-03-19 18:00", "2026-03-20 02:00", ["19 18:00–23:45", "20 00:00–01:45"]),
        ("2026-03-19 18:00", "2026-03-20 20:00", ["19 18:00–19:45", "20 18:00–19:45"]),
        ("2026-03-16 09:00", "2026-03-18 17:00", ["16 09:00–16:45", "17 09:00–16:45", "18 09:00–16:45"]),
        ("2026-03-16 12:00", "2026-03-18 10:00", ["16 12:00–15:45", "17 08:00–15:45", "18 08:00–09:45"]),
        ("2026-03-19 18:00", "2026-03-21 18:00", ["20 08:00–15:45", "21 08:00–15:45"]),
        ("2026-03-16 12:10", "2026-03-18 10:00", ["16 12:10–15:40", "17 08:10–15:40", "18 08:10–09:40"]),
        ("2026-03-28 09:00", "2026-03-29 17:00", ["28 09:00–16:45", "29 09:00–16:45"]),  # summer time begins at night
        ("2026-03-28 12:00", "2026-03-30 10:00", ["28 12:00–15:45", "29 08:00–15:45", "30 08:00–09:45"]),
        ("2026-10-24 09:00", "2026-10-25 17:00", ["24 09:00–16:45", "25 09:00–16:45"]),  # and ends
        ("2026-10-24 18:00", "2026-10-25 18:00", ["24 18:00–23:45", "25 00:00–16:45"]),  # 25 hours; a menu holds 24
    ],
)
def test_what_lasts_for_days_has_meetings_in_its_hours_of_each_day(
    database: Database, begins: str, ends: str, days: list[str]
) -> None:
    with database.write() as session:
        event = makes(session, starts_at=at(begins), ends_at=at(ends))
        offered = [meetings.begins(event, after).astimezone(OSLO) for after in meetings.times(event, OSLO)]
    by_day = [list(clocks) for _, clocks in groupby(offered, key=lambda one: one.date())]
    assert [f"{first:%d %H:%M}–{last:%H:%M}" for first, *_, last in by_day] == days
