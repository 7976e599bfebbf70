"""The forms a request may have, and who is let in."""

import json

import httpx
import pytest

from bot.workspace import Workspace

BLOCKS = [{"type": "divider"}]


@pytest.fixture
def bearer(workspace: Workspace) -> dict[str, str]:
    return {"Authorization": f"Bearer {workspace.app.bot_token}"}


def post(workspace: Workspace, method: str, **more: object) -> dict[str, object]:
    answer: dict[str, object] = httpx.post(workspace.api_url + method, **more).json()  # type: ignore[arg-type]
    return answer


def test_every_form_is_understood(workspace: Workspace, bearer: dict[str, str]) -> None:
    url = workspace.api_url + "chat.postMessage"
    plain = {"channel": "C0NET", "text": "Hei", "unknown_argument": "1"}
    in_strings = plain | {"blocks": json.dumps(BLOCKS)}
    answers = [
        httpx.post(url, data=in_strings, headers=bearer),
        httpx.post(url, json=plain | {"blocks": BLOCKS}, headers=bearer),
        httpx.post(url, json=in_strings, headers=bearer),
        httpx.get(url, params=in_strings, headers=bearer),
        httpx.post(url, data=in_strings, files={"x": b"1"}, headers=bearer),
        httpx.post(url, data=in_strings | {"token": workspace.app.bot_token}),
    ]

    assert [answer.json()["message"]["blocks"][0]["type"] for answer in answers] == ["divider"] * 6


@pytest.mark.parametrize(
    ("headers", "code"),
    [({}, "not_authed"), ({"Authorization": "Bearer xoxb-1"}, "invalid_auth")],
)
def test_without_the_right_token(workspace: Workspace, headers: dict[str, str], code: str) -> None:
    assert post(workspace, "auth.test", headers=headers) == {"ok": False, "error": code}


@pytest.mark.parametrize("fault", ["token_revoked", "account_inactive"])
def test_a_token_can_die(workspace: Workspace, bearer: dict[str, str], fault: str) -> None:
    workspace.app.token_fault = fault

    assert post(workspace, "auth.test", headers=bearer)["error"] == fault


def test_the_scopes_are_told_and_asked_for(workspace: Workspace, bearer: dict[str, str]) -> None:
    workspace.app.manifest = {"oauth_config": {"scopes": {"bot": ["channels:read", "commands"]}}}
    answer = httpx.post(workspace.api_url + "auth.test", headers=bearer)
    refused = post(workspace, "chat.postMessage", headers=bearer, json={"channel": "C0NET", "text": "x"})

    assert answer.headers["x-oauth-scopes"] == "channels:read,commands"
    assert refused == {
        "ok": False,
        "error": "missing_scope",
        "needed": "chat:write",
        "provided": "channels:read,commands",
    }


def test_the_history_of_each_kind_has_its_own_scope(workspace: Workspace, bearer: dict[str, str]) -> None:
    workspace.app.manifest = {"oauth_config": {"scopes": {"bot": ["channels:history"]}}}
    refused = post(workspace, "conversations.history", headers=bearer, data={"channel": "C0STAFF"})

    assert refused["needed"] == "groups:history"


def test_what_is_not_there(workspace: Workspace, bearer: dict[str, str]) -> None:
    assert post(workspace, "no.such", headers=bearer)["error"] == "unknown_method"
    assert post(workspace, "users.info", headers=bearer)["error"] == "invalid_arguments"
    broken = {"content": b"{", "headers": bearer | {"Content-Type": "application/json"}}
    assert post(workspace, "chat.postMessage", **broken)["error"] == "invalid_json"


def test_methods_that_read_take_no_json(workspace: Workspace, bearer: dict[str, str]) -> None:
    named = {"user": "U0ADA"}

    assert post(workspace, "users.info", headers=bearer, json=named)["error"] == "invalid_arguments"
    assert post(workspace, "users.info", headers=bearer, data=named)["ok"] is True
    assert post(workspace, "users.info", headers=bearer, params=named)["ok"] is True


def test_who_am_i(workspace: Workspace, bearer: dict[str, str]) -> None:
    answer = post(workspace, "auth.test", headers=bearer)

    assert (answer["team_id"], answer["user_id"], answer["bot_id"]) == (
        "T0TEST",
        workspace.app.bot_user,
        workspace.app.bot_id,
    )
    assert post(workspace, "team.info", headers=bearer)["team"]["name"] == "Testnett"  # type: ignore[index]
    assert post(workspace, "bots.info", headers=bearer, data={"bot": workspace.app.bot_id})["ok"] is True
