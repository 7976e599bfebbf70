"""The Events API: what happened, in Slack's envelope, for those events alone that the manifest asks for."""

import secrets
import time

from bot.workspace.app import InstalledApp
from bot.workspace.deliver import Deliveries
from bot.workspace.doors import Parcel
from bot.workspace.shapes import Json
from bot.workspace.state import Channel, Post, State, new_id

CHANNEL_TYPE = {"channel": "channel", "private": "group", "im": "im"}
SUBSCRIPTION = {"channel": "message.channels", "private": "message.groups", "im": "message.im"}


class Events:
    def __init__(self, state: State, app: InstalledApp, deliveries: Deliveries) -> None:
        self._state = state
        self._app = app
        self._deliveries = deliveries

    def emit(self, event: Json, subscription: str | None = None) -> None:
        if (subscription or event["type"]) in self._app.events:
            self._deliveries.later(Parcel("events_api", self.envelope(event)))

    def envelope(self, event: Json) -> Json:
        team_id = self._state.team["id"]
        authorization = {
            "enterprise_id": None,
            "team_id": team_id,
            "user_id": self._app.bot_user,
            "is_bot": True,
            "is_enterprise_install": False,
        }
        return {
            "token": "verification-token",
            "team_id": team_id,
            "context_team_id": team_id,
            "context_enterprise_id": None,
            "api_app_id": self._app.id,
            "event": event,
            "type": "event_callback",
            "event_id": new_id("Ev"),
            "event_time": int(time.time()),
            "authorizations": [authorization],
            "is_ext_shared_channel": False,
            "event_context": "4-" + secrets.token_hex(8),
        }

    def message(self, channel: Channel, post: Post) -> None:
        """A new message: to a member's bot it comes as a message, and as a mention besides where it names the bot."""
        if self._app.bot_user not in channel.members:
            return
        where = {"channel": channel.id, "event_ts": post.ts}
        event = {**wire(channel, post), **where, "channel_type": CHANNEL_TYPE[channel.kind]}
        self.emit(event, SUBSCRIPTION[channel.kind])
        by_another = post.body.get("user") != self._app.bot_user
        if channel.kind != "im" and by_another and f"<@{self._app.bot_user}>" in post.body.get("text", ""):
            self.emit({**wire(channel, post), **where, "type": "app_mention"})

    def message_changed(self, channel: Channel, before: Json, post: Post) -> None:
        self._about(channel, "message_changed", before, message=wire(channel, post))

    def message_deleted(self, channel: Channel, before: Json) -> None:
        self._about(channel, "message_deleted", before, deleted_ts=before["ts"])

    def _about(self, channel: Channel, subtype: str, before: Json, **more: object) -> None:
        if self._app.bot_user not in channel.members:
            return
        ts = self._state.new_ts()
        event = {"type": "message", "subtype": subtype, "hidden": True, "channel": channel.id, "ts": ts, "event_ts": ts}
        event |= {"previous_message": before, "channel_type": CHANNEL_TYPE[channel.kind], **more}
        self.emit(event, SUBSCRIPTION[channel.kind])

    def joined(self, channel: Channel, user: str, inviter: str | None = None) -> None:
        self._membership("member_joined_channel", channel, user, {"inviter": inviter} if inviter else {})

    def left(self, channel: Channel, user: str) -> None:
        self._membership("member_left_channel", channel, user, {})

    def _membership(self, kind: str, channel: Channel, user: str, more: Json) -> None:
        event = {
            "type": kind,
            "user": user,
            "channel": channel.id,
            "channel_type": "G" if channel.kind == "private" else "C",
            "team": self._state.team["id"],
            "event_ts": self._state.new_ts(),
            **more,
        }
        if self._app.bot_user in channel.members:
            self.emit(event)

    def home_opened(self, user: str, tab: str) -> None:
        channel = self._state.im(user, self._app.bot_user)
        event: Json = {"type": "app_home_opened", "user": user, "channel": channel.id, "tab": tab}
        event["event_ts"] = self._state.new_ts()
        if tab == "home" and user in self._state.homes:
            event["view"] = self._state.homes[user]
        self.emit(event)


def wire(channel: Channel, post: Post) -> Json:
    """A message as Slack tells it now: with what its thread has become."""
    body = dict(post.body)
    replies = channel.replies(post.ts)
    if replies:
        users = list(dict.fromkeys(reply.body["user"] for reply in replies))
        body |= {"thread_ts": post.ts, "reply_count": len(replies), "reply_users_count": len(users)}
        body |= {"latest_reply": replies[-1].ts, "reply_users": users, "is_locked": False, "subscribed": True}
    elif post.root != post.ts and post.root in channel.posts:
        body["parent_user_id"] = channel.posts[post.root].body["user"]
    return body
