"""The words for staff about companies: how they stand, where addresses lie, who speaks for a company."""

from bot.core.texts import Counted, Text

WORD = Text(nb="bedrifter", nn="bedrifter", en="companies")
LINE = Text(
    nb="`/naering bedrifter` – bedriftene, kontaktpersoner, adresser og områder (ansatte)",
    nn="`/naering bedrifter` – bedriftene, kontaktpersonar, adresser og område (tilsette)",
    en="`/naering companies` – companies, contact persons, addresses and areas (staff)",
)
DESK = Text(nb="Bedrifter", nn="Bedrifter", en="Companies")
COUNTED = Text(
    nb="Koblet til Enhetsregisteret: {linked}\nMed kontaktperson: {spoken}\nBekreftet det siste året: {confirmed}\n"
    "Ikke koblet: {others}",
    nn="Kopla til Einingsregisteret: {linked}\nMed kontaktperson: {spoken}\nStadfesta det siste året: {confirmed}\n"
    "Ikkje kopla: {others}",
    en="Linked to Enhetsregisteret: {linked}\nWith a contact person: {spoken}\nConfirmed in the last year: "
    "{confirmed}\nNot linked: {others}",
)
NO_LONGER = Text(nb="*Ikke lenger som før:*", nn="*Ikkje lenger som før:*", en="*No longer as before:*")
STALE = Text(nb="*Bør følges opp:*", nn="*Bør følgjast opp:*", en="*Should be followed up:*")
UNSPOKEN = Text(nb="ingen kontaktperson", nn="ingen kontaktperson", en="no contact person")
NEVER = Text(nb="aldri bekreftet", nn="aldri stadfesta", en="never confirmed")
SINCE = Text(nb="sist bekreftet {day}", nn="sist stadfesta {day}", en="last confirmed on {day}")
UNKNOWN = Text(nb="*Adresser uten område:*", nn="*Adresser utan område:*", en="*Addresses without an area:*")
ALL_KNOWN = Text(
    nb="Alle adresser har fått et område.",
    nn="Alle adresser har fått eit område.",
    en="All addresses have an area.",
)
AT_PLACE = Counted(
    one=Text(nb="{place}: {count} bedrift", nn="{place}: {count} bedrift", en="{place}: {count} company"),
    more=Text(nb="{place}: {count} bedrifter", nn="{place}: {count} bedrifter", en="{place}: {count} companies"),
)
TABLE = Text(nb="*Tabellen:*", nn="*Tabellen:*", en="*The table:*")
SET_AREA = Text(nb="Velg område", nn="Vel område", en="Choose area")
OTHER_PLACE = Text(nb="Sett område for et sted", nn="Set område for ein stad", en="Set the area of a place")
PLACE = Text(
    nb="Postnummer, eller postnummer og gate",
    nn="Postnummer, eller postnummer og gate",
    en="Postal code, or postal code and street",
)
PLACE_HINT = Text(
    nb="En gate går foran postnummeret sitt. Husnummer trengs ikke.",
    nn="Ei gate går føre postnummeret sitt. Husnummer trengst ikkje.",
    en="A street goes before its postal code. House numbers are not needed.",
)
AREA = Text(nb="Område", nn="Område", en="Area")
OUTSIDE = Text(nb="Utenfor områdene", nn="Utanfor områda", en="Outside of the areas")
TAKE_AWAY = Text(nb="Ta bort fra tabellen", nn="Ta bort frå tabellen", en="Take away from the table")
PERSON = Text(nb="Person", nn="Person", en="Person")
PERSON_HINT = Text(
    nb="For bedriften som personen hører til.",
    nn="For bedrifta som personen høyrer til.",
    en="Of the company that the person belongs to.",
)
NO_COMPANY = Text(
    nb="Denne personen har ikke oppgitt noen bedrift.",
    nn="Denne personen har ikkje oppgitt noka bedrift.",
    en="This person has not named a company.",
)
MERGE = Text(nb="Slå sammen bedrifter", nn="Slå saman bedrifter", en="Merge companies")
KEPT = Text(nb="Bedriften som skal beholdes", nn="Bedrifta som skal behaldast", en="The company to keep")
MERGED_IN = Text(
    nb="Bedriften som slås inn i den", nn="Bedrifta som blir slått inn i denne", en="The company that is merged into it"
)
MERGE_HINT = Text(
    nb="Medlemmer, svar, lokaler og besøk går over til den som beholdes. Det kan ikke angres. Er bare den ene koblet "
    "til Enhetsregisteret, er det den som beholdes.",
    nn="Medlemer, svar, lokale og besøk går over til den som blir behalden. Det kan ikkje angrast. Er berre den eine "
    "kopla til Einingsregisteret, er det den som blir behalden.",
    en="Members, answers, premises and visits go over to the one that is kept. This cannot be undone. If only one of "
    "them is linked to Enhetsregisteret, that one is kept.",
)
MERGE_NOW = Text(nb="Slå sammen", nn="Slå saman", en="Merge")
MERGED = Counted(
    one=Text(
        nb="{gone} er slått sammen med {kept}. {count} medlem er flyttet.",
        nn="{gone} er slått saman med {kept}. {count} medlem er flytta.",
        en="{gone} has been merged with {kept}. {count} member has moved.",
    ),
    more=Text(
        nb="{gone} er slått sammen med {kept}. {count} medlemmer er flyttet.",
        nn="{gone} er slått saman med {kept}. {count} medlemer er flytta.",
        en="{gone} has been merged with {kept}. {count} members have moved.",
    ),
)
NO_TWO = Text(
    nb="Det finnes ikke to bedrifter å slå sammen ennå.",
    nn="Det finst ikkje to bedrifter å slå saman enno.",
    en="There are no two companies to merge yet.",
)
DECISION = Text(nb="Hva skal skje?", nn="Kva skal skje?", en="What is to happen?")
DECISIONS = {
    "give": Text(nb="Blir kontaktperson", nn="Blir kontaktperson", en="Becomes contact person"),
    "take": Text(nb="Er det ikke lenger", nn="Er det ikkje lenger", en="Is not any more"),
}
