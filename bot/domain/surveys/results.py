"""Waves that have closed: organizers see all of it, the invited companies the totals. What is read was written then."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Point, Tally
from bot.domain.answers.ballots import Ballot
from bot.domain.answers.protection import Group, stored
from bot.domain.members import Member
from bot.domain.surveys.tables import GONE, Invitation, Question, Wave, find

IN_A_TREND = 12


def closed(session: Session, wave_id: str, by: str) -> Wave:
    members.require(session, by, "organizer")
    wave = find(session, wave_id)
    if wave.closed_at is None:
        raise UserError(GONE)
    return wave


def seen(session: Session, wave_id: str, person: str) -> Wave:
    """A closed wave that the person may see the totals of."""
    wave = session.scalar(_seen(session, person).where(Wave.id == wave_id))
    if wave is None:
        raise UserError(GONE)
    return wave


def all_seen(session: Session, person: str) -> list[Wave]:
    """The newest first."""
    return list(session.scalars(_seen(session, person).order_by(Wave.closed_at.desc(), Wave.id)))


def _seen(session: Session, person: str) -> sa.Select[Wave]:
    query = sa.select(Wave).where(Wave.closed_at.is_not(None))
    if members.may(session, person, "organizer"):
        return query
    company = sa.select(Member.company_id).where(Member.id == person).scalar_subquery()
    return query.where(Wave.id.in_(sa.select(Invitation.wave).where(Invitation.company == company)))


def tally(wave: Wave, question: Question) -> Tally:
    told = (wave.results or {}).get(question.id) or {"turnout": 0, "counts": None}
    return Tally(told["turnout"], tuple(told["counts"]) if told["counts"] else None)


def groups(wave: Wave, question: Question) -> dict[str, list[Group]]:
    return stored(((wave.results or {}).get(question.id) or {}).get("groups", {}))


def texts(session: Session, question: Question) -> list[str]:
    """Answers in words; in alphabetical order, since any other could tell something."""
    query = sa.select(Ballot.words).where(Ballot.poll_id == question.id, Ballot.words.is_not(None))
    return sorted(words for words in session.scalars(query) if words)


def trend(session: Session, wave: Wave, question: Question) -> list[Point]:
    """The waves of the survey that asked the same in the same words, and may be shown; the oldest first."""
    query = sa.select(Wave).where(Wave.survey == wave.survey, Wave.closed_at.is_not(None))
    found = session.scalars(query.order_by(Wave.closed_at.desc()).limit(IN_A_TREND)).all()
    points = []
    for one in reversed(found):
        for other in one.questions():
            told = tally(one, other)
            if _same(question, other) and told.counts and one.closed_at:
                points.append(Point(one.closed_at, told.turnout, told.counts))
    return points


def _same(one: Question, other: Question) -> bool:
    asked = (one.kind, one.most, one.question["nb"], list(one.options["nb"]))
    return asked == (other.kind, other.most, other.question["nb"], list(other.options["nb"]))
