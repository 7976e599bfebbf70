"""The message in the channel: posted, drawn anew, closed, and the result after it."""

from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.polls import closing, tables
from bot.domain.polls.closing import tally
from bot.domain.polls.tables import Poll
from bot.slack.context import Parts
from bot.slack.once import Claim
from handlers.polls import views
from scheduler import due, outbox
from scheduler.outbox import ANSWER, Outgoing, enqueue

POST, CLOSE, RESULT = "poll.post", "poll.close", "poll.result"


def redraw(parts: Parts, session: Session, poll_id: str, _now: datetime) -> None:
    poll = tables.share(session, poll_id)
    if poll.closed_at is None:
        enqueue(session, _redrawn(parts, session, poll, f"poll:{poll.id}:redraw:{machine() * 1000:.0f}"))


def close(parts: Parts, session: Session, poll_id: str, now: datetime) -> None:
    poll = closing.close(session, Keys(parts.settings), poll_id, now)
    if poll:
        announce(parts, session, poll, now)


def announce(parts: Parts, session: Session, poll: Poll, now: datetime) -> None:
    """The wall as closed, the result when the channel may be disturbed; and nothing is left that says who pressed."""
    session.execute(sa.delete(Claim).where(Claim.scope == scope(poll.id)))
    if outbox.states(session, wall_key(poll)):
        enqueue(session, _redrawn(parts, session, poll, f"poll:{poll.id}:closed:1"))
    if again := post_result(parts, session, poll.id, now):
        due.schedule(session, RESULT, poll.id, again)


def post_result(parts: Parts, session: Session, poll_id: str, now: datetime) -> datetime | None:
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    poll = tables.find(session, poll_id)
    result = asdict(views.result(poll, tally(session, poll), parts.settings.default_language))
    otherwise = Outgoing(f"poll:{poll.id}:unposted:result", poll.made_by, result) if poll.made_by else None
    enqueue(session, Outgoing(f"poll:{poll.id}:result:1", poll.channel, result, otherwise=otherwise))
    return None


def post(parts: Parts, session: Session, poll_id: str, _now: datetime) -> None:
    """What was made in quiet time, when that is over."""
    poll = tables.take(session, poll_id)
    if not poll.closed_at:
        enqueue(session, drawn(parts, session, poll))


def drawn(parts: Parts, session: Session, poll: Poll) -> Outgoing:
    message = views.wall(poll, tally(session, poll), parts.settings.default_language, parts.local(parts.now()))
    return Outgoing(wall_key(poll), poll.channel, asdict(message), otherwise=_sorry(parts, session, poll))


def _sorry(parts: Parts, session: Session, poll: Poll) -> Outgoing | None:
    if not poll.made_by:
        return None
    said = asdict(views.not_posted(poll, members.language(session, poll.made_by, parts.settings.default_language)))
    return Outgoing(f"poll:{poll.id}:unposted:{poll.wall}", poll.made_by, said, priority=ANSWER)


def _redrawn(parts: Parts, session: Session, poll: Poll, key: str) -> Outgoing:
    message = views.wall(poll, tally(session, poll), parts.settings.default_language, parts.local(parts.now()))
    return Outgoing(key, poll.channel, asdict(message), method="chat.update", parent=wall_key(poll))


def wall_key(poll: Poll) -> str:
    return f"poll:{poll.id}:wall:{poll.wall}"


def scope(poll_id: str) -> str:
    """Under which the presses of a poll are claimed, so that they can be removed when it closes."""
    return f"poll:{poll_id}"[:64]
