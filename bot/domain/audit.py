"""Who did what, when, to whom: for what organizers and administrators do."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base


class AuditRow(Base):
    """`about`: the id of what was changed. `detail` never holds message text or ballots."""

    __tablename__ = "audit"

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    at: Mapped[datetime] = mapped_column(index=True)
    who: Mapped[str] = mapped_column(sa.String(32))
    what: Mapped[str] = mapped_column(sa.String(32))
    about: Mapped[str] = mapped_column(sa.String(64))
    detail: Mapped[str] = mapped_column(sa.String(255), default="")


def note(session: Session, at: datetime, *, who: str, what: str, about: str, detail: str = "") -> None:
    session.add(AuditRow(at=at, who=who, what=what, about=about, detail=detail))


def of(session: Session, *kinds: str) -> Sequence[AuditRow]:
    """What was done of these kinds, the first word of `what`; the oldest first."""
    mine = sa.or_(*(AuditRow.what.startswith(f"{kind} ") for kind in kinds))
    return session.scalars(sa.select(AuditRow).where(mine).order_by(AuditRow.id)).all()


def export(session: Session, person: str) -> list[dict[str, Any]]:
    """What the person did, and what was done about them. «Slett meg» leaves it: the log is there for others."""
    theirs = sa.or_(AuditRow.who == person, AuditRow.about == person)
    rows = session.scalars(sa.select(AuditRow).where(theirs).order_by(AuditRow.id))
    return [{name: getattr(row, name) for name in ("at", "who", "what", "about", "detail")} for row in rows]
