"""The words around the list of those who come."""

from bot.core.texts import Text

TITLE = Text(nb="Deltakere", nn="Deltakarar", en="Participants")
ATTENDANCE = Text(nb="Registrer oppmøte", nn="Registrer oppmøte", en="Mark attendance")
EXPORT = Text(nb="Last ned liste", nn="Last ned liste", en="Download list")
GROUPS = {
    "there": Text(nb="*Var der ({number})*", nn="*Var der ({number})*", en="*Were there ({number})*"),
    "missing": Text(nb="*Møtte ikke ({number})*", nn="*Møtte ikkje ({number})*", en="*Did not come ({number})*"),
    "yes": Text(nb="*Kommer ({number})*", nn="*Kjem ({number})*", en="*Coming ({number})*"),
    "waiting": Text(nb="*På venteliste ({number})*", nn="*På venteliste ({number})*", en="*Waiting ({number})*"),
    "maybe": Text(nb="*Kanskje ({number})*", nn="*Kanskje ({number})*", en="*Maybe ({number})*"),
    "no": Text(nb="*Kan ikke ({number})*", nn="*Kan ikkje ({number})*", en="*Can't come ({number})*"),
}
NOT_CONFIRMED = Text(
    nb="ikke bekreftet etter flyttingen", nn="ikkje stadfesta etter flyttinga", en="not confirmed since it was moved"
)
TICK = Text(
    nb="Kryss av for dem som er på «{title}». De andre påmeldte regnes som ikke møtt; du kan rette det etterpå.",
    nn="Kryss av for dei som er på «{title}». Dei andre påmelde blir rekna som ikkje møtte; du kan rette det etterpå.",
    en="Tick those who are at “{title}”. The others on the list count as not there; you can correct it afterwards.",
)
TICK_SOME = Text(
    nb="Her vises {shown} av {number} påmeldte; de som ikke er registrert ennå, står først. Lagre, og åpne på nytt for "
    "resten: bare de som vises, blir registrert.",
    nn="Her er {shown} av {number} påmelde viste; dei som ikkje er registrerte enno, står først. Lagre, og opne på "
    "nytt for resten: berre dei som er viste, blir registrerte.",
    en="Shown here are {shown} of {number} who signed up; those not marked yet come first. Save, and open it again for "
    "the rest: only those shown are marked.",
)
NUMBERS = Text(nb="Påmeldte {first}–{last}", nn="Påmelde {first}–{last}", en="Signed up {first}–{last}")
NUMBER = Text(nb="Påmeldt {number}", nn="Påmeld {number}", en="Signed up {number}")
MARKED = Text(
    nb="Oppmøtet er lagret: {there} var der.",
    nn="Oppmøtet er lagra: {there} var der.",
    en="Attendance is saved: {there} were there.",
)
FILE = Text(
    nb="Deltakerlisten for «{title}». Den inneholder navn: slett den når du ikke trenger den lenger.",
    nn="Deltakarlista for «{title}». Ho inneheld namn: slett ho når du ikkje treng ho lenger.",
    en="The list of participants of “{title}”. It holds names: delete it when you no longer need it.",
)
FILE_SENT = Text(
    nb="Listen kommer i direktemeldingene dine.",
    nn="Lista kjem i direktemeldingane dine.",
    en="The list comes in your direct messages.",
)
COLUMNS = [
    Text(nb="Navn", nn="Namn", en="Name"),
    Text(nb="Slack-id", nn="Slack-id", en="Slack id"),
    Text(nb="Bedrift", nn="Bedrift", en="Company"),
    Text(nb="Svar", nn="Svar", en="Answer"),
    Text(nb="Gjester", nn="Gjester", en="Guests"),
    Text(nb="Bekreftet", nn="Stadfesta", en="Confirmed"),
    Text(nb="Møtt", nn="Møtt", en="There"),
    Text(nb="Svarte", nn="Svara", en="Answered"),
]
ANSWERS = {
    "yes": Text(nb="kommer", nn="kjem", en="coming"),
    "waiting": Text(nb="på venteliste", nn="på venteliste", en="waiting"),
    "maybe": Text(nb="kanskje", nn="kanskje", en="maybe"),
    "no": Text(nb="kan ikke", nn="kan ikkje", en="can't come"),
}
MARKS = {
    True: Text(nb="ja", nn="ja", en="yes"),
    False: Text(nb="nei", nn="nei", en="no"),
    None: Text(nb="", nn="", en=""),
}
