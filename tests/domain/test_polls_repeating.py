"""Polls that are asked again: the same, in the same channel, on the right day, until they are stopped."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.polls import person, repeating, results, tables
from bot.domain.polls.making import ALIKE
from bot.domain.polls.repeating import REPEAT, Come, PollRepeat, Wish
from bot.domain.polls.tables import Poll
from scheduler.due import DueWork
from scheduler.quiet import Quiet
from scheduler.rhythm import Rhythm
from tests.domain.balloting import CHANNEL, KEYS, NOW, ORGANIZER, click, close, make

OSLO = ZoneInfo("Europe/Oslo")
QUIET = Quiet(OSLO)
QUARTERLY = Rhythm(date(2026, 4, 10), "quarter", days=3)
FIRST = datetime(2026, 4, 10, 9, tzinfo=OSLO)


def asked(database: Database, **fields: Any) -> str:
    """A poll that has closed."""
    poll = make(database, **fields)
    close(database, poll)
    return poll


def wished(
    database: Database,
    poll: str,
    wish: Rhythm = QUARTERLY,
    *,
    opens: bool = True,
    by: str = ORGANIZER,
    place: str | None = CHANNEL,
) -> datetime:
    with database.write() as session:
        return repeating.repeat(session, poll, Wish(wish, opens, place), by, NOW, QUIET).next_at


def comes(database: Database, series: str, at: datetime) -> Come | None:
    with database.write() as session:
        return repeating.come(session, KEYS, series, at, QUIET)


def due_for(database: Database, kind: str) -> dict[str, datetime]:
    with database.read() as session:
        return {row.subject: row.due_at for row in session.scalars(sa.select(DueWork).where(DueWork.kind == kind))}


def test_the_same_is_asked_again_and_compared(database: Database) -> None:
    first = make(database)
    for n in range(5):
        click(database, first, f"U0P{n}", n % 3)
    close(database, first)
    assert wished(database, first) == FIRST
    assert due_for(database, REPEAT) == {first: FIRST}
    came = comes(database, first, FIRST)
    assert came
    assert came.poll
    assert came.again == datetime(2026, 7, 10, 9, tzinfo=OSLO)
    second = came.poll
    assert due_for(database, "poll.close")[second.id] == datetime(2026, 4, 13, 15, tzinfo=OSLO)
    for n in range(5):
        click(database, second.id, f"U0P{n}", 1, FIRST)
    close(database, second.id, FIRST + timedelta(days=4))
    with database.read() as session:
        found = tables.find(session, second.id)
        assert [getattr(found, name) for name in ALIKE] == [getattr(came.latest, name) for name in ALIKE]
        assert [point.counts for point in results.trend(session, found)] == [(2, 2, 1), (0, 5, 0)]
    third = comes(database, first, datetime(2026, 7, 10, 9, tzinfo=OSLO))
    assert third
    assert third.latest.id == second.id  # the rule belongs to the series


def test_an_organizer_is_reminded_where_it_does_not_open_by_itself(database: Database) -> None:
    first = asked(database)
    wished(database, first, opens=False)
    came = comes(database, first, FIRST)
    assert came
    assert (came.poll, came.by, came.latest.id) == (None, ORGANIZER, first)
    with database.read() as session:
        assert len(list(session.scalars(sa.select(Poll)))) == 1


def test_it_is_changed_stopped_and_ends(database: Database) -> None:
    first = asked(database)
    wished(database, first)
    wished(database, first, Rhythm(date(2026, 4, 11), "year", times=1, days=3))  # a Saturday
    monday = datetime(2026, 4, 13, 9, tzinfo=OSLO)
    assert due_for(database, REPEAT) == {first: monday}
    came = comes(database, first, monday)
    assert came
    assert came.again is None
    assert comes(database, first, monday) is None
    wished(database, first)
    with database.write() as session, pytest.raises(UserError) as refused:
        repeating.stop(session, first, "U0P1", CHANNEL, NOW)
    assert refused.value.words == members.NOT_ALLOWED
    with database.write() as session:
        repeating.stop(session, first, ORGANIZER, CHANNEL, NOW)
    assert (due_for(database, REPEAT), comes(database, first, FIRST)) == ({}, None)


def test_nothing_is_asked_for_who_is_no_organizer_any_more(database: Database) -> None:
    first = asked(database)
    wished(database, first)
    with database.write() as session:
        assert {"repeats": first, "rule": "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10"} in person.export(
            KEYS, session, ORGANIZER
        )
        person.forget(KEYS, session, ORGANIZER, NOW)
    assert comes(database, first, FIRST) is None
    with database.read() as session:
        assert list(session.scalars(sa.select(PollRepeat))) == []


def test_an_open_poll_and_one_of_a_private_channel_elsewhere_are_not_repeated(database: Database) -> None:
    private = asked(database, private=True)
    with database.write() as session:
        members.find(session, "U0OTHER").role = "organizer"
    for poll, by, place in (
        (make(database), ORGANIZER, CHANNEL),
        (private, "U0OTHER", "C0ELSE"),
        (private, "U0OTHER", ""),
    ):
        with pytest.raises(UserError) as refused:
            wished(database, poll, by=by, place=place)
        assert refused.value.words == tables.GONE
        with database.write() as session, pytest.raises(UserError) as refused:
            repeating.stop(session, poll, by, place, NOW)
        assert refused.value.words == tables.GONE
    assert due_for(database, REPEAT) == {}
    wished(database, private, by="U0OTHER")
    assert due_for(database, REPEAT) == {private: FIRST}


def test_of_each_fact_of_a_poll_it_is_decided_whether_it_is_the_same_when_asked_again() -> None:
    own = {"id", "made_by", "made_at", "closes_at", "enough", "series", "key", "wall"}
    at_closing = {"closed_at", "turnout", "counts", "groups"}
    assert set(Poll.__table__.columns.keys()) - set(ALIKE) == own | at_closing
