"""The words of a question as the index knows them: each with its weight and the ways it may stand in an entry."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.texts import LANGUAGES, Lang
from knowledge.compounds import split
from knowledge.function_words import APART, ASKING, COMMON, GENERAL
from knowledge.index import LIKE, Index, Term
from knowledge.places import ELSEWHERE
from knowledge.spelling import NO_SLIPS
from knowledge.vocabulary import meaning, vocabulary
from knowledge.words import MOST, SMALL, SMALL_RIGHT, empty, fold, sentences, stem, words

REPAIRED = 0.85  # strength of a word whose spelling was mended
ACROSS = 0.9  # of a stem made by the other language's rules
PARTLY = 0.3  # of a part of a compound that is known as a whole
NEARLY = 0.4  # of a concept that people mix up with the one named
FAINT = 0.25  # weight of a word that any question may hold
LIGHT = 0.5  # of a word that asks for something of a thing: «koster» names none
BESIDE = 0.5  # weight of the words that tell of the asker, beside those that ask
ENDING = 3  # letters of the longest ending: «fastlege» is none of «fast»
BARE = 0.3  # weight below which the sentences that ask say nothing by themselves («finnes det noe sånt?»)
WHOLE = 0.6  # weight from which they are a question by themselves
YEAR = 4  # figures
UNKNOWN = 0.8  # weight of a word that no entry holds: it may be the very subject, which we then do not know
# «Jeg driver en kafé og lurer på …», «We are a small firm, how do we …»: the first half tells of the asker.
_TELLS_FIRST = re.compile(
    r"^((?:jeg|eg|vi|we|i (?:am|have|run|own|work|want)|i['’]m)\b.{6,}?)(?:\s+(?:og|and)\s+(?:jeg |eg |vi |i |we )?"
    r"(?=(?:lure|lura|undre|undra|vil vite|vil vete|wonder|want to know|would like to know))"
    r"|\s*[,;–]\s+(?=(?:hv|kv|wh|how|kor)))",
    re.IGNORECASE,
)
# «Vi er et malerfirma og vil levere til kommunen»: so does it where nothing is put as a question.
_TELLS_WISHING = re.compile(
    r"^((?:jeg|eg|vi|we|i)\b.{6,}?)\s+(?:og|and)\s+(?:jeg |eg |vi |i |we )?"
    r"(?=(?:vil|ønsk|treng|søk|leit|let[ea]r|want|need|would like|(?:are |am )?looking))",
    re.IGNORECASE,
)
POINTS = re.compile(  # to what was said before; but «finnes det …» and «is there a …» point to nothing
    r"\b(den|(?<!finnes )(?<!finst )det|dei|de|denne|dette|disse|desse|dem|der|han|ham|henne|ho|hun|andre"
    r"|it|its|they|them|their|that|this|these|those"
    r"|there(?! (?:a|an|any|some)\b)|one|ones|other)\b",
    re.IGNORECASE,
)
_SIZE = re.compile(r"(?<=\d) ?(?:kvm|m2|m²|kvadrat(?:meter)?|sqm|square (?:metres?|meters?|feet))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Asked:
    """One word of the question. `ways`: terms of the index that mean it, with strengths; empty where we lack it.

    `mended`: what we took a misspelt word for. `common`: any question may hold it, or it only tells of the asker.
    `general`: it says how, not what, so that an entry need not hold it. `elsewhere`: it names a place that is not ours.
    `compound`: the unknown compound that it is a part of. `told`: it stands beside the question, in what tells of the
    asker, where it may help but is not asked.
    """

    word: str
    weight: float
    ways: Mapping[Term, float]
    mended: Term | None = None
    common: bool = False
    general: bool = False
    elsewhere: bool = False
    compound: str | None = None
    told: bool = False


def asked_words(question: str, lang: Lang | None, index: Index) -> tuple[Asked, ...]:
    """All words that say something. Where some sentences ask and others tell, those that tell count half, and only
    where the entry holds them, unless what asks points back to them.
    """
    parts, asks = _told_and_asked(question)
    heard = _sentence_words(" ".join(asks), lang, index)
    if sum(each.weight for each in heard) < BARE:
        return _sentence_words(question, lang, index)
    told = _sentence_words(" ".join(part for part in parts if part not in asks), lang, index)
    known = {each.word for each in heard}
    whole = sum(each.weight for each in heard if each.word not in ASKING) >= WHOLE and not POINTS.search(" ".join(asks))
    return (
        *heard,
        *(
            replace(each, weight=each.weight * BESIDE, common=True, told=whole)
            for each in told
            if each.word not in known
        ),
    )


def asking(question: str) -> str:
    """What asks of it, where the rest tells of the asker; else all."""
    return " ".join(_told_and_asked(question)[1]) or question


def _told_and_asked(question: str) -> tuple[list[str], list[str]]:
    """All parts, and those of them that ask."""
    said = sentences(question)
    parts = [half for part in said for half in _halves(part, _TELLS_FIRST)]
    if not any(map(_put_as_question, parts)):
        parts = [half for part in said for half in _halves(part, _TELLS_WISHING)]
    return parts, [part for part in parts if _put_as_question(part)]


def _put_as_question(sentence: str) -> bool:
    return sentence.rstrip().endswith("?")


def _halves(sentence: str, tells: re.Pattern[str]) -> list[str]:
    """What tells of the asker first, and what asks, as a question."""
    found = tells.match(sentence)
    return [found[1], f"{sentence[found.end() :].rstrip(' .?')}?"] if found else [sentence]


def _sentence_words(text: str, lang: Lang | None, index: Index) -> tuple[Asked, ...]:
    whole = list(dict.fromkeys(word for word in words(_SIZE.sub(" ", text))[:MOST] if not empty(word)))
    parts = {part: word for word in whole for part in _known_parts(word, lang or "nb", index)}
    said = list(parts)
    ways = [_ways(word, lang or "nb", index) for word in said]
    _add_concepts(said, ways, index)
    asked = [_asked(word, found, index) for word, found in zip(said, ways, strict=True)]
    return tuple(replace(each, compound=parts[each.word]) if parts[each.word] != each.word else each for each in asked)


def _asked(word: str, ways: dict[Term, float], index: Index) -> Asked:
    known = {term: strength for term, strength in ways.items() if term in index}
    weight = max((index.rarity(term) for term in list(known)[:1]), default=UNKNOWN)
    mended = next((term for term, strength in known.items() if strength == REPAIRED), None)
    amount = _amount(word)
    general = amount or fold(word) in _GENERAL
    common = amount or _common(word) or (not known and (general or _swapped(word)))
    weight *= FAINT if common else LIGHT if word in ASKING else 1
    return Asked(word, weight, known, mended, common, general, fold(word) in _ELSEWHERE)


def _amount(word: str) -> bool:
    """How much it is for the asker («200 kvadrat»); but a single figure may be a name («trinn 2»), four are a year."""
    return word.isdigit() and len(word) not in (1, YEAR)


def _common(word: str) -> bool:
    """Also with another ending, or with a letter forgotten or misplaced («mnge», «magne»)."""
    if word in _APART:
        return False
    if any(known in _COMMON and len(word) - len(known) <= ENDING for known in (stem(word, "nb"), stem(word, "en"))):
        return True
    slip = process.extractOne(word, _LONG, scorer=OSA.distance, score_cutoff=1) if len(word) > 3 else None
    return slip is not None and (len(word) < len(slip[0]) or sorted(word) == sorted(slip[0]))


def _swapped(word: str) -> bool:
    """Two letters of a small or common word changed places: «hvro», «mnay»."""
    swaps = (f"{word[:n]}{word[n + 1]}{word[n]}{word[n + 2 :]}" for n in range(len(word) - 1))
    return any(swap in SMALL or swap in COMMON for swap in swaps)


def _known_parts(word: str, lang: Lang, index: Index) -> tuple[str, ...]:
    """A compound that nobody wrote is two words: of «eiendomsskatt» an entry on «eiendom» holds the half.

    English writes its own apart: a «trademark» has nothing to do with trade.
    """
    if lang == "en" or _stands(word, lang, index):
        return (word,)
    parts = split(stem(word, "nb"), index)
    return parts if any(not _common(part) for part in parts) else (word,)


def _stands(word: str, lang: Lang, index: Index) -> bool:
    forms = (stem(word, lang), stem(word, "nb" if lang == "en" else "en"))
    return any(form in index or (form,) in vocabulary().phrases for form in forms)


def _ways(word: str, lang: Lang, index: Index) -> dict[Term, float]:
    """The stem by this language's rules and by the other's, and its parts; else the nearest spelling."""
    own, other = stem(word, lang), stem(word, "nb" if lang == "en" else "en")
    if not _stands(word, lang, index):
        is_right = _common(word) or fold(word) in _GENERAL or word in NO_SLIPS
        mended = None if is_right else index.speller.repair(own)
        return {mended: REPAIRED} if mended else {own: 1.0}
    ways = {own: 1.0, other: ACROSS} if own != other else {own: 1.0}
    return ways | dict.fromkeys(split(stem(word, "nb"), index), PARTLY)


def _add_concepts(said: Sequence[str], ways: Sequence[dict[Term, float]], index: Index) -> None:
    """What the words mean. Words that name a thing together which no entry tells («property tax») mean that alone."""
    heard = vocabulary()
    for lang in LANGUAGES[1:]:
        spoken = [_spoken(word, found, lang) for word, found in zip(said, ways, strict=True)]
        for start, end, concept in heard.concepts(spoken):
            for found in ways[start:end]:
                if end - start > 1 and meaning(concept) not in index:
                    found.clear()
                found.setdefault(meaning(concept), LIKE)
                for neighbour in heard.near.get(concept, ()):
                    found.setdefault(meaning(neighbour), NEARLY)


def _spoken(word: str, ways: Mapping[Term, float], lang: Lang) -> Term:
    """A mended word is looked up as mended."""
    return next((term for term, strength in ways.items() if strength == REPAIRED), None) or stem(word, lang)


_COMMON = frozenset(stem(word, lang) for word in COMMON for lang in LANGUAGES[1:])
_LONG = sorted(word for word in COMMON | SMALL_RIGHT if len(word) > 4)
_APART = frozenset(APART.split())
_GENERAL = frozenset(map(fold, GENERAL.split()))
_ELSEWHERE = frozenset(map(fold, ELSEWHERE))
