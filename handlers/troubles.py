"""What could not be delivered, or perhaps not, is shown to the staff."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, context, divider
from bot.core.settings import Settings
from bot.core.texts import Lang, Text
from bot.domain import members
from bot.slack.failures import why
from bot.slack.feature import Feature, Person
from bot.slack.once import hashed
from scheduler import outbox, reports
from scheduler.leftovers import SETTLED, left
from scheduler.outbox import NORMAL, Outgoing, OutgoingRow, enqueue
from scheduler.post_office import OnLeft

NOT_DELIVERED = Text(
    nb="En melding kom ikke fram: {what}. Grunn: {reason}. Den blir ikke sendt på nytt av seg selv. Gjelder det en "
    "kanal, sjekk at jeg er med der, og at den ikke er arkivert.",
    nn="Ei melding kom ikkje fram: {what}. Grunn: {reason}. Ho blir ikkje send på nytt av seg sjølv. Gjeld det ein "
    "kanal, sjekk at eg er med der, og at han ikkje er arkivert.",
    en="A message was not delivered: {what}. Reason: {reason}. It is not sent again by itself. If it was for a "
    "channel, check that I am in it, and that it is not archived.",
)
PERHAPS_DELIVERED = Text(
    nb="Jeg vet ikke om en melding kom fram: {what}. Den blir ikke sendt på nytt av seg selv. Den som drifter meg, kan "
    "se etter med «python -m bot outbox».",
    nn="Eg veit ikkje om ei melding kom fram: {what}. Ho blir ikkje send på nytt av seg sjølv. Den som driftar meg, "
    "kan sjå etter med «python -m bot outbox».",
    en="I do not know whether a message arrived: {what}. It is not sent again by itself. Whoever runs me can look with "
    "“python -m bot outbox”.",
)
COUNT = Text(
    nb="Meldinger som ikke kom fram, eller kanskje ikke: {count}. Sist: {what} ({reason}).",
    nn="Meldingar som ikkje kom fram, eller kanskje ikkje: {count}. Sist: {what} ({reason}).",
    en="Messages that were not delivered, or perhaps not: {count}. Last: {what} ({reason}).",
)


SOMETHING = Text(nb="en beskjed", nn="ei melding", en="a notice")
WHAT = {
    "ask": Text(nb="et svar", nn="eit svar", en="an answer"),
    "inquiry": Text(
        nb="noe om et spørsmål til en ansatt", nn="noko om eit spørsmål til ein tilsett", en="a question to staff"
    ),
    "poll": Text(nb="en måling", nn="ei måling", en="a poll"),
    "event": Text(nb="noe om et arrangement", nn="noko om eit arrangement", en="something about an event"),
    "broadcast": Text(nb="en utsending", nn="ei utsending", en="an announcement"),
    "survey": Text(nb="en undersøkelse", nn="ei undersøking", en="a survey"),
    "premises": Text(nb="noe om et lokale", nn="noko om eit lokale", en="something about premises"),
    "gaps": Text(nb="lista over ubesvarte spørsmål", nn="lista over spørsmål utan svar", en="the unanswered questions"),
    "guide": Text(nb="et svar", nn="eit svar", en="an answer"),
    "home": Text(nb="Hjem-fanen eller en velkomst", nn="Heim-fana eller ei velkomst", en="the Home tab or a welcome"),
}


def on_left(settings: Settings) -> OnLeft:
    """Tell the staff channel once for each row that has no other way to its receiver."""

    def told(session: Session, row: OutgoingRow) -> None:
        channel = settings.staff_channel
        replaced = row.state == "failed" and row.otherwise and not members.has_left(session, row.otherwise["channel"])
        if channel is None or replaced or row.channel == channel or row.priority > NORMAL:
            return
        words, lang = PERHAPS_DELIVERED if row.state == "parked" else NOT_DELIVERED, settings.default_language
        said = words(lang, what=what(row, lang), reason=why(row.reason, lang))
        enqueue(session, Outgoing(f"trouble:{hashed(row.key)}", channel, asdict(Message(said))))

    return told


def home(session: Session, person: Person) -> list[Block]:
    """Administrators see the count in their Home tab."""
    rows = left(session, *SETTLED) if members.is_administrator(session, person.id) else []
    if not rows:
        return []
    reason = why(rows[-1].reason, person.lang)
    return [
        divider(),
        context(COUNT(person.lang, count=len(rows), what=what(rows[-1], person.lang), reason=reason)),
    ]


def what(row: OutgoingRow, lang: Lang) -> str:
    """Which feature's it was; its id tells nobody anything."""
    return WHAT.get(row.key.partition(":")[0], SOMETHING)[lang]


FEATURE = Feature("outbox", home=home, gauges=reports.gauges, figures=reports.figures, forget=outbox.forget)
