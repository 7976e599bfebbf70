"""What the bot says when something goes wrong on its side."""

from bot.core.texts import Text

BUG = Text(
    nb="Beklager, noe gikk galt hos meg. Ingenting er gått tapt. Prøv igjen om litt; si fra til administratoren om det "
    "gjentar seg, og oppgi feil {code}.",
    nn="Orsak, noko gjekk gale hos meg. Ingenting er gått tapt. Prøv igjen om litt; sei frå til administratoren om det "
    "hender fleire gonger, og oppgi feil {code}.",
    en="Sorry, something went wrong on my side. Nothing is lost. Try again in a while; if it happens again, tell the "
    "administrator and give them error {code}.",
)
GIVEN_UP = Text(
    nb="Noe noen gjorde i Slack, ble ikke håndtert: Slack har levert det fire ganger, og jeg feilet hver gang (feil "
    "{code}). Loggen forteller hvorfor. Den det gjelder, har fått beskjed.",
    nn="Noko nokon gjorde i Slack, vart ikkje handtert: Slack har levert det fire gonger, og eg feila kvar gong (feil "
    "{code}). Loggen fortel kvifor. Den det gjeld, har fått beskjed.",
    en="Something that somebody did in Slack was not handled: Slack delivered it four times, and I failed each time "
    "(error {code}). The log tells why. The person has been told.",
)
LATE = Text(
    nb="Det tok for lang tid å åpne vinduet. Trykk en gang til.",
    nn="Det tok for lang tid å opne vindauget. Trykk ein gong til.",
    en="It took too long to open the window. Please press once more.",
)
NOTICE = Text(nb="Beskjed", nn="Melding", en="Notice")
CLOSE = Text(nb="Lukk", nn="Lukk", en="Close")
