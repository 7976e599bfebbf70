"""Answering: one click votes, another one moves the vote, the same one again changes nothing."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import metrics
from bot.core.db import changed, insert_once
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.answers.sealing import Keys
from bot.domain.polls.tables import GONE, Ballot, Poll, Roll, find, share
from scheduler import due

REDRAW = "poll.redraw"
PAUSE = 1.0  # seconds between two drawings of the wall

CLOSED = Text(
    nb="Målingen er stengt. Svaret ditt er ikke endret.",
    nn="Målinga er stengd. Svaret ditt er ikkje endra.",
    en="The poll is closed. Your answer has not been changed.",
)
UNSEALED = Text(
    nb="Målingen kan ikke ta imot svar: hemmeligheten den ble laget med, er borte. Si fra til den som laget den.",
    nn="Målinga kan ikkje ta imot svar: løyndomen ho vart laga med, er borte. Sei frå til den som laga ho.",
    en="The poll cannot take answers: the secret that it was made with is gone. Please tell whoever made it.",
)


@dataclass(frozen=True)
class Click:
    """Who chose which option (counted from 0) of which poll, and in which channel."""

    poll_id: str
    channel: str | None
    person: str
    option: int


@dataclass(frozen=True)
class Voted:
    """`changed`: the vote is new, or moved."""

    poll: Poll
    changed: bool


def vote(session: Session, keys: Keys, click: Click, now: datetime) -> Voted:
    """Call it last: the redraw of the wall that it asks for waits for others who ask for it too."""
    poll = share(session, click.poll_id)
    if poll.channel != click.channel or not 0 <= click.option < len(poll.options["nb"]):
        raise UserError(GONE)
    if poll.closed_at or now >= poll.closes_at:
        raise UserError(CLOSED)
    put = _put_named(session, click) if poll.named else _put_secret(session, keys, poll, click)
    metrics.count(session, metrics.VOTES.labels("counted" if put else "unchanged"))
    if put:
        due.soon(session, REDRAW, poll.id, now, PAUSE)
    return Voted(poll, put)


def _put_named(session: Session, click: Click) -> bool:
    """True where the vote is new or moved. Whoever presses two buttons at once: the later one finds the vote there."""
    mine = {"of": click.poll_id, "whose": click.person, "chosen": click.option}
    new = Roll(poll_id=click.poll_id, person=click.person, option=click.option)
    return _moved(session, MOVE_NAMED, mine) or insert_once(session, new) or _moved(session, MOVE_NAMED, mine)


def _put_secret(session: Session, keys: Keys, poll: Poll, click: Click) -> bool:
    key = keys.ballot(poll, click.person)
    if key is None:
        raise UserError(UNSEALED)
    mine = {"of": poll.id, "whose": key, "chosen": click.option}
    if _moved(session, MOVE_SECRET, mine):
        return True
    if not insert_once(session, Ballot(poll_id=poll.id, key=key, option=click.option)):
        return _moved(session, MOVE_SECRET, mine)
    insert_once(session, Roll(poll_id=poll.id, person=click.person))
    return True


def _moving(kind: type[Roll] | type[Ballot], whose: str) -> sa.Update:
    table: Any = kind.__table__
    mine = (table.c.poll_id == sa.bindparam("of"), table.c[whose] == sa.bindparam("whose"))
    chosen = sa.bindparam("chosen", type_=sa.Integer)
    return sa.update(table).where(*mine, table.c.option != chosen).values(option=chosen)


# Every vote asks for one of these, so they are built once and go past the object layer.
MOVE_NAMED = _moving(Roll, "person")
MOVE_SECRET = _moving(Ballot, "key")


def _moved(session: Session, move: sa.Update, mine: dict[str, Any]) -> bool:
    return changed(session.connection().execute(move, mine)) > 0


def own(session: Session, keys: Keys, poll_id: str, person: str) -> tuple[Poll, int | None]:
    """The poll, and the option that the person has chosen; refused when it is closed."""
    poll = find(session, poll_id)
    if poll.closed_at:
        raise UserError(CLOSED)
    return poll, answer(session, keys, poll, person)


def answer(session: Session, keys: Keys, poll: Poll, person: str) -> int | None:
    """None where there is none, or none that can be found: in an anonymous poll that is closed."""
    if poll.named:
        return session.scalar(sa.select(Roll.option).where(Roll.poll_id == poll.id, Roll.person == person))
    key = keys.ballot(poll, person)
    return session.scalar(sa.select(Ballot.option).where(Ballot.poll_id == poll.id, Ballot.key == key))
