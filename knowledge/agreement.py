"""Whether an entry is what the question names and wants: the thing, the kind, the area, the year, the day."""

import re
from collections.abc import Iterable
from datetime import date

from bot.core.texts import LANGUAGES
from knowledge.entry import Entry
from knowledge.relations import SOFT, tells
from knowledge.understand import Understood
from knowledge.wants import Want

NAMED, WANTED = 0.1, 0.15  # what being named adds, and being of the kind that is wanted
UNASKED = 0.5  # of that is taken from a contact where nobody asks whom or how
SOFTLY = 2.0  # times that is added where an entry gives the reason or the meaning that is asked for
PAST = 0.9  # what is left of an entry that holds no longer
ELSEWHERE = 0.5  # what is left of an entry about another area or another year

ASKS_WHOM: frozenset[Want] = frozenset({"handler", "reach", "who", "where", "how"})
KINDS: dict[Want, tuple[str, ...]] = {
    "handler": ("contact",),
    "reach": ("contact",),
    "who": ("contact", "organisation"),
    "support": ("scheme",),
    "how": ("procedure",),
    "count": ("figure",),
    "measure": ("measure",),
}
HERE = frozenset({"lørenskog", "lorenskog"})
_HERE = re.compile("Lørenskog")
_COUNTRY = re.compile(r"\b[Ii] Norge\b")
_YEARS = re.compile(r"\b((?:19|20)\d\d)(?:\s?[–-]\s?((?:19|20)\d\d))?")


def agreement(understood: Understood, entry: Entry, today: date) -> float:
    """The factor by which an entry is more or less likely than its words tell."""
    named = entry.id in understood.named or (entry.kind == "contact" and not understood.areas.isdisjoint(entry.areas))
    times = named + (entry.id in understood.meant)
    return (1 + NAMED * times + WANTED * _wanted(understood, entry)) * _elsewhere(understood, entry, today)


def _wanted(understood: Understood, entry: Entry) -> float:
    """More than 0 where it is of the kind that is wanted, less where it is not."""
    kinds = {kind for want in understood.wants for kind in KINDS.get(want, ())}
    wanted = (1.0 if entry.kind in kinds else -0.5) if kinds else 0.0
    if entry.kind == "contact" and not understood.wants & ASKS_WHOM:
        wanted -= UNASKED
    for relation in understood.relations:
        if not tells(relation, entry):
            wanted -= 0 if relation in SOFT else 1
        elif relation in SOFT or relation in {"owner", "price"}:  # few entries tell these, while many tell some number
            wanted += SOFTLY if relation in SOFT else 1
    return wanted


def _elsewhere(understood: Understood, entry: Entry, today: date) -> float:
    """An entry about another area or year than the ones named is hardly meant; but contacts may serve all areas."""
    factor = 1.0
    if understood.areas and entry.areas and entry.kind != "contact" and not understood.areas & {*entry.areas, entry.id}:
        factor *= ELSEWHERE
    if _of_the_country(entry) and not {each.word for each in understood.asked}.isdisjoint(HERE):
        factor *= ELSEWHERE
    if understood.years and not understood.years <= years_of(entry):
        factor *= ELSEWHERE
    if entry.valid.until and entry.valid.until < today:
        factor *= PAST
    return factor


def _of_the_country(entry: Entry) -> bool:
    """A figure of all Norway, which says nothing of the municipality that is named."""
    return entry.kind == "figure" and _COUNTRY.search(entry.text.nb) is not None and not _HERE.search(entry.text.nb)


def years_of(entry: Entry) -> set[int]:
    """All years that the entry tells of; «2019–2022» tells of four. One that tells of none is of its source's year."""
    told = [*(entry.text[lang] for lang in LANGUAGES), *map(str, entry.facts.values())]
    return _years(told) or _years([entry.source[0].as_of])


def _years(texts: Iterable[str]) -> set[int]:
    spans = (match.groups() for text in texts for match in _YEARS.finditer(text))
    return {year for first, last in spans for year in range(int(first), int(last or first) + 1)}
