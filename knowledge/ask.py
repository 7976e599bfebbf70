"""From a question to its answer, stage by stage."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime

from knowledge import compose
from knowledge.answers import Answer
from knowledge.decide import Decision, decide
from knowledge.followup import continues, may_continue, together
from knowledge.language import language
from knowledge.library import Library
from knowledge.rank import Ranked, rank
from knowledge.understand import Understood, understand
from knowledge.words import clean

AnswerSource = Callable[[Understood, datetime], Answer | None]
"""What another part of the bot knows just now, such as coming events: its answer to the question, if it has one."""


def answer(
    question: str, previous: str | None, now: datetime, library: Library, sources: Sequence[AnswerSource] = ()
) -> Answer:
    """`previous`: the asker's question before this one. The surest answer of the library and the sources."""
    understood, ranked, decision = _settle(clean(question), clean(previous or ""), library, now.date())
    found = _compose(understood, decision, now, library)
    found = replace(found, lang=understood.lang, why=_why(understood, ranked, decision))
    others = [known for source in sources if (known := source(understood, now))]
    return max([found, *others], key=lambda each: (each.outcome == "answered", each.confidence))


Settled = tuple[Understood, list[Ranked], Decision]


def _settle(question: str, previous: str, library: Library, today: date) -> Settled:
    """Alone, together with the question before, or whichever makes sense."""
    alone = _judged(understand(question, language(question) or language(previous), library.index), library, today)
    if not previous or not may_continue(question):
        return alone
    if alone[2].outcome == "answered" and not continues(question):
        return alone
    before = understand(previous, language(previous), library.index)
    both = _judged(together(alone[0], before, library.index), library, today)
    return alone if both[2].outcome != "answered" else both


def _judged(understood: Understood, library: Library, today: date) -> Settled:
    ranked = rank(understood, library.index, today)
    return understood, ranked, decide(understood, ranked)


def _compose(understood: Understood, decision: Decision, now: datetime, library: Library) -> Answer:
    if decision.outcome == "refused":
        nearest = tuple(each.entry for each in decision.ranked)
        return Answer("refused", None, entries=nearest, contact=library.general_contact, reason=decision.reason)
    if decision.outcome == "choose":
        return Answer("choose", None, entries=tuple(each.entry for each in decision.ranked))
    entries = compose.leads(understood, decision.ranked, library.find)
    return Answer(
        "answered",
        None,
        sentences=compose.sentences(entries, now.date()),
        entries=entries,
        contact=compose.contact(understood, entries, library.find),
        related=compose.related(entries, library.find),
        confidence=round(min(1.0, decision.ranked[0].score), 2),
    )


def _why(understood: Understood, ranked: Sequence[Ranked], decision: Decision) -> dict[str, object]:
    return {
        "language": understood.lang,
        "words": {each.word: [round(each.weight, 2), dict(each.ways)] for each in understood.asked},
        "wants": sorted(understood.wants),
        "named": sorted(understood.named),
        "years": sorted(understood.years),
        "ranked": [
            {
                "entry": each.entry.id,
                "score": round(each.score, 2),
                "cover": round(each.cover, 2),
                "fit": round(each.fit, 2),
            }
            for each in ranked[:5]
        ],
        "decided": f"{decision.outcome}: {decision.because}",
    }
