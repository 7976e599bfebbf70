"""The HTTP door: only what Slack sends gets in, and whether we are well can be asked; features add pages."""

import json
import logging
from binascii import a2b_qp
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from flask import Flask, Response, abort, request
from slack_bolt import BoltRequest
from slack_sdk.signature import SignatureVerifier
from sqlalchemy.exc import SQLAlchemyError
from werkzeug.exceptions import HTTPException

from bot import metrics_page, migrations
from bot.app import Bot
from bot.core import logs, metrics

log = logging.getLogger("naeringsbot.web")
DOOR = "/slack/events"
LARGEST = 1024 * 1024
LONGEST_STAMP = 12  # digits; Slack's have ten
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
# What Bolt gets to see of the headers; some others it would obey, and skip our listener.
PASSED = ("X-Slack-Retry-Num", "X-Slack-Retry-Reason")


def create(bot: Bot, *, door: bool = True, connected: Callable[[], bool] = lambda: True) -> Flask:
    """The WSGI application: POST /slack/events, GET /healthz, /readyz, /metrics, and the features' pages.

    Without the `door` Slack does not get in here: it is reached by Socket Mode (`connected` tells), or not at all.
    """
    web = Flask("naeringsbot")
    web.config["MAX_CONTENT_LENGTH"] = LARGEST
    if door:
        _let_slack_in(web, bot)

    def faults() -> list[str]:
        return [*not_ready(bot), *([] if connected() else ["there is no connection to Slack"])]

    _tell_health(web, faults)
    pages = [feature.pages(bot.parts) for feature in bot.features if feature.pages]
    for page in [metrics_page.page(bot, faults), *filter(None, pages)]:
        web.register_blueprint(page)

    @web.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return f"{error.name}\n", error.code or 500

    return web


def _let_slack_in(web: Flask, bot: Bot) -> None:
    verifier = SignatureVerifier(bot.parts.settings.slack_signing_secret.get_secret_value())

    @web.post(DOOR)
    def events() -> Response:
        with logs.request():
            return let_in()

    def let_in() -> Response:
        content = _content()
        if not verifier.is_valid_request(request.get_data(), dict(request.headers)):
            abort(401)
        if content.get("type") == "app_rate_limited":  # has no event inside, which Bolt would look for
            log.warning("Slack holds events back: there were too many in a minute")
            return Response(status=200)
        headers: dict[str, Any] = {name: request.headers[name] for name in PASSED if name in request.headers}
        # Read and verified here, so Bolt takes it as from Slack's socket, where it does neither.
        try:
            answer = bot.app.dispatch(BoltRequest(body=content, headers=headers, mode="socket_mode"))
        except (AttributeError, IndexError, KeyError, TypeError) as error:  # signed, and yet not of Slack's shape
            log.warning("request could not be read: %s", type(error).__name__)
            abort(400)
        return Response(answer.body, answer.status, {name: values[0] for name, values in answer.headers.items()})

    @web.after_request
    def count(response: Response) -> Response:
        if request.path == DOOR:
            metrics.HTTP.labels(response.status_code).inc()
        return response


def _tell_health(web: Flask, faults: Callable[[], list[str]]) -> None:
    @web.get("/healthz")
    def healthy() -> tuple[str, int]:
        return "ok\n", 200

    @web.get("/readyz")
    def ready() -> tuple[str, int]:
        found = faults()
        return "\n".join([*found, "" if found else "ok\n"]), 503 if found else 200


def not_ready(bot: Bot) -> Iterable[str]:
    """What keeps this process from doing its work, in words."""
    if words := migrations.missing(bot.parts.database):
        yield words
    else:
        yield from _overdue(bot)
    if bot.works and not bot.clock.ticking():
        yield "the clock does not tick"
    if bot.works:
        yield from bot.senders.faults()


def _overdue(bot: Bot) -> Iterable[str]:
    try:
        if bot.senders.overdue():
            yield "delivery does not move: an answer has been due for more than a minute"
    except SQLAlchemyError as error:
        yield f"the outbox cannot be read: {type(error).__name__}"


def _content() -> dict[str, Any]:
    """What was sent, if it is a request at all."""
    if request.mimetype not in (JSON, FORM):
        abort(415)
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= LONGEST_STAMP):
        abort(400)
    if not request.headers.get("X-Slack-Signature", "").isascii():  # the verifier cannot compare it
        abort(401)
    try:
        body = request.get_data(cache=True)
        content = json.loads(body.decode()) if request.mimetype == JSON else form(body)
    except (ValueError, RecursionError):
        abort(400)
    if not (isinstance(content, dict) and content):
        abort(400)
    return content


def form(body: bytes) -> object:
    """A command's fields, or what is inside the one field that all else is sent in.

    Of that field nearly each character is escaped; the library for quoted text, written in C, reads it twenty times
    as fast as the one for forms.
    """
    name, _, value = body.partition(b"=")
    if name == b"payload" and b"&" not in value:
        quoted = value.replace(b"=", b"=3D").replace(b"%", b"=").replace(b"+", b" ")
        return json.loads(a2b_qp(quoted).decode())
    fields = parse_qs(body.decode(), strict_parsing=True, errors="strict")
    return {name: values[0] for name, values in fields.items()}
