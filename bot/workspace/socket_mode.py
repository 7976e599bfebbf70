"""Socket Mode: the app opens connections to Slack, which sends envelopes over them and takes acknowledgements."""

import itertools
import json
import secrets
import threading
import time
import uuid
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from websockets.exceptions import ConnectionClosed
from websockets.sync.server import Server, ServerConnection, serve

from bot.workspace.doors import PATIENCE, Answer, Parcel
from bot.workspace.shapes import Json

MOST_CONNECTIONS = 10


@dataclass
class Awaited:
    """An envelope that is out, and its acknowledgement when it comes."""

    came: threading.Event = field(default_factory=threading.Event)
    payload: Json | None = None


class SocketDoor:
    """A door that the app holds open; one envelope goes to one of its connections."""

    def __init__(self, app_id: str, patience: float = PATIENCE) -> None:
        self._app_id = app_id
        self._patience = patience
        self._lock = threading.Lock()
        self._tickets: set[str] = set()
        self._connections: list[ServerConnection] = []
        self._turns = itertools.count()
        self._awaited: dict[str, Awaited] = {}
        self._server: Server = serve(self._serve, "127.0.0.1", 0)
        self._thread = threading.Thread(target=self._server.serve_forever, name="slack-socket", daemon=True)
        self._thread.start()

    @property
    def connections(self) -> int:
        return len(self._connections)

    def new_ticket(self) -> str:
        """An address that opens one connection."""
        ticket = secrets.token_urlsafe(12)
        self._tickets.add(ticket)
        port = self._server.socket.getsockname()[1]
        return f"ws://127.0.0.1:{port}/link/?ticket={ticket}&app_id={self._app_id}"

    def _serve(self, connection: ServerConnection) -> None:
        query = parse_qs(urlsplit(connection.request.path if connection.request else "").query)
        ticket = query.get("ticket", [""])[0]
        if ticket not in self._tickets or len(self._connections) >= MOST_CONNECTIONS:
            connection.close(1008, "not allowed")
            return
        self._tickets.discard(ticket)
        with self._lock:
            self._connections.append(connection)
        try:
            connection.send(json.dumps(self._hello()))
            for message in connection:
                self._take(json.loads(message))
        except ConnectionClosed:
            pass
        finally:
            with self._lock:
                self._connections.remove(connection)

    def _hello(self) -> Json:
        debug = {"host": "applink-local", "build_number": 1, "approximate_connection_time": 18060}
        info = {"app_id": self._app_id}
        return {"type": "hello", "num_connections": self.connections, "debug_info": debug, "connection_info": info}

    def _take(self, acknowledgement: Json) -> None:
        awaited = self._awaited.get(str(acknowledgement.get("envelope_id")))
        if awaited:
            awaited.payload = acknowledgement.get("payload")
            awaited.came.set()

    def send(self, parcel: Parcel) -> Answer:
        began = time.monotonic()
        envelope_id = str(uuid.uuid4())
        awaited = self._awaited[envelope_id] = Awaited()
        try:
            self._choose().send(json.dumps(self._envelope(envelope_id, parcel)))
            came = awaited.came.wait(self._patience)
        except (ConnectionClosed, IndexError):
            return Answer(reason="connection_failed")
        finally:
            del self._awaited[envelope_id]
        ms = round((time.monotonic() - began) * 1000, 1)
        if not came:
            return Answer(reason="http_timeout", ms=ms)
        body = json.dumps(awaited.payload).encode() if awaited.payload else b""
        return Answer(200, body, "application/json", ms=ms)

    def _choose(self) -> ServerConnection:
        with self._lock:
            open_now = self._connections
            return open_now[next(self._turns) % len(open_now) if open_now else 0]

    def _envelope(self, envelope_id: str, parcel: Parcel) -> Json:
        envelope: Json = {"envelope_id": envelope_id, "type": parcel.kind, "payload": parcel.payload}
        envelope["accepts_response_payload"] = parcel.kind != "events_api"
        if parcel.kind == "events_api":
            envelope |= {"retry_attempt": parcel.retry, "retry_reason": parcel.reason}
        return envelope

    def disconnect(self, reason: str = "refresh_requested") -> None:
        """Ask all connections to come anew ("warning": soon); Slack does so every few hours."""
        with self._lock:
            open_now = list(self._connections)
        for connection in open_now:
            debug = {"host": "applink-local"}
            connection.send(json.dumps({"type": "disconnect", "reason": reason, "debug_info": debug}))
            if reason != "warning":
                connection.close()

    def close(self) -> None:
        self._server.shutdown()
        with self._lock:
            open_now = list(self._connections)
        for connection in open_now:
            connection.close()
        self._thread.join(timeout=2)
