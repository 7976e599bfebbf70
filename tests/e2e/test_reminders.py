"""Real processes are killed around the moment when reminders are due: each person gets exactly the right ones, once.

By the real clock, so that nothing here depends on how fast the machine is: only where the kill falls does.
"""

import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.workspace import Workspace
from scheduler.due import DueWork
from scheduler.outbox import OutgoingRow
from tests.e2e.process import Program, program
from tests.postmen.mail import person, town
from tests.reminding import EXPECTED, Past, came, past
from tests.waiting import eventually

OF_EACH = 10  # people in each event
SOON = timedelta(seconds=4)  # until the reminders are due: longer than the programs take to start


@pytest.fixture(name="workspace")
def a_town() -> Iterator[Workspace]:
    with town(OF_EACH * len(EXPECTED), retry_scale=0.0) as workspace:
        workspace.serve()
        yield workspace


class Night:
    """The programs that run while it becomes time: one on SQLite, two workers on PostgreSQL."""

    def __init__(self, workspace: Workspace, database: Database, folder: Path, running: ExitStack) -> None:
        self.workspace, self.database = workspace, database
        self.at = datetime.now(UTC) + SOON
        self._folder, self._running = folder, running
        self.wanted: dict[str, dict[str, int]] = {}
        url = database.url.render_as_string(hide_password=False)
        with past(url) as before:
            self._plan(before)
        self.programs = [self._program(url, n) for n in range(1 if url.startswith("sqlite") else 2)]
        self.start(*range(len(self.programs)))

    def _plan(self, before: Past) -> None:
        for n, (course, what) in enumerate(EXPECTED.items()):
            people = [person(n * OF_EACH + each) for each in range(OF_EACH)]
            before.event(self.at, people, course)
            self.wanted |= {who: dict.fromkeys(what, 1) for who in people if what}

    def _program(self, url: str, n: int) -> Program:
        folder = self._folder / str(n)
        folder.mkdir()
        return self._running.enter_context(program(self.workspace, url, folder, STAFF_CHANNEL="C0K000"))

    def _role(self, url: str) -> list[str]:
        return [] if url.startswith("sqlite") else ["--role", "worker"]

    def kill(self, *which: int) -> None:
        for n in which:
            self.programs[n].end(signal.SIGKILL)

    def start(self, *which: int) -> None:
        """At the same time, since each takes a while."""
        role = self._role(str(self.database.url))
        with ThreadPoolExecutor() as pool:
            list(pool.map(lambda n: self.programs[n].start(*role), which))

    def reminded(self) -> int:
        return sum(counted["hour"] for counted in came(self.workspace).values())

    def told(self) -> int:
        """Of those who are told at once: of moves and of what is called off."""
        return sum(counted["moved"] + counted["cancelled"] for counted in came(self.workspace).values())

    def over(self) -> bool:
        """Nothing is due, and nothing waits to be sent."""
        waiting = sa.select(OutgoingRow.id).where(OutgoingRow.state.in_(("waiting", "leased")))
        now = datetime.now(UTC)
        with self.database.read() as session:
            due = session.scalar(sa.select(DueWork.kind).where(DueWork.due_at <= now).limit(1))
            return now > self.at and due is None and session.scalar(waiting.limit(1)) is None


@pytest.fixture
def night(workspace: Workspace, database: Database, tmp_path: Path) -> Iterator[Night]:
    with ExitStack() as running:
        made = Night(workspace, database, tmp_path, running)
        eventually(lambda: made.told() == 2 * OF_EACH, within=30)
        yield made
        eventually(made.over, within=30)
        assert came(workspace) == made.wanted


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
def test_one_of_two_is_killed_just_before_they_are_due(night: Night) -> None:
    night.kill(0)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_nobody_is_there_when_they_are_due(night: Night) -> None:
    night.kill(0)
    eventually(lambda: datetime.now(UTC) > night.at, within=30)
    night.start(0)


def test_killed_while_they_are_handed_over(night: Night) -> None:
    eventually(night.reminded, within=30)
    night.kill(0)
    if len(night.programs) == 1:
        night.start(0)


def test_killed_while_slack_answers(night: Night) -> None:
    night.workspace.fault("chat.postMessage", "hold", times=5, seconds=20)
    eventually(night.reminded, within=30)
    night.kill(*range(len(night.programs)))
    night.workspace.release()
    night.start(*range(len(night.programs)))
