"""What a poll shows while it is open, and closing it: the numbers are kept, the way back to persons is destroyed."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, Session

from bot.core.db import leave_no_log
from bot.core.few import ENOUGH
from bot.domain import audit, members
from bot.domain.polls.tables import Ballot, Poll, Roll, find, take

T = TypeVar("T")


@dataclass(frozen=True)
class Tally:
    """`counts`: answers of each option; none where they are not shown."""

    turnout: int
    counts: tuple[int, ...] | None


def tally(session: Session, poll: Poll) -> Tally:
    """All that may be shown just now."""
    if poll.closed_at:
        return Tally(poll.turnout or 0, tuple(poll.counts) if poll.counts else None)
    if poll.named:
        counts = _count(session, poll, Roll)
        return Tally(sum(counts), counts)
    on_roll = sa.select(sa.func.count()).select_from(Roll).where(Roll.poll_id == poll.id)
    return Tally(session.scalar(on_roll) or 0, None)


def _count(session: Session, poll: Poll, table: type[Roll] | type[Ballot]) -> tuple[int, ...]:
    query = sa.select(table.option, sa.func.count()).where(table.poll_id == poll.id).group_by(table.option)
    found = dict(session.execute(query).all())
    return tuple(found.get(option, 0) for option in range(len(poll.options["nb"])))


def close(session: Session, poll_id: str, now: datetime) -> Poll | None:
    """Close the poll; None where that was done before."""
    poll = take(session, poll_id)
    if poll.closed_at:
        return None
    counts = _count(session, poll, Roll if poll.named else Ballot)
    poll.closed_at, poll.key, poll.turnout = now, None, sum(counts)
    if poll.named or poll.turnout >= ENOUGH:
        poll.counts = list(counts)
    if not poll.named:
        _unlink(session, poll)
    return poll


def close_by(session: Session, poll_id: str, by: str, now: datetime) -> Poll | None:
    """An organizer closes it before its time."""
    members.require(session, by, "organizer")
    poll = close(session, poll_id, now)
    if poll:
        audit.note(session, now, who=by, what="poll closed", about=poll_id)
    return poll


def _unlink(session: Session, poll: Poll) -> None:
    """Write roll and ballots anew, in random order and the ballots with random keys, so that one transaction wrote them
    all and none tells when it came; ballots so few that they give somebody away are deleted.
    """
    options = _taken(session, Ballot.option, Ballot.poll_id == poll.id)
    people = _taken(session, Roll.person, Roll.poll_id == poll.id)
    ballots = [{"poll_id": poll.id, "key": secrets.token_hex(32), "option": option} for option in options]
    if poll.counts and ballots:
        session.execute(sa.insert(Ballot), ballots)
    if people:
        session.execute(sa.insert(Roll), [{"poll_id": poll.id, "person": person} for person in people])
    leave_no_log(session)


def _taken(session: Session, column: InstrumentedAttribute[T], where: sa.ColumnElement[bool]) -> list[T]:
    """What stands in this column, shuffled; its rows are deleted."""
    values = list(session.scalars(sa.select(column).where(where)))
    session.execute(sa.delete(column.class_).where(where))
    secrets.SystemRandom().shuffle(values)
    return values


def answers(session: Session, poll_id: str, by: str) -> tuple[Poll, dict[int, list[str]]]:
    """Who chose what in a named poll, for organizers."""
    members.require(session, by, "organizer")
    poll = find(session, poll_id)
    query = sa.select(Roll.option, Roll.person).where(Roll.poll_id == poll.id, Roll.option.is_not(None))
    chosen: dict[int, list[str]] = {}
    for option, person in session.execute(query.order_by(Roll.person)) if poll.named else ():
        chosen.setdefault(option or 0, []).append(person)
    return poll, chosen
