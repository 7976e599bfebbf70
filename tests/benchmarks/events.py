"""What reaches the bot: presses of a button beside bare Bolt, and questions at 20 a second; on both databases.

A web process takes what comes and a worker process delivers it (questions on SQLite: one process does both, as the
README recommends). Bare Bolt is measured in turn with the bot, in the same server, by the same signed requests; Slack,
load and database share the machine. A round of clicks ends when they are accepted: the worker delivers beside it.
"""

import json
import statistics
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx

from bot.workspace import Workspace, elements, interact
from bot.workspace.doors import Parcel
from bot.workspace.shapes import Json
from bot.workspace.state import Post
from bot.workspace.traffic import Exchange
from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, KINDS, apart, bare, database, here, pressed, running, settings
from tests.load import Round, send_all, signed
from tests.slacks import NETWORK, manifest, network
from tests.waiting import eventually

PEOPLE, ROUNDS, AT_ONCE = 200, 7, 8
QUESTIONS, A_SECOND, WARMING = 500, 20, 40
ASKED = Path(__file__).parents[1] / "knowledge" / "questions-dev.jsonl"


def run() -> list[Figure]:
    with here():
        return [figure for kind in KINDS for figure in (*_clicks(kind), *_questions(kind))]


@contextmanager
def network_of_many(**options: Any) -> Iterator[Workspace]:
    """The sample network with many members, and no limits: how fast Slack lets us is measured elsewhere."""
    seed = network()
    people = [{"id": person(n), "name": f"p{n}", "real_name": f"Eksempel {n}"} for n in range(PEOPLE)]
    seed["users"] += people
    next(one for one in seed["channels"] if one["id"] == NETWORK)["members"] += [one["id"] for one in people]
    with Workspace(seed, manifest(), limited=False, log_size=100_000, **options) as slack:
        slack.serve()
        yield slack


def person(n: int) -> str:
    return f"U0P{n:03}"


@contextmanager
def _bots(slack: Workspace, url: str, command: list[str], *roles: str) -> Iterator[str]:
    """A process for each role; the port of the first, which Slack calls."""
    with ExitStack() as started:
        first = settings(slack, url)
        started.enter_context(running(apart([*command, "--role", roles[0]]), first))
        for role in roles[1:]:
            started.enter_context(running([*command, "--role", role], settings(slack, url)))
        slack.connect(f"http://127.0.0.1:{first['PORT']}/slack/events")
        yield first["PORT"]


# --- presses of a button ---


def _clicks(kind: str) -> list[Figure]:
    python = [*BOT[:-1]]
    with network_of_many() as slack, database(kind) as url, ExitStack() as started:
        port = started.enter_context(_bots(slack, url, [*python, pressed.__name__], "web", "worker"))
        env = settings(slack, url)
        started.enter_context(running(apart([*python, bare.__name__]), env))
        post = _post(slack)
        rounds = [_round(slack, post, env["PORT"], port) for _ in range(ROUNDS + 1)][1:]
        delivered = _delivered(slack)
    took = _median([each["bare"] for each in rounds])
    wrong = (ROUNDS + 1) * PEOPLE - len(delivered) + sum(count - 1 for count in delivered.values())
    return [
        Figure(f"{kind}: bare Bolt", took, "/s"),
        Figure(f"{kind}: a press accepted and committed, of bare", _share(rounds, "accept"), "", 0.45, "at least"),
        Figure(f"{kind}: a click with row and message, of bare", _share(rounds, "click"), "", 0.35, "at least"),
        Figure(f"{kind}: delivered by the worker until all were", _median([each["all"] for each in rounds]), "/s"),
        Figure(f"{kind}: messages of clicks lost or doubled", wrong, "", 0),
    ]


def _round(slack: Workspace, post: Post, bare_port: str, port: str) -> dict[str, float]:
    """How many a second."""

    def press(to: str, action: str) -> Round:
        return send_all(to, [signed(slack, _press(slack, post, person(n), action)) for n in range(PEOPLE)], AT_ONCE)

    rates = {"bare": press(bare_port, pressed.ACCEPT).rate, "accept": press(port, pressed.ACCEPT).rate}
    before, began = sum(_delivered(slack).values()), time.perf_counter()
    rates["click"] = press(port, pressed.CLICK).rate
    eventually(lambda: sum(_delivered(slack).values()) >= before + PEOPLE, 300)
    return rates | {"all": PEOPLE / (time.perf_counter() - began)}


def _post(slack: Workspace) -> Post:
    """A message with ten options, as a poll has."""
    buttons = [
        {"type": "button", "text": {"type": "plain_text", "text": f"Svar {n}"}, "value": str(n)} for n in range(10)
    ]
    blocks = [
        {"type": "actions", "block_id": f"b{n}", "elements": [one | {"action_id": f"o{n}"}]}
        for n, one in enumerate(buttons)
    ]
    said = httpx.post(
        f"{slack.api_url}chat.postMessage",
        headers={"Authorization": f"Bearer {slack.app.bot_token}"},
        json={"channel": NETWORK, "text": "Hva?", "blocks": blocks},
    ).json()
    return slack.state.channels[NETWORK].posts[said["ts"]]


def _press(slack: Workspace, post: Post, user: str, action: str) -> Parcel:
    channel = slack.state.channels[NETWORK]
    block, element = next(iter(elements.inside(post.body["blocks"])))
    what: Json = elements.action(block, element, {}, slack.state.new_ts()) | {"action_id": action}
    payload = interact.common(slack, "block_actions", user) | interact.in_message(channel, post)
    payload |= {"actions": [what], "trigger_id": slack.triggers.new(user)}
    return Parcel("interactive", payload | {"response_url": interact.response_url(slack, user, channel, post)})


def _delivered(slack: Workspace) -> Counter[str]:
    """Messages by their key."""
    calls = slack.traffic.find("chat.postMessage")
    marks = [call.request["metadata"]["event_payload"]["key"] for call in calls if "metadata" in call.request]
    return Counter(key for key in marks if key.startswith("pressed:"))


def _share(rounds: list[dict[str, float]], what: str) -> float:
    return _median([each[what] / each["bare"] for each in rounds])


def _median(values: list[float]) -> float:
    return statistics.median(values)


# --- questions ---


def _questions(kind: str) -> list[Figure]:
    roles = ("all",) if kind == "SQLite" else ("web", "worker")
    with network_of_many() as slack, database(kind) as url, _bots(slack, url, [*BOT, "run"], *roles):
        asked = _ask(slack)
        eventually(lambda: slack.settled() and len(_answers(slack)) >= len(asked), 120)
        heard = {call.request["event"]["ts"]: call for call in slack.traffic.find("message") if _by_person(call)}
        answers = _answers(slack)
    counted = asked[WARMING:]
    acknowledged = [heard[ts].ms or 0.0 for ts in counted]
    posted = [(answers[ts][0].at - heard[ts].at) * 1000 for ts in counted]
    wrong = sum(len(answers.get(ts, ())) != 1 for ts in asked)
    return [
        Figure(f"{kind}: question to acknowledged, p50", _median(acknowledged), "ms"),
        Figure(f"{kind}: question to acknowledged, p99", _p99(acknowledged), "ms", 100),
        Figure(f"{kind}: question to posted, p50", _median(posted), "ms"),
        Figure(f"{kind}: question to posted, p99", _p99(posted), "ms", 150),
        Figure(f"{kind}: questions not answered once", wrong, "", 0),
    ]


def _ask(slack: Workspace) -> list[str]:
    """At an even pace, whatever the answers do; the questions' `ts`."""
    words = [json.loads(line)["question"] for line in ASKED.read_text().splitlines()]
    began, asked = time.monotonic(), []
    for n in range(WARMING + QUESTIONS):
        time.sleep(max(0.0, began + n / A_SECOND - time.monotonic()))
        who = person(n % PEOPLE)
        asked.append(slack.say(who, slack.im(who), words[n % len(words)])["ts"])
    return asked


def _by_person(call: Exchange) -> bool:
    return call.direction == "to bot" and "bot_id" not in call.request["event"]


def _answers(slack: Workspace) -> dict[str, list[Exchange]]:
    """By the question in whose thread they stand."""
    found: dict[str, list[Exchange]] = {}
    for call in slack.traffic.find("chat.postMessage"):
        found.setdefault(call.request.get("thread_ts", ""), []).append(call)
    return found


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]
