"""The workspace as the page shows it to one user."""

from typing import TYPE_CHECKING

from bot.workspace.emoji import pictured
from bot.workspace.events import wire
from bot.workspace.seed import BOT
from bot.workspace.shapes import Json
from bot.workspace.state import Channel, Post

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

SHOWN = ("ts", "thread_ts", "user", "bot_id", "text", "blocks", "edited", "reply_count", "subtype", "files")


def workspace(ws: "Workspace") -> Json:
    team, app = ws.state.team, ws.app
    told = ("name", "type", "callback_id", "description")
    return {
        "team": {"id": team["id"], "name": team["name"]},
        "app": {
            "id": app.id,
            "name": app.name,
            "bot_user": app.bot_user,
            "description": app.description,
            "commands": [_only(c, ("command", "description", "usage_hint")) for c in app.commands],
            "shortcuts": [_only(shortcut, told) for shortcut in app.shortcuts],
        },
        "users": [user(known) for known in ws.state.users.values()],
        "channels": [_open(channel) for channel in ws.state.channels.values() if channel.kind == "channel"],
        "notice": ws.seed.get("notice", ""),
        "starters": [starter(ws, row) for row in ws.seed.get("starters", [])],
    }


def _open(channel: Channel) -> Json:
    """A channel that everybody may join."""
    return {"id": channel.id, "name": channel.name, "topic": channel.topic, "archived": channel.archived}


def _only(value: Json, keys: tuple[str, ...]) -> Json:
    return {key: value[key] for key in keys if key in value}


def user(known: Json) -> Json:
    return {
        "id": known["id"],
        "name": known["name"],
        "real_name": known["real_name"],
        "title": known["profile"]["title"],
        "is_bot": known["is_bot"] or known["id"] == "USLACKBOT",
        "deleted": known["deleted"],
        "guest": known["is_restricted"],
    }


def starter(ws: "Workspace", row: Json) -> Json:
    channel = ws.im(row["as"]) if row["channel"] == BOT else row["channel"]
    return row | {"channel": channel}


def conversations(ws: "Workspace", user_id: str) -> list[Json]:
    ws.im(user_id)
    return [conversation(ws, user_id, channel) for channel in ws.state.conversations_of(user_id)]


def conversation(ws: "Workspace", user_id: str, channel: Channel) -> Json:
    read = ws.state.read.get(user_id, {}).get(channel.id, "")
    news = [p for p in channel.seen_by(user_id) if p.ts > read and p.body.get("user") != user_id]
    unread = [p for p in news if p.in_channel or channel.kind == "im"]  # there, threads stand in the conversation
    shown: Json = {"id": channel.id, "name": channel.name, "kind": channel.kind, "topic": channel.topic}
    shown |= {"members": channel.members, "unread": len(unread)}
    if channel.kind == "im":
        other = next(member for member in channel.members if member != user_id)
        shown |= {"with": other, "name": ws.state.users[other]["real_name"]}
    return shown


def messages(ws: "Workspace", user_id: str, channel: Channel, thread: str | None) -> list[Json]:
    with ws.state.lock:
        seen = channel.seen_by(user_id)
        if thread:
            return [message(channel, post) for post in seen if post.root == thread]
        if seen:
            ws.state.read.setdefault(user_id, {})[channel.id] = seen[-1].ts
        return [message(channel, post) for post in seen if post.in_channel]


def message(channel: Channel, post: Post) -> Json:
    body: Json = pictured(_only(wire(channel, post), SHOWN))
    if "client_msg_id" in post.body:
        body.pop("blocks", None)  # it says the same as the text
    return body | ({"ephemeral": True} if post.shown_to else {})


def prompts(ws: "Workspace", user_id: str) -> Json:
    given = ws.state.prompts.get(ws.im(user_id))
    return given or {"title": "", "prompts": ws.app.prompts}
