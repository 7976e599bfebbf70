"""Kinds of events, and what is usual for each; organizers change all of it afterwards."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from bot.core.texts import Text
from bot.domain.events.occasions import CHANNEL, USUAL
from scheduler.quiet import Quiet

NOON = time(12)


@dataclass(frozen=True)
class Kind:
    """`deadline`: days before the event, at noon of a working day; none: people sign up until it begins."""

    name: Text
    deadline: int | None = None
    plus_one: bool = False
    reminders: tuple[str, ...] = (*USUAL, CHANNEL)
    by_invitation: bool = False


KINDS = {
    "seminar": Kind(Text(nb="Seminar", nn="Seminar", en="Seminar"), 3, reminders=("week", *USUAL, CHANNEL)),
    "breakfast": Kind(Text(nb="Frokostmøte", nn="Frukostmøte", en="Breakfast meeting"), 1, plus_one=True),
    "course": Kind(Text(nb="Kurs", nn="Kurs", en="Course"), 3),
    "workshop": Kind(
        Text(nb="Arbeidsverksted", nn="Arbeidsverkstad", en="Workshop"), 3, reminders=USUAL, by_invitation=True
    ),
    "expo": Kind(Text(nb="Messe", nn="Messe", en="Expo"), plus_one=True, reminders=("week", *USUAL, CHANNEL)),
}


def usual_deadline(kind: Kind, starts_at: datetime, now: datetime, quiet: Quiet) -> datetime | None:
    """On the working day before where nobody works on that day, unless that noon has passed; none where all have."""
    if kind.deadline is None:
        return None
    day = starts_at.astimezone(quiet.zone).date() - timedelta(days=kind.deadline)
    usual = datetime.combine(day, NOON, quiet.zone)
    working = datetime.combine(quiet.earlier(usual).astimezone(quiet.zone).date(), NOON, quiet.zone)
    return next((noon for noon in (working, usual) if noon > now), None)
