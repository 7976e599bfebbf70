"""What organizers read of surveys that come again."""

from bot.core.texts import Text
from bot.slack.rhythm import OPENS, READY

SURE = Text(
    nb="Runder som er laget, blir stående. Det kommer ingen nye av seg selv.",
    nn="Rundar som er laga, blir ståande. Det kjem ingen nye av seg sjølve.",
    en="Rounds that were made stay. No new ones come by themselves.",
)
STOPPED = Text(
    nb="«{name}» gjentas ikke lenger.",
    nn="«{name}» blir ikkje gjenteken lenger.",
    en="“{name}” does not repeat any more.",
)
DAYS = Text(
    nb="Hvor mange dager en runde er åpen", nn="Kor mange dagar ein runde er open", en="Days that a round is open"
)
HOWS = {
    READY: Text(
        nb="Runden gjøres klar, og jeg sier fra til deg",
        nn="Runden blir gjord klar, og eg seier frå til deg",
        en="The round is made ready, and I tell you",
    ),
    OPENS: Text(
        nb="Runden åpnes, og bedriftene blir invitert",
        nn="Runden blir opna, og bedriftene blir inviterte",
        en="The round is opened, and the companies are invited",
    ),
}
SAME = Text(
    nb="Runden stiller spørsmålene slik de er da. Lar du dem stå, kan rundene sammenliknes.",
    nn="Runden stiller spørsmåla slik dei er då. Lèt du dei stå, kan rundane samanliknast.",
    en="A round asks the questions as they are then. If you leave them, rounds can be compared.",
)
SAVED = Text(
    nb="«{name}» gjentas: {rule}. Neste: {when}.",
    nn="«{name}» blir gjenteken: {rule}. Neste: {when}.",
    en="“{name}” repeats: {rule}. Next: {when}.",
)
IS_READY = Text(
    nb="«{name} {round}» er klar. Ingen er spurt ennå.",
    nn="«{name} {round}» er klar. Ingen er spurde enno.",
    en="“{name} {round}” is ready. Nobody has been asked yet.",
)
OPENED = Text(
    nb="«{name}» er åpnet av seg selv og stenger {when}.",
    nn="«{name}» er opna av seg sjølv og stenger {when}.",
    en="“{name}” was opened by itself and closes on {when}.",
)
OPEN = Text(nb="Se over og åpne", nn="Sjå over og opne", en="Look over and open")
DROP = Text(nb="Slett", nn="Slett", en="Delete")
DROPPED = Text(
    nb="Runden «{round}» er slettet.", nn="Runden «{round}» er sletta.", en="The round “{round}” was deleted."
)
