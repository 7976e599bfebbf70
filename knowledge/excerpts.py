"""What an imported document says, where no entry answers: the one passage that holds most of the question."""

from datetime import date

from bot.core.texts import Lang
from knowledge.agreement import years_of
from knowledge.answers import Answer, Sentence
from knowledge.entry import Entry
from knowledge.followup import continues, may_continue, together
from knowledge.index import Index
from knowledge.rank import rank
from knowledge.relations import tells
from knowledge.understand import Understood, understand

SURE = 0.25  # part of the question, by weight, that the passage must hold: a document is put in other words


def excerpt(question: str, previous: str, lang: Lang | None, passages: Index, today: date) -> Answer | None:
    """Alone, and together with the question before where it may go on from that."""
    if not len(passages):
        return None
    understood = understand(question, lang, passages, today)
    alone = None if previous and continues(question) else _excerpt(understood, passages, today)
    if alone or not previous or not may_continue(question):
        return alone
    before = understand(previous, lang, passages, today)
    return _excerpt(together(understood, before, ()), passages, today)


def _excerpt(understood: Understood, passages: Index, today: date) -> Answer | None:
    ranked = rank(understood, passages, today)
    best = max(ranked, key=lambda each: each.cover, default=None)
    if best is None or best.cover < SURE or _outside(understood, best.entry):
        return None
    said = (Sentence(best.entry.text, best.entry.id),)
    lang = understood.lang
    return Answer("answered", lang, sentences=said, entries=(best.entry,), confidence=round(best.cover, 2))


def _outside(understood: Understood, entry: Entry) -> bool:
    """A person, another place, a year or a price that is asked for and not told."""
    elsewhere = any(each.elsewhere for each in understood.asked)
    untold = any(not tells(each, entry) for each in understood.relations)
    return "person" in understood.wants or elsewhere or untold or bool(understood.years - years_of(entry))
