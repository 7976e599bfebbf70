"""The personal invitation to an event: each who is invited is told once, where they have not answered by then."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import pushes
from bot.domain.events import invited
from bot.domain.events.invited import INVITED, EventInvited
from bot.domain.events.reminders import Subject
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion, Push, Why
from scheduler.outbox import OutgoingRow
from scheduler.quiet import Quiet

INVITATION = "invited"  # what the ledger calls it
KIND: pushes.Kind = "announcement"


def to_tell(session: Session, event: Event, most: int) -> list[str]:
    """Who is invited and has neither been told, nor asked, nor answered."""
    told = sa.exists().where(Push.key == sa.literal(f"event:{event.id}:") + Member.id + f":0:{INVITATION}")
    answered = sa.exists().where(EventAnswer.event == event.id, EventAnswer.person == Member.id)
    query = sa.select(Member.id).where(Member.active, is_invited(event), ~told, ~answered).order_by(Member.id)
    return list(session.scalars(query.limit(most)))


def is_invited(event: Event) -> sa.Exists:
    """Of a member: by an organizer, themselves or their company."""
    mine = (EventInvited.event == event.id, EventInvited.state == INVITED)
    return sa.exists().where(*mine, sa.or_(EventInvited.who == Member.id, EventInvited.who == Member.company_id))


def about(event: Event, person: str) -> Subject:
    """Told once, however often the event moves."""
    return Subject(event.id, 0, INVITATION, person)


def plan(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> datetime | None:
    """When the person is told."""
    whole = Occasion(KIND, (Moment(INVITATION, now),), until=event.deadline or event.starts_at)
    key = about(event, person).key.removesuffix(f":{INVITATION}")
    return next((one.when for one in pushes.book(session, key, person, whole, now, quiet)), None)


def judge(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> Push | None:
    """What was planned, where it is still right; the ledger tells why where it is not."""
    row = session.get(Push, about(event, person).key)
    if row is None or row.when is None:
        return None
    if why := _why_not(session, event, person, now, quiet):
        pushes.settle(session, row.key, None, why, quiet)
        return None
    return row


def _why_not(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> Why | None:
    if event.cancelled or event.starts_at <= now or event.is_closed(now):
        return "too late"
    if session.get(EventAnswer, (event.id, person)) or invited.standing(session, event, person) not in invited.MAY_COME:
        return "not needed"
    return pushes.unwanted(pushes.receiver(session, person, now, quiet), KIND, urgent=False)


def invite_anew(session: Session, event: Event) -> bool:
    """Whose invitation was taken back unsent, since the event moved, has not been told; whether there are any."""
    mine = (OutgoingRow.key.startswith(f"event:{event.id}:to:"), OutgoingRow.key.endswith(f":0:{INVITATION}"))
    back = sa.delete(OutgoingRow).where(*mine, OutgoingRow.state == "cancelled").returning(OutgoingRow.channel)
    people = session.scalars(back).all()
    session.execute(sa.delete(Push).where(Push.key.in_([about(event, person).key for person in people])))
    return bool(people)
