"""Delivery: one row of the outbox is claimed, sent, and its outcome written down. Exactly once.

A claim is a lease. Before the call the owner is checked a last time and the attempt noted, so that after a crash or
a lost reply it is known that the outcome is not: such a row is looked up at the receiver before it is sent again.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from bot.core import logs
from bot.core.clocks import machine
from bot.core.db import Database, in_turn
from scheduler import reports
from scheduler.outbox import OutgoingRow, Posted, insert_row

REPEAT_WAIT = 1.0  # seconds before a call whose outcome is unknown is repeated, where that does no harm
PARENT_WAIT = 0.2
REDRAWN = ("chat.update", "views.publish")  # what is drawn anew, so that only the last one counts
CLAIMING = 7_232_020  # PostgreSQL's advisory lock for it


@dataclass(frozen=True)
class Sent:
    channel: str = ""
    ts: str = ""


@dataclass(frozen=True)
class Later:
    """Certainly not done; to be tried again after `seconds`."""

    seconds: float
    reason: str


@dataclass(frozen=True)
class Unknown:
    """Perhaps done: the reply was lost, or says nothing."""

    reason: str


@dataclass(frozen=True)
class Rejected:
    """Never to be done."""

    reason: str


@dataclass(frozen=True)
class Missing:
    """Looked for and not found."""


Outcome = Sent | Later | Unknown | Rejected
Found = Sent | Later | Missing | Rejected


class Send(Protocol):
    """What makes the calls."""

    def __call__(self, posted: Posted) -> Outcome: ...

    def find(self, posted: Posted) -> Found:
        """Look for a call whose outcome is unknown; Later: could not look now, Rejected: can never look."""

    def repeatable(self, method: str) -> bool:
        """Whether making the call twice does no harm."""


OnFailed = Callable[[Session, OutgoingRow], None]


@dataclass(frozen=True)
class Post:
    """The post office of one process. `lease` and `lookups` (the waits before each look-up) are seconds."""

    database: Database
    send: Send
    owner: str
    lease: float
    lookups: tuple[float, ...]
    on_failed: OnFailed


def deliver(post: Post) -> bool:
    """Carry out one row that is due; False when there was none."""
    row = _claim(post)
    if row is None:
        return False
    with logs.request(row.request):
        _carry_out(post, row)
    return True


def _carry_out(post: Post, row: OutgoingRow) -> None:
    posted = _resolve(post, row)
    if posted is None:
        return
    if row.attempted_at is not None and not post.send.repeatable(row.method):
        _settle(post, row, _after_look_up, post.send.find(posted))
    elif _begin(post, row):
        _settle(post, row, _after_call, post.send(posted))


def _claim(post: Post) -> OutgoingRow | None:
    """Lease the row that is due first; at most one at a time for each channel."""
    now = machine()
    with post.database.read() as session:
        if session.scalar(DUE, {"now": now}) is None:
            return None
    with post.database.write() as session:
        in_turn(session, CLAIMING)  # else two processes would each find the channel free, and overtake one another
        row = session.scalar(CLAIM, {"now": now})
        if row is not None:
            row.state, row.lease_owner, row.lease_until = "leased", post.owner, now + post.lease
        return row


def _due() -> sa.Select[OutgoingRow]:
    """The row that is due first at `now`, in a channel in which none is under way."""
    now = sa.bindparam("now", type_=sa.Float)
    busy = aliased(OutgoingRow)
    free = ~sa.exists().where(
        busy.channel == OutgoingRow.channel, busy.state == "leased", busy.lease_until >= now, busy.id != OutgoingRow.id
    )
    waiting = sa.and_(OutgoingRow.state == "waiting", OutgoingRow.due_at <= now)
    left = sa.and_(OutgoingRow.state == "leased", OutgoingRow.lease_until < now)
    return sa.select(OutgoingRow).where(waiting | left, free).order_by(OutgoingRow.priority, OutgoingRow.id).limit(1)


DUE = _due()  # built once: it is asked several times a second
CLAIM = DUE.with_for_update(skip_locked=True, of=OutgoingRow)


def _resolve(post: Post, row: OutgoingRow) -> Posted | None:
    """Fill in the message that the row belongs to; a row whose parent is still on its way steps back."""
    payload, channel = dict(row.payload), row.sent_to or row.channel
    if row.method in REDRAWN or row.parent:
        with post.database.write() as session:
            parent = session.scalar(sa.select(OutgoingRow).where(OutgoingRow.key == row.parent))
            mine = _mine(session, post, row.id)
            if mine is None:
                return None
            if _superseded(session, row):
                _close(mine, "sent", "superseded")
                mine.payload = {}
                return None
            if not row.parent:
                return Posted(row.key, row.method, channel, payload, row.attempted_at)
            if parent is None or parent.state == "failed":
                _fail(session, post, mine, "parent_failed")
                return None
            if parent.state != "sent":
                _wait(mine, PARENT_WAIT, "parent")
                return None
            channel = parent.sent_to or parent.channel
            payload["ts" if row.method == "chat.update" else "thread_ts"] = parent.ts
    return Posted(row.key, row.method, channel, payload, row.attempted_at)


def _superseded(session: Session, row: OutgoingRow) -> bool:
    """A later change of the same message, or Home tab, says all that this one would."""
    same = OutgoingRow.parent == row.parent if row.parent else OutgoingRow.channel == row.channel
    later = sa.select(OutgoingRow.id).where(same, OutgoingRow.method == row.method, OutgoingRow.id > row.id)
    return row.method in REDRAWN and session.scalar(later.limit(1)) is not None


def _begin(post: Post, row: OutgoingRow) -> bool:
    """The last owner check before the call; notes that it is begun."""
    with post.database.write() as session:
        mine = _mine(session, post, row.id)
        if mine is not None:
            mine.attempted_at, mine.lease_until = machine(), machine() + post.lease
        return mine is not None


def _settle(post: Post, row: OutgoingRow, rule: Callable[..., None], outcome: Outcome | Found) -> None:
    with post.database.write() as session:
        mine = _mine(session, post, row.id)
        if mine:
            rule(session, post, mine, outcome)
    if mine:
        reports.tell(row, type(outcome).__name__, getattr(outcome, "reason", None), looked=rule is _after_look_up)


def _mine(session: Session, post: Post, row_id: int) -> OutgoingRow | None:
    query = sa.select(OutgoingRow).where(
        OutgoingRow.id == row_id,
        OutgoingRow.state == "leased",
        OutgoingRow.lease_owner == post.owner,
        OutgoingRow.lease_until >= machine(),
    )
    return session.scalar(query.with_for_update())


def _after_call(session: Session, post: Post, row: OutgoingRow, outcome: Outcome) -> None:
    match outcome:
        case Sent():
            _sent(row, outcome)
        case Rejected():
            _fail(session, post, row, outcome.reason)
        case Later():
            row.attempted_at = None
            _wait(row, outcome.seconds, outcome.reason)
        case Unknown():
            repeatable = post.send.repeatable(row.method)
            row.lookups = 0
            _wait(row, REPEAT_WAIT if repeatable else post.lookups[0], outcome.reason)


def _after_look_up(session: Session, post: Post, row: OutgoingRow, found: Found) -> None:
    match found:
        case Sent():
            _sent(row, found)
        case Rejected():
            _fail(session, post, row, found.reason)
        case Later():
            _wait(row, found.seconds, found.reason)
        case Missing():
            _missed(post, row)


def _missed(post: Post, row: OutgoingRow) -> None:
    """Histories lag behind, so only the last miss allows another attempt."""
    row.lookups += 1
    if row.lookups < len(post.lookups):
        _wait(row, post.lookups[row.lookups], "not found yet")
        return
    row.attempted_at, row.lookups = None, 0
    _wait(row, 0, "not found")


def _sent(row: OutgoingRow, sent: Sent) -> None:
    _close(row, "sent", None)
    row.sent_to, row.ts = sent.channel or row.channel, sent.ts or None
    row.payload, row.otherwise = {}, None


def _fail(session: Session, post: Post, row: OutgoingRow, reason: str) -> None:
    _close(row, "failed", reason)
    if row.otherwise:
        insert_row(session, row.otherwise)
    post.on_failed(session, row)


def _wait(row: OutgoingRow, seconds: float, reason: str) -> None:
    row.state, row.lease_owner, row.due_at, row.reason = "waiting", None, machine() + seconds, reason[:255]


def _close(row: OutgoingRow, state: str, reason: str | None) -> None:
    row.state, row.lease_owner, row.attempted_at, row.finished_at = state, None, None, machine()
    row.reason = reason[:255] if reason else None
