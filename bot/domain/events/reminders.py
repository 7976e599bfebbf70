"""Who is told what, and when: reminders before an event, and word that it was moved or cancelled.

Planned into the ledger when somebody answers, or when the event moves; looked at once more when the time has come.
Keys of the ledger: `event:{event}:{person}:{moves}:{what}`. Subjects of due work: `{event}:{moves}:{what}:{person}`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import metrics
from bot.domain import pushes
from bot.domain.events.occasions import CHANNEL, NEAR, REMINDERS, for_channel, occasion, sensible
from bot.domain.events.rows import WAITING, Event, EventAnswer, is_full
from bot.domain.events.wishes import wished
from bot.domain.pushes import OWED, Moment, Occasion, Planned, Push, Why
from scheduler.quiet import Quiet

LATE = timedelta(minutes=15)  # from here on a reminder is late: the program was not running
PRESSING = timedelta(hours=24)  # a change this near is told at any time
CHUNK = 50  # people in one transaction
AGAIN = "again"  # what a person asked to be told once more, with the day of it
STAND_NEWS = "news"  # word of a change to who cannot come, and has a stand
REMINDED = ("yes", WAITING)
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

    @property
    def outgoing(self) -> str:
        """In the outbox."""
        return f"event:{self.event}:to:{self.person}:{self.moves}:{self.what}"


@dataclass(frozen=True)
class Verdict:
    """`again`: look once more then. `bundled`: it goes out with what else waited for this day."""

    send: bool
    again: datetime | None = None
    bundled: bool = False


def unplanned(session: Session, event: Event) -> list[EventAnswer]:
    """Answers whose messages are not planned yet; who is answering anew just now comes in the next round."""
    stale = sa.or_(EventAnswer.planned.is_(False), EventAnswer.heard != event.moves)
    query = sa.select(EventAnswer).where(EventAnswer.event == event.id, stale).order_by(EventAnswer.person)
    return list(session.scalars(query.limit(CHUNK).with_for_update(skip_locked=True)))


def plan_for(
    session: Session, event: Event, answer: EventAnswer, now: datetime, quiet: Quiet, asked: datetime | None = None
) -> list[Planned]:
    """Take back what was planned for the person, and plan anew. `asked`: when that became needed; none: now."""
    news = answer.heard != event.moves
    answer.heard, answer.planned = event.moves, True
    theirs = f"event:{event.id}:{answer.person}:"
    pushes.cancel(session, theirs, now, keep=f"{theirs}{event.moves}:{STAND_NEWS if answer.choice == 'no' else AGAIN}")
    if answer.choice == "no":
        return []
    planned: list[Planned] = []
    since = answer.at
    if news:
        what = "cancelled" if event.cancelled else "moved"
        planned = _book(session, event, answer.person, change(event, what, now, quiet), now, quiet)
        since = max((one.when for one in planned if one.when), default=now)
    if answer.choice in REMINDED and not event.cancelled:
        whole = sensible(_reminders(session, event, answer, quiet), since, quiet, asked or now, now)
        planned += _book(session, event, answer.person, whole, now, quiet)
    return planned


def _reminders(session: Session, event: Event, answer: EventAnswer, quiet: Quiet) -> Occasion:
    """What the person wished, else what the organizers chose."""
    wanted = wished(session, answer.person)
    return occasion(event.starts_at, quiet.zone, event.reminders if wanted is None else wanted)


def plan_for_channel(session: Session, event: Event, now: datetime, quiet: Quiet) -> list[Planned]:
    """One post for those who have not answered; what was planned before a move, or is not wanted, is taken back."""
    about = Subject(event.id, event.moves, CHANNEL, event.channel)
    wanted = CHANNEL in event.reminders and not event.cancelled
    pushes.cancel(session, f"event:{event.id}:{event.channel}:", now, keep=about.key if wanted else "")
    if not wanted or session.get(Push, about.key) is not None:
        return []
    whole = sensible(for_channel(event.starts_at, quiet.zone, event.deadline), now, quiet)
    return _book(session, event, event.channel, whole, now, quiet)


def replan_for_channel(session: Session, event: Event, now: datetime) -> None:
    """Take back the post for those who have not answered, so that it is planned anew; one that was sent stays."""
    pushes.cancel(session, f"event:{event.id}:{event.channel}:", now)


def change(event: Event, what: str, now: datetime, quiet: Quiet) -> Occasion:
    """It moved, or is off. Where waiting for the morning leaves less than a day, or none, it is told at any time."""
    first = min(event.starts_at, event.moved_from or event.starts_at)
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
    if about.what == CHANNEL:
        return "too late" if event.is_closed(now) else "not needed" if is_full(session, event) else None
    answer = session.get(EventAnswer, (event.id, about.person))
    if answer is None or answer.choice not in ((*REMINDED, "maybe") if row.kind == OWED else REMINDED):
        return "not needed"
    receiver = pushes.receiver(session, about.person, now, quiet)
    return pushes.unwanted(receiver, row.kind, urgent=row.why == "urgent")


def _near(session: Session, about: Subject, row: Push, at: datetime) -> Why | None:
    """After a long stop one reminder is enough: the next one stands for this."""
    others = (Push.key.startswith(about.key.removesuffix(about.what), autoescape=True), Push.key != row.key)
    soon = sa.select(Push.key).where(*others, Push.when >= row.when, Push.when <= at + NEAR, Push.kind == row.kind)
    return "not needed" if session.scalar(soon.limit(1)) else None


def _disturbs(event: Event, row: Push, about: Subject, quiet: Quiet) -> bool:
    """What is urgent, asked for, or comes before working hours since the event does."""
    exempt = {moment.what for moment in occasion(event.starts_at, quiet.zone, REMINDERS).moments if moment.exempt}
    return row.why == "urgent" or about.what in exempt or about.what.startswith(AGAIN)
