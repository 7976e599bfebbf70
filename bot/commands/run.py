"""Serve a real Slack app, by HTTP or Socket Mode."""

import argparse
import logging
import sys
from typing import Any

from bot import migrations
from bot.app import Bot, build
from bot.commands.serving import Stop, serve_http, serve_socket
from bot.core import logs
from bot.core.settings import Settings

log = logging.getLogger("naeringsbot.run")


def add(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--http", action="store_true", help="Slack calls us (default)")
    how.add_argument(
        "--socket", action="store_true", help="we call Slack: needs SLACK_APP_TOKEN and no opening inwards"
    )


def run(options: argparse.Namespace) -> int:
    needed = "slack_app_token" if options.socket else "slack_signing_secret"
    settings = Settings.read("slack_bot_token", needed)
    logs.configure(settings.log_level, settings.log_format)
    bot = build(settings)
    if words := migrations.missing(bot.parts.database) or bot.myself.elsewhere():
        print(words, file=sys.stderr)
        return 1
    serve(bot, socket=options.socket)
    return 0


def serve(bot: Bot, *, socket: bool, **more: Any) -> None:
    """Until SIGTERM or Ctrl-C; then what runs is finished."""
    stop = Stop()
    bot.start()
    try:
        (serve_socket if socket else serve_http)(bot, stop, **more)
    finally:
        bot.stop()
        log.info("stopped; what was not sent yet is sent at the next start")
