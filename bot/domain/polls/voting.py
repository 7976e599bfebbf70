"""Answering: one click votes, another one moves the vote, the same one again changes nothing."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core import metrics
from bot.core.db import insert_once
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.answers import ballots
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.kinds import is_answer
from bot.domain.answers.sealing import Keys
from bot.domain.companies import rows as companies
from bot.domain.polls.tables import GONE, Poll, find, share
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
NO_COMPANY = Text(
    nb="Her svarer én for hver bedrift. Si først hvilken du er i: Hjem-fanen, «Om deg».",
    nn="Her svarar éin for kvar bedrift. Sei først kva for ei du er i: Heim-fana, «Om deg».",
    en="Here one answers for each company. First say which one you are in: the Home tab, “About you”.",
)


@dataclass(frozen=True)
class Click:
    """Who answered which poll what (bot.domain.answers.kinds), and in which channel; none: in a window opened there."""

    poll_id: str
    channel: str | None
    person: str
    option: int
    words: str | None = None


@dataclass(frozen=True)
class Voted:
    """`changed`: the vote is new, or moved; always where it is `hidden` what it was."""

    poll: Poll
    changed: bool


def vote(session: Session, keys: Keys, click: Click, now: datetime) -> Voted:
    """Call it last: the redraw of the wall that it asks for waits for others who ask for it too."""
    poll = share(session, click.poll_id)
    fits = is_answer(poll.kind, len(poll.options["nb"]), poll.most, click.option, click.words)
    if not (within_reach(poll, click.channel) and fits):
        raise UserError(GONE)
    if poll.closed_at or now >= poll.closes_at:
        raise UserError(CLOSED)
    who = voter(session, poll, click.person)
    if who is None:
        raise UserError(NO_COMPANY)
    given = Given(click.option, click.words)
    if poll.named:
        put = ballots.put_named(session, poll.id, who, given)
    else:
        put = _put_secret(session, keys, poll, who, given)
    metrics.count(session, metrics.VOTES.labels("counted" if put else "unchanged"))
    if put:
        due.soon(session, REDRAW, poll.id, now, PAUSE)
    return Voted(poll, put or hidden(poll))


def within_reach(poll: Poll, channel: str | None) -> bool:
    """Whether it can be answered from there: its own channel, a window, or, where all may see it, a direct message."""
    return channel in (None, poll.channel) or (not poll.private and str(channel).startswith("D"))


def voter(session: Session, poll: Poll, person: str) -> str | None:
    """On whose behalf a person answers: their own, or their company's; none where they are in none."""
    if not poll.by_company:
        return person
    company = companies.of(session, person)
    return company.id if company else None


def hidden(poll: Poll) -> bool:
    """Whether an answer is never shown again: who is in a company is nobody's to prove, so others would read it."""
    return poll.by_company and not poll.named


def _put_secret(session: Session, keys: Keys, poll: Poll, who: str, given: Given) -> bool:
    key = keys.ballot(poll, who)
    if key is None:
        raise UserError(UNSEALED)
    put = ballots.put_secret(session, poll.id, key, given)
    if put == "new":
        insert_once(session, Roll(poll_id=poll.id, person=who))
    return bool(put)


def answered(session: Session, poll: Poll, person: str) -> bool:
    """Whether they, or their company, are on the roll."""
    return session.get(Roll, (poll.id, voter(session, poll, person) or "")) is not None


def own(session: Session, keys: Keys, poll_id: str, person: str) -> tuple[Poll, Given | None]:
    """The poll, and what the person has answered; refused when it is closed."""
    poll = find(session, poll_id)
    if poll.closed_at:
        raise UserError(CLOSED)
    return poll, answer(session, keys, poll, person)


def answer(session: Session, keys: Keys, poll: Poll, person: str) -> Given | None:
    """None where there is none, none that can be found (in an anonymous poll that is closed), or it is `hidden`."""
    if hidden(poll):
        return None
    who = voter(session, poll, person)
    key = who if poll.named or who is None else keys.ballot(poll, who)
    if key is None:
        return None
    row = session.get(Roll, (poll.id, key)) if poll.named else session.get(Ballot, (poll.id, key))
    return Given(row.option, row.words) if row and row.option is not None else None
