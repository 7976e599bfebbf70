"""Messages that nobody asked for: whether, when and why a person gets one. One budget a day over all kinds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core import metrics
from bot.core.db import Base, changed, in_turn, insert_once
from bot.domain.members import Member
from scheduler.quiet import Quiet

Kind = Literal["event", "reminder", "announcement", "survey", "premises"]
OWED: Kind = "event"  # word of what one has signed up for: like a receipt, no opt-out and no budget holds it back
KINDS: tuple[Kind, ...] = tuple(kind for kind in get_args(Kind) if kind != OWED)  # what one can opt out of

Why = Literal[
    "on time", "quiet time", "budget", "late", "cannot wait", "urgent", "opted out", "left", "too late", "not needed"
]


@dataclass(frozen=True)
class Receiver:
    """What the plan needs to know of a person. `used`: pushes planned already, by local day.

    `bundles`: the time of a day's message that holds what did not fit into an earlier day; it is one of those.
    """

    muted: frozenset[str] = frozenset()
    active: bool = True
    used: Mapping[date, int] = field(default_factory=dict)
    bundles: Mapping[date, datetime] = field(default_factory=dict)


@dataclass(frozen=True)
class Moment:
    """`at`: when it would come best. `earlier`: in quiet time it moves back, not forward. `exempt`: it may disturb.

    `firm`: where waiting for the next day's bundle would make it useless, it comes though the day is full.
    """

    what: str
    at: datetime
    earlier: bool = False
    exempt: bool = False
    firm: bool = False


@dataclass(frozen=True)
class Occasion:
    """Something to be told, at one or more moments. `until`: from then on it helps nobody."""

    kind: Kind
    moments: tuple[Moment, ...]
    until: datetime | None = None
    urgent: bool = False


@dataclass(frozen=True)
class Planned:
    """`when`: none where it is not sent; `why` tells the reason in either case."""

    when: datetime | None
    what: str
    why: Why


def plan(person: Receiver, occasion: Occasion, now: datetime, quiet: Quiet) -> list[Planned]:
    """When each moment of the occasion reaches the person, in order."""
    planned = []
    for moment in sorted(occasion.moments, key=lambda each: each.at):
        one = _plan_one(person, occasion, moment, now, quiet)
        if one.when and _uses_budget(occasion.kind, one.why):
            person = _with(person, one.when, one.when.astimezone(quiet.zone).date(), bundled=one.why == "budget")
        planned.append(one)
    return planned


def _with(person: Receiver, when: datetime, day: date, *, bundled: bool) -> Receiver:
    """The person with one more push on that day."""
    if bundled and day in person.bundles:
        return person
    bundles = {**person.bundles, day: when} if bundled else person.bundles
    return replace(person, used={**person.used, day: person.used.get(day, 0) + 1}, bundles=bundles)


def _uses_budget(kind: str, why: Why) -> bool:
    return kind in KINDS and why != "urgent"


def _plan_one(person: Receiver, occasion: Occasion, moment: Moment, now: datetime, quiet: Quiet) -> Planned:
    if why := unwanted(person, occasion.kind, urgent=occasion.urgent):
        return Planned(None, moment.what, why)
    if occasion.urgent:
        return Planned(max(moment.at, now), moment.what, "urgent")
    when, why = _when(moment, now, quiet)
    over = occasion.until and when >= occasion.until
    if not over and occasion.kind in KINDS and _is_full(person, when, quiet):
        full, when, why = when, _bundled(person, when, quiet), "budget"
        over = occasion.until and when >= occasion.until
        if over and moment.firm:
            return Planned(full, moment.what, "cannot wait")
    return Planned(None, moment.what, "too late") if over else Planned(when, moment.what, why)


def _is_full(person: Receiver, when: datetime, quiet: Quiet) -> bool:
    return person.used.get(when.astimezone(quiet.zone).date(), 0) >= quiet.pushes


def _bundled(person: Receiver, full: datetime, quiet: Quiet) -> datetime:
    """The next day's bundle; where there is none, the beginning of the first day with room for one."""
    when = quiet.next_day(full)
    while (day := when.astimezone(quiet.zone).date()) not in person.bundles:
        if person.used.get(day, 0) < quiet.pushes:
            return when
        when = quiet.next_day(when)
    return person.bundles[day]


def unwanted(person: Receiver, kind: str, *, urgent: bool) -> Why | None:
    """Why the person does not get this at all: asked when it is planned, and again when its time has come."""
    if not person.active:
        return "left"
    return "opted out" if kind in KINDS and kind in person.muted and not urgent else None


def _when(moment: Moment, now: datetime, quiet: Quiet) -> tuple[datetime, Why]:
    if moment.exempt:
        return (now, "late") if moment.at < now else (moment.at, "on time")
    wished = quiet.earlier(moment.at) if moment.earlier else quiet.later(moment.at)
    if wished < now:
        return quiet.later(now), "late"
    return wished, "on time" if wished == moment.at else "quiet time"


class Push(Base):
    """The ledger: what was planned for whom, when, and why; `when` is none where nothing is sent.

    `day`: the local day when it is sent, or was found not to be; only versions before 0009 write none.
    """

    __tablename__ = "pushes"
    __table_args__ = (sa.Index("ix_pushes_person_day", "person", "day"),)

    key: Mapped[str] = mapped_column(sa.String(200), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32))
    kind: Mapped[str] = mapped_column(sa.String(16))
    day: Mapped[date | None]
    when: Mapped[datetime | None] = mapped_column(name="planned_at")
    why: Mapped[str] = mapped_column(sa.String(16))


def book(session: Session, key: str, person: str, occasion: Occasion, now: datetime, quiet: Quiet) -> list[Planned]:
    """Plan the occasion for a person and write it into the ledger as `key:what`, which uses up their budget.

    Gives what is new in the ledger. Who books for many goes by their ids in order, so that no two wait for each other.
    """
    in_turn(session, f"budget {person}")  # else two who plan at once would each find room in the same budget
    planned = plan(receiver(session, person, now, quiet), occasion, now, quiet)
    return [one for one in planned if _write(session, key, person, occasion.kind, one, now, quiet)]


def _write(session: Session, key: str, person: str, kind: str, one: Planned, now: datetime, quiet: Quiet) -> bool:
    day = (one.when or now).astimezone(quiet.zone).date()
    row = Push(key=f"{key}:{one.what}", person=person, kind=kind, day=day, when=one.when, why=one.why)
    if new := insert_once(session, row):
        _count(session, kind, one.when, one.why)
    return new


def _count(session: Session, kind: str, when: datetime | None, why: Why) -> None:
    metrics.count(session, metrics.PUSHES.labels(kind, "planned" if when else "withheld", why))


def cancel(session: Session, prefix: str, now: datetime, keep: str = "") -> None:
    """Take back what was planned under keys that begin with `prefix`, not with `keep`, and has not been sent."""
    gone = [Push.key.startswith(prefix, autoescape=True), sa.or_(Push.when > now, Push.when.is_(None))]
    gone += [sa.not_(Push.key.startswith(keep, autoescape=True))] if keep else []
    session.execute(sa.delete(Push).where(*gone))


def settle(session: Session, key: str, when: datetime | None, why: Why, quiet: Quiet) -> None:
    """What became of it when its time had come, where that is not as planned; `when` is none where it is not sent."""
    values = {"when": when, "why": why} | ({"day": when.astimezone(quiet.zone).date()} if when else {})
    if kind := session.scalar(sa.update(Push).where(Push.key == key).values(values).returning(Push.kind)):
        _count(session, kind, when, why)


WHO: sa.BindParameter[Sequence[str]] = sa.bindparam("people", expanding=True)
THEY = sa.select(Member).where(Member.id.in_(WHO))
BUNDLED = Push.why == "budget"
PLANNED = (
    sa.select(Push.person, Push.day, BUNDLED, sa.func.count(), sa.func.min(Push.when))
    .where(Push.person.in_(WHO), Push.day >= sa.bindparam("today"))
    .where(Push.when.is_not(None), Push.why != "urgent", Push.kind.in_(KINDS))
    .group_by(Push.person, Push.day, BUNDLED)
)


def receiver(session: Session, person: str, now: datetime, quiet: Quiet) -> Receiver:
    return receivers(session, [person], now, quiet)[person]


def receivers(session: Session, people: Sequence[str], now: datetime, quiet: Quiet) -> dict[str, Receiver]:
    """What the plan needs to know of these people, in two queries."""
    today = now.astimezone(quiet.zone).date()
    told = {member.id: (frozenset(member.muted), member.active) for member in session.scalars(THEY, {"people": people})}
    used: dict[str, dict[date, int]] = {}
    bundles: dict[str, dict[date, datetime]] = {}
    rows: Any = session.execute(PLANNED, {"people": people, "today": today})  # whose day and time stand there
    for person, day, together, count, first in rows:
        days = used.setdefault(person, {})
        days[day] = days.get(day, 0) + (1 if together else count)
        if together:
            bundles.setdefault(person, {})[day] = first
    return {
        person: Receiver(*told.get(person, (frozenset(), True)), used.get(person, {}), bundles.get(person, {}))
        for person in people
    }


def forget(session: Session, person: str) -> int:
    return changed(session.execute(sa.delete(Push).where(Push.person == person)))


def prune(session: Session, before: date) -> None:
    session.execute(sa.delete(Push).where(Push.day < before))


def export(session: Session, person: str) -> list[dict[str, object]]:
    rows = session.scalars(sa.select(Push).where(Push.person == person).order_by(Push.key))
    return [{"what": row.key, "when": row.when, "why": row.why} for row in rows]
