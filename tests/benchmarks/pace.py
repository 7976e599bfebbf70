"""An announcement to 1,600 people at 40 a second, by one process and by three, one of which is killed in the middle.

The workspace allows just that rate. Compared with the time that the rate alone would take; what the killed process had
in its hands is looked up after its lease and counted apart, and so is the time in which no process was at work.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.db import Database
from bot.workspace import Workspace
from bot.workspace.limits import Rates
from scheduler.outbox import BULK, Outgoing, OutgoingRow, enqueue
from tests.benchmarks import Figure
from tests.benchmarks.faults import a_database
from tests.postmen.judge import Verdict, judge
from tests.postmen.mail import town
from tests.postmen.round import Round, working
from tests.waiting import eventually

PEOPLE, RATE = 1600, 40
SETTINGS = {
    "PACE_POSTS": f"{RATE}",
    "DELIVERY_LEASE": "10",
    "DELIVERY_TIMEOUT": "3",
    "DELIVERY_LOOKUPS": "1,2,4",
}


@dataclass(frozen=True)
class Killed:
    """The keys that the killed process had claimed, and for how many seconds nobody was at work."""

    keys: set[str]
    absent: float


def run() -> list[Figure]:
    figures: list[Figure] = []
    for kind, workers in (("SQLite", 1), ("PostgreSQL", 1), ("PostgreSQL", 3)):
        with a_database(kind) as database:
            figures += _measure(f"{kind}, {workers}", database, workers)
    return figures


def _measure(name: str, database: Database, workers: int) -> Iterator[Figure]:
    limits = Rates(posts_per_minute=60.0 * RATE)
    with town(PEOPLE, limited=True, rates=limits, log_size=20_000) as workspace:
        workspace.serve()
        mail = [Outgoing(f"mail:{n}:text:1", f"U0P{n:03}", {"text": "Hei"}, priority=BULK) for n in range(PEOPLE)]
        with database.write() as session:
            enqueue(session, *mail)
        url = database.url.render_as_string(hide_password=False)
        with working(workspace, url, workers, **SETTINGS) as round_:
            eventually(lambda: _sent(database) >= PEOPLE // 2, within=300)
            killed = _kill_one(database, round_)
            eventually(lambda: _sent(database) == PEOPLE, within=300)
        yield from _figures(name, workspace, killed, judge(workspace, database, mail))


def _kill_one(database: Database, round_: Round) -> Killed:
    """One of several is not replaced; a single one is, at once."""
    name, alone, began = round_.postmen[0].name, len(round_.postmen) == 1, time.monotonic()
    round_.kill(0, replace=alone)
    with database.read() as session:
        keys = sa.select(OutgoingRow.key).where(OutgoingRow.lease_owner.startswith(name))
        held = set(session.scalars(keys))
    if alone:
        round_.postmen[0].ready.wait(60)
    return Killed(held, time.monotonic() - began if alone else 0.0)


def _figures(name: str, workspace: Workspace, killed: Killed, verdict: Verdict) -> Iterator[Figure]:
    calls = workspace.traffic.find("chat.postMessage")
    times = sorted(call.at for call in calls if call.ok and _key(call.request) not in killed.keys)
    ideal = (len(times) - 1) / RATE
    took = times[-1] - times[0] - killed.absent
    yield Figure(f"{name}: time, of what the rate forces", took / ideal, "x", 1.05)
    yield Figure(f"{name}: sent", len(times), "")
    yield Figure(f"{name}: in the hands of the killed one", len(killed.keys), "")
    yield Figure(f"{name}: nobody at work", killed.absent, "s")
    yield Figure(f"{name}: answered with 429", sum(call.status == 429 for call in calls), "", 1)
    yield Figure(f"{name}: lost or doubled", len(verdict.lost) + len(verdict.doubled), "", 0)


def _key(request: dict[str, dict[str, dict[str, str]]]) -> str:
    return request["metadata"]["event_payload"]["key"]


def _sent(database: Database) -> int:
    with database.read() as session:
        counted = sa.select(sa.func.count()).where(OutgoingRow.state == "sent")
        return session.scalar(counted) or 0
