"""Meetings of a quarter of an hour with units of the municipality: none is given twice, nobody is in two at once."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_once
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain.events.rows import GONE, Event, EventAnswer, locked

QUARTER = 15  # minutes
WORKED = time(8), time(16)
MOST_UNITS, LONGEST_UNIT = 10, 60
MOST_TIMES = 96  # of a menu's hundred: a day and a night
DAY = timedelta(days=1)
MOST_EACH = 4  # meetings of one person at one event

TAKEN = Text(
    nb="Den tiden er nettopp tatt. Velg en annen.",
    nn="Den tida er nett teken. Vel ei anna.",
    en="That time has just been taken. Choose another one.",
)
BUSY = Text(
    nb="Du har alt et møte på den tiden. Gi det fra deg først, eller velg en annen tid.",
    nn="Du har alt eit møte på den tida. Gi det frå deg først, eller vel ei anna tid.",
    en="You already have a meeting at that time. Give it up first, or choose another time.",
)
NOT_SIGNED_UP = Text(
    nb="Meld deg på arrangementet først med «Kommer», så kan du bestille møter.",
    nn="Meld deg på arrangementet først med «Kjem», så kan du tinge møte.",
    en="Sign up for the event first with “Coming”, then you can book meetings.",
)
ENOUGH = Text(
    nb="Du har alt {most} møter, og det er det meste hver kan ha.",
    nn="Du har alt {most} møte, og det er det meste kvar kan ha.",
    en="You already have {most} meetings, which is the most that each can have.",
)
PASSED = Text(nb="Den tiden er passert.", nn="Den tida er passert.", en="That time has passed.")
TOO_MANY = Text(
    nb="Skriv høyst {most} enheter, en på hver linje.",
    nn="Skriv høgst {most} einingar, ei på kvar linje.",
    en="Write {most} units at most, one a line.",
)
BOOKED = Text(
    nb="Noen har bestilt møte med «{unit}». Enheten må stå på samme linje som før.",
    nn="Nokon har tinga møte med «{unit}». Eininga må stå på same linje som før.",
    en="Somebody has booked a meeting with “{unit}”. The unit must stay on the same line as before.",
)


class EventMeeting(Base):
    """`unit`: its place among the event's `units`. `after`: minutes from the event's beginning, so it moves along."""

    __tablename__ = "event_meetings"
    __table_args__ = (sa.UniqueConstraint("event", "person", "after"),)

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    unit: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    after: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    person: Mapped[str] = mapped_column(sa.String(32), index=True)


def several_days(event: Event, zone: ZoneInfo) -> bool:
    return _wall(event.ends_at, zone) - _wall(event.starts_at, zone) > DAY


def times(event: Event, zone: ZoneInfo) -> list[int]:
    """When meetings can begin, in minutes from the event's beginning. What lasts for days has none at night: on each
    day they lie between the hours at which it begins and ends; where it ends at an earlier hour, between 8 and 16.
    """
    quarters: Iterable[int] = range(0, _lasts(event) - QUARTER + 1, QUARTER)
    if several_days(event, zone):
        clocks = _wall(event.starts_at, zone).time(), _wall(event.ends_at, zone).time()
        opens, closes = clocks if clocks[0] < clocks[1] else WORKED
        quarters = (after for after in quarters if _between(_wall(begins(event, after), zone), opens, closes))
    return list(islice(quarters, MOST_TIMES))


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    """By the clock on the wall."""
    return at.astimezone(zone).replace(tzinfo=None)


def _between(at: datetime, opens: time, closes: time) -> bool:
    """Whether a meeting from then on lies in these hours of its day."""
    return at.time() >= opens and at + timedelta(minutes=QUARTER) <= datetime.combine(at.date(), closes)


def _lasts(event: Event) -> int:
    """Minutes."""
    return int((event.ends_at.astimezone(UTC) - event.starts_at.astimezone(UTC)) / timedelta(minutes=1))


def takes_place(event: Event, meeting: EventMeeting) -> bool:
    """It still ends before the event does, which may have become shorter."""
    return meeting.after + QUARTER <= _lasts(event)


def begins(event: Event, after: int) -> datetime:
    return event.starts_at.astimezone(UTC) + timedelta(minutes=after)


def of(session: Session, event: Event) -> list[EventMeeting]:
    """All that take place, in the order of their times."""
    return [one for one in _booked(session, event) if takes_place(event, one)]


def lost(session: Session, event: Event, person: str) -> list[EventMeeting]:
    """What the person booked, and there is no longer time for."""
    return [one for one in _booked(session, event) if one.person == person and not takes_place(event, one)]


def _booked(session: Session, event: Event) -> Sequence[EventMeeting]:
    query = sa.select(EventMeeting).where(EventMeeting.event == event.id)
    return session.scalars(query.order_by(EventMeeting.after, EventMeeting.unit)).all()


def of_person(session: Session, person: str, events: Iterable[str]) -> Sequence[tuple[Event, EventMeeting]]:
    """What the person booked at these events."""
    query = sa.select(Event, EventMeeting).join(EventMeeting, EventMeeting.event == Event.id)
    theirs = query.where(EventMeeting.person == person, Event.id.in_(list(events)))
    found = session.execute(theirs.order_by(Event.starts_at, EventMeeting.after, Event.id))
    return [(event, one) for event, one in found]


def book(session: Session, event_id: str, person: str, unit: int, after: int, now: datetime, zone: ZoneInfo) -> Event:
    """The event is locked first, so that nobody gets two at once by pressing fast."""
    event = locked(session, event_id, now)
    if not 0 <= unit < len(event.units) or after not in times(event, zone):
        raise UserError(GONE)
    answer = session.get(EventAnswer, (event.id, person))
    if answer is None or answer.choice != "yes":
        raise UserError(NOT_SIGNED_UP)
    if begins(event, after) <= now:
        raise UserError(PASSED)
    own = [one for one in of(session, event) if one.person == person]
    if any((one.unit, one.after) == (unit, after) for one in own):
        return event
    if any(one.after == after for one in own):
        raise UserError(BUSY)
    if len(own) >= MOST_EACH:
        raise UserError(ENOUGH, most=MOST_EACH)
    if not insert_once(session, EventMeeting(event=event.id, unit=unit, after=after, person=person)):
        raise UserError(TAKEN)
    return event


def give_up(session: Session, event_id: str, person: str, unit: int, after: int, now: datetime) -> Event:
    """One's own; what is not one's own stays."""
    event = locked(session, event_id, now)
    mine = (EventMeeting.event == event.id, EventMeeting.person == person)
    session.execute(sa.delete(EventMeeting).where(*mine, EventMeeting.unit == unit, EventMeeting.after == after))
    return event


def leave(session: Session, event_id: str, person: str) -> None:
    """Who does not come any more meets nobody."""
    session.execute(sa.delete(EventMeeting).where(EventMeeting.event == event_id, EventMeeting.person == person))


def read(typed: str) -> list[str]:
    """The units, one a line."""
    units = [short(" ".join(line.split()), "units", LONGEST_UNIT) for line in typed.splitlines() if line.strip()]
    if len(units) > MOST_UNITS:
        raise UserError(TOO_MANY, field="units", most=MOST_UNITS)
    return units


def keep(session: Session, event: Event, units: Sequence[str]) -> None:
    """These are the event's units now; refused where one that somebody meets would be another. What does not take place
    goes with its unit. The event must be locked.
    """
    for one in sorted(_booked(session, event), key=lambda one: one.unit):
        if [event.units[one.unit]] == list(units[one.unit : one.unit + 1]):
            continue
        if takes_place(event, one):
            raise UserError(BOOKED, field="units", unit=event.units[one.unit])
        session.delete(one)
    event.units = list(units)


def forget(session: Session, person: str, events: sa.Select[Any] | None = None) -> int:
    """All that the person booked, or that of these events."""
    theirs = [EventMeeting.person == person, *([EventMeeting.event.in_(events)] if events is not None else [])]
    return changed(session.execute(sa.delete(EventMeeting).where(*theirs)))


def forget_all(session: Session, events: sa.Select[Any]) -> None:
    session.execute(sa.delete(EventMeeting).where(EventMeeting.event.in_(events)))


def export(session: Session, person: str) -> list[dict[str, Any]]:
    everywhere = session.scalars(sa.select(EventMeeting.event).where(EventMeeting.person == person))
    return [
        {"event": event.name("nb"), "with": event.units[one.unit], "at": begins(event, one.after)}
        for event, one in of_person(session, person, everywhere)
    ]
