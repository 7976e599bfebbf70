"""One WSGI app on one port: the Web API, the response addresses, the page and its controls; served by waitress."""

import json
import socket
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any

from flask import Flask, Response, request, send_from_directory
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server
from waitress.task import WSGITask

from bot.workspace.control import control_routes
from bot.workspace.uploads import file_routes
from bot.workspace.web_api.request import Dropped, serve, take_response

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace

PAGE = Path(__file__).parent / "page"
WAIT = "Demonstrasjonen starter. Prøv igjen om litt."
STARTING = """<!doctype html>
<html lang="nb"><meta charset="utf-8"><title>Demonstrasjon</title><p role="status">Demonstrasjonen starter …</p></html>
"""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'none'; base-uri 'none'; frame-ancestors 'none'"
)


class Task(WSGITask):  # type: ignore[misc]
    """Waitress' task, which lets the app see its own connection, to be able to drop it."""

    def get_environment(self) -> dict[str, Any]:
        environment: dict[str, Any] = super().get_environment()
        environment["workspace.connection"] = self.channel.socket
        return environment


class Channel(HTTPChannel):  # type: ignore[misc]
    task_class = Task


def create_app(workspace: "Workspace") -> Flask:
    app = Flask(__name__, static_folder=None)
    app.json.sort_keys = False  # type: ignore[attr-defined]
    app.before_request(lambda: _closed(request.path) if not workspace.open else None)
    app.register_blueprint(control_routes(workspace))
    app.register_blueprint(file_routes(workspace))

    @app.route("/api/<method>", methods=["GET", "POST"])
    def web_api(method: str) -> Response:
        try:
            return serve(workspace, method, request)
        except Dropped:
            return hang_up()

    @app.post("/respond/<key>")
    def response_url(key: str) -> Response:
        try:
            return take_response(workspace, key, request.get_json(silent=True))
        except Dropped:
            return hang_up()

    @app.get("/")
    def page() -> Response:
        return send_from_directory(PAGE, "index.html")

    @app.get("/page/<path:name>")
    def page_file(name: str) -> Response:
        return send_from_directory(PAGE, name)

    @app.after_request
    def guard(response: Response) -> Response:
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers.setdefault("X-Content-Type-Options", "nosniff")
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return app


def _closed(path: str) -> Response | None:
    """Nobody presses anything before somebody is there who hears it; the page looks again by itself."""
    if path.startswith("/control/"):
        return Response(json.dumps({"error": WAIT}), 503, mimetype="application/json")
    return Response(STARTING, 503, headers={"Refresh": "1"}) if path == "/" else None


def hang_up() -> Response:
    """Close the connection of this request; the response goes nowhere."""
    request.environ["workspace.connection"].shutdown(socket.SHUT_RDWR)
    return Response(status=500)


class Server:
    """Waitress in a thread."""

    def __init__(self, workspace: "Workspace", host: str, port: int) -> None:
        self._server = create_server(create_app(workspace), host=host, port=port, threads=32, ident=None)
        self._server.channel_class = Channel
        self.address = f"http://{host}:{self._server.effective_port}"
        self._thread = threading.Thread(target=self._server.run, name="slack", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Waitress' loop ends when its map is empty; what was in it is closed when no thread uses it any more."""
        connections = self._server._map
        kept: dict[int, Any] = {}
        self._server.trigger.pull_trigger(lambda: (kept.update(connections), connections.clear()))
        self._thread.join(timeout=5)
        self._server.task_dispatcher.shutdown(timeout=1)
        wasyncore.close_all(kept, ignore_all=True)
