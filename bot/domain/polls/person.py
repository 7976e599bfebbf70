"""What polls keep about a person: listed, exported, deleted, forgotten with time."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.answers.asked import said
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.sealing import Keys
from bot.domain.members import Member
from bot.domain.polls.repeating import PollRepeat
from bot.domain.polls.tables import Poll, share
from bot.domain.polls.voting import PAUSE, REDRAW, answer
from scheduler import due

KEEP_ROLL = timedelta(days=365)  # after the poll has closed


@dataclass(frozen=True)
class Listed:
    """An open poll as one person sees it."""

    poll: Poll
    answered: bool


def open_polls(session: Session, person: str, place: str | None, now: datetime) -> list[Listed]:
    """Those that close first. What is asked in a private channel is shown there, to whoever made it, and to those who
    answered it themselves. That their company has answered is not enough: anybody can say that they are in one.
    """
    company = sa.select(Member.company_id).where(Member.id == person).scalar_subquery()
    mine = sa.exists().where(Roll.poll_id == Poll.id, Roll.person.in_([person, sa.func.coalesce(company, person)]))
    own = sa.exists().where(Roll.poll_id == Poll.id, Roll.person == person)
    seen = ~Poll.private | (Poll.channel == place) | (Poll.made_by == person) | own
    is_open = (Poll.closed_at.is_(None), Poll.closes_at > now)
    query = sa.select(Poll, mine).where(*is_open, seen).order_by(Poll.closes_at, Poll.id)
    return [Listed(poll, answered) for poll, answered in session.execute(query)]


def export(keys: Keys, session: Session, person: str) -> list[dict[str, Any]]:
    """Which polls the person made or answered, and the answer where it can be found; a company's is no person's."""
    on_roll = sa.select(Roll.poll_id).where(Roll.person == person)
    query = sa.select(Poll).where(Poll.id.in_(on_roll) | (Poll.made_by == person)).order_by(Poll.made_at, Poll.id)
    told = [_exported(keys, session, poll, person) for poll in session.scalars(query)]
    repeats = session.scalars(sa.select(PollRepeat).where(PollRepeat.by == person).order_by(PollRepeat.series))
    return told + [{"repeats": one.series, "rule": one.rule} for one in repeats]


def _exported(keys: Keys, session: Session, poll: Poll, person: str) -> dict[str, Any]:
    given = None if poll.by_company else answer(session, keys, poll, person)
    told = {
        "question": poll.question["nb"],
        "named": poll.named,
        "made": poll.made_by == person,
        "answered": session.get(Roll, (poll.id, person)) is not None,
        "closes_at": poll.closes_at.isoformat(),
    }
    return told | {"answer": said(poll, given, "nb")} if given else told


def forget(keys: Keys, session: Session, person: str, now: datetime) -> int:
    """Delete who answered, and while a poll is open also what. Says how many polls that were."""
    made = sa.update(Poll).where(Poll.made_by == person).values(made_by=None)
    count = changed(session.execute(made))
    session.execute(sa.update(PollRepeat).where(PollRepeat.by == person).values(by=None))
    on_roll = sa.select(Roll.poll_id).where(Roll.person == person).order_by(Roll.poll_id)
    for poll_id in session.scalars(on_roll).all():
        _forget_one(keys, session, share(session, poll_id), person, now)
        count += 1
    return count


def leave(keys: Keys, session: Session, person: str, now: datetime) -> None:
    """Who was deactivated counts no more in a poll that is open."""
    if session.scalar(sa.select(Member.active).where(Member.id == person)) is False:
        is_open = sa.select(Poll.id).where(Poll.closed_at.is_(None))
        on_roll = sa.select(Roll.poll_id).where(Roll.person == person, Roll.poll_id.in_(is_open)).order_by(Roll.poll_id)
        for poll_id in session.scalars(on_roll).all():
            _forget_one(keys, session, share(session, poll_id), person, now)


def _forget_one(keys: Keys, session: Session, poll: Poll, person: str, now: datetime) -> None:
    if key := keys.ballot(poll, person):
        session.execute(sa.delete(Ballot).where(Ballot.poll_id == poll.id, Ballot.key == key))
    session.execute(sa.delete(Roll).where(Roll.poll_id == poll.id, Roll.person == person))
    if poll.closed_at is None:
        due.soon(session, REDRAW, poll.id, now, PAUSE)


def forget_rolls(session: Session, now: datetime) -> None:
    """Who answered is forgotten a year after; the numbers stay."""
    old = sa.select(Poll.id).where(Poll.closed_at < now - KEEP_ROLL)
    session.execute(sa.delete(Roll).where(Roll.poll_id.in_(old)))
