"""Clicks, forms, commands and shortcuts, through Bolt: it cannot tell this from Slack."""

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from slack_bolt import Ack, App
from slack_sdk import WebClient

from bot.workspace import Workspace
from bot.workspace.shapes import ControlError
from tests.workspace.peer import bolt, bolt_peer


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def option(value: str) -> dict[str, Any]:
    return {"text": plain(value.upper()), "value": value}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


BUTTON = {"type": "button", "action_id": "go", "text": plain("Kjør"), "value": "7"}
SELECT = {"type": "static_select", "action_id": "pick", "options": [option("a"), option("b")]}
ACTIONS = {"type": "actions", "block_id": "row", "elements": [BUTTON, SELECT]}
FIELD = {"type": "plain_text_input", "action_id": "text", "max_length": 10}
MODAL = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Skjema"),
    "submit": plain("Send"),
    "notify_on_close": True,
    "blocks": [{"type": "input", "block_id": "field", "label": plain("Tekst"), "element": FIELD}, ACTIONS],
}
HOME = {"type": "home", "blocks": [ACTIONS]}


@pytest.fixture
def app(workspace: Workspace) -> Iterator[App]:
    app = bolt(workspace)
    peer = bolt_peer(app)
    workspace.connect(peer.url)
    yield app
    peer.close()


@pytest.fixture
def seen(app: App) -> list[dict[str, Any]]:
    """The bodies of all block actions."""
    bodies: list[dict[str, Any]] = []

    @app.action("go")
    @app.action("pick")
    def act(ack: Ack, body: dict[str, Any]) -> None:
        bodies.append(body)
        ack()

    return bodies


def test_a_press_on_what_was_redrawn_unchanged_counts_and_on_what_changed_does_not(
    workspace: Workspace, slack: WebClient, seen: list[dict[str, Any]]
) -> None:
    row = {"type": "actions", "elements": [BUTTON]}
    posted = slack.chat_postMessage(channel="C0NET", text="to", blocks=[section("0 svar"), row, row])
    ids = [block["block_id"] for block in posted["message"]["blocks"]]
    assert len(set(ids)) == 3
    at = {"channel": "C0NET", "ts": posted["ts"], "action_id": "go"}
    slack.chat_update(channel="C0NET", ts=posted["ts"], text="to", blocks=[section("1 svar"), row, row])
    assert workspace.click("U0ADA", block_id=ids[2], **at) == {}
    assert seen[-1]["actions"][0]["block_id"] == ids[2]
    changed = {"type": "actions", "elements": [BUTTON | {"value": "8"}]}
    slack.chat_update(channel="C0NET", ts=posted["ts"], text="to", blocks=[section("1 svar"), changed])
    with pytest.raises(ControlError, match="finnes ikke lenger"):
        workspace.click("U0ADA", block_id=ids[1], **at)


def answer_form(app: App, reply: dict[str, Any]) -> None:
    app.view("form")(lambda ack: ack(**reply))


def open_form(workspace: Workspace, slack: WebClient) -> str:
    return str(slack.views_open(trigger_id=workspace.triggers.new("U0ADA"), view=MODAL)["view"]["id"])


def written(text: str) -> dict[str, Any]:
    return {"field": {"text": {"type": "plain_text_input", "value": text}}}


def test_a_click_in_a_message(workspace: Workspace, slack: WebClient, seen: list[dict[str, Any]]) -> None:
    root = slack.chat_postMessage(channel="C0NET", text="rot")["ts"]
    ts = slack.chat_postMessage(channel="C0NET", text="x", blocks=[ACTIONS], thread_ts=root)["ts"]

    assert workspace.click("U0ADA", channel="C0NET", ts=ts, block_id="row", action_id="go") == {}
    [body] = seen
    assert body["container"] == {
        "type": "message",
        "message_ts": ts,
        "channel_id": "C0NET",
        "is_ephemeral": False,
        "thread_ts": root,
    }
    assert (body["user"]["id"], body["channel"], body["message"]["ts"]) == (
        "U0ADA",
        {"id": "C0NET", "name": "nettverket"},
        ts,
    )
    assert (body["actions"][0]["value"], body["actions"][0]["type"]) == ("7", "button")
    assert body["state"]["values"] == {"row": {"pick": {"type": "static_select", "selected_option": None}}}
    assert body["response_url"].startswith(workspace.address)


def test_a_choice_is_told_whole(workspace: Workspace, slack: WebClient, seen: list[dict[str, Any]]) -> None:
    ts = slack.chat_postMessage(channel="U0ADA", text="x", blocks=[ACTIONS])["ts"]
    direct = workspace.im("U0ADA")
    workspace.click("U0ADA", channel=direct, ts=ts, block_id="row", action_id="pick", selected_option="b")

    assert seen[0]["actions"][0]["selected_option"] == option("b")
    assert seen[0]["state"]["values"]["row"]["pick"]["selected_option"] == option("b")
    assert seen[0]["channel"]["name"] == "directmessage"


def test_a_click_in_a_private_message_repeats_no_message(
    workspace: Workspace, slack: WebClient, seen: list[dict[str, Any]]
) -> None:
    ts = slack.chat_postEphemeral(channel="C0NET", user="U0ADA", text="x", blocks=[ACTIONS])["message_ts"]
    workspace.click("U0ADA", channel="C0NET", ts=ts, block_id="row", action_id="go")

    assert seen[0]["container"]["is_ephemeral"] is True
    assert "message" not in seen[0]
    with pytest.raises(ControlError):
        workspace.click("U0BO", channel="C0NET", ts=ts, block_id="row", action_id="go")


@pytest.mark.parametrize("surface", ["home", "modal"])
def test_a_click_in_a_view(workspace: Workspace, slack: WebClient, seen: list[dict[str, Any]], surface: str) -> None:
    if surface == "home":
        view_id = slack.views_publish(user_id="U0ADA", view=HOME)["view"]["id"]
    else:
        view_id = open_form(workspace, slack)
    workspace.click("U0ADA", view_id=view_id, block_id="row", action_id="go", values={"row": {}})

    [body] = seen
    assert (body["container"], body["view"]["id"]) == ({"type": "view", "view_id": view_id}, view_id)
    assert body["view"]["type"] == surface
    assert "channel" not in body
    assert "response_url" not in body
    assert body["view"]["state"]["values"]["row"]["pick"]["selected_option"] is None


def test_a_form_is_taken_and_closed(workspace: Workspace, slack: WebClient, app: App) -> None:
    values: list[dict[str, Any]] = []

    @app.view("form")
    def take(ack: Ack, view: dict[str, Any]) -> None:
        values.append(view["state"]["values"])
        ack()

    assert workspace.submit("U0ADA", open_form(workspace, slack), written("hei")) == {}
    assert values[0]["field"] == {"text": {"type": "plain_text_input", "value": "hei"}}
    assert workspace.modals("U0ADA") == []


def test_the_form_itself_refuses_what_is_missing(workspace: Workspace, slack: WebClient) -> None:
    view_id = open_form(workspace, slack)

    assert workspace.submit("U0ADA", view_id) == {"errors": {"field": "Dette feltet må fylles ut."}}
    assert workspace.submit("U0ADA", view_id, written("x" * 11)) == {"errors": {"field": "Skriv høyst 10 tegn."}}
    assert workspace.traffic.find("view_submission") == []


def test_errors_stand_at_their_field(workspace: Workspace, slack: WebClient, app: App) -> None:
    answer_form(app, {"response_action": "errors", "errors": {"field": "Nei."}})
    view_id = open_form(workspace, slack)

    assert workspace.submit("U0ADA", view_id, written("x")) == {"errors": {"field": "Nei."}}
    assert workspace.modals("U0ADA")[0]["errors"] == {"field": "Nei."}


@pytest.mark.parametrize(
    ("reply", "titles"),
    [
        ({"response_action": "update", "view": MODAL | {"title": plain("Ny")}}, ["Ny"]),
        ({"response_action": "push", "view": MODAL | {"title": plain("Oppå")}}, ["Skjema", "Oppå"]),
        ({"response_action": "clear"}, []),
    ],
)
def test_what_follows_a_form(
    workspace: Workspace, slack: WebClient, app: App, reply: dict[str, Any], titles: list[str]
) -> None:
    answer_form(app, reply)

    assert workspace.submit("U0ADA", open_form(workspace, slack), written("x")) == {}
    assert [view["title"]["text"] for view in workspace.modals("U0ADA")] == titles


@pytest.mark.parametrize(
    "reply",
    [
        {"response_action": "errors", "errors": {"no_such_field": "x"}},
        {"response_action": "update", "view": MODAL | {"title": plain("x" * 25)}},
    ],
)
def test_a_wrong_answer_to_a_form_is_a_failure(
    workspace: Workspace, slack: WebClient, app: App, reply: dict[str, Any]
) -> None:
    answer_form(app, reply)

    assert "error" in workspace.submit("U0ADA", open_form(workspace, slack), written("x"))
    assert workspace.modals("U0ADA")[0]["error"]


def test_closing_is_told_where_asked_for(workspace: Workspace, slack: WebClient, app: App) -> None:
    closed: list[bool] = []

    @app.view_closed("form")
    def close(ack: Ack, body: dict[str, Any]) -> None:
        closed.append(body["is_cleared"])
        ack()

    assert workspace.close_view("U0ADA", open_form(workspace, slack)) == {}
    assert (closed, workspace.modals("U0ADA")) == ([False], [])


def test_options_come_while_typing(workspace: Workspace, slack: WebClient, app: App) -> None:
    select = {"type": "external_select", "action_id": "find"}
    blocks = [{"type": "actions", "block_id": "row", "elements": [select]}]
    ts = slack.chat_postMessage(channel="C0NET", text="x", blocks=blocks)["ts"]

    @app.options("find")
    def find(ack: Ack, payload: dict[str, Any]) -> None:
        ack(options=[option(payload["value"])])

    asked = {"channel": "C0NET", "ts": ts, "block_id": "row", "action_id": "find", "value": "a"}
    assert workspace.options("U0ADA", **asked) == {"options": [option("a")]}


def test_a_command_is_answered_in_private(workspace: Workspace, app: App) -> None:
    app.command("/test")(lambda ack, command: ack("Svar: " + command["text"]))

    assert workspace.say("U0ADA", "C0NET", "/test hvem & hva?") == {}
    [message] = workspace.messages("U0ADA", "C0NET")
    assert (message["text"], message["ephemeral"]) == ("Svar: hvem &amp; hva?", True)
    assert workspace.messages("U0BO", "C0NET") == []


def test_a_command_that_asks_for_it_gets_mentions_with_names(workspace: Workspace, app: App) -> None:
    app.command("/named")(lambda ack, command: ack(blocks=[section(command["text"])]))
    workspace.say("U0ADA", "C0NET", "/named @Bo Eksempel i #nettverket")

    [message] = workspace.messages("U0ADA", "C0NET")
    assert message["blocks"][0]["text"]["text"] == "<@U0BO|bo> i <#C0NET|nettverket>"


def test_a_command_may_answer_for_all(workspace: Workspace, app: App) -> None:
    app.command("/test")(lambda ack: ack(text="Til alle", response_type="in_channel", blocks=[ACTIONS]))
    workspace.say("U0ADA", "C0NET", "/test")

    [message] = workspace.messages("U0BO", "C0NET")
    assert (message["text"], message["blocks"]) == ("Til alle", [ACTIONS])


@pytest.mark.usefixtures("app")
def test_a_failed_command_is_told_to_the_one_who_typed(workspace: Workspace) -> None:
    said = workspace.say("U0ADA", "C0NET", "/test")

    assert said["error"] == "/test mislyktes (dispatch_failed). Noe gikk galt i appen. Prøv igjen."
    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET")] == [said["error"]]
    with pytest.raises(ControlError):
        workspace.say("U0ADA", "C0NET", "/ukjent")


def test_a_late_command_is_told_as_late(workspace: Workspace, app: App) -> None:
    gate = threading.Event()
    app.command("/test")(lambda ack: ack("for sent" if gate.wait() else ""))
    url = workspace.deliveries.door.request_url  # type: ignore[union-attr]
    workspace.connect(url, patience=0.05)

    said = workspace.say("U0ADA", "C0NET", "/test")
    gate.set()
    assert said["error"] == "/test mislyktes (operation_timeout). Appen svarte ikke i tide. Prøv igjen."


def test_shortcuts_of_a_message_and_of_nothing(workspace: Workspace, app: App) -> None:
    bodies: dict[str, dict[str, Any]] = {}

    @app.shortcut("answer")
    @app.shortcut("make")
    def take(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        bodies[body["type"]] = body
        client.views_open(trigger_id=body["trigger_id"], view=MODAL)
        ack()

    ts = workspace.say("U0BO", "C0NET", "Hvem?")["ts"]
    assert workspace.shortcut("U0ADA", "answer", "C0NET", ts) == {}
    assert workspace.shortcut("U0ADA", "make") == {}
    assert bodies["message_action"]["message"]["text"] == "Hvem?"
    assert bodies["message_action"]["response_url"]
    assert bodies["shortcut"]["callback_id"] == "make"
    assert len(workspace.modals("U0ADA")) == 1
    with pytest.raises(ControlError):
        workspace.shortcut("U0ADA", "answer")


def test_events_reach_bolt(workspace: Workspace, app: App) -> None:
    texts: list[str] = []
    app.event("app_mention")(lambda event, say: say(text="Ja", thread_ts=event["ts"]))
    app.event("message")(lambda event: texts.append(event["text"]))

    ts = workspace.say("U0ADA", "C0NET", "@Testbot hei")["ts"]
    workspace.say("U0ADA", workspace.im("U0ADA"), "hallo")
    workspace.wait(workspace.settled)

    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET", ts)][1:] == ["Ja"]
    assert texts == ["hallo"]
