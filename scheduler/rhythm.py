"""What comes again each year, half year, quarter or month: on its day at nine, or on the next working day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from bot.core.errors import UserError
from bot.core.recurrence import LAST, SAFE, Rule, ending, occurrences
from bot.core.texts import Text
from scheduler.quiet import Quiet

NINE, CLOSES = time(9), time(15)
LONGEST_OPEN = 90  # days
MOST_TIMES = 40
LATE = timedelta(days=31)  # no holidays put a day off for longer
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


@dataclass(frozen=True)
class Rhythm:
    """As it was wished. `days`: how long what comes is open. None where what was typed is no day or no number."""

    first: date | None
    often: str
    times: int | None = 0
    last: date | None = None
    days: int | None = 21

    def rule(self, quiet: Quiet) -> Rule:
        """Days that some months lack are the month's last. Only where there are no `faults`."""
        months = next(number for often, number in MONTHS.items() if often == self.often)
        first = self.first or date.max
        day = (first.day if first.day <= SAFE else LAST,)
        yearly = Rule("YEARLY", monthdays=day, months=(first.month,))
        rule = yearly if months == 12 else Rule("MONTHLY", months, monthdays=day)
        return ending(rule, quiet.zone, count=self.times or None, last=self.last)

    def starts_at(self, quiet: Quiet) -> datetime:
        return datetime.combine(self.first or date.max, NINE, quiet.zone)


def faults(rhythm: Rhythm, now: datetime, quiet: Quiet) -> Iterator[UserError]:
    """All that cannot be taken, each with its field."""
    today, first = now.astimezone(quiet.zone).date(), rhythm.first
    if first is None or not today <= first <= today + LATEST or at_nine(first, quiet) <= now:
        yield UserError(NO_FIRST, field="first")
    if rhythm.often not in MONTHS:
        yield UserError(NO_OFTEN, field="often")
    if rhythm.times is None or not 0 <= rhythm.times <= MOST_TIMES:
        yield UserError(NO_TIMES, field="times", most=MOST_TIMES)
    elif rhythm.times and rhythm.last:
        yield UserError(TWO_ENDS, field="last")
    if first and rhythm.last and rhythm.last < first:
        yield UserError(NO_LAST, field="last")
    if rhythm.days is None or not 1 <= rhythm.days <= LONGEST_OPEN:
        yield UserError(NO_DAYS, field="days", most=LONGEST_OPEN)


@dataclass(frozen=True)
class Planned:
    """`rule`: an RRULE, from `starts_at` on. `days`: how long what comes is open. `next_at`: when it comes first."""

    rule: str
    starts_at: datetime
    days: int
    next_at: datetime


def planned(rhythm: Rhythm, now: datetime, quiet: Quiet) -> Planned:
    """Raises the first of the `faults`, and where the rule has no day to come."""
    for fault in faults(rhythm, now, quiet):
        raise fault
    rule, starts_at = rhythm.rule(quiet), rhythm.starts_at(quiet)
    if (next_at := after(rule, starts_at, now, quiet)) is None:
        raise UserError(NO_FIRST, field="first")
    return Planned(str(rule), starts_at, rhythm.days or 1, next_at)


def left(rule: Rule, starts_at: datetime, days: int, now: datetime, quiet: Quiet) -> Rhythm:
    """What is still to come of it, as it would be wished."""
    to_come = [day for day, _ in coming(rule, starts_at, now, quiet)]
    months = 12 if rule.freq == "YEARLY" else rule.interval
    often = next(often for often, number in MONTHS.items() if number == months)
    last = rule.until.astimezone(quiet.zone).date() if rule.until else None
    return Rhythm(to_come[0] if to_come else None, often, len(to_come) if rule.count else 0, last, days)


def coming(rule: Rule, starts_at: datetime, now: datetime, quiet: Quiet) -> Iterator[tuple[date, datetime]]:
    """The rule's days to come, each with its moment; within the HORIZON."""
    for at in occurrences(rule, starts_at, quiet.zone, since=now - LATE, before=now + HORIZON):
        day = at.astimezone(quiet.zone).date()
        if (moment := at_nine(day, quiet)) > now:
            yield day, moment


def after(rule: Rule, starts_at: datetime, now: datetime, quiet: Quiet) -> datetime | None:
    """When it comes next; none where it has come for the last time."""
    return next((moment for _, moment in coming(rule, starts_at, now, quiet)), None)


def at_nine(day: date, quiet: Quiet) -> datetime:
    """On that day, or on the next working day; UTC."""
    working = quiet.later(datetime.combine(day, time(0), quiet.zone)).astimezone(quiet.zone).date()
    return datetime.combine(working, NINE, quiet.zone).astimezone(UTC)


def closing(now: datetime, days: int, quiet: Quiet) -> datetime:
    """When what is opened now closes."""
    return datetime.combine(now.astimezone(quiet.zone).date() + timedelta(days=days), CLOSES, quiet.zone)
