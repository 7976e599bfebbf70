"""Putting messages into channels, changing and removing them: what both people and the bot do."""

import hashlib
import json
import re
import secrets
import uuid
from collections import Counter

from bot.workspace.emoji import coded, to_codes
from bot.workspace.events import Events
from bot.workspace.shapes import Json
from bot.workspace.state import Channel, Post, State

LINK = re.compile(r"https?://[^\s<>|]+[^\s<>|.,;:!?)\]]")
APART = r"(?<![\w/])"  # not within an address
MAIL = re.compile(r"\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b")


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def typed(text: str, state: State, *, in_command: bool = False) -> str:
    """What a person typed, as Slack's client sends it: names become mentions, addresses links, the rest is escaped.

    A slash command's text (with should_escape) also tells the name of whom it mentions.
    """
    text = to_codes(escape(text))
    text = LINK.sub(lambda found: f"<{found[0]}>", MAIL.sub(r"<mailto:\g<0>|\g<0>>", text))
    for name, user in sorted(_names(state).items(), key=lambda item: len(item[0]), reverse=True):
        mention = f"<@{user['id']}|{user['name']}>" if in_command else f"<@{user['id']}>"
        text = re.sub(APART + re.escape(name) + r"(?!\w)", mention, text, flags=re.IGNORECASE)
    for channel in list(state.channels.values()):
        if channel.kind == "channel":
            text = re.sub(rf"{APART}#{re.escape(channel.name)}(?!\w)", f"<#{channel.id}|{channel.name}>", text)
    return text


def _names(state: State) -> dict[str, Json]:
    return {"@" + user[key]: user for user in list(state.users.values()) for key in ("name", "real_name")}


def rich_text(text: str) -> Json:
    """The block that Slack's client sends along with what a person typed."""
    elements: list[Json] = []
    for part in re.split(r"(<[^>]+>)", text):
        if part.startswith("<@"):
            elements.append({"type": "user", "user_id": part[2:-1]})
        elif part.startswith("<#"):
            elements.append({"type": "channel", "channel_id": part[2:-1].split("|")[0]})
        elif part.startswith("<"):
            elements.append({"type": "link", "url": part[1:-1].split("|")[0]})
        elif part:
            plain = part.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
            elements.append({"type": "text", "text": plain})
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": secrets.token_hex(3), "elements": [section]}


def person_wrote(state: State, user: str, text: str, thread_ts: str | None) -> Post:
    """A person's message, not yet in a channel."""
    sent = typed(text, state)
    body: Json = {"type": "message", "user": user, "text": sent, "ts": state.new_ts(), "team": state.team["id"]}
    body |= {"client_msg_id": str(uuid.uuid4()), "blocks": [rich_text(sent)]}
    return Post(body | ({"thread_ts": thread_ts} if thread_ts else {}))


def readers(channel: Channel, post: Post) -> list[str] | None:
    """Who can see it: one, the members, or (in a public channel) everybody."""
    if post.shown_to:
        return [post.shown_to]
    return None if channel.kind == "channel" else channel.members


def put(state: State, events: Events, channel: Channel, post: Post) -> None:
    with state.lock:
        channel.add(post)
        state.touch(readers(channel, post))
    if post.shown_to is None:
        events.message(channel, post)


def change(state: State, events: Events, channel: Channel, post: Post, fields: Json) -> None:
    with state.lock:
        before = dict(post.body)
        post.body = before | fields
        state.touch(readers(channel, post))
    if post.shown_to is None:
        events.message_changed(channel, before, post)


def remove(state: State, events: Events, channel: Channel, post: Post) -> None:
    with state.lock:
        channel.drop(post)
        state.touch(readers(channel, post))
    if post.shown_to is None:
        events.message_deleted(channel, post.body)


def join(state: State, events: Events, channel: Channel, user: str, inviter: str | None = None) -> None:
    with state.lock:
        channel.members.append(user)
    put(state, events, channel, _notice(state, user, "channel_join", f"<@{user}> has joined the channel"))
    events.joined(channel, user, inviter)


def leave(state: State, events: Events, channel: Channel, user: str) -> None:
    put(state, events, channel, _notice(state, user, "channel_leave", f"<@{user}> has left the channel"))
    with state.lock:
        channel.members.remove(user)
    events.left(channel, user)


def _notice(state: State, user: str, subtype: str, text: str) -> Post:
    return Post({"type": "message", "subtype": subtype, "user": user, "text": text, "ts": state.new_ts()})


def with_steady_ids(blocks: list[Json]) -> list[Json]:
    """The blocks of a message. What stays the same keeps its id when the rest is redrawn, so that a press on its way
    counts.
    """
    known = Counter[str]()
    kept = []
    for block in map(coded, blocks):
        content = hashlib.sha256(json.dumps(block, sort_keys=True).encode()).hexdigest()[:12]
        kept.append({**block, "block_id": block.get("block_id") or f"{content}{known[content] or ''}"})
        known[content] += 1
    return kept
