"""What the bot posts, changes and removes, with slack_sdk's own client."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from slack_sdk import WebClient

from bot.workspace import Workspace
from tests.workspace.conftest import Refusal

BUTTON = {"type": "button", "action_id": "go", "text": {"type": "plain_text", "text": "Kjør"}}
ACTIONS = {"type": "actions", "elements": [BUTTON]}


def test_a_post_is_seen_by_the_members(workspace: Workspace, slack: WebClient) -> None:
    posted = slack.chat_postMessage(channel="C0NET", text="Hei")

    assert posted["channel"] == "C0NET"
    assert posted["message"]["bot_id"] == workspace.app.bot_id
    assert [message["text"] for message in workspace.messages("U0ADA", "C0NET")] == ["Hei"]


def test_posting_to_a_person_opens_the_conversation_and_tells_its_id(workspace: Workspace, slack: WebClient) -> None:
    posted = slack.chat_postMessage(channel="U0ADA", text="Hei")

    assert posted["channel"] == workspace.im("U0ADA")
    assert posted["channel"].startswith("D")


def test_blocks_get_ids(slack: WebClient) -> None:
    posted = slack.chat_postMessage(channel="C0NET", text="Hei", blocks=[ACTIONS])

    assert posted["message"]["blocks"][0]["block_id"]


def test_a_reply_stands_in_its_thread(workspace: Workspace, slack: WebClient) -> None:
    root = slack.chat_postMessage(channel="C0NET", text="Rot")["ts"]
    slack.chat_postMessage(channel="C0NET", text="Svar", thread_ts=root)

    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET")] == ["Rot"]
    assert workspace.messages("U0ADA", "C0NET")[0]["reply_count"] == 1
    assert [m["text"] for m in workspace.messages("U0ADA", "C0NET", root)] == ["Rot", "Svar"]


@pytest.mark.parametrize(
    ("channel", "code"),
    [
        ("C0NONE", "channel_not_found"),
        ("C0OUT", "not_in_channel"),
        ("C0OLD", "is_archived"),
        ("C0SECRET", "channel_not_found"),
        ("U0GONE", "user_disabled"),
        ("USLACKBOT", "cannot_dm_bot"),
        ("", "channel_not_found"),
    ],
)
def test_where_the_bot_may_not_post(slack: WebClient, refusal: Refusal, channel: str, code: str) -> None:
    assert refusal(lambda: slack.chat_postMessage(channel=channel, text="Hei")) == code


@pytest.mark.filterwarnings("ignore:The top-level `text` argument is missing")
def test_a_message_needs_words(slack: WebClient, refusal: Refusal) -> None:
    assert refusal(lambda: slack.chat_postMessage(channel="C0NET", text=" ")) == "no_text"


def test_bad_blocks_are_refused_with_reasons(slack: WebClient, refusal: Refusal) -> None:
    answer: dict[str, list[str]] = {}

    def post() -> None:
        try:
            slack.chat_postMessage(channel="C0NET", text="x", blocks=[{"type": "section"}])
        except Exception as error:
            answer.update(error.response["response_metadata"])  # type: ignore[attr-defined]
            raise

    assert refusal(post) == "invalid_blocks"
    assert answer["messages"] == ["[ERROR] needs text or fields [json-pointer:/blocks/0]"]


def test_an_update_keeps_blocks_that_it_does_not_name(workspace: Workspace, slack: WebClient) -> None:
    ts = slack.chat_postMessage(channel="C0NET", text="Før", blocks=[ACTIONS])["ts"]
    slack.chat_update(channel="C0NET", ts=ts, text="Etter")
    [message] = workspace.messages("U0ADA", "C0NET")

    assert message["text"] == "Etter"
    assert message["blocks"]
    assert message["edited"]["user"] == workspace.app.bot_user

    slack.chat_update(channel="C0NET", ts=ts, text="Sist", blocks=[])
    assert workspace.messages("U0ADA", "C0NET")[0]["blocks"] == []


def test_what_cannot_be_updated(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    ts = workspace.say("U0ADA", "C0NET", "Mitt eget")["ts"]
    mine = slack.chat_postMessage(channel="U0ADA", text="Hei")["ts"]

    assert refusal(lambda: slack.chat_update(channel="C0NET", ts=ts, text="x")) == "cant_update_message"
    assert refusal(lambda: slack.chat_update(channel="C0NET", ts="1.0", text="x")) == "message_not_found"
    assert refusal(lambda: slack.chat_update(channel="U0ADA", ts=mine, text="x")) == "channel_not_found"
    assert refusal(lambda: slack.chat_update(channel="C0NET", ts=mine, text="x" * 4001)) == "message_not_found"
    direct = workspace.im("U0ADA")
    assert refusal(lambda: slack.chat_update(channel=direct, ts=mine, text="x" * 4001)) == "msg_too_long"


def test_many_at_once_lose_nothing(workspace: Workspace, slack: WebClient) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda n: slack.chat_postMessage(channel="C0NET", text=str(n)), range(80)))

    assert len({answer["ts"] for answer in answers}) == 80
    assert sorted(int(m["text"]) for m in workspace.messages("U0ADA", "C0NET")) == list(range(80))


def test_a_deleted_message_is_gone(workspace: Workspace, slack: WebClient) -> None:
    ts = slack.chat_postMessage(channel="C0NET", text="Hei")["ts"]
    slack.chat_delete(channel="C0NET", ts=ts)

    assert workspace.messages("U0ADA", "C0NET") == []


def test_a_private_message_has_one_reader(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    slack.chat_postEphemeral(channel="C0NET", user="U0ADA", text="Bare du")

    assert [m["ephemeral"] for m in workspace.messages("U0ADA", "C0NET")] == [True]
    assert workspace.messages("U0BO", "C0NET") == []
    assert slack.conversations_history(channel="C0NET")["messages"] == []
    assert refusal(lambda: slack.chat_postEphemeral(channel="C0STAFF", user="U0ADA", text="x")) == "user_not_in_channel"


def test_metadata_comes_back_only_when_asked_for(slack: WebClient) -> None:
    mark = {"event_type": "outbox", "event_payload": {"k": "1"}}
    slack.chat_postMessage(channel="C0NET", text="Hei", metadata=mark)

    [short] = slack.conversations_history(channel="C0NET")["messages"]
    [whole] = slack.conversations_history(channel="C0NET", include_all_metadata=True)["messages"]
    assert short["metadata"] == {"event_type": "outbox"}
    assert whole["metadata"] == mark


def test_a_permalink_names_channel_and_moment(slack: WebClient) -> None:
    ts = slack.chat_postMessage(channel="C0NET", text="Hei")["ts"]
    link = slack.chat_getPermalink(channel="C0NET", message_ts=ts)["permalink"]

    assert link == f"https://testnett.slack.com/archives/C0NET/p{ts.replace('.', '')}"
