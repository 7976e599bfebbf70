"""Events on their way to the bot: signed, enveloped, retried, doubled, overtaken."""

import json
import threading
from collections.abc import Callable, Iterator
from typing import Any

from flask import Request, Response
from slack_sdk.signature import SignatureVerifier

from bot.workspace import Workspace
from tests.workspace.peer import Answerer, Peer

Connect = Callable[[Answerer], Peer]


def ok(_: Request) -> str:
    return ""


def answers(*statuses: int) -> Answerer:
    """These statuses in turn, the last one for ever."""
    left: Iterator[int] = iter(statuses)
    return lambda _: ("", next(left, statuses[-1]))


def events(peer: Peer) -> list[dict[str, Any]]:
    return [json.loads(body) for _, body in peer.received]


def test_a_direct_message_comes_signed_and_in_its_envelope(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    ts = workspace.say("U0ADA", workspace.im("U0ADA"), "Hei & ha det")["ts"]
    workspace.wait(workspace.settled)

    [(headers, body)] = peer.received
    assert SignatureVerifier(workspace.app.signing_secret).is_valid_request(body, headers)
    envelope = json.loads(body)
    assert {key: envelope[key] for key in ("type", "team_id", "api_app_id")} == {
        "type": "event_callback",
        "team_id": "T0TEST",
        "api_app_id": workspace.app.id,
    }
    assert envelope["authorizations"][0]["user_id"] == workspace.app.bot_user
    event = envelope["event"]
    assert (event["type"], event["channel_type"], event["text"]) == ("message", "im", "Hei &amp; ha det")
    assert (event["ts"], event["user"], "thread_ts" in event) == (ts, "U0ADA", False)


def test_a_mention_comes_where_the_bot_is_and_chatter_does_not(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.say("U0ADA", "C0NET", "bare prat")
    workspace.say("U0ADA", "C0NET", "@Testbot hvem?")
    workspace.say("U0BO", "C0OUT", "@Testbot her er du ikke")
    workspace.wait(workspace.settled)

    assert [envelope["event"]["type"] for envelope in events(peer)] == ["app_mention"]
    assert events(peer)[0]["event"]["text"] == f"<@{workspace.app.bot_user}> hvem?"


def test_with_the_subscription_a_mention_is_also_a_message(workspace: Workspace, connect: Connect) -> None:
    subscribed = ["message.channels", "app_mention"]
    workspace.app.manifest = {"settings": {"event_subscriptions": {"bot_events": subscribed}}}
    peer = connect(ok)
    workspace.say("U0ADA", "C0NET", "@Testbot hvem?")
    workspace.wait(workspace.settled)

    assert sorted(envelope["event"]["type"] for envelope in events(peer)) == ["app_mention", "message"]
    assert len({envelope["event_id"] for envelope in events(peer)}) == 2


def test_three_retries_say_their_number_and_reason(workspace: Workspace, connect: Connect) -> None:
    peer = connect(answers(500))
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)

    retries = [(h.get("X-Slack-Retry-Num"), h.get("X-Slack-Retry-Reason")) for h, _ in peer.received]
    assert retries == [(None, None), ("1", "http_error"), ("2", "http_error"), ("3", "http_error")]
    assert len({envelope["event_id"] for envelope in events(peer)}) == 1


def test_an_accepted_retry_ends_it(workspace: Workspace, connect: Connect) -> None:
    peer = connect(answers(500, 200))
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)

    assert len(peer.received) == 2


def test_the_bot_may_refuse_retries(workspace: Workspace, connect: Connect) -> None:
    peer = connect(lambda _: Response(status=500, headers={"X-Slack-No-Retry": "1"}))
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)

    assert len(peer.received) == 1


def test_a_bot_that_is_down_is_tried_again(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.connect("http://127.0.0.1:9/slack/events")
    workspace.deliveries.retry_scale = 0.01
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(lambda: len(workspace.traffic.find("message")) >= 2)
    workspace.connect(peer.url)
    workspace.wait(workspace.settled)

    assert workspace.traffic.find("message")[0].error == "connection_failed"
    assert peer.received[0][0]["X-Slack-Retry-Reason"] == "connection_failed"


def test_what_is_under_way_when_the_bot_moves_comes_all_the_same(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.deliveries.retry_scale = 0.01
    assert workspace.deliveries.door
    workspace.deliveries.door.close()
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(lambda: bool(workspace.traffic.find("message")))
    workspace.connect(peer.url)
    workspace.wait(workspace.settled)
    assert workspace.traffic.find("message")[0].error == "connection_failed"
    assert [event["event"]["text"] for event in events(peer)] == ["Hei"]


def test_late_is_not_answered(workspace: Workspace, connect: Connect) -> None:
    gate = threading.Event()
    peer = connect(lambda _: str(gate.wait()))
    workspace.connect(peer.url, patience=0.05)
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)
    gate.set()

    assert [entry.error for entry in workspace.traffic.find("message")] == ["http_timeout"] * 4
    assert peer.received[1][0]["X-Slack-Retry-Reason"] == "http_timeout"


def test_deliveries_are_doubled_on_demand(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.spoil_deliveries("duplicate", copies=8)
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)

    assert len(peer.received) == 8
    assert len({envelope["event_id"] for envelope in events(peer)}) == 1


def test_a_lost_answer_brings_a_retry(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.spoil_deliveries("lost")
    workspace.say("U0ADA", workspace.im("U0ADA"), "Hei")
    workspace.wait(workspace.settled)

    assert [h.get("X-Slack-Retry-Num") for h, _ in peer.received] == [None, "1"]


def test_an_event_is_overtaken_on_demand(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.spoil_deliveries("reorder")
    for text in ("først", "sist"):
        workspace.say("U0ADA", workspace.im("U0ADA"), text)
    workspace.wait(workspace.settled)

    assert [envelope["event"]["text"] for envelope in events(peer)] == ["sist", "først"]


def test_home_join_and_profile_are_told(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    workspace.open_home("U0ADA", "messages")
    workspace.wait(workspace.settled)
    workspace.leave("U0ADA", "C0NET")
    workspace.invite("U0BO", "C0NET", "U0ADA")
    workspace.wait(workspace.settled)
    workspace.change_user("U0GONE", deleted=False)
    workspace.wait(workspace.settled)

    home, joined, changed = [envelope["event"] for envelope in events(peer)]
    assert (home["type"], home["tab"], home["channel"]) == ("app_home_opened", "messages", workspace.im("U0ADA"))
    assert (joined["type"], joined["user"], joined["inviter"]) == ("member_joined_channel", "U0ADA", "U0BO")
    assert (changed["type"], changed["user"]["deleted"]) == ("user_change", False)


def test_edits_and_the_bots_own_words_come_back(workspace: Workspace, connect: Connect) -> None:
    peer = connect(ok)
    direct = workspace.im("U0ADA")
    ts = workspace.say("U0ADA", direct, "Før")["ts"]
    workspace.wait(workspace.settled)
    workspace.edit("U0ADA", direct, ts, "Etter")
    workspace.wait(workspace.settled)

    changed = events(peer)[1]["event"]
    assert (changed["subtype"], changed["previous_message"]["text"]) == ("message_changed", "Før")
    assert changed["message"]["text"] == "Etter"


def test_the_request_url_can_be_verified(workspace: Workspace, connect: Connect) -> None:
    connect(lambda request: Response(json.dumps({"challenge": request.json["challenge"]}), mimetype="application/json"))
    assert workspace.verify_url() is True

    connect(ok)
    assert workspace.verify_url() is False
    assert workspace.announce_event_limit() is True
