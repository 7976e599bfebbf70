"""Questions in the staff's statistics: how many, what became of them, in which language, about what."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core import few
from bot.core.texts import LANGUAGE_NAMES, Lang, Text
from bot.domain import questions
from bot.domain.questions import Question
from bot.slack.feature import Person
from handlers.ask import words
from knowledge.library import Library
from knowledge.vocabulary import vocabulary

TOPICS = 5


def statistics(session: Session, person: Person, since: datetime) -> list[str]:
    asked = questions.asked_since(session, since)
    people = {question.asker for question in asked if question.asker}
    if len(people) < few.ENOUGH:
        return [words.FEW_ASKED(person.lang, enough=few.ENOUGH)]
    return [words.COUNT(person.lang, count=len(asked), people=len(people)), *_parts(person, asked)]


def _parts(person: Person, asked: list[Question]) -> Iterator[str]:
    outcomes = few.shown(few.counted((question.outcome, question.asker) for question in asked))
    yield from _line(person.lang, words.OUTCOME, {words.OUTCOMES[name]: count for name, count in outcomes.items()})
    spoken = few.shown(few.counted((question.lang, question.asker) for question in asked))
    yield from _line(person.lang, words.SPOKEN, {LANGUAGE_NAMES[name]: count for name, count in spoken.items()})
    library = person.parts.library()
    about = [(topic, question.asker) for question in asked if (topic := _topic(question, library))]
    topics = list(few.shown(few.counted(about)).items())[:TOPICS]
    yield from _line(person.lang, words.TOPICS, {vocabulary().names[topic]: count for topic, count in topics})


def _topic(question: Question, library: Library) -> str | None:
    """What the first entry of the answer is about first."""
    entry = library.find(question.entries[0]) if question.entries and question.outcome == "answered" else None
    return entry.topics[0] if entry and entry.topics else None


def _line(lang: Lang, heading: Text, figures: dict[Text, int]) -> Iterator[str]:
    if figures:
        yield f"{heading[lang]}: {' · '.join(f'{name[lang]} {count}' for name, count in figures.items())}"
