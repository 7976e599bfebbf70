"""The HTTP door: only what Slack sends gets in, and whether we are well can be asked."""

import json
import logging
from collections.abc import Callable, Iterable
from typing import Any
from urllib.parse import parse_qs

from flask import Flask, Response, abort, request
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_sdk.signature import SignatureVerifier
from werkzeug.exceptions import HTTPException

from bot import migrations
from bot.app import Bot

log = logging.getLogger("naeringsbot.web")
LARGEST = 1024 * 1024
LONGEST_STAMP = 12  # digits; Slack's have ten
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
# Bolt would obey these from outside and skip our listener.
STRIPPED = ("HTTP_X_SLACK_BOLT_LAZY_ONLY", "HTTP_X_SLACK_BOLT_LAZY_FUNCTION_NAME")


def create(bot: Bot, *, door: bool = True, connected: Callable[[], bool] = lambda: True) -> Flask:
    """The WSGI application: POST /slack/events, GET /healthz, GET /readyz.

    Without the `door` Slack does not get in here: it is reached by Socket Mode (`connected` tells), or not at all.
    """
    web = Flask("naeringsbot")
    web.config["MAX_CONTENT_LENGTH"] = LARGEST
    if door:
        _open_door(web, bot)

    @web.get("/healthz")
    def healthy() -> tuple[str, int]:
        return "ok\n", 200

    @web.get("/readyz")
    def ready() -> tuple[str, int]:
        faults = [*not_ready(bot), *([] if connected() else ["there is no connection to Slack"])]
        return "\n".join([*faults, "" if faults else "ok\n"]), 503 if faults else 200

    @web.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return f"{error.name}\n", error.code or 500

    return web


def _open_door(web: Flask, bot: Bot) -> None:
    slack = SlackRequestHandler(bot.app)
    verifier = SignatureVerifier(bot.parts.settings.slack_signing_secret.get_secret_value())

    @web.post("/slack/events")
    def events() -> Response:
        for name in STRIPPED:
            request.environ.pop(name, None)
        content = _content()
        if not verifier.is_valid_request(request.get_data(), dict(request.headers)):
            abort(401)
        if content.get("type") == "app_rate_limited":  # has no event inside, which Bolt would look for
            log.warning("Slack holds events back: there were too many in a minute")
            return Response(status=200)
        try:
            return slack.handle(request)
        except (AttributeError, IndexError, KeyError, TypeError) as error:  # signed, and yet not of Slack's shape
            log.warning("request could not be read: %s", type(error).__name__)
            abort(400)


def not_ready(bot: Bot) -> Iterable[str]:
    """What keeps this process from doing its work, in words."""
    if words := migrations.missing(bot.parts.database):
        yield words
    if bot.works and not bot.clock.ticking():
        yield "the clock does not tick"
    if bot.works and not bot.senders.moving():
        yield "delivery does not move"


def _content() -> dict[str, Any]:
    """What was sent, if it is a request at all. Bolt reads a body before it checks the signature, and stumbles."""
    if request.mimetype not in (JSON, FORM):
        abort(415)
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) <= LONGEST_STAMP):
        abort(400)
    if not request.headers.get("X-Slack-Signature", "").isascii():  # the verifier cannot compare it
        abort(401)
    try:
        body = request.get_data(cache=True).decode()
        content = json.loads(body) if request.mimetype == JSON else _form(body)
    except (ValueError, RecursionError):
        abort(400)
    if not (isinstance(content, dict) and content):
        abort(400)
    return content


def _form(body: str) -> object:
    fields = parse_qs(body, strict_parsing=True, errors="strict")
    return json.loads(fields["payload"][0]) if "payload" in fields else fields
