"""The page's controls over HTTP, in the shapes that the page reads."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient

from bot.workspace import Workspace
from tests.waiting import eventually
from tests.workspace.network import MANIFEST, NETWORK


@pytest.fixture
def control(workspace: Workspace) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=workspace.address + "/control/") as client:
        yield client


def get(control: httpx.Client, name: str, user: str = "U0ADA", **more: Any) -> Any:
    return control.get(name, params={"as": user, **more}).json()


def post(control: httpx.Client, name: str, by: str = "U0ADA", **more: Any) -> Any:
    return control.post(name, json={"as": by, **more}).json()


def test_a_page_that_waits_for_news_does_not_hold_up_the_end(caplog: pytest.LogCaptureFixture) -> None:
    with ThreadPoolExecutor() as pool:
        with Workspace(NETWORK, MANIFEST) as workspace:
            asked = f"{workspace.serve()}/control/changes?as=U0ADA&since={workspace.state.seq}&wait=25"
            pool.submit(httpx.get, asked)
            eventually(lambda: _under_way(workspace))
        assert "still running" not in caplog.text


def test_before_it_is_open_nobody_acts_and_the_page_looks_again(workspace: Workspace, control: httpx.Client) -> None:
    workspace.open = False
    page, said = httpx.get(workspace.address), control.post("say", json={"as": "U0ADA", "channel": "C0", "text": "Hei"})
    assert (page.status_code, page.headers["Refresh"], said.status_code) == (503, "1", 503)
    assert (said.json(), "starter" in page.text) == ({"error": "Demonstrasjonen starter. Prøv igjen om litt."}, True)
    assert WebClient(workspace.app.bot_token, f"{workspace.address}/api/").auth_test()["ok"]
    workspace.open = True
    assert httpx.get(workspace.address).status_code == 200


def _under_way(workspace: Workspace) -> bool:
    assert workspace._server
    return any(channel.requests for channel in workspace._server._server.active_channels.values())


def test_what_the_workspace_is(workspace: Workspace, control: httpx.Client) -> None:
    shown = get(control, "workspace")

    assert shown["team"] == {"id": "T0TEST", "name": "Testnett"}
    assert shown["app"] == {
        "id": workspace.app.id,
        "name": "Testbot",
        "bot_user": workspace.app.bot_user,
        "description": "Svarer",
        "commands": [
            {"command": "/test", "description": "Spør", "usage_hint": "spørsmål"},
            {"command": "/named", "description": "Spør"},
        ],
        "shortcuts": [
            {"name": "Svar", "type": "message", "callback_id": "answer", "description": "Finn svar"},
            {"name": "Lag", "type": "global", "callback_id": "make", "description": "Lag noe"},
        ],
    }
    assert {
        "id": "U0ADA",
        "name": "ada",
        "real_name": "Ada Eksempel",
        "title": "Baker",
        "is_bot": False,
        "deleted": False,
        "guest": False,
    } in shown["users"]
    assert [channel["name"] for channel in shown["channels"]] == ["nettverket", "utenfor", "gammel"]
    assert shown["notice"] == "Demonstrasjon"
    assert shown["starters"] == [{"as": "U0ADA", "channel": workspace.im("U0ADA"), "title": "Spør", "text": "Hvem?"}]


def test_conversations_with_what_is_unread(workspace: Workspace, control: httpx.Client, slack: WebClient) -> None:
    slack.chat_postMessage(channel="C0NET", text="Nytt")
    net, direct = get(control, "conversations")

    assert (net["id"], net["kind"], net["name"], net["topic"], net["unread"]) == (
        "C0NET",
        "channel",
        "nettverket",
        "Alt",
        1,
    )
    assert (direct["kind"], direct["with"], direct["name"]) == ("im", workspace.app.bot_user, "Testbot")
    get(control, "messages", channel="C0NET")
    assert get(control, "conversations")[0]["unread"] == 0


def test_saying_and_reading(workspace: Workspace, control: httpx.Client) -> None:
    ts = post(control, "say", channel="C0NET", text="Hei @Testbot")["ts"]

    assert get(control, "messages", channel="C0NET") == [
        {"ts": ts, "user": "U0ADA", "text": f"Hei <@{workspace.app.bot_user}>"}
    ]
    assert get(control, "messages", channel="C0NET", thread=ts)[0]["ts"] == ts


def test_what_may_not_be_done_is_said(control: httpx.Client) -> None:
    assert post(control, "say", channel="C0OUT", text="x") == {"error": "Bli med i kanalen først."}
    assert control.get("messages", params={"as": "U0ADA", "channel": "C0STAFF"}).status_code == 400
    assert control.get("messages", params={"as": "U0NONE", "channel": "C0NET"}).status_code == 400
    assert control.post("say", json={"as": "U0ADA"}).status_code == 400
    assert control.post("nothing", json={}).status_code == 404
    assert control.post("say", content=b"{").status_code == 404


def test_changes_are_waited_for(control: httpx.Client, slack: WebClient) -> None:
    seq = get(control, "changes", since=0, wait=0)["seq"]
    assert get(control, "changes", since=seq, wait=0)["seq"] == seq

    slack.chat_postEphemeral(channel="C0NET", user="U0BO", text="bare Bo")
    assert get(control, "changes", since=seq, wait=0)["seq"] == seq
    assert get(control, "changes", user="U0BO", since=seq, wait=10)["seq"] > seq
    assert get(control, "changes", since=10_000, wait=10)["seq"] < 10_000


def test_home_modals_and_prompts(workspace: Workspace, control: httpx.Client, slack: WebClient) -> None:
    assert get(control, "home") == {"view": None}
    assert get(control, "modals") == []
    assert get(control, "prompts") == {"title": "", "prompts": []}

    slack.views_publish(user_id="U0ADA", view={"type": "home", "blocks": []})
    modal = {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": [{"type": "divider"}]}
    slack.views_open(trigger_id=workspace.triggers.new("U0ADA"), view=modal)
    assert get(control, "home")["view"]["type"] == "home"
    [view] = get(control, "modals")
    assert post(control, "close", view_id=view["id"]) == {}
    assert get(control, "modals") == []


def test_joining_inviting_and_leaving(workspace: Workspace, control: httpx.Client) -> None:
    assert post(control, "join", channel="C0OUT") == {}
    assert post(control, "invite", channel="C0OUT", user=workspace.app.bot_user) == {}
    assert post(control, "leave", channel="C0OUT") == {}
    assert workspace.state.channels["C0OUT"].members == ["U0BO", workspace.app.bot_user]


def test_the_log_shows_no_secrets(workspace: Workspace, control: httpx.Client, slack: WebClient) -> None:
    slack.chat_postMessage(channel="C0NET", text="Hei", token=workspace.app.bot_token)
    [entry] = get(control, "log")

    assert (entry["direction"], entry["what"], entry["status"], entry["ok"]) == (
        "from bot",
        "chat.postMessage",
        200,
        True,
    )
    assert entry["body"]["text"] == "Hei"
    assert workspace.app.bot_token not in str(entry)
    assert get(control, "log", since=entry["n"]) == []


def test_faults_from_the_page(workspace: Workspace, control: httpx.Client) -> None:
    assert post(control, "faults", method="chat.postMessage", fault="429", times=1) == {}
    assert post(control, "deliver", duplicate=1, copies=3) == {}
    assert "error" in post(control, "faults", method="*", fault="explode")

    fault = workspace.faults.take("chat.postMessage")
    assert fault is not None
    assert fault.kind == "429"
    assert post(control, "faults", release=True) == {}


def test_the_page_is_guarded(workspace: Workspace) -> None:
    headers = httpx.get(workspace.address + "/page/none.js").headers

    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert httpx.get(workspace.address + "/page/../workspace.py").status_code == 404
