"""A long day in short: people ask in all ways for SOAK_MINUTES (60), half of it on each database; Slack misbehaves.

They also vote in a poll and change their votes, and each minute an announcement goes to all of them.

SQLite: one process. PostgreSQL: two web processes and two workers. The first quarter of the time warms up; then neither
the memory of any process nor the time from a question to its answer may grow. The local workspace is the judge of what
was lost or said twice.
"""

import json
import os
import random
import statistics
import time
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field

from bot.core.db import Database
from bot.workspace import Workspace, elements
from bot.workspace.shapes import Json
from tests.benchmarks import Figure
from tests.benchmarks.broadcast import announce
from tests.benchmarks.events import ASKED, PEOPLE, network_of_many, person
from tests.benchmarks.programs import BOT, KINDS, database, megabytes, running, settings
from tests.benchmarks.votes import OPTIONS, all_read, counted_wrong, make_poll
from tests.slacks import NETWORK, STAFF_MEMBER, said
from tests.waiting import eventually

MINUTES = float(os.environ.get("SOAK_MINUTES", "60"))
ROLES = {"SQLite": ("all",), "PostgreSQL": ("web", "web", "worker", "worker")}
A_SECOND = 4
FAULTED = 0.03  # of what is done, so that the median is that of the unspoiled
EVERY = 60.0  # seconds between two announcements
FAULTED_CALLS = ("chat.postMessage", "chat.postMessage", "chat.update")
FAULTS = ("drop", "drop_before", "500", "429", "internal_error", "not_json")
SPOILED = ("duplicate", "lost", "reorder")
SETTINGS = {"DELIVERY_LOOKUPS": "1,3,9", "DELIVERY_LEASE": "15", "DELIVERY_TIMEOUT": "5", "PUSHES_A_DAY": "99"}


@dataclass
class Day:
    """What was asked, as (when, channel, ts), each voter's last vote, what was announced, and the memory of each
    process, by time.
    """

    wall: str
    asked: list[tuple[float, str, str]] = field(default_factory=list)
    votes: dict[str, int] = field(default_factory=dict)
    announced: list[str] = field(default_factory=list)
    memory: list[tuple[float, list[float]]] = field(default_factory=list)


def run() -> list[Figure]:
    return [figure for kind in KINDS for figure in _soak(kind)]


def _soak(kind: str) -> list[Figure]:
    with network_of_many(retry_scale=0.02) as slack, database(kind) as url, ExitStack() as started:
        envs = [settings(slack, url, **SETTINGS) for _ in ROLES[kind]]
        commands = [[*BOT, "run", "--role", role] for role in ROLES[kind]]
        pids = [started.enter_context(running(*each)).pid for each in zip(commands, envs, strict=True)]
        webs = [env["PORT"] for env, role in zip(envs, ROLES[kind], strict=True) if role != "worker"]
        looked = Database(url)
        started.callback(looked.close)
        _connect(slack, webs[0])
        eventually(lambda: all_read(slack.traffic.find("users.list")), 60)
        day = Day(make_poll(slack, "anonymous")["ts"])
        _live(slack, looked, webs, pids, MINUTES * 60 / len(KINDS), day)
        slack.faults.clear()
        eventually(slack.settled, 600)
        eventually(lambda: _all_answered(slack, day), 600)
        eventually(lambda: len(_copies(slack, day)) == PEOPLE * len(day.announced), 600)
        copies = _copies(slack, day)
        votes_wrong = counted_wrong(slack, Counter(day.votes.values()))
        counts = [len(said(slack, channel, ts)) for _, channel, ts in day.asked]
        lag = [(at, _answered_at(slack, channel, ts) - float(ts)) for at, channel, ts in day.asked]
    return [
        Figure(f"{kind}: questions", len(counts), ""),
        Figure(f"{kind}: lost", counts.count(0), "", 0),
        Figure(f"{kind}: said twice", sum(count > 1 for count in counts), "", 0),
        Figure(f"{kind}: voters", len(day.votes), ""),
        Figure(f"{kind}: votes lost or doubled", votes_wrong, "", 0),
        Figure(f"{kind}: copies of announcements", len(copies), ""),
        Figure(f"{kind}: of them, twice", copies.total() - len(copies), "", 0),
        Figure(f"{kind}: memory of the largest process", max(max(each) for _, each in day.memory), "MB", 250),
        Figure(f"{kind}: memory grown, worst process", max(_growths(day)), "MB", 15),
        Figure(f"{kind}: question to posted, median", statistics.median(took for _, took in lag) * 1000, "ms"),
        Figure(f"{kind}: the same in the last quarter, of the second", _last(lag) / _second(lag), "", 1.5),
    ]


def _connect(slack: Workspace, port: str) -> None:
    slack.connect(f"http://127.0.0.1:{port}/slack/events")


def _live(slack: Workspace, looked: Database, webs: list[str], pids: list[int], seconds: float, day: Day) -> None:
    dice, words = random.Random(7), [json.loads(line)["question"] for line in ASKED.read_text().splitlines()]
    began = time.monotonic()
    while (at := time.monotonic() - began) < seconds:
        turn = int(at // 10) % len(webs)
        if at - (day.memory[-1][0] if day.memory else -10) >= 5:
            day.memory.append((at, [megabytes(pid) for pid in pids]))
            eventually(slack.settled, 600)
            _connect(slack, webs[turn])
        if at >= EVERY * (len(day.announced) + 0.5):
            day.announced.append(f"EKSEMPEL: Melding {len(day.announced)}.")
            announce(looked, STAFF_MEMBER, day.announced[-1])
        if dice.random() < FAULTED:
            _misbehave(slack, dice)
        _do_something(slack, day, at, dice, dice.choice(words))
        time.sleep(max(0.0, began + at + 1 / A_SECOND - time.monotonic()))


def _misbehave(slack: Workspace, dice: random.Random) -> None:
    if dice.random() < 0.3:
        slack.spoil_deliveries(dice.choice(SPOILED))
        return
    slack.fault(dice.choice(FAULTED_CALLS), dice.choice(FAULTS), seconds=1)


def _do_something(slack: Workspace, day: Day, at: float, dice: random.Random, question: str) -> None:
    who = person(dice.randrange(PEOPLE))
    acts: list[Callable[[], Json | None]] = [
        lambda: slack.say(who, slack.im(who), question),
        lambda: slack.say(who, NETWORK, f"@Næringsbot {question}"),
        lambda: slack.command(who, NETWORK, f"/naering {question}"),
        lambda: slack.open_home(who),
        lambda: _vote(slack, day, who, dice.randrange(len(OPTIONS))),
    ]
    which = dice.choices(range(len(acts)), (6, 1, 2, 1, 3))[0]
    done = acts[which]()
    if which < 2 and done:
        day.asked.append((at, NETWORK if which else slack.im(who), done["ts"]))


def _vote(slack: Workspace, day: Day, who: str, option: int) -> None:
    blocks = slack.state.channels[NETWORK].posts[day.wall].body["blocks"]
    buttons = [pair for pair in elements.inside(blocks) if pair[1]["action_id"] == "poll.vote"]
    block, element = buttons[option]
    given = {"block_id": block["block_id"], "action_id": element["action_id"], "value": element.get("value")}
    day.votes[who] = option
    slack.click(who, channel=NETWORK, ts=day.wall, **given)


def _copies(slack: Workspace, day: Day) -> Counter[tuple[int, str]]:
    """How often each announcement stands in each person's conversation."""
    told = ((n, one["text"]) for n in range(PEOPLE) for one in said(slack, slack.im(person(n))))
    return Counter((n, words) for n, text in told for words in day.announced if words in text)


def _all_answered(slack: Workspace, day: Day) -> bool:
    return all(said(slack, channel, ts) for _, channel, ts in day.asked)


def _answered_at(slack: Workspace, channel: str, ts: str) -> float:
    answers = said(slack, channel, ts)
    return float(answers[0]["ts"]) if answers else float("inf")


def _growths(day: Day) -> list[float]:
    processes = zip(*(each for _, each in day.memory), strict=True)
    times = [at for at, _ in day.memory]
    series = [list(zip(times, process, strict=True)) for process in processes]
    return [_last(one) - _second(one) for one in series]


def _second(series: list[tuple[float, float]]) -> float:
    quarter = len(series) // 4
    return statistics.median(value for _, value in series[quarter : 2 * quarter])


def _last(series: list[tuple[float, float]]) -> float:
    return statistics.median(value for _, value in series[-(len(series) // 4) :])
