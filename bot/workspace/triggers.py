"""Trigger ids: they live 3 seconds, open one view, and belong to the person who acted."""

import secrets
import threading
import time
from dataclasses import dataclass

from bot.workspace.shapes import ApiError

LIFETIME = 3.0


@dataclass
class Trigger:
    user: str
    made_at: float
    used: bool = False


class Triggers:
    def __init__(self, lifetime: float = LIFETIME) -> None:
        self.lifetime = lifetime
        self._all: dict[str, Trigger] = {}
        self._lock = threading.Lock()

    def new(self, user: str) -> str:
        trigger_id = f"{secrets.randbelow(10**13)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        now = time.monotonic()
        with self._lock:
            for old in [key for key, trigger in self._all.items() if now - trigger.made_at > 60]:
                del self._all[old]
            self._all[trigger_id] = Trigger(user, now)
        return trigger_id

    def use(self, trigger_id: str) -> str:
        """The user whose act this was."""
        with self._lock:
            trigger = self._all.get(trigger_id)
            if trigger is None:
                raise ApiError("invalid_trigger_id")
            if trigger.used:
                raise ApiError("exchanged_trigger_id")
            if time.monotonic() - trigger.made_at > self.lifetime:
                raise ApiError("expired_trigger_id")
            trigger.used = True
            return trigger.user
