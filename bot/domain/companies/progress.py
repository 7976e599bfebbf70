"""How far the register was read: its change feeds, and a municipality that is being filled in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_or_change
from bot.domain.companies.register import RegisterUnit

BRANCH = "underenheter"  # the register's word for branches, beside that for companies
EARLIEST = date(1900, 1, 1)
DAY = timedelta(days=1)


class RegisterFeed(Base):
    """`kind`: companies or branches, by the register's words. `position`: the last change that was followed."""

    __tablename__ = "register_feeds"

    kind: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    position: Mapped[int] = mapped_column(sa.BigInteger)


class RegisterFill(Base):
    """A municipality that is not read to the end. `left`: Windows that are still to be read; `done`: units so far."""

    __tablename__ = "register_fills"

    municipality: Mapped[str] = mapped_column(sa.String(4), primary_key=True)
    left: Mapped[list[Any]] = mapped_column(sa.JSON)
    done: Mapped[int] = mapped_column(default=0)


# --- changes ---


def position(session: Session, kind: str) -> int | None:
    return session.scalar(sa.select(RegisterFeed.position).where(RegisterFeed.kind == kind))


def followed(session: Session, kind: str, position: int) -> None:
    insert_or_change(session, RegisterFeed(kind=kind, position=position), "position")


def first_read(session: Session, kind: str) -> datetime | None:
    """Since when changes of this kind concern us; none where nothing of it is kept."""
    is_branch = RegisterUnit.parent != ""
    mine = is_branch if kind == BRANCH else ~is_branch
    return session.scalar(sa.select(RegisterUnit.read_at).where(mine).order_by(RegisterUnit.read_at).limit(1))


def kept(session: Session, numbers: Collection[str]) -> list[str]:
    """Which of these we keep."""
    query = sa.select(RegisterUnit.number).where(RegisterUnit.number.in_(numbers))
    return list(session.scalars(query.order_by(RegisterUnit.number)))


# --- a whole municipality ---


@dataclass(frozen=True)
class Window:
    """Units of a kind that were registered between two days, from a page on; without days: all."""

    kind: str
    since: date | None = None
    until: date | None = None
    page: int = 0

    def stored(self) -> list[Any]:
        days = [day and day.isoformat() for day in (self.since, self.until)]
        return [self.kind, *days, self.page]

    @classmethod
    def read(cls, stored: list[Any]) -> "Window":
        kind, since, until, page = stored
        return cls(kind, since and date.fromisoformat(since), until and date.fromisoformat(until), page)

    def halves(self, today: date) -> list["Window"]:
        """For more units than can be paged through; a single day cannot be halved."""
        since, until = self.since or EARLIEST, self.until or today
        middle = since + (until - since) // 2
        return [Window(self.kind, since, middle), Window(self.kind, middle + DAY, until)] if since < until else [self]


def fill(session: Session, municipality: str) -> RegisterFill | None:
    return session.get(RegisterFill, municipality)


def begin(session: Session, municipality: str, kinds: Collection[str]) -> None:
    """Where it was begun already, it goes on."""
    if fill(session, municipality) is None:
        session.add(RegisterFill(municipality=municipality, left=[Window(kind).stored() for kind in kinds]))


def go_on(session: Session, municipality: str, left: list[Window], done: int) -> None:
    """What is still to be read after a page; nothing: it is finished."""
    row = session.get_one(RegisterFill, municipality)
    row.left, row.done = [one.stored() for one in left], row.done + done
    if not left:
        session.delete(row)
