"""A company answers step by step: what is filled in stands as ballots at once, and counts when it is sent, once.

Until it is sent it is found through the sealed key of whoever filled it in, and shown to nobody else: anybody can say
that they are in a company. Then the ballots become the company's.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import insert_once
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
    nb="Bedriften har allerede sendt svaret sitt. Takk!",
    nn="Bedrifta har alt sendt svaret sitt. Takk!",
    en="Your company has already sent its answer. Thank you!",
)
UNSEALED = Text(
    nb="Undersøkelsen kan ikke ta imot svar: hemmeligheten den ble laget med, er borte. Si fra til den som laget den.",
    nn="Undersøkinga kan ikkje ta imot svar: løyndomen ho vart laga med, er borte. Sei frå til den som laga ho.",
    en="The survey cannot take answers: the secret that it was made with is gone. Please tell whoever made it.",
)
MISSING = Text(nb="Svar på dette spørsmålet også.", nn="Svar på dette spørsmålet òg.", en="Answer this question too.")


@dataclass(frozen=True)
class Sheet:
    """What a person has filled in so far, by question. `step`: the first part in which something is missing."""

    wave: Wave
    company: str
    person: str
    given: Mapping[str, Given]

    @property
    def step(self) -> int:
        parts = self.wave.read()
        lacks = (any(one.id not in self.given and not one.optional for one in part.questions) for part in parts)
        return next((n for n, lack in enumerate(lacks) if lack), len(parts) - 1)


def sheet(session: Session, keys: Keys, wave_id: str, person: str, now: datetime, *, lock: bool = False) -> Sheet:
    """Refused as in `admitted`, and when the company has sent its answer."""
    wave, company = admitted(session, wave_id, person, now, lock=lock)
    if session.get(Roll, (wave.id, company)):
        raise UserError(SENT)
    found = {one.id: session.get(Ballot, (one.id, _key(keys, wave, person, one))) for one in wave.questions()}
    return Sheet(wave, company, person, {name: Given(row.option, row.words) for name, row in found.items() if row})


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
    found = key(keys, wave, who, question)
    if found is None:
        raise UserError(UNSEALED)
    return found


def fill(session: Session, keys: Keys, on: Sheet, step: int, given: Mapping[str, Given]) -> None:
    """Keep what was filled in on one part; what is not given there is emptied."""
    for one in on.wave.read()[step].questions:
        name, answer = _key(keys, on.wave, on.person, one), given.get(one.id)
        if answer is None:
            session.execute(sa.delete(Ballot).where(Ballot.poll_id == one.id, Ballot.key == name))
        elif is_answer(one.kind, len(one.options["nb"]), one.most, answer.option, answer.words):
            ballots.put_secret(session, one.id, name, answer)
        else:
            raise UserError(GONE)


def send(session: Session, keys: Keys, on: Sheet) -> None:
    """From now on it counts, and is not changed."""
    if any(one.id not in on.given and not one.optional for one in on.wave.questions()):
        raise UserError(MISSING)
    if not insert_once(session, Roll(poll_id=on.wave.id, person=on.company)):
        raise UserError(SENT)
    for one in on.wave.questions():
        mine = (Ballot.poll_id == one.id, Ballot.key == _key(keys, on.wave, on.person, one))
        moved = sa.update(Ballot).where(*mine).values(key=_key(keys, on.wave, on.company, one))
        session.execute(moved.execution_options(synchronize_session=False))


def unsent(session: Session, keys: Keys, person: str) -> Iterator[tuple[Wave, Question, Ballot]]:
    """What the person has filled in and not sent."""
    for wave in session.scalars(sa.select(Wave).where(Wave.closed_at.is_(None)).order_by(Wave.made_at, Wave.id)).all():
        for one in wave.questions():
            name = key(keys, wave, person, one)
            if name and (row := session.get(Ballot, (one.id, name))):
                yield wave, one, row


def invited(session: Session, person: str, now: datetime) -> list[tuple[Wave, bool]]:
    """The open waves that ask the person's company, and whether it has answered."""
    company = sa.select(Member.company_id).where(Member.id == person).scalar_subquery()
    answered = sa.exists().where(Roll.poll_id == Wave.id, Roll.person == company)
    query = sa.select(Wave, answered).join(Invitation, Invitation.wave == Wave.id)
    is_open = (Invitation.company == company, Wave.closed_at.is_(None), Wave.closes_at > now)
    return [(wave, done) for wave, done in session.execute(query.where(*is_open).order_by(Wave.closes_at, Wave.id))]
