"""A file is shared once, also where the reply to the last call is lost."""

from collections.abc import Iterator

import httpx
import pytest

from bot.commands.demo import open_workspace
from bot.slack.files import unique
from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from bot.workspace import Workspace
from scheduler.calls import Later, Limited, Missing, Posted, Sent, Unknown

NAME = unique("seminar.ics", "event:1:file:1")
POSTED = Posted("event:1:file:1", "files.share", "U0KARI", {"filename": "seminar.ics", "content": "æ", "text": "Her"})


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with open_workspace(None) as workspace:
        workspace.serve()
        yield workspace


@pytest.fixture
def send(workspace: Workspace) -> Iterator[SlackSend]:
    api = WebApi(workspace.api_url, workspace.app.bot_token, timeout=2)
    yield SlackSend(api)
    api.close()


def shared(workspace: Workspace) -> list[str]:
    messages = workspace.messages("U0KARI", workspace.im("U0KARI"))
    return [file["name"] for message in messages for file in message.get("files", [])]


def test_a_file_arrives_with_its_words_and_can_be_fetched(workspace: Workspace, send: SlackSend) -> None:
    assert send(POSTED) == Sent(workspace.im("U0KARI"))
    message = workspace.messages("U0KARI", workspace.im("U0KARI"))[-1]
    assert (message["text"], shared(workspace)) == ("Her", [NAME])
    assert httpx.get(message["files"][0]["url_private"]).content == "æ".encode()


def test_a_lost_reply_to_the_last_call_is_looked_up(workspace: Workspace, send: SlackSend) -> None:
    assert send.find(POSTED, lambda: True) == Missing()
    workspace.fault("files.completeUploadExternal", "drop")
    assert isinstance(send(POSTED), Unknown)
    assert send.find(POSTED, lambda: True) == Sent(
        workspace.im("U0KARI"), workspace.messages("U0KARI", workspace.im("U0KARI"))[-1]["ts"]
    )
    assert shared(workspace) == [NAME]


def test_a_lost_reply_before_that_has_shown_nothing(workspace: Workspace, send: SlackSend) -> None:
    workspace.fault("files.getUploadURLExternal", "drop")
    assert isinstance(send(POSTED), Later)
    assert shared(workspace) == []


@pytest.mark.parametrize("call", ["files.getUploadURLExternal", "upload", "files.completeUploadExternal"])
def test_each_call_of_a_file_that_hears_too_many_waits_as_long_as_slack_says(
    workspace: Workspace, send: SlackSend, call: str
) -> None:
    workspace.fault(call, "429", seconds=30)
    assert send(POSTED) == Limited(30.0, "ratelimited")
    assert isinstance(send(POSTED), Sent)
    assert shared(workspace) == [NAME]


@pytest.mark.parametrize("fault", ["500", "drop"])
def test_an_upload_whose_outcome_is_unknown_is_made_again(workspace: Workspace, send: SlackSend, fault: str) -> None:
    workspace.fault("upload", fault)
    assert isinstance(send(POSTED), Later)
    assert isinstance(send(POSTED), Sent)
    assert shared(workspace) == [NAME]
