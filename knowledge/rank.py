"""Which entries fit a question best: by shared words, by likeness to known ways to ask, and by agreement."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from heapq import nlargest
from operator import itemgetter

from knowledge.agreement import agreement
from knowledge.entry import Entry
from knowledge.index import SAID, Index, Term, as_said
from knowledge.terms import PARTLY, Asked
from knowledge.understand import Understood
from knowledge.vocabulary import meaning, vocabulary

SHORTLIST = 16  # entries that are looked at closely; more of them change no answer and cost time
ENOUGH = 4_000  # holders of terms that are gone through to find them, the rarest terms first
TRACES = 0.35  # a word that an entry holds less than this stands in it by a part or a mixed-up concept only
WHOLE = 0.6  # how well an entry holds a compound («energistøtte») when it speaks of all its parts
SUBJECT = 0.8  # from here a word stands in the title, a name or a way to ask


@dataclass(frozen=True)
class Ranked:
    """`cover`: how much of the question the entry holds. `fit`: likeness to the nearest way to ask. All 0 to 1.

    `lacks`: the telling words of the question that the entry holds nowhere. `known`: it is known to be asked word for
    word so.
    """

    entry: Entry
    cover: float
    fit: float
    score: float
    lacks: tuple[Asked, ...] = ()
    known: bool = False


Heard = tuple[int, float]  # a word of the question, by its number, and how surely it is meant
Hear = Callable[[Term], tuple[float, Heard | None]]  # a term's rarity, and what is heard in it
Meant = Mapping[Term, Sequence[tuple[int, float]]]  # a term of the index -> the words it means, with strengths


def rank(understood: Understood, index: Index, today: date) -> list[Ranked]:
    """The best first: those that are known to be asked word for word so, such as by a button, before all others."""
    total = sum(each.weight for each in understood.asked if not each.told)
    if not total:
        return []
    meant = _meant(understood.asked)
    said = index.questions.get(as_said(understood.question), [])
    near = nlargest(SHORTLIST, _candidates(understood.asked, index).items(), key=itemgetter(1))
    numbers = dict.fromkeys([*said, *(number for number, _ in near)])

    @cache  # the same words stand in many ways to ask
    def hear(term: Term) -> tuple[float, Heard | None]:
        return index.rarity(term), _heard(term, meant)

    ranked = [_ranked(understood, index, number, total, hear, today) for number in numbers]
    known = [replace(each, known=number in said) for number, each in zip(numbers, ranked, strict=True)]
    return sorted(known, key=lambda each: (not each.known, -each.score, each.entry.id))


def _meant(asked: Sequence[Asked]) -> Meant:
    meant: defaultdict[Term, list[tuple[int, float]]] = defaultdict(list)
    for number, each in enumerate(asked):
        for term, strength in each.ways.items():
            meant[term].append((number, strength))
    return meant


def _candidates(asked: Sequence[Asked], index: Index) -> dict[int, float]:
    """Entries by a rough score. Frequent terms come last, and only as long as there is too little to look at."""
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


def _ranked(understood: Understood, index: Index, number: int, total: float, hear: Hear, today: date) -> Ranked:
    entry = index.entries[number]
    held = [_held(each, index, number) for each in understood.asked]
    parts = [each.weight * part for each, part in zip(understood.asked, held, strict=True)]
    beside = sum(part for each, part in zip(understood.asked, parts, strict=True) if each.told)
    cover = sum(parts) / (total + beside)
    fit = max((_fit(understood.asked, total, hear, phrase) for phrase in index.cards[number].phrases), default=0)
    score = (cover + fit) / 2 * agreement(understood, entry, today)
    return Ranked(entry, cover, fit, score, _lacks(understood.asked, held))


def _lacks(asked: Sequence[Asked], held: Sequence[float]) -> tuple[Asked, ...]:
    """The telling words that do not stand there; an unknown compound lacks as a whole where one part does."""
    telling = ((each, part) for each, part in zip(asked, held, strict=True) if not each.common and not each.general)
    lacking = {each.word for each, part in telling if part < TRACES}
    broken = {each.compound for each in asked if each.compound and each.word in lacking}
    return tuple(each for each in asked if each.word in lacking or each.compound in broken)


def _held(each: Asked, index: Index, number: int) -> float:
    """How well the entry holds one word of the question, by the best of its ways; other places only as its subject."""
    found = max((strength * index.weight(term, number) for term, strength in each.ways.items()), default=0) / 100
    parts = [term for term, strength in each.ways.items() if strength == PARTLY]
    if len(parts) > 1 and all(index.weight(part, number) >= SAID for part in parts):
        found = max(found, WHOLE)
    return 0 if each.elsewhere and found < SUBJECT else found


def _fit(asked: Sequence[Asked], total: float, hear: Hear, phrase: Sequence[Term]) -> float:
    """Dice's measure: what both sides share of themselves, over the weights of both."""
    heard: dict[int, float] = {}
    theirs = shared = 0.0
    for term in phrase:
        rarity, found = hear(term)
        theirs += rarity
        if found:
            number, strength = found
            shared += rarity * strength
            heard[number] = max(strength, heard.get(number, 0))
    ours = [(asked[number], strength) for number, strength in heard.items()]
    total += sum(each.weight * strength for each, strength in ours if each.told)
    return (sum(each.weight * strength for each, strength in ours) + shared) / (total + theirs) if theirs else 0.0


def _heard(term: Term, meant: Meant) -> Heard | None:
    """The word of the question that the term means most surely, by itself or as a concept."""
    links = meant.get(term, [])
    concepts = vocabulary().phrases.get((term,))
    if concepts:
        links = [*links, *(link for concept in concepts for link in meant.get(meaning(concept), ()))]
    return max(links, key=itemgetter(1)) if links else None
