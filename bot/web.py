"""The HTTP door: only what Slack sends gets in, and whether we are well can be asked."""

import json
from collections.abc import Iterable
from urllib.parse import parse_qs

from flask import Flask, Response, abort, request
from slack_bolt.adapter.flask import SlackRequestHandler
from werkzeug.exceptions import HTTPException

from bot import migrations
from bot.app import Bot

LARGEST = 1024 * 1024
JSON = "application/json"
FORM = "application/x-www-form-urlencoded"
# Bolt would obey these from outside and skip our listener.
STRIPPED = ("HTTP_X_SLACK_BOLT_LAZY_ONLY", "HTTP_X_SLACK_BOLT_LAZY_FUNCTION_NAME")


def create(bot: Bot) -> Flask:
    """The WSGI application: POST /slack/events, GET /healthz, GET /readyz."""
    web = Flask("naeringsbot")
    web.config["MAX_CONTENT_LENGTH"] = LARGEST
    slack = SlackRequestHandler(bot.app)

    @web.post("/slack/events")
    def events() -> Response:
        for name in STRIPPED:
            request.environ.pop(name, None)
        _check_shape()
        return slack.handle(request)

    @web.get("/healthz")
    def healthy() -> tuple[str, int]:
        return "ok\n", 200

    @web.get("/readyz")
    def ready() -> tuple[str, int]:
        faults = list(not_ready(bot))
        return "\n".join([*faults, "" if faults else "ok\n"]), 503 if faults else 200

    @web.errorhandler(HTTPException)
    def refused(error: HTTPException) -> tuple[str, int]:
        return f"{error.name}\n", error.code or 500

    return web


def not_ready(bot: Bot) -> Iterable[str]:
    """What keeps this process from doing its work, in words."""
    if words := migrations.missing(bot.parts.database):
        yield words
    if not bot.clock.ticking():
        yield "the clock does not tick"
    if not bot.senders.moving():
        yield "delivery does not move"


def _check_shape() -> None:
    """Bolt reads a body before it checks the signature, and stumbles over what Slack would never send."""
    if request.mimetype not in (JSON, FORM):
        abort(415)
    stamp = request.headers.get("X-Slack-Request-Timestamp", "")
    if not (stamp.isascii() and stamp.isdigit()):
        abort(400)
    try:
        body = request.get_data(cache=True).decode()
        content = json.loads(body) if request.mimetype == JSON else _form(body)
    except ValueError:
        abort(400)
    if not isinstance(content, dict):
        abort(400)


def _form(body: str) -> object:
    fields = parse_qs(body, strict_parsing=True)
    return json.loads(fields["payload"][0]) if "payload" in fields else fields
