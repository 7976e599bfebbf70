"""How fast calls leave: a row for each kind, shared by all processes, so that together they keep the receiver's limits.

A call reserves its moment when its row is claimed (the generic cell rate algorithm): `free_at` is when one in no hurry
would be made. Answers may run ahead of it, by a set number of calls. Where the receiver says «too many», all processes
wait as long as it says, and go on at half the rate; while it does not complain, the rate rises to its most.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.clocks import machine
from bot.core.db import Base, insert_once
from scheduler.outbox import ANSWER, CHANGES, FILE, LOOKING, POSTS

HORIZON = 0.5  # seconds that a claim may lie ahead of its call
CATCH_UP = 1.0  # seconds: moments missed for so long, on a busy machine, are made up for; idleness earns nothing
RISE = 80.0  # seconds of steady sending in which the rate would rise from nothing to its most
LEAST = 1 / 8  # of the rate at first: it is halved no further


@dataclass(frozen=True)
class Rate:
    """Calls a second: at first, and at most."""

    first: float
    most: float


class PaceRow(Base):
    """One kind of calls. Times are machine time; nothing leaves before `closed_until`."""

    __tablename__ = "pace"

    name: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    rate: Mapped[float] = mapped_column(default=0.0)
    free_at: Mapped[float] = mapped_column(default=0.0)
    closed_until: Mapped[float] = mapped_column(default=0.0)


@dataclass(frozen=True)
class Pace:
    """`rates` by kind; what is not named has no limit. `channel`: seconds between two messages in one channel."""

    rates: Mapping[str, Rate] = field(default_factory=dict)
    channel: float = 0.0
    answers_ahead: int = 10

    def closed(self, session: Session, now: float) -> tuple[list[str], list[str]]:
        """The kinds that nothing may leave of now, not even answers; and those that answers alone may leave of."""
        rows = list(session.scalars(sa.select(PaceRow)))
        shut = [row.name for row in rows if self._moment(row, ANSWER, now) > now + HORIZON]
        return shut, [row.name for row in rows if self._moment(row, ANSWER + 1, now) > now + HORIZON]

    def reserve(self, session: Session, kind: str, priority: int, now: float) -> float:
        """When the call may be made; nobody else gets that moment."""
        rate = self.rates.get(kind)
        if rate is None:
            row = session.get(PaceRow, kind)
            return max(now, row.closed_until) if row else now
        row = self._row(session, kind)
        moment = self._moment(row, priority, now)
        row.free_at = (row.free_at if now - row.free_at < CATCH_UP else now) + 1 / row.rate
        row.rate = min(rate.most, row.rate + rate.most / RISE / row.rate)
        return moment

    def complained(self, session: Session, kind: str, seconds: float) -> None:
        """The receiver wants none for so long. Several calls that hear it at the same time slow down once."""
        row, now = self._row(session, kind), machine()
        if (rate := self.rates.get(kind)) and row.closed_until < now:
            row.rate = max(rate.first * LEAST, row.rate / 2)
        row.closed_until = max(row.closed_until, now + seconds)
        row.free_at = max(row.free_at, row.closed_until)

    def _row(self, session: Session, kind: str) -> PaceRow:
        row = session.get(PaceRow, kind, with_for_update=True)
        if row is None:
            insert_once(session, PaceRow(name=kind))
            row = session.get_one(PaceRow, kind, with_for_update=True)
        if rate := self.rates.get(kind):  # a setting may have changed since
            row.rate = min(row.rate or rate.first, rate.most)
        return row

    def _moment(self, row: PaceRow, priority: int, now: float) -> float:
        if row.name not in self.rates or not row.rate:
            return max(now, row.closed_until)
        ahead = (self.answers_ahead - 1) / row.rate if priority == ANSWER else 0.0
        return max(now, row.closed_until, row.free_at - ahead)


def rates(posts: float, posts_most: float, tier_3: float, tier_4: float) -> dict[str, Rate]:
    """Messages a second, and calls a minute of each method of Slack's tiers; 0: no limit."""
    limits = {POSTS: Rate(posts, max(posts, posts_most))}
    limits |= {kind: Rate(tier_3 / 60, tier_3 / 60) for kind in (*CHANGES, FILE, LOOKING)}
    limits |= {
        kind: Rate(tier_4 / 60, tier_4 / 60) for kind in ("views.publish", "assistant.threads.setSuggestedPrompts")
    }
    return {kind: rate for kind, rate in limits.items() if rate.first}
