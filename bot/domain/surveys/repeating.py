"""A survey that comes again by a rule: on its day its next round is opened, or made ready for an organizer to open.

The day is the rule's, or the next working day, at nine. The round asks what the survey asks then, which is the same
unless somebody changed it, so that it can be compared; and the same companies.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from typing import Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base
from bot.core.errors import UserError
from bot.core.few import ENOUGH
from bot.core.recurrence import LAST, SAFE, Rule, ending, occurrences, read
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.tables import Survey, Wave, for_organizer
from scheduler import due
from scheduler.quiet import Quiet

REPEAT = "survey.repeat"  # due work; its subject is the survey
NINE, CLOSES = time(9), time(15)
LONGEST_OPEN = 90
LATE = timedelta(days=31)  # no holidays put a day off for longer
MOST_TIMES = 40
YEAR = timedelta(days=365)
LATEST, HORIZON = 5 * YEAR, 50 * YEAR  # of the first time; of what is looked at: the holidays are known until 2100
Often = Literal["year", "half", "quarter", "month"]
MONTHS: dict[Often, int] = {"year": 12, "half": 6, "quarter": 3, "month": 1}

NO_FIRST = Text(
    nb="Velg en dag fram i tid, innen fem år.",
    nn="Vel ein dag fram i tid, innan fem år.",
    en="Choose a day to come, within five years.",
)
NO_OFTEN = Text(nb="Velg hvor ofte.", nn="Vel kor ofte.", en="Choose how often.")
NO_TIMES = Text(
    nb="Skriv et tall fra 1 til {most}, eller ingenting.",
    nn="Skriv eit tal frå 1 til {most}, eller ingenting.",
    en="Write a number from 1 to {most}, or nothing.",
)
NO_LAST = Text(
    nb="Den siste dagen er før den første.",
    nn="Den siste dagen er før den første.",
    en="The last day is before the first.",
)
NO_DAYS = Text(
    nb="Skriv et tall fra 1 til {most}.", nn="Skriv eit tal frå 1 til {most}.", en="Write a number from 1 to {most}."
)
TWO_ENDS = Text(
    nb="Velg enten et antall ganger eller en siste dag.",
    nn="Vel anten eit tal på gonger eller ein siste dag.",
    en="Choose either a number of times or a last day.",
)


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
    """What the form holds. `times` and `days`: none where what was typed is no number."""

    first: date | None
    often: str
    times: int | None = 0
    last: date | None = None
    opens: bool = False
    companies: Sequence[str] = ()
    days: int | None = 21

    def rule(self, quiet: Quiet) -> Rule:
        """Days that some months lack are the month's last. Only where there are no `faults`."""
        months = next(number for often, number in MONTHS.items() if often == self.often)
        first = self.first or date.max
        day = (first.day if first.day <= SAFE else LAST,)
        yearly = Rule("YEARLY", monthdays=day, months=(first.month,))
        rule = yearly if months == 12 else Rule("MONTHLY", months, monthdays=day)
        return ending(rule, quiet.zone, count=self.times or None, last=self.last)


def faults(wish: Wish, now: datetime, quiet: Quiet) -> Iterator[UserError]:
    """All that cannot be taken, each with its field."""
    today = now.astimezone(quiet.zone).date()
    if wish.first is None or not today <= wish.first <= today + LATEST or at_nine(wish.first, quiet) <= now:
        yield UserError(NO_FIRST, field="first")
    if wish.often not in MONTHS:
        yield UserError(NO_OFTEN, field="often")
    if wish.times is None or not 0 <= wish.times <= MOST_TIMES:
        yield UserError(NO_TIMES, field="times", most=MOST_TIMES)
    elif wish.times and wish.last:
        yield UserError(TWO_ENDS, field="last")
    if wish.first and wish.last and wish.last < wish.first:
        yield UserError(NO_LAST, field="last")
    if wish.days is None or not 1 <= wish.days <= LONGEST_OPEN:
        yield UserError(NO_DAYS, field="days", most=LONGEST_OPEN)


def at_nine(day: date, quiet: Quiet) -> datetime:
    """On that day, or on the next working day; UTC."""
    working = quiet.later(datetime.combine(day, time(0), quiet.zone)).astimezone(quiet.zone).date()
    return datetime.combine(working, NINE, quiet.zone).astimezone(UTC)


def coming(rule: Rule, starts_at: datetime, now: datetime, quiet: Quiet) -> Iterator[tuple[date, datetime]]:
    """The rule's days to come, each with when its round comes; within the HORIZON."""
    for at in occurrences(rule, starts_at, quiet.zone, since=now - LATE, before=now + HORIZON):
        day = at.astimezone(quiet.zone).date()
        if (moment := at_nine(day, quiet)) > now:
            yield day, moment


def after(rule: Rule, starts_at: datetime, now: datetime, quiet: Quiet) -> datetime | None:
    """When it comes next; none where it has come for the last time."""
    return next((moment for _, moment in coming(rule, starts_at, now, quiet)), None)


def of(session: Session, survey_ids: Sequence[str]) -> dict[str, Repeat]:
    return {one.survey: one for one in session.scalars(sa.select(Repeat).where(Repeat.survey.in_(survey_ids)))}


def repeat(session: Session, survey_id: str, wish: Wish, by: str, now: datetime, quiet: Quiet) -> Repeat:
    """From now on by this rule, instead of any before."""
    survey = for_organizer(session, survey_id, by)
    for fault in faults(wish, now, quiet):
        raise fault
    rule, starts_at = wish.rule(quiet), datetime.combine(wish.first or date.max, NINE, quiet.zone)
    next_at = after(rule, starts_at, now, quiet)
    if next_at is None:
        raise UserError(NO_FIRST, field="first")
    session.execute(sa.delete(Repeat).where(Repeat.survey == survey.id))
    row = Repeat(
        survey=survey.id,
        rule=str(rule),
        starts_at=starts_at,
        opens=wish.opens,
        companies=list(wish.companies),
        days=wish.days or 1,
        by=by,
        next_at=next_at,
    )
    session.add(row)
    due.schedule(session, REPEAT, survey.id, next_at)
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
    name = _name(session, survey, rule, now.astimezone(quiet.zone).date())
    plan = waves.Plan(name, row.companies, closing(now, row.days, quiet), enough)
    may = row.by is not None and members.may(session, row.by, "organizer")
    if row.opens and may and not list(waves.faults(session, survey, plan, now)):
        made: Wave | Ready = waves.opened(session, keys, survey, plan, row.by, now, quiet)
    else:
        made = Ready(survey=survey.id, name=name, companies=row.companies, days=row.days, at=now)
        session.add(made)
    again = after(rule, row.starts_at, now, quiet)
    if again:
        row.next_at = again
    else:
        session.delete(row)
    session.flush()
    return Come(survey, made, row.by, again)


def closing(now: datetime, days: int, quiet: Quiet) -> datetime:
    """When a round that is opened now closes."""
    return datetime.combine(now.astimezone(quiet.zone).date() + timedelta(days=days), CLOSES, quiet.zone)


def _name(session: Session, survey: Survey, rule: Rule, day: date) -> str:
    """The year, where it comes once a year; else with the month. The day, where that is taken."""
    taken = set(session.scalars(sa.select(Wave.name).where(Wave.survey == survey.id)))
    taken |= set(session.scalars(sa.select(Ready.name).where(Ready.survey == survey.id)))
    names = [f"{day:%Y}"] if rule.freq == "YEARLY" else []
    names += [f"{day:%Y-%m}", f"{day:%Y-%m-%d}"]
    more = (f"{day:%Y-%m-%d} {n}" for n in count(2))
    return next((name for name in names if name not in taken), None) or next(one for one in more if one not in taken)
