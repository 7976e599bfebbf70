"""Due work is carried out once, together with what it leaves behind."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from threading import Barrier

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from bot.core.db import Database
from bot.domain.members import Member
from scheduler.due import DueWork, cancel, cancel_all, run_due, schedule, soon
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from tests.clock import Clock


def plan(database: Database, act: Callable[..., None], *given: object) -> None:
    with database.write() as session:
        act(session, *given)


def left(database: Database) -> list[tuple[str, datetime]]:
    with database.read() as session:
        rows = session.execute(sa.select(DueWork.subject, DueWork.due_at).order_by(DueWork.subject))
        return [(subject, due_at) for subject, due_at in rows]


class Work:
    """Notes what it is called for; each time it leaves a member behind."""

    def __init__(self, again: timedelta | None = None, *, failing: bool = False) -> None:
        self.again, self.failing = again, failing
        self.done: list[str] = []

    def __call__(self, session: Session, subject: str, now: datetime) -> datetime | None:
        session.add(Member(id=f"{subject}{len(self.done)}"))
        session.flush()
        if self.failing:
            raise ZeroDivisionError
        self.done.append(subject)
        return now + self.again if self.again else None


def members(database: Database) -> int:
    with database.read() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(Member)) or 0


def test_what_is_due_is_done_once_at_its_time(database: Database, clock: Clock) -> None:
    work = Work()
    plan(database, schedule, "a", "x", clock() + timedelta(hours=1))
    assert run_due(database, {"a": work}, clock) is False
    clock.move(hours=1)
    assert [run_due(database, {"a": work}, clock), run_due(database, {"a": work}, clock)] == [True, False]
    assert (work.done, left(database)) == (["x"], [])


def test_what_comes_again_moves_on(database: Database, clock: Clock) -> None:
    plan(database, schedule, "a", "x", clock())
    run_due(database, {"a": Work(timedelta(days=1))}, clock)
    assert left(database) == [("x", clock() + timedelta(days=1))]


def test_a_new_time_takes_the_place_of_the_old(database: Database, clock: Clock) -> None:
    for hours in (1, 3):
        plan(database, schedule, "a", "x", clock() + timedelta(hours=hours))
    assert left(database) == [("x", clock() + timedelta(hours=3))]


def test_the_earliest_comes_first(database: Database, clock: Clock) -> None:
    work = Work()
    for subject, hours in (("late", 2), ("early", 1)):
        plan(database, schedule, "a", subject, clock() + timedelta(hours=hours))
    clock.move(hours=3)
    while run_due(database, {"a": work}, clock):
        pass
    assert work.done == ["early", "late"]


def test_what_fails_leaves_nothing_and_keeps_no_other_waiting(database: Database, clock: Clock) -> None:
    fails, works = Work(failing=True), Work()
    plan(database, schedule, "fails", "x", clock())
    plan(database, schedule, "works", "y", clock())
    kinds = {"fails": fails, "works": works}
    assert [run_due(database, kinds, clock) for _ in range(3)] == [True, True, False]
    assert (works.done, members(database), left(database)) == (["y"], 1, [("x", clock())])


def test_the_log_tells_which_work_failed_but_not_for_whom(
    database: Database, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    plan(database, schedule, "fails", "U0KARI", clock())
    run_due(database, {"fails": Work(failing=True)}, clock)
    assert [record.getMessage().partition(";")[0] for record in caplog.records] == ["fails failed"]
    assert "U0KARI" not in caplog.text


def test_what_it_sends_was_wanted_when_the_work_was_due_and_bears_a_request(database: Database, clock: Clock) -> None:
    def sends(session: Session, subject: str, _now: datetime) -> None:
        enqueue(session, Outgoing(f"test:{subject}", "C0", {}))

    plan(database, schedule, "late", "x", clock() - timedelta(hours=1))
    plan(database, schedule, "late", "y", clock())
    while run_due(database, {"late": sends}, clock):
        pass
    with database.read() as session:
        late, in_time = session.scalars(sa.select(OutgoingRow).order_by(OutgoingRow.id))
    assert late.wanted_at == pytest.approx(machine() - 3600, abs=60)
    assert in_time.wanted_at == pytest.approx(machine(), abs=60)
    assert late.request
    assert late.request != in_time.request


def test_many_calls_for_soon_become_one(database: Database, clock: Clock) -> None:
    work = Work()
    for _ in range(5):
        plan(database, soon, "a", "x", clock(), 0.0)
    while run_due(database, {"a": work}, clock):
        pass
    assert work.done == ["x"]


def test_soon_is_not_at_once(database: Database, clock: Clock) -> None:
    plan(database, soon, "a", "x", clock(), 60.0)
    assert run_due(database, {"a": Work()}, clock) is False


def test_what_is_taken_back_is_not_done(database: Database, clock: Clock) -> None:
    for subject in ("x", "y:1", "y:2", "z_1", "z"):
        plan(database, schedule, "a", subject, clock())
    plan(database, cancel, "a", "x")
    plan(database, cancel_all, "a", "y:")
    plan(database, cancel_all, "a", "z_")
    assert [subject for subject, _ in left(database)] == ["z"]


def test_of_many_processes_one_does_it(database: Database, clock: Clock) -> None:
    work, together = Work(), Barrier(6)
    for n in range(20):
        plan(database, schedule, "a", f"{n:02}", clock())

    def process(_: int) -> None:
        together.wait()
        while run_due(database, {"a": work}, clock) or left(database):
            pass

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(process, range(6)))
    assert sorted(work.done) == [f"{n:02}" for n in range(20)]


def test_work_that_nobody_here_knows_waits(database: Database, clock: Clock) -> None:
    plan(database, schedule, "another version's", "x", clock())
    assert run_due(database, {"a": Work()}, clock) is False
    assert len(left(database)) == 1
