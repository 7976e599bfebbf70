"""The words around events: what members and the channel read."""

from bot.core.texts import Counted, Text

WORD = Text(nb="arrangement", nn="arrangement", en="events")
LINE = Text(
    nb="`/naering arrangement` – se hva som skjer, og meld deg på",
    nn="`/naering arrangement` – sjå kva som skjer, og meld deg på",
    en="`/naering events` – see what is on, and sign up",
)
COMING = Text(nb="*Dette skjer*", nn="*Dette skjer*", en="*Coming events*")
JUST_OVER = Text(nb="*Nylig over*", nn="*Nyleg over*", en="*Just over*")
NOTHING = Text(
    nb="Ingen arrangementer er satt opp nå.",
    nn="Ingen arrangement er sette opp no.",
    en="No events are planned at the moment.",
)
MINE = Text(nb="*Arrangementer for deg*", nn="*Arrangement for deg*", en="*Your events*")
NONE_OF_MINE = Text(
    nb="Du er ikke påmeldt noe arrangement. `/naering arrangement` viser hva som skjer.",
    nn="Du er ikkje påmeld til noko arrangement. `/naering arrangement` viser kva som skjer.",
    en="You have not signed up for any event. `/naering events` shows what is on.",
)

BUTTONS = {
    "yes": Text(nb="Kommer", nn="Kjem", en="Coming"),
    "maybe": Text(nb="Kanskje", nn="Kanskje", en="Maybe"),
    "no": Text(nb="Kan ikke", nn="Kan ikkje", en="Can't come"),
}
CALENDAR = Text(nb="Kalenderfil", nn="Kalenderfil", en="Calendar file")
OWN_CALENDAR = Text(nb="Mine arrangementer", nn="Arrangementa mine", en="My events")
PUBLIC_CALENDAR = Text(nb="Åpne arrangementer", nn="Opne arrangement", en="Open events")
WHEN = Text(nb="Når: {when}", nn="Når: {when}", en="When: {when}")
WHERE = Text(nb="Sted: {place}", nn="Stad: {place}", en="Where: {place}")
SEATS = Text(nb="Kommer: {yes} av {seats}", nn="Kjem: {yes} av {seats}", en="Coming: {yes} of {seats}")
SEATS_FREELY = Text(nb="Kommer: {yes}", nn="Kjem: {yes}", en="Coming: {yes}")
OTHERS = Text(
    nb="Kanskje: {maybe} · Kan ikke: {no}",
    nn="Kanskje: {maybe} · Kan ikkje: {no}",
    en="Maybe: {maybe} · Can't come: {no}",
)
FULL = Text(nb="Fullt", nn="Fullt", en="Full")
SEATS_OFFERED = Counted(
    Text(nb="{count} plass er tilbudt", nn="{count} plass er tilboden", en="{count} seat is offered"),
    Text(nb="{count} plasser er tilbudt", nn="{count} plassar er tilbodne", en="{count} seats are offered"),
)
CALLED_OFF = Text(nb="AVLYST: {title}", nn="AVLYST: {title}", en="CANCELLED: {title}")
OVER = Text(nb="Arrangementet er over.", nn="Arrangementet er over.", en="The event is over.")
YOUR_ANSWER = {
    "yes": Text(nb="Svaret ditt: Kommer", nn="Svaret ditt: Kjem", en="Your answer: Coming"),
    "maybe": Text(nb="Svaret ditt: Kanskje", nn="Svaret ditt: Kanskje", en="Your answer: Maybe"),
    "no": Text(nb="Svaret ditt: Kan ikke", nn="Svaret ditt: Kan ikkje", en="Your answer: Can't come"),
    "waiting": Text(nb="Du står på venteliste", nn="Du står på venteliste", en="You are on the waiting list"),
}
STANDING = {
    "yes": Text(nb="kommer", nn="kjem", en="coming"),
    "maybe": Text(nb="kanskje", nn="kanskje", en="maybe"),
    "waiting": Text(nb="på venteliste", nn="på venteliste", en="on the waiting list"),
}
IN_LINE = Text(nb="På venteliste: {waiting}", nn="På venteliste: {waiting}", en="Waiting: {waiting}")
NOT_ANSWERED = Text(nb="Du har ikke svart.", nn="Du har ikkje svart.", en="You have not answered.")
RECEIPT = {
    "yes": Text(
        nb="Du er påmeldt «{title}», {when}. Du får en påminnelse på forhånd, hvis det er tid til det og du ikke har "
        "slått dem av.",
        nn="Du er påmeld «{title}», {when}. Du får ei påminning på førehand, om det er tid til det og du ikkje har "
        "slått dei av.",
        en="You are signed up for “{title}”, {when}. You get a reminder if there is time for one and you have not "
        "turned them off.",
    ),
    "maybe": Text(
        nb="Notert: Du kommer kanskje på «{title}», {when}. Du har ingen plass før du trykker «Kommer».",
        nn="Notert: Du kjem kanskje på «{title}», {when}. Du har ingen plass før du trykkjer «Kjem».",
        en="Noted: You may come to “{title}”, {when}. You have no seat until you press “Coming”.",
    ),
    "waiting": Text(
        nb="«{title}» er fullt. Du står som nummer {number} på ventelisten. Blir en plass ledig, får du tilbud om den.",
        nn="«{title}» er fullt. Du står som nummer {number} på ventelista. Blir ein plass ledig, får du tilbod om han.",
        en="“{title}” is full. You are number {number} on the waiting list. If a seat becomes free, it is offered to "
        "you.",
    ),
    "no": Text(
        nb="Notert: Du kommer ikke til «{title}», {when}.",
        nn="Notert: Du kjem ikkje til «{title}», {when}.",
        en="Noted: You are not coming to “{title}”, {when}.",
    ),
}
MAYBE_CLOSED = Text(
    nb="Notert: Du kommer kanskje på «{title}», {when}. Du har ingen plass, og påmeldingsfristen er ute.",
    nn="Notert: Du kjem kanskje på «{title}», {when}. Du har ingen plass, og påmeldingsfristen er ute.",
    en="Noted: You may come to “{title}”, {when}. You have no seat, and the deadline for signing up has passed.",
)
AS_BEFORE = Text(
    nb="Det svaret har du allerede gitt. Ingenting er endret.",
    nn="Det svaret har du alt gitt. Ingenting er endra.",
    en="You have already given that answer. Nothing has changed.",
)
CONFIRMED = Text(
    nb="Takk, da er det bekreftet at du kommer på «{title}», {when}.",
    nn="Takk, då er det stadfesta at du kjem på «{title}», {when}.",
    en="Thank you, you have confirmed that you are coming to “{title}”, {when}.",
)
OFFER = Text(
    nb="Det er ledig plass til deg på «{title}». Trykk «Kommer» innen {until}; ellers går tilbudet til den neste.",
    nn="Det er ledig plass til deg på «{title}». Trykk «Kjem» innan {until}; elles går tilbodet til den neste.",
    en="There is a seat for you at “{title}”. Press “Coming” before {until}; otherwise it is offered to the next.",
)
OFFER_OVER = Text(
    nb="Tilbudet om plass på «{title}» har gått ut, og du står ikke lenger på ventelisten. Trykk «Kommer» hvis du vil "
    "stille deg i køen igjen.",
    nn="Tilbodet om plass på «{title}» har gått ut, og du står ikkje lenger på ventelista. Trykk «Kjem» om du vil "
    "stille deg i køen att.",
    en="The offer of a seat at “{title}” has run out, and you are no longer on the waiting list. Press “Coming” if you "
    "want to stand in line again.",
)
OFFER_OVER_CLOSED = Text(
    nb="Tilbudet om plass på «{title}» har gått ut, og du står ikke lenger på ventelisten. Påmeldingsfristen er ute.",
    nn="Tilbodet om plass på «{title}» har gått ut, og du står ikkje lenger på ventelista. Påmeldingsfristen er ute.",
    en="The offer of a seat at “{title}” has run out, and you are no longer on the waiting list. The deadline for "
    "signing up has passed.",
)
BRING = (
    Text(nb="Kommer alene", nn="Kjem åleine", en="Coming alone"),
    Text(nb="Jeg tar med én", nn="Eg tek med éin", en="I bring a guest"),
)
WITH_GUEST = (
    Text(
        nb="Notert: Du kommer alene på «{title}».",
        nn="Notert: Du kjem åleine på «{title}».",
        en="Noted: You are coming to “{title}” alone.",
    ),
    Text(
        nb="Notert: Du kommer på «{title}» og tar med én gjest.",
        nn="Notert: Du kjem på «{title}» og tek med éin gjest.",
        en="Noted: You are coming to “{title}” with a guest.",
    ),
)
MATERIAL = Text(nb="Materiell: {material}", nn="Materiell: {material}", en="Material: {material}")
FILE_SENT = Text(
    nb="Kalenderfilen kommer i direktemeldingene dine.",
    nn="Kalenderfila kjem i direktemeldingane dine.",
    en="The calendar file comes in your direct messages.",
)
FILE = Text(
    nb="Kalenderfil for «{title}». Åpne den, så legges arrangementet i kalenderen din.",
    nn="Kalenderfil for «{title}». Opne ho, så blir arrangementet lagt i kalenderen din.",
    en="Calendar file for “{title}”. Open it to put the event in your calendar.",
)

REMINDER = {
    "yes": Text(
        nb="Påminnelse: «{title}» er {away}. Du er påmeldt.",
        nn="Påminning: «{title}» er {away}. Du er påmeld.",
        en="Reminder: “{title}” is {away}. You are signed up.",
    ),
    "maybe": Text(
        nb="Påminnelse: «{title}» er {away}. Du har svart «Kanskje», så du har ingen plass ennå.",
        nn="Påminning: «{title}» er {away}. Du har svart «Kanskje», så du har ingen plass enno.",
        en="Reminder: “{title}” is {away}. You answered “Maybe”, so you have no seat yet.",
    ),
    "waiting": Text(
        nb="«{title}» er {away}. Du står på venteliste og har ingen plass ennå. Kan du ikke lenger komme, trykk «Kan "
        "ikke», så går turen videre.",
        nn="«{title}» er {away}. Du står på venteliste og har ingen plass enno. Kan du ikkje lenger kome, trykk «Kan "
        "ikkje», så går turen vidare.",
        en="“{title}” is {away}. You are on the waiting list and have no seat yet. If you can no longer come, press "
        "“Can't come”, and the turn goes to the next.",
    ),
}
HELD = Text(
    nb="«{title}» er {away}, og det er ledig plass til deg. Trykk «Kommer» innen {until}; ellers går tilbudet til den "
    "neste.",
    nn="«{title}» er {away}, og det er ledig plass til deg. Trykk «Kjem» innan {until}; elles går tilbodet til den "
    "neste.",
    en="“{title}” is {away}, and there is a seat for you. Press “Coming” before {until}; otherwise it is offered to "
    "the next.",
)
AGAIN = Text(nb="Minn meg i morgen", nn="Minn meg i morgon", en="Remind me tomorrow")
CHANNEL_REMINDER = Text(
    nb="«{title}» er {away}. Har du ikke svart ennå, kan du gjøre det her.",
    nn="«{title}» er {away}. Har du ikkje svart enno, kan du gjere det her.",
    en="“{title}” is {away}. If you have not answered yet, you can do so here.",
)
