"""Rounds that are ready to be opened by an organizer: nobody has been asked."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.surveys.tables import GONE


class Ready(Base):
    """`companies`, `days`: as of a Repeat."""

    __tablename__ = "survey_ready"

    survey: Mapped[str] = mapped_column(sa.String(16), index=True)
    name: Mapped[str] = mapped_column(sa.String(40))
    companies: Mapped[list[str]]
    days: Mapped[int]
    at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


def of(session: Session, survey_id: str) -> Sequence[Ready]:
    """The newest first."""
    return session.scalars(sa.select(Ready).where(Ready.survey == survey_id).order_by(Ready.at.desc())).all()


def find(session: Session, ready_id: str, by: str) -> Ready:
    members.require(session, by, "organizer")
    found = session.get(Ready, ready_id)
    if found is None:
        raise UserError(GONE)
    return found


def drop(session: Session, ready_id: str, by: str) -> Ready:
    found = find(session, ready_id, by)
    session.delete(found)
    return found
