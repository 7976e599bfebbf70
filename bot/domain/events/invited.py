"""Who is invited to an event, persons and companies; where only they may come, others ask for a seat."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from bot.core.db import Base, changed, insert_once
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import audit, members
from bot.domain.companies import rows as companies
from bot.domain.events import organizing, sharing
from bot.domain.events.rows import Event, locked
from bot.domain.members import Member

INVITED, ASKED, GRANTED, DECLINED = "invited", "asked", "granted", "declined"
LEFT_OUT = "left out"
MAY_COME = (INVITED, GRANTED)
LONGEST_ID = 32  # of Slack's
SHOWN = 100  # of persons, and of companies: what a menu of Slack's holds as chosen

FOR_INVITED = Text(
    nb="«{title}» er for inviterte, og du står ikke på listen. Vil du være med, kan du be arrangøren om en plass.",
    nn="«{title}» er for inviterte, og du står ikkje på lista. Vil du vere med, kan du be arrangøren om ein plass.",
    en="“{title}” is for those invited, and you are not on the list. If you want to come, you can ask the organizer "
    "for a seat.",
)


class EventInvited(Base):
    """`who`: a person's or a company's id. `state`: INVITED, or of who asked for a seat ASKED, GRANTED or DECLINED.

    Where the event is one of a series: `once` of who is not invited to those made later; LEFT_OUT of who is invited to
    those, and not to this one.
    """

    __tablename__ = "event_invited"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    who: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    company: Mapped[bool]
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(sa.String(8), default=INVITED)
    once: Mapped[bool] = mapped_column(default=False)


@dataclass(frozen=True)
class Chosen:
    """`people`, `companies`: ids. `only`: nobody else may come. `seen`: when the list was shown that was changed.

    `following`: it is meant for those that follow in the series, too.
    """

    people: Collection[str]
    companies: Collection[str]
    seen: datetime
    only: bool
    following: bool = False


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


def taken_off(rows: Sequence[EventInvited], chosen: Chosen) -> set[str]:
    """Who was shown and is not chosen any more. Who came on the list since it was shown, or was not shown, stays."""
    were_shown = (row for company in (False, True) for row in shown(rows, company=company) if row.at <= chosen.seen)
    return {row.who for row in were_shown if row.who not in (*chosen.people, *chosen.companies)}


def change(
    session: Session, event_id: str, by: str, chosen: Chosen, now: datetime, off: Collection[str] | None = None
) -> Event:
    """Who has a seat already keeps it. `off`: who is taken off the list; none: who was shown and is not chosen."""
    event, rows = listed(session, event_id, by, now)
    off, known = taken_off(rows, chosen) if off is None else off, {row.who: row for row in rows}
    once = event.series is not None and not event.draft and not chosen.following
    for row in rows:
        if row.who in off and row.state in MAY_COME:
            _take_off(session, row, once=once)
    people = {one for one in chosen.people if one.isascii() and len(one) <= LONGEST_ID}
    for ids, company in ((people, False), (set(companies.names(session, chosen.companies)), True)):
        for who in ids:
            row = known.get(who) or EventInvited(event=event.id, who=who, company=company, at=now, once=once)
            _invite(session, row, once=once)
    with sharing.changing(event, sharing.WHO, following=chosen.following):
        event.by_invitation = chosen.only
    event.changed_at = now
    audit.note(session, now, who=by, what="event invitations", about=event.id)
    return event


def _invite(session: Session, row: EventInvited, *, once: bool) -> None:
    if not row.company:
        members.meet(session, row.who)
    row.state, row.once = row.state if row.state in MAY_COME else INVITED, row.once and once
    session.add(row)


def _take_off(session: Session, row: EventInvited, *, once: bool) -> None:
    if once and not row.once:
        row.state = LEFT_OUT
        return
    session.delete(row)


def admit(session: Session, event: Event, person: str, now: datetime) -> None:
    """Who is invited in another message may come, and is sent no second one."""
    row = EventInvited(event=event.id, who=person, company=False, at=now, state=GRANTED, once=True)
    if not insert_once(session, row):
        session.get_one(EventInvited, (event.id, person)).state = GRANTED


def ask(session: Session, event_id: str, person: str, now: datetime) -> tuple[Event, str, bool]:
    """The event, how the person stands, and whether it is news to the organizer."""
    event = locked(session, event_id, now)
    if _is_invited(session, event, person):
        return event, INVITED, False
    asks = EventInvited(event=event.id, who=person, company=False, at=now, state=ASKED, once=True)
    new, row = insert_once(session, asks), session.get_one(EventInvited, (event.id, person))
    if row.state == LEFT_OUT:
        row.state, row.at, new = ASKED, now, True
    return event, row.state, new


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


# --- one's own data ---


def copy(session: Session, before: str, after: str, now: datetime) -> None:
    """Who is invited to the one is invited to the next of the series, save who was meant for the one alone."""
    others, series = aliased(EventInvited), sa.select(Event.series).where(Event.id == before).scalar_subquery()
    elsewhere = sa.exists().where(
        others.who == EventInvited.who,
        others.state == INVITED,
        others.once.is_(False),
        others.event.in_(sa.select(Event.id).where(Event.series == series)),
    )
    # Versions before 0035 mark nobody who asks for a seat; who was left out of this one and asks is on another's list.
    meant = sa.or_(EventInvited.state.not_in((ASKED, DECLINED)), elsewhere)
    query = sa.select(EventInvited).where(EventInvited.event == before, EventInvited.once.is_(False), meant)
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
