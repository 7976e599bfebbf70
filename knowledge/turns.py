"""The turns of phrase by which a relation is asked for, and those by which an entry tells it."""

import re
from dataclasses import dataclass
from typing import Literal

Relation = Literal[
    "owner", "doer", "number", "price", "hours", "address", "founded", "money", "wages", "winner", "vacancy", "place",
    "persons", "difference", "sum", "view", "next", "cause", "jobless", "length", "date", "best",
    "interest", "meaning", "opening", "own", "task", "dismissal", "duration", "largest"
]  # fmt: skip


@dataclass(frozen=True)
class Turns:
    """How it is asked for in any language, and how the bokmål text of an entry tells it."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]


def _turns(asks: str, tells: str) -> Turns:
    """One turn of phrase a line."""
    return Turns(_any(asks), _any(tells))


def _any(lines: str) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b(?:{line.strip()})\b" for line in lines.strip().splitlines()))


_NOTHING = r"(?!)"
_TIME = r"(?:uker?|dager?|måned\w*|år)"
_MINE = "(?:mi(?:ne?|tt)|vår[te]?)"
_HANDLED = (
    r"(?:ferdig|behandl|handsam|registrer|godkj|klar|mottatt|avgj|ready|done|approv|process|register|receiv|deci)\w*"
)
TURNS: dict[Relation, Turns] = {
    "owner": _turns(
        r"""(?:hvem|hvilke[nt]?|kven|who|which|what)\b.*\b(?:ei(?:er|g|g?de|es)|åtte|owned)
        (?:hvem|kven|who|which|what)\b.*\b(?<!(?:my|ur|ir) )(?<!its )owns?
        til salgs|for sale
        (?:eier(?:en|ne)?|eigar(?:en|ane)?|owners?) (?:av|til|of)""",
        r"""(?:grunn|med)?(?:eier\w*|eide?)
        st(?:år|od?) bak
        aksjonær\w*""",
    ),
    "doer": _turns(
        r"""(?:hvem|kven) (?:er det som )?(?:driver|driv|drev|står bak|stod? bak|bygger|byggjer|bygde|bygget)
        who (?:is |was )?(?:behind|runs?|running|ran|operates?|builds?|building|built)""",
        r"""driv\w*|drev\w*|organiser\w*|ledet|står bak|stod? bak|eiere?
        bygg\w*""",
    ),
    "number": _turns(
        r"""(?:hvor|kor) mange|(?:hvor|kor) (?:stor|høy|høg) (?:andel|del|prosent)
        how many|(?:what|which) (?:share|percentage|proportion)
        antall|number of|tale?t? på
        svarprosent\w*""",
        _NOTHING,  # see `tells`
    ),
    "price": _turns(
        r"""koste[rt]?|kostar?
        \w*pris(?:en|er|ene|ar|ane)?|prices?
        \w*gebyr\w*|avgift|fees?
        \w*husleie\w*|(?<!to )(?<!we )(?<!can i )rent
        promille
        the cost of|what .*\bcosts?
        how (?:much|expensive) .*\b(?:costs?|pay|rent)
        (?:hvor|kor) (?:dyrt|(?:mye|mykje) .*betal(?:er?|ar))
        (?:hvor|kor) (?:mye|mykje) (?:\w+ )?(?:støtte|penge[rn]\w*|pengar|midler|midlar|tilskudd|tilskot)
        how much (?:money|support|funding|aid)""",
        r"""kr|kroner|mill\w*|milliard\w*|gratis|prosent
        \d+(?= ?%)""",
    ),
    "interest": _turns(
        r"\w*rent(?:e|a|en)(?:n|satsen)?|interest(?: rates?)?",
        r"\w*rente\w*",
    ),
    "hours": _turns(
        r"""[åo]pningstid\w*|opening (?:hours|times?)
        (?:stenge|stengje)r?|closes?|clos(?:ing|ed)
        (?:åpne[rt]?|opnar|opens?|opening|åpent?|ope)\b.*\b(?:\w+dag(?:en|er|ar)?|\w+days?|i dag|i kveld|morgen\w*)
        (?:open|opens)\b.*\b(?:tonight|tomorrow|today)""",
        r"""kl\.? ?\d+
        \d\d[.:]\d\d(?!\.)""",
    ),
    "address": _turns(
        r"""(?:telefon(?:nummer\w*|en)?|tlf\w*|phone(?: number)?) (?:til|for|of|to|hos)
        (?:e-?post(?:adress\w*|en)?|e-?mail(?: address)?|\w*adress\w*|address) (?:til|for|of|to|hos)
        (?:nettsid\w*|website|hjemmesid\w*|heimesid\w*) (?:til|for|of|to|hos)
        (?:org(?:anisasjons)?n(?:ummer\w*|r)) (?:til|for|of|to|hos) (?!en|ei|a)""",
        r"""\S+@\S+|\w+\.(?:no|com)
        \d\d(?: \d\d){3}|\d{3} \d\d \d{3}|\d{9}
        \w+(?:gata|veien|plassen) \d+""",
    ),
    "founded": _turns(
        r"""(?:når|hvilket år|kva år)\b.*\b(?:stiftet|stifta|grunnlagt|grunnlagd|etablert|bygget|bygd|bygt)
        (?:when|what year)\b.*\b(?:founded|established|built|set up)
        (?:hvor|kor) gam(?:mel|mal|melt|malt)|how old""",
        r"stift\w*|grunnl\w*|etablert\w*|bygg?[dt]\w*|åpne[rt]|opna|siden|sidan|over \d+ år",
    ),
    "money": _turns(
        r"""omset(?:ning|nad)\w*|turnover|revenues?
        (?:over|under)sk(?:ud|ot)\w*|profits?
        budsjett\w*|budget""",
        r"omset\w*|oversk\w*|budsjett\w*",
    ),
    "wages": _turns(
        r"""(?<!folk på )\w*lønn(?:a|en|inga|ingen)?|(?<!folk på )\w*løn[ae]?
        tjener|tener|earns?|salar(?:y|ies)|wages?""",
        r"\w*lønn\w*",
    ),
    "winner": _turns(
        r"""(?:hvem|kven|who)\b.*\b(?:fikk|fekk|got|received|vant|won|stemte|røyst[ae]t?|voted)
        (?:hvilke[nt]?|kva|which|what) (?:bedrift|firma|selskap|compan|firm|party)\w* (?:fikk|fekk|vant|got|won)
        (?:hvilke[nt]?|kva|which|what) (?:bedrift|firma|selskap|compan|firm)\w* (?:svar\w+|answered)""",
        r"fikk|vant|stemte",
    ),
    "vacancy": _turns(
        r"""ledige? (?:stilling|jobb)\w*|(?:vacant|open) positions?|job openings?
        (?:is|are) \w+ hiring
        søk\w* (?:jeg |eg )?(?:om )?jobb|apply for (?:a )?jobs?""",
        _NOTHING,
    ),
    "place": _turns(
        r"""(?:hvor|kvar|kor) (?:ligger|ligg)(?! vi\b)
        where (?:is|are)\b.*\blocated""",
        r"""ligg\w*|holde?r? til|plassen|\w+ hus
        skal ha\b.*\bi \w+""",
    ),
    "persons": _turns(
        r"""(?:hvem|kven|who)\b.*\b(?:sitter|sit|sits) (?:i|on|in) (?:the )?\w*(?:styre\w*|formannskap\w*|board|council)
        (?:navn\w*|namn\w*|names?|telefon\w*|list\w*)\b.*\b(?:alle|all|every)\b.*\b(?:medlem\w*|members|people|person\w*)
        (?:medlems|kontakt|e-?post)list\w*|(?:member|membership|contact|mailing) list\w*
        list\w* (?:over|med) (?:alle )?(?:bedrift|medlem|firma)\w*""",
        _NOTHING,
    ),
    "difference": _turns(
        r"""(?:hvor|kor) (?:mange|mye|mykje) (?:flere|fleire|færre|mer|meir|mindre|større|høyere)\b.*\b(?:enn)
        how (?:many|much) (?:more|fewer|less|bigger|larger|higher|lower)\b.*\b(?:than)
        (?:forskjell\w*|skilnad\w*|difference)\b.*\b(?:mellom|between)""",
        r"flere|færre|mer|mindre|forskjell\w*",
    ),
    "sum": _turns(
        r"""til sammen|til saman|tilsammen|sammenlagt|samanlagt|i sum
        combined|in sum|altogether""",
        r"til sammen|tilsammen|totalt?|i alt|sum",
    ),
    "next": _turns(
        r"""(?:når|naar|when|wh\w+ day|(?:hvilken|kva) dag)\b.*\b(?:neste|next|komande|kommende|(?:up)?coming(?= \w))
        (?:dato(?:en)?|date) (?:for|på|of)""",
        r"dato\w*|årlig\w*|hvert år|jevnlig\w*",
    ),
    "best": _turns(
        r"""(?:hvilke[nt]?|kva for|which|what|hvem|kven|who)\b.*\b(?:beste?|verste?|worst)\b
        (?:anbefaler|tilrår) (?:du|dere|de)\b
        do you recommend
        ^(?:the )?(?:beste?|verste?|worst) \w+""",
        r"beste?|rangert|nummer \d+",
    ),
    "meaning": _turns(
        r"""betyr|tyder|menes|meinast|(?:mener|meiner) (?:planen|kommunen|dere|de|du)
        (?:meant|mean|means) by|does .* mean|meaning of|defin\w+|(?:stand|står) for""",
        r"betyr|menes|er et begrep|er nyskapende|forkortelse\w*",
    ),
    "date": _turns(
        r"""^(?:\w+[, ]+)?(?:når|naar|when)\b(?! (?:\w+ )?(?:du|jeg|eg|vi|me|man|ein|en|you|i|we|one)\b)
        (?:hvilket år|kva år|what year|which year|which years|hvilke år)\b""",
        _NOTHING,  # see `tells`
    ),
    "opening": _turns(
        r"""(?:når|naar|when)\b.{0,40}\b(?:åpner|åpna|åpnet|opnar|opna|opens?|opened|opening)
        (?:når|naar|when)\b.{0,40}\b(?:ferdig|finished|completed|utbygd|fully developed)""",
        r"""(?:åpne[rt]?\w*|ferdig|klar) .*\b(?:19|20)\d\d
        kl\.? ?\d+""",
    ),
    "own": _turns(  # how it goes with what is the asker's own
        rf"""(?:når|naar|when) (?!må|bør|skal|kan|should|must|can)\w+ (?:\w+ {_MINE}|(?:my|our) \w+)
        (?:er|har|ble|blei|vart|blir) (?:\w+ )?\w+ {_MINE} (?:\w+ )?{_HANDLED}
        (?:is|has|was|will) (?:my|our) \w+ (?:\w+ )?{_HANDLED}""",
        _NOTHING,
    ),
    "duration": _turns(
        r"""(?:hvor|kor) lang tid|how long (?:does|do|will|must|until|before)
        (?:hvor|kor) lenge (?:tar|tek|må)""",
        rf"""(?:tar|tok|innen|inntil|i løpet av|varer|etter|gjelder|svar)\b.{{0,60}}{_TIME}
        (?:\w*behandlings?tid\w*|frist\w*)\b.{{0,60}}{_TIME}
        hele året|løpende""",
    ),
    "largest": _turns(
        r"(?:hvem|kven|who)\b.*\b(?:største?|biggest|largest)",
        r"størst[e]?|dominer\w*|flest|mest",
    ),
    "dismissal": _turns(
        r"""(?:si|sier|seier|seie|sagt) (?:jeg |eg |vi |man |ein |en )?opp (?:en|ein|ei|noen|nokon|ansatte|folk)
        (?:fire|dismiss|sack) (?:an?|my|our|some|someone|somebody|staff)""",
        r"oppsigelse\w*",
    ),
    "task": _turns(  # something to be done, where there is nothing to be told
        r"""^(?:(?:kan du|kunne du|can you|could you|please|vær så snill å) )?(?:skriv|oversett|omsett)\w* (?!til)
        ^(?:kan|kunne|can|could) (?:du|dere|de|you) (?:please )?(?:sende?|bestille|ringe?|book|order|call) (?!til|to)
        ^(?:(?:kan du|kunne du|can you|could you|please) )?(?:write|draft|translate|calculate|re[gk]ne? ut) (?!to)""",
        _NOTHING,
    ),
    "length": _turns(
        r"""(?:hvor|kor) (?:lang|lange|dyp|djup|bred|brei|tung|tungt)\b(?! tid| periode| frist)
        how (?:tall|deep|wide|heavy)\b|how long is the (?:\w+ )?(?:slope|track|trail|road|street|tunnel|line)\b""",
        r"\d+ ?(?:m|meter|km|kilometer|kg|tonn)\b",
    ),
    "cause": _turns(
        r"""hvorfor|kvifor|why|what makes|what (?:caused|causes)|how come
        (?:årsak|grunn|orsak)\w*|(?:reason|cause)s?""",
        r"årsak\w*|grunn\w*|skyldes|fordi|forklaring\w*|gjør|trekker|for å|slik at|derfor|dermed|viktigst\w*",
    ),
    "jobless": _turns(
        r"""(?:arbeidsledighet|arbeidsløyse|arbeidsløse?het)\w*|unemployment
        (?:hvor|kor) mange .*\b(?:arbeidsled|arbeidslau|arbeidsløs)\w*|how many .*\bunemployed""",
        r"arbeidsledighet\w*|ledighet\w*",
    ),
    "view": _turns(
        r"""(?<!jeg )(?<!eg )(?:synes|syns|synest|mener|meiner|meinar|tykkjer) .*\bom
        (?:thinks?|opinion) .*\b(?:about|of)""",
        r"""(?:bedriftene|virksomhetene|mange|flere) (?:mener|er|vil|har|ønsker|mente|var)
        (?:mis)?fornøyde?|savner|etterlys\w*|opplev\w*""",
    ),
}
