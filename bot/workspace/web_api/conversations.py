"""conversations.*: channels, their members, and what was said in them."""

import time
from collections.abc import Iterable

from bot.workspace import posting
from bot.workspace.events import wire
from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Channel, Post
from bot.workspace.web_api.call import Call, Method, open_im, page


def channel_object(call: Call, channel: Channel) -> Json:
    bot = call.workspace.app.bot_user
    common: Json = {"id": channel.id, "created": channel.created, "is_archived": channel.archived}
    common |= {
        "is_im": channel.kind == "im",
        "is_org_shared": False,
        "context_team_id": call.workspace.state.team["id"],
    }
    if channel.kind == "im":
        other = next(member for member in channel.members if member != bot)
        deleted = call.workspace.state.users[other]["deleted"]
        return common | {"user": other, "is_user_deleted": deleted, "priority": 0}
    private = channel.kind == "private"
    return common | {
        "name": channel.name,
        "name_normalized": channel.name,
        "is_channel": not private,
        "is_group": private,
        "is_mpim": False,
        "is_private": private,
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_member": bot in channel.members,
        "creator": channel.members[0] if channel.members else "",
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": "", "creator": "", "last_set": 0},
        "num_members": len(channel.members),
    }


def in_history(call: Call, posts: Iterable[Post]) -> list[Post]:
    """Those that all may read, that have arrived in the history, and that lie in the window asked for."""
    now, inclusive = time.time(), call.flag("inclusive")
    oldest, latest = float(call.text("oldest") or 0), float(call.text("latest") or "inf")
    return [
        post
        for post in posts
        if post.shown_to is None
        and post.in_history_from <= now
        and (oldest < float(post.ts) < latest or (inclusive and float(post.ts) in (oldest, latest)))
    ]


def shown(call: Call, channel: Channel, post: Post) -> Json:
    message = wire(channel, post)
    if post.metadata:
        whole = call.flag("include_all_metadata")
        message["metadata"] = post.metadata if whole else {"event_type": post.metadata["event_type"]}
    return message


def answer(call: Call, channel: Channel, posts: list[Post], otherwise: int) -> Json:
    chosen, cursor = page(call, posts, otherwise, 999)
    body: Json = {"messages": [shown(call, channel, post) for post in chosen], "has_more": bool(cursor)}
    return body | ({"response_metadata": {"next_cursor": cursor}} if cursor else {})


def history(call: Call) -> Json:
    channel = readable(call)
    with call.workspace.state.lock:
        posts = in_history(call, (post for post in channel.posts.values() if post.in_channel))
        posts.sort(key=lambda post: post.ts, reverse=True)
        return answer(call, channel, posts, 100) | {"pin_count": 0}


def replies(call: Call) -> Json:
    channel = readable(call)
    with call.workspace.state.lock:
        root = channel.posts.get(call.need("ts"))
        if root is None or root.shown_to or root.in_history_from > time.time():
            raise ApiError("thread_not_found")
        root = channel.posts.get(root.root, root)
        return answer(call, channel, [root, *in_history(call, channel.replies(root.ts))], 1000)


def readable(call: Call) -> Channel:
    """A channel whose messages the bot may read: it is in it, and has the scope for its kind."""
    channel = call.channel()
    need_scope(call, channel, "history")
    return channel


def need_scope(call: Call, channel: Channel, verb: str) -> None:
    scope = {"channel": "channels", "private": "groups", "im": "im"}[channel.kind] + ":" + verb
    if scope not in call.workspace.app.scopes:
        raise ApiError("missing_scope", needed=scope, provided=",".join(call.workspace.app.scopes))


def info(call: Call) -> Json:
    channel = call.channel(member=False)
    need_scope(call, channel, "read")
    return {"channel": channel_object(call, channel)}


def members(call: Call) -> Json:
    channel = call.channel(member=False)
    need_scope(call, channel, "read")
    ids, cursor = page(call, channel.members, 100, 1000)
    return {"members": ids, "response_metadata": {"next_cursor": cursor}}


def _visible(call: Call) -> list[Channel]:
    bot, kinds = call.workspace.app.bot_user, (call.text("types") or "public_channel").split(",")
    named = {"channel": "public_channel", "private": "private_channel", "im": "im"}
    return [
        channel
        for channel in list(call.workspace.state.channels.values())
        if named[channel.kind] in kinds
        and (channel.kind == "channel" or bot in channel.members)
        and not (call.flag("exclude_archived") and channel.archived)
    ]


def _listed(call: Call, channels: list[Channel]) -> Json:
    chosen, cursor = page(call, channels, 100, 1000)
    objects = [channel_object(call, channel) for channel in chosen]
    return {"channels": objects, "response_metadata": {"next_cursor": cursor}}


def list_all(call: Call) -> Json:
    return _listed(call, _visible(call))


def of_user(call: Call) -> Json:
    """users.conversations: those that the user (else the bot) is in."""
    user = call.text("user") or call.workspace.app.bot_user
    return _listed(call, [channel for channel in _visible(call) if user in channel.members])


def open_conversation(call: Call) -> Json:
    if call.text("channel"):
        channel = call.channel()
    elif "," in call.need("users"):
        raise ApiError("method_not_supported_for_channel_type")
    else:
        channel = open_im(call.workspace, call.need("users"))
    whole = channel_object(call, channel) if call.flag("return_im") else {"id": channel.id}
    return {"channel": whole, "no_op": bool(channel.posts), "already_open": bool(channel.posts)}


def join(call: Call) -> Json:
    channel = call.channel(member=False)
    if channel.kind != "channel":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.archived:
        raise ApiError("is_archived")
    if call.workspace.app.bot_user in channel.members:
        return {"channel": channel_object(call, channel), "warning": "already_in_channel"}
    posting.join(call.workspace.state, call.workspace.events, channel, call.workspace.app.bot_user)
    return {"channel": channel_object(call, channel)}


READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
METHODS = {
    "conversations.history": Method(history, HISTORY),
    "conversations.replies": Method(replies, HISTORY),
    "conversations.info": Method(info, READ),
    "conversations.members": Method(members, READ),
    "conversations.list": Method(list_all, READ),
    "users.conversations": Method(of_user, READ),
    "conversations.open": Method(open_conversation, ("im:write",)),
    "conversations.join": Method(join, ("channels:join",)),
}
