"""What a receiver of an announcement gets, with what is attached as it stands now."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Parts
from handlers.broadcasts import views, words

MENU = 100  # what a menu of Slack's holds


def letter(
    parts: Parts, session: Session, broadcast: Broadcast, lang: Lang, now: datetime, *, corrected: bool = False
) -> Message:
    """`corrected`: it takes the place of other words."""
    feature, _, one = broadcast.attached.partition(":")
    kind = parts.attachable.get(feature)
    attached = kind.shown(session, one, lang, parts.local(now)) if kind else None
    return views.message(lang, broadcast, attached, personal=broadcast.channel is None, corrected=corrected)


def attachable(parts: Parts, session: Session, person: str, lang: Lang, now: datetime) -> list[tuple[str, str]]:
    """What can be attached, as the value and the label of a menu."""
    found = [
        (f"{feature}:{one}", words.ATTACHED[lang].format(name=kind.name[lang], label=label))
        for feature, kind in parts.attachable.items()
        for one, label in kind.offered(session, person, lang, now)
    ]
    return found[:MENU]


def language(parts: Parts, session: Session, person: str) -> Lang:
    return members.language(session, person, parts.settings.default_language)


def copies(broadcast: Broadcast) -> str:
    """How the keys of what its receivers get begin."""
    return f"broadcast:{broadcast.id}:to:"


def mends(broadcast: Broadcast) -> str:
    """The same of what changes or removes them, in this version."""
    return f"broadcast:{broadcast.id}:mend:{broadcast.version}:"


def notes(broadcast: Broadcast) -> str:
    """The same of what is said where that cannot be."""
    return f"broadcast:{broadcast.id}:note:{broadcast.version}:"
