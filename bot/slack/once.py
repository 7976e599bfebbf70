"""A request of Slack's is carried out once, however often it is delivered.

Its keys are claimed in the transaction that does the work: where a key stands already, nothing happens again; where
the work is refused or fails, the claim goes with it.
"""

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once


class Claim(Base):
    """`scope` lets all claims of one thing (a poll) be removed."""

    __tablename__ = "claims"

    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    scope: Mapped[str] = mapped_column(sa.String(64), index=True)
    at: Mapped[datetime] = mapped_column(index=True)


class Repeated(Exception):
    """The request was carried out before."""


def claim(session: Session, keys: Iterable[str], scope: str, at: datetime) -> None:
    """Claim all keys; raises Repeated where one is taken. They are kept hashed, since they name people."""
    for key in keys:
        if not insert_once(session, Claim(key=hashed(key), scope=scope, at=at)):
            raise Repeated


def hashed(key: str) -> str:
    return sha256(key.encode()).hexdigest()


def forget(session: Session, before: datetime) -> None:
    """Slack repeats an event for 24 hours at most; older claims guard nothing."""
    session.execute(sa.delete(Claim).where(Claim.at < before))
