"""«Too many», heard by one process and obeyed by all, for calls that are made at once and reserve no moment."""

from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.clocks import machine
from bot.core.db import Database
from scheduler.pacing import Pace, PaceRow


@dataclass(frozen=True)
class Closures:
    """Asked before each such call, which reads one row; written where the receiver complains, and only then."""

    database: Database
    pace: Pace

    def left(self, method: str) -> float:
        """Seconds for which nobody is to call this method."""
        with self.database.read() as session:
            until = session.scalar(sa.select(PaceRow.closed_until).where(PaceRow.name == method))
        return max(0.0, (until or 0.0) - machine())

    def heard(self, method: str, seconds: float) -> None:
        with self.database.write() as session:
            self.pace.complained(session, method, seconds)
