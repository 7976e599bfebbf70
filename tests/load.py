"""Many signed requests at once against a served bot, as Slack would send them, from a process of their own."""

import http.client
import json
import pickle
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import cycle
from threading import local

from bot.workspace import Workspace
from bot.workspace.doors import HttpDoor, Parcel, encoded


@dataclass(frozen=True)
class Signed:
    """A request, ready to be sent."""

    body: bytes
    headers: dict[str, str]


@dataclass(frozen=True)
class Round:
    """What many requests took: each of them, and all together; seconds."""

    times: list[float]
    seconds: float

    @property
    def rate(self) -> float:
        return len(self.times) / self.seconds


def signed(slack: Workspace, parcel: Parcel) -> Signed:
    body, content_type = encoded(parcel)
    assert isinstance(slack.deliveries.door, HttpDoor)
    return Signed(body, slack.deliveries.door.headers(parcel, body, content_type))


def send_all(port: str, requests: Sequence[Signed], at_once: int, *more: str) -> Round:
    """Over as many connections, which are kept; each request must be taken. `more`: ports that share them."""
    given = pickle.dumps((list(requests), at_once, [port, *more]))
    command = [sys.executable, "-m", f"{__package__}.load"]
    return Round(**json.loads(subprocess.run(command, input=given, stdout=subprocess.PIPE, check=True).stdout))


def _send_all(requests: Sequence[Signed], at_once: int, to: Sequence[str]) -> Round:
    own, ports = local(), cycle(to)

    def send(request: Signed) -> float:
        if not hasattr(own, "connection"):
            own.connection = http.client.HTTPConnection("127.0.0.1", int(next(ports)), timeout=60)
        began = time.perf_counter()
        own.connection.request("POST", "/slack/events", request.body, request.headers)
        response = own.connection.getresponse()
        response.read()
        assert response.status == 200
        return time.perf_counter() - began

    with ThreadPoolExecutor(at_once) as pool:
        began = time.perf_counter()
        times = list(pool.map(send, requests))
        return Round(times, time.perf_counter() - began)


def send_raw(port: int, request: bytes) -> int | None:
    """The status; none where the connection was closed without an answer."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        try:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)
            answer = connection.recv(64)
            while connection.recv(65536):
                pass
        except ConnectionError:  # it was closed before all was said
            return None
    status = answer.split(b" ")[1:2]
    return int(status[0]) if status else None


if __name__ == "__main__":
    json.dump(asdict(_send_all(*pickle.load(sys.stdin.buffer))), sys.stdout)
