"""Listeners: one for each kind of request in Bolt, and a table of ours that says which handler it is for.

A handler is `def handler(ctx) -> Reply | None`. Slack is acknowledged after the handler's transaction is committed.
"""

import logging
import re
from collections.abc import Callable
from secrets import token_hex
from time import perf_counter
from typing import Any, Literal

from slack_bolt import Ack, App, BoltRequest, BoltResponse

from bot.core import logs, metrics
from bot.core.blocks import Message, modal, section
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Text
from bot.slack import context, words
from bot.slack.context import Body, Ctx, Parts
from bot.slack.gate import check_standing
from bot.slack.once import Repeated
from bot.slack.reply import Reply
from bot.slack.respond import acknowledge, carry_out, tell, tell_staff

log = logging.getLogger("naeringsbot.listen")

Handler = Callable[[Ctx], Reply | None]
Result = Literal["done", "repeated", "refused", "failed", "ignored"]
Handled = tuple[Result, BoltResponse | None]
EVERYTHING = re.compile(".*")
SPOKEN = {None, "file_share", "thread_broadcast"}  # subtypes of messages that a person wrote just now
LAST_RETRY = 3


class Listen:
    """The table of handlers. Two handlers of the same name are a fault of the program."""

    def __init__(self) -> None:
        self._handlers: dict[tuple[str, str], Handler] = {}
        self._public: set[tuple[str, str]] = set()
        self.otherwise: Handler | None = None
        self._first: list[Handler] = []

    def action(self, name: str, handler: Handler, *, public: bool = False) -> None:
        """`public`: guests may press it too, in channels where an administrator allows that."""
        self._add("action", name, handler, public=public)

    def view(self, name: str, handler: Handler) -> None:
        self._add("view", name, handler)

    def shortcut(self, name: str, handler: Handler) -> None:
        self._add("shortcut", name, handler)

    def event(self, name: str, handler: Handler, *, public: bool = False) -> None:
        self._add("event", name, handler, public=public)

    def command(self, word: Text, handler: Handler) -> None:
        """A word after the slash command, when it is the whole text, in any of our languages."""
        for spelling in sorted({word[lang].lower() for lang in LANGUAGES}):
            self._add("command", spelling, handler)

    def anything_else(self, handler: Handler) -> None:
        """What follows the slash command and is no command word."""
        self.otherwise = handler

    def first(self, handler: Handler) -> None:
        """Asked before a message is what it is otherwise; gives None where it is not for this one."""
        self._first.append(handler)

    def find(self, kind: str, name: str) -> Handler | None:
        """What stands after a colon in the name of a button only tells it from its neighbours."""
        if kind == "command":
            return self._handlers.get((kind, name)) or self.otherwise
        if (kind, name) == ("event", "message") and self._first:
            return self._through
        return self._handlers.get((kind, name.partition(":")[0]))

    def _through(self, ctx: Ctx) -> Reply | None:
        """The first who says that the message was for them."""
        taken = next((reply for handler in self._first if (reply := handler(ctx))), None)
        last = self._handlers.get(("event", "message"))
        return taken or (last(ctx) if last else None)

    def names(self, kind: str) -> set[str]:
        return {name for of, name in self._handlers if of == kind}

    def is_public(self, kind: str, name: str) -> bool:
        return (kind, name.partition(":")[0]) in self._public

    def _add(self, kind: str, name: str, handler: Handler, *, public: bool = False) -> None:
        if (kind, name) in self._handlers:
            raise ValueError(f"two handlers for the {kind} {name!r}")
        self._handlers[kind, name] = handler
        if public:
            self._public.add((kind, name))


def attach(listen: Listen, app: App, parts: Parts) -> None:
    """Let Bolt hand every request to our table; what nobody listens to is acknowledged all the same."""

    def run(ctx: Ctx, handler: Handler | None, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        public = listen.is_public(ctx.kind, ctx.name)
        with logs.request() as under_way:
            result, response = _run(handler, ctx, ack, request, public=public)
            _report(ctx, result, perf_counter() - under_way.begun)
        return response

    def command(body: Body, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        ctx = context.from_command(parts, body)
        return run(ctx, listen.find("command", ctx.words.lower()), ack, request)

    def action(body: Body, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        ctx = context.from_action(parts, body)
        return run(ctx, listen.find("action", ctx.name), ack, request)

    def view(body: Body, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        ctx = context.from_view(parts, body)
        return run(ctx, listen.find("view", ctx.name), ack, request)

    def shortcut(body: Body, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        ctx = context.from_shortcut(parts, body)
        return run(ctx, listen.find("shortcut", ctx.name), ack, request)

    def event(body: Body, ack: Ack, request: BoltRequest) -> BoltResponse | None:
        if not _spoken_by_a_person(body["event"]):
            metrics.REQUESTS.labels("event", "ignored").inc()
            return ack()
        ctx = context.from_event(parts, body)
        return run(ctx, listen.find("event", ctx.name), ack, request)

    app.action(EVERYTHING)(action)  # Bolt tries them in this order, and presses are the most
    app.command(EVERYTHING)(command)
    app.view_submission(EVERYTHING)(view)
    app.view_closed(EVERYTHING)(_nothing)
    app.shortcut(EVERYTHING)(shortcut)
    app.event(EVERYTHING)(event)
    app.error(_failed)


def _nothing(ack: Ack) -> None:
    ack()


def _spoken_by_a_person(event: dict[str, Any]) -> bool:
    """Bots, ourselves, edits and notices of joining are no messages to us; other events pass."""
    if event["type"] not in ("message", "app_mention"):
        return True
    return not event.get("bot_id") and event.get("subtype") in SPOKEN and bool(event.get("user"))


def _run(handler: Handler | None, ctx: Ctx, ack: Ack, request: BoltRequest, *, public: bool) -> Handled:
    result: Result = "done"
    if handler is None:
        return "ignored", ack()
    try:
        check_standing(ctx, public=public)
        reply = handler(ctx) or Reply()
    except Repeated:
        return "repeated", ack()
    except UserError as refusal:
        result, reply = "refused", _refused(ctx, refusal)
    except Exception:  # around a listener: the person is told, and Slack tries again
        code = token_hex(3)
        log.exception("bug %s: %s %s failed; nothing of it was kept", code, ctx.kind, ctx.listener)
        return "failed", _bug(ctx, code, ack, request)
    carry_out(ctx, reply)
    return result, acknowledge(ctx, reply, ack)


def _report(ctx: Ctx, result: Result, seconds: float) -> None:
    metrics.REQUESTS.labels(ctx.kind, result).inc()
    metrics.ACKNOWLEDGED.labels(ctx.kind).observe(seconds)
    log.info(result, extra=logs.fields(kind=ctx.kind, name=ctx.listener, ms=round(seconds * 1000, 1)))


def _refused(ctx: Ctx, refusal: UserError) -> Reply:
    said = refusal.say(ctx.lang)
    if ctx.kind == "view" and refusal.field:
        return Reply(errors={refusal.field: said})
    return _notice(ctx, said)


def _notice(ctx: Ctx, said: str) -> Reply:
    """Words for the person where they are; over a modal, so that what they wrote in it stays."""
    if ctx.view_id and ctx.kind in ("view", "action") and not ctx.channel:
        title, close = words.NOTICE(ctx.lang), words.CLOSE(ctx.lang)
        return Reply(push=modal("notice", title, [section(said)], close=close))
    return Reply(private=Message(said))


def _bug(ctx: Ctx, code: str, ack: Ack, request: BoltRequest) -> BoltResponse | None:
    said = words.BUG_RETRIED if ctx.kind == "event" else words.BUG
    reply = _notice(ctx, said(ctx.lang, code=code))
    if ctx.kind != "event":
        carry_out(ctx, reply)
        return acknowledge(ctx, reply, ack)
    if reply.private:
        tell(ctx, reply.private, what="bug")
    retry = (request.headers.get("x-slack-retry-num") or ["0"])[0]
    if not (retry.isdigit() and int(retry) >= LAST_RETRY):
        return BoltResponse(status=500)
    tell_staff(ctx, Message(words.GIVEN_UP(ctx.parts.settings.default_language, code=code)))
    return BoltResponse(status=200)


def _failed(error: Exception) -> BoltResponse:
    log.error("request could not be handled: %s", type(error).__name__)
    misshapen = isinstance(error, KeyError | TypeError | AttributeError | IndexError)  # not what Slack sends
    return BoltResponse(status=400 if misshapen else 500)
