"""What is kept of a poll, beside its roll and its ballots (bot/domain/answers/ballots.py)."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain.answers.kinds import Kind

GONE = Text(
    nb="Denne målingen finnes ikke lenger.",
    nn="Denne målinga finst ikkje lenger.",
    en="This poll is no longer here.",
)


class Poll(Base):
    """`question` and `options` (a list): by language; bokmål is always there.

    `kind`: of bot.domain.answers.kinds; `most`: how many of several options may be chosen. `by_company`: one answer for
    each company. `private`: the channel is. `key`: of an anonymous poll while it is open, sealed. `enough`: answers
    that an anonymous one needs to be shown. `series`: the first poll that asked the same. `wall`: how often it was
    posted. `turnout`, `counts` (answers of each option) and `groups` (trait -> name, turnout, counts of each that may
    be shown) are written when it closes; no counts: too few to be shown, or all in words.
    """

    __tablename__ = "polls"

    question: Mapped[dict[str, Any]]
    options: Mapped[dict[str, Any]]
    channel: Mapped[str] = mapped_column(sa.String(32))
    private: Mapped[bool]
    named: Mapped[bool]
    made_by: Mapped[str | None] = mapped_column(sa.String(32))
    made_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    kind: Mapped[Kind] = mapped_column(sa.String(16), default="one")
    most: Mapped[int | None] = mapped_column(default=None)
    by_company: Mapped[bool] = mapped_column(default=False)
    enough: Mapped[int] = mapped_column(default=ENOUGH)
    series: Mapped[str | None] = mapped_column(sa.String(16), default=None)
    key: Mapped[str | None] = mapped_column(sa.String(128), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    turnout: Mapped[int | None] = mapped_column(default=None)
    counts: Mapped[list[int] | None] = mapped_column(sa.JSON(none_as_null=True), default=None)
    groups: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True), default=None)
    wall: Mapped[int] = mapped_column(default=1)


def missing(poll: Poll) -> list[Lang]:
    return [lang for lang in LANGUAGES if lang not in poll.question]


def find(session: Session, poll_id: str) -> Poll:
    return _found(session.get(Poll, poll_id))


SHARED = sa.select(Poll.__table__).where(Poll.__table__.c.id == sa.bindparam("poll_id")).with_for_update(read=True)


def share(session: Session, poll_id: str) -> Poll:
    """The poll, to be read: it cannot close before this transaction ends, and others share it.

    Every vote asks for it, so it is read past the object layer.
    """
    row = session.connection().execute(SHARED, {"poll_id": poll_id}).first()
    return _found(Poll(**row._mapping) if row else None)


def take(session: Session, poll_id: str) -> Poll:
    """The poll, for this transaction alone."""
    return _found(session.get(Poll, poll_id, with_for_update=True))


def _found(poll: Poll | None) -> Poll:
    if poll is None:
        raise UserError(GONE)
    return poll
