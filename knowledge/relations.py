"""What is asked of a thing, and whether an entry tells it: that we know the thing is not yet to know its owner."""

import re
from functools import lru_cache

from knowledge.counting import has_number
from knowledge.entry import Entry
from knowledge.turns import TURNS, Relation

# The year of a document is none of what it tells; but the plan's own years are.
_DATED = re.compile(
    r"(?:(?:nærings)?plan(?:en)?|næringspuls|undersøkelsen|handlingsplanen|sider?) (?:fra |i )?20\d\d\b(?![–-])"
)
_PLACE = re.compile(r"\b(?:i|på|ved|langs) (?!Lørenskog\b(?! hus)|Norge|Næringspuls|Nedre|Akershus)[A-ZÆØÅ]")
_DATE = re.compile(
    r"\b(?:19[5-9]\d|20(?:0[1-9]|[1-4]\d))\b|\bdato\w*|\bår(?:et|lig|ene)?\b|\bjevnlig|\d+\. \w+|\buker?\b|\bdager?\b"
    r"|\bmåned\w*|løpende"
)
# What no entry tells, however like it is to what is asked.
UNTOLD: frozenset[Relation] = frozenset({"own", "task"})
# An entry that tells these is preferred, but one that does not may still be what is asked for.
SOFT: frozenset[Relation] = frozenset({"cause", "meaning"})


def relations(question: str) -> frozenset[Relation]:
    low = " ".join(question.lower().split())
    return frozenset(name for name, turns in TURNS.items() if turns.asks.search(low))


def tells(relation: Relation, entry: Entry) -> bool:
    """Contacts tell who does a thing and how to reach them, findings tell what people think."""
    if (relation in {"address", "doer"} and entry.contact) or (relation == "view" and entry.kind == "finding"):
        return True
    if relation == "place" and _PLACE.search(entry.text.nb):
        return True
    return _told(relation, entry.text.nb)


@lru_cache(maxsize=50_000)
def _told(relation: Relation, text: str) -> bool:
    if relation == "number":
        return has_number(text)
    if relation == "date":
        return _DATE.search(_DATED.sub(" ", text.lower())) is not None
    return TURNS[relation].tells.search(text.lower()) is not None
