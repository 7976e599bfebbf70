"""What kind of answer a question wants: whom to ask, a price, a date, a list and so on, by its turns of phrase."""

import re
from collections.abc import Mapping
from typing import Literal

Want = Literal[
    "handler", "person", "reach", "who", "price", "count", "when", "where", "how", "support", "list", "measure"
]  # fmt: skip

_ROLES = (
    r"(ordfør\w*|varaordfør\w*|mayor|rådmann\w*|kommunedirektør\w*|\w*sjef(en)?\b|direktør\w*|leder(?:en|ne)?|ledere|leiar(?:en|ar|ane)?|chief|ceo"
    r"|styreled\w*|styreleiar\w*|chair\w*|directors?|managers?|head|politiker\w*|rektor|principal|arkitekt\w*|architect|advokat\w*|lawyer)"
)
# A question may want several things.
_WANTS: Mapping[Want, str] = {
    "person": rf"\b(hvem|kven|who)( is| er|'s|s) (the |vår |dagens |no |nå )?(\w+ )?{_ROLES}"
    rf"|\b(hva|kva) (heter|heiter) (\w+ )?{_ROLES}|\bwhat (is|are) (the|their|its|your) {_ROLES}(s|'s)? (called|names?)"
    r"|\b(hva|kva) (heter|heiter) (han|hun|ho|den|personen|vedkommende) som\b"
    rf"|\b(name|navnet|namnet) (of|på|til) (the )?(\w+ )?{_ROLES}"
    r"|\bmobil(nummer|en|nr|telefon)\w*|mobile number",
    "handler": r"\b(hvem|kven|who|whom|which (unit|department|office))\b.*\b(ansvar\w*|handle\w*|deal\w*|responsible"
    r"|in charge|behandl\w*|handsam\w*|jobb\w* med|arbeid\w* med|tar seg|tek seg|kontakt\w*|contact\w*|snakk\w*|talk"
    r"|speak|spør\w*|ask|hjelp\w*|help\w*|svar\w*|answer\w*|saksbehandl\w*|sakshandsam\w*|vende|ringe|ring|call"
    r"|har(?! (fle|stør|mest|best))|works? (on|with))\b|\bsaksbehandler\w*|\bkontaktperson\w*|contact person"
    r"|\b(snakke|prate|ta kontakt|get in touch|talk|speak) (med|to|with) (noen|nokon|someone|somebody)\b"
    r"|\b(hvor|kvar|where) (kan |should |do |can |skal )?(\w+ )?(henvend\w*|vend\w*|turn|ringe\w*|call)\b",
    "reach": r"\b(telefon\w*|tlf\w*|phone|number for|e-?post\w*|e-?mail\w*|mail\w*|adress\w*|address\w*|besøksadress\w*"
    r"|kontaktinfo\w*|kontakt|contact|sentralbord\w*|switchboard|nummeret? til|åpningstid\w*|opningstid\w*"
    r"|opening hours)\b",
    "price": r"\b(koste[rt]?|kostar?|\w*pris(en|er|ene|ar|ane)?|\w*gebyr\w*|avgift\w*|fees?|prices?|leiepris\w*"
    r"|husleie\w*|rente\w*|interest rate|promille|the cost of|what .*\bcosts?|how (much|expensive) .*\b(costs?|pay)"
    r"|(hvor|kor) (dyrt|mye .*betale))\b",
    "count": r"\b(hvor|kor) (mange|mye|mykje|stor|stort|store|høy|høg|gammel|langt|lang|lenge)\b|\bhow (many|much|big"
    r"|large|high|long|old|often)\b|\b(antall|tal på|andel\w*|prosent\w*|share|percentage|number of|ranger\w*|rank\w*"
    r"|plassering|svarprosent|hvor ofte|kor ofte|split)\b",
    "when": r"\b(når|naar|when|dato\w*|date|frist\w*|deadline|what (day|time|year)|hvilket år|kva år)\b",
    "who": r"\b(hvem|kven|who|whom)\b",
    "where": r"\b(hvor|kvar|where)\b(?! (mange|mye|stor|lang|høy|ofte|lenge))",
    "support": r"\b(støtte\w*|stotte\w*|tilskudd\w*|tilskot\w*|stipend\w*|lån\w*|grant\w*|funding|support scheme\w*"
    r"|(finn?e?s|finst|får?|is there|are there|any|get|noen|nokre|noko|noe)\b.*"
    r"\b(penge[rn]\w*|pengar|money|midler|midlar)"
    r"|subsid\w*|ordning\w*|financ\w*|finansier\w*|free|gratis)\b",
    "how": r"\b(hvordan|korleis|how (do|can|to|does|should)|fremgangsmåte|prosess\w*|procedure|steps"
    r"|(hva|kva) (må|trenger|treng) (vi|jeg|eg|man|ein)|what (do|must|should) (i|we) (need|have|do))\b",
    "measure": r"\b(tiltak\w*|handlingsplan\w*|measures?|action plan|actions?)\b"
    r"|\b(hva|kva) (gjør|gjer|vil|skal) kommunen\b"
    r"|\bwhat (does|will|is) the municipality (do|doing|going|planning|(want|plan|intend) to)\b",
    "list": r"\b(hvilke|hva slags|kva for|which|list|what are|oversikt)\b",
}
_PATTERNS = {want: re.compile(pattern) for want, pattern in _WANTS.items()}


def wants(question: str) -> frozenset[Want]:
    low = " ".join(question.lower().split())
    return frozenset(want for want, pattern in _PATTERNS.items() if pattern.search(low))
