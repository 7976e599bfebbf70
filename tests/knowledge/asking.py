"""Asking in the tests: a question to the handful of entries, on a day of our choice."""

from datetime import UTC, datetime

from knowledge.answers import Answer
from knowledge.ask import answer
from tests.knowledge.entries import LIBRARY

NOW = datetime(2026, 2, 1, 9, tzinfo=UTC)


def ask(question: str, previous: str | None = None, now: datetime = NOW) -> Answer:
    return answer(question, previous, now, LIBRARY)
