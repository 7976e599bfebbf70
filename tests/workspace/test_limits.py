"""Rate limits as Slack's, and how they are lifted."""

import httpx

from bot.workspace import Workspace
from bot.workspace.limits import Limits, Rates
from bot.workspace.shapes import ApiError
from tests.workspace.network import MANIFEST, NETWORK
from tests.workspace.peer import client


def count_until_refused(limits: Limits, method: str, channel: str) -> int:
    for n in range(200):
        try:
            limits.check(method, channel)
        except ApiError:
            return n
    return 200


def test_a_channel_bears_a_burst_then_about_one_a_second() -> None:
    limits = Limits(Rates(channel_burst=3))

    assert count_until_refused(limits, "chat.postMessage", "C1") == 3
    assert count_until_refused(limits, "chat.postMessage", "C2") == 3


def test_all_channels_together_have_a_limit() -> None:
    limits = Limits(Rates(posts_burst=4))

    assert [count_until_refused(limits, "chat.postMessage", f"C{n}") for n in range(2)] == [4, 0]


def test_methods_have_their_tiers() -> None:
    limits = Limits(Rates(tier_burst=2))

    assert count_until_refused(limits, "users.list", "") == 2
    assert count_until_refused(limits, "auth.test", "") == 200


def test_lifted_limits_refuse_nothing() -> None:
    assert count_until_refused(Limits(Rates(), lifted=True), "chat.postMessage", "C1") == 200


def test_a_refusal_says_when_to_come_back() -> None:
    with Workspace(NETWORK, MANIFEST, rates=Rates(channel_burst=1)) as workspace:
        workspace.serve()
        client(workspace).chat_postMessage(channel="C0NET", text="en")
        headers = {"Authorization": f"Bearer {workspace.app.bot_token}"}
        call = {"channel": "C0NET", "text": "to"}
        answer = httpx.post(workspace.api_url + "chat.postMessage", json=call, headers=headers)

        assert (answer.status_code, answer.headers["Retry-After"], answer.json()["error"]) == (429, "1", "ratelimited")
        assert len(workspace.messages("U0ADA", "C0NET")) == 1
