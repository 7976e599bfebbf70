"""A request to the Web API: its arguments in every form Slack takes, its token, and the answer."""

import json
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from flask import Request, Response

from bot.workspace.faults import ERRORS, STATUSES, Fault
from bot.workspace.limits import rate_limited
from bot.workspace.response_url import respond
from bot.workspace.shapes import ApiError, Json
from bot.workspace.traffic import Exchange
from bot.workspace.web_api import METHODS
from bot.workspace.web_api.call import Call, Method

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace


FORM_ONLY = {
    "bots.info",
    "chat.getPermalink",
    "conversations.history",
    "conversations.info",
    "conversations.list",
    "conversations.members",
    "conversations.replies",
    "team.info",
    "users.conversations",
    "users.info",
    "users.list",
    "users.lookupByEmail",
}
Answered = tuple[Json, int, dict[str, str]]  # body, status, headers


class Dropped(Exception):
    """The connection is to be closed without an answer."""


def arguments(method: str, request: Request) -> Json:
    """From the query, a form (urlencoded or multipart) or a JSON body; methods that only read take no JSON."""
    args: Json = dict(request.args.items())
    if request.is_json and method in FORM_ONLY:
        return args
    if request.is_json:
        body = request.get_json(silent=True) if request.get_data() else {}
        if not isinstance(body, dict):
            raise ApiError("invalid_json")
        return args | body
    return args | dict(request.form.items())


def serve(workspace: "Workspace", method: str, request: Request) -> Response:
    """A call of a Web API method."""
    entry = workspace.traffic.begin("from bot", method, {})

    def run(fault: Fault | None) -> Answered:
        return _answer(workspace, method, request, entry, fault)

    response = _log(workspace, method, entry, run)
    response.headers["x-oauth-scopes"] = ",".join(workspace.app.scopes)
    return response


def take_response(workspace: "Workspace", key: str, body: object) -> Response:
    """What was sent to a response_url."""
    entry = workspace.traffic.begin("from bot", "response_url", body)

    def run(fault: Fault | None) -> Answered:
        if fault and fault.before:
            return _not_carried_out(fault)
        if not isinstance(body, dict):
            raise ApiError("invalid_payload", status=400)
        respond(workspace, workspace.response_urls.use(key), body)
        return {"ok": True}, 200, {}

    return _log(workspace, "response_url", entry, run)


def _log(workspace: "Workspace", what: str, entry: Exchange, run: Callable[[Fault | None], Answered]) -> Response:
    """Run it, spoil its answer where that was asked for, and write down what went over the wire."""
    fault = workspace.faults.take(what)
    try:
        body, status, headers = run(fault)
    except ApiError as refusal:
        body, status, headers = refusal.body, refusal.status, refusal.headers
    try:
        response = spoiled(workspace, fault, body, status)
    except Dropped:
        entry.ok, entry.error = False, "connection dropped"
        raise
    finally:
        entry.reply, entry.ms = body, round((time.time() - entry.at) * 1000, 1)
        workspace.state.touch(())
    response.headers.extend(headers)
    entry.status, entry.ok, entry.error = response.status_code, bool(body.get("ok")), body.get("error")
    return response


def _answer(workspace: "Workspace", method: str, request: Request, entry: Exchange, fault: Fault | None) -> Answered:
    entry.request = args = arguments(method, request)
    if fault and fault.before:
        return _not_carried_out(fault)
    known = METHODS.get(method)
    if known is None:
        raise ApiError("unknown_method", req_method=method)
    _authorize(workspace, method, known, request, args)
    workspace.limits.check(method, str(args.get("channel")))
    call = Call(workspace, method, args)
    if fault:
        call.lag = fault.seconds if fault.kind == "lag" else fault.lag
    if fault and fault.kind == "late":
        workspace.faults.wait_for_release(fault.seconds)
    return {"ok": True, **known.run(call)}, 200, {}


def _not_carried_out(fault: Fault) -> Answered:
    if fault.kind == "429":
        raise rate_limited(fault.seconds)
    return {"ok": False, "error": fault.kind}, 200, {}


def _authorize(workspace: "Workspace", method: str, known: Method, request: Request, args: Json) -> None:
    app = workspace.app
    token = request.headers.get("Authorization", "").removeprefix("Bearer ").strip() or str(args.get("token") or "")
    if not token:
        raise ApiError("not_authed")
    needs_app_token = method == "apps.connections.open"
    if token not in (app.bot_token, app.app_token):
        raise ApiError("invalid_auth")
    if needs_app_token != (token == app.app_token):
        raise ApiError("not_allowed_token_type")
    if app.token_fault:
        raise ApiError(app.token_fault)
    if known.scopes and not set(known.scopes) & set(app.scopes):
        raise ApiError("missing_scope", needed=known.scopes[0], provided=",".join(app.scopes))


def spoiled(workspace: "Workspace", fault: Fault | None, body: Json, status: int) -> Response:
    """The answer as it goes out, after the fault that was asked for."""
    if fault and fault.kind in ("hold", "hang"):
        workspace.faults.wait_for_release(fault.seconds)
    if fault and fault.kind in ("drop", "hang"):
        raise Dropped
    if fault and fault.kind in STATUSES:
        return Response("upstream error", int(fault.kind), content_type="text/plain")
    if fault and fault.kind == "not_json":
        return Response("<html>Something went wrong</html>", 200, content_type="text/html")
    if fault and fault.kind in ERRORS:
        body.clear()
        body.update({"ok": False, "error": fault.kind})
    return Response(json.dumps(body, ensure_ascii=False), status, content_type="application/json; charset=utf-8")
