"""The words around subscribing to the calendar."""

from bot.core.texts import Text

SUBSCRIBE = Text(nb="Abonner på kalenderen", nn="Abonner på kalenderen", en="Subscribe to the calendar")
TITLE = Text(nb="Kalenderen", nn="Kalenderen", en="The calendar")
ADDRESS = Text(
    nb="*Dette er din egen kalenderadresse:*\n```{address}```\nKopier den, og lim den inn i Outlook, Google Kalender "
    "eller på telefonen, der du kan legge til en kalender fra en nettadresse. Der ser du arrangementene du har svart "
    "«Kommer» eller «Kanskje» på eller står på venteliste til, og de åpne arrangementene. Flyttes eller avlyses noe, "
    "følger kalenderen med.",
    nn="*Dette er di eiga kalenderadresse:*\n```{address}```\nKopier henne, og lim henne inn i Outlook, Google "
    "Kalender eller på telefonen, der du kan leggje til ein kalender frå ei nettadresse. Der ser du arrangementa du "
    "har svart «Kjem» eller «Kanskje» på eller står på venteliste til, og dei opne arrangementa. Blir noko flytta "
    "eller avlyst, følgjer kalenderen med.",
    en="*This is your own calendar address:*\n```{address}```\nCopy it, and paste it into Outlook, Google Calendar or "
    "your phone, where you can add a calendar from a web address. It shows the events that you answered “Coming” or "
    "“Maybe” to or wait for, and the open events. If something is moved or called off, the calendar follows.",
)
SECRET = Text(
    nb="Den som har adressen, kan se kalenderen din, så ikke del den. Den vises bare nå, for den er ikke lagret her. "
    "Mister du den, kan du lage en ny; da slutter denne å virke.",
    nn="Den som har adressa, kan sjå kalenderen din, så ikkje del henne. Ho blir berre vist no, for ho er ikkje lagra "
    "her. Mistar du henne, kan du lage ei ny; då sluttar denne å verke.",
    en="Whoever has the address can see your calendar, so do not share it. It is only shown now, as it is not stored "
    "here. If you lose it, you can make a new one; this one then stops working.",
)
PUBLIC = Text(
    nb="De åpne arrangementene alene har en adresse som alle kan bruke:\n```{address}```",
    nn="Dei opne arrangementa åleine har ei adresse som alle kan bruke:\n```{address}```",
    en="The open events alone have an address that everybody can use:\n```{address}```",
)
ALREADY = Text(
    nb="Du har en kalenderadresse fra {when}. Den kan ikke vises igjen, for den er ikke lagret her. Lager du en ny, "
    "slutter den gamle å virke.",
    nn="Du har ei kalenderadresse frå {when}. Ho kan ikkje visast att, for ho er ikkje lagra her. Lagar du ei ny, "
    "sluttar den gamle å verke.",
    en="You have had a calendar address since {when}. It cannot be shown again, as it is not stored here. If you make "
    "a new one, the old one stops working.",
)
ANOTHER = Text(nb="Lag ny adresse", nn="Lag ny adresse", en="Make a new address")
STOP = Text(nb="Slutt å abonnere", nn="Slutt å abonnere", en="Stop subscribing")
STOPPED = Text(
    nb="Adressen din virker ikke lenger. Kalenderprogrammet kan ha beholdt det som sto der; fjern kalenderen der også.",
    nn="Adressa di verkar ikkje lenger. Kalenderprogrammet kan ha teke vare på det som stod der; fjern kalenderen der "
    "òg.",
    en="Your address no longer works. Your calendar program may have kept what was there; remove the calendar there "
    "too.",
)
IN_PUBLIC = Text(nb="Åpen kalender", nn="Open kalender", en="Open calendar")
SHOW_IN_PUBLIC = Text(
    nb="Vis arrangementet i den åpne kalenderen på nettet",
    nn="Vis arrangementet i den opne kalenderen på nettet",
    en="Show the event in the open calendar on the web",
)
IN_PUBLIC_HINT = Text(
    nb="Da kan alle på nettet se tittel, tekst, tid og sted, men ikke hvem som kommer.",
    nn="Då kan alle på nettet sjå tittel, tekst, tid og stad, men ikkje kven som kjem.",
    en="Then everybody on the web can see title, text, time and place, but not who is coming.",
)
