"""How well our own questions are answered: those we work with, unseen ones, laymen's, and those meant to harm."""

import statistics
import time
from collections.abc import Iterable

from bot.core.texts import LANGUAGES
from knowledge.ask import answer
from knowledge.library import Library, load
from tests.benchmarks import Figure
from tests.knowledge.hostile import HOSTILE
from tests.knowledge.score import FROZEN, LAY, NOW, SETS, Scored, read, score, share, within_reach

RIGHT, WRONG, FALSE = 92, 3, 3  # per cent
APART = 5  # points between the best and the worst language
CHARACTERS = 450  # of the median answer
SLOWEST = 100  # milliseconds, for a question meant to harm


def run() -> list[Figure]:
    library = load()
    halves = {
        "work half": [question for file in SETS if file not in (FROZEN, LAY) for question in read(file)],
        "frozen half": read(FROZEN),
        "laymen": read(LAY),
    }
    marks = [figure for half, questions in halves.items() for figure in _marks(half, score(questions, library))]
    return [*marks, _hostile(library)]


def _marks(half: str, scored: list[Scored]) -> list[Figure]:
    able = [each for each in scored if each.question["answerable"]]
    rights = {lang: _percent(share(_in(scored, lang), "right", answerable=True)) for lang in LANGUAGES}
    lengths = [len(each.text) for each in scored if each.answered]
    return [
        Figure(f"{half}: answerable", len(able), ""),
        Figure(f"{half}: unanswerable", len(scored) - len(able), ""),
        Figure(f"{half}: right", _percent(share(scored, "right", answerable=True)), "%", RIGHT, "at least"),
        *(Figure(f"{half}: right, {lang}", right, "%") for lang, right in rights.items()),
        Figure(f"{half}: languages apart", max(rights.values()) - min(rights.values()), "points", APART),
        Figure(f"{half}: right, or one press away", _percent(within_reach(scored)), "%"),
        Figure(f"{half}: missed", _percent(share(scored, "missed", answerable=True)), "%"),
        Figure(f"{half}: wrong", _percent(share(scored, "wrong", answerable=True)), "%", WRONG),
        Figure(f"{half}: unanswerable answered", _percent(share(scored, "false", answerable=False)), "%", FALSE),
        Figure(f"{half}: median answer", statistics.median(lengths), "chars", CHARACTERS),
    ]


def _in(scored: Iterable[Scored], lang: str) -> list[Scored]:
    return [each for each in scored if each.question["lang"] == lang]


def _percent(part: float) -> float:
    return round(100 * part, 1)


def _hostile(library: Library) -> Figure:
    return Figure("slowest hostile question", max(_took(text, library) for text in HOSTILE.values()), "ms", SLOWEST)


def _took(text: str, library: Library) -> float:
    """The quickest of three times, as something else may run beside."""
    return min(_once(text, library) for _ in range(3))


def _once(text: str, library: Library) -> float:
    began = time.perf_counter()
    answer(text, None, NOW, library)
    return (time.perf_counter() - began) * 1000
