"""Events as other features invite to them."""

from sqlalchemy.orm import Session

from bot.core.blocks import Message, section
from bot.core.moments import Local
from bot.core.texts import Lang
from bot.domain.events import invited, rows
from bot.domain.events.rows import Event
from bot.slack.gatherings import Gatherings
from handlers.events import views


def _coming(session: Session, lang: Lang, local: Local) -> list[tuple[str, str]]:
    return [
        (one.id, f"{one.name(lang)}, {local.moment(one.starts_at, lang)}") for one in rows.coming(session, local.now)
    ]


def _invite(session: Session, event_id: str, person: str, lang: Lang, local: Local) -> Message | None:
    event = session.get(Event, event_id)
    if event is None or event.draft or event.cancelled or event.starts_at <= local.now or event.is_closed(local.now):
        return None
    invited.admit(session, event, person, local.now)
    said = views.listed(lang, event, local)
    return Message(said, [section(said), views.answer_buttons(lang, event)])


GATHERINGS = Gatherings(_coming, _invite)
