"""The waiting list as people meet it: a seat is offered when one is free, and the offer ends."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.moments import Local
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.events import seats, waiting
from bot.domain.events.rows import Event, held
from bot.slack.context import Parts
from handlers.events import letters
from scheduler import due
from scheduler.outbox import ANSWER, Outgoing, enqueue


def offer(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: whatever seats are free are offered."""
    event = held(session, event_id)
    if event is None:
        return _later(session, event_id, now)
    offers = waiting.offer(session, event, now, parts.quiet)
    for answer in offers.given:
        until = answer.offered_until or now
        message = letters.offer(_lang(parts, session, answer.person), event, until, Local(now, parts.quiet.zone))
        key = f"event:{event.id}:offer:{answer.person}:{int(until.timestamp())}"
        enqueue(session, Outgoing(key, answer.person, asdict(message), priority=ANSWER))
    for answer in (*offers.given, *offers.shortened):
        due.schedule(session, "event.offer", f"{event.id}:{answer.person}", answer.offered_until or now)
    if offers.given:
        due.soon(session, "event.redraw", event.id, now, 0)
    return offers.again


def end(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Due work: an offer that nobody took goes to the next."""
    event_id, _, person = subject.partition(":")
    event = held(session, event_id)
    if event is None:
        return _later(session, event_id, now)
    if waiting.expire(session, event, person, now) and event.ends_at > now and not event.cancelled:
        closed = not seats.may_sign_up(session, event, person, now)
        message = letters.offer_over(_lang(parts, session, person), event, closed=closed)
        key = f"event:{event.id}:offer_over:{person}:{int(now.timestamp())}"
        enqueue(session, Outgoing(key, person, asdict(message), priority=ANSWER))
        due.schedule(session, "event.seats", event.id, now)
        due.schedule(session, "event.redraw", event.id, now)
    return None


def _later(session: Session, event_id: str, now: datetime) -> datetime | None:
    """Somebody holds the event just now; with one that is gone there is nothing to do."""
    return now if session.get(Event, event_id) else None


def _lang(parts: Parts, session: Session, person: str) -> Lang:
    return members.language(session, person, parts.settings.default_language)


DUE = {"event.seats": offer, "event.offer": end}
