"""What a question is about: what it names, which years, and what kind of answer it wants."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.texts import Lang
from knowledge.index import Index, Term, read
from knowledge.relations import relations
from knowledge.terms import Asked, asked_words, asking
from knowledge.turns import Relation
from knowledge.wants import Want, wants
from knowledge.words import empty, words

_COUNTED = re.compile(
    r"\b(?:hvor mange|kor mange|how many|antall|number of|tal på)\b(?! i\b| in\b)(.*)", re.IGNORECASE | re.DOTALL
)
_ASPECT = re.compile(
    r"\b(?:hva|kva|what)(?:'s|’s| er| var| is| was| are) (?:the |den |det )?(\w+) (?:til|på|av|i|for|hos|of|in|at|on)\b"
)
LONGEST_NAME = 6  # words
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
THINGS = ("area", "organisation")  # kinds whose names are names, as «Nitor Opus», and not words such as «commuting»
_RELATIVE = (
    (-1, re.compile(r"\b(?:i ?fjor|forrige år|førre år|last year)\b", re.IGNORECASE)),
    (1, re.compile(r"\b(?:neste år|next year)\b", re.IGNORECASE)),
)


@dataclass(frozen=True)
class Understood:
    """`named`: ids of the entries that the question names. `areas`: those of them that are areas.

    `meant`: ids of the entries that a word such as «them» points back to.
    `where`: the words that name the areas, `names`: those that name a thing. `counted`: the thing whose number is
    asked for, `aspect`: what is asked of a thing («what is the length of …»).
    """

    question: str
    lang: Lang | None
    asked: tuple[Asked, ...]
    wants: frozenset[Want] = frozenset()
    named: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    where: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    relations: frozenset[Relation] = frozenset()
    counted: str | None = None
    aspect: str | None = None
    meant: frozenset[str] = frozenset()


def understand(question: str, lang: Lang | None, index: Index, today: date | None = None) -> Understood:
    asked = asked_words(question, lang, index)
    named = [index.entries[number] for number in _named(question, asked, index)]
    areas = frozenset(entry.id for entry in named if entry.kind == "area")
    return Understood(
        question=question,
        lang=lang,
        asked=asked,
        wants=wants(question),
        named=frozenset(entry.id for entry in named),
        areas=areas,
        years=frozenset(_years(asking(question), today)),
        where=frozenset(_naming(asked, areas, index)),
        names=frozenset(_naming(asked, (entry.id for entry in named if entry.kind in THINGS), index)),
        relations=relations(asking(question)),
        counted=_counted(question, asked),
        aspect=_aspect(question),
    )


def _years(question: str, today: date | None) -> Iterator[int]:
    yield from (int(year) for year in _YEAR.findall(question))
    if today:
        yield from (today.year + ahead for ahead, said in _RELATIVE if said.search(question))


def _naming(asked: Sequence[Asked], named: Iterable[str], index: Index) -> Iterator[str]:
    parts = {term for entry in named for name in index.names_of(entry) for term in name}
    return (each.word for each in asked if not parts.isdisjoint(each.ways))


def _counted(question: str, asked: Sequence[Asked]) -> str | None:
    """The word after «how many»; «people» and «companies» tell nothing by themselves."""
    found = _COUNTED.search(question)
    first = next((word for word in words(found[1]) if not empty(word)), None) if found else None
    telling = {part for each in asked if not each.common for part in (each.word, each.compound)}
    return first if first in telling else None


def _aspect(question: str) -> str | None:
    found = _ASPECT.search(question.lower())
    return found[1] if found else None


def _named(question: str, asked: Sequence[Asked], index: Index) -> Iterator[int]:
    """The longest names at each place, read by Norwegian and by English rules, and with mended words."""
    mended = {each.word: each.mended for each in asked if each.mended}
    readings = [_mend(question, lang, mended) for lang in ("nb", "en")]
    at = 0
    while at < len(readings[0]):
        lengths = range(min(LONGEST_NAME, len(readings[0]) - at), 0, -1)
        length = next((n for n in lengths if any(heard[at : at + n] in index.names for heard in readings)), 0)
        for heard in readings if length else ():
            yield from index.names.get(heard[at : at + length], ())
        at += length or 1


def _mend(question: str, lang: Lang, mended: Mapping[str, Term]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for word in words(question):
        terms += (mended[word],) if word in mended else read(word, lang)
    return tuple(terms)
