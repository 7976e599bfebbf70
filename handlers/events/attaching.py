"""An event in an announcement, with the buttons to sign up."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message, section
from bot.core.moments import Local
from bot.core.texts import Lang, Text
from bot.domain.events import rows
from bot.domain.events.rows import Event
from bot.slack.attaching import Attachable
from handlers.events import letters, views

NAME = Text(nb="Arrangement", nn="Arrangement", en="Event")


def offered(session: Session, _person: str, lang: Lang, now: datetime) -> list[tuple[str, str]]:
    return [(event.id, event.name(lang)) for event in rows.coming(session, now)]


def shown(session: Session, event_id: str, lang: Lang, local: Local) -> Message | None:
    """As it stands now; what is over or called off has nothing to be pressed."""
    event = session.get(Event, event_id)
    if event is None or event.draft:
        return None
    said = letters.called_off(lang, event, "", local).text if event.cancelled else views.listed(lang, event, local)
    over = event.cancelled or event.ends_at <= local.now
    return Message(said, [section(said), *([] if over else [views.answer_buttons(lang, event)])])


EVENT = Attachable(NAME, offered, shown)
