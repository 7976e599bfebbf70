"""One message tells the organizer how far an announcement is; while it runs it can be steered there."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.db import new_id
from bot.core.texts import Lang
from bot.domain.broadcasts import sending, steering
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Parts
from handlers.broadcasts import views
from handlers.broadcasts.letters import copies, language, mends, notes
from scheduler import holding, outbox
from scheduler.outbox import ANSWER, BULK, Outgoing, enqueue


def progress(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """Due work: it is drawn anew, until all is settled. Too many failures make the announcement pause."""
    states = outbox.states(session, copies(broadcast))
    broadcast.delivered, broadcast.failed = states["sent"], states["failed"] + states["parked"]
    lang = language(parts, session, broadcast.by)
    if broadcast.state == "sending" and steering.failing(broadcast):
        steering.pause_failing(session, broadcast, now)
        _tell_failing(session, broadcast, lang)
    if broadcast.state == "paused":
        holding.hold(session, copies(broadcast))  # what was being sent just then, and has to be tried again
    under_way = _under_way(states) + _under_way(_mended(session, broadcast))
    following = sending.next_feed(session, broadcast, now) if broadcast.state == "sending" else None
    if not under_way and following is None and broadcast.state not in ("asked", "approved", "paused"):
        sending.finish(broadcast, now, delivered=broadcast.delivered, failed=broadcast.failed)
    _redraw(session, broadcast, asdict(_shown(session, broadcast, lang)))
    return now if under_way else following


def tell(session: Session, broadcast: Broadcast, lang: Lang) -> None:
    """The first time."""
    shown = asdict(_shown(session, broadcast, lang))
    enqueue(session, Outgoing(_key(broadcast), broadcast.by, shown, priority=ANSWER))


def _redraw(session: Session, broadcast: Broadcast, message: dict[str, object]) -> None:
    if not broadcast.by:  # forgotten: nobody waits for it
        return
    key = f"broadcast:{broadcast.id}:redraw:{new_id()}"
    enqueue(session, Outgoing(key, broadcast.by, message, method="chat.update", parent=_key(broadcast), priority=BULK))


def _tell_failing(session: Session, broadcast: Broadcast, lang: Lang) -> None:
    if broadcast.by:
        key = f"broadcast:{broadcast.id}:failing:{broadcast.failed}"
        message = asdict(views.failing(lang, broadcast))
        enqueue(session, Outgoing(key, broadcast.by, message, parent=_key(broadcast), priority=ANSWER))


def _shown(session: Session, broadcast: Broadcast, lang: Lang) -> Message:
    states, withheld = outbox.states(session, copies(broadcast)), sending.withheld(session, broadcast)
    over = broadcast.state in ("stopped", "recalled")
    withheld[steering.STOPPED if over else views.CANCELLED] += states["cancelled"]
    waiting = _under_way(states) + states["held"] + states["apart"] + sending.to_come(session, broadcast)
    reasons = outbox.reasons(session, copies(broadcast))
    return views.progress(lang, broadcast, waiting, withheld, reasons, views.Mended(*_counts(session, broadcast)))


def _counts(session: Session, broadcast: Broadcast) -> tuple[int, int, int, int]:
    """Of the last change: copies changed, notes instead, still to come, neither."""
    changed, noted = (outbox.states(session, prefix) for prefix in (mends(broadcast), notes(broadcast)))
    coming = _under_way(changed) + _under_way(noted) + steering.number_stale(session, broadcast)
    failed = noted["failed"] + noted["parked"]
    return changed["sent"], noted["sent"], coming, failed


def _mended(session: Session, broadcast: Broadcast) -> Counter[str]:
    return outbox.states(session, mends(broadcast)) + outbox.states(session, notes(broadcast))


def _under_way(states: Counter[str]) -> int:
    return states["waiting"] + states["leased"] + states["bundled"]


def _key(broadcast: Broadcast) -> str:
    return f"broadcast:{broadcast.id}:progress:1"
