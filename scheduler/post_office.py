"""The post office of one process: what delivery works with, and whether the receiver lets us in."""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from bot.core.clocks import machine
from bot.core.db import Database
from scheduler.calls import Send
from scheduler.outbox import OutgoingRow
from scheduler.pacing import Pace

PROBE = 15.0  # seconds until it is tried again whether our access was mended

OnLeft = Callable[[Session, OutgoingRow], None]  # told of each row that failed or was parked


@dataclass
class Access:
    """Each process knows of itself alone: while a token is changed, one may have the old and another the new."""

    refused: str | None = None
    probe_at: float = 0.0

    def refuse(self, reason: str) -> None:
        self.refused, self.probe_at = reason, machine() + PROBE

    def closed(self) -> bool:
        return self.refused is not None and machine() < self.probe_at

    def probe(self) -> bool:
        """Whether to try now if it was mended; then not again for a while."""
        if self.refused is None or self.closed():
            return False
        self.probe_at = machine() + PROBE
        return True


@dataclass(frozen=True)
class Post:
    """`owner` is a name that no other process has. `lease` and `lookups` (the waits before each look) are seconds."""

    database: Database
    send: Send
    owner: str
    lease: float
    lookups: tuple[float, ...]
    on_left: OnLeft
    pace: Pace = field(default_factory=Pace)
    access: Access = field(default_factory=Access)
