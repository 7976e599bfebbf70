"""From a Reply to what Slack is told: the acknowledgement, a modal, or words for one person."""

import logging
from dataclasses import asdict
from math import ceil
from typing import Any

from slack_bolt import Ack, BoltResponse

from bot.core.blocks import Message, View
from bot.slack import words
from bot.slack.context import Ctx
from bot.slack.once import Repeated, claim, hashed
from bot.slack.reply import Reply
from bot.slack.web_api import SlackError, TooMany
from scheduler.outbox import ANSWER, Outgoing, enqueue

log = logging.getLogger("naeringsbot.respond")


def carry_out(ctx: Ctx, reply: Reply) -> None:
    """What is not part of the acknowledgement: opening modals, words for the person."""
    if reply.private and ctx.kind != "command":
        tell(ctx, reply.private, instead=reply.instead)
    if reply.open:
        _modal(ctx, "views.open", {"trigger_id": ctx.trigger, "view": reply.open})
    if reply.push and ctx.kind != "view":
        _modal(ctx, "views.push", {"trigger_id": ctx.trigger, "view": reply.push})
    if reply.update and ctx.kind != "view":
        _modal(ctx, "views.update", {"view_id": ctx.view_id, "view": reply.update})


def acknowledge(ctx: Ctx, reply: Reply, ack: Ack) -> BoltResponse:
    if ctx.kind == "command" and reply.private:
        message = ctx.parts.shown(asdict(reply.private))
        return ack(text=message["text"], blocks=message["blocks"] or None, response_type="ephemeral")
    if ctx.kind == "view":
        return _acknowledge_view(ctx, reply, ack)
    return ack(options=reply.options) if reply.options is not None else ack()


def _acknowledge_view(ctx: Ctx, reply: Reply, ack: Ack) -> BoltResponse:
    if reply.errors:
        return ack(response_action="errors", errors=reply.errors)
    if reply.push:
        return ack(response_action="push", view=ctx.parts.shown(reply.push))
    if reply.update:
        return ack(response_action="update", view=ctx.parts.shown(reply.update))
    return ack(response_action="clear") if reply.close else ack()


def replace_view(ctx: Ctx, view: View) -> None:
    """Another view in the place of the open one, after the request was acknowledged."""
    _modal(ctx, "views.update", {"view_id": ctx.view_id, "view": view})


def tell(ctx: Ctx, message: Message, what: str = "told", *, instead: bool = False) -> None:
    """Words that only the person sees: by the request's own address, else as a direct message, once."""
    if ctx.respond_to:
        _respond(ctx, message, instead=instead)
        return
    try:
        with ctx.parts.database.write() as session:
            claim(session, (f"{what}:{ctx.keys[0]}",), "", ctx.now)
            to, thread = (ctx.channel, ctx.thread) if _direct(ctx.channel) else (ctx.person, None)
            payload: dict[str, Any] = asdict(message) | ({"thread_ts": thread} if thread else {})
            enqueue(session, Outgoing(f"{what}:{hashed(ctx.keys[0])}", to or ctx.person, payload, priority=ANSWER))
    except Repeated:
        log.info("already told")


def tell_staff(ctx: Ctx, message: Message) -> None:
    channel = ctx.parts.settings.staff_channel
    if channel:
        with ctx.parts.database.write() as session:
            enqueue(session, Outgoing(f"staff:{hashed(ctx.keys[0])}", channel, asdict(message)))


def _direct(channel: str | None) -> bool:
    return bool(channel) and str(channel).startswith("D")


def _respond(ctx: Ctx, message: Message, *, instead: bool) -> None:
    payload = ctx.parts.shown(asdict(message)) | {"response_type": "ephemeral", "replace_original": instead}
    try:
        ctx.parts.api.respond(str(ctx.respond_to), payload)
    except SlackError as error:  # it works at most once, so it is not repeated
        log.warning("private reply to %s %s did not reach Slack: %s", ctx.kind, ctx.listener, error.reason)


def _modal(ctx: Ctx, method: str, payload: dict[str, Any]) -> None:
    try:
        ctx.parts.api.call(method, ctx.parts.shown(payload))
    except SlackError as error:
        log.warning("%s for %s %s failed: %s", method, ctx.kind, ctx.listener, error.reason)
        if method == "views.update":  # what it was to show is done
            return
        if isinstance(error, TooMany):
            tell(ctx, Message(words.TOO_MANY(ctx.lang, seconds=max(2, ceil(error.seconds)))), what="late")
        else:
            tell(ctx, Message(words.LATE(ctx.lang)), what="late")
