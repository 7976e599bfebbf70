"""Who somebody is: a row for each person who has spoken with the bot."""

from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once
from bot.core.texts import Lang

Role = Literal["member", "administrator"]


class Member(Base):
    """`id` is the person's Slack id. `language`: none until chosen."""

    __tablename__ = "members"

    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    language: Mapped[str | None] = mapped_column(sa.String(2), default=None)
    role: Mapped[str] = mapped_column(sa.String(16), default="member")


def language(session: Session, person: str, default: Lang) -> Lang:
    chosen = session.scalar(sa.select(Member.language).where(Member.id == person))
    return chosen or default  # type: ignore[return-value]


def choose_language(session: Session, person: str, lang: Lang) -> None:
    meet(session, person)
    session.execute(sa.update(Member).where(Member.id == person).values(language=lang))


def meet(session: Session, person: str) -> None:
    """Make sure that the person has a row."""
    insert_once(session, Member(id=person))


def is_administrator(session: Session, person: str) -> bool:
    return session.scalar(sa.select(Member.role).where(Member.id == person)) == "administrator"


def set_administrators(session: Session, people: tuple[str, ...]) -> None:
    """Exactly `people` are administrators."""
    session.execute(sa.update(Member).where(Member.id.not_in(people)).values(role="member"))
    for person in people:
        meet(session, person)
    session.execute(sa.update(Member).where(Member.id.in_(people)).values(role="administrator"))
