"""Answers to an interaction without a token."""

from http.client import RemoteDisconnected

import pytest
from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot.workspace import Workspace

BLOCKS = [{"type": "divider", "block_id": "a"}]


@pytest.fixture
def ts(slack: WebClient) -> str:
    return str(slack.chat_postMessage(channel="C0NET", text="Før", blocks=BLOCKS)["ts"])


@pytest.fixture
def url(workspace: Workspace, ts: str) -> str:
    return f"{workspace.address}/respond/{workspace.response_urls.new('U0ADA', 'C0NET', ts)}"


def test_the_default_is_a_private_message(workspace: Workspace, url: str) -> None:
    WebhookClient(url).send(text="Bare du")

    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET")] == ["Før", "Bare du"]
    assert [m["text"] for m in workspace.messages("U0BO", "C0NET")] == ["Før"]


def test_a_message_for_all(workspace: Workspace, url: str) -> None:
    WebhookClient(url).send(text="Alle", response_type="in_channel")

    assert [m["text"] for m in workspace.messages("U0BO", "C0NET")] == ["Før", "Alle"]


def test_the_original_is_replaced_or_removed(workspace: Workspace, url: str) -> None:
    WebhookClient(url).send(text="Etter", replace_original=True)
    [message] = workspace.messages("U0BO", "C0NET")
    assert (message["text"], message["blocks"]) == ("Etter", [])

    WebhookClient(url).send(delete_original=True)
    assert workspace.messages("U0BO", "C0NET") == []


def test_five_uses_and_thirty_minutes(workspace: Workspace, url: str) -> None:
    client = WebhookClient(url)
    assert [client.send(text="x").status_code for _ in range(6)] == [200, 200, 200, 200, 200, 404]
    assert workspace.response_urls.lifetime == 1800

    workspace.response_urls.lifetime = -1.0
    late = f"{workspace.address}/respond/{workspace.response_urls.new('U0ADA', 'C0NET')}"
    assert WebhookClient(late).send(text="x").status_code == 404


def test_what_is_wrong_is_refused(url: str) -> None:
    client = WebhookClient(url)
    assert client.send(text="").status_code == 400
    assert client.send(text="x", blocks=[{"type": "section"}]).status_code == 400


def test_a_dropped_answer_may_have_been_carried_out(workspace: Workspace, url: str) -> None:
    workspace.fault("response_url", "drop")
    with pytest.raises(RemoteDisconnected):
        WebhookClient(url, retry_handlers=[]).send(text="Kom fram")

    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET")] == ["Før", "Kom fram"]


def test_the_address_never_shows_in_the_log(workspace: Workspace, url: str) -> None:
    key = url.rsplit("/", 1)[1]
    WebhookClient(url).send(text=f"se {url}")

    assert key not in str([entry.shown() for entry in workspace.log()])
