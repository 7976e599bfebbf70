"""Which entries fit a question best: shared words, likeness to known ways to ask, agreement with what is wanted."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.entry import Entry
from knowledge.index import Index, Term
from knowledge.terms import Asked
from knowledge.understand import Understood, Want
from knowledge.vocabulary import meaning, vocabulary

SHORTLIST = 25  # entries that are looked at closely
ENOUGH = 4_000  # holders of terms that are gone through to find them, the rarest terms first
AGREES, ELSEWHERE = 0.12, 0.5  # what agreement adds at most; what is left of an entry about another area

KINDS: dict[Want, tuple[str, ...]] = {
    "handler": ("contact",),
    "reach": ("contact",),
    "who": ("contact", "organisation"),
    "support": ("scheme",),
    "how": ("procedure",),
    "count": ("figure",),
}
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Ranked:
    """`cover`: how much of the question the entry holds. `fit`: likeness to the nearest way to ask. All 0 to 1."""

    entry: Entry
    cover: float
    fit: float
    score: float


def rank(understood: Understood, index: Index) -> list[Ranked]:
    total = sum(each.weight for each in understood.asked)
    if not total:
        return []
    near = sorted(_candidates(understood.asked, index).items(), key=lambda found: (-found[1], found[0]))[:SHORTLIST]
    ranked = [_ranked(understood, index, number, total) for number, _ in near]
    return sorted(ranked, key=lambda each: (-each.score, each.entry.id))


def _candidates(asked: Sequence[Asked], index: Index) -> dict[int, float]:
    """Entries by a rough score. Frequent terms come last, and only weigh what rarer ones found."""
    scores: defaultdict[int, float] = defaultdict(float)
    ways = sorted(((term, strength * each.weight) for each in asked for term, strength in each.ways.items()),
                  key=lambda way: index.count(way[0]))  # fmt: skip
    looked = 0
    for term, strength in ways:
        looked += index.count(term)
        if looked > ENOUGH and len(scores) > SHORTLIST:
            break
        for number, weight in index.holders(term):
            scores[number] += strength * weight
    return scores


def _ranked(understood: Understood, index: Index, number: int, total: float) -> Ranked:
    entry = index.entries[number]
    cover = sum(each.weight * _held(each, index, number) for each in understood.asked) / total
    fit = max((_fit(understood.asked, total, phrase, index) for phrase in index.cards[number].phrases), default=0.0)
    score = (cover + fit) / 2 * (1 + AGREES * agreement(understood, entry)) * _place(understood, entry)
    return Ranked(entry, cover, fit, score)


def _held(each: Asked, index: Index, number: int) -> float:
    """How well the entry holds one word of the question, by the best of its ways."""
    return max((strength * index.weight(term, number) for term, strength in each.ways.items()), default=0) / 100


def _fit(asked: Sequence[Asked], total: float, phrase: Sequence[Term], index: Index) -> float:
    """Twice the shared weight over the weights of both (Dice)."""
    said, shared, theirs = set(phrase), 0.0, 0.0
    for term in said:
        theirs += index.rarity(term)
    meant = said.union(*(_meanings(term) for term in said))
    heard = 0.0
    for each in asked:
        strength, term = max(((s, t) for t, s in each.ways.items() if t in meant), default=(0.0, ""))
        heard += strength * each.weight
        shared += strength * (index.rarity(term) if term in said else each.weight)
    return min(1.0, (heard + min(shared, theirs)) / (total + theirs)) if theirs else 0.0


def _meanings(term: Term) -> Iterator[Term]:
    return (meaning(concept) for concept in vocabulary().phrases.get((term,), ()))


def agreement(understood: Understood, entry: Entry) -> float:
    """From -1 to 1: is it what is named, and of the kind that is wanted?"""
    named = 1.0 if entry.id in understood.named else 0.0
    kinds = {kind for want in understood.wants for kind in KINDS.get(want, ())}
    wanted = (1.0 if entry.kind in kinds else -0.5) if kinds else 0.0
    if "count" in understood.wants and not DIGIT.search(entry.text.nb):
        wanted -= 0.5
    return max(-1.0, min(1.0, (named + wanted) / 2))


def _place(understood: Understood, entry: Entry) -> float:
    """An entry about another area than the one named is hardly meant."""
    if not understood.areas or not entry.areas or understood.areas & {*entry.areas, entry.id}:
        return 1.0
    return ELSEWHERE
