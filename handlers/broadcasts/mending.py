"""After a correction every copy is changed, after a recall removed; where that fails, a note says so. A result each."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy.orm import Session

from bot.core.texts import Lang
from bot.domain.broadcasts import steering
from bot.domain.broadcasts.steering import UNDER_WAY
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Parts
from handlers.broadcasts import views
from handlers.broadcasts.feeding import FEED, PROGRESS
from handlers.broadcasts.letters import copies, language, letter, mends, notes
from scheduler import bundles, due, holding
from scheduler.outbox import PRESSING, Outgoing, OutgoingRow, enqueue

MEND = "broadcast.mend"
Payload = dict[str, Any]
Worded = Callable[[Lang], Payload]


def mend(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """Due work: the next copies of an earlier version. What was held back meanwhile is let go after the last one."""
    if broadcast.state == "asked":  # nobody reads the new words before they are approved
        return None
    prefix, stale = copies(broadcast), steering.stale(session, broadcast)
    found = holding.rows(session, [f"{prefix}{receiver.person}" for receiver in stale])
    corrected, note = _words(parts, session, broadcast, now)
    for receiver in stale:
        if row := found.get(f"{prefix}{receiver.person}"):
            default = parts.settings.default_language
            lang = default if broadcast.channel else language(parts, session, receiver.person)
            _mend(session, broadcast, row, corrected(lang), note(lang))
        receiver.version = broadcast.version
    due.soon(session, PROGRESS, broadcast.id, now, 0)
    if len(stale) == steering.CHUNK:
        return now
    if broadcast.state in UNDER_WAY:
        holding.let_go(session, prefix, now)
    return None


def go_on(session: Session, broadcast: Broadcast, now: datetime) -> None:
    """Who is still to get it gets it; what is held back is let go, in its last words."""
    due.schedule(session, FEED, broadcast.id, max(broadcast.at or now, now))
    due.soon(session, MEND, broadcast.id, now, 0)
    due.soon(session, PROGRESS, broadcast.id, now, 0)


def _words(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> tuple[Worded, Worded]:
    """The new words, and the note: each is worked out once for a language."""

    @cache
    def corrected(lang: Lang) -> Payload:
        return asdict(letter(parts, session, broadcast, lang, now, corrected=True))

    @cache
    def note(lang: Lang) -> Payload:
        return asdict(views.note(lang, broadcast))

    return corrected, note


def _mend(session: Session, broadcast: Broadcast, row: OutgoingRow, corrected: Payload, note: Payload) -> None:
    recalled = broadcast.state == "recalled"
    if row.state in ("cancelled", "failed") or (not recalled and holding.reword(row, corrected)):
        return
    instead = Outgoing(f"{notes(broadcast)}{row.channel}", row.channel, note, priority=PRESSING)
    if bundles.holds(row):  # one message with others: it is said below it
        thread = Outgoing(instead.key, instead.to, instead.payload, parent=row.parent, priority=PRESSING)
        enqueue(session, thread)
        return
    method, payload = ("chat.delete", {"ts": ""}) if recalled else ("chat.update", corrected)  # `ts`: once it is known
    key = f"{mends(broadcast)}{row.channel}"
    change = Outgoing(key, row.channel, payload, method=method, parent=row.key, priority=PRESSING, otherwise=instead)
    enqueue(session, change)
