"""Slack's rate limits: so many calls a minute with a burst, or 429 and Retry-After."""

import math
import threading
import time
from dataclasses import dataclass

from bot.workspace.shapes import ApiError

TIER_2, TIER_3, TIER_4 = 20, 50, 100
TIERS = {
    "users.list": TIER_2,
    "conversations.list": TIER_2,
    "apps.connections.open": TIER_3,
    "chat.update": TIER_3,
    "chat.delete": TIER_3,
    "conversations.history": TIER_3,
    "conversations.replies": TIER_3,
    "conversations.info": TIER_3,
    "conversations.open": TIER_3,
    "conversations.join": TIER_3,
    "users.conversations": TIER_3,
    "team.info": TIER_3,
    "bots.info": TIER_3,
    "chat.postEphemeral": TIER_4,
    "conversations.members": TIER_4,
    "users.info": TIER_4,
    "views.open": TIER_4,
    "views.push": TIER_4,
    "views.update": TIER_4,
    "views.publish": TIER_4,
    "assistant.threads.setSuggestedPrompts": TIER_4,
}


@dataclass
class Rates:
    """Slack's published numbers; how large a burst it bears is not published, these are ours."""

    channel_per_second: float = 1.0
    channel_burst: int = 5
    posts_per_minute: float = 600.0
    posts_burst: int = 100
    tier_burst: int = 10


class Limits:
    def __init__(self, rates: Rates, *, lifted: bool = False) -> None:
        self.rates = rates
        self.lifted = lifted
        self._free_at: dict[str, float] = {}
        self._lock = threading.Lock()

    def check(self, method: str, channel: str = "") -> None:
        """Count this call, or refuse it."""
        if self.lifted:
            return
        if method == "chat.postMessage":
            self._take("posts", 60 / self.rates.posts_per_minute, self.rates.posts_burst)
            self._take(f"channel {channel}", 1 / self.rates.channel_per_second, self.rates.channel_burst)
        elif method in TIERS:
            self._take(method, 60 / TIERS[method], self.rates.tier_burst)

    def _take(self, key: str, interval: float, burst: int) -> None:
        """The generic cell rate algorithm: `free_at` is when an unhurried caller would come next."""
        now = time.monotonic()
        with self._lock:
            free_at = max(self._free_at.get(key, 0.0), now)
            wait = free_at - now - (burst - 1) * interval
            if wait <= 1e-6:
                self._free_at[key] = free_at + interval
                return
        raise rate_limited(wait)


def rate_limited(seconds: float) -> ApiError:
    return ApiError("ratelimited", status=429, headers={"Retry-After": str(max(1, math.ceil(seconds)))})
