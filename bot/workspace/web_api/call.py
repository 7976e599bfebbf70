"""One call of a Web API method: its arguments, and the checks that many methods share."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Channel

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

T = TypeVar("T")


@dataclass
class Call:
    workspace: "Workspace"
    method: str
    args: Json
    lag: float = 0.0  # seconds until what this call posts stands in the history

    def text(self, name: str) -> str:
        value = self.args.get(name)
        return "" if value is None else str(value)

    def need(self, name: str) -> str:
        if not self.text(name):
            message = f"[ERROR] missing required field: {name}"
            raise ApiError("invalid_arguments", response_metadata={"messages": [message]})
        return self.text(name)

    def flag(self, name: str) -> bool:
        return self.text(name).lower() in ("1", "true")

    def number(self, name: str, otherwise: int) -> int:
        text = self.text(name)
        return int(text) if text.isdigit() else otherwise

    def json(self, name: str, refusal: str) -> Any:
        """A JSON argument, sent as such or written into a string."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        try:
            return json.loads(value) if value else None
        except ValueError:
            raise ApiError(refusal) from None

    def user(self, name: str = "user") -> Json:
        user = self.workspace.state.users.get(self.need(name))
        if user is None:
            raise ApiError("user_not_found")
        return user

    def channel(self, *, to_post: bool = False, member: bool = True) -> Channel:
        """The channel named: it must exist, and the bot must see it (be in it, unless `member` is not asked for)."""
        name = self.text("channel").removeprefix("#")
        found = self.workspace.state.channels.get(name) or self._by_name(name, to_post=to_post)
        if found is None:
            raise ApiError("channel_not_found")
        self._check(found, to_post=to_post, member=member)
        return found

    def _by_name(self, name: str, *, to_post: bool) -> Channel | None:
        if to_post and name in self.workspace.state.users:
            return open_im(self.workspace, name)
        channels = list(self.workspace.state.channels.values()) if to_post else []
        return next((channel for channel in channels if channel.name == name and channel.kind != "im"), None)

    def _check(self, channel: Channel, *, to_post: bool, member: bool) -> None:
        inside = self.workspace.app.bot_user in channel.members
        if channel.kind != "channel" and not inside:
            raise ApiError("channel_not_found")
        public = to_post and "chat:write.public" in self.workspace.app.scopes
        if member and not inside and not public:
            raise ApiError("not_in_channel")
        if to_post and channel.archived:
            raise ApiError("is_archived")


class Method(NamedTuple):
    run: Callable[[Call], Json]
    scopes: tuple[str, ...] = ()  # any one of them suffices


def open_im(workspace: "Workspace", user_id: str) -> Channel:
    user = workspace.state.users.get(user_id)
    if user is None:
        raise ApiError("user_not_found")
    if user["is_bot"] or user_id == "USLACKBOT":
        raise ApiError("cannot_dm_bot")
    if user["deleted"]:
        raise ApiError("user_disabled")
    return workspace.state.im(user_id, workspace.app.bot_user)


def page(call: Call, items: Sequence[T], otherwise: int, most: int) -> tuple[list[T], str]:
    """One page of a list, and the cursor of the next one."""
    cursor = call.text("cursor")
    try:
        start = int(base64.b64decode(cursor).decode().removeprefix("next:")) if cursor else 0
    except ValueError:
        raise ApiError("invalid_cursor") from None
    end = start + max(1, min(call.number("limit", otherwise) or otherwise, most, call.workspace.page_size))
    following = base64.b64encode(f"next:{end}".encode()).decode() if end < len(items) else ""
    return list(items[start:end]), following
