"""Calendars that are subscribed to: one's own, at an address that nobody can guess, and that of what is open to all."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_or_change
from bot.domain import members
from bot.domain.events.rows import Event, EventAnswer

BACK = timedelta(days=30)  # events stay this long after they are over, as the answers to them do
MOST = 500


class EventFeed(Base):
    """`hashed`: of the address's secret part, which is kept nowhere. `since`: when the address was made."""

    __tablename__ = "event_feeds"

    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    hashed: Mapped[str] = mapped_column(sa.String(64), index=True)
    since: Mapped[datetime]


def subscribe(session: Session, person: str, now: datetime) -> str:
    """The secret part of a new address; one that the person had before is no longer good."""
    token = secrets.token_urlsafe(32)
    insert_or_change(session, EventFeed(person=person, hashed=_hashed(token), since=now), "hashed", "since")
    return token


def stop(session: Session, person: str) -> int:
    return changed(session.execute(sa.delete(EventFeed).where(EventFeed.person == person)))


def subscribed(session: Session, person: str) -> datetime | None:
    """Since when the person has an address."""
    return session.scalar(sa.select(EventFeed.since).where(EventFeed.person == person))


def person_of(session: Session, token: str) -> str | None:
    """Whose address it is; none where there is no such address, or the person has left."""
    person = session.scalar(sa.select(EventFeed.person).where(EventFeed.hashed == _hashed(token)))
    return None if person is None or members.has_left(session, person) else person


def theirs(session: Session, person: str, now: datetime) -> Sequence[tuple[Event, str | None]]:
    """What the person may come to, with their answer, and what is open to all and they have not declined."""
    own = sa.and_(EventAnswer.event == Event.id, EventAnswer.person == person)
    wanted = sa.or_(EventAnswer.choice != "no", sa.and_(EventAnswer.choice.is_(None), Event.public))
    shown = (Event.draft.is_(False), Event.ends_at > now - BACK)
    query = sa.select(Event, EventAnswer.choice).outerjoin(EventAnswer, own).where(wanted, *shown)
    found = session.execute(query.order_by(Event.starts_at, Event.id).limit(MOST))
    return [(event, choice) for event, choice in found]


def open_to_all(session: Session, now: datetime) -> Sequence[Event]:
    query = sa.select(Event).where(Event.public, Event.draft.is_(False), Event.ends_at > now - BACK)
    return session.scalars(query.order_by(Event.starts_at, Event.id).limit(MOST)).all()


def _hashed(token: str) -> str:
    """Unsalted: what is random and this long cannot be found by trying."""
    return hashlib.sha256(token.encode()).hexdigest()
