"""Closing happens once, keeps the numbers and destroys the way back to persons."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.polls import closing, person, results, tables
from scheduler.due import DueWork, run_due
from tests.domain.balloting import CHOICES, END, KEYS, NOW, ORGANIZER, PEOPLE, click, close, counted, make, rows, stored


def test_two_processes_close_once(database: Database) -> None:
    poll = make(database)
    for who in PEOPLE:
        click(database, poll, who, 1)
    other = Database(database.url.render_as_string(hide_password=False))
    closed: list[str] = []

    def work(session: Session, subject: str, at: datetime) -> None:
        if closing.close(session, KEYS, subject, at):
            closed.append(subject)

    def until_nothing(one: Database) -> None:
        while run_due(one, {"poll.close": work}, lambda: END):
            pass

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(until_nothing, [database, other] * 2))
    other.close()
    assert (closed, counted(database, poll)) == ([poll], (8, (0, 8, 0)))
    with database.read() as session:
        assert list(session.scalars(sa.select(DueWork.subject).where(DueWork.kind == "poll.close"))) == []


def test_closing_leaves_no_key_and_no_ballot_as_it_was(database: Database) -> None:
    poll = make(database)
    for n, who in enumerate(PEOPLE):
        click(database, poll, who, n % CHOICES)
    before = {row.key for row in rows(database, Ballot, poll)}  # type: ignore[union-attr]
    kept = close(database, poll)
    after = {row.key for row in rows(database, Ballot, poll)}  # type: ignore[union-attr]
    assert (kept and kept.key, len(after), before & after) == (None, len(PEOPLE), set())
    assert [stored(database, poll, who) for who in PEOPLE] == [None] * len(PEOPLE)
    assert close(database, poll) is None


@pytest.mark.parametrize(("answers", "shown"), [(4, None), (5, (0, 5, 0))])
def test_an_anonymous_result_needs_five(database: Database, answers: int, shown: tuple[int, ...] | None) -> None:
    poll = make(database)
    for who in PEOPLE[:answers]:
        click(database, poll, who, 1)
    close(database, poll)
    assert counted(database, poll) == (answers, shown)
    assert len(rows(database, Ballot, poll)) == (answers if shown else 0)


def test_deleting_somebody_asks_for_a_new_wall_now_not_long_ago(database: Database) -> None:
    poll = make(database, named=True)
    click(database, poll, PEOPLE[0], 0)
    with database.write() as session:
        session.execute(sa.delete(DueWork).where(DueWork.kind == "poll.redraw"))
        person.forget(KEYS, session, PEOPLE[0], END - timedelta(hours=1))
        asked = session.scalar(sa.select(DueWork.due_at).where(DueWork.kind == "poll.redraw"))
    assert asked == END - timedelta(hours=1)


def test_a_named_result_stays_when_somebody_is_deleted_later(database: Database) -> None:
    poll = make(database, named=True)
    for who in PEOPLE[:2]:
        click(database, poll, who, 0)
    close(database, poll)
    with database.write() as session:
        assert person.forget(KEYS, session, PEOPLE[0], NOW) == 1
    assert counted(database, poll) == (2, (2, 0, 0))
    assert [row.person for row in rows(database, Roll, poll)] == [PEOPLE[1]]  # type: ignore[union-attr]


def test_who_answered_is_forgotten_a_year_after(database: Database) -> None:
    poll = make(database)
    for who in PEOPLE:
        click(database, poll, who, 0)
    close(database, poll)
    with database.write() as session:
        person.forget_rolls(session, END + person.KEEP_ROLL)
    assert len(rows(database, Roll, poll)) == len(PEOPLE)
    with database.write() as session:
        person.forget_rolls(session, END + person.KEEP_ROLL + timedelta(seconds=1))
    assert (rows(database, Roll, poll), counted(database, poll)) == ([], (8, (8, 0, 0)))


def test_a_person_gets_what_is_kept_about_them(database: Database) -> None:
    poll = make(database)
    click(database, poll, "U0A", 1)
    told = {"question": "Hva?", "named": False, "made": False, "answered": True, "closes_at": END.isoformat()}
    with database.read() as session:
        assert person.export(KEYS, session, "U0A") == [told | {"answer": "b"}]
        assert person.export(KEYS, session, ORGANIZER) == [told | {"made": True, "answered": False}]
        assert person.export(KEYS, session, "U0B") == []
    close(database, poll)
    with database.read() as session:
        assert person.export(KEYS, session, "U0A") == [told]


def test_only_what_was_asked_in_the_same_words_and_way_is_compared_over_time(database: Database) -> None:
    first = make(database, named=True)
    others: tuple[dict[str, Any], ...] = (
        {"question": {"nb": "Hvor?"}},
        {"named": False},
        {"options": {"nb": "a\nb\nd"}},
        {"question": {"nb": " Hva? "}},
    )
    usual: dict[str, Any] = {"named": True, "same_as": first}
    polls = [first, *(make(database, **usual | more) for more in others)]
    for n, poll in enumerate(polls):
        for who in PEOPLE[:6]:
            click(database, poll, who, n % CHOICES)
        close(database, poll, END + timedelta(hours=n))
    with database.read() as session:
        found = {poll: [point.counts for point in results.trend(session, tables.find(session, poll))] for poll in polls}
    alike = [(6, 0, 0), (0, 6, 0)]
    alone = [[(0, 6, 0)], [(0, 0, 6)], [(6, 0, 0)]]
    assert list(found.values()) == [alike, *alone, alike]
