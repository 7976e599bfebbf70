"""Answers to an event: one press each, and never more seats than there are."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.events import organizing, people, rows, seats
from bot.domain.events.rows import Event, EventAnswer
from scheduler.due import DueWork
from tests.domain.gatherings import KARI, LISE, NOW, OLA, ORGANIZER, OSLO, STARTS, details, makes

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def made(database: Database, **more: Any) -> str:
    with database.write() as session:
        return makes(session, **more).id


def answers(database: Database, event: str, *given: tuple[str, str]) -> list[str]:
    """What each was told, in turn: changed, the same, waiting, or the refusal."""
    told = []
    for person, choice in given:
        try:
            with database.write() as session:
                answered = seats.answer(session, event, person, choice, NOW)
                waits = answered.choice == rows.WAITING
                told.append("waiting" if waits else "changed" if answered.changed else "the same")
        except UserError as refusal:
            told.append(refusal.words.en)
    return told


def counts(database: Database, event: str) -> Counter[str]:
    with database.read() as session:
        return rows.counts(session, [event])[event]


def test_an_answer_moves_and_the_same_again_changes_nothing(database: Database) -> None:
    event = made(database)
    given = answers(database, event, (KARI, "yes"), (KARI, "yes"), (KARI, "maybe"), (KARI, "no"))
    assert given == ["changed", "the same", "changed", "changed"]
    assert counts(database, event) == {"no": 1}


def test_who_comes_too_late_stands_in_line_and_may_still_say_maybe(database: Database) -> None:
    event = made(database, capacity=1)
    assert answers(database, event, (KARI, "yes"), (OLA, "yes"), (OLA, "maybe")) == [
        "changed",
        "waiting",
        "changed",
    ]
    assert counts(database, event) == {"yes": 1, "maybe": 1}


def test_a_seat_given_up_is_free_for_the_next(database: Database) -> None:
    event = made(database, capacity=1)
    given = answers(database, event, (KARI, "yes"), (KARI, "no"), (OLA, "yes"), (KARI, "yes"))
    assert given == ["changed", "changed", "changed", "waiting"]


def test_of_200_who_press_at_once_one_gets_the_last_seat(database: Database) -> None:
    event = made(database, capacity=2)
    answers(database, event, (KARI, "yes"))
    with ThreadPoolExecutor(16) as pool:
        told = Counter(one for (one,) in pool.map(lambda n: answers(database, event, (f"U{n}", "yes")), range(200)))
    assert told == {"changed": 1, "waiting": 199}
    assert counts(database, event) == {"yes": 2, "waiting": 199}
    with database.read() as session:
        assert [answer.turn for answer in rows.in_line(session, event)] == list(range(1, 200))


def test_one_who_presses_many_times_at_once_takes_one_seat(database: Database) -> None:
    event = made(database, capacity=5)
    with ThreadPoolExecutor(16) as pool:
        told = Counter(one for (one,) in pool.map(lambda _: answers(database, event, (KARI, "yes")), range(40)))
    assert told == {"changed": 1, "the same": 39}
    assert counts(database, event) == {"yes": 1}


@ON_SQLITE
def test_who_was_deactivated_holds_no_seat(database: Database) -> None:
    event = made(database, capacity=1)
    answers(database, event, (KARI, "yes"))
    with database.write() as session:
        members.stand(session, KARI, "full", active=False)
        people.follow(session, KARI, NOW)
    assert counts(database, event) == {}
    assert answers(database, event, (OLA, "yes")) == ["changed"]
    with database.write() as session:
        members.stand(session, KARI, "full", active=True)
        people.follow(session, KARI, NOW)
    assert counts(database, event) == {"yes": 1}


@ON_SQLITE
@pytest.mark.parametrize(
    ("event", "choice"),
    [("no such id", "yes"), ("", ""), ("'; drop table events; --", "yes"), (None, "YES"), (None, "")],
)
def test_a_forged_press_changes_nothing(database: Database, event: str | None, choice: str) -> None:
    real = made(database)
    assert answers(database, real if event is None else event, (KARI, choice)) == [rows.GONE.en]
    assert counts(database, real) == {}


@ON_SQLITE
def test_nobody_answers_what_is_cancelled_or_over(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        with pytest.raises(UserError, match="is over"):
            seats.answer(session, event, KARI, "yes", STARTS + timedelta(hours=3))
        organizing.cancel(session, event, ORGANIZER, NOW)
    assert answers(database, event, (KARI, "yes")) == [rows.CANCELLED.en]


@ON_SQLITE
def test_a_change_of_words_is_no_move_and_one_of_time_or_place_is(database: Database) -> None:
    event = made(database)
    changes = [details(title={"nb": "Nytt navn"}), details(place="Et annet hus"), details(STARTS + timedelta(days=1))]
    with database.write() as session:
        moved = [
            organizing.change(session, event, str(n), ORGANIZER, change, NOW, OSLO)[1]
            for n, change in enumerate(changes)
        ]
        changed = session.get_one(Event, event)
        assert (changed.version, changed.moves, changed.moved_from) == (3, 2, STARTS)
    assert moved == [False, True, True]


@ON_SQLITE
def test_two_who_change_at_once_do_not_overwrite_each_other(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        organizing.change(session, event, "0", ORGANIZER, details(place="Her"), NOW, OSLO)
        with pytest.raises(UserError, match="Somebody else"):
            organizing.change(session, event, "0", ORGANIZER, details(place="Der"), NOW, OSLO)


@ON_SQLITE
def test_there_cannot_be_fewer_seats_than_are_taken(database: Database) -> None:
    event = made(database)
    answers(database, event, (KARI, "yes"), (OLA, "yes"))
    with database.write() as session, pytest.raises(UserError) as refused:
        organizing.change(session, event, "0", ORGANIZER, details(capacity=1), NOW, OSLO)
    assert (refused.value.field, refused.value.values) == ("capacity", {"taken": 2})


@ON_SQLITE
def test_a_member_organizes_nothing(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        with pytest.raises(UserError, match="do not have access"):
            organizing.create(session, KARI, "C0", details(), NOW)
        with pytest.raises(UserError, match="do not have access"):
            organizing.change(session, event, "0", KARI, details(), NOW, OSLO)
        with pytest.raises(UserError, match="do not have access"):
            organizing.cancel(session, event, KARI, NOW)


@ON_SQLITE
def test_what_is_kept_about_a_person_is_given_and_forgotten(database: Database) -> None:
    event = made(database)
    answers(database, event, (KARI, "yes"), (OLA, "maybe"))
    with database.write() as session:
        kept = people.export(session, KARI)
        assert [(one["event"], one["answer"]) for one in kept["answers"]] == [("SNR Næringsseminar", "yes")]
        assert [one["event"] for one in people.export(session, ORGANIZER)["made"]] == ["SNR Næringsseminar"]
        assert people.forget(session, KARI, STARTS) == 1
        redraw = sa.select(DueWork.due_at).where(DueWork.kind == "event.redraw", DueWork.subject == event)
        assert session.scalar(redraw) == STARTS
        assert people.forget(session, ORGANIZER, NOW) == 1
        assert people.export(session, KARI) == {
            "answers": [],
            "reminders": None,
            "calendar address since": None,
            "meetings": [],
            "invited": [],
            "stands": [],
            "evaluated": [],
            "made": [],
        }
        assert session.get_one(Event, event).by is None
    assert counts(database, event) == {"maybe": 1}


@ON_SQLITE
def test_who_answered_is_forgotten_30_days_after_the_event(database: Database) -> None:
    event = made(database)
    answers(database, event, (LISE, "yes"))
    ended = STARTS + timedelta(hours=2)
    for days, left in ((30, 1), (31, 0)):
        with database.write() as session:
            people.forget_answers(session, ended + timedelta(days=days))
            assert session.scalar(sa.select(sa.func.count()).select_from(EventAnswer)) == left
