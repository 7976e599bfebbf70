"""views.*: modals on a stack of three, opened with a trigger that lives 3 seconds; and the Home tab."""

import json
import secrets

from bot.workspace import block_kit
from bot.workspace.emoji import coded
from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import new_id
from bot.workspace.web_api.call import Call, Method

LARGEST_BYTES = 250_000
OURS = ("id", "root_view_id", "previous_view_id", "external_id")


def with_block_ids(blocks: list[Json]) -> list[Json]:
    """As Slack keeps them: each with an id, emoji as codes."""
    return [{**coded(block), "block_id": block.get("block_id") or secrets.token_hex(3)} for block in blocks]


def new_hash() -> str:
    return f"{secrets.randbelow(10**10)}.{secrets.token_hex(4)}"


def checked_view(given: object) -> Json:
    """A view as the app sent it, refused by Block Kit's rules."""
    if not isinstance(given, dict) or given.get("type") not in ("modal", "home"):
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] missing required field: view"]})
    if len(json.dumps(given)) > LARGEST_BYTES:
        raise ApiError("view_too_large")
    faults = block_kit.faults(given["type"], given)
    if faults:
        messages = [f"[ERROR] {fault}" for fault in faults]
        raise ApiError("invalid_arguments", response_metadata={"messages": messages})
    return given


def view_object(call_team: str, app_id: str, bot_id: str, given: Json) -> Json:
    view_id = new_id("V")
    return {
        "id": view_id,
        "team_id": call_team,
        "type": given["type"],
        "close": None,
        "submit": None,
        "title": {"type": "plain_text", "text": "View Title", "emoji": True},
        "callback_id": "",
        "private_metadata": "",
        "external_id": "",
        "clear_on_close": False,
        "notify_on_close": False,
        "state": {"values": {}},
        "root_view_id": view_id,
        "previous_view_id": None,
        "app_id": app_id,
        "app_installed_team_id": call_team,
        "bot_id": bot_id,
        **given,
        "hash": new_hash(),
        "blocks": with_block_ids(given.get("blocks", [])),
    }


def new_view(call: Call, surface: str) -> Json:
    given = checked_view(call.json("view", "invalid_arguments"))
    if given["type"] != surface:
        raise ApiError("invalid_arguments", response_metadata={"messages": [f"[ERROR] not a {surface} view"]})
    app = call.workspace.app
    return view_object(call.workspace.state.team["id"], app.id, app.bot_id, given)


def open_view(call: Call) -> Json:
    view = new_view(call, "modal")
    user = call.workspace.triggers.use(call.need("trigger_id"))
    with call.workspace.state.lock:
        call.workspace.state.modals[user] = [view]
    call.workspace.state.touch([user])
    return {"view": view}


def push(call: Call) -> Json:
    view = new_view(call, "modal")
    user = call.workspace.triggers.use(call.need("trigger_id"))
    call.workspace.state.push_view(user, view)
    return {"view": view}


def update(call: Call) -> Json:
    view_id, external_id = call.text("view_id"), call.text("external_id")
    with call.workspace.state.lock:
        found = _find(call, view_id, external_id)
        if found is None:
            raise ApiError("not_found")
        user, view = found
        _check_hash(call, view)
        fresh = updated(view, checked_view(call.json("view", "invalid_arguments")))
        call.workspace.state.swap_view(user, fresh)
    call.workspace.state.touch([user])
    return {"view": fresh}


def _find(call: Call, view_id: str, external_id: str) -> tuple[str, Json] | None:
    if view_id:
        return call.workspace.state.find_view(view_id)
    for user, views in call.workspace.state.modals.items():
        for view in views:
            if external_id and view["external_id"] == external_id:
                return user, view
    return None


def _check_hash(call: Call, view: Json) -> None:
    if call.text("hash") and call.text("hash") != view["hash"]:
        raise ApiError("hash_conflict")


def updated(view: Json, given: Json) -> Json:
    """Another view in its place on the stack: nothing of the old one's content stays."""
    fresh = view_object(view["team_id"], view["app_id"], view["bot_id"], given)
    return fresh | {key: view[key] for key in OURS}


def publish(call: Call) -> Json:
    user = call.user("user_id")["id"]
    state = call.workspace.state
    with state.lock:
        old = state.homes.get(user)
        if old and call.text("hash") and call.text("hash") != old["hash"]:
            raise ApiError("hash_conflict")
        view = new_view(call, "home")
        if old:
            view |= {"id": old["id"], "root_view_id": old["id"]}
        state.homes[user] = view
    state.touch([user])
    return {"view": view}


METHODS = {
    "views.open": Method(open_view),
    "views.push": Method(push),
    "views.update": Method(update),
    "views.publish": Method(publish),
}
