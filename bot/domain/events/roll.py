"""Who comes to an event, who was there and who was not: for organizers, while names are kept."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import audit, members
from bot.domain.events.rows import CHOICES, GONE, WAITING, Event, EventAnswer
from bot.domain.members import Member

ORDER = {choice: n for n, choice in enumerate(("yes", WAITING, *CHOICES[1:]))}
DOOR = timedelta(hours=2)  # so long before the beginning people are let in


@dataclass(frozen=True)
class Place:
    """`confirmed`: answered since the event was moved the last time. `attended`: none until somebody marked it."""

    person: str
    company: str
    choice: str
    at: datetime
    confirmed: bool
    attended: bool | None
    guests: int = 0


def roll(session: Session, event_id: str, by: str) -> tuple[Event, list[Place]]:
    """Those who come first, in the order in which they answered; then the line; then the others."""
    event = _event(session, event_id, by)
    query = sa.select(EventAnswer, Member.company).outerjoin(Member, Member.id == EventAnswer.person)
    found = session.execute(query.where(EventAnswer.event == event.id)).all()
    ordered = sorted(found, key=lambda row: (ORDER[row[0].choice], row[0].turn or 0, row[0].at, row[0].person))
    return event, [
        Place(one.person, company or "", one.choice, one.at, one.confirmed == event.moves, one.attended, one.guests)
        for one, company in ordered
    ]


def may_mark(event: Event, now: datetime) -> bool:
    return not event.cancelled and now >= event.starts_at - DOOR


def mark(session: Session, event_id: str, by: str, shown: Collection[str], here: Collection[str], now: datetime) -> int:
    """Of those `shown` to the organizer, who was `here`; the others of them were not. Gives how many were in all."""
    event = _event(session, event_id, by)
    coming = sa.select(EventAnswer).where(EventAnswer.event == event.id, EventAnswer.choice == "yes")
    for answer in session.scalars(coming):
        if answer.person in shown:
            answer.attended = answer.person in here
    audit.note(session, now, who=by, what="event attendance", about=event.id)
    session.flush()
    was_there = (EventAnswer.event == event.id, EventAnswer.attended.is_(True))
    return session.scalar(sa.select(sa.func.count()).where(*was_there)) or 0


def _event(session: Session, event_id: str, by: str) -> Event:
    members.require(session, by, "organizer")
    event = session.get(Event, event_id)
    if event is None:
        raise UserError(GONE)
    return event
