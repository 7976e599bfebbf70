"""Serve a real Slack app, by HTTP or Socket Mode; all in one process, or its parts in several."""

import argparse
import logging
import sys
from typing import Any

from bot import migrations
from bot.app import Bot, build
from bot.commands.serving import Stop, serve_http, serve_socket, serve_worker
from bot.core import logs
from bot.core.errors import CannotRun
from bot.core.settings import Settings

log = logging.getLogger("naeringsbot.run")


def add(parser: argparse.ArgumentParser) -> None:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--http", action="store_true", help="Slack calls us (default)")
    how.add_argument(
        "--socket", action="store_true", help="we call Slack: needs SLACK_APP_TOKEN and no opening inwards"
    )
    parser.add_argument(
        "--role",
        choices=["all", "web", "worker"],
        default="all",
        help="web hears Slack, worker sends and keeps the time; any number of each on one database (default: all)",
    )


def run(options: argparse.Namespace) -> int:
    if options.role == "worker" and (options.http or options.socket):
        raise CannotRun("A worker does not hear Slack: leave out --http and --socket.")
    settings = Settings.read("slack_bot_token", *_way_in(options))
    logs.configure(settings.log_level, settings.log_format)
    bot = build(settings, role=options.role)
    if words := migrations.missing(bot.parts.database) or bot.myself.elsewhere():
        print(words, file=sys.stderr)
        return 1
    serve(bot, socket=options.socket)
    return 0


def _way_in(options: argparse.Namespace) -> list[str]:
    """The setting that it takes to hear Slack."""
    if options.role == "worker":
        return []
    return ["slack_app_token" if options.socket else "slack_signing_secret"]


def serve(bot: Bot, *, socket: bool, **more: Any) -> None:
    """Until SIGTERM or Ctrl-C; then what runs is finished."""
    stop = Stop()
    bot.start()
    try:
        how = serve_worker if bot.role == "worker" else serve_socket if socket else serve_http
        how(bot, stop, **more)
    finally:
        bot.stop()
        log.info("stopped; what was not sent yet is sent at the next start")
