"""Who is invited, or asked, and has not answered hears once when the event moves or is called off."""

from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from bot.core.db import Database
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.events import invitations, invited, organizing, reminders, seats, stands, unanswered
from bot.domain.events.reminders import Subject, Verdict
from bot.domain.events.rows import Event
from bot.domain.pushes import Push
from scheduler import due, outbox
from scheduler.outbox import Outgoing
from tests.domain.gatherings import KARI, LISE, NOW, OLA, ORGANIZER, OSLO, QUIET, STARTS, at, details
from tests.domain.test_events_invited import made, planned

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
WEEK = timedelta(days=7)
SEND, NOT = Verdict(send=True), Verdict(send=False)


def told(database: Database, *people: str) -> str:
    """An event to which these are invited, and have been told so."""
    event = made(database, *people)
    assert planned(database, event) == sorted(people)
    return event


def moves(database: Database, event: str, starts: datetime = STARTS + WEEK, now: datetime = NOW) -> list[str]:
    """Who is told of it."""
    with database.write() as session:
        version = str(session.get_one(Event, event).version)
        organizing.change(session, event, version, ORGANIZER, details(starts), now, OSLO)
    return plans(database, event, now)


def called_off(database: Database, event: str, now: datetime = NOW) -> list[str]:
    with database.write() as session:
        organizing.cancel(session, event, ORGANIZER, now)
    return plans(database, event, now)


def plans(database: Database, event: str, now: datetime) -> list[str]:
    with database.write() as session:
        found = session.get_one(Event, event)
        people = unanswered.to_tell(session, found, 10)
        for person in people:
            unanswered.plan(session, found, person, now, QUIET)
        return people


def judges(database: Database, event: str, what: str, now: datetime = NOW, moves: int = 1) -> Verdict:
    with database.write() as session:
        about = Subject(event, moves, what, KARI)
        return unanswered.judge(session, session.get(Event, event), about, now, QUIET)


def ledger(database: Database, event: str, person: str = KARI) -> dict[str, tuple[str | None, str]]:
    """What was planned for the person after the invitation."""
    with database.read() as session:
        rows = session.query(Push).filter(Push.person == person, ~Push.key.endswith(":invited"))
        return {
            row.key.removeprefix(f"event:{event}:{person}:"): (
                f"{row.when.astimezone(OSLO):%m-%d %H:%M}" if row.when else None,
                row.why,
            )
            for row in rows
        }


def mutes(database: Database, person: str) -> None:
    with database.write() as session:
        members.mute(session, person, "announcement", muted=True)


def test_who_was_invited_and_has_not_answered_is_told_once(database: Database) -> None:
    event = told(database, KARI, OLA)
    with database.write() as session:
        seats.answer(session, event, OLA, "no", NOW)
    assert moves(database, event) == [KARI]
    assert plans(database, event, NOW) == []
    assert (judges(database, event, "news"), judges(database, event, "news", moves=0)) == (SEND, NOT)
    assert ledger(database, event) == {"1:news": ("03-10 10:00", "on time")}
    tomorrow = NOW + timedelta(days=1)
    assert called_off(database, event, tomorrow) == [KARI]
    assert judges(database, event, "news-off", tomorrow, moves=2) == SEND


def test_who_has_not_heard_of_the_invitation_hears_of_no_change(database: Database) -> None:
    event = made(database, KARI)
    assert moves(database, event) == []
    planned(database, event)
    with database.write() as session:
        due.schedule(session, "event.invited", f"{event}:{KARI}", NOW)
    assert called_off(database, event) == []
    with database.write() as session:
        due.cancel(session, "event.invited", f"{event}:{KARI}")
        found = session.get_one(Event, event)
        outbox.enqueue(session, Outgoing(invitations.about(found, KARI).outgoing, KARI, {"text": "x"}))
        outbox.cancel(session, f"event:{event}:")
    assert plans(database, event, NOW) == []


def test_who_is_invited_after_a_move_has_read_of_it_there_and_hears_of_the_next(database: Database) -> None:
    event = made(database, KARI)
    assert moves(database, event) == []
    planned(database, event)
    with database.write() as session:
        unanswered.knows(session, session.get_one(Event, event), KARI, NOW, QUIET)
    assert plans(database, event, NOW) == []
    assert moves(database, event, STARTS + 2 * WEEK) == [KARI]


def test_of_several_changes_that_nobody_was_told_of_the_last_is_told(database: Database) -> None:
    event = told(database, KARI)
    night = at("2026-03-10 21:00")
    assert moves(database, event, now=night) == [KARI]
    assert ledger(database, event) == {"1:news": ("03-11 07:00", "quiet time")}
    assert called_off(database, event, night) == [KARI]
    assert ledger(database, event) == {"2:news-off": ("03-11 07:00", "quiet time")}
    assert judges(database, event, "news-off", night, moves=2) == Verdict(send=False, again=at("2026-03-11 07:00"))


def test_who_answers_or_is_taken_off_the_list_meanwhile_is_not_told(database: Database) -> None:
    event = told(database, KARI)
    moves(database, event)
    with database.write() as session:
        seats.answer(session, event, KARI, "yes", NOW)
    assert judges(database, event, "news") == NOT
    assert ledger(database, event) == {"1:news": (None, "not needed")}


def test_it_disturbs_nobody_at_night_and_comes_before_the_event_or_not_at_all(database: Database) -> None:
    event = told(database, KARI)
    late = at("2026-03-19 17:30")
    with database.write() as session:
        for n in range(QUIET.pushes):
            row = Push(key=f"other:{n}", person=KARI, kind="survey", day=late.date(), when=late, why="on time")
            session.add(row)
    assert called_off(database, event, late) == [KARI]
    assert ledger(database, event)["1:news-off"] == (None, "too late")


def test_on_a_full_day_it_joins_the_next_days_message(database: Database) -> None:
    event = told(database, KARI)
    with database.write() as session:
        for n in range(QUIET.pushes):
            session.add(Push(key=f"other:{n}", person=KARI, kind="survey", day=NOW.date(), when=NOW, why="on time"))
    moves(database, event)
    assert ledger(database, event)["1:news"] == ("03-11 07:00", "budget")
    assert judges(database, event, "news", at("2026-03-11 07:00")) == Verdict(send=True, bundled=True)


def test_who_wants_no_announcements_hears_of_what_they_asked_for_alone(database: Database) -> None:
    event = told(database, KARI)
    with database.write() as session:
        invited.ask(session, event, OLA, NOW)
        invited.ask(session, event, LISE, NOW)
        invited.decide(session, event, LISE, ORGANIZER, NOW, given=True)
    for person in (KARI, OLA, LISE):
        mutes(database, person)
    assert moves(database, event) == [KARI, LISE, OLA]
    assert [ledger(database, event, one)["1:news"][1] for one in (KARI, OLA, LISE)] == [
        "opted out",
        "on time",
        "on time",
    ]


def test_who_was_declined_hears_nothing_more(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        invited.ask(session, event, OLA, NOW)
        invited.decide(session, event, OLA, ORGANIZER, NOW, given=False)
    assert moves(database, event) == []


def test_who_asked_for_a_stand_is_told(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        session.get_one(Event, event).kind = stands.EXPO
        companies.choose(session, KARI, "", "Eksempel Bakeri AS")
        session.flush()
        stands.ask(session, event, KARI, "Strøm", NOW)
    assert called_off(database, event) == [KARI]
    assert stands_as(database, event) == unanswered.STAND


def stands_as(database: Database, event: str, person: str = KARI) -> str | None:
    with database.read() as session:
        return unanswered.standing(session, session.get_one(Event, event), person)


SATURDAY = at("2026-03-21 12:00")
FRIDAY_NIGHT = at("2026-03-20 20:30")


def given_a_stand(database: Database, deadline: datetime | None = None) -> str:
    """An expo on Saturday, at which Kari's company has a stand."""
    event = made(database, starts=SATURDAY)
    with database.write() as session:
        found = session.get_one(Event, event)
        found.kind, found.deadline = stands.EXPO, deadline
        companies.choose(session, KARI, "", "Eksempel Bakeri AS")
        session.flush()
        stand, _ = stands.ask(session, event, KARI, "Strøm", NOW)
        session.flush()
        stands.decide(session, event, stand.company, ORGANIZER, "A1", NOW, given=True)
    return event


def granted_a_seat(database: Database, deadline: datetime | None = None) -> str:
    """An event on Saturday to which Kari may come, since she asked."""
    event = made(database, starts=SATURDAY)
    with database.write() as session:
        session.get_one(Event, event).deadline = deadline
        invited.ask(session, event, KARI, NOW)
        invited.decide(session, event, KARI, ORGANIZER, NOW, given=True)
    return event


@pytest.mark.parametrize("holding", [given_a_stand, granted_a_seat])
def test_who_has_a_stand_or_a_seat_granted_hears_at_any_time_that_tomorrow_is_off(
    database: Database, holding: Callable[..., str]
) -> None:
    event = holding(database)
    assert called_off(database, event, FRIDAY_NIGHT) == [KARI]
    assert ledger(database, event) == {"1:news-off": ("03-20 20:30", "urgent")}
    assert judges(database, event, "news-off", FRIDAY_NIGHT) == SEND
    assert stands_as(database, event) == (unanswered.GIVEN if holding is given_a_stand else invited.GRANTED)


@pytest.mark.parametrize("holding", [given_a_stand, granted_a_seat])
def test_a_deadline_that_has_passed_keeps_a_move_from_nobody_who_has_a_stand_or_a_seat_granted(
    database: Database, holding: Callable[..., str]
) -> None:
    event, friday = holding(database, deadline=at("2026-03-18 12:00")), at("2026-03-19 10:00")
    assert moves(database, event, SATURDAY + timedelta(hours=1), friday) == [KARI]
    assert ledger(database, event) == {"1:news": ("03-19 10:00", "on time")}
    assert judges(database, event, "news", friday) == SEND


def test_who_cannot_come_and_has_a_stand_hears_of_a_change_all_the_same(database: Database) -> None:
    event, night = given_a_stand(database), at("2026-03-10 21:00")
    with database.write() as session:
        seats.answer(session, event, KARI, "no", NOW)
        seats.answer(session, event, OLA, "no", NOW)
    assert moves(database, event, SATURDAY + WEEK, night) == [KARI]
    with database.write() as session:
        found = session.get_one(Event, event)
        for answer in reminders.unplanned(session, found):
            reminders.plan_for(session, found, answer, night, QUIET)
        assert unanswered.hear(session, found) == Counter(none=1)
    assert ledger(database, event) == {"1:news": ("03-11 07:00", "quiet time")}
    assert judges(database, event, "news", at("2026-03-11 07:00")) == SEND


def test_who_waits_for_an_answer_is_not_disturbed_and_hears_of_no_move_after_the_deadline(database: Database) -> None:
    event = made(database, starts=SATURDAY)
    with database.write() as session:
        session.get_one(Event, event).deadline = at("2026-03-18 12:00")
        invited.ask(session, event, KARI, NOW)
    assert moves(database, event, SATURDAY + timedelta(hours=1), FRIDAY_NIGHT) == [KARI]
    assert ledger(database, event) == {"1:news": (None, "too late")}
    assert called_off(database, event, FRIDAY_NIGHT) == [KARI]
    assert ledger(database, event)["2:news-off"][1] != "urgent"


def test_all_who_hear_of_a_change_are_counted(database: Database) -> None:
    event = told(database, KARI, OLA, LISE)
    with database.write() as session:
        found = session.get_one(Event, event)
        found.capacity, found.by_invitation, found.plus_one = 2, False, True
        for person, choice in ((OLA, "yes"), ("U1", "yes"), ("U2", "yes"), ("U3", "maybe"), ("U4", "no")):
            seats.answer(session, event, person, choice, NOW)
        assert unanswered.hear(session, found) == Counter(yes=2, waiting=1, maybe=1, none=2)
