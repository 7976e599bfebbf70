"""Serving until told to stop, and stopping so that nothing is lost."""

import logging
import signal
import socket
import time
from threading import Event, Thread
from typing import Any

from flask import Flask
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk.errors import SlackApiError, SlackClientError
from waitress import wasyncore
from waitress.server import create_server

from bot import web
from bot.app import Bot
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.slack.web_api import REMEDIES, BadToken, NotDone, remedy

log = logging.getLogger("naeringsbot.serve")
THREADS = 32
RECONNECT = 5.0  # seconds until Slack is tried again when it could not be reached at the start
DRAIN = 3.0  # seconds for requests under way: as long as Slack itself waits


class Stop:
    """Set by SIGTERM and SIGINT."""

    def __init__(self) -> None:
        self.asked = Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self.asked.set())


def serve_http(bot: Bot, stop: Stop, on_ready: Any = None) -> None:
    """Slack calls us."""
    _serve(bot.parts.settings, web.create(bot), stop, on_ready)


def serve_worker(bot: Bot, stop: Stop) -> None:
    """Nobody calls but who asks whether we are well. Who hears Slack goes first: delivery can wait, Slack cannot."""
    bot.parts.database.stand_back()
    _serve(bot.parts.settings, web.create(bot, door=False), stop)


def serve_socket(bot: Bot, stop: Stop) -> None:
    """We call Slack; here too it can be asked whether we are well."""
    handler = SocketModeHandler(bot.app, bot.parts.settings.slack_app_token.get_secret_value())
    Thread(target=_connect, args=(handler, stop), name="socket mode", daemon=True).start()
    _serve(bot.parts.settings, web.create(bot, door=False, connected=handler.client.is_connected), stop)
    _finish(handler)
    handler.close()  # type: ignore[no-untyped-call]


def _finish(handler: SocketModeHandler) -> None:
    """Take nothing in any more, and acknowledge what is under way, which closing at once would leave unanswered."""
    handler.client.closed = True  # what comes is not read any more; the connection stays
    finishing = Thread(target=handler.client.message_workers.shutdown, daemon=True)
    finishing.start()
    finishing.join(DRAIN)


def _connect(handler: SocketModeHandler, stop: Stop) -> None:
    while not stop.asked.is_set() and not _connected(handler):
        stop.asked.wait(RECONNECT)


def _serve(settings: Settings, app: Flask, stop: Stop, on_ready: Any = None) -> None:
    """Until told to stop; then what is under way is finished."""
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
    except OSError as error:
        raise CannotRun(
            f"Port {settings.port} of {settings.host} cannot be used: {error.strerror}. Set PORT."
        ) from None
    server = create_server(
        app,
        sockets=[listening],
        threads=THREADS,
        max_request_body_size=web.LARGEST,
        channel_timeout=30,
        connection_limit=1000,
    )
    port = listening.getsockname()[1]
    loop = Thread(target=server.run, name="http", daemon=True)
    loop.start()
    log.info("listening on http://%s:%s", settings.host, port)
    if on_ready:
        on_ready(port)
    stop.asked.wait()
    log.info("stopping: no new requests, %s under way", _under_way(server))
    _drain(server)
    _end(server, loop)


def _drain(server: Any) -> None:
    """Waitress alone would drop what waits in its queue; so the door closes first and the rest is finished.

    The door is closed by the thread that waits at it; the connections stay until their answers are out.
    """
    server.trigger.pull_trigger(lambda: wasyncore.dispatcher.close(server))
    until = time.monotonic() + DRAIN
    while _under_way(server) and time.monotonic() < until:
        time.sleep(0.02)
    server.task_dispatcher.shutdown(timeout=1)


def _end(server: Any, loop: Thread) -> None:
    """Let the waiting thread go, which holds the whole bot; then close what it waited for."""
    left: dict[int, Any] = {}

    def go() -> None:
        left.update(server._map)
        server._map.clear()

    server.trigger.pull_trigger(go)
    loop.join(1)
    wasyncore.close_all(left, ignore_all=True)


def _under_way(server: Any) -> int:
    """Connections with a request that is being handled, or an answer that is not out yet."""
    channels = list(server.active_channels.values())
    return sum(1 for channel in channels if channel.requests or channel.total_outbufs_len)


def _connected(handler: SocketModeHandler) -> bool:
    try:
        handler.connect()  # type: ignore[no-untyped-call]
    except (SlackClientError, OSError) as error:
        reason = str(error.response["error"]) if isinstance(error, SlackApiError) else type(error).__name__
        why = BadToken(reason) if reason in REMEDIES else NotDone(reason, RECONNECT)
        level = logging.ERROR if reason in REMEDIES else logging.WARNING
        words = remedy(why, "SLACK_APP_TOKEN")
        log.log(level, "Socket Mode is not connected. %s It is tried again each %.0f s.", words, RECONNECT)
        return False
    log.info("connected to Slack by Socket Mode")
    return True
