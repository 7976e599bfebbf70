"""Messages that have not left are held back, and let go again; meanwhile their words may change.

What a sender has claimed and not begun is taken from it: the last check before its call finds the row no longer its
own. What is being sent just now goes on, and what is to follow it waits for it (`Outgoing.parent`).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from scheduler import due
from scheduler.bundles import DUE, WAIT
from scheduler.outbox import OutgoingRow

HELD, APART = "held", "apart"  # what would wait, and what would wait for a bundle


def hold(session: Session, prefix: str) -> None:
    """No call is begun any more for what stands under keys that begin with `prefix`, until it is let go."""
    mine = OutgoingRow.key.startswith(prefix, autoescape=True)
    unbegun = (OutgoingRow.state.in_(("waiting", "leased")), OutgoingRow.attempted_at.is_(None))
    session.execute(sa.update(OutgoingRow).where(mine, *unbegun).values(state=HELD, lease_owner=None))
    alone = (OutgoingRow.state == "bundled", OutgoingRow.parent.is_(None))
    session.execute(sa.update(OutgoingRow).where(mine, *alone).values(state=APART))


def let_go(session: Session, prefix: str, now: datetime) -> None:
    """Call it last, as `due.soon`."""
    mine = OutgoingRow.key.startswith(prefix, autoescape=True)
    again = {"state": "waiting", "due_at": machine()}
    session.execute(sa.update(OutgoingRow).where(mine, OutgoingRow.state == HELD).values(again))
    session.info["outgoing"] = True  # wakes the senders of this process after the commit
    apart = sa.update(OutgoingRow).where(mine, OutgoingRow.state == APART).values(state="bundled")
    for person in sorted(session.scalars(apart.returning(OutgoingRow.channel))):
        due.soon(session, DUE, person, now, WAIT)


def rows(session: Session, keys: Sequence[str]) -> dict[str, OutgoingRow]:
    """Those of these keys that stand there, locked."""
    found = session.scalars(sa.select(OutgoingRow).where(OutgoingRow.key.in_(keys)).with_for_update())
    return {row.key: row for row in found}


def reword(row: OutgoingRow, payload: dict[str, Any]) -> bool:
    """Give it other words, also where it is being sent and may have to be tried again; says whether nobody can have
    read the old ones.
    """
    if row.state in (HELD, APART) or (row.state in ("waiting", "leased") and row.payload):
        row.payload = payload
    return row.state in (HELD, APART, "cancelled", "failed")
