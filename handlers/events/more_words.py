"""The words around what an event may have besides, and around drafts."""

from bot.core.texts import Text

MORE = Text(nb="Mer", nn="Meir", en="More")
GUESTS = Text(nb="Gjester", nn="Gjester", en="Guests")
PLUS_ONE = Text(nb="Hver kan ta med én gjest", nn="Kvar kan ta med éin gjest", en="Each may bring one guest")
LABELS = {
    "host": Text(nb="Vertskap", nn="Vertskap", en="Host"),
    "contact": Text(nb="Kontakt", nn="Kontakt", en="Contact"),
    "invited": Text(nb="Hvem er invitert", nn="Kven er invitert", en="Who is invited"),
    "material": Text(nb="Materiell", nn="Materiell", en="Material"),
}
HINTS = {
    "contact": Text(
        nb="En rolle og hvordan den nås, for eksempel en avdeling med e-postadresse.",
        nn="Ei rolle og korleis ein når henne, til dømes ei avdeling med e-postadresse.",
        en="A role and how to reach it, such as a department with its e-mail address.",
    ),
    "material": Text(
        nb="Lenke eller tekst. De som var der (eller alle påmeldte, hvis oppmøtet ikke er registrert), får det "
        "sammen med takken neste arbeidsdag, og det står i kanalen etterpå.",
        nn="Lenkje eller tekst. Dei som var der (eller alle påmelde, om oppmøtet ikkje er registrert), får det "
        "saman med takken neste arbeidsdag, og det står i kanalen etterpå.",
        en="A link or text. Those who were there (or all who signed up, where attendance is not marked) get it "
        "with the thanks on the next working day, and the channel shows it.",
    ),
}
AREA = Text(nb="Område", nn="Område", en="Area")
DEADLINE = Text(nb="Påmeldingsfrist", nn="Påmeldingsfrist", en="Deadline for signing up")
DEADLINE_HINT = Text(
    nb="Etter fristen kan ingen nye melde seg på. Tomt felt: påmeldingen er åpen til arrangementet er over.",
    nn="Etter fristen kan ingen nye melde seg på. Tomt felt: påmeldinga er open til arrangementet er over.",
    en="After it nobody new can sign up. Left empty: people can sign up until the event is over.",
)
PROGRAMME = Text(nb="Program på {language}", nn="Program på {language}", en="Programme in {language}")
PROGRAMME_HINT = Text(
    nb="En linje for hvert punkt, gjerne med klokkeslett.",
    nn="Ei linje for kvart punkt, gjerne med klokkeslett.",
    en="A line for each point, preferably with its time.",
)
KIND = Text(nb="Type", nn="Type", en="Kind")
KIND_HINT = Text(
    nb="Setter vanlig frist, vanlige påminnelser, gjester og inviterte. Alt kan endres etterpå.",
    nn="Set vanleg frist, vanlege påminningar, gjester og inviterte. Alt kan endrast etterpå.",
    en="Sets the usual deadline, reminders, guests and invitations. All of it can be changed afterwards.",
)
SIGN_UP_BY = Text(nb="Påmelding innen {when}", nn="Påmelding innan {when}", en="Sign up by {when}")
SIGN_UP_CLOSED = Text(
    nb="Påmeldingsfristen er ute", nn="Påmeldingsfristen er ute", en="The deadline for signing up has passed"
)
TOLD = Text(nb="{label}: {said}", nn="{label}: {said}", en="{label}: {said}")

PREVIEW = Text(nb="Forhåndsvisning", nn="Førehandsvising", en="Preview")
AS_SEEN = Text(
    nb="Slik blir det i {channel}. Det er et utkast, som bare arrangører ser, til du trykker «Legg ut».",
    nn="Slik blir det i {channel}. Det er eit utkast, som berre arrangørar ser, til du trykkjer «Legg ut».",
    en="This is how it will look in {channel}. It is a draft that only organizers see until you press “Post”.",
)
AS_READ = Text(
    nb="Slik er det på {language}, for dem som har valgt det språket. I {channel} står det på nettverkets språk.",
    nn="Slik er det på {language}, for dei som har valt det språket. I {channel} står det på språket til nettverket.",
    en="This is how it is in {language}, for those who chose that language. In {channel} it is in the network's own.",
)
NOT_USUAL = Text(
    nb="Påmeldingsfrist, påminnelser, gjester eller hvem som kan melde seg på, er ikke slik det er vanlig for {kind}.",
    nn="Påmeldingsfrist, påminningar, gjester eller kven som kan melde seg på, er ikkje slik det er vanleg for {kind}.",
    en="Deadline, reminders, guests or who can sign up is not as usual for {kind}.",
)
MAKE_USUAL = Text(nb="Bruk det vanlige", nn="Bruk det vanlege", en="Use the usual")
DRAFTS = Text(nb="Utkast ({number})", nn="Utkast ({number})", en="Drafts ({number})")
DRAFTS_TITLE = Text(nb="Utkast", nn="Utkast", en="Drafts")
NO_DRAFTS = Text(nb="Det er ingen utkast nå.", nn="Det er ingen utkast no.", en="There are no drafts now.")
DISCARD = Text(nb="Slett utkastet", nn="Slett utkastet", en="Delete draft")
SURE = Text(
    nb="Utkastet slettes for godt. Ingen andre har sett det.",
    nn="Utkastet blir sletta for godt. Ingen andre har sett det.",
    en="The draft is deleted for good. Nobody else has seen it.",
)
DISCARDED = Text(nb="Utkastet er slettet.", nn="Utkastet er sletta.", en="The draft is deleted.")
