"""Socket Mode with slack_sdk's own client and with a bare one."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection, connect

from bot.workspace import Workspace
from bot.workspace.socket_mode import SocketDoor
from tests.workspace.peer import bolt


@pytest.fixture
def url(workspace: Workspace) -> str:
    client = WebClient(base_url=workspace.api_url)
    return str(client.apps_connections_open(app_token=workspace.app.app_token)["url"])


@pytest.fixture
def connection(url: str) -> Iterator[ClientConnection]:
    with connect(url) as connection:
        yield connection


def read(connection: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(connection.recv(timeout=5))
    return message


def test_bolt_serves_over_the_socket(workspace: Workspace) -> None:
    app = bolt(workspace)
    app.event("message")(lambda event, say: say("Hei") if "bot_id" not in event else None)
    app.command("/test")(lambda ack: ack("Svar"))
    handler = SocketModeHandler(app, workspace.app.app_token)
    handler.client.web_client = WebClient(workspace.app.app_token, base_url=workspace.api_url)
    handler.connect()  # type: ignore[no-untyped-call]
    workspace.wait(lambda: isinstance(workspace.deliveries.door, SocketDoor) and workspace.deliveries.door.connections)

    direct = workspace.im("U0ADA")
    workspace.say("U0ADA", direct, "Hallo")
    workspace.wait(workspace.settled)
    assert workspace.say("U0ADA", direct, "/test") == {}
    assert [m["text"] for m in workspace.messages("U0ADA", direct)] == ["Hallo", "Hei", "Svar"]
    handler.close()  # type: ignore[no-untyped-call]


def test_hello_comes_first_then_envelopes(workspace: Workspace, connection: ClientConnection) -> None:
    hello = read(connection)
    assert (hello["type"], hello["num_connections"], hello["connection_info"]) == (
        "hello",
        1,
        {"app_id": workspace.app.id},
    )

    workspace.say("U0ADA", workspace.im("U0ADA"), "Hallo")
    envelope = read(connection)
    connection.send(json.dumps({"envelope_id": envelope["envelope_id"]}))
    workspace.wait(workspace.settled)
    assert (envelope["type"], envelope["retry_attempt"]) == ("events_api", 0)
    assert envelope["accepts_response_payload"] is False
    assert envelope["payload"]["event"]["text"] == "Hallo"


def test_an_envelope_without_acknowledgement_comes_again(workspace: Workspace, connection: ClientConnection) -> None:
    read(connection)
    workspace.deliveries.door._patience = 0.1  # type: ignore[union-attr]
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hallo")
    first, second = read(connection), read(connection)
    connection.send(json.dumps({"envelope_id": second["envelope_id"]}))
    workspace.wait(workspace.settled)

    assert (second["retry_attempt"], second["retry_reason"]) == (1, "http_timeout")
    assert first["payload"]["event_id"] == second["payload"]["event_id"]


def test_an_address_serves_once(url: str, connection: ClientConnection) -> None:
    read(connection)
    with connect(url) as again, pytest.raises(ConnectionClosed):
        again.recv(timeout=5)


def test_slack_asks_to_come_anew(workspace: Workspace, connection: ClientConnection) -> None:
    read(connection)
    door = workspace.deliveries.door
    assert isinstance(door, SocketDoor)
    door.disconnect("warning")
    assert read(connection)["reason"] == "warning"
    door.disconnect()
    assert read(connection)["reason"] == "refresh_requested"
    with pytest.raises(ConnectionClosed):
        connection.recv(timeout=5)
