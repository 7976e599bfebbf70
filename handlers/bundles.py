"""Several messages that waited for the same day, as one."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, context, divider
from bot.core.texts import Lang, Text
from bot.domain import members
from bot.slack.context import Parts
from bot.slack.feature import Feature
from scheduler import bundles
from scheduler.outbox import OutgoingRow

WAITED = Text(
    nb="Dette ventet til i dag, så du ikke skulle få for mange meldinger på én dag:",
    nn="Dette venta til i dag, så du ikkje skulle få for mange meldingar på éin dag:",
    en="This waited until today, so that you would not get too many messages in one day:",
)


def send(parts: Parts, session: Session, person: str, now: datetime) -> datetime | None:
    """Due work: a person's next message; what it cannot hold comes in another one."""
    waiting = bundles.waiting(session, person)
    if waiting:
        lang = members.language(session, person, parts.settings.default_language)
        bundles.send(session, waiting, vars(together(lang, waiting)))
    return now if len(waiting) == bundles.MOST else None


def together(lang: Lang, waiting: Sequence[OutgoingRow]) -> Message:
    shown: list[Block] = [context(WAITED[lang])]
    for part in waiting:
        shown += [divider(), *part.payload["blocks"]]
    return Message("\n\n".join([WAITED[lang], *(str(part.payload["text"]) for part in waiting)]), shown)


FEATURE = Feature("bundled messages", due={bundles.DUE: send})
