"""Polls that have closed: the list, what is told of one, the same question over time. What is read was written then."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Point
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.protection import Group, stored
from bot.domain.polls.tables import GONE, Poll

IN_A_TREND = 12


def closed(session: Session, person: str, place: str | None) -> list[Poll]:
    """The newest first; those of private channels only there, and to who made them."""
    seen = ~Poll.private | (Poll.channel == place) | (Poll.made_by == person)
    query = sa.select(Poll).where(Poll.closed_at.is_not(None), seen)
    return list(session.scalars(query.order_by(Poll.closed_at.desc(), Poll.id)))


def find(session: Session, poll_id: str, person: str, place: str | None) -> Poll:
    """A closed poll that the person may see."""
    poll = session.get(Poll, poll_id)
    if poll is None or poll.closed_at is None or (poll.private and place != poll.channel and poll.made_by != person):
        raise UserError(GONE)
    return poll


def groups(poll: Poll) -> dict[str, list[Group]]:
    """Those that were found fit to be shown when it closed."""
    return stored(poll.groups or {})


def texts(session: Session, poll: Poll, by: str) -> list[str]:
    """Answers in words, for organizers alone; in alphabetical order, since any other could tell something."""
    members.require(session, by, "organizer")
    table = Roll if poll.named else Ballot
    query = sa.select(table.words).where(table.poll_id == poll.id, table.words.is_not(None))
    return sorted(words for words in session.scalars(query) if words)


def trend(session: Session, poll: Poll) -> list[Point]:
    """The closed polls of the series that asked the same in the same words, and may be shown; the oldest first.

    How many options may be chosen, and whether it is anonymous, must be the same too.
    """
    same = (Poll.series == (poll.series or poll.id), Poll.kind == poll.kind, Poll.by_company == poll.by_company)
    seen = ~Poll.private | (Poll.channel == poll.channel) if poll.private else ~Poll.private
    query = sa.select(Poll).where(*same, Poll.closed_at.is_not(None), seen)
    found = session.scalars(query.order_by(Poll.closed_at.desc()).limit(IN_A_TREND)).all()
    alike = [one for one in reversed(found) if _asked(one) == _asked(poll) and one.counts]
    return [Point(one.closed_at, one.turnout or 0, tuple(one.counts or ())) for one in alike if one.closed_at]


def _asked(poll: Poll) -> tuple[object, ...]:
    return poll.question["nb"], poll.options["nb"], poll.most, poll.named
