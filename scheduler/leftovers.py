"""What has not left: it waits, it failed, or it is parked since nobody can tell whether it arrived."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from scheduler import bundles
from scheduler.outbox import OutgoingRow

OPEN = ("waiting", "bundled", "held", "apart", "leased", "failed", "parked")
SETTLED = ("failed", "parked")  # nothing more is done about them by itself
BECAME = {
    "waiting": "waits, and is sent by itself",
    "held": "is held back until somebody lets it go",
    "apart": "is held back until somebody lets it go",
    "leased": "is being sent right now",
    "sent": "was sent",
    "cancelled": "was given up",
}


class CannotSettle(Exception):
    """Why a row is left as it is, in words."""


def left(session: Session, *states: str) -> Sequence[OutgoingRow]:
    """Rows in these states, oldest first."""
    return session.scalars(sa.select(OutgoingRow).where(OutgoingRow.state.in_(states)).order_by(OutgoingRow.id)).all()


def give_another_try(session: Session, key: str) -> None:
    """Forget that this row failed, so that it may be written anew."""
    session.execute(sa.delete(OutgoingRow).where(OutgoingRow.key == key, OutgoingRow.state == "failed"))


def retry(session: Session, key: str) -> None:
    """Send it, whatever became of it before: a parked one may then come twice. Raises CannotSettle."""
    row = _settled(session, key)
    if row.otherwise and session.scalar(sa.select(OutgoingRow.id).where(OutgoingRow.key == row.otherwise["key"])):
        raise CannotSettle(f"{key} was replaced: {row.otherwise['key']} was sent in its place.")
    row.state, row.due_at, row.finished_at, row.tried_at = "waiting", machine(), None, None
    row.attempted_at, row.lookups, row.tries, row.reason = None, 0, 0, None


def discard(session: Session, key: str) -> None:
    """Never send it; its words are forgotten. Raises CannotSettle."""
    row = _settled(session, key, "waiting", "bundled")
    row.state, row.payload, row.otherwise, row.finished_at = "cancelled", {}, None, machine()
    bundles.follow(session, row)


def _settled(session: Session, key: str, *more: str) -> OutgoingRow:
    row = session.scalar(sa.select(OutgoingRow).where(OutgoingRow.key == key).with_for_update())
    if row is None:
        raise CannotSettle(f"There is no message {key}; python -m bot outbox lists what has not left.")
    if bundles.holds(row):
        raise CannotSettle(f"{key} is a part of {row.parent}, and goes with it.")
    if row.state not in (*SETTLED, *more):
        raise CannotSettle(f"{key} {BECAME.get(row.state, 'is ' + row.state)}.")
    return row
