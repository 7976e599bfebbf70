"""An announcement on its way: fed to the outbox in pieces."""

from dataclasses import asdict
from datetime import datetime
from functools import cache

from sqlalchemy.orm import Session

from bot.domain.broadcasts import sending
from bot.domain.broadcasts.steering import UNDER_WAY
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Parts
from handlers.broadcasts import views
from handlers.broadcasts.letters import copies, language, letter
from scheduler import bundles, due
from scheduler.outbox import ANSWER, BULK, PRESSING, Outgoing, enqueue

FEED, PROGRESS = "broadcast.feed", "broadcast.progress"
REDRAW = 1.0  # seconds between two changes of the progress message, at least


def feed(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """Due work: the next receivers go to the outbox, in one transaction with the note that they did."""
    if broadcast.state not in UNDER_WAY:
        return None
    again = _post(parts, session, broadcast, now) if broadcast.channel else _feed(parts, session, broadcast, now)
    due.soon(session, PROGRESS, broadcast.id, now, REDRAW)
    return again


def _feed(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    shown = cache(lambda lang: asdict(letter(parts, session, broadcast, lang, now)))
    for receiver in sending.feed(session, broadcast, now, parts.quiet):
        message = shown(language(parts, session, receiver.person))
        outgoing = Outgoing(
            f"{copies(broadcast)}{receiver.person}", receiver.person, message, priority=_rank(broadcast)
        )
        bundles.leave(session, outgoing, now, bundled=receiver.why == "budget")
    return sending.next_feed(session, broadcast, now)


def _post(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """In a channel the bot keeps quiet hours too."""
    if parts.quiet.holds(now) and not broadcast.urgent:
        return parts.quiet.later(now)
    if sending.posted(session, broadcast, now):
        return None
    message = letter(parts, session, broadcast, parts.settings.default_language, now)
    sorry = views.not_posted(language(parts, session, broadcast.by), broadcast)
    key = f"{copies(broadcast)}{broadcast.channel}"
    told = Outgoing(f"broadcast:{broadcast.id}:not_posted:1", broadcast.by, asdict(sorry), priority=ANSWER)
    otherwise = told if broadcast.by else None
    enqueue(
        session, Outgoing(key, broadcast.channel or "", asdict(message), priority=_rank(broadcast), otherwise=otherwise)
    )
    return None


def _rank(broadcast: Broadcast) -> int:
    return PRESSING if broadcast.urgent else BULK
