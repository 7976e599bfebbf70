"""What did not fit into a person's day goes out with the next message that they get: several rows, one call."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import new_id
from scheduler import due
from scheduler.outbox import Outgoing, OutgoingRow, enqueue, insert_row, values

DUE = "push.bundle"
WAIT = 5.0  # seconds in which the others that are due just now come in
PREFIX = "bundle:"
MOST = 10  # parts of one message


def add(session: Session, outgoing: Outgoing, now: datetime) -> None:
    """Keep a message, to be sent with others to the same person. Call it last, as `due.soon`."""
    insert_row(session, values(outgoing) | {"state": "bundled"})
    due.soon(session, DUE, outgoing.to, now, WAIT)


def leave(session: Session, outgoing: Outgoing, now: datetime, *, bundled: bool) -> None:
    """With others to the same person, or by itself at once. Call it last, as `due.soon`."""
    add(session, outgoing, now) if bundled else enqueue(session, outgoing)


def waiting(session: Session, person: str) -> Sequence[OutgoingRow]:
    """The parts of the person's next message, the oldest first."""
    theirs = (OutgoingRow.channel == person, OutgoingRow.state == "bundled", OutgoingRow.parent.is_(None))
    return session.scalars(sa.select(OutgoingRow).where(*theirs).order_by(OutgoingRow.id).limit(MOST)).all()


def send(session: Session, parts: Sequence[OutgoingRow], payload: dict[str, object]) -> None:
    """Send these parts as one message; their own words are not needed any more."""
    key = f"{PREFIX}{new_id()}"
    for part in parts:
        part.parent, part.payload = key, {}
    enqueue(session, Outgoing(key, parts[0].channel, payload, priority=min(part.priority for part in parts)))


def holds(part: OutgoingRow) -> bool:
    """Whether a message holds its words."""
    return (part.parent or "").startswith(PREFIX)


def follow(session: Session, row: OutgoingRow) -> None:
    """What becomes of the message becomes of its parts."""
    if not row.key.startswith(PREFIX) or row.finished_at is None:
        return
    fate = {name: getattr(row, name) for name in ("state", "reason", "sent_to", "ts", "finished_at")}
    parts = sa.update(OutgoingRow).where(OutgoingRow.parent == row.key)
    session.execute(parts.values(fate))
