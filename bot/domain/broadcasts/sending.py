"""An announcement on its way: given out in pieces, counted."""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import insert_once
from bot.domain import audit, pushes
from bot.domain.broadcasts.steering import NEVER, coming
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.broadcasts.writing import WHAT, occasion_of
from scheduler.quiet import Quiet

CHUNK = 100  # receivers in one transaction


def feed(session: Session, broadcast: Broadcast, now: datetime, quiet: Quiet) -> list[BroadcastReceiver]:
    """The next receivers whose time has come; each is given out once. Plans those who were not planned yet."""
    _begin(session, broadcast, now)
    occasion = occasion_of(broadcast, now)
    for receiver in session.scalars(_next(broadcast, BroadcastReceiver.why == "")):
        planned = pushes.book(session, _key(receiver), receiver.person, occasion, now, quiet)[0]
        receiver.due_at, receiver.why = planned.when, planned.why
    session.flush()
    ready = list(session.scalars(_next(broadcast, BroadcastReceiver.due_at <= now)))
    people = pushes.receivers(session, [receiver.person for receiver in ready], now, quiet)
    for receiver in ready:
        receiver.version = broadcast.version
        unwanted = pushes.unwanted(people[receiver.person], occasion.kind, urgent=occasion.urgent)
        _give_out(session, receiver, unwanted, quiet)
    return [receiver for receiver in ready if receiver.fed]


def _give_out(session: Session, receiver: BroadcastReceiver, unwanted: pushes.Why | None, quiet: Quiet) -> None:
    """Unless the person left, or opted out, while it waited."""
    if unwanted:
        receiver.due_at, receiver.why = None, unwanted
        pushes.settle(session, f"{_key(receiver)}:{WHAT}", None, unwanted, quiet)
    else:
        receiver.fed = True


def _key(receiver: BroadcastReceiver) -> str:
    return f"broadcast:{receiver.broadcast}:{receiver.person}"


def _begin(session: Session, broadcast: Broadcast, now: datetime) -> None:
    """It is noted who sent it, the first time that somebody gets it."""
    given_out = sa.select(BroadcastReceiver.person).where(BroadcastReceiver.broadcast == broadcast.id)
    if broadcast.state == "approved" and not session.scalar(given_out.where(BroadcastReceiver.why != "").limit(1)):
        audit.note(session, now, who=broadcast.by, what="broadcast sent", about=broadcast.id)
    broadcast.state = "sending"


def posted(session: Session, broadcast: Broadcast, now: datetime) -> bool:
    """Note that its channel is given out; says whether it was before."""
    channel = broadcast.channel or ""
    insert_once(session, BroadcastReceiver(broadcast=broadcast.id, person=channel))  # versions before 0032 write none
    receiver = session.get_one(BroadcastReceiver, (broadcast.id, channel))
    _begin(session, broadcast, now)
    before, receiver.fed, receiver.version, receiver.why = receiver.fed, True, broadcast.version, "on time"
    return before


def next_feed(session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """When there is more to feed: now, at the earliest planned time, or never."""
    session.flush()
    if session.scalar(_next(broadcast, BroadcastReceiver.why == "")):
        return now
    earliest = sa.select(sa.func.min(BroadcastReceiver.due_at)).where(*_not_given_out(broadcast))
    found: datetime | None = session.scalar(earliest)
    return found


def to_come(session: Session, broadcast: Broadcast) -> int:
    """How many of the audience are still to be given out."""
    return session.scalar(sa.select(sa.func.count()).where(*coming(broadcast))) or 0


def withheld(session: Session, broadcast: Broadcast) -> Counter[str]:
    """Why those of the audience never get it who were not given out."""
    never = (*_not_given_out(broadcast), BroadcastReceiver.why.in_(NEVER))
    counts = session.execute(
        sa.select(BroadcastReceiver.why, sa.func.count()).where(*never).group_by(BroadcastReceiver.why)
    )
    return Counter({why: count for why, count in counts})  # noqa: C416  rows are no pairs to mypy


def finish(broadcast: Broadcast, now: datetime, *, delivered: int, failed: int) -> None:
    """Write down what became of it; one that was stopped or taken back stays so."""
    broadcast.state = "done" if broadcast.state == "sending" else broadcast.state
    broadcast.ended_at, broadcast.delivered, broadcast.failed = now, delivered, failed


def _not_given_out(broadcast: Broadcast) -> tuple[sa.ColumnElement[bool], ...]:
    return (BroadcastReceiver.broadcast == broadcast.id, BroadcastReceiver.fed.is_(False))


def _next(broadcast: Broadcast, which: sa.ColumnElement[bool]) -> sa.Select[BroadcastReceiver]:
    """A piece of those who are not given out yet."""
    query = sa.select(BroadcastReceiver).where(*_not_given_out(broadcast), which)
    return query.order_by(BroadcastReceiver.person).limit(CHUNK)
