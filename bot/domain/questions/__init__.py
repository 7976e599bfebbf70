"""The questions that were asked, and what became of them; the asker's name goes after 30 days."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.clocks import Day
from bot.core.db import Base, changed, new_id
from bot.core.errors import UserError
from bot.core.texts import Text

Reason = Literal["wrong", "old", "beside", "unclear", "other"]
REASONS: tuple[Reason, ...] = get_args(Reason)
KEEP_NAME = timedelta(days=30)
FOLLOW_UP = timedelta(minutes=15)

GONE = Text(
    nb="Dette spørsmålet er ikke lagret lenger. Still det gjerne på nytt.",
    nn="Dette spørsmålet er ikkje lagra lenger. Still det gjerne på nytt.",
    en="This question is no longer stored. Please ask it again.",
)
NOT_YOURS = Text(
    nb="Bare den som spurte, kan gjøre det.",
    nn="Berre den som spurde, kan gjere det.",
    en="Only the person who asked can do that.",
)


class Question(Base):
    """`channel` and `thread`: where it was asked, none where only the asker saw it (a command, the Home tab).

    `follows`: the question before it, where it may be a follow-up. `entries`: the ids of what was answered from.
    `helpful`: the asker's thumb; `reason` and `remark`: why it points down, where they tell.
    `settled_by`: what answers it by now, where nothing did then.
    """

    __tablename__ = "questions"

    asker: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    channel: Mapped[str | None] = mapped_column(sa.String(32))
    thread: Mapped[str | None] = mapped_column(sa.String(32))
    words: Mapped[str] = mapped_column(sa.Text)
    follows: Mapped[str | None] = mapped_column(sa.Text)
    lang: Mapped[str] = mapped_column(sa.String(2))
    outcome: Mapped[str] = mapped_column(sa.String(16))
    entries: Mapped[list[str]]
    asked_at: Mapped[datetime] = mapped_column(index=True)
    helpful: Mapped[bool | None] = mapped_column(default=None)
    reason: Mapped[str | None] = mapped_column(sa.String(16), default=None)
    remark: Mapped[str] = mapped_column(sa.Text, default="")
    settled_by: Mapped[str | None] = mapped_column(sa.String(120), default=None)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


def own(session: Session, question_id: str, person: str) -> Question:
    """The question; refused where it is gone or somebody else's."""
    question = session.get(Question, question_id)
    if question is None or question.asker is None:
        raise UserError(GONE)
    if question.asker != person:
        raise UserError(NOT_YOURS)
    return question


def previous(session: Session, asker: str, channel: str | None, thread: str | None, now: datetime) -> str | None:
    """What a follow-up follows: the last question of this thread, else the asker's own last private one, if recent."""
    newest = sa.select(Question.words).order_by(Question.asked_at.desc()).limit(1)
    if thread and (words := session.scalar(newest.where(Question.channel == channel, Question.thread == thread))):
        return words
    private = sa.or_(Question.channel.is_(None), Question.channel.startswith("D"))
    recent = Question.asked_at > now - FOLLOW_UP
    return session.scalar(newest.where(Question.asker == asker, private, recent))


def rate(session: Session, question_id: str, person: str, helpful: bool) -> None:
    """Keep the asker's thumb; where it turns up, why it pointed down counts no more."""
    question = own(session, question_id, person)
    question.helpful = helpful
    if helpful:
        question.reason, question.remark = None, ""


def explain(session: Session, question_id: str, person: str, reason: Reason | None, remark: str) -> None:
    """Why the asker's thumb points down; a later thumb up stays."""
    question = own(session, question_id, person)
    if question.helpful is False:
        question.reason, question.remark = reason, remark


def asked_since(session: Session, since: datetime) -> list[Question]:
    return list(session.scalars(sa.select(Question).where(Question.asked_at > since)))


def forget_names(session: Session, now: datetime) -> None:
    """Take away who asked, and where, from questions older than 30 days."""
    old = sa.update(Question).where(Question.asked_at < now - KEEP_NAME, Question.asker.is_not(None))
    session.execute(old.values(asker=None, channel=None, thread=None))


def figures(session: Session, day: Day) -> dict[str, float]:
    """What became of the questions of a day."""
    asked = (Question.asked_at >= day.begins, Question.asked_at < day.ends)
    counted = sa.select(Question.outcome, sa.func.count()).where(*asked).group_by(Question.outcome)
    found: dict[str, float] = dict(session.execute(counted).all())
    return {outcome: found.get(outcome, 0) for outcome in ("answered", "choose", "refused")}


def of(session: Session, asker: str) -> Sequence[Question]:
    return session.scalars(sa.select(Question).where(Question.asker == asker)).all()


def delete_all(session: Session, asker: str) -> int:
    """Delete what the person asked; says how many questions that were."""
    return changed(session.execute(sa.delete(Question).where(Question.asker == asker)))


def export(session: Session, asker: str) -> list[dict[str, object]]:
    rows = session.scalars(sa.select(Question).where(Question.asker == asker).order_by(Question.asked_at))
    names = ("words", "asked_at", "lang", "outcome", "entries", "helpful", "reason", "remark")
    return [{name: getattr(row, name) for name in names} for row in rows]
