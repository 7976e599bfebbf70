"""Bolt as its own guide shows it, and nothing else: the measure for what the bot costs on top. Same server as ours."""

import logging
import os
import re

from flask import Flask, Response, request
from slack_bolt import Ack, App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_bolt.authorization import AuthorizeResult
from waitress import serve

from bot.commands.serving import THREADS


def create() -> Flask:
    quiet = logging.getLogger("bare")
    quiet.setLevel(logging.ERROR)
    app = App(
        logger=quiet,
        signing_secret=os.environ["SLACK_SIGNING_SECRET"],
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T0", bot_token="xoxb", bot_id="B0"),
        process_before_response=True,
    )

    @app.action(re.compile(".*"))
    def pressed(ack: Ack) -> None:
        ack()

    web, slack = Flask("bare"), SlackRequestHandler(app)

    @web.post("/slack/events")
    def events() -> Response:
        return slack.handle(request)

    @web.get("/readyz")
    def ready() -> str:
        return "ok\n"

    return web


if __name__ == "__main__":
    serve(create(), host="127.0.0.1", port=int(os.environ["PORT"]), threads=THREADS)
