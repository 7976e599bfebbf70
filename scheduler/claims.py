"""Which row is next: due, in a channel that is free, not before an earlier one of its line, and of a kind with room."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from scheduler.outbox import ANSWER, LOOKING, POSTS, SHOWN, OutgoingRow
from scheduler.pacing import Pace

# A message whose outcome is long unknown holds back those after it in its line for so many seconds, not for ever.
ORDER_KEPT = 600.0


def kind(row: OutgoingRow) -> str:
    """The kind of call that the row needs next."""
    if row.method not in SHOWN:
        return row.method
    return POSTS if row.attempted_at is None else LOOKING


def next_due(session: Session, pace: Pace, now: float, *, to_claim: bool = False) -> OutgoingRow | None:
    shut, full = pace.closed(session, now)
    given = {"now": now, "shut": shut, "full": full, "rested": now - pace.channel, "overtaken": now - ORDER_KEPT}
    return session.scalar(CLAIM if to_claim else DUE, given)


def _bound(name: str, **options: Any) -> Any:
    return sa.bindparam(name, type_=sa.String() if options else sa.Float(), **options)


def _due() -> sa.Select[OutgoingRow]:
    waiting = sa.and_(OutgoingRow.state == "waiting", OutgoingRow.due_at <= _bound("now"))
    left = sa.and_(OutgoingRow.state == "leased", OutgoingRow.lease_until < _bound("now"))
    conditions = (waiting | left, _has_room(), _channel_is_free(), _channel_has_rested(), _is_its_turn(), _has_parent())
    return sa.select(OutgoingRow).where(*conditions).order_by(OutgoingRow.priority, OutgoingRow.id).limit(1)


def _has_room() -> sa.ColumnElement[bool]:
    shown = OutgoingRow.method.in_(SHOWN)
    looking = shown & OutgoingRow.attempted_at.is_not(None)
    which = sa.case((looking, LOOKING), (shown, POSTS), else_=OutgoingRow.method)
    room = (OutgoingRow.priority == ANSWER) | which.not_in(_bound("full", expanding=True))
    return which.not_in(_bound("shut", expanding=True)) & room


def _channel_is_free() -> sa.ColumnElement[bool]:
    """One call at a time in each channel."""
    busy = aliased(OutgoingRow)
    under_way = (busy.state == "leased", busy.lease_until >= _bound("now"), busy.id != OutgoingRow.id)
    return ~sa.exists().where(busy.channel == OutgoingRow.channel, *under_way)


def _channel_has_rested() -> sa.ColumnElement[bool]:
    before = aliased(OutgoingRow)
    just_now = (before.finished_at > _bound("rested"), before.state == "sent", before.method.in_(SHOWN))
    posts = OutgoingRow.method.in_(SHOWN) & OutgoingRow.attempted_at.is_(None)
    return ~(posts & sa.exists().where(before.channel == OutgoingRow.channel, *just_now))


def _is_its_turn() -> sa.ColumnElement[bool]:
    """Those of one urgency keep their order in a channel, and in a thread, also where one has to be tried again."""
    ahead = aliased(OutgoingRow)
    same = (ahead.line == OutgoingRow.line, ahead.priority == OutgoingRow.priority, ahead.id < OutgoingRow.id)
    waits = (
        ahead.state.in_(("waiting", "leased")),
        sa.func.coalesce(ahead.tried_at, _bound("now")) > _bound("overtaken"),
    )
    return ~sa.exists().where(*same, *waits)


def _has_parent() -> sa.ColumnElement[bool]:
    """What belongs to another message waits until it is known what became of that."""
    parent = aliased(OutgoingRow)
    return ~sa.exists().where(parent.key == OutgoingRow.parent, parent.state.in_(("waiting", "leased")))


DUE = _due()  # built once: it is asked several times a second
CLAIM = DUE.with_for_update(skip_locked=True, of=OutgoingRow)
