"""From a question to its answer, stage by stage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.texts import Lang
from knowledge import compose
from knowledge.answers import Answer
from knowledge.decide import Decision, decide, guesses, near_readings
from knowledge.entry import Entry
from knowledge.excerpts import excerpt
from knowledge.followup import continues, may_continue, together
from knowledge.language import Tongues, language, norwegian
from knowledge.leads import leads
from knowledge.library import Library
from knowledge.parts import parts
from knowledge.rank import Ranked, rank
from knowledge.understand import Understood, understand
from knowledge.words import clean

CLOSE = 0.85  # of the best score: an entry as near as this is tried where the best one does not answer
CLOSELY = 4  # entries that are tried
AnswerSource = Callable[[Understood, datetime], Answer | None]
"""What another part of the bot knows just now, such as coming events: its answer to the question, if it has one."""


def answer(
    question: str, previous: str | None, now: datetime, library: Library, sources: Sequence[AnswerSource] = ()
) -> Answer:
    """`previous`: the asker's question before this one. The surest answer of the library and the sources."""
    asked, before = clean(question), clean(previous or "")
    settled = _settle_all(asked, before, library, now.date())
    found = _compose(settled, now, library)
    if found.reason in ("nothing", "unsure"):
        found = excerpt(asked, before, found.lang, library.passages, now.date()) or found
    others = [known for source in sources if (known := _known(source, asked, before, settled.understood, library, now))]
    # What is known just now comes before what the library tells as surely.
    best = max([*others, found], key=lambda each: (each.outcome == "answered", each.confidence))
    tongues = library.index.tongues
    in_norwegian = norwegian(asked, tongues) or (not language(asked, tongues) and norwegian(before, tongues))
    return replace(best, norwegian=in_norwegian)


def _known(
    source: AnswerSource, asked: str, before: str, understood: Understood, library: Library, now: datetime
) -> Answer | None:
    """What a source says to the question by itself, else together with the one before; a clear «and …» the other way
    round. What is a whole question to a source may be a mere fragment to the library.
    """
    if not before:
        return source(understood, now)
    alone = _alone(asked, before, library, now.date()).understood
    first, second = (understood, alone) if continues(asked) else (alone, understood)
    return source(first, now) or source(second, now)


@dataclass(frozen=True)
class Settled:
    """A question as it was understood, and what came of it. `partly`: the other of two questions has no answer.

    `parts`: two questions that were settled each by itself.
    """

    understood: Understood
    ranked: list[Ranked]
    leads: tuple[Entry, ...]
    decision: Decision
    partly: bool = False
    parts: tuple["Settled", ...] = ()

    @property
    def answered(self) -> bool:
        return self.decision.outcome == "answered"


def _settle_all(message: str, previous: str, library: Library, today: date) -> Settled:
    """Of two questions in one message each is settled by itself, where that leads to two answers."""
    before = _alone(previous, "", library, today) if previous else None
    whole = _settle(message, before, library, today)
    pieces = parts(message)
    if not pieces:
        return whole
    first = _settle(pieces[0], before, library, today)
    second = _settle(pieces[1], first, library, today)
    known = [each for each in (first, second) if each.answered]
    if len(known) == 1 and not whole.answered and (first.answered or not may_continue(pieces[1])):
        return replace(known[0], partly=True)
    if len(known) < 2 or any(lead in second.leads for lead in first.leads):
        return whole
    return replace(first, understood=whole.understood, leads=(first.leads[0], second.leads[0]), parts=(first, second))


def _settle(question: str, before: Settled | None, library: Library, today: date) -> Settled:
    """Alone, together with the question before, or whichever makes sense."""
    alone = _alone(question, before.understood.question if before else "", library, today)
    if before is None or not may_continue(question):
        return alone
    if alone.answered and alone.understood.named and not continues(question):
        return alone
    led = [entry.id for entry in before.leads if before.answered]
    both = _judged(together(alone.understood, before.understood, led), library, today)
    return both if both.answered or (continues(question) and not before.answered) else alone


def _alone(question: str, previous: str, library: Library, today: date) -> Settled:
    spoken = _spoken(question, previous, library.index.tongues)
    return _judged(understand(question, spoken, library.index, today), library, today)


def _spoken(question: str, previous: str, tongues: Tongues) -> Lang | None:
    """The question before tells the language where this one does not; but English tells nothing of a Norwegian one."""
    before = language(previous, tongues)
    return language(question, tongues) or (None if before == "en" and norwegian(question, tongues) else before)


def _judged(understood: Understood, library: Library, today: date) -> Settled:
    ranked = rank(understood, library.index, today)
    best = _tried(understood, ranked, library)
    if best.decision.reason != "unsure":
        return best
    close = [n for n, each in enumerate(ranked[:CLOSELY]) if n and each.score >= CLOSE * ranked[0].score]
    others = (_tried(understood, ranked[n:], library) for n in close)
    return next((other for other in others if other.answered), best)


def _tried(understood: Understood, ranked: list[Ranked], library: Library) -> Settled:
    chosen = leads(understood, ranked, library.find)
    return Settled(understood, ranked, chosen, decide(understood, ranked, chosen))


def _compose(settled: Settled, now: datetime, library: Library) -> Answer:
    decision, entries = settled.decision, settled.leads
    lang, why = settled.understood.lang, _why(settled)
    if decision.outcome == "refused":
        nearest, reason = decision.entries, decision.reason
        helper = compose.contact_of_refusal(nearest, library.find) if reason == "unsure" else None
        contact = helper or library.general_contact
        contacts = (contact,) if contact else ()
        ranked = [each for each in settled.ranked if each.entry not in contacts]  # a contact is told anyway
        others = guesses(settled.understood, ranked, nearest) if reason == "unsure" else ()
        return Answer("refused", lang, (), nearest, contacts, others, reason, why=why)
    if decision.outcome == "choose":
        return Answer("choose", lang, entries=decision.entries, why=why)
    return Answer(
        "answered",
        lang,
        sentences=compose.sentences(entries, now.date(), library.find, partly=settled.partly),
        entries=entries,
        contacts=_contacts(settled, library),
        related=compose.related(entries, now.date(), library.find, near_readings(settled.ranked)),
        confidence=round(min(1.0, settled.ranked[0].score), 2),
        why=why,
    )


def _contacts(settled: Settled, library: Library) -> tuple[Entry, ...]:
    """One for each question; where one of two asks whom to turn to, both are answered so."""
    asked = [part.leads for part in settled.parts] or [settled.leads]
    found = [compose.contact(settled.understood, entries, library.find) for entries in asked]
    return tuple({each.id: each for each in found if each}.values())


def _why(settled: Settled) -> dict[str, object]:
    """What each stage found, for people who wonder."""
    understood = settled.understood
    return {
        "language": understood.lang,
        "words": {each.word: (round(each.weight, 2), dict(each.ways)) for each in understood.asked},
        "wants": sorted(understood.wants),
        "named": sorted(understood.named),
        "years": sorted(understood.years),
        "ranked": [
            f"{each.entry.id} {each.score:.2f} (cover {each.cover:.2f}, fit {each.fit:.2f})"
            for each in settled.ranked[:5]
        ],
        "decided": f"{settled.decision.outcome}: {settled.decision.because}",
    }
