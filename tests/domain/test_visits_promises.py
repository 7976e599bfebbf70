"""What was promised at a visit: owner and date, reminders on working days until it is closed, the company's own."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.visits import person, promises
from bot.domain.visits.promises import Given, next_reminder
from bot.domain.visits.rows import MOVED_ON, Visit, VisitPromise
from scheduler.due import DueWork
from tests.domain.gatherings import OSLO, at
from tests.domain.visiting import KARI, LATER, OLA, QUIET, SIRI, asks, held

AFTER = LATER + timedelta(days=1)
GIVEN = Given("Svare om parkering", "Plan- og byggesak", SIRI, date(2026, 4, 22))


def gives(database: Database, **more: Any) -> str:
    visit = held(database, KARI, "A")
    with database.write() as session:
        return promises.give(session, SIRI, visit, Given(**vars(GIVEN) | more), AFTER, QUIET).id


def reminders(due_on: date, since: datetime, count: int) -> list[str]:
    found: list[datetime] = []
    for _ in range(count):
        found.append(next_reminder(due_on, found[-1] if found else since, QUIET))
    return [f"{one.astimezone(OSLO):%a %d.%m. %H:%M}" for one in found]


def test_reminders_come_before_the_date_on_it_and_each_week_after_it() -> None:
    assert reminders(date(2026, 4, 22), AFTER, 4) == [
        "Fri 17.04. 09:00",  # three days before would be a Sunday
        "Wed 22.04. 09:00",
        "Wed 29.04. 09:00",
        "Wed 06.05. 09:00",
    ]


def test_reminders_keep_to_working_days() -> None:
    assert reminders(date(2026, 5, 17), at("2026-05-01 12:00"), 4) == [
        "Wed 13.05. 09:00",  # the 14th is Ascension Day
        "Mon 18.05. 09:00",
        "Tue 26.05. 09:00",  # after Whitsun
        "Mon 01.06. 09:00",
    ]


def test_what_was_missed_while_nobody_was_there_comes_once() -> None:
    assert reminders(date(2026, 4, 22), at("2026-05-20 10:00"), 1) == ["Wed 27.05. 09:00"]


@pytest.mark.parametrize(
    ("wrong", "words", "field"),
    [
        ({"words": " "}, promises.EMPTY, "words"),
        ({"role": " ", "owner": ""}, promises.NO_OWNER, "role"),
        ({"owner": KARI}, promises.NOT_STAFF, "owner"),
        ({"owner": "U0NOBODY"}, promises.NOT_STAFF, "owner"),
        ({"due_on": None}, promises.NO_DAY, "due_on"),
        ({"due_on": LATER.date()}, promises.NO_DAY, "due_on"),
    ],
)
def test_a_promise_that_lacks_something_is_refused_at_its_field(
    database: Database, wrong: dict[str, Any], words: object, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        gives(database, **wrong)
    assert (refused.value.words, refused.value.field) == (words, field)


@pytest.mark.parametrize(("field", "longest"), [("words", 501), ("role", 81)])
def test_what_is_too_long_is_refused_at_its_field(database: Database, field: str, longest: int) -> None:
    with pytest.raises(UserError) as refused:
        gives(database, **{field: "x" * longest})
    assert refused.value.field == field


def test_changing_the_date_moves_the_reminder_and_closing_ends_it(database: Database) -> None:
    promise = gives(database)
    due = sa.select(DueWork.due_at).where(DueWork.kind == promises.REMIND)
    with database.write() as session:
        assert session.scalar(due) == at("2026-04-17 09:00")
        later = Given(**vars(GIVEN) | {"due_on": date(2026, 4, 30), "owner": ""})
        promises.change(session, SIRI, promise, later, AFTER, QUIET)
        assert session.scalar(due) == at("2026-04-27 09:00")
        with pytest.raises(UserError) as refused:
            promises.close(session, SIRI, promise, " ", AFTER)
        assert refused.value.field == "outcome"
        closed = promises.close(session, SIRI, promise, "Svart i brev", AFTER)
        session.flush()
        assert (closed.outcome, closed.closed_by, session.scalar(due)) == ("Svart i brev", SIRI, None)
        with pytest.raises(UserError) as refused:
            promises.close(session, SIRI, promise, "Igjen", AFTER)
        assert refused.value.words == promises.CLOSED


def test_a_promise_whose_date_has_passed_can_still_get_another_owner(database: Database) -> None:
    promise = gives(database)
    with database.write() as session:
        members.find(session, OLA).role = "staff"
        session.flush()
        other = Given(**vars(GIVEN) | {"owner": OLA})
        changed = promises.change(session, SIRI, promise, other, at("2026-05-20 10:00"), QUIET)
        assert (changed.owner, changed.due_on) == (OLA, GIVEN.due_on)


def test_a_company_has_the_promises_of_its_own_visits_alone(database: Database) -> None:
    promise = gives(database)
    held(database, OLA, "B", LATER + timedelta(days=2))
    with database.read() as session:
        assert [one.id for one in promises.of_company(session, "A")] == [promise]
        assert list(promises.of_company(session, "B")) == []


def test_a_visit_has_so_many_promises_and_none_before_it_was_held(database: Database) -> None:
    visit = held(database, KARI, "A")
    early = asks(database, OLA, "B")
    with database.write() as session:
        for _ in range(promises.MOST):
            promises.give(session, SIRI, visit, GIVEN, AFTER, QUIET)
        for one, words in ((visit, promises.ENOUGH), (early, MOVED_ON)):
            with pytest.raises(UserError) as refused:
                promises.give(session, SIRI, one, GIVEN, AFTER, QUIET)
            assert refused.value.words == words


def test_a_visit_that_came_to_nothing_waits_again_unless_it_was_held_or_asked_anew(database: Database) -> None:
    visit = held(database, KARI, "A")
    with database.write() as session:
        found = promises.not_held(session, SIRI, visit, AFTER)
        assert (found.state, found.starts_at) == ("asked", None)
    assert asks(database, KARI, "A") == visit
    again = held(database, KARI, "A", LATER + timedelta(days=3))
    asks(database, KARI, "A")
    promised = held(database, OLA, "B", LATER + timedelta(days=4))
    with database.write() as session:
        promises.give(session, SIRI, promised, GIVEN, AFTER, QUIET)
        for one, words in ((again, promises.AGAIN), (promised, promises.PROMISED)):
            with pytest.raises(UserError) as refused:
                promises.not_held(session, SIRI, one, AFTER)
            assert refused.value.words == words


def test_a_visit_is_held_when_it_is_over_and_not_before(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        assert promises.hold(session, visit, LATER) is None
        assert session.get_one(Visit, visit).state == "asked"


def test_who_has_a_promise_is_given_it_and_forgotten_and_the_promise_stays(database: Database) -> None:
    promise = gives(database, role="")
    with database.write() as session:
        assert [one["words"] for one in person.export(session, SIRI)["promises"]] == ["Svare om parkering"]
        person.forget(session, SIRI, AFTER)
        assert person.export(session, SIRI)["promises"] == []
        session.expire_all()
        kept = session.get_one(VisitPromise, promise)
        assert (kept.words, kept.owner, kept.by) == ("Svare om parkering", None, None)


def test_after_three_years_a_closed_promise_has_no_words_and_still_counts(database: Database) -> None:
    promise = gives(database)
    with database.write() as session:
        promises.close(session, SIRI, promise, "Gjort", AFTER)
        person.forget_with_time(session, AFTER + timedelta(days=1200))
    with database.read() as session:
        kept = session.get_one(VisitPromise, promise)
        assert (kept.words, kept.outcome, kept.owner, kept.closed_at) == ("", "", None, AFTER)
