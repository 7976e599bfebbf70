"""An announcement on its way: fed to the outbox in pieces, and one message that tells the organizer how far it is."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime
from functools import cache

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.db import new_id
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.broadcasts import sending
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Parts
from handlers.broadcasts import views
from handlers.broadcasts.letters import letter
from scheduler import bundles, due, outbox
from scheduler.outbox import ANSWER, BULK, PRESSING, Outgoing, enqueue

REDRAW = 1.0  # seconds between two changes of the progress message, at least


def feed(parts: Parts, session: Session, broadcast_id: str, now: datetime) -> datetime | None:
    """Due work: the next receivers go to the outbox, in one transaction with the note that they did."""
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None or broadcast.state not in ("approved", "sending"):
        return None
    again = _post(parts, session, broadcast, now) if broadcast.channel else _feed(parts, session, broadcast, now)
    due.soon(session, "broadcast.progress", broadcast.id, now, REDRAW)
    return again


def _feed(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    shown = cache(lambda lang: asdict(letter(parts, session, broadcast, lang, now)))
    for receiver in sending.feed(session, broadcast, now, parts.quiet):
        message = shown(language(parts, session, receiver.person))
        outgoing = Outgoing(
            f"{copies(broadcast)}{receiver.person}", receiver.person, message, priority=_rank(broadcast)
        )
        bundles.add(session, outgoing, now) if receiver.why == "budget" else enqueue(session, outgoing)
    return sending.next_feed(session, broadcast, now)


def _post(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """In a channel the bot keeps quiet hours too."""
    if parts.quiet.holds(now) and not broadcast.urgent:
        return parts.quiet.later(now)
    broadcast.state = "sending"
    message = letter(parts, session, broadcast, parts.settings.default_language, now)
    sorry = views.not_posted(language(parts, session, broadcast.by), broadcast)
    key = f"{copies(broadcast)}{broadcast.channel}"
    told = Outgoing(f"broadcast:{broadcast.id}:not_posted:1", broadcast.by, asdict(sorry), priority=ANSWER)
    otherwise = told if broadcast.by else None
    enqueue(
        session, Outgoing(key, broadcast.channel or "", asdict(message), priority=_rank(broadcast), otherwise=otherwise)
    )
    return None


def progress(parts: Parts, session: Session, broadcast_id: str, now: datetime) -> datetime | None:
    """Due work: the organizer's message is drawn anew, until all is settled."""
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None:
        return None
    states = outbox.states(session, copies(broadcast))
    broadcast.delivered, broadcast.failed = states["sent"], states["failed"] + states["parked"]
    under_way = _under_way(states)
    following = sending.next_feed(session, broadcast, now) if broadcast.state == "sending" else None
    if not under_way and following is None and broadcast.state != "approved":
        sending.finish(broadcast, now, delivered=broadcast.delivered, failed=broadcast.failed)
    _redraw(session, broadcast, asdict(_progress(session, broadcast, language(parts, session, broadcast.by))))
    return now if under_way else following


def tell_progress(session: Session, broadcast: Broadcast, lang: Lang) -> None:
    """The first time."""
    shown = asdict(_progress(session, broadcast, lang))
    enqueue(session, Outgoing(_progress_key(broadcast), broadcast.by, shown, priority=ANSWER))


def _redraw(session: Session, broadcast: Broadcast, message: dict[str, object]) -> None:
    if not broadcast.by:  # forgotten: nobody waits for it
        return
    key = f"broadcast:{broadcast.id}:redraw:{new_id()}"
    parent = _progress_key(broadcast)
    enqueue(session, Outgoing(key, broadcast.by, message, method="chat.update", parent=parent, priority=BULK))


def _progress(session: Session, broadcast: Broadcast, lang: Lang) -> Message:
    states, withheld = outbox.states(session, copies(broadcast)), sending.withheld(session, broadcast)
    withheld[sending.STOPPED if broadcast.state == "stopped" else views.CANCELLED] += states["cancelled"]
    waiting = _under_way(states) + sending.to_come(session, broadcast)
    return views.progress(lang, broadcast, waiting, withheld, outbox.reasons(session, copies(broadcast)))


def _under_way(states: Counter[str]) -> int:
    return states["waiting"] + states["leased"] + states["bundled"]


def _rank(broadcast: Broadcast) -> int:
    return PRESSING if broadcast.urgent else BULK


def language(parts: Parts, session: Session, person: str) -> Lang:
    return members.language(session, person, parts.settings.default_language)


def copies(broadcast: Broadcast) -> str:
    """How the keys of what its receivers get begin."""
    return f"broadcast:{broadcast.id}:to:"


def _progress_key(broadcast: Broadcast) -> str:
    return f"broadcast:{broadcast.id}:progress:1"


DUE = {"broadcast.feed": feed, "broadcast.progress": progress}
