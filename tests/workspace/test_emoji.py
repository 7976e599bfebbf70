"""Emoji go over the wire as codes and are seen as pictures."""

from slack_sdk import WebClient

from bot.workspace import Workspace, emoji


def test_the_wire_has_codes_and_people_see_pictures(workspace: Workspace, slack: WebClient) -> None:
    button = {"type": "button", "action_id": "up", "text": {"type": "plain_text", "text": "👍"}, "value": "👍"}
    posted = slack.chat_postMessage(channel="C0NET", text="Bra 👍", blocks=[{"type": "actions", "elements": [button]}])[
        "message"
    ]
    workspace.say("U0ADA", "C0NET", "Hei 👋")

    assert posted["text"] == "Bra :+1:"
    assert posted["blocks"][0]["elements"][0]["text"]["text"] == ":+1:"
    assert posted["blocks"][0]["elements"][0]["value"] == "👍"
    assert slack.conversations_history(channel="C0NET")["messages"][0]["text"] == "Hei :wave:"
    seen = workspace.messages("U0ADA", "C0NET")
    assert [message["text"] for message in seen] == ["Bra 👍", "Hei 👋"]
    assert seen[0]["blocks"][0]["elements"][0]["text"]["text"] == "👍"


def test_every_picture_comes_back() -> None:
    pictures = "".join(emoji.CODES)

    assert emoji.to_pictures(emoji.to_codes(pictures)) == pictures
    assert emoji.to_pictures("kl. 10:30:00 og :ukjent:") == "kl. 10:30:00 og :ukjent:"
