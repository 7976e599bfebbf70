"""Who is told what, and when: reminders before an event, and word that it was moved or cancelled.

Planned into the ledger when somebody answers, or when the event moves; looked at once more when the time has come.
Keys of the ledger: `event:{event}:{person}:{moves}:{what}`. Subjects of due work: `{event}:{moves}:{what}:{person}`.
"""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from itertools import zip_longest
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import metrics
from bot.domain import pushes
from bot.domain.events.rows import Event, EventAnswer, is_full
from bot.domain.pushes import OWED, Moment, Occasion, Planned, Push, Receiver, Why
from scheduler.quiet import Quiet

EARLY, MORNING = time(9), time(8)
TWO_DAYS, TWO_HOURS = timedelta(days=2), timedelta(hours=2)
NEAR = timedelta(hours=3)  # a reminder this soon after other word of the event tells nothing new
LATE = timedelta(minutes=15)  # from here on a reminder is late: the program was not running
PRESSING = timedelta(hours=24)  # a change this near is told at any time
CHUNK = 50  # people in one transaction
NEWS = ("moved", "cancelled")  # what is told besides reminders


@dataclass(frozen=True)
class Subject:
    """What a piece of due work is about; `person` is the channel where the post for the rest is meant."""

    event: str
    moves: int
    what: str
    person: str

    def __str__(self) -> str:
        return f"{self.event}:{self.moves}:{self.what}:{self.person}"

    @classmethod
    def read(cls, subject: str) -> "Subject":
        event, moves, what, person = subject.split(":")
        return cls(event, int(moves), what, person)

    @property
    def key(self) -> str:
        """In the ledger."""
        return f"event:{self.event}:{self.person}:{self.moves}:{self.what}"


@dataclass(frozen=True)
class Verdict:
    """`again`: look once more then. `bundled`: it goes out with what else waited for this day."""

    send: bool
    again: datetime | None = None
    bundled: bool = False


def occasion(event: Event, zone: ZoneInfo) -> Occasion:
    """Two days before at nine, and the same morning, by the clock on the wall; two hours are two hours."""
    return Occasion("reminder", (_before(event, zone), _morning(event, zone)), until=event.starts_at)


def _before(event: Event, zone: ZoneInfo) -> Moment:
    day = event.starts_at.astimezone(zone).date() - TWO_DAYS
    return Moment("before", datetime.combine(day, EARLY, zone).astimezone(UTC), earlier=True)


def _morning(event: Event, zone: ZoneInfo) -> Moment:
    day = event.starts_at.astimezone(zone).date()
    morning = datetime.combine(day, MORNING, zone).astimezone(UTC)
    two_hours = event.starts_at.astimezone(UTC) - TWO_HOURS
    if two_hours < morning:
        return Moment("morning", two_hours, exempt=True)
    return Moment("morning", morning, earlier=True)


def sensible(whole: Occasion, since: datetime, quiet: Quiet) -> Occasion:
    """Without the moments that come too soon after the person last heard of it, or just before the next one."""
    wished = [one for one in pushes.plan(Receiver(), whole, since, quiet) if one.why != "late"]
    times = {one.what: one.when for one in wished if one.when}
    kept = {
        what
        for (what, when), following in zip_longest(times.items(), list(times.values())[1:])
        if when >= since + NEAR and (following is None or following - when >= NEAR)
    }
    return replace(whole, moments=tuple(moment for moment in whole.moments if moment.what in kept))


def unplanned(session: Session, event: Event) -> list[EventAnswer]:
    """Answers whose messages are not planned yet; who is answering anew just now comes in the next round."""
    stale = sa.or_(EventAnswer.planned.is_(False), EventAnswer.heard != event.moves)
    query = sa.select(EventAnswer).where(EventAnswer.event == event.id, stale).order_by(EventAnswer.person)
    return list(session.scalars(query.limit(CHUNK).with_for_update(skip_locked=True)))


def plan_for(session: Session, event: Event, answer: EventAnswer, now: datetime, quiet: Quiet) -> list[Planned]:
    """Take back what was planned for the person, and plan anew."""
    news = answer.heard != event.moves
    answer.heard, answer.planned = event.moves, True
    pushes.cancel(session, f"event:{event.id}:{answer.person}:", now)
    if answer.choice == "no":
        return []
    planned: list[Planned] = []
    since = answer.at
    if news:
        planned = _book(session, event, answer.person, _change(event, now, quiet), now, quiet)
        since = max((one.when for one in planned if one.when), default=now)
    if answer.choice == "yes" and not event.cancelled:
        reminders = sensible(occasion(event, quiet.zone), since, quiet)
        planned += _book(session, event, answer.person, reminders, now, quiet)
    return planned


def plan_for_channel(session: Session, event: Event, now: datetime, quiet: Quiet) -> list[Planned]:
    """One post for those who have not answered."""
    if session.get(Push, Subject(event.id, event.moves, "channel", event.channel).key):
        return []
    whole = Occasion("reminder", (replace(_before(event, quiet.zone), what="channel"),), until=event.starts_at)
    return _book(session, event, event.channel, sensible(whole, now, quiet), now, quiet)


def _change(event: Event, now: datetime, quiet: Quiet) -> Occasion:
    """Moved or cancelled. Where waiting for the morning leaves less than a day, or none, it is told at any time."""
    first = min(event.starts_at, event.moved_from or event.starts_at)
    what = "cancelled" if event.cancelled else "moved"
    urgent = first < quiet.later(now) + PRESSING
    return Occasion(OWED, (Moment(what, now),), until=event.ends_at, urgent=urgent)


def _book(session: Session, event: Event, person: str, whole: Occasion, now: datetime, quiet: Quiet) -> list[Planned]:
    return pushes.book(session, f"event:{event.id}:{person}:{event.moves}", person, whole, now, quiet)


def judge(session: Session, event: Event | None, about: Subject, now: datetime, quiet: Quiet) -> Verdict:
    """Whether what was planned is still right now that its time has come; the ledger tells why where it is not."""
    verdict = _judge(session, event, about, now, quiet)
    if about.what not in NEWS:
        result = "sent" if verdict.send else "put_off" if verdict.again else "skipped"
        metrics.count(session, metrics.REMINDERS.labels(result))
    return verdict


def _judge(session: Session, event: Event | None, about: Subject, now: datetime, quiet: Quiet) -> Verdict:
    row = session.get(Push, about.key)
    if event is None or event.moves != about.moves or row is None or row.when is None:
        return Verdict(send=False)
    late = now - row.when > LATE
    again = quiet.later(now) if late and not _disturbs(event, row, about, quiet) else now
    why = _why_not(session, event, about, row, now, quiet) or (_near(session, about, row, again) if late else None)
    if why or again >= (event.ends_at if about.what in NEWS else event.starts_at):
        pushes.settle(session, about.key, None, why or "too late", quiet)
        return Verdict(send=False)
    if late:
        pushes.settle(session, about.key, again, "late", quiet)
    return Verdict(send=again == now, again=again if again > now else None, bundled=row.why == "budget")


def _why_not(session: Session, event: Event, about: Subject, row: Push, now: datetime, quiet: Quiet) -> Why | None:
    if about.what == "channel":
        return "not needed" if is_full(session, event) else None
    answer = session.get(EventAnswer, (event.id, about.person))
    if answer is None or answer.choice not in (("yes", "maybe") if row.kind == OWED else ("yes",)):
        return "not needed"
    receiver = pushes.receiver(session, about.person, now, quiet)
    return pushes.unwanted(receiver, row.kind, urgent=row.why == "urgent")


def _near(session: Session, about: Subject, row: Push, at: datetime) -> Why | None:
    """After a long stop one reminder is enough: the next one stands for this."""
    others = (Push.key.startswith(about.key.removesuffix(about.what), autoescape=True), Push.key != row.key)
    soon = sa.select(Push.key).where(*others, Push.when >= row.when, Push.when <= at + NEAR, Push.kind == row.kind)
    return "not needed" if session.scalar(soon.limit(1)) else None


def _disturbs(event: Event, row: Push, about: Subject, quiet: Quiet) -> bool:
    """What is urgent, or comes before working hours since the event does."""
    exempt = {moment.what for moment in occasion(event, quiet.zone).moments if moment.exempt}
    return row.why == "urgent" or about.what in exempt
