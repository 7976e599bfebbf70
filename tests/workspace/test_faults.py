"""The workspace misbehaves when told to, as often as told."""

import threading

import httpx
import pytest

from bot.workspace import Workspace
from bot.workspace.shapes import ControlError


def post(workspace: Workspace, timeout: float = 5.0) -> httpx.Response:
    headers = {"Authorization": f"Bearer {workspace.app.bot_token}"}
    call = {"channel": "C0NET", "text": "Hei"}
    return httpx.post(workspace.api_url + "chat.postMessage", json=call, headers=headers, timeout=timeout)


def posted(workspace: Workspace) -> int:
    return len(workspace.messages("U0ADA", "C0NET"))


@pytest.mark.parametrize(("kind", "posts"), [("drop", 1), ("drop_before", 0)])
def test_a_dropped_connection(workspace: Workspace, kind: str, posts: int) -> None:
    workspace.fault("chat.postMessage", kind)
    with pytest.raises(httpx.RemoteProtocolError):
        post(workspace)

    assert posted(workspace) == posts
    assert workspace.traffic.find("chat.postMessage")[0].error == "connection dropped"
    assert post(workspace).json()["ok"] is True


@pytest.mark.parametrize(
    ("kind", "before", "status", "posts"),
    [
        ("429", False, 429, 0),
        ("500", False, 500, 1),
        ("500", True, 500, 0),
        ("503", False, 503, 1),
        ("internal_error", False, 200, 1),
        ("internal_error", True, 200, 0),
        ("fatal_error", False, 200, 1),
        ("service_unavailable", True, 200, 0),
        ("request_timeout", False, 200, 1),
        ("not_json", False, 200, 1),
    ],
)
def test_a_spoiled_answer(workspace: Workspace, kind: str, before: bool, status: int, posts: int) -> None:
    workspace.fault("*", kind, times=2, before=before)
    first, second, third = post(workspace), post(workspace), post(workspace)

    assert (first.status_code, second.status_code) == (status, status)
    assert third.json()["ok"] is True
    assert posted(workspace) == 2 * posts + 1


def test_what_each_says(workspace: Workspace) -> None:
    workspace.fault("chat.postMessage", "429", seconds=7)
    workspace.fault("chat.postMessage", "internal_error")
    workspace.fault("chat.postMessage", "not_json")

    assert post(workspace).headers["Retry-After"] == "7"
    assert post(workspace).json() == {"ok": False, "error": "internal_error"}
    assert post(workspace).text.startswith("<html>")


def test_a_hanging_call_is_never_answered(workspace: Workspace) -> None:
    workspace.fault("chat.postMessage", "hang")
    with pytest.raises(httpx.ReadTimeout):
        post(workspace, timeout=0.2)

    assert posted(workspace) == 1


def test_a_reply_is_held_until_released(workspace: Workspace) -> None:
    workspace.fault("chat.postMessage", "hold")
    answers: list[httpx.Response] = []
    caller = threading.Thread(target=lambda: answers.append(post(workspace)))
    caller.start()
    workspace.wait(lambda: posted(workspace) == 1)
    assert answers == []

    workspace.release()
    caller.join()
    assert answers[0].json()["ok"] is True


def test_a_late_call_is_carried_out_after_its_caller_gave_up(workspace: Workspace) -> None:
    workspace.fault("chat.postMessage", "late", seconds=0.4)
    with pytest.raises(httpx.ReadTimeout):
        post(workspace, timeout=0.1)

    assert posted(workspace) == 0
    workspace.wait(lambda: posted(workspace) == 1)


def test_a_plan_may_let_calls_go_well_in_between_and_it_is_counted_what_came(workspace: Workspace) -> None:
    for kind in ("500", "ok", "drop_before"):
        workspace.fault("chat.postMessage", kind)
    assert [post(workspace).status_code for _ in range(2)] == [500, 200]
    assert dict(workspace.faults.came) == {"500": 1, "ok": 1}


def test_unknown_faults_are_refused(workspace: Workspace) -> None:
    with pytest.raises(ControlError):
        workspace.fault("*", "explode")
    with pytest.raises(ControlError):
        workspace.spoil_deliveries("explode")
