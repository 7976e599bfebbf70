"""An event whose reminders are due at a moment that a test chooses: planned as if it had been made long ago.

The people are reminded an hour before it begins. Nothing has been sent yet of what it left behind.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from pydantic import SecretStr

from bot.app import build
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.events import organizing, seats
from bot.domain.events.rows import Event
from bot.slack.context import Parts
from bot.workspace import Workspace
from handlers.events import FEATURE, telling
from scheduler.due import run_due
from tests.clock import Clock
from tests.domain.gatherings import details

Course = Literal["as planned", "moved", "cancelled", "signed up late"]
EXPECTED: dict[Course, list[str]] = {
    "as planned": ["hour"],
    "moved": ["moved", "hour"],
    "cancelled": ["cancelled"],
    "signed up late": [],
}
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ORGANIZER = "U0PNOBODY"


@dataclass(frozen=True)
class Past:
    """The bot as it was, without anybody who sends."""

    parts: Parts
    clock: Clock

    def event(self, at: datetime, people: Sequence[str], course: Course = "as planned") -> str:
        """The id of an event whose reminders are due at `at`."""
        self.clock.at = at - 10 * HOUR
        first = at + HOUR + (DAY if course == "moved" else timedelta(0))
        with self.parts.database.write() as session:
            members.appoint(session, [ORGANIZER])
            given = details(first, capacity=None)
            event = organizing.create(session, ORGANIZER, "C0K000", given, self.clock())
            event.reminders, event.posted = ["hour"], True
        if course != "signed up late":
            self._sign_up(event.id, people)
        if course in ("moved", "cancelled"):
            self.clock.at = at - 5 * HOUR
            self._change(event.id, at + HOUR, course)
        if course == "signed up late":
            self.clock.at = at - HOUR / 2
            self._sign_up(event.id, people)
        return event.id

    def _sign_up(self, event: str, people: Sequence[str]) -> None:
        with self.parts.database.write() as session:
            for person in people:
                members.meet(session, person)
                seats.answer(session, event, person, "yes", self.clock())
        with self.parts.database.write() as session:
            while telling.plan(self.parts, session, event, self.clock()):
                session.flush()

    def _change(self, event_id: str, starts: datetime, course: Course) -> None:
        with self.parts.database.write() as session:
            if course == "cancelled":
                event = organizing.cancel(session, event_id, ORGANIZER, self.clock())
            else:
                version = str(session.get_one(Event, event_id).version)
                given = details(starts, capacity=None)
                event, _ = organizing.change(
                    session, event_id, version, ORGANIZER, given, self.clock(), self.parts.quiet.zone
                )
            telling.planned_anew(self.parts, session, event, self.clock(), moved=True)
        kinds = {kind: partial(work, self.parts) for kind, work in FEATURE.due.items()}
        while run_due(self.parts.database, kinds, self.clock):
            pass


@contextmanager
def past(database_url: str) -> Iterator[Past]:
    settings = Settings(
        _env_file=None,
        database_url=database_url,
        ballot_secret=SecretStr("of the tests"),
        knowledge_shipped=False,
        quiet_from=24,
        quiet_until=0,
        quiet_days=False,
    )
    clock = Clock()
    parts = build(settings, clock).parts
    try:
        yield Past(parts, clock)
    finally:
        parts.database.close()


def came(workspace: Workspace) -> dict[str, Counter[str]]:
    """What stands in each person's direct messages of events: the workspace alone is asked."""
    found: dict[str, Counter[str]] = {}
    for channel in list(workspace.state.channels.values()):
        for post in list(channel.posts.values()):
            key = post.metadata["event_payload"]["key"].split(":") if post.metadata else []
            if key[:1] == ["event"] and key[2] == "to":
                found.setdefault(key[3], Counter())[key[5]] += 1
    return found
