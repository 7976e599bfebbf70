"""The real program survives what happens to real programs, and says everything once."""

import signal
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import httpx
import pytest

from bot.workspace import Workspace
from bot.workspace.doors import Answer, Parcel
from tests.e2e.process import Program
from tests.house import button
from tests.slacks import KARI, NETWORK, said
from tests.waiting import eventually

VISPERUD = "@Næringsbot Hvem har ansvar for regulering på Visperud?"
UNKNOWN = "@Næringsbot Hvor mange pingviner bor det i Sydney?"
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def answers(workspace: Workspace, root: str) -> int:
    return len(said(workspace, NETWORK, root))


def posts(workspace: Workspace) -> int:
    """Answers that were posted, whether Slack's reply arrived or not."""
    return len(workspace.traffic.find("chat.postMessage"))


def test_killed_while_it_posts_it_has_said_it_once_when_it_is_back(bot: Program, workspace: Workspace) -> None:
    bot.start()
    workspace.fault("chat.postMessage", "hold", seconds=20)
    root = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    eventually(lambda: answers(workspace, root))
    bot.end(signal.SIGKILL)
    workspace.release()

    bot.start()
    eventually(lambda: workspace.traffic.find("conversations.replies"))
    second = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    eventually(lambda: answers(workspace, second))
    assert (answers(workspace, root), posts(workspace)) == (1, 2)
    assert bot.end() == 0


@SQLITE
def test_killed_before_it_posts_it_says_it_when_it_is_back(bot: Program, workspace: Workspace) -> None:
    bot.start()
    workspace.fault("chat.postMessage", "429", times=50, seconds=1)
    root = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    eventually(lambda: posts(workspace))
    bot.end(signal.SIGKILL)
    workspace.faults.clear()

    bot.start()
    eventually(lambda: answers(workspace, root))
    assert bot.end() == 0
    assert answers(workspace, root) == 1


@SQLITE
def test_the_same_mention_eight_times_at_once_with_a_lost_reply_is_answered_once(
    bot: Program, workspace: Workspace
) -> None:
    bot.start()
    workspace.fault("chat.postMessage", "drop")
    root = workspace.say(KARI, NETWORK, "Hvem har ansvar for regulering på Visperud?")["ts"]
    event = {"type": "app_mention", "user": KARI, "channel": NETWORK, "ts": root, "text": VISPERUD}
    payload, together = workspace.events.envelope(event), Barrier(8)

    def deliver(_: int) -> Answer:
        together.wait()
        return workspace.deliveries.now(Parcel("events_api", payload), "app_mention")

    with ThreadPoolExecutor(8) as pool:
        assert [answer.status for answer in pool.map(deliver, range(8))] == [200] * 8
    eventually(
        lambda: workspace.traffic.find("conversations.history") + workspace.traffic.find("conversations.replies")
    )
    assert bot.end() == 0
    assert posts(workspace) == 1


@SQLITE
@pytest.mark.parametrize("way", [(), ("--socket",)], ids=["http", "socket"])
def test_told_to_end_it_finishes_what_is_under_way(bot: Program, workspace: Workspace, way: tuple[str, ...]) -> None:
    bot.start(*way)
    root = workspace.say(KARI, NETWORK, UNKNOWN)["ts"]
    answer = eventually(lambda: said(workspace, NETWORK, root))[0]
    block, element = button(answer, "inquiry.open")
    click = {"block_id": block["block_id"], "action_id": element["action_id"], "value": element["value"]}
    workspace.fault("views.open", "hold", seconds=0.6)

    with ThreadPoolExecutor() as pool:
        clicked = pool.submit(workspace.click, KARI, channel=NETWORK, ts=answer["ts"], **click)
        eventually(lambda: workspace.modals(KARI))
        assert bot.end(within=10) == 0
        assert clicked.result() == {}


@SQLITE
def test_told_to_end_while_slack_hangs_it_ends_all_the_same(bot: Program, workspace: Workspace) -> None:
    bot.start()
    eventually(lambda: workspace.traffic.find("users.list"))  # by then it knows who it is
    workspace.fault("*", "hang", times=50)
    root = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    eventually(lambda: answers(workspace, root))
    assert bot.end(within=10) == 0
    assert answers(workspace, root) == 1


@SQLITE
def test_socket_mode_asks_and_is_answered(bot: Program, workspace: Workspace) -> None:
    bot.start("--socket")
    root = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    eventually(lambda: answers(workspace, root))
    assert workspace.command(KARI, NETWORK, "/naering hjelp") == {}
    private = [one for one in workspace.messages(KARI, NETWORK) if one.get("ephemeral")]
    assert private[-1]["text"].startswith("Jeg svarer på spørsmål")
    assert httpx.post(f"{bot.url}/slack/events", json={"type": "url_verification"}).status_code == 404
    assert bot.end() == 0


@SQLITE
def test_at_its_most_talkative_the_log_tells_no_words_and_no_secrets(bot: Program, workspace: Workspace) -> None:
    bot.start()
    root = workspace.say(KARI, NETWORK, UNKNOWN)["ts"]
    answer = eventually(lambda: said(workspace, NETWORK, root))[0]
    block, element = button(answer, "inquiry.open")
    workspace.click(KARI, channel=NETWORK, ts=answer["ts"], block_id=block["block_id"], action_id=element["action_id"])
    workspace.command(KARI, NETWORK, "/naering pingvinkommando")
    httpx.post(f"http://127.0.0.1:{bot.port}/slack/events", content=b'{"text": "pingvin"}', headers={"X": "1"})
    assert bot.end() == 0

    lines = bot.log.read_text().lower()
    assert "listening on" in lines
    app = workspace.app
    for secret in ("pingvin", app.bot_token, app.app_token, app.signing_secret, "/respond/"):
        assert secret.lower() not in lines


def test_a_token_that_was_revoked_before_the_first_start_ends_it_in_words(bot: Program, workspace: Workspace) -> None:
    workspace.app.token_fault = "token_revoked"
    with pytest.raises(AssertionError, match="Slack refuses SLACK_BOT_TOKEN"):
        bot.start()
    assert bot.process is not None
    assert bot.process.returncode == 1
