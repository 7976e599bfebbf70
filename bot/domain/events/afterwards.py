"""After an event: thanks to those who were there, two questions that nobody can trace, and the material."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_once
from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.texts import Text
from bot.domain import pushes
from bot.domain.events.reminders import Subject
from bot.domain.events.rows import GONE, Event, EventAnswer
from bot.domain.pushes import OWED, Moment, Occasion, Push
from scheduler.quiet import Quiet

THANKS = "thanks"
QUESTIONS = {"useful": ("1", "2", "3", "4", "5"), "again": ("yes", "maybe", "no")}
OPEN = timedelta(days=7)
CLOSED = Text(
    nb="Svarfristen er ute, eller du var ikke påmeldt.",
    nn="Svarfristen er ute, eller du var ikkje påmeld.",
    en="The time for answers is over, or you were not signed up.",
)


class EventPulse(Base):
    """How often each answer was given: with no person and no time, so that nobody can be found in it."""

    __tablename__ = "event_pulse"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    question: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    answer: Mapped[str] = mapped_column(sa.String(8), primary_key=True)
    count: Mapped[int]


class EventPulseGiven(Base):
    """Who has answered, so that each answers once."""

    __tablename__ = "event_pulse_given"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    question: Mapped[str] = mapped_column(sa.String(8), primary_key=True)


def begins(event: Event, quiet: Quiet) -> datetime:
    """When those who were there are thanked: the next working day at nine."""
    return quiet.next_day(event.ends_at) + timedelta(hours=2)


def closes(event: Event, quiet: Quiet) -> datetime:
    return begins(event, quiet) + OPEN


def guests_of(session: Session, event: Event) -> tuple[Sequence[str], bool]:
    """Those who were there, and whether that is known: where nobody marked it, those who had a seat."""
    came = sa.select(EventAnswer.person).where(EventAnswer.event == event.id, EventAnswer.choice == "yes")
    marked = session.scalars(came.where(EventAnswer.attended.is_(True)).order_by(EventAnswer.person)).all()
    if marked:
        return marked, True
    return session.scalars(came.where(EventAnswer.attended.is_(None)).order_by(EventAnswer.person)).all(), False


def to_thank(session: Session, event: Event) -> tuple[list[str], bool]:
    """Who of them is still to be thanked, and whether it is known that they were there."""
    thanked = set(session.scalars(_thanks(event)))
    guests, known = guests_of(session, event)
    return [person for person in guests if person not in thanked], known


def asked(session: Session, event: Event) -> bool:
    """Whether anybody was thanked, and so asked the questions."""
    return session.scalars(_thanks(event).where(Push.when.is_not(None)).limit(1)).first() is not None


def _thanks(event: Event) -> sa.Select[Any]:
    """For whom the ledger has thanks, those too to whom nothing was sent."""
    theirs = Push.key.startswith(f"event:{event.id}:", autoescape=True), Push.key.endswith(f":{THANKS}")
    return sa.select(Push.person).where(*theirs)


def thank(session: Session, event: Event, person: str, now: datetime, quiet: Quiet) -> Subject | None:
    """What becomes due by it; none where the person has left."""
    about = Subject(event.id, event.moves, THANKS, person)
    whole = Occasion(OWED, (Moment(THANKS, now),))
    planned = pushes.book(session, about.key.removesuffix(f":{THANKS}"), person, whole, now, quiet)
    return about if any(one.when for one in planned) else None


def give(session: Session, event_id: str, person: str, question: str, value: str, now: datetime, quiet: Quiet) -> bool:
    """Count an answer; False where the person has given one to this question already."""
    event = session.get(Event, event_id)
    if event is None or value not in QUESTIONS.get(question, ()):
        raise UserError(GONE)
    answer = session.get(EventAnswer, (event.id, person))
    if answer is None or answer.choice != "yes" or not event.ends_at <= now < closes(event, quiet):
        raise UserError(CLOSED)
    if not insert_once(session, EventPulseGiven(event=event.id, person=person, question=question)):
        return False
    insert_once(session, EventPulse(event=event.id, question=question, answer=value, count=0))
    mine = (EventPulse.event == event.id, EventPulse.question == question, EventPulse.answer == value)
    session.execute(sa.update(EventPulse).where(*mine).values(count=EventPulse.count + 1))
    return True


def result(session: Session, event_id: str) -> dict[str, Counter[str]]:
    """The questions that at least five have answered. To be read when nobody answers any more."""
    found: dict[str, Counter[str]] = {}
    for row in session.scalars(sa.select(EventPulse).where(EventPulse.event == event_id)):
        found.setdefault(row.question, Counter())[row.answer] = row.count
    return {question: counted for question, counted in found.items() if counted.total() >= ENOUGH}


def forget(session: Session, person: str) -> int:
    """That the person answered; what they answered was never kept with it."""
    return changed(session.execute(sa.delete(EventPulseGiven).where(EventPulseGiven.person == person)))


def forget_all(session: Session, events: sa.Select[Any]) -> None:
    session.execute(sa.delete(EventPulseGiven).where(EventPulseGiven.event.in_(events)))


def answered(session: Session, person: str) -> list[str]:
    """The ids of the events whose questions the person has answered."""
    query = sa.select(EventPulseGiven.event).where(EventPulseGiven.person == person).distinct()
    return list(session.scalars(query.order_by(EventPulseGiven.event)))
