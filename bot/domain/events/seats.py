"""A member answers; there are never more seats taken than there are, and who comes too late stands in line."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.events import invited, meetings
from bot.domain.events.rows import CHOICES, GONE, IN_LINE, WAITING, Event, EventAnswer, Filled, filled, locked

NO_ROOM = Text(
    nb="Det er ikke plass til en gjest til. Du er fortsatt påmeldt alene.",
    nn="Det er ikkje plass til ein gjest til. Du er framleis påmeld åleine.",
    en="There is no room for another guest. You are still signed up alone.",
)
CLOSED = Text(
    nb="Påmeldingsfristen er ute, så du kan ikke lenger melde deg på. Svaret ditt er som før.",
    nn="Påmeldingsfristen er ute, så du kan ikkje lenger melde deg på. Svaret ditt er som før.",
    en="The deadline has passed, so you can no longer sign up. Your answer is as before.",
)


@dataclass(frozen=True)
class Answered:
    """`choice`: what stands now, `waiting` too. `number`: in the line. `freed`: somebody else may have a seat now.

    `closed`: without a seat, the person can no longer sign up.
    """

    event: Event
    choice: str
    changed: bool
    freed: bool = False
    number: int | None = None
    confirmed: bool = False
    closed: bool = False


def may_sign_up(session: Session, event: Event, person: str, now: datetime) -> bool:
    """Whether the deadline lets them; who was granted a seat may come later, too."""
    return not event.is_closed(now) or invited.standing(session, event, person) == invited.GRANTED


def answer(session: Session, event_id: str, person: str, choice: str, now: datetime) -> Answered:
    """Take the answer. The event is locked first, so that the last seat is given once."""
    if choice not in CHOICES:
        raise UserError(GONE)
    event = locked(session, event_id, now)
    mine = session.get(EventAnswer, (event.id, person))
    if mine and mine.choice == choice:
        confirmed = mine.confirmed != event.moves
        mine.confirmed = event.moves
        return Answered(event, choice, changed=False, confirmed=confirmed)
    if choice == "yes" and not (mine and (mine.holds_seat or mine.turn is not None)):
        if not may_sign_up(session, event, person, now):
            raise UserError(CLOSED)
        invited.check(session, event, person)
    if choice == "yes" and event.capacity is not None and not (mine and mine.holds_seat):
        now_filled = filled(session, event.id)
        if now_filled.taken >= event.capacity or now_filled.waiting:  # nobody passes the line
            return _wait(session, event, mine, person, now, now_filled)
    freed = mine is not None and mine.holds_seat and choice != "yes"
    _put(session, event, mine, person, choice, now)
    closed = choice != "yes" and not may_sign_up(session, event, person, now)
    return Answered(event, choice, changed=True, freed=freed, closed=closed)


def _wait(
    session: Session, event: Event, mine: EventAnswer | None, person: str, now: datetime, now_filled: Filled
) -> Answered:
    if mine is None or mine.turn is None:
        _put(session, event, mine, person, WAITING, now, turn=now_filled.last + 1)
        return Answered(event, WAITING, changed=True, number=now_filled.waiting + 1)
    before = sa.select(sa.func.count()).where(EventAnswer.event == event.id, IN_LINE, EventAnswer.turn <= mine.turn)
    return Answered(event, WAITING, changed=False, number=session.scalar(before))


def _put(
    session: Session,
    event: Event,
    mine: EventAnswer | None,
    person: str,
    choice: str,
    now: datetime,
    turn: int | None = None,
) -> None:
    if mine is None:
        mine = EventAnswer(event=event.id, person=person, choice=choice, at=now, heard=event.moves)
        session.add(mine)
    if choice != "yes":
        meetings.leave(session, event.id, person)
    mine.choice, mine.at, mine.heard, mine.planned = choice, now, event.moves, False
    mine.confirmed, mine.turn, mine.offered_until = event.moves, turn, None
    mine.guests = mine.guests if choice == "yes" else 0


def bring(session: Session, event_id: str, person: str, guests: int, now: datetime) -> Answered:
    """Who comes brings one guest, or comes alone again."""
    event = locked(session, event_id, now)
    mine = session.get(EventAnswer, (event.id, person))
    if mine is None or mine.choice != "yes" or guests not in (0, 1) or (guests and not event.plus_one):
        raise UserError(GONE)
    if mine.guests == guests:
        return Answered(event, "yes", changed=False)
    if guests and event.is_closed(now):
        raise UserError(CLOSED)
    if guests and event.capacity is not None:
        now_filled = filled(session, event.id)
        if now_filled.taken >= event.capacity or now_filled.waiting:
            raise UserError(NO_ROOM)
    mine.guests = guests
    return Answered(event, "yes", changed=True, freed=not guests)
