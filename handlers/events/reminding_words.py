"""The words around choosing reminders, and what became of them."""

from bot.core.texts import Text
from bot.domain.events.ledger import State

SHOWN = 20  # events of which the counts are shown

WORD = Text(nb="påminning", nn="påminning", en="reminders")
LINE = Text(
    nb="`/naering påminning` – velg når du vil ha påminnelser om arrangementer",
    nn="`/naering påminning` – vel når du vil ha påminningar om arrangement",
    en="`/naering reminders` – choose when you are reminded of events",
)
TITLE = Text(nb="Påminnelser", nn="Påminningar", en="Reminders")
CHOOSE = Text(nb="Velg påminnelser", nn="Vel påminningar", en="Choose reminders")
YOURS = {
    "theirs": Text(
        nb="Du får påminnelser om arrangementer slik arrangøren har valgt: vanligvis to dager før og samme morgen.",
        nn="Du får påminningar om arrangement slik arrangøren har valt: vanlegvis to dagar før og same morgon.",
        en="You are reminded of events when the organizer chose to: usually two days before and the same morning.",
    ),
    "own": Text(
        nb="Du har selv valgt når du får påminnelser om arrangementer: {times}.",
        nn="Du har sjølv valt når du får påminningar om arrangement: {times}.",
        en="You have chosen yourself when you are reminded of events: {times}.",
    ),
    "none": Text(
        nb="Du får ingen påminnelser om arrangementer.",
        nn="Du får ingen påminningar om arrangement.",
        en="You get no reminders of events.",
    ),
}
TIMES = {
    "week": Text(nb="En uke før", nn="Ei veke før", en="A week before"),
    "before": Text(nb="To dager før", nn="To dagar før", en="Two days before"),
    "day": Text(nb="Dagen før", nn="Dagen før", en="The day before"),
    "morning": Text(nb="Samme morgen", nn="Same morgon", en="The same morning"),
    "hour": Text(nb="En time før", nn="Ein time før", en="An hour before"),
    "channel": Text(
        nb="I kanalen to dager før (eller før fristen), til dem som ikke har svart",
        nn="I kanalen to dagar før (eller før fristen), til dei som ikkje har svart",
        en="In the channel two days before (or before the deadline), if not answered",
    ),
}
FOR_EVENT = Text(
    nb="Når skal de som kommer på «{title}», få en påminnelse? De som har valgt selv eller ikke vil ha noen, får det "
    "slik de har valgt.",
    nn="Når skal dei som kjem på «{title}», få ei påminning? Dei som har valt sjølve eller ikkje vil ha noka, får det "
    "slik dei har valt.",
    en="When are those who come to “{title}” reminded? Who has chosen themselves, or wants none, gets what they chose.",
)
WHEN = Text(nb="Når", nn="Når", en="When")
WHICH = Text(nb="Hvilke påminnelser vil du ha?", nn="Kva påminningar vil du ha?", en="Which reminders do you want?")
WHOSE = {
    "theirs": Text(nb="Slik arrangøren har valgt", nn="Slik arrangøren har valt", en="As the organizer chose"),
    "own": Text(nb="Slik jeg velger her", nn="Slik eg vel her", en="As I choose here"),
    "none": Text(nb="Ingen", nn="Ingen", en="None"),
}
OWN_TIMES = Text(nb="Mine tidspunkter", nn="Mine tidspunkt", en="My times")
OWN_HINT = Text(
    nb="Gjelder bare når du har valgt «Slik jeg velger her».",
    nn="Gjeld berre når du har valt «Slik eg vel her».",
    en="Only counts where you chose “As I choose here”.",
)
CHOOSE_ONE = Text(
    nb="Kryss av for minst ett tidspunkt, eller velg «Ingen».",
    nn="Kryss av for minst eitt tidspunkt, eller vel «Ingen».",
    en="Tick at least one time, or choose “None”.",
)
SAVED = Text(nb="Valget er lagret.", nn="Valet er lagra.", en="Your choice is saved.")
AGAIN = Text(
    nb="Du får en påminnelse {when}.", nn="Du får ei påminning {when}.", en="You will get a reminder on {when}."
)
NOTHING_YET = Text(
    nb="Ingen påminnelser er planlagt.", nn="Ingen påminningar er planlagde.", en="No reminders are planned."
)
STATES: dict[State, Text] = {
    "sent": Text(nb="Sendt", nn="Sende", en="Sent"),
    "on its way": Text(nb="På vei", nn="På veg", en="On their way"),
    "planned": Text(nb="Planlagt", nn="Planlagde", en="Planned"),
    "skipped": Text(nb="Ikke sendt", nn="Ikkje sende", en="Not sent"),
    "failed": Text(nb="Kom ikke fram", nn="Kom ikkje fram", en="Not delivered"),
}
WHY = Text(nb="Hvorfor ikke: {why}", nn="Kvifor ikkje: {why}", en="Why not: {why}")
REASONS = {
    "opted out": Text(nb="vil ikke ha", nn="vil ikkje ha", en="do not want any"),
    "not needed": Text(nb="trengs ikke lenger", nn="trengst ikkje lenger", en="no longer needed"),
    "too late": Text(nb="for sent", nn="for seint", en="too late"),
    "left": Text(nb="har sluttet", nn="har slutta", en="have left"),
}
