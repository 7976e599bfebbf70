"""What organizers read of polls that are asked again."""

from bot.core.texts import Text
from bot.slack.rhythm import OPENS, READY

DAYS = Text(
    nb="Hvor mange dager målingen er åpen", nn="Kor mange dagar målinga er open", en="Days that the poll is open"
)
HOWS = {
    READY: Text(
        nb="Jeg minner deg på det, og du legger den ut",
        nn="Eg minner deg på det, og du legg ho ut",
        en="I remind you, and you post it",
    ),
    OPENS: Text(
        nb="Den samme målingen legges ut i kanalen",
        nn="Den same målinga blir lagd ut i kanalen",
        en="The same poll is posted in the channel",
    ),
}
SURE = Text(
    nb="Målinger som er lagt ut, blir stående. Det kommer ingen nye av seg selv.",
    nn="Målingar som er lagde ut, blir ståande. Det kjem ingen nye av seg sjølve.",
    en="Polls that were posted stay. No new ones come by themselves.",
)
STOPPED = Text(
    nb="«{question}» gjentas ikke lenger.",
    nn="«{question}» blir ikkje gjenteken lenger.",
    en="“{question}” does not repeat any more.",
)
TIME_TO_ASK = Text(
    nb="Det er tid for å spørre igjen: «{question}».",
    nn="Det er tid for å spørje igjen: «{question}».",
    en="It is time to ask again: “{question}”.",
)
ASKED = Text(
    nb="«{question}» er lagt ut igjen og stenger {when}.",
    nn="«{question}» er lagd ut igjen og stenger {when}.",
    en="“{question}” has been posted again and closes on {when}.",
)
