"""Serving until told to stop, and stopping so that nothing is lost."""

import logging
import signal
import socket
import time
from threading import Event, Lock, Thread
from typing import Any

from slack_bolt.adapter.socket_mode import SocketModeHandler
from waitress.server import create_server

from bot import web
from bot.app import Bot

log = logging.getLogger("naeringsbot.serve")
THREADS = 32
DRAIN = 5.0  # seconds for requests under way; Slack itself waits three


class Stop:
    """Set by SIGTERM and SIGINT."""

    def __init__(self) -> None:
        self.asked = Event()
        for name in (signal.SIGTERM, signal.SIGINT):
            signal.signal(name, lambda *_: self.asked.set())


class UnderWay:
    """Counts the requests that are being handled, around any WSGI application."""

    def __init__(self, application: Any) -> None:
        self._application = application
        self._guard = Lock()
        self.count = 0

    def __call__(self, environ: Any, start_response: Any) -> Any:
        with self._guard:
            self.count += 1
        try:
            return self._application(environ, start_response)
        finally:
            with self._guard:
                self.count -= 1


def serve_http(bot: Bot, stop: Stop, on_ready: Any = None) -> None:
    application = UnderWay(web.create(bot))
    settings = bot.parts.settings
    listening = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listening.bind((settings.host, settings.port))
    server = create_server(application, sockets=[listening], threads=THREADS)
    port = listening.getsockname()[1]
    Thread(target=server.run, name="http", daemon=True).start()
    log.info("listening on http://%s:%s", settings.host, port)
    if on_ready:
        on_ready(port)
    stop.asked.wait()
    log.info("stopping: no new requests, %s under way", application.count)
    _drain(server, application)


def _drain(server: Any, application: UnderWay) -> None:
    """Waitress alone would drop what waits in its queue; so the door closes first and the rest is finished."""
    server.socket.close()
    until = time.monotonic() + DRAIN
    while (application.count or server.task_dispatcher.queue) and time.monotonic() < until:
        time.sleep(0.02)
    server.task_dispatcher.shutdown(timeout=1)


def serve_socket(bot: Bot, stop: Stop) -> None:
    handler = SocketModeHandler(bot.app, bot.parts.settings.slack_app_token.get_secret_value())
    handler.connect()  # type: ignore[no-untyped-call]
    log.info("connected to Slack by Socket Mode")
    stop.asked.wait()
    handler.close()  # type: ignore[no-untyped-call]
