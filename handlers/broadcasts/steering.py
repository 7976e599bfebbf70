"""An announcement that was approved is paused, resumed, stopped, corrected, taken back."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.broadcasts import approving, steering, tables
from bot.domain.broadcasts.tables import Broadcast
from bot.domain.broadcasts.writing import Words
from bot.slack.context import Ctx, Parts
from bot.slack.feature import Due
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.broadcasts import approving as requests
from handlers.broadcasts import forms
from handlers.broadcasts.feeding import FEED, PROGRESS, feed
from handlers.broadcasts.letters import copies
from handlers.broadcasts.mending import MEND, go_on, mend
from handlers.broadcasts.progress import progress
from scheduler import due, holding, outbox

Work = Callable[[Parts, Session, Broadcast, datetime], datetime | None]


def pause(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = steering.pause(session, ctx.value, ctx.person, ctx.now)
        holding.hold(session, copies(broadcast))
        due.cancel(session, FEED, broadcast.id)
        due.soon(session, PROGRESS, broadcast.id, ctx.now, 0)
    return Reply()


def resume(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = steering.resume(session, ctx.value, ctx.person, ctx.now)
        go_on(session, broadcast, ctx.now)
    return Reply()


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        _end(session, steering.stop(session, ctx.value, ctx.person, ctx.now), ctx.now)
    return Reply()


def recall(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        take_back(session, ctx.value, ctx.person, ctx.now)
    return Reply()


def take_back(session: Session, broadcast_id: str, person: str, now: datetime) -> None:
    """Also corrections that are still to come."""
    broadcast = steering.recall(session, broadcast_id, person, now)
    outbox.cancel(session, f"broadcast:{broadcast.id}:mend:")
    outbox.cancel(session, f"broadcast:{broadcast.id}:note:")
    _end(session, broadcast, now)
    due.soon(session, MEND, broadcast.id, now, 0)


def _end(session: Session, broadcast: Broadcast, now: datetime) -> None:
    outbox.cancel(session, copies(broadcast))
    due.cancel(session, FEED, broadcast.id)
    due.soon(session, PROGRESS, broadcast.id, now, 0)


def open_correction(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=forms.correction(ctx.lang, tables.for_organizer(session, ctx.value, ctx.person)))


def correct(ctx: Ctx) -> Reply:
    broadcast_id, _, version = ctx.data.partition(" ")
    words = Words(*(ctx.fields.get(lang, "").strip() for lang in ("nb", "nn", "en")))
    with ctx.once() as session:
        seen = int(version) if version.isdecimal() and len(version) < 7 else -1
        broadcast = steering.correct(session, broadcast_id, seen, words, ctx.person, ctx.now)
        holding.hold(session, copies(broadcast))
        if approving.two_needed(session):
            approving.ask(session, broadcast, ctx.person, ctx.now)
            due.cancel(session, FEED, broadcast.id)
            requests.ask_others(ctx, session, broadcast)
        due.soon(session, MEND, broadcast.id, ctx.now, 0)
        due.soon(session, PROGRESS, broadcast.id, ctx.now, 0)
    return Reply(close=True)


def _alone(work: Work) -> Due:
    """Somebody may be steering it just now, who then waits for this work to end: it is looked at again in a second."""

    def run(parts: Parts, session: Session, broadcast_id: str, now: datetime) -> datetime | None:
        broadcast = tables.if_free(session, broadcast_id)
        if broadcast is None:
            return now if session.get(Broadcast, broadcast_id) else None
        return work(parts, session, broadcast, now)

    return run


DUE = {FEED: _alone(feed), PROGRESS: _alone(progress), MEND: _alone(mend)}


def register(listen: Listen) -> None:
    listen.action("broadcast.pause", pause)
    listen.action("broadcast.resume", resume)
    listen.action("broadcast.stop", stop)
    listen.action("broadcast.recall", recall)
    listen.action("broadcast.correct", open_correction)
    listen.view("broadcast.corrected", correct)
