"""What people read of being contacted after a round, and organizers of whom they choose."""

from bot.core.texts import Counted, Text

# --- to those who may agree ---

ASK = Text(
    nb="Kan arrangørene kontakte deg for et intervju eller en workshop etterpå? Det du svarer her, lagres for seg, "
    "uten det bedriften svarte. Et nei endrer ingenting, og et ja kan du trekke tilbake når du vil.",
    nn="Kan arrangørane kontakte deg for eit intervju eller ein workshop etterpå? Det du svarar her, blir lagra for "
    "seg, utan det bedrifta svarte. Eit nei endrar ingenting, og eit ja kan du trekkje tilbake når du vil.",
    en="May the organizers contact you for an interview or a workshop afterwards? What you say here is stored "
    "separately, without what your company answered. A no changes nothing, and you can take back a yes at any time.",
)
OFFER = Text(
    nb="Kontakt meg gjerne etterpå", nn="Kontakt meg gjerne etterpå", en="Please contact me afterwards"
)  # in the list, where nothing is asked before it
AGREE = Text(nb="Ja, kontakt meg gjerne", nn="Ja, kontakt meg gjerne", en="Yes, please contact me")
AGREED = Text(
    nb="Takk! Arrangørene kan kontakte deg etter «{name}». Vil du ikke det likevel, trekker du det tilbake her eller "
    "med `/naering undersøkelse`.",
    nn="Takk! Arrangørane kan kontakte deg etter «{name}». Vil du ikkje det likevel, trekkjer du det tilbake her "
    "eller med `/naering undersøking`.",
    en="Thank you! The organizers may contact you after “{name}”. If you change your mind, take it back here or with "
    "`/naering survey`.",
)
MAY = Text(
    nb="Arrangørene kan kontakte deg etter «{name}».",
    nn="Arrangørane kan kontakte deg etter «{name}».",
    en="The organizers may contact you after “{name}”.",
)
WITHDRAW = Text(nb="Ikke kontakt meg likevel", nn="Ikkje kontakt meg likevel", en="Do not contact me after all")
WITHDRAWN = Text(
    nb="Greit, du blir ikke kontaktet etter «{name}».",
    nn="Greitt, du blir ikkje kontakta etter «{name}».",
    en="All right, you will not be contacted after “{name}”.",
)
INVITED = Text(
    nb="Du sa ja til å bli kontaktet etter «{name}».",
    nn="Du sa ja til å bli kontakta etter «{name}».",
    en="You agreed to be contacted after “{name}”.",
)
FROM = Text(nb="Hilsen {person}", nn="Helsing {person}", en="From {person}")
WHY_YOU = Text(
    nb="Du er trukket ut slik at ulike bransjer, områder og størrelser er representert. Hva bedriften svarte, har "
    "ingenting å si for trekningen.",
    nn="Du er trekt ut slik at ulike bransjar, område og storleikar er representerte. Kva bedrifta svarte, har "
    "ingenting å seie for trekkinga.",
    en="You were drawn so that different branches, areas and sizes are represented. What your company answered makes "
    "no difference to the draw.",
)

# --- to organizers ---

SELECT = Text(nb="Intervju eller workshop", nn="Intervju eller workshop", en="Interview/workshop")
WILLING = Counted(
    Text(
        nb="Én bedrift har noen som har sagt ja til å bli kontaktet.",
        nn="Éi bedrift har nokon som har sagt ja til å bli kontakta.",
        en="One company has somebody who agreed to be contacted.",
    ),
    Text(
        nb="{count} bedrifter har noen som har sagt ja til å bli kontaktet.",
        nn="{count} bedrifter har nokon som har sagt ja til å bli kontakta.",
        en="{count} companies have somebody who agreed to be contacted.",
    ),
)
HOW = Text(
    nb="Utvalget trekkes blant dem. Plassene fordeles etter hvor mange av de inviterte bedriftene som hører til hver "
    "bransje, hvert område og hver størrelse. Loddet lagres, så trekningen kan gjentas. Svarene har ingenting å si "
    "for trekningen.",
    nn="Utvalet blir trekt blant dei. Plassane blir fordelte etter kor mange av dei inviterte bedriftene som høyrer "
    "til kvar bransje, kvart område og kvar storleik. Loddet blir lagra, så trekkinga kan gjerast om att. Svara har "
    "ingenting å seie for trekkinga.",
    en="They are drawn from these. Seats are shared out by how many of the invited companies are of each branch, area "
    "and size. The lot is stored, so that the draw can be repeated. Answers make no difference to it.",
)
SIZE = Text(nb="Hvor mange?", nn="Kor mange?", en="How many?")
DRAW = Text(nb="Trekk", nn="Trekk", en="Draw")
DRAWN = Text(
    nb="Trukket: {count} av dem som har sagt ja. Lodd nr. {seed}.",
    nn="Trekte: {count} av dei som har sagt ja. Lodd nr. {seed}.",
    en="Drawn: {count} of those who agreed. Lot no. {seed}.",
)
BEFORE = Text(nb="Invitert {day}: {names}", nn="Invitert {day}: {names}", en="Invited on {day}: {names}")
GONE_COMPANY = Text(
    nb="Bedriften er ikke lenger i registeret", nn="Bedrifta er ikkje lenger i registeret", en="No longer registered"
)
TEXT = Text(nb="Invitasjon på {language}", nn="Invitasjon på {language}", en="Invitation in {language}")
TEXT_HINT = Text(
    nb="Hva det er, hvor lenge det varer, og hvordan de svarer deg.",
    nn="Kva det er, kor lenge det varer, og korleis dei svarar deg.",
    en="What it is, how long it takes, and how they answer you.",
)
EVENT = Text(nb="Arrangement", nn="Arrangement", en="Event")
EVENT_HINT = Text(
    nb="Velger du et, får de tid og sted og svarer med ett trykk.",
    nn="Vel du eit, får dei tid og stad og svarar med eitt trykk.",
    en="If you choose one, they get time and place and answer with one press.",
)
SENT = Counted(
    Text(
        nb="Sendt. Én får invitasjonen i arbeidstida.",
        nn="Sendt. Éin får invitasjonen i arbeidstida.",
        en="Sent. One person gets the invitation within working hours.",
    ),
    Text(
        nb="Sendt. {count} får invitasjonen i arbeidstida.",
        nn="Sendt. {count} får invitasjonen i arbeidstida.",
        en="Sent. {count} people get the invitation within working hours.",
    ),
)
