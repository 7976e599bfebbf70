"""A municipality is read page by page with its branches; broken off anywhere, it goes on and misses nothing."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.domain.companies import progress
from bot.domain.companies.progress import Window
from bot.domain.companies.register import RegisterUnit
from bot.register import client as settings
from bot.register import filling
from bot.register.client import Register, Unreachable
from bot.register.filling import Progress
from tests.clock import Clock
from tests.register import standin as register
from tests.register.standin import HERE, NUMBERS, PERSON, StandIn, branch, company


def steps(asked: Register, database: Database, clock: Clock) -> Iterator[Progress]:
    filling.begin(database, HERE)
    while (page := filling.step(asked, database, HERE, clock)) is not None:
        yield page


def kept(database: Database) -> set[str]:
    with database.read() as session:
        return set(session.scalars(sa.select(RegisterUnit.number)))


def whole(standin: StandIn) -> None:
    """A hundred and fifty companies, one of them a person's, and a branch of each second; some elsewhere."""
    standin.add(*(company(number, "EKSEMPEL AS") for number in NUMBERS[1:150]), company(NUMBERS[0], PERSON, "ENK"))
    standin.add(*(branch(NUMBERS[500 + n], NUMBERS[n], PERSON if n == 0 else "AVD") for n in range(0, 150, 2)))
    far = company(NUMBERS[900])
    far["forretningsadresse"] = far["forretningsadresse"] | {"kommunenummer": "0301"}
    standin.add(far, branch(NUMBERS[901], NUMBERS[900], "BUTIKKEN HER"))


def test_companies_and_branches_are_kept_and_progress_is_told(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    whole(standin)
    pages = list(steps(client, database, clock))
    assert pages == [
        Progress("enheter", 100, 150, 100, 100, 0),
        Progress("enheter", 150, 150, 150, 50, 0),
        Progress("underenheter", 76, 76, 226, 76, 0),
    ]
    assert len(kept(database)) == 226
    with database.read() as session:
        names = session.scalars(sa.select(RegisterUnit.name)).all()
        assert (names.count(""), names.count("BUTIKKEN HER"), PERSON in names) == (2, 1, False)
        assert progress.fill(session, HERE) is None
    assert sum(page.new + page.changed for page in steps(client, database, clock)) == 0


def test_what_fails_in_the_middle_goes_on_from_there(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    whole(standin)
    running = steps(client, database, clock)
    next(running)
    standin.fails(502)
    with pytest.raises(Unreachable):
        next(running)
    standin.asked.clear()
    assert filling.begin(database, HERE) == 100
    assert [page.done for page in steps(client, database, clock)] == [150, 226]
    assert standin.asked[0][1]["page"] == "1"
    assert len(kept(database)) == 226


def test_more_than_can_be_paged_through_is_read_by_days_of_registration(
    database: Database, standin: StandIn, client: Register, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (settings, filling, register):
        monkeypatch.setattr(module, "SHOWN", 200)
    first = date(2000, 1, 1)
    for n, number in enumerate(NUMBERS[:1000]):
        day = (first + timedelta(days=n * 9)).isoformat()
        standin.add(company(number, registreringsdatoEnhetsregisteret=day))
    pages = list(steps(client, database, clock))
    assert len(kept(database)) == 1000
    assert pages[-1].done == 1000


def test_days_are_halved_without_a_gap_or_an_overlap() -> None:
    today = date(2026, 3, 10)
    left, right = Window("enheter").halves(today)
    assert (left.since, right.until, (right.since - left.until).days) == (date(1900, 1, 1), today, 1)  # type: ignore[operator]
    assert Window.read(left.stored()) == left
    one_day = Window("enheter", today, today)
    assert one_day.halves(today) == [one_day]
    assert [(one.since, one.until) for one in Window("enheter", today, today + timedelta(days=1)).halves(today)] == [
        (today, today),
        (today + timedelta(days=1), today + timedelta(days=1)),
    ]
