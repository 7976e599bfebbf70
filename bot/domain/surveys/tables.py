"""What is kept of surveys, beside roll and ballots (bot/domain/answers/ballots.py)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.texts import Lang, Text
from bot.domain import members
from bot.domain.answers.kinds import Kind

GONE = Text(
    nb="Denne undersøkelsen finnes ikke lenger.",
    nn="Denne undersøkinga finst ikkje lenger.",
    en="This survey is no longer here.",
)


@dataclass(frozen=True)
class Question:
    """As bot.domain.answers.asked.Asked; always without names. `id`: under which its ballots stand."""

    id: str
    kind: Kind
    question: Mapping[str, str]
    options: Mapping[str, Sequence[str]]
    most: int | None
    enough: int = ENOUGH
    named: bool = False

    @property
    def optional(self) -> bool:
        return self.kind == "words"


@dataclass(frozen=True)
class Part:
    title: Mapping[str, str]
    questions: tuple[Question, ...]


class Survey(Base):
    """`title`, `typed` (all parts as the organizer wrote them): by language; bokmål is always there."""

    __tablename__ = "surveys"

    title: Mapped[dict[str, Any]]
    typed: Mapped[dict[str, Any]]
    made_by: Mapped[str | None] = mapped_column(sa.String(32))
    made_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)

    def named(self, lang: Lang) -> str:
        return str(self.title.get(lang) or self.title["nb"])


class Wave(Base):
    """A survey asked once. `parts`: its questions as they were then. `key`: sealed, while it is open.

    `turnout` and `results` (question -> turnout, counts, groups) are written when it closes.
    """

    __tablename__ = "survey_waves"

    survey: Mapped[str] = mapped_column(sa.String(16), index=True)
    name: Mapped[str] = mapped_column(sa.String(40))
    title: Mapped[dict[str, Any]]
    parts: Mapped[list[dict[str, Any]]] = mapped_column(sa.JSON)
    made_by: Mapped[str | None] = mapped_column(sa.String(32))
    made_at: Mapped[datetime]
    closes_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    enough: Mapped[int] = mapped_column(default=ENOUGH)
    key: Mapped[str | None] = mapped_column(sa.String(128), default=None)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    turnout: Mapped[int | None] = mapped_column(default=None)
    results: Mapped[dict[str, Any] | None] = mapped_column(sa.JSON(none_as_null=True), default=None)

    def read(self) -> list[Part]:
        return [
            Part(part["title"], tuple(Question(**one, enough=self.enough) for one in part["questions"]))
            for part in self.parts
        ]

    def questions(self) -> list[Question]:
        return [question for part in self.read() for question in part.questions]

    def named(self, lang: Lang) -> str:
        """«Næringspuls 2027»."""
        return called(self.title, self.name, lang)


def called(title: Mapping[str, str], name: str, lang: Lang) -> str:
    return f"{title.get(lang) or title['nb']} {name}"


class Invitation(Base):
    """A company that is asked. `told_at`: when the first of its people was sent the invitation."""

    __tablename__ = "survey_invitations"

    wave: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    company: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    told_at: Mapped[datetime | None] = mapped_column(default=None)


def find(session: Session, wave_id: str) -> Wave:
    return _found(session.get(Wave, wave_id))


def share(session: Session, wave_id: str) -> Wave:
    """To be read: it cannot close before this transaction ends, and others share it."""
    return _found(session.get(Wave, wave_id, with_for_update={"read": True}))


def take(session: Session, wave_id: str) -> Wave:
    """For this transaction alone."""
    return _found(session.get(Wave, wave_id, with_for_update=True))


def _found(wave: Wave | None) -> Wave:
    if wave is None:
        raise UserError(GONE)
    return wave


def for_organizer(session: Session, survey_id: str, by: str) -> Survey:
    members.require(session, by, "organizer")
    survey = session.get(Survey, survey_id)
    if survey is None:
        raise UserError(GONE)
    return survey
