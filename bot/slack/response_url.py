"""Slack's response addresses: each press of a button ends at one of them, with words for that person alone."""

import json
from functools import cache
from ssl import SSLContext
from threading import local
from typing import Any
from urllib.request import getproxies

import httpcore
import httpx


@cache
def trusted() -> SSLContext:
    """The authorities that are trusted: read once in a process, since that takes as long as twenty calls."""
    return httpx.create_ssl_context()


class ResponseUrls:
    """What httpx stands on, without its client, which would cost as much again.

    Each thread has connections of its own: a pool that is shared looks through all of them at each call.
    """

    def __init__(self, timeout: float) -> None:
        self._timeouts = dict.fromkeys(("connect", "read", "write", "pool"), timeout)
        self._proxy = getproxies().get("https")
        self._own = local()
        self._opened: list[httpcore.ConnectionPool] = []

    def post(self, response_url: str, payload: dict[str, Any]) -> str | None:
        """Once, never again; says what went wrong. The address is never kept."""
        body, headers = json.dumps(payload).encode(), [("Content-Type", "application/json")]
        try:
            with self._pool().stream(
                "POST", response_url, headers=headers, content=body, extensions={"timeout": self._timeouts}
            ) as response:
                response.read()
        except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError, httpcore.ProxyError) as error:
            return type(error).__name__
        return None if response.status == httpx.codes.OK else f"http {response.status}"

    def close(self) -> None:
        for pool in self._opened:
            pool.close()

    def _pool(self) -> httpcore.ConnectionPool:
        if not hasattr(self._own, "pool"):
            self._own.pool = self._made()
            self._opened.append(self._own.pool)
        pool: httpcore.ConnectionPool = self._own.pool
        return pool

    def _made(self) -> httpcore.ConnectionPool:
        if self._proxy:
            return httpcore.HTTPProxy(self._proxy, ssl_context=trusted())
        return httpcore.ConnectionPool(ssl_context=trusted())
