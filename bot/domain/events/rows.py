"""The tables of events and answers, and how they are read."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain.events.occasions import CHANNEL, USUAL

Choice = Literal["yes", "maybe", "no"]
CHOICES: tuple[Choice, ...] = get_args(Choice)
OFFERED = "offered"
WAITING = "waiting"  # wanted to come when it was full, and stands in line

GONE = Text(
    nb="Arrangementet finnes ikke lenger.", nn="Arrangementet finst ikkje lenger.", en="The event is no longer here."
)
CANCELLED = Text(nb="Arrangementet er avlyst.", nn="Arrangementet er avlyst.", en="The event has been cancelled.")
OVER = Text(nb="Arrangementet er over.", nn="Arrangementet er over.", en="The event is over.")


class Event(Base):
    """`title` and `text` hold bokmål, and the other languages where they were written.

    `version` counts all changes, `moves` those of time or place and the cancelling: only these are told to people and
    take back their reminders. `moved_from`: the start before the last move. `posted`: the channel has its wall,
    or was to have it. `wall`: how often it was tried. `reminders`: what those who come are told before, and whether the
    channel is (occasions.REMINDERS, CHANNEL). `plus_one`: each may bring a guest. `material`: for afterwards. `public`:
    whoever has the address of the open calendar sees it. `draft`: only organizers see it, and nobody is told of it.
    `kind`: of kinds.KINDS, or empty. `deadline`: from then on nobody new can say yes. `programme`: as `title`.
    `contact`: a role. `area`: the id of an entry. `units`: of the municipality, that one can meet there.
    `by_invitation`: only those invited may come.
    `series`: the id of the series that it is one of, `slot`: its time by the series' rule, `alone`: it was changed
    without the others; `shared`: what more was changed of this one alone, as it is in the others (sharing).
    """

    __tablename__ = "events"

    by: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    title: Mapped[dict[str, Any]]
    text: Mapped[dict[str, Any]]
    starts_at: Mapped[datetime] = mapped_column(index=True)
    ends_at: Mapped[datetime] = mapped_column(index=True)
    place: Mapped[str] = mapped_column(sa.String(300))
    capacity: Mapped[int | None]
    channel: Mapped[str] = mapped_column(sa.String(32))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=0)
    moves: Mapped[int] = mapped_column(default=0)
    moved_from: Mapped[datetime | None] = mapped_column(default=None)
    cancelled: Mapped[bool] = mapped_column(default=False)
    posted: Mapped[bool] = mapped_column(default=False)
    wall: Mapped[int] = mapped_column(default=1)
    reminders: Mapped[list[str]] = mapped_column(default_factory=lambda: [*USUAL, CHANNEL])
    plus_one: Mapped[bool] = mapped_column(default=False)
    material: Mapped[str] = mapped_column(sa.String(500), default="")
    public: Mapped[bool] = mapped_column(default=False)
    draft: Mapped[bool] = mapped_column(default=False)
    kind: Mapped[str] = mapped_column(sa.String(16), default="")
    host: Mapped[str] = mapped_column(sa.String(100), default="")
    contact: Mapped[str] = mapped_column(sa.String(200), default="")
    area: Mapped[str] = mapped_column(sa.String(64), default="")
    invited: Mapped[str] = mapped_column(sa.String(200), default="")
    programme: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    deadline: Mapped[datetime | None] = mapped_column(default=None)
    units: Mapped[list[str]] = mapped_column(default_factory=list)
    by_invitation: Mapped[bool] = mapped_column(default=False)
    series: Mapped[str | None] = mapped_column(sa.String(16), default=None, index=True)
    slot: Mapped[datetime | None] = mapped_column(default=None)
    alone: Mapped[bool] = mapped_column(default=False)
    shared: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)

    def name(self, lang: Lang) -> str:
        """The title in the language, else in bokmål."""
        title: str = self.title.get(lang) or self.title["nb"]
        return title

    def about(self, lang: Lang) -> str:
        text: str = self.text.get(lang) or self.text.get("nb", "")
        return text

    def points(self, lang: Lang) -> str:
        """The programme, a line each."""
        points: str = self.programme.get(lang) or self.programme.get("nb", "")
        return points

    def is_closed(self, now: datetime) -> bool:
        """Nobody new can sign up any more."""
        return self.deadline is not None and now >= self.deadline

    def lacks(self) -> list[Lang]:
        """The languages in which its title, its text or its programme is not written."""
        written = [words for words in (self.title, self.text, self.programme) if words]
        return [lang for lang in LANGUAGES if any(lang not in words for words in written)]


class EventAnswer(Base):
    """`choice`: one of CHOICES, or WAITING. `heard`: the event's `moves` that the person knows of. `planned`: their
    messages are planned for these. `confirmed`: the `moves` at their last press.

    `turn`: where they stand in the line. `offered_until`: a seat is held for them until then. `attended`: none until
    somebody marked it.
    """

    __tablename__ = "event_answers"

    event: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    choice: Mapped[str] = mapped_column(sa.String(8))
    at: Mapped[datetime]
    heard: Mapped[int]
    planned: Mapped[bool] = mapped_column(default=False)
    confirmed: Mapped[int] = mapped_column(default=0)
    turn: Mapped[int | None] = mapped_column(default=None)
    offered_until: Mapped[datetime | None] = mapped_column(default=None)
    attended: Mapped[bool | None] = mapped_column(default=None)
    guests: Mapped[int] = mapped_column(default=0)

    @property
    def holds_seat(self) -> bool:
        return self.choice == "yes" or self.offered_until is not None


def locked(session: Session, event_id: str, now: datetime, *, drafts: bool = False) -> Event:
    """The event, for a change: others wait until this transaction ends. Refused where it is past changing."""
    event = session.get(Event, event_id, with_for_update=True)
    if event is None or (event.draft and not drafts):
        raise UserError(GONE)
    if event.cancelled:
        raise UserError(CANCELLED)
    if event.ends_at <= now:
        raise UserError(OVER)
    return event


def coming(session: Session, now: datetime) -> Sequence[Event]:
    """What is not over nor cancelled, the next first."""
    ahead = (Event.ends_at > now, Event.cancelled.is_(False), Event.draft.is_(False))
    return session.scalars(sa.select(Event).where(*ahead).order_by(Event.starts_at, Event.id)).all()


def lately(session: Session, since: datetime) -> Sequence[Event]:
    """What was not over at that time, cancelled or not, the next first."""
    known = (Event.ends_at > since, Event.draft.is_(False))
    return session.scalars(sa.select(Event).where(*known).order_by(Event.starts_at, Event.id)).all()


def drafts(session: Session, since: datetime) -> Sequence[Event]:
    """What is not posted yet, and was not over at that time."""
    waiting = (Event.draft.is_(True), Event.ends_at > since)
    return session.scalars(sa.select(Event).where(*waiting).order_by(Event.starts_at, Event.id)).all()


def counts(session: Session, events: Iterable[str]) -> dict[str, Counter[str]]:
    """How many gave each answer, with those they bring; OFFERED: of those who wait, who is offered a seat."""
    offered = sa.func.count(EventAnswer.offered_until)
    counted = sa.select(EventAnswer.event, EventAnswer.choice, sa.func.sum(1 + EventAnswer.guests), offered)
    found: dict[str, Counter[str]] = {event: Counter() for event in events}
    given = counted.where(EventAnswer.event.in_(found)).group_by(EventAnswer.event, EventAnswer.choice)
    for event, choice, number, seats in session.execute(given):
        found[event] += Counter({choice: number, OFFERED: seats})
    return found


@dataclass(frozen=True)
class Filled:
    """`taken`: seats of those who come, and what is offered; `waiting`: who has no offer; `last`: of the turns."""

    taken: int
    waiting: int
    last: int


HELD = sa.case(
    (sa.or_(EventAnswer.choice == "yes", EventAnswer.offered_until.is_not(None)), 1 + EventAnswer.guests), else_=0
)
IN_LINE = sa.and_(EventAnswer.choice == WAITING, EventAnswer.offered_until.is_(None))
FILLED = sa.select(sa.func.sum(HELD), sa.func.sum(sa.case((IN_LINE, 1), else_=0)), sa.func.max(EventAnswer.turn)).where(
    EventAnswer.event == sa.bindparam("event")
)


def filled(session: Session, event: str) -> Filled:
    """At one look, since everybody who answers waits for it."""
    return Filled(*(int(number or 0) for number in session.execute(FILLED, {"event": event}).one()))


def taken(session: Session, event: Event) -> int:
    return filled(session, event.id).taken


def in_line(session: Session, event: str) -> Sequence[EventAnswer]:
    """Who waits and has no offer, the first first."""
    waiting = sa.select(EventAnswer).where(EventAnswer.event == event, IN_LINE)
    return session.scalars(waiting.order_by(EventAnswer.turn)).all()


def held(session: Session, event_id: str) -> Event | None:
    """The event, locked; none where it is gone, or somebody else holds it just now: nobody is waited for."""
    query = sa.select(Event).where(Event.id == event_id)
    return session.scalar(query.with_for_update(skip_locked=True))


def is_full(session: Session, event: Event) -> bool:
    return event.capacity is not None and taken(session, event) >= event.capacity


def answers(session: Session, person: str, events: Iterable[str]) -> dict[str, str]:
    """What the person answered, by event."""
    mine = sa.select(EventAnswer.event, EventAnswer.choice)
    given = mine.where(EventAnswer.person == person, EventAnswer.event.in_(list(events)))
    return dict(session.execute(given).all())
