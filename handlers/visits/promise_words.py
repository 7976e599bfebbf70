"""The words around what was promised at a visit, and around visits a year."""

from bot.core.texts import Text

NOTES_ASKED = Text(nb="Notater fra besøket", nn="Notat frå besøket", en="Notes from the visit")
NOTES_HINT = Text(nb="Bare ansatte ser notatene.", nn="Berre tilsette ser notata.", en="Only staff see the notes.")
WORDS = Text(nb="Dette følger vi opp", nn="Dette følgjer vi opp", en="What we follow up")
WORDS_HINT = Text(nb="Bedriften får se dette.", nn="Bedrifta får sjå dette.", en="The company sees this.")
ROLE = Text(nb="Hvilken rolle har ansvaret?", nn="Kva rolle har ansvaret?", en="Which role is responsible?")
OWNER = Text(nb="Hvem skal få påminnelsen?", nn="Kven skal få påminninga?", en="Who is reminded?")
OWNER_HINT = Text(
    nb="En ansatt. Er ingen valgt, kommer påminnelsen i kanalen for ansatte.",
    nn="Ein tilsett. Er ingen vald, kjem påminninga i kanalen for tilsette.",
    en="A member of staff. Where nobody is chosen, the reminder comes in the staff channel.",
)
DAY = Text(nb="Frist", nn="Frist", en="Due date")
GIVEN = Text(
    nb="Løftet er lagret. Bedriften ser det med `/naering besøk`, og påminnelsene kommer til det er lukket.",
    nn="Lovnaden er lagra. Bedrifta ser han med `/naering besøk`, og påminningane kjem til han er lukka.",
    en="The promise is saved. The company sees it with `/naering visits`, and reminders come until it is closed.",
)
NONE = Text(nb="Ingen løfter er åpne.", nn="Ingen lovnader er opne.", en="No promises are open.")
OPEN_ONES = Text(nb="Åpne løfter: {count}", nn="Opne lovnader: {count}", en="Open promises: {count}")
DUE = {
    "later": Text(nb="Frist {day}", nn="Frist {day}", en="Due {day}"),
    "today": Text(nb="Frist i dag", nn="Frist i dag", en="Due today"),
    "over": Text(nb="Fristen var {day}", nn="Fristen var {day}", en="Was due {day}"),
}
REMINDER = Text(
    nb="Påminnelse om et løfte til {names}", nn="Påminning om ein lovnad til {names}", en="A promise to {names}"
)
FOLLOWS = Text(nb="Ansvar: {owner}", nn="Ansvar: {owner}", en="Responsible: {owner}")
NO_OWNER = Text(nb="ingen", nn="ingen", en="nobody")
CLOSE_IT = Text(nb="Lukk", nn="Lukk", en="Close")
CLOSE_TITLE = Text(nb="Lukk løftet", nn="Lukk lovnaden", en="Close the promise")
OUTCOME = Text(nb="Hva er gjort?", nn="Kva er gjort?", en="What was done?")
CLOSED = Text(
    nb="Løftet er lukket, og bedriften får beskjed.",
    nn="Lovnaden er lukka, og bedrifta får melding.",
    en="The promise is closed, and the company is told.",
)
CHANGE_TITLE = Text(nb="Endre løftet", nn="Endre lovnaden", en="Change the promise")

NO_YEARS = Text(nb="Ingen besøk er gjennomført ennå.", nn="Ingen besøk er gjennomførte enno.", en="No visits yet.")
YEAR = Text(
    nb="*{year}*\nBesøk: {visits} · Bedrifter: {companies}",
    nn="*{year}*\nBesøk: {visits} · Bedrifter: {companies}",
    en="*{year}*\nVisits: {visits} · Companies: {companies}",
)
BY_AREA = Text(nb="Område: {counts}", nn="Område: {counts}", en="Area: {counts}")
BY_SIZE = Text(nb="Størrelse: {counts}", nn="Storleik: {counts}", en="Size: {counts}")
KEPT = Text(
    nb="Løfter som er lukket: {kept} · Åpne løfter: {left}",
    nn="Lovnader som er lukka: {kept} · Opne lovnader: {left}",
    en="Promises closed: {kept} · Promises open: {left}",
)
FILE_SENT = Text(
    nb="Fila kommer som direktemelding til deg alene.",
    nn="Fila kjem som direktemelding til deg åleine.",
    en="The file comes as a direct message to you alone.",
)
FILE = Text(nb="Besøk per år som fil.", nn="Besøk per år som fil.", en="Visits per year as a file.")
COLUMNS = {
    "year": Text(nb="År", nn="År", en="Year"),
    "split": Text(nb="Inndeling", nn="Inndeling", en="Split by"),
    "group": Text(nb="Gruppe", nn="Gruppe", en="Group"),
    "count": Text(nb="Antall", nn="Tal", en="Count"),
}
VISITS = Text(nb="Besøk", nn="Besøk", en="Visits")
COMPANIES = Text(nb="Bedrifter", nn="Bedrifter", en="Companies")
PROMISES = Text(nb="Løfter", nn="Lovnader", en="Promises")
PROMISES_KEPT = Text(nb="Lukket", nn="Lukka", en="Closed")
PROMISES_LEFT = Text(nb="Åpne", nn="Opne", en="Open")
