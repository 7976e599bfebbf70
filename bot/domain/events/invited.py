"""Who is invited to an event, persons and companies; where only they may come, others ask for a seat."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_once
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import audit, members, pushes
from bot.domain.companies import rows as companies
from bot.domain.events import organizing
from bot.domain.events.reminders import Subject
from bot.domain.events.rows import Event, EventAnswer, locked
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion, Push, Why
from scheduler.outbox import OutgoingRow
from scheduler.quiet import Quiet

INVITED, ASKED, GRANTED, DECLINED = "invited", "asked", "granted", "declined"
MAY_COME = (INVITED, GRANTED)
INVITATION = "invited"  # what the ledger calls it
LONGEST_ID = 32  # of Slack's
KIND: pushes.Kind = "announcement"
SHOWN = 100  # of persons, and of companies: what a menu of Slack's holds as chosen

FOR_INVITED = Text(
    nb="«{title}» er for inviterte, og du står ikke på listen. Vil du være med, kan du be arrangøren om en plass.",
    nn="«{title}» er for inviterte, og du står ikkje på lista. Vil du vere med, kan du be arrangøren om ein plass.",
    en="“{title}” is for those invited, and you are not on the list. If you want to come, you can ask the organizer "
    "for a seat.",
)


class EventInvited(Base):
    """`who`: a person's or a company's id. `state`: INVITED, or of who asked for a seat ASKED, GRANTED or DECLINED."""

    __tablename__ = "event_invited"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    who: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    company: Mapped[bool]
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(sa.String(8), default=INVITED)


@dataclass(frozen=True)
class Chosen:
    """`people`, `companies`: ids. `only`: nobody else may come. `seen`: when the list was shown that was changed."""

    people: Collection[str]
    companies: Collection[str]
    seen: datetime
    only: bool


class NotInvited(UserError):
    """Who is not on the list may ask for a seat."""

    def __init__(self, event: Event) -> None:
        super().__init__(FOR_INVITED)
        self.event_id, self._title = event.id, Text(nb=event.name("nb"), nn=event.name("nn"), en=event.name("en"))

    def say(self, lang: Lang) -> str:
        return self.words(lang, title=self._title[lang])


def check(session: Session, event: Event, person: str) -> None:
    """Refused where the event is for those invited, and neither the person nor their company is."""
    if event.by_invitation and not _is_invited(session, event, person):
        raise NotInvited(event)


def _is_invited(session: Session, event: Event, person: str) -> bool:
    return standing(session, event, person) in MAY_COME


def standing(session: Session, event: Event, person: str) -> str | None:
    """Of GRANTED, INVITED (or their company) and ASKED; none for others."""
    theirs = sa.or_(EventInvited.who == person, EventInvited.who == _company_of(person))
    states = set(session.scalars(sa.select(EventInvited.state).where(EventInvited.event == event.id, theirs)))
    return next((one for one in (GRANTED, INVITED, ASKED) if one in states), None)


def _company_of(person: str) -> sa.ScalarSelect[str | None]:
    return sa.select(Member.company_id).where(Member.id == person).scalar_subquery()


def listed(session: Session, event_id: str, by: str, now: datetime) -> tuple[Event, Sequence[EventInvited]]:
    """For organizers: all of them, in the order in which they came on the list."""
    event = organizing.for_change(session, event_id, by, now)
    query = sa.select(EventInvited).where(EventInvited.event == event.id)
    return event, session.scalars(query.order_by(EventInvited.at, EventInvited.who)).all()


def shown(rows: Sequence[EventInvited], *, company: bool) -> list[EventInvited]:
    """Those of them that a form shows as chosen."""
    return [one for one in rows if one.company == company and one.state in MAY_COME][:SHOWN]


def change(session: Session, event_id: str, by: str, chosen: Chosen, now: datetime) -> Event:
    """Who came on the list since it was shown, or was not shown, stays; who has a seat already keeps it."""
    event, rows = listed(session, event_id, by, now)
    known = {row.who: row for row in rows}
    people = {one for one in chosen.people if one.isascii() and len(one) <= LONGEST_ID}
    for ids, company in ((people, False), (set(companies.names(session, chosen.companies)), True)):
        for row in shown(rows, company=company):
            if row.who not in ids and row.at <= chosen.seen:
                session.delete(row)
        for who in ids:
            _invite(session, event, known.get(who), who, now, company=company)
    event.by_invitation, event.changed_at = chosen.only, now
    audit.note(session, now, who=by, what="event invitations", about=event.id)
    return event


def _invite(
    session: Session, event: Event, row: EventInvited | None, who: str, now: datetime, *, company: bool
) -> None:
    if row is not None:
        row.state = row.state if row.state in MAY_COME else INVITED
        return
    if not company:
        members.meet(session, who)
    session.add(EventInvited(event=event.id, who=who, company=company, at=now))


def admit(session: Session, event: Event, person: str, now: datetime) -> None:
    """Who is invited in another message may come, and is sent no second one."""
    row = EventInvited(event=event.id, who=person, company=False, at=now, state=GRANTED)
    if not insert_once(session, row):
        session.get_one(EventInvited, (event.id, person)).state = GRANTED


def ask(session: Session, event_id: str, person: str, now: datetime) -> tuple[Event, str, bool]:
    """The event, how the person stands, and whether it is news to the organizer."""
    event = locked(session, event_id, now)
    if _is_invited(session, event, person):
        return event, INVITED, False
    new = insert_once(session, EventInvited(event=event.id, who=person, company=False, at=now, state=ASKED))
    return event, session.get_one(EventInvited, (event.id, person)).state, new


def decide(
    session: Session, event_id: str, person: str, by: str, now: datetime, *, given: bool
) -> tuple[Event, EventInvited | None, bool]:
    """The event, who asked, and whether it is news to them: the first answer holds."""
    event = organizing.for_change(session, event_id, by, now)
    row = session.get(EventInvited, (event.id, person))
    if row is None or row.state != ASKED:
        return event, row, False
    row.state = GRANTED if given else DECLINED
    audit.note(session, now, who=by, what="event seat asked for", about=event.id, detail=row.state)
    return event, row, True


# --- the personal invitation ---


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
    if session.get(EventAnswer, (event.id, person)) or not _is_invited(session, event, person):
        return "not needed"
    return pushes.unwanted(pushes.receiver(session, person, now, quiet), KIND, urgent=False)


def invite_anew(session: Session, event: Event) -> bool:
    """Whose invitation was taken back unsent, since the event moved, has not been told; whether there are any."""
    mine = (OutgoingRow.key.startswith(f"event:{event.id}:to:"), OutgoingRow.key.endswith(f":0:{INVITATION}"))
    back = sa.delete(OutgoingRow).where(*mine, OutgoingRow.state == "cancelled").returning(OutgoingRow.channel)
    people = session.scalars(back).all()
    session.execute(sa.delete(Push).where(Push.key.in_([about(event, person).key for person in people])))
    return bool(people)


# --- one's own data ---


def copy(session: Session, before: str, after: str, now: datetime) -> None:
    """Who is invited to the one is invited to the next of the series."""
    query = sa.select(EventInvited).where(EventInvited.event == before, EventInvited.state.in_(MAY_COME))
    for row in session.scalars(query):
        session.add(EventInvited(event=after, who=row.who, company=row.company, at=now))


def forget(session: Session, person: str) -> int:
    return changed(session.execute(sa.delete(EventInvited).where(EventInvited.who == person)))


def forget_all(session: Session, events: sa.Select[Any]) -> None:
    session.execute(sa.delete(EventInvited).where(EventInvited.event.in_(events)))


def export(session: Session, person: str) -> list[dict[str, Any]]:
    query = sa.select(Event, EventInvited).join(EventInvited, EventInvited.event == Event.id)
    found = session.execute(query.where(EventInvited.who == person).order_by(EventInvited.at))
    return [{"event": event.name("nb"), "state": row.state, "at": row.at} for event, row in found]
