"""Which row is next: due, in a channel that is free, not before an earlier one of its line, and of a kind with room."""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from scheduler.outbox import ANSWER, LOOKING, POST, POSTS, SHOWN, OutgoingRow
from scheduler.pacing import Pace

# A message whose outcome is long unknown holds back those after it in its line for so many seconds, not for ever.
ORDER_KEPT = 600.0


def kind(row: OutgoingRow) -> str:
    """The kind of call that the row needs next."""
    if row.method in SHOWN and row.attempted_at is not None:
        return LOOKING
    return POSTS if row.method == POST else row.method


def next_due(session: Session, pace: Pace, now: float, *, to_claim: bool = False) -> OutgoingRow | None:
    """First what another one has left behind, then what waits; the most urgent first."""
    shut, full = pace.closed(session, now)
    given = {"now": now, "shut": shut, "full": full, "rested": now - pace.channel, "overtaken": now - ORDER_KEPT}
    for statement in TO_CLAIM if to_claim else DUE:
        row: OutgoingRow | None = session.scalar(statement, given)
        if row is not None:
            return row
    return None


def _bound(name: str, **options: Any) -> Any:
    return sa.bindparam(name, type_=sa.String() if options else sa.Float(), **options)


def _first(*which: sa.ColumnElement[bool]) -> sa.Select[OutgoingRow]:
    conditions = (*which, _has_room(), _channel_is_free(), _channel_has_rested(), _is_its_turn(), _has_parent())
    return sa.select(OutgoingRow).where(*conditions).order_by(OutgoingRow.priority, OutgoingRow.id).limit(1)


def _has_room() -> sa.ColumnElement[bool]:
    looking = OutgoingRow.method.in_(SHOWN) & OutgoingRow.attempted_at.is_not(None)
    which = sa.case((looking, LOOKING), (OutgoingRow.method == POST, POSTS), else_=OutgoingRow.method)
    room = (OutgoingRow.priority == ANSWER) | which.not_in(_bound("full", expanding=True))
    return which.not_in(_bound("shut", expanding=True)) & room


def _none(*conditions: sa.ColumnElement[bool]) -> sa.ColumnElement[bool]:
    """No row is so. With NOT EXISTS, PostgreSQL would join the table with itself: a hundred times slower."""
    return sa.select(sa.literal(1)).where(*conditions).limit(1).scalar_subquery().is_(None)


def _channel_is_free() -> sa.ColumnElement[bool]:
    """One call at a time in each channel."""
    busy = aliased(OutgoingRow)
    under_way = (busy.state == "leased", busy.lease_until >= _bound("now"), busy.id != OutgoingRow.id)
    return _none(busy.channel == OutgoingRow.channel, *under_way)


def _channel_has_rested() -> sa.ColumnElement[bool]:
    before = aliased(OutgoingRow)
    just_now = (before.finished_at > _bound("rested"), before.method.in_(SHOWN))
    posts = OutgoingRow.method.in_(SHOWN) & OutgoingRow.attempted_at.is_(None)
    return ~posts | _none(before.channel == OutgoingRow.channel, *just_now)


def _is_its_turn() -> sa.ColumnElement[bool]:
    """Those of one urgency keep their order in a channel, and in a thread, also where one has to be tried again."""
    ahead = aliased(OutgoingRow)
    same = (ahead.line == OutgoingRow.line, ahead.priority == OutgoingRow.priority, ahead.id < OutgoingRow.id)
    tried_at = sa.func.coalesce(ahead.tried_at, _bound("now"))
    return _none(*same, ahead.state.in_(("waiting", "leased")), tried_at > _bound("overtaken"))


def _has_parent() -> sa.ColumnElement[bool]:
    """What belongs to another message waits until it is known what became of that."""
    parent = aliased(OutgoingRow)
    state = sa.select(parent.state).where(parent.key == OutgoingRow.parent).scalar_subquery()
    return sa.func.coalesce(state, "").not_in(("waiting", "leased"))


# Built once: they are asked several times a second.
DUE = (
    _first(OutgoingRow.state == "leased", OutgoingRow.lease_until < _bound("now")),
    _first(OutgoingRow.state == "waiting", OutgoingRow.due_at <= _bound("now")),
)
TO_CLAIM = tuple(statement.with_for_update(skip_locked=True, of=OutgoingRow) for statement in DUE)
