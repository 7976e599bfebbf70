"""Who may be asked for an interview or a workshop after a round: kept apart from who has answered and what.

Whoever has not answered can agree too, and nothing hangs on it, so that it tells nothing of the answers.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once
from bot.domain.surveys.answering import admitted
from bot.domain.surveys.tables import Wave, find


class Agreement(Base):
    """No answer and no time; SQLite keeps the rows by key, not in order of arrival."""

    __tablename__ = "survey_agreements"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy reads it so

    wave: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    company: Mapped[str] = mapped_column(sa.String(16))


def agree(session: Session, wave_id: str, person: str, now: datetime) -> Wave:
    """While the round is open, by anybody in an invited company."""
    wave, company = admitted(session, wave_id, person, now)
    insert_once(session, Agreement(wave=wave.id, person=person, company=company))
    return wave


def withdraw(session: Session, wave_id: str, person: str) -> Wave:
    """At any time; who has not been asked yet is not asked any more."""
    wave = find(session, wave_id)
    session.execute(sa.delete(Agreement).where(Agreement.wave == wave.id, Agreement.person == person))
    return wave


def agreed(session: Session, person: str) -> Sequence[Wave]:
    """The rounds after which the person may be asked, the newest first."""
    query = sa.select(Wave).join(Agreement, Agreement.wave == Wave.id).where(Agreement.person == person)
    return session.scalars(query.order_by(Wave.made_at.desc(), Wave.id)).all()
