"""The ledger of an event's reminders: what was due to whom, whether it was sent, skipped, and why."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.events.occasions import CHANNEL, REMINDERS
from bot.domain.events.reminders import AGAIN, Subject
from bot.domain.pushes import Push
from scheduler.outbox import OutgoingRow

State = Literal["planned", "on its way", "sent", "skipped", "failed"]
STATES: dict[str, State] = {"sent": "sent", "failed": "failed", "parked": "failed", "cancelled": "skipped"}


@dataclass(frozen=True)
class Entry:
    """`due`: none where it is not sent at all. `person`: or the channel, for the post to those who have not answered.

    `why`: of its time, or of being skipped; where Slack refused it, Slack's reason.
    """

    what: str
    person: str
    due: datetime | None
    state: State
    why: str


def entries(session: Session, event: str) -> list[Entry]:
    """In the order in which they are due; what is skipped last."""
    rows = session.scalars(sa.select(Push).where(Push.key.startswith(f"event:{event}:", autoescape=True)))
    left = _left(session, event)
    found = [_entry(row, left) for row in rows]
    return sorted(found, key=lambda one: (one.due is None, one.due.timestamp() if one.due else 0, one.what, one.person))


def reminders(found: Sequence[Entry]) -> list[Entry]:
    """Without invitations, word of a change, and thanks, which stand in the ledger too."""
    return [one for one in found if one.what in (*REMINDERS, CHANNEL) or one.what.startswith(AGAIN)]


def tally(found: Sequence[Entry]) -> Counter[State]:
    return Counter(one.state for one in found)


def reasons(found: Sequence[Entry]) -> Counter[str]:
    """Why what was skipped was."""
    return Counter(one.why for one in found if one.state == "skipped")


def _left(session: Session, event: str) -> dict[str, OutgoingRow]:
    query = sa.select(OutgoingRow).where(OutgoingRow.key.startswith(f"event:{event}:to:", autoescape=True))
    return {row.key: row for row in session.scalars(query)}


def _entry(row: Push, left: dict[str, OutgoingRow]) -> Entry:
    _, event, person, moves, what = row.key.split(":")
    if row.when is None:
        return Entry(what, person, None, "skipped", row.why)
    message = left.get(Subject(event, int(moves), what, person).outgoing)
    if message is None:
        return Entry(what, person, row.when, "planned", row.why)
    return Entry(what, person, row.when, STATES.get(message.state, "on its way"), message.reason or row.why)
