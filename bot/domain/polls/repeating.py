"""A poll that is asked again by a rule: on its day it is posted in the same channel, or an organizer is reminded."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base
from bot.core.few import ENOUGH
from bot.core.recurrence import read
from bot.domain import audit, members
from bot.domain.answers.sealing import Keys
from bot.domain.polls import making, results
from bot.domain.polls.tables import Poll
from scheduler import due, rhythm
from scheduler.quiet import Quiet
from scheduler.rhythm import Rhythm

REPEAT = "poll.repeat"  # due work; its subject is the series


class PollRepeat(Base):
    """`rule`: an RRULE, from `starts_at` on. `opens`: else an organizer is reminded. `days`: how long it is open."""

    __tablename__ = "poll_repeats"

    series: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    rule: Mapped[str] = mapped_column(sa.String(200))
    starts_at: Mapped[datetime]
    opens: Mapped[bool]
    days: Mapped[int]
    by: Mapped[str | None] = mapped_column(sa.String(32))
    next_at: Mapped[datetime]


def of(session: Session, poll: Poll) -> PollRepeat | None:
    return session.get(PollRepeat, poll.series or poll.id)


@dataclass(frozen=True)
class Wish:
    """What the form holds, and in which channel it was opened (`place`); `opens` as of a PollRepeat."""

    rhythm: Rhythm
    opens: bool
    place: str | None


def to_repeat(session: Session, poll_id: str, by: str, place: str | None) -> Poll:
    """A closed poll that this organizer sees from there (a channel)."""
    members.require(session, by, "organizer")
    return results.find(session, poll_id, by, place)


def repeat(session: Session, poll_id: str, wish: Wish, by: str, now: datetime, quiet: Quiet) -> PollRepeat:
    """From now on by this rule, instead of any before."""
    poll = to_repeat(session, poll_id, by, wish.place)
    plan = rhythm.planned(wish.rhythm, now, quiet)
    series = poll.series or poll.id
    session.execute(sa.delete(PollRepeat).where(PollRepeat.series == series))
    row = PollRepeat(
        series=series,
        opens=wish.opens,
        by=by,
        **vars(plan),
    )
    session.add(row)
    due.schedule(session, REPEAT, series, plan.next_at)
    audit.note(session, now, who=by, what="poll repeats", about=series, detail=row.rule)
    return row


def stop(session: Session, poll_id: str, by: str, place: str | None, now: datetime) -> Poll:
    """Polls that were asked stay."""
    poll = to_repeat(session, poll_id, by, place)
    series = poll.series or poll.id
    session.execute(sa.delete(PollRepeat).where(PollRepeat.series == series))
    due.cancel(session, REPEAT, series)
    audit.note(session, now, who=by, what="poll repeats no more", about=series)
    return poll


@dataclass(frozen=True)
class Come:
    """`latest`: the last of the series before. `poll`: what was opened; none: `by` is to be reminded."""

    latest: Poll
    poll: Poll | None
    by: str
    again: datetime | None


def come(session: Session, keys: Keys, series: str, now: datetime, quiet: Quiet, enough: int = ENOUGH) -> Come | None:
    """Its day has come. Where whoever wished it may not ask any more, it ends."""
    row = session.get(PollRepeat, series)
    same = sa.select(Poll).where(sa.or_(Poll.series == series, Poll.id == series))
    latest = session.scalar(same.order_by(Poll.made_at.desc(), Poll.id).limit(1))
    if row is None or latest is None:
        return None
    if row.by is None or not members.may(session, row.by, "organizer"):
        session.delete(row)
        return None
    poll = None
    if row.opens:
        poll = making.again(session, keys, latest, row.by, now, rhythm.closing(now, row.days, quiet), enough)
    again = rhythm.after(read(row.rule), row.starts_at, now, quiet)
    if again:
        row.next_at = again
    else:
        session.delete(row)
    session.flush()
    return Come(latest, poll, row.by, again)
