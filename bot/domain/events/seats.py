"""A member answers; there are never more seats taken than there are."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.events.rows import CHOICES, GONE, Event, EventAnswer, is_full, locked

FULL = Text(
    nb="Arrangementet er fullt, så du er ikke påmeldt. Blir en plass ledig, kan du trykke «Kommer» igjen.",
    nn="Arrangementet er fullt, så du er ikkje påmeld. Blir ein plass ledig, kan du trykkje «Kjem» igjen.",
    en="The event is full, so you are not signed up. If a seat becomes free, you can press “Coming” again.",
)


@dataclass(frozen=True)
class Answered:
    event: Event
    choice: str
    changed: bool


def answer(session: Session, event_id: str, person: str, choice: str, now: datetime) -> Answered:
    """Take the answer. The event is locked first, so that the last seat is given once."""
    if choice not in CHOICES:
        raise UserError(GONE)
    event = locked(session, event_id, now)
    mine = session.get(EventAnswer, (event.id, person))
    if mine and mine.choice == choice:
        return Answered(event, choice, changed=False)
    if choice == "yes" and is_full(session, event):
        raise UserError(FULL)
    if mine is None:
        session.add(EventAnswer(event=event.id, person=person, choice=choice, at=now, heard=event.moves))
    else:
        mine.choice, mine.at, mine.heard, mine.planned = choice, now, event.moves, False
    return Answered(event, choice, changed=True)
