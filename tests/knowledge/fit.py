"""The thresholds of `knowledge.decide`, tried on all but the frozen questions.

A wrong or a false answer costs as much as three that were not given. One threshold at a time, the others as they stand.
"""

from collections import Counter
from collections.abc import Iterator

from knowledge import decide
from knowledge.library import Library
from tests.knowledge.score import FROZEN, SETS, Question, read, score

COSTS = {"right": 0, "missed": 1, "wrong": 3, "false": 3}
TRIED = {
    "SURE": (0.38, 0.42, 0.46, 0.5),
    "STRANGE": (0.34, 0.36, 0.38, 0.4, 0.42),
}


def fit(library: Library) -> Iterator[str]:
    """What each value costs, as lines to read."""
    questions = [question for file in SETS if file != FROZEN for question in read(file)]
    for name, values in TRIED.items():
        stands = getattr(decide, name)
        for value in values:
            setattr(decide, name, value)
            yield f"{name} {value}{' (as it stands)' if value == stands else ''}: {cost(questions, library)}"
        setattr(decide, name, stands)


def cost(questions: list[Question], library: Library) -> str:
    counts = Counter(each.verdict for each in score(questions, library))
    said = ", ".join(f"{count} {verdict}" for verdict, count in sorted(counts.items()))
    return f"{sum(COSTS[verdict] * count for verdict, count in counts.items())} ({said})"
