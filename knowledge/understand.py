"""What a question is about: what it names, which years, and what kind of answer it wants."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.core.texts import Lang
from knowledge.index import Index, Term, read
from knowledge.terms import Asked, asked_words
from knowledge.words import empty, words

Want = Literal["handler", "person", "reach", "who", "price", "count", "when", "where", "how", "support", "list"]

# The first that fits counts, save that a question may want a handler and a way to reach it.
_WANTS: Mapping[Want, str] = {
    "person": r"(hvem|kven|who)( is| er|'s|s)? (the |vår |dagens )?(\w* )?(ordfør\w*|varaordfør\w*|mayor|rådmann\w*"
    r"|kommunedirektør\w*|næringssjef\w*|direktør\w*|sjef\w*|leder|leiar|ceo|director|manager|politiker\w*)"
    r"|\bmobil(nummer|en|nr|telefon)\w*|mobile number|\b(navnet|namnet|name|names) (på|til|of)\b"
    r"|(kven|hvem) er ordfør\w*|what is \w+ name",
    "handler": r"\b(hvem|kven|who|whom|which (unit|department|office))\b.*\b(ansvar\w*|handle\w*|deal\w*|responsible"
    r"|in charge|behandl\w*|handsam\w*|jobb\w* med|arbeid\w* med|tar seg|tek seg|kontakt\w*|contact\w*|snakk\w*|talk"
    r"|speak|spør\w*|ask|hjelp\w*|help\w*|svar\w*|answer\w*|saksbehandl\w*|sakshandsam\w*|vende|ringe|ring|call|har"
    r"|works? (on|with))\b|\bsaksbehandler\w*|\bkontaktperson\w*|contact person"
    r"|\b(snakke|prate|ta kontakt|get in touch|talk|speak) (med|to|with) (noen|nokon|someone|somebody)\b"
    r"|\b(hvor|kvar|where) (kan |should |do |can |skal )?(\w+ )?(henvend\w*|vend\w*|turn|ringe\w*|call)\b",
    "reach": r"\b(telefon\w*|tlf\w*|phone|number for|e-?post\w*|e-?mail\w*|mail\w*|adress\w*|address\w*|besøksadress\w*"
    r"|kontaktinfo\w*|kontakt|contact|sentralbord\w*|switchboard|nummeret? til|åpningstid\w*|opningstid\w*"
    r"|opening hours)\b",
    "price": r"\b(koste\w*|kostar|\w*pris(en|er|ene|ar|ane)?|\w*gebyr\w*|avgift\w*|fee|fees|cost|costs|price|prices"
    r"|hvor dyrt|kor dyrt|betale|charge|rent|leiepris\w*|husleie\w*|skatten|promille)\b",
    "count": r"\b(hvor|kor) (mange|mye|mykje|stor|stort|store|høy|høg|gammel|langt|lang|lenge)\b|\bhow (many|much|big"
    r"|large|high|long|old|often)\b|\b(antall|tal på|andel\w*|prosent\w*|share|percentage|number of|ranger\w*|rank\w*"
    r"|plassering|svarprosent|hvor ofte|kor ofte|split)\b",
    "when": r"\b(når|naar|when|dato\w*|date|frist\w*|deadline|what (day|time|year)|hvilket år|kva år)\b",
    "who": r"\b(hvem|kven|who|whom)\b",
    "where": r"\b(hvor|kvar|where)\b(?! (mange|mye|stor|lang|høy|ofte|lenge))",
    "support": r"\b(støtte\w*|stotte\w*|tilskudd\w*|tilskot\w*|stipend\w*|lån\w*|grant\w*|funding|support scheme\w*"
    r"|subsid\w*|ordning\w*|financ\w*|finansier\w*|free|gratis)\b",
    "how": r"\b(hvordan|korleis|how (do|can|to|does|should)|fremgangsmåte|prosess\w*|procedure|steps)\b",
    "list": r"\b(hvilke|hva slags|kva for|which|list|what are|oversikt)\b",
}
_PATTERNS = {want: re.compile(pattern) for want, pattern in _WANTS.items()}
_COUNTED = re.compile(r"\b(?:hvor mange|kor mange|how many|antall|number of|tal på)\b(.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Understood:
    """`named`: ids of the entries that the question names. `areas`: those of them that are areas.

    `where`: the words that name the areas. `counted`: the thing whose number is asked for.
    """

    question: str
    lang: Lang | None
    asked: tuple[Asked, ...]
    wants: frozenset[Want] = frozenset()
    named: frozenset[str] = frozenset()
    areas: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    where: frozenset[str] = frozenset()
    counted: str | None = None


def understand(question: str, lang: Lang | None, index: Index) -> Understood:
    asked = asked_words(question, lang, index)
    named = frozenset(_named(question, asked, index))
    areas = frozenset(entry for entry in named if entry.startswith("area."))
    return Understood(
        question=question,
        lang=lang,
        asked=asked,
        wants=wants(question),
        named=named,
        areas=areas,
        years=frozenset(int(year) for year in _YEAR.findall(question)),
        where=frozenset(_where(asked, areas, index)),
        counted=_counted(question, asked),
    )


def wants(question: str) -> frozenset[Want]:
    low = " ".join(question.lower().split())
    return frozenset(want for want, pattern in _PATTERNS.items() if pattern.search(low))


def _where(asked: Sequence[Asked], areas: Iterable[str], index: Index) -> Iterator[str]:
    parts = {term for area in areas for name in index.names_of(area) for term in name}
    return (each.word for each in asked if not parts.isdisjoint(each.ways))


def _counted(question: str, asked: Sequence[Asked]) -> str | None:
    """The word after «how many»; «people» and «companies» tell nothing by themselves."""
    found = _COUNTED.search(question)
    first = next((word for word in words(found[1]) if not empty(word)), None) if found else None
    telling = {part for each in asked if not each.common for part in (each.word, each.compound)}
    return first if first in telling else None


def _named(question: str, asked: Sequence[Asked], index: Index) -> Iterator[str]:
    """The longest names at each place, read by Norwegian and by English rules, and with mended words."""
    mended = {each.word: each.mended for each in asked if each.mended}
    for lang in ("nb", "en"):
        heard = _mend(question, lang, mended)
        at = 0
        while at < len(heard):
            length = next((n for n in range(min(6, len(heard) - at), 0, -1) if heard[at : at + n] in index.names), 0)
            if length:
                yield from (index.entries[number].id for number in index.names[heard[at : at + length]])
            at += length or 1


def _mend(question: str, lang: Lang, mended: Mapping[str, Term]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for word in words(question):
        terms += (mended[word],) if word in mended else read(word, lang)
    return tuple(terms)
