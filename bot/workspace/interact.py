"""What people do with the app: click, submit, choose, use shortcuts and commands; and what the app's answer does."""

from typing import TYPE_CHECKING

from bot.workspace import elements, posting
from bot.workspace.doors import Answer, Parcel
from bot.workspace.events import wire
from bot.workspace.response_url import ResponseUrl, respond
from bot.workspace.shapes import ApiError, ControlError, Json
from bot.workspace.state import Channel, Post
from bot.workspace.web_api.views import checked_view, updated, view_object

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

LATE = "Appen svarte ikke i tide. Prøv igjen."
FAILED = "Noe gikk galt i appen. Prøv igjen."
PAYLOAD_NAMES = {"im": "directmessage", "private": "privategroup"}


def common(ws: "Workspace", kind: str, user: str) -> Json:
    team = ws.state.team
    name = ws.state.users[user]["name"]
    return {
        "type": kind,
        "user": {"id": user, "username": name, "name": name, "team_id": team["id"]},
        "api_app_id": ws.app.id,
        "token": "verification-token",
        "team": {"id": team["id"], "domain": team["domain"]},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def channel_name(channel: Channel) -> Json:
    return {"id": channel.id, "name": PAYLOAD_NAMES.get(channel.kind, channel.name)}


def words_for(answer: Answer) -> str | None:
    """What Slack tells the person about a failed interaction."""
    if answer.ok:
        return None
    return LATE if answer.reason == "http_timeout" else FAILED


def send(ws: "Workspace", payload: Json) -> Answer:
    return ws.deliveries.now(Parcel("interactive", payload), payload["type"])


def response_url(ws: "Workspace", user: str, channel: Channel, post: Post | None = None) -> str:
    thread = post.root if post and post.root != post.ts else None
    return f"{ws.address}/respond/" + ws.response_urls.new(user, channel.id, post.ts if post else None, thread)


def in_message(channel: Channel, post: Post) -> Json:
    """Where an interaction with a message happened."""
    container: Json = {"type": "message", "message_ts": post.ts, "channel_id": channel.id}
    container["is_ephemeral"] = bool(post.shown_to)
    where: Json = {"container": container, "channel": channel_name(channel)}
    if post.root != post.ts:
        container["thread_ts"] = post.root
    if not post.shown_to:  # Slack does not repeat private messages
        where["message"] = wire(channel, post)
    return where


def in_view(view: Json, values: Json) -> Json:
    container = {"type": "view", "view_id": view["id"]}
    return {"container": container, "view": view | {"state": {"values": values}}}


def click_message(ws: "Workspace", user: str, channel: Channel, post: Post, given: Json) -> str | None:
    blocks = post.body.get("blocks", [])
    block, element = elements.find(blocks, given["block_id"], given["action_id"])
    act = elements.action(block, element, given, ws.state.new_ts())
    entered = (given.get("values") or {}) | {given["block_id"]: {given["action_id"]: given}}
    payload = common(ws, "block_actions", user) | in_message(channel, post)
    payload |= {"state": {"values": elements.state_values(blocks, entered)}, "actions": [act]}
    payload["trigger_id"] = ws.triggers.new(user)
    payload["response_url"] = response_url(ws, user, channel, post)
    return words_for(send(ws, payload))


def click_view(ws: "Workspace", user: str, view: Json, given: Json) -> str | None:
    block, element = elements.find(view["blocks"], given["block_id"], given["action_id"])
    act = elements.action(block, element, given, ws.state.new_ts())
    entered = given.get("values") or {}
    entered = entered | {given["block_id"]: {given["action_id"]: given}}
    values = elements.state_values(view["blocks"], entered)
    payload = common(ws, "block_actions", user) | in_view(view, values)
    payload |= {"actions": [act], "trigger_id": ws.triggers.new(user)}
    return words_for(send(ws, payload))


def submit(ws: "Workspace", user: str, view: Json, given: Json) -> Json:
    """{} where it was taken, else the words: {"errors": {block_id: …}} or {"error": …}."""
    values = elements.state_values(view["blocks"], given)
    missing = elements.missing(view["blocks"], values)
    if missing:
        return tell(ws, user, view, {"errors": missing})
    payload = common(ws, "view_submission", user) | {"view": view | {"state": {"values": values}}}
    payload |= {"trigger_id": ws.triggers.new(user), "response_urls": []}
    answer = send(ws, payload)
    if not answer.ok:
        return tell(ws, user, view, {"error": words_for(answer)})
    try:
        return take_submission(ws, user, view, answer.json())
    except ApiError:
        return tell(ws, user, view, {"error": FAILED})


def tell(ws: "Workspace", user: str, view: Json, words: Json) -> Json:
    ws.state.view_words[view["id"]] = words
    ws.state.touch([user])
    return words


def take_submission(ws: "Workspace", user: str, view: Json, body: Json) -> Json:
    """Do what the acknowledgement of a submission says."""
    reaction = body.get("response_action")
    ws.state.view_words.pop(view["id"], None)
    if reaction == "errors":
        return _field_errors(ws, user, view, body.get("errors") or {})
    if reaction in ("update", "push"):
        given = checked_view(body.get("view"))
        if reaction == "push":
            ws.state.push_view(user, view_object(ws.state.team["id"], ws.app.id, ws.app.bot_id, given))
        else:
            ws.state.swap_view(user, updated(view, given))
    elif reaction == "clear":
        ws.state.modals[user] = []
    elif reaction is None:
        ws.state.modals[user] = [kept for kept in ws.state.modals_of(user) if kept["id"] != view["id"]]
    else:
        raise ApiError("invalid_response_action")
    ws.state.touch([user])
    return {}


def _field_errors(ws: "Workspace", user: str, view: Json, errors: Json) -> Json:
    fields = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not errors or not set(errors) <= fields:
        raise ApiError("invalid_errors")
    return tell(ws, user, view, {"errors": errors})


def close(ws: "Workspace", user: str, view: Json) -> str | None:
    with ws.state.lock:
        stack = (
            [] if view["clear_on_close"] else [kept for kept in ws.state.modals_of(user) if kept["id"] != view["id"]]
        )
        ws.state.modals[user] = stack
    ws.state.touch([user])
    if not view["notify_on_close"]:
        return None
    return words_for(send(ws, common(ws, "view_closed", user) | {"view": view, "is_cleared": view["clear_on_close"]}))


def options(ws: "Workspace", user: str, where: Json, block_id: str, action_id: str, value: str) -> Json:
    """{"options": […]} or {"option_groups": […]}, as the app answers while somebody types."""
    payload = common(ws, "block_suggestion", user) | where
    answer = send(ws, payload | {"block_id": block_id, "action_id": action_id, "value": value})
    if not answer.ok:
        return {"options": [], "error": words_for(answer)}
    return answer.json()


def shortcut(ws: "Workspace", user: str, callback_id: str) -> str | None:
    payload = common(ws, "shortcut", user) | {"callback_id": callback_id, "action_ts": ws.state.new_ts()}
    return words_for(send(ws, payload | {"trigger_id": ws.triggers.new(user)}))


def message_shortcut(ws: "Workspace", user: str, callback_id: str, channel: Channel, post: Post) -> str | None:
    payload = common(ws, "message_action", user) | {"callback_id": callback_id, "action_ts": ws.state.new_ts()}
    payload |= {"trigger_id": ws.triggers.new(user), "response_url": response_url(ws, user, channel, post)}
    payload |= {"channel": channel_name(channel), "message_ts": post.ts, "message": wire(channel, post)}
    return words_for(send(ws, payload))


def command(ws: "Workspace", user: str, channel: Channel, word: str, text: str) -> str | None:
    """A slash command; the words of its failure, which are also shown as a private notice."""
    known = next((known for known in ws.app.commands if known["command"] == word), None)
    if known is None:
        raise ControlError(f"{word} er ikke en gyldig kommando.")
    named = known.get("should_escape", False)
    text = posting.typed(text, ws.state, in_command=True) if named else posting.escape(text)
    payload: Json = {"token": "verification-token", "team_id": ws.state.team["id"]}
    payload |= {"team_domain": ws.state.team["domain"], "channel_id": channel.id}
    payload |= {"channel_name": channel_name(channel)["name"], "user_id": user}
    payload |= {"user_name": ws.state.users[user]["name"], "command": word, "text": text}
    payload |= {"api_app_id": ws.app.id, "is_enterprise_install": "false", "trigger_id": ws.triggers.new(user)}
    payload["response_url"] = response_url(ws, user, channel)
    answer = ws.deliveries.now(Parcel("slash_commands", payload), word)
    return _failed_command(ws, user, channel, word, answer) or _take_reply(ws, user, channel, word, answer)


def _failed_command(ws: "Workspace", user: str, channel: Channel, word: str, answer: Answer) -> str | None:
    if answer.ok:
        return None
    reason = "operation_timeout" if answer.reason == "http_timeout" else "dispatch_failed"
    return _notice(ws, user, channel, f"{word} mislyktes ({reason}). {words_for(answer)}")


def _take_reply(ws: "Workspace", user: str, channel: Channel, word: str, answer: Answer) -> str | None:
    """The body of the acknowledgement is a reply, as JSON or as plain text."""
    body = answer.json() if "json" in answer.content_type else {"text": answer.body.decode(errors="replace")}
    if not (body.get("text") or body.get("blocks")):
        return None
    try:
        respond(ws, ResponseUrl(user, channel.id, None, None, 0.0), body)
    except ApiError as refusal:
        return _notice(ws, user, channel, f"{word} mislyktes ({refusal.body['error']}). {FAILED}")
    return None


def _notice(ws: "Workspace", user: str, channel: Channel, words: str) -> str:
    body = {"type": "message", "user": "USLACKBOT", "text": words, "ts": ws.state.new_ts()}
    with ws.state.lock:
        channel.add(Post(body, shown_to=user))
    ws.state.touch([user])
    return words
