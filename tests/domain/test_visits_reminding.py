"""The reminder of an agreed visit: the day before at nine, on a working day, wherever the visit is moved to."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.domain.visits import planning, reminding
from bot.domain.visits.planning import Agreement
from bot.domain.visits.rows import Visit
from scheduler.due import DueWork
from tests.domain.gatherings import OSLO
from tests.domain.visiting import KARI, NOW, ON, QUIET, SIRI, asks


def at(day: int, hour: int = 9, month: int = 3) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=OSLO)


@pytest.mark.parametrize(
    ("starts", "eve"),
    [
        (at(18, 8), at(17)),
        (at(16, 13), at(13)),  # a Monday
        (at(30, 0), at(27)),  # after the clocks went forward
        (at(7, 10, month=4), at(1, month=4)),  # after Easter
    ],
)
def test_it_comes_at_nine_on_the_last_working_day_before(starts: datetime, eve: datetime) -> None:
    visit = Visit(at=NOW, changed_at=NOW, state="confirmed", starts_at=starts)
    assert reminding.eve(visit, QUIET) == eve


@pytest.mark.parametrize("state", ["asked", "proposed", "picked", "held", "off"])
def test_of_what_is_not_agreed_nobody_is_reminded(state: str) -> None:
    assert reminding.eve(Visit(at=NOW, changed_at=NOW, state=state, starts_at=at(18)), QUIET) is None


def planned(session: Session) -> list[datetime]:
    return list(session.scalars(sa.select(DueWork.due_at).where(DueWork.kind == reminding.EVE)))


def test_it_follows_the_visit_and_is_left_out_where_that_is_near(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        for starts, expected in ((at(18), [at(17)]), (at(25), [at(24)]), (NOW + timedelta(hours=20), [])):
            found, _ = planning.agree(session, SIRI, visit, Agreement(starts, ON.minutes, ON.place), NOW)
            reminding.plan(session, found, NOW, QUIET)
            assert planned(session) == expected
