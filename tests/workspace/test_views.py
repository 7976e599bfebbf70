"""Modals and the Home tab: triggers, the stack, the hash."""

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.workspace import Workspace
from tests.workspace.conftest import Refusal


def modal(text: str = "Tittel", **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": {"type": "plain_text", "text": text}, "blocks": [{"type": "divider"}], **more}


HOME = {"type": "home", "blocks": [{"type": "divider"}]}


@pytest.fixture
def trigger(workspace: Workspace) -> str:
    return workspace.triggers.new("U0ADA")


def test_a_trigger_opens_one_view(workspace: Workspace, slack: WebClient, refusal: Refusal, trigger: str) -> None:
    view = slack.views_open(trigger_id=trigger, view=modal())["view"]

    assert [open_["id"] for open_ in workspace.modals("U0ADA")] == [view["id"]]
    assert view["root_view_id"] == view["id"]
    assert refusal(lambda: slack.views_open(trigger_id=trigger, view=modal())) == "exchanged_trigger_id"
    assert refusal(lambda: slack.views_open(trigger_id="1.2.3", view=modal())) == "invalid_trigger_id"


def test_a_trigger_dies_soon(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    assert workspace.triggers.lifetime == 3.0

    workspace.triggers.lifetime = 0.0
    trigger = workspace.triggers.new("U0ADA")
    assert refusal(lambda: slack.views_open(trigger_id=trigger, view=modal())) == "expired_trigger_id"


def test_three_views_are_the_most(workspace: Workspace, slack: WebClient, refusal: Refusal, trigger: str) -> None:
    def push() -> str:
        return str(slack.views_push(trigger_id=workspace.triggers.new("U0ADA"), view=modal())["view"]["id"])

    assert refusal(push) == "view_not_found"
    first = slack.views_open(trigger_id=trigger, view=modal())["view"]["id"]
    ids = [first, push(), push()]
    assert [view["id"] for view in workspace.modals("U0ADA")] == ids
    assert workspace.modals("U0ADA")[2]["previous_view_id"] == ids[1]
    assert refusal(push) == "push_limit_reached"


def test_an_update_keeps_the_place_and_minds_the_hash(slack: WebClient, refusal: Refusal, trigger: str) -> None:
    old = slack.views_open(trigger_id=trigger, view=modal("Før"))["view"]
    new = slack.views_update(view_id=old["id"], hash=old["hash"], view=modal("Etter"))["view"]

    assert (new["id"], new["title"]["text"]) == (old["id"], "Etter")
    assert new["hash"] != old["hash"]
    assert refusal(lambda: slack.views_update(view_id=old["id"], hash=old["hash"], view=modal())) == "hash_conflict"
    assert refusal(lambda: slack.views_update(view_id="V0", view=modal())) == "not_found"


def test_the_home_tab_is_published_per_person(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    first = slack.views_publish(user_id="U0ADA", view=HOME)["view"]
    second = slack.views_publish(user_id="U0ADA", view=HOME, hash=first["hash"])["view"]

    assert (workspace.home("U0ADA"), workspace.home("U0BO")) == (second.copy(), None)
    assert first["id"] == second["id"]
    assert refusal(lambda: slack.views_publish(user_id="U0ADA", view=HOME, hash=first["hash"])) == "hash_conflict"
    assert refusal(lambda: slack.views_publish(user_id="U0NONE", view=HOME)) == "user_not_found"


def test_a_view_is_checked(slack: WebClient, refusal: Refusal, trigger: str) -> None:
    assert refusal(lambda: slack.views_open(trigger_id=trigger, view=modal("x" * 25))) == "invalid_arguments"
    assert refusal(lambda: slack.views_open(trigger_id=trigger, view=HOME)) == "invalid_arguments"
    big = modal(private_metadata="x" * 3000, blocks=[{"type": "markdown", "text": "x"}])
    assert refusal(lambda: slack.views_open(trigger_id=trigger, view=big)) == "invalid_arguments"


def test_prompts_are_kept_for_the_conversation(workspace: Workspace, slack: WebClient, refusal: Refusal) -> None:
    channel, prompt = workspace.im("U0ADA"), {"title": "Spør", "message": "Hvem?"}
    slack.assistant_threads_setSuggestedPrompts(channel_id=channel, prompts=[prompt])

    assert workspace.state.prompts[channel] == {"title": "", "prompts": [prompt]}
    too_many = [prompt] * 5
    call = slack.assistant_threads_setSuggestedPrompts
    assert refusal(lambda: call(channel_id=channel, prompts=too_many)) == "invalid_arguments"
    assert slack.assistant_threads_setStatus(channel_id=channel, thread_ts="1.0", status="leter")["ok"]
