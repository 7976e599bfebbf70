"""What Slack says to a call, and what becomes of the call."""

import socket
from collections.abc import Iterator
from contextlib import closing
from threading import Thread
from typing import Any

import pytest

from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from bot.workspace import Workspace
from scheduler.calls import Limited, Missing, Outcome, Posted, Rejected, Sent, Unknown
from tests.slacks import KARI, NETWORK

POST = "chat.postMessage"


@pytest.fixture
def send(workspace: Workspace) -> Iterator[SlackSend]:
    api = WebApi(workspace.api_url, workspace.app.bot_token, timeout=5)
    yield SlackSend(api)
    api.close()


def posted(method: str = POST, channel: str = NETWORK, **payload: object) -> Posted:
    return Posted("test:1:a:1", method, channel, {"text": "Hei"} | payload, attempted_at=0.0)


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        ("500", Unknown("http 500")),
        ("internal_error", Unknown("internal_error")),
        ("not_json", Unknown("reply is not JSON")),
        ("drop", Unknown("RemoteProtocolError")),
        ("429", Limited(3.0, "ratelimited")),
    ],
)
def test_each_fault_has_its_outcome(workspace: Workspace, send: SlackSend, fault: str, outcome: Outcome) -> None:
    workspace.fault(POST, fault, seconds=3)
    assert send(posted()) == outcome


def test_a_reply_that_cannot_be_unpacked_tells_nothing() -> None:
    with socket.create_server(("127.0.0.1", 0)) as proxy, closing(WebApi(_url(proxy), "xoxb-1", timeout=5)) as api:
        answer = Thread(target=_answer, args=(proxy, b"Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\njunk"))
        answer.start()
        assert SlackSend(api)(posted()) == Unknown("DecodingError")
        answer.join()


def _url(server: socket.socket) -> str:
    return f"http://127.0.0.1:{server.getsockname()[1]}/"


def _answer(server: socket.socket, rest: bytes) -> None:
    with server.accept()[0] as line:
        line.recv(65536)
        line.sendall(b"HTTP/1.1 200 OK\r\n" + rest)


@pytest.mark.parametrize(
    ("channel", "payload", "reason"),
    [
        ("C0NOWHERE", {}, "channel_not_found"),
        (NETWORK, {"text": ""}, "no_text"),
        (NETWORK, {"blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ("U0NOBODY", {}, "channel_not_found"),
    ],
)
def test_what_slack_refuses_is_rejected(send: SlackSend, channel: str, payload: dict[str, Any], reason: str) -> None:
    assert send(posted(channel=channel, **payload)) == Rejected(reason)


def test_a_message_carries_its_key_for_us_alone(workspace: Workspace, send: SlackSend) -> None:
    send(posted())
    [request] = [exchange.request for exchange in workspace.traffic.find(POST)]
    assert request["metadata"]["event_payload"] == {"key": "test:1:a:1"}
    assert (request["unfurl_links"], request["unfurl_media"]) == (False, False)
    assert isinstance(send.find(posted(), lambda: True), Sent)
    assert send.find(Posted("test:1:a:2", POST, NETWORK, {}, 0.0), lambda: True) == Missing()


def test_what_needs_a_paid_plan_is_done_without(workspace: Workspace, send: SlackSend) -> None:
    workspace.app.manifest["oauth_config"]["scopes"]["bot"].remove("assistant:write")
    prompts = [{"title": "Hva?", "message": "Hva?"}]
    offered = posted("assistant.threads.setSuggestedPrompts", workspace.im(KARI), title="Spør", prompts=prompts)
    assert send(offered) == Sent()


def test_a_changes_text_is_cut_to_what_slack_takes(workspace: Workspace, send: SlackSend) -> None:
    sent = send(posted())
    assert isinstance(sent, Sent)
    assert isinstance(send(posted("chat.update", text="å" * 5000, ts=sent.ts)), Sent)
    assert len(workspace.messages(KARI, NETWORK)[-1]["text"]) == 4000


def test_our_token_goes_to_slack_alone(workspace: Workspace, send: SlackSend) -> None:
    assert workspace.app.bot_token not in repr(send) + repr(posted())
