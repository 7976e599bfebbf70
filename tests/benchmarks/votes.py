"""One poll, 300 voters, 50 at once, by signed HTTP against the served bot, with the local workspace as its Slack.

One process on SQLite, two on PostgreSQL, which share the voters.

Each voter votes and moves the vote three times. The time of a vote includes the receipt, which comes before the
acknowledgement. Load and workspace stand for what is elsewhere, so where the machine has more than one processor they
get one of their own, and so does the bot. Two processes of it share all processors with them and with the database.
"""

import statistics
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext

from bot.workspace import Workspace, elements, interact
from bot.workspace.doors import Parcel
from bot.workspace.shapes import Json
from bot.workspace.traffic import Exchange
from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, apart, database, here, running, settings
from tests.load import Round, Signed, send_all, signed
from tests.slacks import NETWORK, STAFF_MEMBER, manifest, network, said
from tests.waiting import eventually

VOTERS, AT_ONCE, ROUNDS = 300, 50, 4
OPTIONS = ("Buss", "Bredbånd", "Arbeidskraft")
SECRECY = ("anonymous", "named")
PROCESSES = {"SQLite": 1, "PostgreSQL": 2}
NOBODYS = {"action_id": "nobody.listens"}


def run() -> list[Figure]:
    return [figure for kind in PROCESSES for secrecy in SECRECY for figure in _measure(kind, secrecy)]


def _measure(kind: str, secrecy: str) -> list[Figure]:
    with _place(kind), _slack() as slack, _bots(slack, kind) as ports:
        slack.connect(f"http://127.0.0.1:{ports[0]}/slack/events")
        wall = make_poll(slack, secrecy)
        rounds = [
            send_all(ports[0], [_press(slack, wall, n, turn) for n in range(VOTERS)], AT_ONCE, *ports[1:])
            for turn in range(ROUNDS)
        ]
        unheard = [_press(slack, wall, n, 0, known=False) for n in range(VOTERS)]
        bare = send_all(ports[0], unheard, AT_ONCE, *ports[1:])
        expected = Counter((voter + ROUNDS - 1) % len(OPTIONS) for voter in range(VOTERS))
        shown = _shown(slack, wall, secrecy, expected)
        votes = Round([each for one in rounds for each in one.times], sum(one.seconds for one in rounds))
        name = f"{kind}, {secrecy}"
        return _figures(slack, name, votes, bare, counted_wrong(slack, expected) + (not shown))


def _figures(slack: Workspace, name: str, votes: Round, bare: Round, wrong: int) -> list[Figure]:
    redraws = [entry.at for entry in slack.traffic.find("chat.update")][:-1]  # the last one tells that it is closed
    most = max((sum(at <= other < at + 1 for other in redraws) for at in redraws), default=0)
    receipts = [entry for entry in slack.traffic.find("response_url") if "Svaret ditt" in str(entry.request)]
    return [
        Figure(f"{name}: votes", votes.rate, "/s", 300, "at least"),
        Figure(f"{name}: presses that nobody listens to, for comparison", bare.rate, "/s"),
        Figure(f"{name}: vote and receipt, median", statistics.median(votes.times) * 1000, "ms"),
        Figure(f"{name}: vote and receipt, p95", statistics.quantiles(votes.times, n=20)[-1] * 1000, "ms", 250),
        Figure(f"{name}: votes lost, doubled or not shown", wrong, "", 0),
        Figure(f"{name}: receipts lacking, or too many", abs(len(votes.times) - len(receipts)), "", 0),
        Figure(f"{name}: redraws of the wall in the busiest second", most, "", 1),
    ]


def _shown(slack: Workspace, wall: Json, secrecy: str, expected: Counter[int]) -> bool:
    """Whether the last redraw comes to the stored numbers."""

    def is_right() -> bool:
        text = slack.state.channels[NETWORK].posts[wall["ts"]].body["text"]
        lines = [f"{option}: {expected[n]} (" for n, option in enumerate(OPTIONS)] if secrecy == "named" else []
        return all(part in text for part in [f"{VOTERS} har svart", *lines])

    try:
        return eventually(is_right, 5)
    except TimeoutError:
        return False


def counted_wrong(slack: Workspace, expected: Counter[int]) -> int:
    """How far the result that is posted after closing is from what was pressed."""
    _command(slack, "poll.close")
    posted = eventually(lambda: [one for one in said(slack, NETWORK) if one["text"].startswith("Resultat")])[0]
    chart = next(block["chart"] for block in posted["blocks"] if block["type"] == "data_visualization")
    counts = [point["value"] for point in chart["series"][0]["data"]]
    return sum(abs(count - expected[n]) for n, count in enumerate(counts))


# --- the bot and its Slack ---


def _place(kind: str) -> AbstractContextManager[None]:
    return here() if PROCESSES[kind] == 1 else nullcontext()


@contextmanager
def _slack() -> Iterator[Workspace]:
    """The sample network with many voters."""
    seed = network()
    voters = [{"id": _voter(n), "name": f"v{n}", "real_name": f"Eksempel {n}"} for n in range(VOTERS)]
    seed["users"] += voters
    next(one for one in seed["channels"] if one["id"] == NETWORK)["members"] += [one["id"] for one in voters]
    with Workspace(seed, manifest(), limited=False) as slack:
        slack.serve()
        yield slack


@contextmanager
def _bots(slack: Workspace, kind: str) -> Iterator[list[str]]:
    """The ports of the served processes, when they know who is in the workspace."""
    with database(kind) as url, ExitStack() as stack:
        ports = []
        for _ in range(PROCESSES[kind]):
            env = settings(slack, url)
            command = [*BOT, "run"]
            stack.enter_context(running(apart(command) if PROCESSES[kind] == 1 else command, env))
            ports.append(env["PORT"])
        eventually(lambda: all_read(slack.traffic.find("users.list")), 10)
        time.sleep(0.5)  # the last page is written
        yield ports


def all_read(calls: list[Exchange]) -> bool:
    return any(call.reply and not call.reply["response_metadata"]["next_cursor"] for call in calls)


def make_poll(slack: Workspace, secrecy: str) -> Json:
    """By the form, as an organizer does; the wall."""
    _command(slack, "poll.new")
    view = slack.modals(STAFF_MEMBER)[-1]
    fields = {"question_nb": "Hva?", "options_nb": "\n".join(OPTIONS), "channel": NETWORK, "secrecy": secrecy}
    values: Json = {}
    for block, element in elements.inside(view["blocks"]):
        if block["block_id"] in fields:
            entered = {elements.FIELDS[element["type"]][0]: fields[block["block_id"]]}
            values[block["block_id"]] = {element["action_id"]: entered}
    slack.submit(STAFF_MEMBER, view["id"], values)
    return eventually(lambda: [one for one in said(slack, NETWORK) if one["text"].startswith("Hva?")])[0]


def _command(slack: Workspace, action: str) -> None:
    """Type `/naering puls` and press a button of the reply."""
    slack.command(STAFF_MEMBER, NETWORK, "/naering puls")
    listed = [one for one in said(slack, NETWORK, None, STAFF_MEMBER) if one.get("ephemeral")][-1]
    block, _ = next(pair for pair in elements.inside(listed["blocks"]) if pair[1]["action_id"] == action)
    given = {"block_id": block["block_id"], "action_id": action, "channel": NETWORK, "ts": listed["ts"]}
    slack.click(STAFF_MEMBER, **given)


# --- the voters ---


def _press(slack: Workspace, wall: Json, voter: int, turn: int, *, known: bool = True) -> Signed:
    """The request that Slack would send: signed, with the whole message in it. Not `known`: nobody listens to it."""
    channel = slack.state.channels[NETWORK]
    post = channel.posts[wall["ts"]]
    rows = [pair for pair in elements.inside(post.body["blocks"]) if pair[1]["action_id"] == "poll.vote"]
    block, element = rows[(voter + turn) % len(OPTIONS)]
    payload = interact.common(slack, "block_actions", _voter(voter)) | interact.in_message(channel, post)
    payload |= {"actions": [elements.action(block, element, {}, slack.state.new_ts()) | ({} if known else NOBODYS)]}
    payload |= {"trigger_id": slack.triggers.new(_voter(voter))}
    payload |= {"response_url": interact.response_url(slack, _voter(voter), channel, post)}
    return signed(slack, Parcel("interactive", payload))


def _voter(n: int) -> str:
    return f"U0V{n:03}"
