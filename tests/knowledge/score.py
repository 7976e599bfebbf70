"""Whether questions were answered rightly.

An answerable question is right when the text has all that it must have and nothing that it must not; missed when it
was refused or asked back; else wrong. An unanswerable one is right when it was refused or asked back; else false.
"""

import json
import re
import statistics
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

from bot.commands.ask import shown
from bot.core.texts import LANGUAGES, Lang
from knowledge.ask import answer
from knowledge.library import Library

HERE = Path(__file__).parent
FROZEN = HERE / "questions-frozen.jsonl"  # nobody looks at its single answers: its mark tells of questions never seen
LAY = HERE / "questions-lay.jsonl"  # the hardest: situations and everyday words of people who know no plan and no terms
SETS = (HERE / "questions.jsonl", HERE / "questions-dev.jsonl", HERE / "questions-work.jsonl", FROZEN, LAY)
NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)

Verdict = Literal["right", "missed", "wrong", "false"]
ANSWERABLE: tuple[Verdict, ...] = ("right", "missed", "wrong")
Question = dict[str, Any]


@dataclass(frozen=True)
class Scored:
    """`offered`: not answered rightly, but what can be pressed below leads to the right answer."""

    question: Question
    verdict: Verdict
    text: str
    answered: bool
    offered: bool


def read(file: Path) -> list[Question]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def score(questions: Iterable[Question], library: Library) -> list[Scored]:
    return [_scored(question, library) for question in questions]


def _scored(question: Question, library: Library) -> Scored:
    found = answer(question["question"], question.get("context"), NOW, library)
    lang = found.lang or question["lang"]
    text, answered = shown(found, lang), found.outcome == "answered"
    mark = verdict(question, text, answered)
    offered = mark in ("missed", "wrong") and any(
        _leads(question, entry.question[lang], library) for entry in found.offered
    )
    return Scored(question, mark, text, answered, offered)


def _leads(question: Question, pressed: str, library: Library) -> bool:
    found = answer(pressed, None, NOW, library)
    return verdict(question, shown(found, found.lang or question["lang"]), found.outcome == "answered") == "right"


def verdict(question: Question, text: str, answered: bool) -> Verdict:
    bad = any(re.search(pattern, text, re.IGNORECASE) for pattern in question.get("must_not", []))
    if not question["answerable"]:
        return "false" if bad or (answered and not question.get("either")) else "right"
    if not answered:
        return "missed"
    good = all(re.search(pattern, text, re.IGNORECASE) for pattern in question["must"])
    return "right" if good and not bad else "wrong"


def share(scored: Iterable[Scored], wanted: Verdict, *, answerable: bool) -> float:
    counts = Counter(each.verdict for each in scored if each.question["answerable"] == answerable)
    return counts[wanted] / max(1, counts.total())


def within_reach(scored: Iterable[Scored]) -> float:
    """Which share of the answerable is right, or one press away."""
    able = [each for each in scored if each.question["answerable"]]
    return sum(each.verdict == "right" or each.offered for each in able) / max(1, len(able))


def summary(scored: list[Scored]) -> str:
    lengths = [len(each.text) for each in scored if each.answered]
    shares = ", ".join(f"{share(scored, name, answerable=True):.0%} {name}" for name in ANSWERABLE)
    false = share(scored, "false", answerable=False)
    median = statistics.median(lengths)
    rights = {lang: share(_in(scored, lang), "right", answerable=True) for lang in LANGUAGES}
    said = ", ".join(f"{lang} {right:.0%}" for lang, right in rights.items())
    return f"of the answerable {shares} ({said}); of the others {false:.0%} false; median {median:.0f} characters"


def _in(scored: list[Scored], lang: Lang) -> list[Scored]:
    return [each for each in scored if each.question["lang"] == lang]
