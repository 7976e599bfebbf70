"""The words of a question as the index knows them: each with its weight and the ways it may stand in an entry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.texts import LANGUAGES, Lang
from knowledge.compounds import split
from knowledge.function_words import COMMON
from knowledge.index import LIKE, PART, Index, Term
from knowledge.vocabulary import meaning, vocabulary
from knowledge.words import MOST, empty, fold, stem, words

REPAIRED = 0.9  # strength of a word whose spelling was mended
ACROSS = 0.9  # of a stem made by the other language's rules
NEARLY = 0.4  # of a concept that people mix up with the one named
FAINT = 0.25  # weight of a word that any question may hold
UNKNOWN = 0.8  # weight of a word that no entry holds: it may be the very subject, which we then do not know


@dataclass(frozen=True)
class Asked:
    """One word of the question. `ways`: terms of the index that mean it, with strengths; empty where we lack it."""

    word: str
    weight: float
    ways: Mapping[Term, float]
    mended: Term | None = None


def asked_words(question: str, lang: Lang | None, index: Index) -> tuple[Asked, ...]:
    said = list(dict.fromkeys(word for word in words(question)[:MOST] if not empty(word)))
    ways = [_ways(word, lang or "nb", index) for word in said]
    _add_concepts(said, ways, index)
    return tuple(_asked(word, found, index) for word, found in zip(said, ways, strict=True))


def _asked(word: str, ways: dict[Term, float], index: Index) -> Asked:
    known = {term: strength for term, strength in ways.items() if term in index}
    weight = max((index.rarity(term) for term in list(known)[:1]), default=UNKNOWN)
    mended = next((term for term, strength in known.items() if strength == REPAIRED), None)
    return Asked(word, weight * (FAINT if _common(word) else 1), known, mended)


def _common(word: str) -> bool:
    return word in COMMON or fold(word) in _COMMON


def _ways(word: str, lang: Lang, index: Index) -> dict[Term, float]:
    """The stem; else the stem by the other language's rules; else its parts; else the nearest spelling."""
    own, other = stem(word, lang), stem(word, "nb" if lang == "en" else "en")
    ways = {own: 1.0, other: ACROSS} if own != other else {own: 1.0}
    if any(term in index or (term,) in vocabulary().phrases for term in ways):
        return ways | {part: PART for part in split(stem(word, "nb"), index)}
    if parts := split(stem(word, "nb"), index):
        return {part: LIKE for part in parts}
    mended = None if _common(word) else index.speller.repair(own)
    return {mended: REPAIRED} if mended else {}


def _add_concepts(said: Sequence[str], ways: Sequence[dict[Term, float]], index: Index) -> None:
    heard = vocabulary()
    for lang in LANGUAGES[1:]:
        spoken = [_spoken(word, found, lang) for word, found in zip(said, ways, strict=True)]
        for start, end, concept in heard.concepts(spoken):
            for found in ways[start:end]:
                found.setdefault(meaning(concept), LIKE)
                for neighbour in heard.near.get(concept, ()):
                    found.setdefault(meaning(neighbour), NEARLY)


def _spoken(word: str, ways: Mapping[Term, float], lang: Lang) -> Term:
    """A mended word is looked up as mended."""
    return next((term for term, strength in ways.items() if strength == REPAIRED), None) or stem(word, lang)


_COMMON = frozenset(map(fold, COMMON))
