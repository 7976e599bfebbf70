"""Whether a question asks for vacant premises, and for which."""

import re
from dataclasses import dataclass

from bot.core.texts import Lang
from knowledge.understand import Understood
from knowledge.words import empty, words


def _any(*patterns: str) -> re.Pattern[str]:
    """One of these words or phrases, each a pattern."""
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b")


NOUNS = {
    "office": _any(r"kontor(?:et|er|a|ene|lokale\w*|plass\w*|areal\w*)?", "offices?"),
    "shop": _any(r"butikk(?:en|er|ar|ene|ane|lokale\w*|areal\w*)?", r"forretningslokale\w*", "shops?", "retail"),
    "warehouse": _any(r"lager(?:et|e|lokale\w*|plass\w*|areal\w*|bygg\w*|hall\w*)?", "lagre", "warehouses?", "storage"),
    "site": _any("(?:nærings|industri)?tomt(?:en|a|er|ar|ene|ane)?", "sites?", "plots?"),
    "": _any(
        "(?:nærings|bedrifts)?lokal(?:e|er|ene|et|a|ane)",
        r"næringsareal\w*",
        "premises",
        "(?:business|commercial) (?:space|property)",
    ),
}
VACANT = _any(
    *"ledige? tomme leie leige vacant available empty rent renting lease".split(), "(?:til|å) (?:leie|leige)", "to let"
)
SIZE = re.compile(r"\b(\d{1,3}(?:[ .]\d{3})+|\d{1,7}) ?(?:kvm|m2|kvadrat\w*|sqm|square met\w+)(?!\w)")
# What is asked about premises, and not for them: what they cost, what the plan says, whether one may build.
ABOUT = _any(
    *r"lage laga laget make made will skal år years? tiltak\w* plane?\w* næringspuls undersøk\w*".split(),
    *r"ifølge ifølgje dyrt? dyre expensive billig\w* rimelige? affordable cheap\w* leieprise?\w*".split(),
    *r"behov\w* mangl\w* mangel lack shortage få few enough nok trengs søknad\w* regel regler reglar lov".split(),
    *r"bygge\w* ombygg\w* midlertidig\w* pop-?up problem\w* hvorfor kvifor why leietaker\w* tenants?".split(),
    *("søke om", "gjøre om", "need for"),
)
OTHER_WISHES = {"handler", "person", "reach", "price", "count", "support", "how", "measure", "when", "who"}
FILLING = set(
    "finnes finst fins finn finne finner find exist exists leter leiter leiting ser sjå søker søkjer ønsker ønskjer"
    " trenger treng vil har have looking look search searching need want noe noen noko nokon nokre any some something"
    " space nå no now oversikt oversikta oversikten liste list overview show vis sted stad place lite liten small stort"
    " stor large big kommunen municipality lørenskog lorenskog næringslokale bedrift bedriften firma firmaet company"
    " business omtrent ca around about minst least over under areal lokale lokaler premises".split()
)


@dataclass(frozen=True)
class Asked:
    """`kind`: a word of KINDS, empty: any. `areas`: ids. `elsewhere`: names of places that are none of the areas."""

    lang: Lang | None
    kind: str
    size: int | None
    areas: frozenset[str]
    elsewhere: tuple[str, ...]


def asked(understood: Understood) -> Asked | None:
    """None where it asks for something else, or for a place that is not ours."""
    low = " ".join(understood.question.lower().split())
    kind = next((kind for kind, noun in NOUNS.items() if noun.search(low)), None)
    if kind is None or understood.wants & OTHER_WISHES or ABOUT.search(low):
        return None
    if any(each.elsewhere for each in understood.asked):
        return None
    if not (VACANT.search(low) or _only(understood, low)):
        return None
    size = SIZE.search(low)
    square = int(re.sub(r"\D", "", size[1])) if size else None
    return Asked(understood.lang, kind, square or None, understood.areas, _places(understood))


def _only(understood: Understood, low: str) -> bool:
    """Nothing else is said: «office space in Lørenskog?», «finst det lager på 500 m2?»."""
    rest = low
    for noun in NOUNS.values():
        rest = noun.sub(" ", rest)
    telling = [word for word in words(SIZE.sub(" ", rest)) if not (empty(word) or word.isdigit())]
    return all(word in FILLING or word in understood.where for word in telling)


def _places(understood: Understood) -> tuple[str, ...]:
    """«på Skårer», where that is none of the areas."""
    named = re.findall(r"\b(?:på|i|ved|in|at|near) ([A-ZÆØÅ][\wæøå]+)", understood.question)
    known = {*understood.where, *FILLING}
    return tuple(name.lower() for name in named if name.lower() not in known)
