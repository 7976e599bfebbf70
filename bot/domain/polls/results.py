"""Polls that have closed: the list, what is told of one, the same question over time. What is read was written then."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.figures import Estimate, median, score
from bot.domain.answers.protection import Group
from bot.domain.polls.tables import GONE, Ballot, Poll, Roll

IN_A_TREND = 12


@dataclass(frozen=True)
class Point:
    """A poll of a series: when it closed, how many answered, and its answers."""

    closed_at: datetime
    turnout: int
    counts: tuple[int, ...]


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
    kept = (poll.groups or {}).items()
    return {
        trait: [Group(one["name"], one["turnout"], tuple(one["counts"])) for one in stored] for trait, stored in kept
    }


def texts(session: Session, poll: Poll, by: str) -> list[str]:
    """Answers in words, for organizers alone; in alphabetical order, since any other could tell something."""
    members.require(session, by, "organizer")
    table = Roll if poll.named else Ballot
    query = sa.select(table.words).where(table.poll_id == poll.id, table.words.is_not(None))
    return sorted(words for words in session.scalars(query) if words)


def trend(session: Session, poll: Poll) -> list[Point]:
    """The closed polls of the series that asked the same in the same way, and may be shown; the oldest first."""
    same = (Poll.series == (poll.series or poll.id), Poll.kind == poll.kind, Poll.by_company == poll.by_company)
    seen = ~Poll.private | (Poll.channel == poll.channel) if poll.private else ~Poll.private
    query = sa.select(Poll).where(*same, Poll.closed_at.is_not(None), seen)
    found = session.scalars(query.order_by(Poll.closed_at.desc()).limit(IN_A_TREND)).all()
    alike = [one for one in reversed(found) if one.options["nb"] == poll.options["nb"] and one.counts]
    return [Point(one.closed_at, one.turnout or 0, tuple(one.counts or ())) for one in alike if one.closed_at]


def summary(poll: Poll, counts: tuple[int, ...]) -> Estimate | None:
    """One figure for all answers, where the kind has one: the median of a scale, the score of a recommendation."""
    if poll.kind == "recommend":
        return score(counts)
    if poll.kind != "scale":
        return None
    found = median(counts)
    low, high = (None if end is None else end + 1 for end in (found.low, found.high))
    return Estimate(found.value + 1, low, high)
