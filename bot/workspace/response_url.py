"""response_url: an answer to an interaction without a token, five times within thirty minutes."""

import secrets
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.workspace import block_kit, posting
from bot.workspace.emoji import to_codes
from bot.workspace.posting import with_steady_ids
from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Channel, Post

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

USES = 5
LIFETIME = 30 * 60


@dataclass
class ResponseUrl:
    user: str
    channel: str
    message_ts: str | None  # the message that was acted on
    thread_ts: str | None
    made_at: float
    uses: int = 0


class ResponseUrls:
    def __init__(self) -> None:
        self.lifetime: float = LIFETIME
        self._all: dict[str, ResponseUrl] = {}
        self._lock = threading.Lock()

    def new(self, user: str, channel: str, message_ts: str | None = None, thread_ts: str | None = None) -> str:
        key = secrets.token_urlsafe(18)
        with self._lock:
            self._all[key] = ResponseUrl(user, channel, message_ts, thread_ts, time.monotonic())
        return key

    def use(self, key: str) -> ResponseUrl:
        with self._lock:
            url = self._all.get(key)
            if url is None or time.monotonic() - url.made_at > self.lifetime:
                raise ApiError("expired_url", status=404)
            if url.uses >= USES:
                raise ApiError("used_url", status=404)
            url.uses += 1
            return url


def respond(workspace: "Workspace", url: ResponseUrl, body: Json) -> None:
    """Carry out what was sent to a response_url, or came as the body of an acknowledgement."""
    channel = workspace.state.channels[url.channel]
    origin = channel.posts.get(url.message_ts or "")
    if body.get("delete_original"):
        if origin:
            posting.remove(workspace.state, workspace.events, channel, origin)
        return
    fields = _content(body)
    if body.get("replace_original") and origin:
        posting.change(workspace.state, workspace.events, channel, origin, {"blocks": []} | fields)
        return
    _post(workspace, url, channel, fields, body)


def _content(body: Json) -> Json:
    blocks = body.get("blocks") or []
    if not (body.get("text") or blocks or body.get("attachments")):
        raise ApiError("no_text", status=400)
    faults = block_kit.faults("message", blocks)
    if faults:
        raise ApiError("invalid_blocks", status=400, response_metadata={"messages": faults})
    return {"text": to_codes(str(body.get("text", "")))} | ({"blocks": with_steady_ids(blocks)} if blocks else {})


def _post(workspace: "Workspace", url: ResponseUrl, channel: Channel, fields: Json, body: Json) -> None:
    app, state = workspace.app, workspace.state
    message: Json = {"type": "message", "user": app.bot_user, "bot_id": app.bot_id, "app_id": app.id}
    message |= {"ts": state.new_ts(), "team": state.team["id"], **fields}
    thread = body.get("thread_ts") or url.thread_ts
    if thread in channel.posts:
        message["thread_ts"] = thread
    private = body.get("response_type", "ephemeral") != "in_channel"
    posting.put(state, workspace.events, channel, Post(message, shown_to=url.user if private else None))
