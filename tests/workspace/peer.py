"""The other side of the wire in these tests: an HTTP server that answers as told, and Bolt behind one."""

import threading
from collections.abc import Callable

from flask import Flask, Request, Response, request
from slack_bolt import App
from slack_bolt.adapter.flask import SlackRequestHandler
from slack_sdk import WebClient
from werkzeug.serving import make_server

from bot.workspace import Workspace

Answerer = Callable[[Request], Response | tuple[str, int] | str]


class Peer:
    """A server on a free port; `received` holds (headers, raw body) of each request."""

    def __init__(self, answer: Answerer) -> None:
        self.received: list[tuple[dict[str, str], bytes]] = []
        app = Flask("peer")

        @app.post("/slack/events")
        def events() -> Response | tuple[str, int] | str:
            self.received.append((dict(request.headers), request.get_data()))
            return answer(request)

        self._server = make_server("127.0.0.1", 0, app, threaded=True)
        self.url = f"http://127.0.0.1:{self._server.port}/slack/events"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


def client(workspace: Workspace) -> WebClient:
    return WebClient(workspace.app.bot_token, base_url=workspace.api_url, retry_handlers=[])


def bolt(workspace: Workspace) -> App:
    secret = workspace.app.signing_secret
    return App(client=client(workspace), signing_secret=secret, process_before_response=True)


def bolt_peer(app: App) -> Peer:
    handler = SlackRequestHandler(app)
    return Peer(handler.handle)
