"""Channels, members and what was said, with cursors and windows."""

import time
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.workspace import Workspace
from tests.workspace.conftest import Refusal


def texts(answer: object) -> list[str]:
    return [message["text"] for message in answer["messages"]]  # type: ignore[index]


@pytest.fixture
def three(slack: WebClient) -> list[str]:
    return [str(slack.chat_postMessage(channel="C0NET", text=text)["ts"]) for text in ("en", "to", "tre")]


@pytest.mark.usefixtures("three")
def test_history_is_newest_first_and_comes_in_pages(slack: WebClient) -> None:
    first = slack.conversations_history(channel="C0NET", limit=2)
    second = slack.conversations_history(channel="C0NET", limit=2, cursor=first["response_metadata"]["next_cursor"])

    assert (texts(first), first["has_more"]) == (["tre", "to"], True)
    assert (texts(second), second["has_more"]) == (["en"], False)


def test_the_window_leaves_out_its_ends_unless_inclusive(slack: WebClient, three: list[str]) -> None:
    ends: dict[str, Any] = {"oldest": three[0], "latest": three[2]}

    assert texts(slack.conversations_history(channel="C0NET", **ends)) == ["to"]
    assert texts(slack.conversations_history(channel="C0NET", inclusive=True, **ends)) == ["tre", "to", "en"]


def test_replies_stand_in_the_thread_only_and_oldest_first(slack: WebClient, three: list[str]) -> None:
    slack.chat_postMessage(channel="C0NET", text="svar", thread_ts=three[0])
    slack.chat_postMessage(channel="C0NET", text="svar 2", thread_ts=three[0], reply_broadcast=True)

    assert texts(slack.conversations_replies(channel="C0NET", ts=three[0])) == ["en", "svar", "svar 2"]
    assert texts(slack.conversations_history(channel="C0NET")) == ["svar 2", "tre", "to", "en"]
    root = slack.conversations_history(channel="C0NET")["messages"][-1]
    assert (root["reply_count"], root["thread_ts"]) == (2, three[0])


def test_an_unknown_thread(slack: WebClient, refusal: Refusal) -> None:
    assert refusal(lambda: slack.conversations_replies(channel="C0NET", ts="1.0")) == "thread_not_found"


def test_a_lagging_history_shows_a_post_later(workspace: Workspace, slack: WebClient) -> None:
    workspace.fault("chat.postMessage", "lag", seconds=0.3)
    slack.chat_postMessage(channel="C0NET", text="sent")
    began = time.monotonic()

    assert texts(slack.conversations_history(channel="C0NET")) == []
    assert texts_of(workspace) == ["sent"]
    workspace.wait(lambda: texts(slack.conversations_history(channel="C0NET")) == ["sent"])
    assert time.monotonic() - began >= 0.2


def texts_of(workspace: Workspace) -> list[str]:
    return [message["text"] for message in workspace.messages("U0ADA", "C0NET")]


def test_only_members_read(slack: WebClient, refusal: Refusal) -> None:
    assert refusal(lambda: slack.conversations_history(channel="C0OUT")) == "not_in_channel"
    assert refusal(lambda: slack.conversations_history(channel="C0SECRET")) == "channel_not_found"


def test_the_list_shows_what_the_bot_may_see(slack: WebClient) -> None:
    public = slack.conversations_list()["channels"]
    private = slack.conversations_list(types="private_channel", exclude_archived=True)["channels"]

    assert [channel["id"] for channel in public] == ["C0NET", "C0OUT", "C0OLD"]
    assert [channel["id"] for channel in private] == ["C0STAFF"]
    assert [channel["id"] for channel in slack.users_conversations()["channels"]] == ["C0NET", "C0OLD"]


def test_info_tells_kind_and_membership(slack: WebClient) -> None:
    channel = slack.conversations_info(channel="C0OUT")["channel"]

    assert (channel["is_private"], channel["is_member"], channel["is_im"]) == (False, False, False)
    assert slack.conversations_info(channel="C0STAFF")["channel"]["is_private"] is True


def test_joining_a_public_channel(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    slack.conversations_join(channel="C0OUT")

    assert workspace.app.bot_user in slack.conversations_members(channel="C0OUT")["members"]
    assert slack.conversations_join(channel="C0OUT")["warning"] == "already_in_channel"
    assert refusal(lambda: slack.conversations_join(channel="C0OLD")) == "is_archived"


def test_opening_a_conversation_twice_gives_the_same(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    first = slack.conversations_open(users="U0ADA")["channel"]["id"]

    assert first == slack.conversations_open(users=["U0ADA"])["channel"]["id"] == workspace.im("U0ADA")
    assert refusal(lambda: slack.conversations_open(users="U0NONE")) == "user_not_found"
    assert refusal(lambda: slack.conversations_open(users=workspace.app.bot_user)) == "cannot_dm_bot"


def test_people_come_in_pages(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    workspace.page_size = 2
    pages = [page["members"] for page in slack.users_list()]

    assert [len(page) for page in pages] == [2, 2, 1]
    assert slack.users_info(user="U0GONE")["user"]["deleted"] is True
    assert "locale" not in slack.users_info(user="U0ADA")["user"]
    assert slack.users_info(user="U0ADA", include_locale=True)["user"]["locale"] == "nb-NO"
    assert refusal(lambda: slack.users_info(user="U0NONE")) == "user_not_found"
