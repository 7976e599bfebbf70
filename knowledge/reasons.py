"""Why an entry cannot stand as it is, in words for whoever wrote it."""

from bot.core.texts import Text

NO_ENTRY = Text(
    nb="Det finnes ingen oppføring «{name}» å vise til.",
    nn="Det finst inga oppføring «{name}» å vise til.",
    en="there is no entry «{name}» to link to.",
)
NO_AREA = Text(
    nb="Det finnes ikke noe område «{name}».",
    nn="Det finst ikkje noko område «{name}».",
    en="there is no area «{name}».",
)
IS_NO_AREA = Text(nb="«{name}» er ikke et område.", nn="«{name}» er ikkje eit område.", en="«{name}» is no area.")
NO_CONTACT = Text(
    nb="Det finnes ingen kontakt «{name}».", nn="Det finst ingen kontakt «{name}».", en="there is no contact «{name}»."
)
UNSERVED = Text(
    nb="Området har ingen kontakt. Velg en kontakt her, eller før opp området hos en kontakt.",
    nn="Området har ingen kontakt. Vel ein kontakt her, eller før opp området hos ein kontakt.",
    en="the area has no contact: name one in handled_by, or the area in a contact's areas.",
)
NO_EMAIL = Text(
    nb="«{value}» er ingen e-postadresse.", nn="«{value}» er inga e-postadresse.", en="«{value}» is no e-mail address."
)
NO_PHONE = Text(
    nb="«{value}» er ikke et norsk telefonnummer. Skriv det som 12 34 56 78.",
    nn="«{value}» er ikkje eit norsk telefonnummer. Skriv det som 12 34 56 78.",
    en="«{value}» is no Norwegian phone number; write it as 12 34 56 78.",
)
A_PERSON = Text(
    nb="«{value}» ser ut som navnet på en person. Skriv en rolle eller en enhet.",
    nn="«{value}» ser ut som namnet på ein person. Skriv ei rolle eller ei eining.",
    en="«{value}» looks like a person's name; write a role or a unit.",
)
NO_TOPIC = Text(
    nb="«{name}» er ikke et emne i ordlista.",
    nn="«{name}» er ikkje eit emne i ordlista.",
    en="«{name}» is no topic of vocabulary.tsv.",
)
EMPTY = Text(nb="Teksten på {language} mangler.", nn="Teksten på {language} manglar.", en="{language} is missing.")
ALIKE = Text(
    nb="Teksten på {language} er den samme som på bokmål.",
    nn="Teksten på {language} er den same som på bokmål.",
    en="{language} is the same as bokmål.",
)
TOO_LONG = Text(
    nb="Teksten på {language} har {length} tegn; høyst {most} er plass til.",
    nn="Teksten på {language} har {length} teikn; høgst {most} er det plass til.",
    en="{language} has {length} characters, {most} is the most.",
)
UNTRANSLATED = Text(
    nb="Bokmål og {language} har ulike tall: {number} står bare i den ene.",
    nn="Bokmål og {language} har ulike tal: {number} står berre i den eine.",
    en="bokmål and {language} differ in the number {number}.",
)
UNSTATED = Text(
    nb="{name} er {number}, men det tallet står ikke i teksten.",
    nn="{name} er {number}, men det talet står ikkje i teksten.",
    en="{name} is {number}, which the text does not say.",
)
ENDS_FIRST = Text(
    nb="Datoen ligger før den dagen oppføringen gjelder fra.",
    nn="Datoen ligg før den dagen oppføringa gjeld frå.",
    en="valid.until lies before valid.since.",
)
DEADLINE_FIRST = Text(
    nb="Fristen ligger før den dagen oppføringen gjelder fra.",
    nn="Fristen ligg før den dagen oppføringa gjeld frå.",
    en="the deadline lies before valid.since.",
)
VERIFIED_FIRST = Text(
    nb="Oppføringen er kontrollert før kilden ble skrevet.",
    nn="Oppføringa er kontrollert før kjelda vart skriven.",
    en="it was verified before its source was written.",
)
OVER = Text(
    nb="Dette gjaldt bare til {day}.",
    nn="Dette gjaldt berre til {day}.",
    en="it held until {day} only; write `history: true` where that is told on purpose.",
)
DEADLINE_OVER = Text(
    nb="Fristen, {day}, er ute.",
    nn="Fristen, {day}, er ute.",
    en="the deadline, {day}, has passed; write `history: true` where that is told on purpose.",
)
VERIFIED_LATER = Text(
    nb="Den er kontrollert {day}, som er fram i tid.",
    nn="Ho er kontrollert {day}, som er fram i tid.",
    en="it is verified on {day}, which is yet to come.",
)
SOURCE_LATER = Text(
    nb="«{document}» er fra {day}, som er fram i tid.",
    nn="«{document}» er frå {day}, som er fram i tid.",
    en="«{document}» is from {day}, which is yet to come.",
)
OTHER_ANSWER = Text(
    nb="«{question}» får et annet svar i {other}.",
    nn="«{question}» får eit anna svar i {other}.",
    en="«{question}» is answered differently by {other}.",
)
OTHER_FIGURE = Text(
    nb="Tallene stemmer ikke med {other}: {here} her, {there} der.",
    nn="Tala stemmer ikkje med {other}: {here} her, {there} der.",
    en="the figures conflict with {other}: {here} here, {there} there.",
)
NO_FIGURE = Text(nb="ingen", nn="ingen", en="none")
