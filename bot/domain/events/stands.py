"""Stands at an expo: a company asks for one, organizers give it a place or decline, none is given twice."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.companies import rows as companies
from bot.domain.companies.rows import Company
from bot.domain.events.rows import GONE, Event, locked

LONGEST_NEEDS, LONGEST_PLACE = 300, 40
ASKED, GIVEN, DECLINED = "asked", "given", "declined"
EXPO = "expo"  # the kind of events that have stands

NO_COMPANY = Text(
    nb="Velg bedriften din under «Om deg» i Hjem-fanen først, så kan du be om stand for den.",
    nn="Vel bedrifta di under «Om deg» i Heim-fana først, så kan du be om stand for henne.",
    en="Choose your company under “About you” in the Home tab first, then you can ask for a stand for it.",
)
NO_NEEDS = Text(
    nb="Skriv hva dere trenger, for eksempel strøm eller bord.",
    nn="Skriv kva de treng, til dømes straum eller bord.",
    en="Write what you need, such as power or a table.",
)
NO_PLACE = Text(
    nb="Skriv hvor standen skal stå.", nn="Skriv kvar standen skal stå.", en="Write where the stand is to be."
)
TAKEN = Text(
    nb="Den plassen har {company} fått.",
    nn="Den plassen har {company} fått.",
    en="That place has been given to {company}.",
)


class EventStand(Base):
    """`company`: its id. `person`: who asked, and is told. `state`: ASKED, GIVEN or DECLINED. `place`: once given."""

    __tablename__ = "event_stands"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    company: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    needs: Mapped[str] = mapped_column(sa.String(LONGEST_NEEDS))
    at: Mapped[datetime]
    state: Mapped[str] = mapped_column(sa.String(8), default=ASKED)
    place: Mapped[str] = mapped_column(sa.String(LONGEST_PLACE), default="")


def own(session: Session, event_id: str, person: str) -> tuple[Company, EventStand | None]:
    """The person's company, and what it asked for."""
    company = companies.of(session, person)
    if company is None:
        raise UserError(NO_COMPANY)
    return company, session.get(EventStand, (event_id, company.id))


def place_of(session: Session, event: Event, person: str) -> str:
    """Where the stand of the person's company is; empty where it has none."""
    company = companies.of(session, person) if event.kind == EXPO else None
    stand = session.get(EventStand, (event.id, company.id)) if company else None
    return stand.place if stand and stand.state == GIVEN else ""


def ask(session: Session, event_id: str, person: str, needs: str, now: datetime) -> tuple[EventStand, bool]:
    """Or say anew what is needed: a place that was given stays, one that was declined is asked for again.

    The stand, and whether this is news to the organizer. The event is locked, so that the same is news once.
    """
    event = locked(session, event_id, now)
    if event.kind != EXPO:
        raise UserError(GONE)
    company, stand = own(session, event.id, person)
    needs = short(needs.strip(), "needs", LONGEST_NEEDS)
    if not needs:
        raise UserError(NO_NEEDS, field="needs")
    before = stand and (stand.state, stand.needs)
    if stand is None:
        stand = EventStand(event=event.id, company=company.id, person=person, needs=needs, at=now)
        session.add(stand)
    stand.person, stand.needs, stand.at = person, needs, now
    stand.state = GIVEN if stand.state == GIVEN else ASKED
    return stand, (stand.state, stand.needs) != before


def of(session: Session, event_id: str, by: str) -> tuple[Event, Sequence[tuple[EventStand, str]]]:
    """For organizers: all of them with the company's name, those without an answer first."""
    members.require(session, by, "organizer")
    event = session.get(Event, event_id)
    if event is None:
        raise UserError(GONE)
    query = sa.select(EventStand, Company.name).join(Company, Company.id == EventStand.company)
    ordered = query.where(EventStand.event == event_id).order_by(EventStand.state != ASKED, EventStand.at, Company.name)
    return event, [(stand, name) for stand, name in session.execute(ordered)]


def decide(
    session: Session, event_id: str, company: str, by: str, place: str, now: datetime, *, given: bool
) -> tuple[EventStand, bool]:
    """The stand, and whether this is news to the company. The event is locked, so that no place is given twice."""
    members.require(session, by, "organizer")
    event = locked(session, event_id, now)
    stand = session.get(EventStand, (event.id, company))
    if stand is None:
        raise UserError(GONE)
    place = short(" ".join(place.split()), "place", LONGEST_PLACE) if given else ""
    if given and not place:
        raise UserError(NO_PLACE, field="place")
    for other, name in of(session, event.id, by)[1]:
        if given and other.company != company and other.place.casefold() == place.casefold():
            raise UserError(TAKEN, field="place", company=name)
    before = (stand.state, stand.place)
    stand.state, stand.place = GIVEN if given else DECLINED, place
    audit.note(session, now, who=by, what="event stand", about=event.id, detail=stand.state)
    return stand, (stand.state, stand.place) != before


def forget(session: Session, person: str) -> int:
    """Who asked; the stand is the company's."""
    return changed(session.execute(sa.update(EventStand).where(EventStand.person == person).values(person=None)))


def forget_all(session: Session, events: sa.Select[Any]) -> None:
    session.execute(sa.delete(EventStand).where(EventStand.event.in_(events)))


def export(session: Session, person: str) -> list[dict[str, Any]]:
    query = sa.select(Event, EventStand).join(EventStand, EventStand.event == Event.id)
    found = session.execute(query.where(EventStand.person == person).order_by(EventStand.at))
    return [
        {"event": event.name("nb"), "needs": stand.needs, "state": stand.state, "place": stand.place, "at": stand.at}
        for event, stand in found
    ]
