"""Reminders due within one minute (REMINDERS: 5,000), handed over at 20 a second; a process is killed in the middle.

SQLite: one process, started again at once. PostgreSQL: two, of which the other goes on. The workspace allows just that
rate. What the killed process had in its hands is looked up after its lease and counted apart, and so is the time in
which none was at work. Beside it, on a shorter schedule: plain APScheduler with a job store in the same database, in
two processes, one of which is killed in the middle and started again.
"""

import os
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from itertools import islice

import sqlalchemy as sa

from bot.core.db import Database
from bot.workspace import Workspace
from bot.workspace.limits import Rates
from bot.workspace.traffic import Exchange
from scheduler.outbox import OutgoingRow
from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, KINDS, ROOT, database, kill, running, settings
from tests.benchmarks.programs.job_store import fill
from tests.postmen.mail import town
from tests.reminding import came, past
from tests.waiting import eventually

PEOPLE = int(os.environ.get("REMINDERS", "5000"))
RATE, EVENTS = 20, 12
SETTINGS = {"PACE_POSTS": f"{RATE}", "PACE_POSTS_MOST": f"{RATE}", "DELIVERY_LEASE": "10", "DELIVERY_LOOKUPS": "1,2,4"}
SETTINGS |= {"DELIVERY_TIMEOUT": "3", "STAFF_CHANNEL": "C0K000"}
PREPARING, EACH = 60, 0.03  # seconds until the first is due: to start the programs, and to sign up each person
JOBS, JOBS_A_SECOND, PATIENCE = 300, 40, 20


def run() -> list[Figure]:
    return [*(figure for kind in KINDS for figure in _measure(kind)), *_compare("PostgreSQL")]


def _measure(kind: str) -> Iterator[Figure]:
    people = [f"U0P{n:03}" for n in range(PEOPLE)]
    limits = Rates(posts_per_minute=60.0 * RATE)
    with town(PEOPLE, limited=True, rates=limits, log_size=100_000) as slack, database(kind) as url, ExitStack() as on:
        slack.serve()
        at = datetime.now(UTC) + timedelta(seconds=PREPARING + EACH * PEOPLE)
        with past(url) as before:
            for n, some in enumerate(_parts(people, EVENTS)):
                before.event(at + timedelta(seconds=60 / EVENTS * n), some)
        envs = [settings(slack, url, **SETTINGS) for _ in range(1 if kind == "SQLite" else 2)]
        programs = [on.enter_context(running([*BOT, "run"], env)) for env in envs]
        if (ready := datetime.now(UTC)) > at:
            raise TimeoutError(f"not ready in time: {ready - at} late")
        looked = Database(url)
        on.callback(looked.close)
        eventually(lambda: _number(looked, "sent") >= PEOPLE // 2, within=600)
        keys, absent = kill(looked, programs[0]), time.monotonic()
        if kind == "SQLite":
            on.enter_context(running([*BOT, "run"], envs[0]))
        absent = time.monotonic() - absent if kind == "SQLite" else 0.0
        eventually(lambda: _number(looked, "sent") == PEOPLE, within=600)
        yield from _figures(kind, slack, at, keys, absent)


def _parts(people: Sequence[str], number: int) -> Iterator[list[str]]:
    rest = iter(people)
    while some := list(islice(rest, -(-len(people) // number))):
        yield some


def _number(looked: Database, state: str) -> int:
    """Reminders in this state; looked at seldom, so that it does not disturb."""
    time.sleep(0.2)
    with looked.read() as session:
        mine = (OutgoingRow.state == state, OutgoingRow.key.startswith("event:"))
        return session.scalar(sa.select(sa.func.count()).where(*mine)) or 0


def _figures(kind: str, slack: Workspace, at: datetime, keys: set[str], absent: float) -> Iterator[Figure]:
    calls = slack.traffic.find("chat.postMessage")
    times = sorted(call.at for call in calls if call.ok and _key(call) not in keys)
    counted = [n for person in came(slack).values() for n in person.values()]
    took, ideal = times[-1] - times[0] - absent, (len(times) - 1) / RATE
    yield Figure(f"{kind}: time, of what the rate forces", took / ideal, "x", 1.05)
    yield Figure(f"{kind}: first, after it was due", times[0] - at.timestamp(), "s", 2)
    yield Figure(f"{kind}: reminders", len(counted), "")
    yield Figure(f"{kind}: lost or doubled", PEOPLE - len(counted) + sum(n - 1 for n in counted), "", 0)
    yield Figure(f"{kind}: in the hands of the killed one", len(keys), "")
    yield Figure(f"{kind}: nobody at work", absent, "s")


def _key(call: Exchange) -> str:
    return str(call.request["metadata"]["event_payload"]["key"])


# --- for comparison ---


def _compare(kind: str) -> Iterator[Figure]:
    people = [f"U0P{n:03}" for n in range(JOBS)]
    with town(JOBS) as slack, database(kind) as url, ExitStack() as on:
        slack.serve()
        begins = datetime.now(UTC) + timedelta(seconds=15)
        jobs = {person: begins + timedelta(seconds=n / JOBS_A_SECOND) for n, person in enumerate(people)}
        fill(url, jobs)
        env = settings(slack, url)
        programs = [_started(on, env) for _ in range(2)]
        eventually(lambda: datetime.now(UTC) > jobs[people[JOBS // 2]], within=60)
        programs[0].kill()
        _started(on, env)
        eventually(lambda: datetime.now(UTC) > jobs[people[-1]] + timedelta(seconds=PATIENCE), within=120)
        calls = [call for call in slack.traffic.find("chat.postMessage") if call.ok]
    counted = Counter(call.request["channel"] for call in calls)
    late = [call.at - jobs[call.request["channel"]].timestamp() for call in calls]
    name = f"APScheduler's job store, {kind}, 2"
    yield Figure(f"{name}: jobs", JOBS, "")
    yield Figure(f"{name}: never sent", JOBS - len(counted), "")
    yield Figure(f"{name}: sent more than once", sum(n > 1 for n in counted.values()), "")
    yield Figure(f"{name}: late, median", statistics.median(late), "s")
    yield Figure(f"{name}: late, worst", max(late), "s")


def _started(on: ExitStack, env: dict[str, str]) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.benchmarks.programs.job_store"]
    program = subprocess.Popen(command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    on.callback(program.kill)
    assert program.stdout
    program.stdout.readline()
    return program
