"""A question that was asked, as it is counted and shown, whatever it is part of: a poll, a survey."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.texts import Lang
from bot.domain.answers.figures import Estimate, median, score
from bot.domain.answers.kinds import WRITTEN, Kind, chosen


class Asked(Protocol):
    """`question` and `options`: by language; bokmål is always there. `enough`: answers that it needs to be shown where
    it is not `named`.
    """

    @property
    def kind(self) -> Kind: ...
    @property
    def question(self) -> Mapping[str, str]: ...
    @property
    def options(self) -> Mapping[str, Sequence[str]]: ...
    @property
    def named(self) -> bool: ...
    @property
    def enough(self) -> int: ...


@dataclass(frozen=True)
class Wording:
    """The question in one language; `fallback`: it was not written in that language, so these are the words in bokmål.

    `numbered`: the options are words of the organizer's, which are listed with numbers.
    """

    question: str
    options: tuple[str, ...]
    fallback: bool
    numbered: bool


def wording(asked: Asked, lang: Lang) -> Wording:
    shown = lang if lang in asked.question else "nb"
    return Wording(asked.question[shown], tuple(asked.options[shown]), shown != lang, asked.kind in WRITTEN)


@dataclass(frozen=True)
class Given:
    """An answer as it is stored."""

    option: int
    words: str | None = None


@dataclass(frozen=True)
class Tally:
    """`counts`: answers of each option; none where they are not shown."""

    turnout: int
    counts: tuple[int, ...] | None


@dataclass(frozen=True)
class Point:
    """The same question once of several times: when it closed, how many answered, and the answers."""

    closed_at: datetime
    turnout: int
    counts: tuple[int, ...]


def said(asked: Asked, given: Given, lang: Lang) -> str:
    """The words that were written, or the options that were chosen."""
    options = wording(asked, lang).options
    return given.words or ", ".join(options[n] for n in chosen(asked.kind, given.option) if n < len(options))


def summary(asked: Asked, counts: tuple[int, ...]) -> Estimate | None:
    """One figure for all answers, where the kind has one: the median of a scale, the score of a recommendation."""
    if asked.kind == "recommend":
        return score(counts)
    if asked.kind != "scale":
        return None
    found = median(counts)
    low, high = (None if end is None else end + 1 for end in (found.low, found.high))
    return Estimate(found.value + 1, low, high)
