"""What is planned for those who come, and whether it is still right when its time has come."""

from datetime import datetime, timedelta

import pytest

from bot.core.db import Database
from bot.domain import members, pushes
from bot.domain.events import organizing, people, reminders, seats, wishes
from bot.domain.events.reminders import Subject, Verdict, judge, plan_for, plan_for_channel
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.pushes import Planned, Push
from tests.domain.gatherings import CHANNEL, KARI, NOW, ORGANIZER, OSLO, QUIET, STARTS, at, details, makes

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
WHOLE_DAY = timedelta(days=1)


class Calendar:
    """One event that Kari comes to, and what is planned."""

    def __init__(self, database: Database, choice: str = "yes", **more: object) -> None:
        self.database = database
        with database.write() as session:
            self.id = makes(session, **more).id  # type: ignore[arg-type]
            seats.answer(session, self.id, KARI, choice, NOW)
        self.plans(NOW)

    def plans(self, now: datetime) -> list[Planned]:
        with self.database.write() as session:
            found = session.get_one(Event, self.id)
            plan_for_channel(session, found, now, QUIET)
            stale = reminders.unplanned(session, found)
            return [one for answer in stale for one in plan_for(session, found, answer, now, QUIET)]

    def answers(self, choice: str, now: datetime) -> None:
        with self.database.write() as session:
            seats.answer(session, self.id, KARI, choice, now)

    def moves(self, starts: datetime, now: datetime) -> None:
        with self.database.write() as session:
            version = str(session.get_one(Event, self.id).version)
            organizing.change(session, self.id, version, ORGANIZER, details(starts), now, OSLO)

    def judges(self, what: str, now: datetime, moves: int = 0, person: str = KARI) -> Verdict:
        with self.database.write() as session:
            about = Subject(self.id, moves, what, person)
            return judge(session, session.get(Event, self.id), about, now, QUIET)

    def ledger(self, person: str = KARI) -> dict[str, tuple[str | None, str]]:
        with self.database.read() as session:
            rows = session.query(Push).filter(Push.person == person).order_by(Push.key)
            return {
                row.key.removeprefix(f"event:{self.id}:{person}:"): (
                    f"{row.when.astimezone(OSLO):%m-%d %H:%M}" if row.when else None,
                    row.why,
                )
                for row in rows
            }


SEND, NOT = Verdict(send=True), Verdict(send=False)
BEFORE, MORNING = at("2026-03-17 09:00"), at("2026-03-19 08:00")
AS_PLANNED = {"0:before": ("03-17 09:00", "on time"), "0:morning": ("03-19 08:00", "on time")}


def test_the_ledger_holds_what_is_planned(database: Database) -> None:
    calendar = Calendar(database)
    assert calendar.ledger() == AS_PLANNED
    assert calendar.ledger(CHANNEL) == {"0:channel": ("03-17 09:00", "on time")}
    assert calendar.plans(NOW) == []
    assert [calendar.judges("before", BEFORE), calendar.judges("morning", MORNING)] == [SEND, SEND]


def test_who_says_maybe_gets_no_reminder(database: Database) -> None:
    assert Calendar(database, "maybe").ledger() == {}


def test_who_gives_up_the_seat_is_not_reminded_and_gets_the_budget_back(database: Database) -> None:
    calendar = Calendar(database)
    calendar.answers("no", NOW)
    assert calendar.judges("before", BEFORE) == NOT
    calendar.plans(NOW)
    assert calendar.judges("morning", MORNING) == NOT
    assert calendar.ledger() == {}
    calendar.answers("yes", NOW)
    calendar.plans(NOW)
    assert calendar.ledger()["0:morning"] == AS_PLANNED["0:morning"]


def test_who_opted_out_or_left_meanwhile_gets_none(database: Database) -> None:
    calendar = Calendar(database)
    with database.write() as session:
        members.mute(session, KARI, "reminder", muted=True)
    assert calendar.judges("before", BEFORE) == NOT
    with database.write() as session:
        members.mute(session, KARI, "reminder", muted=False)
        members.stand(session, KARI, "full", active=False)
    assert calendar.judges("morning", MORNING) == NOT
    assert calendar.ledger() == {"0:before": (None, "opted out"), "0:morning": (None, "left")}


def test_the_post_in_the_channel_is_planned_for_the_time_that_holds_alone(database: Database) -> None:
    calendar = Calendar(database)
    calendar.moves(STARTS + 7 * WHOLE_DAY, NOW)
    calendar.plans(NOW)
    assert calendar.ledger(CHANNEL) == {"1:channel": ("03-24 09:00", "on time")}
    with database.write() as session:
        organizing.cancel(session, calendar.id, ORGANIZER, NOW)
    calendar.plans(NOW)
    assert calendar.ledger(CHANNEL) == {}


def test_a_move_takes_back_the_reminders_and_tells(database: Database) -> None:
    calendar = Calendar(database)
    calendar.moves(STARTS + 7 * WHOLE_DAY, NOW)
    assert calendar.judges("before", BEFORE) == NOT
    calendar.plans(NOW)
    assert calendar.ledger() == {
        "1:before": ("03-24 09:00", "on time"),
        "1:moved": ("03-10 10:00", "on time"),
        "1:morning": ("03-26 08:00", "on time"),
    }
    assert calendar.judges("moved", NOW, moves=1) == SEND


def test_who_answered_just_before_a_move_is_told_of_it(database: Database) -> None:
    calendar = Calendar(database, "no")
    calendar.answers("yes", NOW)
    calendar.moves(STARTS + 7 * WHOLE_DAY, NOW)
    calendar.plans(NOW)
    assert calendar.ledger()["1:moved"] == ("03-10 10:00", "on time")


def test_who_answers_after_a_move_is_not_told_of_it(database: Database) -> None:
    calendar = Calendar(database, "no")
    calendar.moves(STARTS + 7 * WHOLE_DAY, NOW)
    calendar.answers("yes", NOW)
    calendar.plans(NOW)
    assert sorted(calendar.ledger()) == ["1:before", "1:morning"]


def test_a_cancelled_event_is_told_and_nothing_else_comes(database: Database) -> None:
    calendar = Calendar(database, "maybe")
    with database.write() as session:
        organizing.cancel(session, calendar.id, ORGANIZER, NOW)
    calendar.plans(NOW)
    assert calendar.ledger() == {"1:cancelled": ("03-10 10:00", "on time")}


def test_all_who_come_may_come_or_wait_are_told_that_it_is_off_and_nobody_else(database: Database) -> None:
    given = {
        "U0COMES": {"choice": "yes"},
        "U0MAYBE": {"choice": "maybe"},
        "U0NOT": {"choice": "no"},
        "U0OFFERED": {"choice": "waiting", "turn": 1, "offered_until": BEFORE},
        "U0UNCONFIRMED": {"choice": "yes", "confirmed": 0},
        "U0WAITS": {"choice": "waiting", "turn": 2},
    }
    with database.write() as session:
        event = makes(session)
        organizing.change(session, event.id, "0", ORGANIZER, details(STARTS + WHOLE_DAY), NOW, OSLO)
        for person, more in given.items():
            session.add(EventAnswer(event=event.id, person=person, at=NOW, heard=1, **more))  # type: ignore[arg-type]
        organizing.cancel(session, event.id, ORGANIZER, NOW)
        told = {
            answer.person: [(one.what, one.why) for one in plan_for(session, event, answer, NOW, QUIET)]
            for answer in reminders.unplanned(session, event)
        }
        assert told == {person: [("cancelled", "on time")] if person != "U0NOT" else [] for person in given}
        for person in given:
            about = Subject(event.id, 2, "cancelled", person)
            assert judge(session, event, about, NOW, QUIET) == (NOT if person == "U0NOT" else SEND)


def test_what_is_cancelled_in_the_night_before_is_told_at_once(database: Database) -> None:
    calendar = Calendar(database)
    night = at("2026-03-18 23:00")
    with database.write() as session:
        organizing.cancel(session, calendar.id, ORGANIZER, night)
    calendar.plans(night)
    assert calendar.ledger()["1:cancelled"] == ("03-18 23:00", "urgent")
    assert calendar.judges("cancelled", night, moves=1) == SEND


def test_word_of_a_change_comes_also_where_the_day_is_full(database: Database) -> None:
    calendar = Calendar(database)
    eve = at("2026-03-18 10:00")
    with database.write() as session:
        for n in range(2):
            row = Push(key=f"other:{n}", person=KARI, kind="announcement", day=eve.date(), when=eve, why="on time")
            session.add(row)
        organizing.cancel(session, calendar.id, ORGANIZER, eve)
    calendar.plans(eve)
    assert calendar.ledger()["1:cancelled"] == ("03-18 10:00", "on time")


def test_who_sits_there_already_is_told_that_it_ends(database: Database) -> None:
    calendar = Calendar(database)
    during = STARTS + timedelta(hours=1)
    with database.write() as session:
        organizing.cancel(session, calendar.id, ORGANIZER, during)
    calendar.plans(during)
    assert calendar.ledger()["1:cancelled"] == ("03-19 19:00", "urgent")
    assert calendar.judges("cancelled", during, moves=1) == SEND


def test_a_begun_event_that_is_put_off_to_the_night_is_told_at_once(database: Database) -> None:
    calendar = Calendar(database)
    begun = STARTS + timedelta(minutes=30)
    calendar.moves(at("2026-03-19 21:00"), begun)
    calendar.plans(begun)
    assert calendar.ledger()["1:moved"] == ("03-19 18:30", "urgent")


def test_who_opts_in_again_is_reminded_again(database: Database) -> None:
    with database.write() as session:
        members.mute(session, KARI, "reminder", muted=True)
    calendar = Calendar(database)
    assert calendar.ledger() == {"0:before": (None, "opted out"), "0:morning": (None, "opted out")}
    with database.write() as session:
        members.mute(session, KARI, "reminder", muted=False)
        people.follow(session, KARI, NOW)
    calendar.plans(NOW)
    assert calendar.ledger() == AS_PLANNED


def test_what_a_person_tells_takes_no_reminder_back(database: Database) -> None:
    calendar = Calendar(database)
    with database.write() as session:
        people.follow(session, KARI, BEFORE)
    assert calendar.plans(BEFORE + timedelta(minutes=1)) == []
    with database.write() as session:
        people.follow(session, KARI, BEFORE)
    calendar.plans(BEFORE - timedelta(hours=1))
    assert calendar.ledger() == AS_PLANNED


def test_after_a_move_in_the_evening_the_morning_tells_and_no_reminder_comes_right_after(database: Database) -> None:
    calendar = Calendar(database)
    evening = at("2026-03-16 21:00")
    calendar.moves(STARTS + timedelta(hours=1), evening)
    calendar.plans(evening)
    assert calendar.ledger() == {"1:moved": ("03-17 07:00", "quiet time"), "1:morning": AS_PLANNED["0:morning"]}


def test_after_a_stop_of_days_one_reminder_comes_late(database: Database) -> None:
    calendar = Calendar(database)
    late = at("2026-03-19 09:30")
    assert [calendar.judges(what, late) for what in ("before", "morning")] == [NOT, SEND]
    assert calendar.ledger() == {"0:before": (None, "not needed"), "0:morning": ("03-19 09:30", "late")}


def test_after_a_stop_of_a_day_the_first_comes_late_and_the_second_on_time(database: Database) -> None:
    calendar = Calendar(database)
    assert calendar.judges("before", at("2026-03-18 12:00")) == SEND
    assert calendar.ledger() == AS_PLANNED | {"0:before": ("03-18 12:00", "late")}
    assert calendar.judges("morning", MORNING) == SEND


def test_what_is_late_in_the_night_waits_for_the_morning(database: Database) -> None:
    calendar = Calendar(database)
    assert calendar.judges("before", at("2026-03-17 23:00")) == Verdict(send=False, again=at("2026-03-18 07:00"))
    assert calendar.judges("before", at("2026-03-18 07:00")) == SEND


def test_what_is_late_in_the_last_night_is_left_to_the_morning(database: Database) -> None:
    calendar = Calendar(database)
    assert calendar.judges("before", at("2026-03-19 03:00")) == NOT
    assert calendar.ledger() == AS_PLANNED | {"0:before": (None, "not needed")}


def test_after_the_event_nothing_helps(database: Database) -> None:
    calendar = Calendar(database)
    over = STARTS + timedelta(minutes=1)
    assert [calendar.judges(what, over) for what in ("before", "morning")] == [NOT, NOT]
    assert {why for _, why in calendar.ledger().values()} <= {"not needed", "too late"}


def test_the_channel_is_not_asked_to_come_to_what_is_full(database: Database) -> None:
    calendar = Calendar(database, capacity=1)
    assert calendar.judges("channel", BEFORE, person=CHANNEL) == NOT
    assert calendar.ledger(CHANNEL) == {"0:channel": (None, "not needed")}


def fills_day(database: Database, day: datetime) -> None:
    """With as many other messages as Kari may get."""
    with database.write() as session:
        for n in range(QUIET.pushes):
            key = f"other:{day:%d}:{n}"
            session.add(Push(key=key, person=KARI, kind="announcement", day=day.date(), when=day, why="on time"))


def test_on_a_full_day_who_comes_is_reminded_all_the_same_and_before_the_event(database: Database) -> None:
    fills_day(database, BEFORE)
    fills_day(database, MORNING)
    calendar = Calendar(database)
    planned = {name: said for name, said in calendar.ledger().items() if not name.startswith("other")}
    assert planned == {"0:before": ("03-18 07:00", "budget"), "0:morning": ("03-19 08:00", "cannot wait")}
    assert calendar.judges("morning", MORNING) == SEND


def test_a_reminder_that_a_full_day_would_put_after_the_event_is_dropped_where_another_comes(
    database: Database,
) -> None:
    friday = at("2026-03-20 09:00")
    for day in (friday, friday + 3 * WHOLE_DAY):  # and the weekend has no bundle
        fills_day(database, day)
    calendar = Calendar(database, starts=at("2026-03-22 12:00"))
    planned = {name: said for name, said in calendar.ledger().items() if not name.startswith("other")}
    assert planned == {"0:before": (None, "too late"), "0:morning": ("03-20 19:00", "cannot wait")}


def test_who_chose_one_reminder_alone_gets_it_also_on_a_full_day(database: Database) -> None:
    fills_day(database, at("2026-03-20 09:00"))
    with database.write() as session:
        wishes.wish(session, KARI, ["before"])
    calendar = Calendar(database, starts=at("2026-03-22 12:00"))
    assert calendar.ledger()["0:before"] == ("03-20 09:00", "cannot wait")


def test_forged_subjects_are_nothing(database: Database) -> None:
    calendar = Calendar(database)
    with database.write() as session:
        assert judge(session, None, Subject("nothing", 0, "before", KARI), BEFORE, QUIET) == NOT
    assert calendar.judges("before", BEFORE, moves=7) == NOT
    assert calendar.judges("before", BEFORE, person="U0NOBODY") == NOT


def test_people_are_planned_in_pieces(database: Database) -> None:
    with database.write() as session:
        made = makes(session, capacity=None)
        session.add_all(EventAnswer(event=made.id, person=f"U{n:03}", choice="yes", at=NOW, heard=0) for n in range(60))
        session.flush()
        sizes = []
        while stale := reminders.unplanned(session, made):
            sizes.append(len(stale))
            for answer in stale:
                plan_for(session, made, answer, NOW, QUIET)
        assert sizes == [50, 10]
        assert pushes.receiver(session, "U000", NOW, QUIET).used == {BEFORE.date(): 1, MORNING.date(): 1}
