"""Whether to answer, to ask back, or to refuse, and why; when unsure we refuse."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.texts import LANGUAGES
from knowledge.answers import Outcome, Reason
from knowledge.entry import Entry
from knowledge.rank import Ranked
from knowledge.understand import Understood

SURE = 0.42  # score from which an entry answers: below it, most of what was asked stands in no entry
TRACE = 0.15  # score below which we have nothing on it at all
CLOSE = 0.93  # of the best score: a second reading as near as this is another possible meaning
CHOICES = 3
BRIEF = 2  # words that carry the question; only so short a question is unclear enough to ask back

_MONEY = re.compile(r"\b(kr|kroner|nok|mill\w*|milliard\w*|gratis|free|prosent|per cent)\b|%", re.IGNORECASE)
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[–-]\s?((?:19|20)\d\d))?")


@dataclass(frozen=True)
class Decision:
    """`ranked`: what to answer from, best first; the readings to choose between; or the nearest that we have."""

    outcome: Outcome
    ranked: tuple[Ranked, ...]
    reason: Reason | None = None
    because: str = ""


def decide(understood: Understood, ranked: Sequence[Ranked]) -> Decision:
    if not ranked or ranked[0].score < TRACE:
        return _refuse("nothing", ranked[:0], "no entry shares enough with the question")
    best = ranked[0]
    if "person" in understood.wants:
        return _refuse("outside", ranked, "a person is asked for, we know roles only")
    if missing := _strange_years(understood, best.entry):
        return _refuse("unsure", ranked, f"a year that the entry does not tell of: {missing}")
    if "price" in understood.wants and not _tells_money(best.entry):
        return _refuse("unsure", ranked, "a price is asked for, the entry has none")
    if best.score < SURE:
        return _refuse("unsure", ranked, f"score {best.score:.2f} is below {SURE}")
    if readings := _readings(understood, ranked):
        return Decision("choose", readings, because="several entries fit a short question equally well")
    return Decision("answered", tuple(ranked), because=f"score {best.score:.2f}")


def _refuse(reason: Reason, ranked: Sequence[Ranked], because: str) -> Decision:
    return Decision("refused", tuple(ranked[:1]), reason, because)


def _strange_years(understood: Understood, entry: Entry) -> list[int]:
    return sorted(understood.years - years_of(entry)) if understood.years else []


def years_of(entry: Entry) -> set[int]:
    """All years that the entry tells of; «2019–2022» tells of four."""
    told = [*(entry.text[lang] for lang in LANGUAGES), *map(str, entry.facts.values())]
    told += [part for source in entry.source for part in (source.as_of, source.document)]
    spans = (match.groups() for text in told for match in _YEARS.finditer(text))
    return {year for first, last in spans for year in range(int(first), int(last or first) + 1)}


def _tells_money(entry: Entry) -> bool:
    return _MONEY.search(entry.text.nb) is not None


def _readings(understood: Understood, ranked: Sequence[Ranked]) -> tuple[Ranked, ...]:
    """Two or three entries that a short question without a clear wish may mean."""
    telling = [each for each in understood.asked if each.weight > 0.3]
    if understood.wants or len(telling) > BRIEF or ranked[0].fit > 0.99:
        return ()
    close = [each for each in ranked[:CHOICES] if each.score >= CLOSE * ranked[0].score]
    return tuple(close) if len(close) > 1 else ()
