"""What could not be delivered is shown to the staff."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, context, divider
from bot.core.settings import Settings
from bot.core.texts import Text
from bot.domain import members
from bot.slack.feature import Feature, Person
from bot.slack.once import hashed
from scheduler import outbox
from scheduler.delivery import OnFailed
from scheduler.outbox import BULK, Outgoing, OutgoingRow, enqueue, failed

NOT_DELIVERED = Text(
    nb="En melding kom ikke fram: {what}. Slack sier «{reason}». Den er tatt vare på og blir ikke sendt på nytt av seg "
    "selv. Sjekk at jeg er med i kanalen, og at kanalen ikke er arkivert.",
    nn="Ei melding kom ikkje fram: {what}. Slack seier «{reason}». Ho er teken vare på og blir ikkje send på nytt av "
    "seg sjølv. Sjekk at eg er med i kanalen, og at kanalen ikkje er arkivert.",
    en="A message was not delivered: {what}. Slack says “{reason}”. It is kept, and not sent again by itself. Check "
    "that I am in the channel, and that the channel is not archived.",
)
COUNT = Text(
    nb="Meldinger som ikke kom fram: {count}. Sist: {what}, «{reason}».",
    nn="Meldingar som ikkje kom fram: {count}. Sist: {what}, «{reason}».",
    en="Messages that were not delivered: {count}. Last: {what}, “{reason}”.",
)


def on_failed(settings: Settings) -> OnFailed:
    """Tell the staff channel once for each row that has no other way to its receiver."""

    def told(session: Session, row: OutgoingRow) -> None:
        channel = settings.staff_channel
        if channel is None or row.otherwise or row.channel == channel or row.priority == BULK:
            return
        said = NOT_DELIVERED(settings.default_language, what=what(row), reason=row.reason)
        enqueue(session, Outgoing(f"trouble:{hashed(row.key)}", channel, asdict(Message(said))))

    return told


def home(session: Session, person: Person) -> list[Block]:
    """Administrators see the count in their Home tab."""
    rows = failed(session) if members.is_administrator(session, person.id) else []
    if not rows:
        return []
    return [divider(), context(COUNT(person.lang, count=len(rows), what=what(rows[0]), reason=rows[0].reason))]


def what(row: OutgoingRow) -> str:
    """Which feature's, and what it was; the ids between tell nobody anything."""
    parts = row.key.split(":")
    return " ".join(part for part in (parts[0], *parts[2:3]) if part)


FEATURE = Feature("outbox", home=home, forget=outbox.forget)
