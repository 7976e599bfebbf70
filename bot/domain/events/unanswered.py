"""Who may come to an event, or asked to, and has not answered: they too are told when it moves or is called off."""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import pushes
from bot.domain.events import invitations, invited, stands
from bot.domain.events.invited import ASKED, GRANTED, INVITED, EventInvited
from bot.domain.events.reminders import Subject, Verdict
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.events.stands import EventStand
from bot.domain.members import Member
from bot.domain.pushes import OWED, Kind, Moment, Occasion, Push, Why
from scheduler.due import DueWork
from scheduler.outbox import OutgoingRow
from scheduler.quiet import Quiet

MOVED, OFF = "news", "news-off"  # what the ledger calls it
NEWS = (MOVED, OFF)
NONE = "none"
STAND = "stand"  # how one stands whose company asked for one


def standing(session: Session, event: Event, person: str) -> str | None:
    """Of INVITED, GRANTED, ASKED and STAND; none for others, and for who has answered."""
    if session.get(EventAnswer, (event.id, person)) is not None:
        return None
    has_stand = session.scalar(sa.select(_has_stand(event)).where(Member.id == person))
    return STAND if has_stand else invited.standing(session, event, person)


def hear(session: Session, event: Event) -> Counter[str]:
    """How many people are told of a change, by what they answered; NONE: of those who have not."""
    answered = sa.select(EventAnswer.choice, sa.func.count()).where(EventAnswer.event == event.id)
    found = Counter(
        dict(session.execute(answered.where(EventAnswer.choice != "no").group_by(EventAnswer.choice)).all())
    )
    found[NONE] = session.scalar(sa.select(sa.func.count()).select_from(_concerned(event).subquery())) or 0
    return found


def to_tell(session: Session, event: Event, most: int) -> list[str]:
    """Who has not been told of the last change."""
    told = sa.exists().where(Push.key == _key(event, event.moves, _what(event)))
    return list(session.scalars(_concerned(event).where(~told).order_by(Member.id).limit(most)))


def plan(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> tuple[Subject, datetime | None]:
    """When the person is told; what they were to be told of an earlier change is taken back."""
    about = Subject(event.id, event.moves, _what(event), person)
    pushes.cancel(session, f"event:{event.id}:{person}:", now, keep=invitations.about(event, person).key)
    until = event.starts_at if event.cancelled else event.deadline or event.starts_at
    whole = Occasion(_kind(standing(session, event, person)), (Moment(about.what, now),), until=until)
    planned = pushes.book(session, about.key.removesuffix(f":{about.what}"), person, whole, now, quiet)
    return about, next((one.when for one in planned), None)


def judge(session: Session, event: Event | None, about: Subject, now: datetime, quiet: Quiet) -> Verdict:
    """Whether what was planned is still right; the ledger tells why where it is not."""
    row = session.get(Push, about.key)
    if event is None or event.moves != about.moves or row is None or row.when is None:
        return Verdict(send=False)
    if why := _why_not(session, event, about, now, quiet):
        pushes.settle(session, about.key, None, why, quiet)
        return Verdict(send=False)
    if quiet.holds(now):
        return Verdict(send=False, again=quiet.later(now))
    return Verdict(send=True, bundled=row.why == "budget")


def _why_not(session: Session, event: Event, about: Subject, now: datetime, quiet: Quiet) -> Why | None:
    if event.starts_at <= now or (event.is_closed(now) and not event.cancelled):
        return "too late"
    as_what = standing(session, event, about.person)
    if as_what is None:
        return "not needed"
    return pushes.unwanted(pushes.receiver(session, about.person, now, quiet), _kind(as_what), urgent=False)


def _what(event: Event) -> str:
    return OFF if event.cancelled else MOVED


def _kind(as_what: str | None) -> Kind:
    """Who asked is owed an answer; an invitation is one that nobody asked for."""
    return invitations.KIND if as_what in (None, INVITED) else OWED


def _concerned(event: Event) -> sa.Select[str]:
    """Whoever has heard that they may come, or waits for an answer, and has not answered themselves."""
    answered = sa.exists().where(EventAnswer.event == event.id, EventAnswer.person == Member.id)
    mine = (EventInvited.event == event.id, EventInvited.who == Member.id)
    asked = sa.exists().where(*mine, EventInvited.state.in_((ASKED, GRANTED)))
    concerned = sa.or_(_has_stand(event), asked, sa.and_(invitations.is_invited(event), *_has_heard(event)))
    return sa.select(Member.id).where(Member.active, ~answered, concerned)


def _has_stand(event: Event) -> sa.Exists:
    theirs = (EventStand.event == event.id, EventStand.person == Member.id)
    return sa.exists().where(*theirs, EventStand.state != stands.DECLINED)


def _has_heard(event: Event) -> tuple[sa.ColumnElement[bool], ...]:
    """The invitation has left: it is neither waiting for its time, nor was it taken back."""
    planned = sa.exists().where(Push.key == _key(event, 0, invitations.INVITATION), Push.when.is_not(None))
    waits = sa.exists().where(DueWork.kind == "event.invited", DueWork.subject == f"{event.id}:" + Member.id)
    outgoing = sa.literal(f"event:{event.id}:to:") + Member.id + f":0:{invitations.INVITATION}"
    back = sa.exists().where(OutgoingRow.key == outgoing, OutgoingRow.state == "cancelled")
    return planned, ~waits, ~back


def _key(event: Event, moves: int, what: str) -> sa.ColumnElement[str]:
    return sa.literal(f"event:{event.id}:") + Member.id + f":{moves}:{what}"
