"""The log of all traffic both ways; tokens and response addresses never show in what the page reads."""

import re
import time
from collections import deque
from dataclasses import dataclass, field
from threading import Lock
from typing import Any

from bot.workspace.shapes import Json

SECRET = re.compile(r"(xox[a-z]-|xapp-)[\w-]+|(/respond/)[\w-]+")
SECRET_KEYS = {"token", "trigger_id"}


@dataclass
class Exchange:
    """One request and its answer."""

    n: int
    direction: str  # "to bot", "from bot"
    what: str
    request: Any
    at: float = field(default_factory=time.time)
    status: int | None = None
    reply: Any = None
    ok: bool | None = None
    error: str | None = None
    ms: float | None = None
    retry: int = 0

    def shown(self) -> Json:
        """As the page may show it."""
        return {
            "n": self.n,
            "at": self.at,
            "direction": self.direction,
            "what": self.what,
            "ms": self.ms,
            "status": self.status,
            "ok": self.ok,
            "error": self.error,
            "body": masked(self.request),
            "reply": masked(self.reply),
        }


def masked(value: Any) -> Any:
    """The same without what would let a reader act as the bot."""
    if isinstance(value, dict):
        return {key: "•••" if key in SECRET_KEYS and item else masked(item) for key, item in value.items()}
    if isinstance(value, list):
        return [masked(item) for item in value]
    if isinstance(value, str):
        return SECRET.sub(lambda found: (found[1] or found[2]) + "•••", value)
    return value


class Traffic:
    def __init__(self, size: int) -> None:
        self._entries: deque[Exchange] = deque(maxlen=size)
        self._count = 0
        self._lock = Lock()

    def begin(self, direction: str, what: str, request: Any) -> Exchange:
        with self._lock:
            self._count += 1
            entry = Exchange(self._count, direction, what, request)
            self._entries.append(entry)
            return entry

    def since(self, n: int = 0) -> list[Exchange]:
        with self._lock:
            return [entry for entry in self._entries if entry.n > n]

    def find(self, what: str) -> list[Exchange]:
        """All exchanges of one method or event, oldest first."""
        return [entry for entry in self.since() if entry.what == what]
