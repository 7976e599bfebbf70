"""An announcement to BROADCAST (2,000) members at 40 a second, then taken back from all; in each half one is killed.

By the whole bot, from the frozen audience on: SQLite and PostgreSQL with one process, which is started again at once,
and PostgreSQL with three, of which the others go on. The workspace allows just that rate of posts; Slack's own rate of
deletions is some fifty a minute, and is lifted. What a killed process had in its hands is looked up, or done again,
after its lease and counted apart, and so is the time in which none was at work.
"""

import os
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime

import sqlalchemy as sa

from bot.core.db import Database
from bot.domain.broadcasts import approving
from bot.domain.broadcasts.tables import Broadcast
from bot.domain.members import Member
from bot.workspace import Workspace
from bot.workspace.limits import Rates
from handlers.broadcasts import feeding, steering
from scheduler import due
from scheduler.outbox import OutgoingRow
from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, database, kill, megabytes, running, settings
from tests.postmen.mail import town
from tests.waiting import eventually

PEOPLE, RATE = int(os.environ.get("BROADCAST", "2000")), 40
ORGANIZER = "U0PNOBODY"
SETTINGS = {"PACE_POSTS": f"{RATE}", "PACE_POSTS_MOST": f"{RATE}", "PACE_TIER_3": f"{RATE * 60}", "CLOCK_TICK": "0.5"}
SETTINGS |= {"DELIVERY_LEASE": "10", "DELIVERY_LOOKUPS": "1,2,4", "DELIVERY_TIMEOUT": "3", "STAFF_CHANNEL": "C0K000"}


@dataclass
class Bots:
    """The processes at work on one database. `held`: the keys that killed ones had; `absent`: seconds without any."""

    env: list[dict[str, str]]
    on: ExitStack
    held: set[str] = field(default_factory=set)
    absent: float = 0.0

    def start(self) -> None:
        self.running = [self.on.enter_context(running([*BOT, "run"], env)) for env in self.env]

    def kill_one(self, looked: Database) -> None:
        """The last one; a single one is started again at once."""
        self.held |= kill(looked, self.running.pop())
        began = time.monotonic()
        if not self.running:
            self.running.append(self.on.enter_context(running([*BOT, "run"], self.env[0])))
            self.absent = time.monotonic() - began

    def memory(self) -> dict[int, float]:
        return {program.pid: megabytes(program.pid) for program in self.running}


def run() -> list[Figure]:
    return [
        figure
        for kind, number in (("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 3))
        for figure in _measure(kind, number)
    ]


def _measure(kind: str, number: int) -> Iterator[Figure]:
    name, limits = f"{kind}, {number}", Rates(posts_per_minute=60.0 * RATE)
    with town(PEOPLE, limited=True, rates=limits, log_size=100_000) as slack, database(kind) as url, ExitStack() as on:
        slack.serve()
        looked = Database(url)
        on.callback(looked.close)
        bots = Bots([settings(slack, url, **SETTINGS) for _ in range(number)], on)
        bots.start()
        broadcast = _approve(looked)
        eventually(lambda: _number(looked, "to") >= PEOPLE // 4, within=600)
        before = bots.memory()
        eventually(lambda: _number(looked, "to") >= PEOPLE // 2, within=600)
        bots.kill_one(looked)
        eventually(lambda: _number(looked, "to") == PEOPLE, within=600)
        arrived, copies = _arrived(slack), _copies(slack)
        yield from _times(f"{name}: sent", slack, "chat.postMessage", bots)
        yield Figure(f"{name}: lost or doubled", abs(PEOPLE - len(arrived)) + copies - len(arrived), "", 0)
        slack.limits.lifted, bots.absent = True, 0.0
        with looked.write() as session:
            steering.take_back(session, broadcast, ORGANIZER, datetime.now(UTC))
        eventually(lambda: _number(looked, "mend") >= PEOPLE // 2, within=600)
        after = bots.memory()
        bots.kill_one(looked)
        eventually(lambda: _number(looked, "mend") == PEOPLE, within=600)
        yield from _times(f"{name}: recalled", slack, "chat.delete", bots)
        yield Figure(f"{name}: still there", _copies(slack), "", 0)
        grown = [after[pid] - before[pid] for pid in before if pid in after]
        if grown:
            yield Figure(f"{name}: memory grown, from a quarter sent to half recalled", max(grown), "MB", 15)


def _approve(looked: Database) -> str:
    """Everybody is a full member, and an organizer has sent it."""
    eventually(lambda: _members(looked) >= PEOPLE, within=120)
    with looked.write() as session:
        session.add(Member(id=ORGANIZER, role="organizer"))
    return announce(looked, ORGANIZER, "EKSEMPEL: Hei")


def announce(looked: Database, by: str, words: str) -> str:
    """An announcement to all members goes out from now on; its id."""
    now = datetime.now(UTC)
    with looked.write() as session:
        draft = Broadcast(by=by, nb=words, nn="", en="", channel=None, at=None, created_at=now)
        session.add(draft)
        session.flush()
        approving.send(session, draft.id, by, now, "nb")
        due.schedule(session, feeding.FEED, draft.id, now)
        return draft.id


def _members(looked: Database) -> int:
    with looked.read() as session:
        return session.scalar(sa.select(sa.func.count()).where(Member.standing == "full")) or 0


def _number(looked: Database, what: str) -> int:
    """Rows that are done; looked at seldom, so that it does not disturb."""
    time.sleep(0.2)
    with looked.read() as session:
        mine = (OutgoingRow.state == "sent", OutgoingRow.key.like(f"broadcast:%:{what}:%"))
        return session.scalar(sa.select(sa.func.count()).where(*mine)) or 0


def _times(name: str, slack: Workspace, method: str, bots: Bots) -> Iterator[Figure]:
    """`ideal`: what the rate alone forces. Of what was done again, the first time counts."""
    calls = [call for call in slack.traffic.find(method) if call.ok]
    keys = {call.at: str(call.request.get("metadata", {}).get("event_payload", {}).get("key", "")) for call in calls}
    times = sorted(at for at, key in keys.items() if ":to:" in key or method == "chat.delete")
    times = [at for at in times if keys[at] not in bots.held][: PEOPLE - len(bots.held)]
    took, ideal = times[-1] - times[0] - bots.absent, (len(times) - 1) / RATE
    yield Figure(f"{name}, time, of what the rate forces", took / ideal, "x", 1.05)
    yield Figure(f"{name}, in the hands of the killed one", len(bots.held), "")
    yield Figure(f"{name}, nobody at work", bots.absent, "s")


def _arrived(slack: Workspace) -> set[str]:
    return {channel for channel, _ in _personal(slack)}


def _copies(slack: Workspace) -> int:
    return len(list(_personal(slack)))


def _personal(slack: Workspace) -> Iterator[tuple[str, str]]:
    """Conversation and key of each copy that stands there."""
    for channel in slack.state.channels.values():
        for post in channel.posts.values():
            key = str(((post.metadata or {}).get("event_payload") or {}).get("key", ""))
            if ":to:" in key and "bot_id" in post.body:
                yield channel.id, key
