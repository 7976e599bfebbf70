"""chat.*: what the bot posts, changes and removes."""

import time

from bot.workspace import block_kit, posting
from bot.workspace.emoji import to_codes
from bot.workspace.posting import with_steady_ids
from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Channel, Post
from bot.workspace.web_api.call import Call, Method

LONGEST_UPDATE = 4_000
LONGEST_TEXT = 40_000
LONGEST_MARKDOWN = 12_000
LONGEST_BLOCKS = 13_200  # not documented by Slack; seen at about this sum of characters
LONGEST_METADATA_TYPE = 50


def content(call: Call) -> Json:
    """Text and blocks of a message, checked."""
    blocks = call.json("blocks", "invalid_blocks_format")
    if blocks is not None and not isinstance(blocks, list):
        raise ApiError("invalid_blocks_format")
    text, markdown = call.text("text"), call.text("markdown_text")
    if markdown and (text or blocks):
        raise ApiError("markdown_text_conflict")
    if len(markdown) > LONGEST_MARKDOWN:
        raise ApiError("msg_too_long")
    if not (text.strip() or markdown.strip() or blocks or call.args.get("attachments")):
        raise ApiError("no_text")
    _check_blocks(blocks or [])
    fields: Json = {"text": to_codes(text or markdown)[:LONGEST_TEXT]}
    if blocks:
        fields["blocks"] = with_steady_ids(blocks)
    return fields


def _check_blocks(blocks: list[Json]) -> None:
    faults = block_kit.faults("message", blocks)
    if faults:
        raise ApiError("invalid_blocks", response_metadata={"messages": [f"[ERROR] {fault}" for fault in faults]})
    if block_kit.characters(blocks) > LONGEST_BLOCKS:
        raise ApiError("msg_blocks_too_long")


def metadata(call: Call) -> Json | None:
    given = call.json("metadata", "invalid_metadata_format")
    if not given:
        return None
    if not isinstance(given, dict) or not given.get("event_type") or not isinstance(given.get("event_payload"), dict):
        raise ApiError("invalid_metadata_schema")
    if len(given["event_type"]) > LONGEST_METADATA_TYPE:
        raise ApiError("invalid_metadata_schema")
    return {"event_type": given["event_type"], "event_payload": given["event_payload"]}


def bot_message(call: Call, channel: Channel) -> Post:
    """A message of the bot's own, not yet in the channel."""
    app, state = call.workspace.app, call.workspace.state
    body: Json = {"user": app.bot_user, "type": "message", "ts": state.new_ts(), "bot_id": app.bot_id}
    body |= {"app_id": app.id, "team": state.team["id"], **content(call)}
    body["bot_profile"] = {"id": app.bot_id, "app_id": app.id, "name": app.name, "deleted": False}
    body["bot_profile"] |= {"team_id": state.team["id"], "icons": {}, "updated": 0}
    thread = call.text("thread_ts")
    if thread in channel.posts:
        body["thread_ts"] = channel.posts[thread].root
        if call.flag("reply_broadcast"):
            body |= {"subtype": "thread_broadcast", "root": channel.posts[thread].body}
    return Post(body, metadata(call))


def post_message(call: Call) -> Json:
    channel = call.channel(to_post=True)
    post = bot_message(call, channel)
    post.in_history_from = time.time() + call.lag
    posting.put(call.workspace.state, call.workspace.events, channel, post)
    message = dict(post.body)
    if post.metadata:
        message["metadata"] = post.metadata
    return {"channel": channel.id, "ts": post.ts, "message": message}


def post_ephemeral(call: Call) -> Json:
    channel = call.channel(to_post=True)
    reader = call.user()["id"]
    if reader not in channel.members:
        raise ApiError("user_not_in_channel")
    post = bot_message(call, channel)
    post.shown_to = reader
    posting.put(call.workspace.state, call.workspace.events, channel, post)
    return {"message_ts": post.ts}


def own_post(call: Call, refusal: str) -> tuple[Channel, Post]:
    """A message of the bot's own that everybody in the channel sees."""
    channel = call.channel()
    post = channel.posts.get(call.need("ts"))
    if post is None or post.shown_to:
        raise ApiError("message_not_found")
    if post.body.get("bot_id") != call.workspace.app.bot_id:
        raise ApiError(refusal)
    return channel, post


def update(call: Call) -> Json:
    if call.text("channel") in call.workspace.state.users:
        raise ApiError("channel_not_found")
    channel, post = own_post(call, "cant_update_message")
    if len(call.text("text")) > LONGEST_UPDATE:
        raise ApiError("msg_too_long")
    fields = content(call)
    if "blocks" not in fields and "blocks" in post.body and call.args.get("blocks") is not None:
        fields["blocks"] = []
    fields["edited"] = {"user": call.workspace.app.bot_user, "ts": f"{int(time.time())}.000000"}
    if call.args.get("metadata") is not None:
        post.metadata = metadata(call)
    posting.change(call.workspace.state, call.workspace.events, channel, post, fields)
    return {"channel": channel.id, "ts": post.ts, "text": post.body["text"], "message": post.body}


def delete(call: Call) -> Json:
    channel, post = own_post(call, "cant_delete_message")
    posting.remove(call.workspace.state, call.workspace.events, channel, post)
    return {"channel": channel.id, "ts": post.ts}


def permalink(call: Call) -> Json:
    channel = call.channel(member=False)
    post = channel.posts.get(call.need("message_ts"))
    if post is None:
        raise ApiError("message_not_found")
    link = f"https://{call.workspace.state.team['domain']}.slack.com/archives/{channel.id}/p{post.ts.replace('.', '')}"
    if post.root != post.ts:
        link += f"?thread_ts={post.root}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


WRITE = ("chat:write",)
METHODS = {
    "chat.postMessage": Method(post_message, WRITE),
    "chat.postEphemeral": Method(post_ephemeral, WRITE),
    "chat.update": Method(update, WRITE),
    "chat.delete": Method(delete, WRITE),
    "chat.getPermalink": Method(permalink),
}
