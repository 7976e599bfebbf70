"""A company answers step by step: what is filled in stands as ballots at once, and counts when it is sent.

Until it is sent it is found through the sealed key of whoever filled it in, and shown to nobody else: anybody can say
that they are in a company. Then the ballots become the company's. Who sent them may change them until the round closes,
and nobody else: a mark, found through the same key and removed at closing, tells that it was they. What they change is
their own again, even where they emptied all of it, and counts when they send it anew.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed, insert_once
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.answers import ballots
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.kinds import is_answer
from bot.domain.answers.sealing import Keys
from bot.domain.companies import rows as companies
from bot.domain.members import Member
from bot.domain.surveys.tables import GONE, Invitation, Question, Wave, share

CLOSED = Text(
    nb="Undersøkelsen er stengt. Takk for interessen.",
    nn="Undersøkinga er stengd. Takk for interessa.",
    en="The survey is closed. Thank you for your interest.",
)
NOT_INVITED = Text(
    nb="Denne undersøkelsen er for inviterte bedrifter, og bedriften din er ikke blant dem. Hvilken bedrift du er i, "
    "velger du i Hjem-fanen under «Om deg».",
    nn="Denne undersøkinga er for inviterte bedrifter, og bedrifta di er ikkje mellom dei. Kva bedrift du er i, vel du "
    "i Heim-fana under «Om deg».",
    en="This survey is for invited companies, and yours is not among them. You choose your company in the Home tab, "
    "under “About you”.",
)
SENT = Text(
    nb="Bedriften har allerede sendt svaret sitt. Takk! Bare den som sendte det, kan endre det.",
    nn="Bedrifta har alt sendt svaret sitt. Takk! Berre den som sende det, kan endre det.",
    en="Your company has already sent its answer. Thank you! Only who sent it can change it.",
)
UNSEALED = Text(
    nb="Undersøkelsen kan ikke ta imot svar: hemmeligheten den ble laget med, er borte. Si fra til den som laget den.",
    nn="Undersøkinga kan ikkje ta imot svar: løyndomen ho vart laga med, er borte. Sei frå til den som laga ho.",
    en="The survey cannot take answers: the secret that it was made with is gone. Please tell whoever made it.",
)
MISSING = Text(nb="Svar på dette spørsmålet også.", nn="Svar på dette spørsmålet òg.", en="Answer this question too.")


STANDS, CHANGES = 0, 1  # what the mark tells: the answer is as it was sent, or a change has begun


@dataclass(frozen=True)
class Sheet:
    """What a person has filled in so far, by question. `sent`: they have sent it before, and may change it.

    `lacks`: the first part in which something is missing. `step`: where they go on, or begin to change.
    """

    wave: Wave
    company: str
    person: str
    given: Mapping[str, Given]
    sent: bool

    @property
    def lacks(self) -> int | None:
        lacks = (
            any(one.id not in self.given and not one.optional for one in part.questions) for part in self.wave.read()
        )
        return next((n for n, lack in enumerate(lacks) if lack), None)

    @property
    def step(self) -> int:
        begins = 0 if self.sent else len(self.wave.parts) - 1
        return begins if self.lacks is None else self.lacks


def sheet(session: Session, keys: Keys, wave_id: str, person: str, now: datetime, *, lock: bool = False) -> Sheet:
    """Refused as in `admitted`, and when somebody else has sent the company's answer."""
    wave, company = admitted(session, wave_id, person, now, lock=lock)
    sent = session.get(Roll, (wave.id, company)) is not None
    mark = sent_for(session, keys, [wave], person).get(wave.id)
    if sent and (mark is None or mark.company != company):
        raise UserError(SENT)
    given = _given(session, keys, wave, company if sent and mark and not mark.changes else person)
    return Sheet(wave, company, person, given, sent)


@dataclass(frozen=True)
class Mark:
    """For which company a person has sent an answer, and whether they have begun to change it."""

    company: str
    changes: bool


def sent_for(session: Session, keys: Keys, waves: Collection[Wave], person: str) -> dict[str, Mark]:
    """By round; only while it is open."""
    keyed = {wave.id: key for wave in waves if (key := keys.ballot(wave, person))}
    query = sa.select(Ballot).where(Ballot.poll_id.in_(keyed), Ballot.key.in_(keyed.values()))
    return {one.poll_id: Mark(one.words, one.option == CHANGES) for one in session.scalars(query) if one.words}


def _mark(session: Session, keys: Keys, on: Sheet, state: int) -> None:
    ballots.put_secret(session, on.wave.id, _sealed(keys.ballot(on.wave, on.person)), Given(state, on.company))


def _given(session: Session, keys: Keys, wave: Wave, who: str) -> dict[str, Given]:
    """What stands there of a company, or of a person who has not sent it."""
    names = {one.id: _key(keys, wave, who, one) for one in wave.questions()}
    query = sa.select(Ballot.poll_id, Ballot.option, Ballot.words)
    found = session.execute(query.where(Ballot.poll_id.in_(names), Ballot.key.in_(names.values())))
    return {question: Given(option, words) for question, option, words in found}


def admitted(session: Session, wave_id: str, person: str, now: datetime, *, lock: bool = False) -> tuple[Wave, str]:
    """The open wave and the person's company; refused when it is closed, or does not ask that company.

    `lock`: colleagues wait until this transaction ends, and the survey does not close.
    """
    wave = share(session, wave_id)
    if wave.closed_at or now >= wave.closes_at:
        raise UserError(CLOSED)
    company = companies.of(session, person)
    if company is None or session.get(Invitation, (wave.id, company.id), with_for_update=lock or None) is None:
        raise UserError(NOT_INVITED)
    return wave, company.id


def key(keys: Keys, wave: Wave, who: str, question: Question) -> str | None:
    """Of a company's ballot to a question, or of a person's until it is sent; each question has others."""
    return keys.ballot(wave, f"{who}:{question.id}")


def _key(keys: Keys, wave: Wave, who: str, question: Question) -> str:
    return _sealed(key(keys, wave, who, question))


def _sealed(found: str | None) -> str:
    if found is None:
        raise UserError(UNSEALED)
    return found


def fill(session: Session, keys: Keys, on: Sheet, step: int, given: Mapping[str, Given]) -> None:
    """Keep what was filled in on one part; what is not given there is emptied."""
    here = on.wave.read()[step].questions
    for one in here:
        answer = given.get(one.id)
        if answer and not is_answer(one.kind, len(one.options["nb"]), one.most, answer.option, answer.words):
            raise UserError(GONE)
        _put(session, keys, on.wave, on.person, one, answer)
    if on.sent:  # what was sent stays as it is until it is sent anew
        for one in on.wave.questions():
            if one not in here:
                _put(session, keys, on.wave, on.person, one, on.given.get(one.id))
        _mark(session, keys, on, CHANGES)


def send(session: Session, keys: Keys, on: Sheet) -> None:
    """From now on it counts, in the place of what was sent before."""
    if on.lacks is not None:
        raise UserError(MISSING)
    if not on.sent and not insert_once(session, Roll(poll_id=on.wave.id, person=on.company)):
        raise UserError(SENT)
    for one in on.wave.questions():
        _put(session, keys, on.wave, on.company, one, on.given.get(one.id))
        _put(session, keys, on.wave, on.person, one, None)
    _mark(session, keys, on, STANDS)


def _put(session: Session, keys: Keys, wave: Wave, who: str, question: Question, answer: Given | None) -> None:
    name = _key(keys, wave, who, question)
    if answer:
        ballots.put_secret(session, question.id, name, answer)
    else:
        session.execute(sa.delete(Ballot).where(Ballot.poll_id == question.id, Ballot.key == name))


def unsent(session: Session, keys: Keys, person: str) -> Iterator[tuple[Wave, Question, Given]]:
    """What the person has filled in and not sent."""
    for wave in opened(session):
        given = _given(session, keys, wave, person) if keys.ballot(wave, person) else {}
        yield from ((wave, one, given[one.id]) for one in wave.questions() if one.id in given)


def opened(session: Session) -> Sequence[Wave]:
    return session.scalars(sa.select(Wave).where(Wave.closed_at.is_(None)).order_by(Wave.made_at, Wave.id)).all()


def forget(session: Session, keys: Keys, person: str) -> int:
    """What the person has not sent is deleted, and that they sent an answer. Says how many rows that were."""
    count = 0
    for wave in opened(session):
        names = [keys.ballot(wave, person), *(key(keys, wave, person, one) for one in wave.questions())]
        of = [wave.id, *(one.id for one in wave.questions())]
        gone = sa.delete(Ballot).where(Ballot.poll_id.in_(of), Ballot.key.in_([name for name in names if name]))
        count += changed(session.execute(gone))
    return count


@dataclass(frozen=True)
class Invited:
    """An open round that asks a person's company; whether that has answered, and whether it was the person (`mine`).

    `pending`: they have changed the answer since, and not sent that.
    """

    wave: Wave
    answered: bool
    mine: bool
    pending: bool = False


def invited(session: Session, keys: Keys, person: str, now: datetime) -> list[Invited]:
    """Those that close first."""
    company = sa.select(Member.company_id).where(Member.id == person).scalar_subquery()
    answered = sa.exists().where(Roll.poll_id == Wave.id, Roll.person == company)
    query = sa.select(Wave, answered, Invitation.company).join(Invitation, Invitation.wave == Wave.id)
    is_open = (Invitation.company == company, Wave.closed_at.is_(None), Wave.closes_at > now)
    found = session.execute(query.where(*is_open).order_by(Wave.closes_at, Wave.id)).all()
    sent = sent_for(session, keys, [wave for wave, _, _ in found], person)
    return [_invited(session, keys, person, *row, sent.get(row[0].id)) for row in found]


def _invited(
    session: Session, keys: Keys, person: str, wave: Wave, answered: bool, company: str, mark: Mark | None
) -> Invited:
    if mark is None or mark.company != company:
        return Invited(wave, answered, mine=False)
    changed = mark.changes and _given(session, keys, wave, person) != _given(session, keys, wave, company)
    return Invited(wave, answered, mine=True, pending=changed)
