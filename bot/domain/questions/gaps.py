"""What lacks an answer: refused and down-voted questions, by nearest entry and topic, until somebody fills the gap."""

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed, new_id
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import members
from bot.domain.questions import Question

LOOK_BACK = timedelta(days=90)
Topic = Callable[[str, str | None], str | None]
"""The topic of a question, whose nearest entry is given by its id."""

ALREADY = Text(
    nb="Disse spørsmålene er allerede besvart, eller slettet av dem som spurte. Ingenting er sendt.",
    nn="Desse spørsmåla er alt svart på, eller sletta av dei som spurde. Ingenting er sendt.",
    en="These questions have already been answered, or deleted by those who asked. Nothing was sent.",
)


DISMISSED = "dismissed:"  # what settles a question that is nothing for us, with the name of the press
BACK = Text(
    nb="Disse spørsmålene er allerede hentet fram igjen, eller slettet av dem som spurte.",
    nn="Desse spørsmåla er alt henta fram att, eller sletta av dei som spurde.",
    en="These questions have already been brought back, or deleted by those who asked.",
)


@dataclass(frozen=True)
class Gap:
    """`near`: the id of the nearest entry; `questions`: the newest first."""

    near: str | None
    topic: str | None
    questions: tuple[Question, ...]

    @property
    def disliked(self) -> int:
        return sum(question.helpful is False for question in self.questions)

    def wordings(self) -> list[Question]:
        """One question for each way of asking, those asked most often first."""
        ways: dict[str, list[Question]] = {}
        for question in self.questions:
            ways.setdefault(_plain(question.words), []).append(question)
        return [asked[0] for asked in sorted(ways.values(), key=len, reverse=True)]


@dataclass(frozen=True)
class Filling:
    """What fills a gap: the question and its answer as the staff put them, and how people asked: `asks`.

    `topic`: a word of the vocabulary.
    """

    question: Text
    answer: Text
    asks: tuple[str, ...]
    topic: str | None = None


def found(session: Session, now: datetime, topic: Topic) -> list[Gap]:
    """All gaps of the last 90 days, the one that was asked about most first; without what was put aside."""
    groups: dict[tuple[str | None, str | None], list[Question]] = {}
    aside = sa.select(Question.words).where(Question.settled_by.startswith(DISMISSED))
    dismissed = {_plain(words) for words in session.scalars(aside)}
    for question in session.scalars(_open(now).order_by(Question.asked_at.desc())):
        if _plain(question.words) in dismissed:
            continue
        near = question.entries[0] if question.entries else None
        groups.setdefault((near, topic(question.words, near)), []).append(question)
    gaps = [Gap(near, about, tuple(questions)) for (near, about), questions in groups.items()]
    return sorted(gaps, key=lambda gap: len(gap.questions), reverse=True)


def find(session: Session, now: datetime, topic: Topic, near: str | None, about: str | None) -> Gap:
    """Refused where nothing of it is open any more."""
    gaps = found(session, now, topic)
    gap = next((gap for gap in gaps if (gap.near, gap.topic) == (near, about)), None)
    if gap is None:
        raise UserError(ALREADY)
    return gap


def chosen(session: Session, now: datetime, ids: Collection[str]) -> list[Question]:
    """These questions and all that ask in the same words, locked; refused where none is open any more."""
    waiting = list(session.scalars(_open(now).order_by(Question.asked_at.desc()).with_for_update()))
    ways = {_plain(question.words) for question in waiting if question.id in ids}
    if not ways:
        raise UserError(ALREADY)
    return [question for question in waiting if _plain(question.words) in ways]


def settle(session: Session, questions: Iterable[Question], by: str) -> list[Question]:
    """Mark them as answered by this; gives one question, the newest, of each person who is still there."""
    latest: dict[str, Question] = {}
    for question in questions:
        question.settled_by = by
        if question.asker and not members.has_left(session, question.asker):
            latest.setdefault(question.asker, question)
    return list(latest.values())


def dismiss(session: Session, questions: Iterable[Question]) -> str:
    """They are nothing for us, also when they are asked again in the same words; gives the name to undo it by."""
    name = new_id()
    settle(session, questions, DISMISSED + name)
    return name


def restore(session: Session, name: str) -> None:
    """Undo a dismissal; refused where nothing of it is left."""
    theirs = sa.update(Question).where(Question.settled_by == DISMISSED + name)
    if not changed(session.execute(theirs.values(settled_by=None))):
        raise UserError(BACK)


def _open(now: datetime) -> sa.Select[Question]:
    unanswered = sa.or_(Question.outcome == "refused", Question.helpful.is_(False))
    return sa.select(Question).where(unanswered, Question.settled_by.is_(None), Question.asked_at > now - LOOK_BACK)


def _plain(words: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", words.casefold()).split())
