"""Who may come to an event, or asked to, and has not answered: they too are told when it moves or is called off."""

from collections import Counter
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import insert_once
from bot.domain import pushes
from bot.domain.events import invitations, invited, stands
from bot.domain.events.invited import ASKED, GRANTED, INVITED, EventInvited
from bot.domain.events.reminders import STAND_NEWS, Subject, Verdict, change
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.events.stands import EventStand
from bot.domain.members import Member
from bot.domain.pushes import OWED, Kind, Moment, Occasion, Push, Why
from scheduler.due import DueWork
from scheduler.outbox import OutgoingRow
from scheduler.quiet import Quiet

MOVED, OFF = STAND_NEWS, f"{STAND_NEWS}-off"  # what the ledger calls it
NEWS = (MOVED, OFF)
NONE = "none"
STAND, GIVEN = "stand", "stand given"  # how one stands whose company asked for one
FIRM = (STAND, GIVEN, GRANTED)  # they may already be on their way


def standing(session: Session, event: Event, person: str) -> str | None:
    """Of INVITED, GRANTED, ASKED, STAND and GIVEN; none for others, and who has answered; a stand goes before «no»."""
    answer = session.get(EventAnswer, (event.id, person))
    if answer is not None and answer.choice != "no":
        return None
    theirs = sa.select(EventStand.state).where(EventStand.event == event.id, EventStand.person == person)
    states = set(session.scalars(theirs))
    if states & {stands.ASKED, stands.GIVEN}:
        return GIVEN if stands.GIVEN in states else STAND
    return invited.standing(session, event, person) if answer is None else None


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
    whole = _occasion(event, standing(session, event, person), about.what, now, quiet)
    planned = pushes.book(session, about.key.removesuffix(f":{about.what}"), person, whole, now, quiet)
    return about, next((one.when for one in planned), None)


def _occasion(event: Event, as_what: str | None, what: str, now: datetime, quiet: Quiet) -> Occasion:
    """Who may be on their way is told like those who come; others as long as it helps them to decide."""
    if as_what in FIRM:
        return change(event, what, now, quiet)
    until = event.starts_at if event.cancelled else event.deadline or event.starts_at
    return Occasion(_kind(as_what), (Moment(what, now),), until=until)


def knows(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> None:
    """Who is sent the invitation after a move has read of it there."""
    key, day = Subject(event.id, event.moves, MOVED, person).key, now.astimezone(quiet.zone).date()
    if event.moves:
        row = Push(key=key, person=person, kind=invitations.KIND, day=day, when=None, why="not needed")
        insert_once(session, row)


def judge(session: Session, event: Event | None, about: Subject, now: datetime, quiet: Quiet) -> Verdict:
    """Whether what was planned is still right; the ledger tells why where it is not."""
    row = session.get(Push, about.key)
    if event is None or event.moves != about.moves or row is None or row.when is None:
        return Verdict(send=False)
    urgent = row.why == "urgent"
    if why := _why_not(session, event, about, now, quiet, urgent=urgent):
        pushes.settle(session, about.key, None, why, quiet)
        return Verdict(send=False)
    if quiet.holds(now) and not urgent:
        return Verdict(send=False, again=quiet.later(now))
    return Verdict(send=True, bundled=row.why == "budget")


def _why_not(
    session: Session, event: Event, about: Subject, now: datetime, quiet: Quiet, *, urgent: bool
) -> Why | None:
    as_what = standing(session, event, about.person)
    if as_what is None:
        return "not needed"
    begun, closed = event.starts_at <= now, event.is_closed(now) and not event.cancelled
    if event.ends_at <= now or (as_what not in FIRM and (begun or closed)):
        return "too late"
    return pushes.unwanted(pushes.receiver(session, about.person, now, quiet), _kind(as_what), urgent=urgent)


def _what(event: Event) -> str:
    return OFF if event.cancelled else MOVED


def _kind(as_what: str | None) -> Kind:
    """Who asked is owed an answer; an invitation is one that nobody asked for."""
    return invitations.KIND if as_what in (None, INVITED) else OWED


def _concerned(event: Event) -> sa.Select[str]:
    """Whoever has heard that they may come, or waits for an answer, and has not answered themselves; who has a stand,
    also where they cannot come.
    """
    given = (EventAnswer.event == event.id, EventAnswer.person == Member.id)
    answered, comes = sa.exists().where(*given), sa.exists().where(*given, EventAnswer.choice != "no")
    mine = (EventInvited.event == event.id, EventInvited.who == Member.id)
    asked = sa.exists().where(*mine, EventInvited.state.in_((ASKED, GRANTED)))
    invited_to = sa.or_(asked, sa.and_(invitations.is_invited(event), *_has_heard(event)))
    concerned = sa.or_(sa.and_(_has_stand(event), ~comes), sa.and_(invited_to, ~answered))
    return sa.select(Member.id).where(Member.active, concerned)


def _has_stand(event: Event) -> sa.Exists:
    theirs = (EventStand.event == event.id, EventStand.person == Member.id)
    return sa.exists().where(*theirs, EventStand.state != stands.DECLINED)


def _has_heard(event: Event) -> tuple[sa.ColumnElement[bool], ...]:
    """The invitation has left: it is neither waiting for its time, nor was it taken back."""
    planned = sa.exists().where(Push.key == _key(event, 0, pushes.INVITATION), Push.when.is_not(None))
    waits = sa.exists().where(DueWork.kind == "event.invited", DueWork.subject == f"{event.id}:" + Member.id)
    outgoing = sa.literal(f"event:{event.id}:to:") + Member.id + f":0:{pushes.INVITATION}"
    back = sa.exists().where(OutgoingRow.key == outgoing, OutgoingRow.state == "cancelled")
    return planned, ~waits, ~back


def _key(event: Event, moves: int, what: str) -> sa.ColumnElement[str]:
    return sa.literal(f"event:{event.id}:") + Member.id + f":{moves}:{what}"
