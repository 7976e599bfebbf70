"""Words that several features share, and what the bot says when something goes wrong on its side."""

from bot.core.texts import Text
from bot.domain.members import Role

BUG = Text(
    nb="Beklager, noe gikk galt hos meg, og ingenting ble gjort. Prøv igjen om litt; si fra til administratoren om det "
    "gjentar seg, og oppgi feil {code}.",
    nn="Orsak, noko gjekk gale hos meg, og ingenting vart gjort. Prøv igjen om litt; sei frå til administratoren om "
    "det hender fleire gonger, og oppgi feil {code}.",
    en="Sorry, something went wrong on my side, and nothing was done. Try again in a while; if it happens again, tell "
    "the administrator and give them error {code}.",
)
BUG_RETRIED = Text(
    nb="Beklager, noe gikk galt hos meg. Du trenger ikke å skrive på nytt, for jeg prøver igjen de neste minuttene. "
    "Kommer det ikke noe svar, si fra til administratoren og oppgi feil {code}.",
    nn="Orsak, noko gjekk gale hos meg. Du treng ikkje skrive på nytt, for eg prøver igjen dei neste minutta. Kjem "
    "det ikkje noko svar, sei frå til administratoren og oppgi feil {code}.",
    en="Sorry, something went wrong on my side. You do not need to write again, as I will keep trying for a few "
    "minutes. If no answer comes, tell the administrator and give them error {code}.",
)
GIVEN_UP = Text(
    nb="Noe som skjedde i Slack, ble ikke håndtert: Slack har levert det fire ganger, og det gikk galt hver gang (feil "
    "{code}). Loggen forteller hvorfor.",
    nn="Noko som skjedde i Slack, vart ikkje handtert: Slack har levert det fire gonger, og det gjekk gale kvar gong "
    "(feil {code}). Loggen fortel kvifor.",
    en="Something that happened in Slack was not handled: Slack delivered it four times, and it went wrong each time "
    "(error {code}). The log tells why.",
)
LATE = Text(
    nb="Det tok for lang tid å åpne vinduet. Trykk en gang til.",
    nn="Det tok for lang tid å opne vindauget. Trykk ein gong til.",
    en="It took too long to open the window. Please press once more.",
)
TOO_MANY = Text(
    nb="Slack tar ikke imot flere vinduer fra meg akkurat nå. Prøv igjen om {seconds} sekunder.",
    nn="Slack tek ikkje imot fleire vindauge frå meg akkurat no. Prøv igjen om {seconds} sekund.",
    en="Slack does not take any more windows from me just now. Try again in {seconds} seconds.",
)
NO_REPLY = Text(
    nb="Slack svarer meg ikke akkurat nå, så ingenting ble gjort. Prøv igjen om litt.",
    nn="Slack svarar meg ikkje akkurat no, så ingenting vart gjort. Prøv igjen om litt.",
    en="Slack does not answer me just now, so nothing was done. Try again in a while.",
)
NOTICE = Text(nb="Beskjed", nn="Melding", en="Notice")
CLOSE = Text(nb="Lukk", nn="Lukk", en="Close")
CANCEL = Text(nb="Avbryt", nn="Avbryt", en="Cancel")
BACK = Text(nb="Tilbake", nn="Tilbake", en="Back")
REVIEW = Text(nb="Se over", nn="Sjå over", en="Review")
SEND = Text(nb="Send", nn="Send", en="Send")
POST = Text(nb="Legg ut", nn="Legg ut", en="Post")
SAVE = Text(nb="Lagre", nn="Lagre", en="Save")
EDIT = Text(nb="Endre", nn="Endre", en="Change")
PICK = Text(nb="Velg", nn="Vel", en="Choose")
TRY_AGAIN = Text(nb="Prøv igjen", nn="Prøv igjen", en="Try again")
CHANNEL = Text(nb="Kanal", nn="Kanal", en="Channel")
EMPTY = Text(nb="Skriv noe her først.", nn="Skriv noko her først.", en="Write something here first.")
NOT_GIVEN = Text(nb="ikke oppgitt", nn="ikkje oppgitt", en="not given")

LANGUAGE = Text(nb="Språk", nn="Språk", en="Language")
THEIR_OWN_NAMES = [("nb", "Bokmål"), ("nn", "Nynorsk"), ("en", "English")]
TEXT_IN = Text(nb="Tekst på {language}", nn="Tekst på {language}", en="Text in {language}")
FALLS_BACK = Text(
    nb="Tomt felt: de som har valgt dette språket, får bokmål.",
    nn="Tomt felt: dei som har valt dette språket, får bokmål.",
    en="Left empty: those who chose this language get bokmål.",
)
ROLE_NAMES: dict[Role, Text] = {
    "member": Text(nb="Medlem", nn="Medlem", en="Member"),
    "organizer": Text(nb="Arrangør", nn="Arrangør", en="Organizer"),
    "editor": Text(nb="Redaktør", nn="Redaktør", en="Editor"),
    "staff": Text(nb="Ansatt som svarer", nn="Tilsett som svarer", en="Staff who reply"),
    "administrator": Text(nb="Administrator", nn="Administrator", en="Administrator"),
}
