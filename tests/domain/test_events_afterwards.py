"""A guest each, and what comes after an event: thanks once, answers that are counted once and tell of nobody."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.events import afterwards, people, roll, rows, seats
from bot.domain.events.afterwards import CLOSED, EventPulse, EventPulseGiven
from bot.domain.events.rows import GONE, Event
from tests.domain.gatherings import KARI, NOW, OLA, ORGANIZER, QUIET, STARTS, at, makes

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
NEXT_DAY, OVER = at("2026-03-20 09:00"), at("2026-03-27 09:00")


def made(database: Database, *people_: str, capacity: int | None = None) -> str:
    with database.write() as session:
        event = makes(session, capacity=capacity)
        event.plus_one = True
        for person in people_:
            seats.answer(session, event.id, person, "yes", NOW)
    return event.id


def brings(database: Database, event: str, person: str, guests: int) -> str:
    try:
        with database.write() as session:
            return "changed" if seats.bring(session, event, person, guests, NOW).changed else "the same"
    except UserError as refusal:
        return refusal.words.en


def gives(database: Database, event: str, person: str, question: str, value: str) -> str:
    try:
        with database.write() as session:
            return "counted" if afterwards.give(session, event, person, question, value, NEXT_DAY, QUIET) else "before"
    except UserError as refusal:
        return refusal.words.en


@ON_SQLITE
def test_a_guest_takes_a_seat_and_gives_it_back(database: Database) -> None:
    event = made(database, KARI, OLA, capacity=3)
    assert [brings(database, event, KARI, n) for n in (1, 1)] == ["changed", "the same"]
    assert brings(database, event, OLA, 1) == seats.NO_ROOM.en
    with database.read() as session:
        assert rows.taken(session, session.get_one(Event, event)) == 3
        assert rows.counts(session, [event])[event] == {"yes": 3}
    assert [brings(database, event, KARI, 0), brings(database, event, OLA, 1)] == ["changed", "changed"]
    assert brings(database, event, "U0LISE", 1) == GONE.en


def test_of_many_who_bring_a_guest_at_once_one_gets_the_last_seat(database: Database) -> None:
    crowd = [f"U{n:02}" for n in range(20)]
    event = made(database, *crowd, capacity=21)
    with ThreadPoolExecutor(10) as pool:
        told = Counter(pool.map(lambda person: brings(database, event, person, 1), crowd))
    assert told == {"changed": 1, seats.NO_ROOM.en: 19}


@ON_SQLITE
def test_who_was_not_shown_is_not_marked(database: Database) -> None:
    event = made(database, KARI, OLA)
    with database.write() as session:
        assert roll.mark(session, event, ORGANIZER, {KARI, "U0NOBODY"}, {KARI, OLA}, STARTS) == 1
        assert [(one.person, one.attended) for one in roll.roll(session, event, ORGANIZER)[1]] == [
            (KARI, True),
            (OLA, None),
        ]


@ON_SQLITE
def test_those_who_were_there_are_thanked_once_on_the_next_working_day(database: Database) -> None:
    event = made(database, KARI, OLA)
    with database.write() as session:
        found = session.get_one(Event, event)
        assert afterwards.begins(found, QUIET) == NEXT_DAY
        assert afterwards.to_thank(session, found) == ([KARI, OLA], False)
        roll.mark(session, event, ORGANIZER, {KARI, OLA}, {OLA}, STARTS)
        assert afterwards.to_thank(session, found) == ([OLA], True)
        assert not afterwards.asked(session, found)
        assert afterwards.thank(session, found, OLA, NEXT_DAY, QUIET) is not None
        session.flush()
        assert afterwards.to_thank(session, found) == ([], True)
        assert afterwards.asked(session, found)
        members.stand(session, KARI, "full", active=False)
        assert afterwards.thank(session, found, KARI, NEXT_DAY, QUIET) is None


@ON_SQLITE
def test_nobody_was_asked_where_all_who_were_there_have_left_and_they_are_not_tried_again(database: Database) -> None:
    event = made(database, KARI)
    with database.write() as session:
        found = session.get_one(Event, event)
        members.stand(session, KARI, "full", active=False)
        assert afterwards.thank(session, found, KARI, NEXT_DAY, QUIET) is None
        session.flush()
        assert afterwards.to_thank(session, found) == ([], False)
        assert not afterwards.asked(session, found)


@ON_SQLITE
def test_each_answers_a_question_once_and_five_make_a_result(database: Database) -> None:
    crowd = [KARI, OLA, "U1", "U2", "U3"]
    event = made(database, *crowd)
    told = [gives(database, event, person, "useful", value) for person, value in zip(crowd, "55434", strict=True)]
    assert told == ["counted"] * 5
    assert gives(database, event, KARI, "useful", "1") == "before"
    assert gives(database, event, KARI, "again", "yes") == "counted"
    with database.read() as session:
        assert afterwards.result(session, event) == {"useful": {"5": 2, "4": 2, "3": 1}}
        assert people.export(session, KARI)["evaluated"] == [event]


@ON_SQLITE
def test_whoever_was_not_there_or_answers_too_late_or_nonsense_is_refused(database: Database) -> None:
    event = made(database, KARI)
    assert gives(database, event, OLA, "useful", "5") == CLOSED.en
    for question, value in (("useful", "6"), ("", ""), ("again", "5")):
        assert gives(database, event, KARI, question, value) == GONE.en
    for early_or_late in (STARTS, OVER):
        with pytest.raises(UserError, match="time for answers"), database.write() as session:
            afterwards.give(session, event, KARI, "useful", "5", early_or_late, QUIET)


@ON_SQLITE
def test_no_row_ties_a_person_to_an_answer_and_who_answered_is_forgotten(database: Database) -> None:
    event = made(database, KARI)
    gives(database, event, KARI, "useful", "5")
    assert {column.name for column in EventPulse.__table__.columns} == {"event", "question", "answer", "count"}
    assert {column.name for column in EventPulseGiven.__table__.columns} == {"event", "person", "question"}
    with database.write() as session:
        people.forget_answers(session, STARTS + timedelta(days=31))
        assert afterwards.answered(session, KARI) == []
