"""The page's controls, as JSON: thin over the Workspace."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, jsonify, request

from bot.workspace import show
from bot.workspace.shapes import ControlError, Json

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

LONGEST_WAIT = 25.0


def control_routes(ws: "Workspace") -> Blueprint:
    routes = Blueprint("control", __name__, url_prefix="/control")
    _reading(routes, ws)
    _acting(routes, ws)

    @routes.errorhandler(ControlError)
    def refused(error: ControlError) -> tuple[Response, int]:
        return jsonify({"error": str(error)}), 400

    @routes.errorhandler(KeyError)
    def incomplete(error: KeyError) -> tuple[Response, int]:
        return jsonify({"error": f"mangler {error}"}), 400

    return routes


def _asked(name: str) -> str:
    return request.args.get(name, "")


def _reading(routes: Blueprint, ws: "Workspace") -> None:
    answers: dict[str, Callable[[str], Any]] = {
        "workspace": lambda _: show.workspace(ws),
        "conversations": lambda user: show.conversations(ws, user),
        "messages": lambda user: ws.messages(user, _asked("channel"), _asked("thread") or None),
        "prompts": lambda user: show.prompts(ws, user),
        "home": lambda user: {"view": ws.home(user)},
        "modals": ws.modals,
        "changes": lambda user: _changes(ws, user),
        "log": lambda _: [entry.shown() for entry in ws.log(int(_asked("since") or 0))],
    }

    @routes.get("/<name>")
    def read(name: str) -> tuple[Response, int] | Response:
        if name not in answers:
            return jsonify({"error": "not found"}), 404
        if name not in ("workspace", "log"):
            ws.find.person(_asked("as"))
        return jsonify(answers[name](_asked("as")))


def _changes(ws: "Workspace", user: str) -> Json:
    since, wait = int(_asked("since") or 0), min(float(_asked("wait") or 0), LONGEST_WAIT)
    if since > ws.state.seq:  # from before a restart
        return {"seq": ws.state.seq}
    ws.state.wait(lambda: ws.state.seq_of(user) > since, wait)
    return {"seq": max(since, ws.state.seq_of(user))}


def _acting(routes: Blueprint, ws: "Workspace") -> None:
    acts: dict[str, Callable[[str, Json], Json | None]] = {
        "say": lambda user, it: ws.say(user, it["channel"], it["text"], it.get("thread_ts")),
        "open_home": lambda user, it: ws.open_home(user, it.get("tab", "home")),
        "click": lambda user, it: ws.click(user, **it),
        "submit": lambda user, it: ws.submit(user, it["view_id"], it.get("values")),
        "close": lambda user, it: ws.close_view(user, it["view_id"]),
        "options": lambda user, it: ws.options(user, **it),
        "shortcut": lambda user, it: ws.shortcut(user, it["callback_id"], it.get("channel"), it.get("ts")),
        "join": lambda user, it: ws.join(user, it["channel"]),
        "leave": lambda user, it: ws.leave(user, it["channel"]),
        "invite": lambda user, it: ws.invite(user, it["channel"], it["user"]),
        "faults": lambda _, it: _fault(ws, it),
        "deliver": lambda _, it: _deliver(ws, it),
    }

    @routes.post("/<name>")
    def act(name: str) -> tuple[Response, int] | Response:
        given = request.get_json(silent=True)
        if name not in acts or not isinstance(given, dict):
            return jsonify({"error": "not found"}), 404
        user = given.pop("as", "")
        if name not in ("faults", "deliver"):
            ws.find.person(user)
        return jsonify(acts[name](user, given) or {})


def _fault(ws: "Workspace", given: Json) -> None:
    if given.get("release"):
        ws.release()
        return
    times, seconds = int(given.get("times", 1)), float(given.get("seconds", 0))
    ws.fault(given["method"], given["fault"], times, seconds, before=bool(given.get("before")))


def _deliver(ws: "Workspace", given: Json) -> None:
    copies = int(given.pop("copies", 2))
    for kind, times in given.items():
        ws.spoil_deliveries(kind, int(times), copies)
