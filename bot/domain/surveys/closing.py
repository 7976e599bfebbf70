"""Closing a wave: the numbers are kept, what was not sent is removed, the way back to companies is destroyed."""

from datetime import datetime
from functools import partial
from typing import Any

from sqlalchemy.orm import Session

from bot.domain import audit, members
from bot.domain.answers import ballots
from bot.domain.answers.ballots import Ballot
from bot.domain.answers.kinds import count
from bot.domain.answers.sealing import Keys
from bot.domain.surveys.answering import key
from bot.domain.surveys.tables import Question, Wave, take


def close(session: Session, keys: Keys, wave_id: str, now: datetime) -> Wave | None:
    """None where that was done before. Nothing of what is written now is written again."""
    wave = take(session, wave_id)
    if wave.closed_at:
        return None
    companies = ballots.on_roll(session, wave.id)
    sent = {one.id: _sent(session, keys, wave, one, companies) for one in wave.questions()}
    wave.results = {one.id: _result(session, keys, wave, one, companies, sent[one.id]) for one in wave.questions()}
    kept = {name: cast if len(cast) >= wave.enough else [] for name, cast in sent.items()}
    kept[wave.id] = []  # who sent an answer
    wave.closed_at, wave.key, wave.turnout = now, None, len(companies)
    ballots.unlink(session, wave.id, kept)
    return wave


def close_by(session: Session, keys: Keys, wave_id: str, by: str, now: datetime) -> Wave | None:
    """An organizer closes it before its time."""
    members.require(session, by, "organizer")
    wave = close(session, keys, wave_id, now)
    if wave:
        audit.note(session, now, who=by, what="survey closed", about=wave_id)
    return wave


def _sent(session: Session, keys: Keys, wave: Wave, question: Question, companies: list[str]) -> list[Ballot]:
    """The ballots of those who sent their answer."""
    names = {key(keys, wave, company, question) for company in companies}
    return [ballot for ballot in ballots.cast(session, question.id) if ballot.key in names]


def _result(
    session: Session, keys: Keys, wave: Wave, question: Question, companies: list[str], cast: list[Ballot]
) -> dict[str, Any]:
    """All that is ever shown of a question; none of it where too few answered, or in words."""
    told: dict[str, Any] = {"turnout": len(cast), "counts": None, "groups": {}}
    if len(cast) < wave.enough or question.kind == "words":
        return told
    found = {ballot.key: ballot.option for ballot in cast}
    told["counts"] = list(count(question.kind, len(question.options["nb"]), found.values()))
    key_of = partial(_key_of, keys, wave, question)
    told["groups"] = ballots.groups(session, question, found, key_of, companies, by_company=True)
    return told


def _key_of(keys: Keys, wave: Wave, question: Question, company: str) -> str | None:
    return key(keys, wave, company, question)
