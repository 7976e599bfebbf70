"""One trial: mail is delivered while Slack misbehaves and postmen are killed; then the judge is asked."""

import random
import time
from collections import Counter
from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.db import Database
from bot.workspace import Workspace
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from tests.postmen.judge import Verdict, judge
from tests.postmen.mail import changes, files, homes, messages, town
from tests.postmen.round import LIFTED, Round, working

# A thirtieth to a tenth of the real waits, and Slack's faults are scaled with them.
SETTINGS = {"DELIVERY_LEASE": "2.5", "DELIVERY_TIMEOUT": "1", "DELIVERY_LOOKUPS": "0.3,1,2.5"} | LIFTED
LONG = 1.3  # seconds: longer than a call may take
LAG = 1.0  # seconds until a message stands in the history; less than the last look waits
POINTS = ("begun", "answered", "marked")  # without pacing a row is claimed and its call noted at once

DONE = ("drop", "502", "not_json", "internal_error", "fatal_error", "request_timeout")  # the reply is all that suffers
NOT_DONE = ("drop_before", "503_before", "not_json_before", "internal_error_before", "service_unavailable_before")
SLOW = ("hang", "late")
READING = ("drop", "500", "not_json", "internal_error")


@dataclass(frozen=True)
class Size:
    """How often each kind of fault is planned, and what for. `kills`: how many there must be."""

    posts: int = 70
    reads: int = 45
    changes: int = 130
    homes: int = 75
    files: int = 20
    kills: int = 12


SHORT = Size(posts=3, reads=2, changes=4, homes=5, files=1, kills=3)
CONTROL = Size(posts=3, reads=0, changes=0, homes=0, files=0, kills=0)


@dataclass(frozen=True)
class Report:
    """`held`: how many of the kills came just where they were meant to."""

    verdict: Verdict
    came: Counter[str]
    kills: int
    held: int
    mail: int
    seconds: float


def try_out(database: Database, size: Size, workers: int, *options: str) -> Report:
    """`options` go to the postmen."""
    dice = random.Random(workers)
    with town() as workspace:
        workspace.serve()
        number = _plan_faults(workspace, size, dice)
        mail = _mail(workspace, number, size)
        with database.write() as session:
            enqueue(session, *mail, *mail[:100])  # a hundred are written twice
        url = database.url.render_as_string(hide_password=False)
        began = time.monotonic()
        with working(workspace, url, workers, *options, **SETTINGS) as round_:
            held = _trouble(workspace, round_, size.kills, dice)
            _until_settled(database)
        verdict, took = judge(workspace, database, mail), time.monotonic() - began
        return Report(verdict, _faults_only(workspace.faults.came), round_.kills, held, len(mail), took)


def _mail(workspace: Workspace, number: int, size: Size) -> list[Outgoing]:
    posts = list(messages(workspace, number))
    return [*posts, *homes(2 * size.homes), *changes(posts), *files(3 * size.files)]


def _plan_faults(workspace: Workspace, size: Size, dice: random.Random) -> int:
    """So that each is met by some call; how many messages that takes."""
    posting = [(kind, 0.0, 0.0) for kind in (*DONE, *NOT_DONE) * size.posts]
    posting += [("drop", 0.0, LAG)] * size.posts + [(kind, LONG, 0.0) for kind in SLOW * (size.posts // 2)]
    done = (len(DONE) + 1) * size.posts + len(SLOW) * (size.posts // 2)
    well = done // 4
    _plan(workspace, "chat.postMessage", posting + [("ok", 0.0, 0.0)] * well, dice, storms=1 + size.posts // 6)
    reading = [(kind, 0.0, 0.0) for kind in READING]
    for method, times in (("history", size.reads), ("replies", size.reads // 2)):
        good = [("ok", 0.0, 0.0)] * (4 * times)
        _plan(workspace, f"conversations.{method}", reading * times + good, dice, storms=size.reads // 10)
    repeated = [(kind, 0.0, 0.0) for kind in (*DONE[:4], *NOT_DONE[:2])]
    _plan(workspace, "chat.update", repeated * size.changes + [("ok", 0.0, 0.0)] * (done + well), dice)
    _plan(workspace, "views.publish", repeated * size.homes + [("ok", 0.0, 0.0)] * (2 * size.homes), dice)
    for step in ("files.getUploadURLExternal", "files.completeUploadExternal"):
        _plan(workspace, step, repeated * size.files + [("ok", 0.0, 0.0)] * size.files, dice)
    return done + well


def _plan(
    workspace: Workspace, method: str, plan: list[tuple[str, float, float]], dice: random.Random, storms: int = 0
) -> None:
    """In any order, with so many storms of «too many» between."""
    dice.shuffle(plan)
    for n, (kind, seconds, lag) in enumerate(plan):
        workspace.fault(method, kind, seconds=seconds, lag=lag)
        if storms and n % (len(plan) // storms) == 0:
            workspace.fault(method, "429", times=5, seconds=1)


def _trouble(workspace: Workspace, round_: Round, kills: int, dice: random.Random) -> int:
    """Kill one after the other, at each point in turn, and all while a reply is held back; how many stood there."""
    held = 0
    for n in range(kills):
        if n % 6 == 5:
            held += _kill_all_in_the_call(workspace, round_)
        else:
            held += round_.kill_at(n % len(round_.postmen), POINTS[n % len(POINTS)], dice.randint(5, 25), within=20)
    return held


def _kill_all_in_the_call(workspace: Workspace, round_: Round) -> bool:
    calls = len(workspace.traffic.find("chat.postMessage"))
    workspace.fault("chat.postMessage", "hold", seconds=20)
    came = workspace.state.wait(lambda: len(workspace.traffic.find("chat.postMessage")) > calls + 5, timeout=20)
    for n in range(len(round_.postmen)):
        round_.kill(n)
    workspace.release()
    return came


def _until_settled(database: Database, within: float = 300.0) -> None:
    until = time.monotonic() + within
    waiting = sa.select(OutgoingRow.id).where(OutgoingRow.state.in_(("waiting", "leased"))).limit(1)
    while time.monotonic() < until:
        with database.read() as session:
            if session.scalar(waiting) is None:
                return
        time.sleep(0.1)


def _faults_only(came: Counter[str]) -> Counter[str]:
    return Counter({name: times for name, times in came.items() if name != "ok"})
