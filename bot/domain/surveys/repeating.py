"""A survey that comes again by a rule: on its day its next round is opened, or made ready for an organizer to open.

The day is the rule's, or the next working day, at nine. The round asks what the survey asks then, which is the same
unless somebody changed it, so that it can be compared; and the same companies.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, in_turn
from bot.core.few import ENOUGH
from bot.core.recurrence import Rule, read
from bot.domain import audit, members
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.tables import Survey, Wave, for_organizer
from scheduler import due, rhythm
from scheduler.quiet import Quiet
from scheduler.rhythm import Rhythm

REPEAT = "survey.repeat"  # due work; its subject is the survey


class Repeat(Base):
    """`rule`: an RRULE, from `starts_at` on. `opens`: else it is made ready. `companies`: ids; none: all in the
    register. `days`: how long a round is open. `next_at`: when the next one comes.
    """

    __tablename__ = "survey_repeats"

    survey: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    rule: Mapped[str] = mapped_column(sa.String(200))
    starts_at: Mapped[datetime]
    opens: Mapped[bool]
    companies: Mapped[list[str]]
    days: Mapped[int]
    by: Mapped[str | None] = mapped_column(sa.String(32))
    next_at: Mapped[datetime]


@dataclass(frozen=True)
class Wish:
    """What the form holds; `opens` and `companies` as of a Repeat."""

    rhythm: Rhythm
    opens: bool = False
    companies: Sequence[str] = ()


def of(session: Session, survey_ids: Sequence[str]) -> dict[str, Repeat]:
    return {one.survey: one for one in session.scalars(sa.select(Repeat).where(Repeat.survey.in_(survey_ids)))}


def repeat(session: Session, survey_id: str, wish: Wish, by: str, now: datetime, quiet: Quiet) -> Repeat:
    """From now on by this rule, instead of any before."""
    survey = for_organizer(session, survey_id, by)
    plan = rhythm.planned(wish.rhythm, now, quiet)
    session.execute(sa.delete(Repeat).where(Repeat.survey == survey.id))
    row = Repeat(
        survey=survey.id,
        opens=wish.opens,
        companies=list(wish.companies),
        by=by,
        **vars(plan),
    )
    session.add(row)
    due.schedule(session, REPEAT, survey.id, plan.next_at)
    audit.note(session, now, who=by, what="survey repeats", about=survey.id, detail=row.rule)
    return row


def stop(session: Session, survey_id: str, by: str, now: datetime) -> Survey:
    """What was made by it stays."""
    survey = for_organizer(session, survey_id, by)
    session.execute(sa.delete(Repeat).where(Repeat.survey == survey.id))
    due.cancel(session, REPEAT, survey.id)
    audit.note(session, now, who=by, what="survey repeats no more", about=survey.id)
    return survey


@dataclass(frozen=True)
class Come:
    """What came of a day: a round that is open, or one that is ready; and when it comes next. `by`: who wished it."""

    survey: Survey
    round: Wave | Ready
    by: str | None
    again: datetime | None


def come(
    session: Session, keys: Keys, survey_id: str, now: datetime, quiet: Quiet, enough: int = ENOUGH
) -> Come | None:
    """Its day has come. Where whoever wished it may not ask any more, or something is missing, it is made ready."""
    row, survey = session.get(Repeat, survey_id), session.get(Survey, survey_id)
    if row is None or survey is None:
        return None
    rule = read(row.rule)
    in_turn(session, waves.NAMES)
    name = _name(session, survey, rule, now.astimezone(quiet.zone).date())
    plan = waves.Plan(name, row.companies, rhythm.closing(now, row.days, quiet), enough)
    may = row.by is not None and members.may(session, row.by, "organizer")
    if row.opens and may and not list(waves.faults(session, survey, plan, now)):
        made: Wave | Ready = waves.opened(session, keys, survey, plan, row.by, now, quiet)
    else:
        made = Ready(survey=survey.id, name=name, companies=row.companies, days=row.days, at=now)
        session.add(made)
    again = rhythm.after(rule, row.starts_at, now, quiet)
    if again:
        row.next_at = again
    else:
        session.delete(row)
    session.flush()
    return Come(survey, made, row.by, again)


def _name(session: Session, survey: Survey, rule: Rule, day: date) -> str:
    """The year, where it comes once a year; else with the month. The day, where that is taken."""
    made_ready = set(session.scalars(sa.select(Ready.name).where(Ready.survey == survey.id)))
    names = [f"{day:%Y}"] if rule.freq == "YEARLY" else []
    names += [f"{day:%Y-%m}", f"{day:%Y-%m-%d}"]
    every = chain(names, (f"{day:%Y-%m-%d} {n}" for n in count(2)))
    return next(name for name in every if name not in made_ready and not waves.is_taken(session, survey, name))
