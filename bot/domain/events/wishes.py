"""What a person wants to be reminded of instead of what organizers chose."""

from collections.abc import Collection

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_or_change
from bot.domain.events.occasions import REMINDERS


class EventWish(Base):
    """`reminders`: of REMINDERS. Who has no row gets what the organizers of each event chose."""

    __tablename__ = "event_wishes"

    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    reminders: Mapped[list[str]]


def wished(session: Session, person: str) -> list[str] | None:
    """None: as the organizers chose."""
    return session.scalar(sa.select(EventWish.reminders).where(EventWish.person == person))


def wish(session: Session, person: str, reminders: Collection[str]) -> None:
    """What is none of ours is left out."""
    chosen: list[str] = [one for one in REMINDERS if one in reminders]
    insert_or_change(session, EventWish(person=person, reminders=chosen), "reminders")


def forget(session: Session, person: str) -> int:
    """From now on as the organizers choose."""
    return changed(session.execute(sa.delete(EventWish).where(EventWish.person == person)))
