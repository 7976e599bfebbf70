"""The outbox: what is to leave the house, written in the same transaction as what it tells of.

A row has a unique key `feature:id:what:version`, so that it can be written once only.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core import logs
from bot.core.clocks import machine
from bot.core.db import Base, changed, insert_once
from scheduler import hints

State = Literal["waiting", "leased", "held", "sent", "failed", "parked", "cancelled"]
ANSWER, NORMAL, PRESSING, BULK = 0, 5, 7, 9  # priorities: the lower leaves first; the last two are of many at once

POST, FILE = "chat.postMessage", "files.share"
SHOWN = (POST, FILE)  # what people would see twice, so it is looked up before it is repeated
CHANGES = ("chat.update", "chat.delete")  # of a message that is there
REDRAWN = ("chat.update", "views.publish")  # what is drawn anew, so that only the last one counts
UNSENT = ("waiting", "bundled", "held", "apart", "failed", "parked")  # whose words are kept, and which nobody sends now
POSTS, LOOKING = "posts", "look-ups"  # two kinds of calls to be paced; any other method is a kind of its own


@dataclass(frozen=True)
class Outgoing:
    """One call that is to be made, once.

    `to` is a channel, or a user for a personal message. `parent` is the key of an earlier row: for CHANGES the
    message to change, otherwise the message in whose thread this one belongs.
    `otherwise` goes out instead where this can never be delivered.
    """

    key: str
    to: str
    payload: dict[str, Any]
    method: str = POST
    parent: str | None = None
    priority: int = NORMAL
    otherwise: "Outgoing | None" = None


class OutgoingRow(Base):
    """Times are machine time, seconds since 1970. `attempted_at`: a call was begun whose outcome is not known yet.

    `wanted_at`: when it was due first; `due_at` moves with each try. `request`: which one wrote it, for the log.
    `lookups`: looks that found nothing since it was sent. `tries`: how often it was sent in vain.
    `line`: the channel or thread in which its message must keep its order. `tried_at`: when a call was first begun.
    """

    __tablename__ = "outgoing"
    __table_args__ = (
        sa.Index("ix_outgoing_due", "state", "priority", "id"),  # the only one by state: PostgreSQL must not choose
        sa.Index(None, "channel", "state"),
        sa.Index(None, "line", "state"),
        sa.Index(None, "channel", "finished_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    key: Mapped[str] = mapped_column(sa.String(255), unique=True)
    method: Mapped[str] = mapped_column(sa.String(64))
    channel: Mapped[str] = mapped_column(sa.String(32))
    payload: Mapped[dict[str, Any]]
    line: Mapped[str | None] = mapped_column(sa.String(300), default=None)
    parent: Mapped[str | None] = mapped_column(sa.String(255), default=None)
    priority: Mapped[int] = mapped_column(default=NORMAL)
    otherwise: Mapped[dict[str, Any] | None] = mapped_column(default=None)
    state: Mapped[str] = mapped_column(sa.String(16), default="waiting")
    wanted_at: Mapped[float] = mapped_column(default=0.0)
    due_at: Mapped[float] = mapped_column(default=0.0)
    lease_owner: Mapped[str | None] = mapped_column(sa.String(64), default=None)
    lease_until: Mapped[float] = mapped_column(default=0.0)
    attempted_at: Mapped[float | None] = mapped_column(default=None)
    tried_at: Mapped[float | None] = mapped_column(default=None)
    lookups: Mapped[int] = mapped_column(default=0)
    tries: Mapped[int] = mapped_column(default=0, server_default="0")
    sent_to: Mapped[str | None] = mapped_column(sa.String(32), default=None)
    ts: Mapped[str | None] = mapped_column(sa.String(32), default=None)
    reason: Mapped[str | None] = mapped_column(sa.String(255), default=None)
    finished_at: Mapped[float | None] = mapped_column(default=None)
    request: Mapped[str | None] = mapped_column(sa.String(16), default=None)


def enqueue(session: Session, *all_outgoing: Outgoing) -> None:
    """Write rows; one whose key stands there already is left as it is."""
    for outgoing in all_outgoing:
        insert_row(session, values(outgoing))


def insert_row(session: Session, row_values: dict[str, Any]) -> None:
    wanted = session.info.get("due_since", machine())  # scheduler.due
    row = OutgoingRow(**row_values, line=_line(row_values), wanted_at=wanted, due_at=machine(), request=logs.current())
    if insert_once(session, row, *hints.telling(session)):
        session.info["outgoing"] = True  # wakes the senders of this process after the commit


def _line(row_values: dict[str, Any]) -> str | None:
    if row_values["method"] not in SHOWN:
        return None
    thread = row_values["payload"].get("thread_ts") or row_values["parent"]
    return f"{row_values['channel']} {thread}" if thread else str(row_values["channel"])


def values(outgoing: Outgoing) -> dict[str, Any]:
    """What stands in its row."""
    return {
        "key": outgoing.key,
        "method": outgoing.method,
        "channel": outgoing.to,
        "payload": outgoing.payload,
        "parent": outgoing.parent,
        "priority": outgoing.priority,
        "otherwise": values(outgoing.otherwise) if outgoing.otherwise else None,
    }


def cancel(session: Session, prefix: str) -> int:
    """Take back what waits under keys that begin with `prefix`; no call is begun any more.

    Where a call may have been made already, or is just being made, it is still found out what became of it.
    """
    under_way = (*_under(prefix), OutgoingRow.state.in_(("waiting", "leased")))
    session.execute(sa.update(OutgoingRow).where(*under_way).values(payload={}, otherwise=None))
    alone = sa.and_(OutgoingRow.state.in_(("waiting", "held")), OutgoingRow.attempted_at.is_(None))
    apart = sa.and_(OutgoingRow.state.in_(("bundled", "apart")), OutgoingRow.parent.is_(None))
    waiting = (*_under(prefix), alone | apart)
    gone = {"state": "cancelled", "payload": {}, "finished_at": machine()}
    return changed(session.execute(sa.update(OutgoingRow).where(*waiting).values(gone)))


def forget(session: Session, person: str, _now: datetime) -> int:
    """What waits for the person, or could not be delivered to them, is not sent any more and loses its words.

    Their conversation with us is known by what was sent to them before.
    """
    conversations = sa.select(OutgoingRow.sent_to).where(OutgoingRow.channel == person, OutgoingRow.sent_to.like("D%"))
    instead = OutgoingRow.otherwise["channel"].as_string() == person
    session.execute(sa.update(OutgoingRow).where(instead).values(otherwise=None))
    return _empty(session, (OutgoingRow.channel == person) | OutgoingRow.channel.in_(conversations))


def forget_all(session: Session, prefix: str) -> int:
    """The same with all under keys that begin with `prefix`, wherever it was to go."""
    return _empty(session, *_under(prefix))


def reword(session: Session, prefix: str, words: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    """Change what is kept of messages that have not been sent, under keys that begin with `prefix`."""
    unsent = OutgoingRow.state.in_((*UNSENT, "leased"))
    for row in session.scalars(sa.select(OutgoingRow).where(*_under(prefix), unsent)):
        row.payload = words(row.payload) if row.payload else row.payload


def _empty(session: Session, *which: sa.ColumnElement[bool]) -> int:
    """A message that is perhaps there is still looked for, so that it can be changed; it is not sent without words."""
    tried = (OutgoingRow.method == POST) & OutgoingRow.attempted_at.is_not(None)
    perhaps = (OutgoingRow.state == "leased") | (OutgoingRow.state == "waiting") & tried
    left = OutgoingRow.state.in_(UNSENT)
    wordless: dict[str, Any] = {"payload": {}, "otherwise": None}
    gone = wordless | {"state": "cancelled", "finished_at": machine()}
    looked_for = session.execute(sa.update(OutgoingRow).where(*which, perhaps).values(wordless))
    never = session.execute(sa.update(OutgoingRow).where(*which, left, ~perhaps).values(gone))
    return changed(looked_for) + changed(never)


def states(session: Session, prefix: str) -> Counter[str]:
    """How many rows are in which state, under keys that begin with `prefix`."""
    counted = sa.select(OutgoingRow.state, sa.func.count()).where(*_under(prefix)).group_by(OutgoingRow.state)
    return Counter({state: count for state, count in session.execute(counted)})  # noqa: C416  rows are no pairs to mypy


def reasons(session: Session, prefix: str) -> Counter[str]:
    """Why rows failed or are parked, under keys that begin with `prefix`."""
    failures = (*_under(prefix), OutgoingRow.state.in_(("failed", "parked")))
    counted = sa.select(OutgoingRow.reason, sa.func.count()).where(*failures).group_by(OutgoingRow.reason)
    return Counter({reason or "": count for reason, count in session.execute(counted)})


def _under(prefix: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (OutgoingRow.key.startswith(prefix, autoescape=True),)


def prune(session: Session, personal: float, walls: float) -> int:
    """Forget what left, or failed, before these times (machine time); its request cannot come again by then.

    A message in a channel is remembered for longer, since it is changed when its matter ends.
    """
    wall = sa.or_(OutgoingRow.sent_to.startswith("C"), OutgoingRow.sent_to.startswith("G"))
    before = sa.case((wall, walls), else_=personal)
    over = OutgoingRow.state.in_(("sent", "cancelled", "failed", "parked"))
    return changed(session.execute(sa.delete(OutgoingRow).where(over, OutgoingRow.finished_at < before)))
