"""A seat that becomes free is offered to the first in line, for a time; then to the next."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.events.rows import WAITING, Event, EventAnswer, in_line, taken
from scheduler.quiet import Quiet

AT_MOST = timedelta(hours=24)


@dataclass(frozen=True)
class Offers:
    """To whom a seat is offered just now; `again`: when to look next, where it is too early in the day.

    `shortened`: whose offer would have lasted until after the event, since it moved; it ends before.
    """

    given: tuple[EventAnswer, ...] = ()
    shortened: tuple[EventAnswer, ...] = ()
    again: datetime | None = None


def offer(session: Session, event: Event, now: datetime, quiet: Quiet) -> Offers:
    """Offer what is free, in order. The event must be locked."""
    if event.cancelled or event.starts_at <= now:
        return Offers()
    line, until = in_line(session, event.id), lasts_until(event.starts_at, now, quiet)
    shortened = tuple(session.scalars(_offered(event).where(EventAnswer.offered_until >= event.starts_at)))
    for answer in shortened:
        answer.offered_until = until
    free = len(line) if event.capacity is None else event.capacity - taken(session, event)
    if not line or free <= 0:
        return Offers(shortened=shortened)
    if quiet.holds(now) and quiet.later(now) < event.starts_at:
        return Offers(shortened=shortened, again=quiet.later(now))
    for answer in line[:free]:
        answer.offered_until = until
    return Offers(tuple(line[:free]), shortened)


def _offered(event: Event) -> sa.Select[EventAnswer]:
    return sa.select(EventAnswer).where(EventAnswer.event == event.id, EventAnswer.choice == WAITING)


def lasts_until(starts_at: datetime, now: datetime, quiet: Quiet) -> datetime:
    """24 hours, or half of the time that is left where that is less; it does not end in quiet time if it can."""
    ends = now + min(AT_MOST, (starts_at - now) / 2)
    return quiet.later(ends) if quiet.later(ends) < starts_at else ends


def expire(session: Session, event: Event, person: str, now: datetime) -> bool:
    """Take the offer back where its time is over: the person leaves the line. The event must be locked."""
    answer = session.get(EventAnswer, (event.id, person))
    if answer is None or answer.choice != WAITING or answer.offered_until is None or answer.offered_until > now:
        return False
    session.delete(answer)
    return True
