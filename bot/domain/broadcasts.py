"""Announcements: written, counted, approved, then fed to the outbox in pieces; each receiver gets one, once."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, new_id
from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members, pushes
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion
from scheduler.quiet import Quiet

CHUNK = 50  # receivers in one transaction
LONGEST = 2000  # characters of a text
WHAT = "text"  # its only moment
KEEP_DRAFTS = timedelta(days=1)
KEEP_NAMES = timedelta(days=30)  # of who received it, after it is done

EMPTY = Text(nb="Skriv teksten på bokmål.", nn="Skriv teksten på bokmål.", en="Write the text in bokmål.")
NO_CHANNEL = Text(nb="Velg en kanal.", nn="Vel ein kanal.", en="Choose a channel.")
PAST = Text(
    nb="Tidspunktet er passert. Velg et senere, eller la feltet stå tomt for å sende nå.",
    nn="Tidspunktet er passert. Vel eit seinare, eller la feltet stå tomt for å sende no.",
    en="That time has passed. Choose a later one, or leave the field empty to send now.",
)
GONE = Text(
    nb="Utsendingen finnes ikke lenger.", nn="Utsendinga finst ikkje lenger.", en="The announcement is no longer here."
)
ALREADY = Text(
    nb="Utsendingen er allerede godkjent.", nn="Utsendinga er alt godkjend.", en="The announcement is already approved."
)
ENDED = Text(
    nb="Utsendingen er allerede ferdig.", nn="Utsendinga er alt ferdig.", en="The announcement has already ended."
)


class Broadcast(Base):
    """`by`: empty once its author is forgotten. `channel`: none where it goes to all members.
    `at`: when it was to begin, none for at once.
    `state`: draft, approved, sending, done, stopped. `delivered` and `failed` are filled in at the end.
    """

    __tablename__ = "broadcasts"

    by: Mapped[str] = mapped_column(sa.String(32), index=True)
    nb: Mapped[str] = mapped_column(sa.Text)
    nn: Mapped[str] = mapped_column(sa.Text)
    en: Mapped[str] = mapped_column(sa.Text)
    channel: Mapped[str | None] = mapped_column(sa.String(32))
    at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(sa.String(16), default="draft")
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    delivered: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    tests: Mapped[int] = mapped_column(default=0)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)

    def text(self, lang: Lang) -> str:
        """In the language, else in bokmål."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang] or self.nb


class BroadcastReceiver(Base):
    """The frozen audience. `due_at`: when this one may be sent; `why` from the plan; `fed`: the outbox has it."""

    __tablename__ = "broadcast_receivers"

    broadcast: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    why: Mapped[str] = mapped_column(sa.String(16), default="")
    fed: Mapped[bool] = mapped_column(default=False)


@dataclass(frozen=True)
class Forecast:
    """How many get it, and why others do not or not yet."""

    receive: int
    reasons: Counter[str]


def draft(session: Session, broadcast: Broadcast, now: datetime) -> Broadcast:
    """Keep what an organizer wrote, before anything is sent."""
    members.require(session, broadcast.by, "organizer")
    if not broadcast.nb:
        raise UserError(EMPTY, field="nb")
    for lang in LANGUAGES:
        short(broadcast.text(lang), lang, LONGEST)
    if broadcast.channel and broadcast.channel[:1] not in ("C", "G"):
        raise UserError(NO_CHANNEL, field="channel")
    if broadcast.at and broadcast.at <= now:
        raise UserError(PAST, field="at")
    session.add(broadcast)
    return broadcast


def own(session: Session, broadcast_id: str, person: str) -> Broadcast:
    """The announcement, for an organizer."""
    members.require(session, person, "organizer")
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None:
        raise UserError(GONE)
    return broadcast


def forecast(session: Session, broadcast: Broadcast, now: datetime, quiet: Quiet) -> Forecast:
    """Who would get it if it were approved now; a channel counts as one."""
    occasion = _occasion(broadcast, now)
    if broadcast.channel:
        return Forecast(1, Counter())
    receivers = pushes.receivers(session, _everybody(session), now, quiet)
    planned = [pushes.plan(receiver, occasion, now, quiet)[0] for receiver in receivers.values()]
    reasons = Counter[str](one.why for one in planned if one.why != "on time")
    gone = (Member.active.is_(False), Member.standing == "full")
    reasons["left"] = session.scalar(sa.select(sa.func.count()).where(*gone)) or 0
    return Forecast(sum(one.when is not None for one in planned), reasons)


def approve(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Freeze the audience: who joins later does not get it."""
    broadcast = own(session, broadcast_id, person)
    if broadcast.state != "draft":
        raise UserError(ALREADY)
    broadcast.state, broadcast.at = "approved", broadcast.at or now
    audience = [] if broadcast.channel else _everybody(session)
    session.add_all(BroadcastReceiver(broadcast=broadcast.id, person=one) for one in audience)
    audit.note(session, now, who=person, what="broadcast approved", about=broadcast.id, detail=f"{len(audience)}")
    return broadcast


def feed(session: Session, broadcast: Broadcast, now: datetime, quiet: Quiet) -> list[BroadcastReceiver]:
    """The next receivers whose time has come; each is given out once. Plans those who were not planned yet."""
    broadcast.state = "sending"
    occasion = _occasion(broadcast, now)
    for receiver in session.scalars(_waiting(broadcast).where(BroadcastReceiver.why == "").limit(CHUNK)):
        planned = pushes.book(session, _key(receiver), receiver.person, occasion, now, quiet)[0]
        receiver.due_at, receiver.why = planned.when, planned.why
    session.flush()
    ready = list(session.scalars(_waiting(broadcast).where(BroadcastReceiver.due_at <= now).limit(CHUNK)))
    people = pushes.receivers(session, [receiver.person for receiver in ready], now, quiet)
    for receiver in ready:
        unwanted = pushes.unwanted(people[receiver.person], occasion.kind, urgent=occasion.urgent)
        _give_out(session, receiver, unwanted, quiet)
    return [receiver for receiver in ready if receiver.fed]


def _give_out(session: Session, receiver: BroadcastReceiver, unwanted: pushes.Why | None, quiet: Quiet) -> None:
    """Unless the person left, or opted out, while it waited."""
    if unwanted:
        receiver.due_at, receiver.why = None, unwanted
        pushes.settle(session, f"{_key(receiver)}:{WHAT}", None, unwanted, quiet)
    else:
        receiver.fed = True


def _key(receiver: BroadcastReceiver) -> str:
    return f"broadcast:{receiver.broadcast}:{receiver.person}"


def next_feed(session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """When there is more to feed: now, at the earliest planned time, or never."""
    session.flush()
    if session.scalar(_waiting(broadcast).where(BroadcastReceiver.why == "").limit(1)):
        return now
    earliest = sa.select(sa.func.min(BroadcastReceiver.due_at)).where(
        BroadcastReceiver.broadcast == broadcast.id, BroadcastReceiver.fed.is_(False)
    )
    found: datetime | None = session.scalar(earliest)
    return found


def stop(session: Session, broadcast_id: str, person: str, now: datetime) -> Broadcast:
    """Nobody gets it from now on; what has left is gone."""
    broadcast = own(session, broadcast_id, person)
    if broadcast.state in ("done", "stopped"):
        raise UserError(ENDED)
    broadcast.state, broadcast.ended_at = "stopped", now
    session.execute(sa.delete(BroadcastReceiver).where(*_of(broadcast), BroadcastReceiver.fed.is_(False)))
    pushes.cancel(session, f"broadcast:{broadcast.id}:", now)
    audit.note(session, now, who=person, what="broadcast stopped", about=broadcast.id)
    return broadcast


def withheld(session: Session, broadcast: Broadcast) -> Counter[str]:
    """Why those of the audience did not get it, or not yet."""
    counted = sa.select(BroadcastReceiver.why, sa.func.count()).where(*_of(broadcast), BroadcastReceiver.fed.is_(False))
    counts = session.execute(counted.group_by(BroadcastReceiver.why))
    return Counter({why: count for why, count in counts})  # noqa: C416  rows are no pairs to mypy


def finish(broadcast: Broadcast, now: datetime, *, delivered: int, failed: int) -> None:
    """Write down what became of it; a stopped one stays stopped."""
    broadcast.state = "stopped" if broadcast.state == "stopped" else "done"
    broadcast.ended_at, broadcast.delivered, broadcast.failed = now, delivered, failed


def recent(session: Session, most: int = 5) -> Sequence[Broadcast]:
    """Those that were approved, the newest first."""
    approved = sa.select(Broadcast).where(Broadcast.state != "draft")
    return session.scalars(approved.order_by(Broadcast.created_at.desc()).limit(most)).all()


def forget_receivers(session: Session, now: datetime) -> None:
    """Nightly: who was in the audience of what ended 30 days ago, and drafts that nobody approved within a day."""
    old = sa.select(Broadcast.id).where(Broadcast.ended_at < now - KEEP_NAMES)
    session.execute(sa.delete(BroadcastReceiver).where(BroadcastReceiver.broadcast.in_(old)))
    session.execute(sa.delete(Broadcast).where(Broadcast.state == "draft", Broadcast.created_at < now - KEEP_DRAFTS))


def forget(session: Session, person: str, _now: datetime) -> int:
    """What was received goes; what was sent stays without the name, unsent drafts go."""
    unsent = session.execute(sa.delete(Broadcast).where(Broadcast.by == person, Broadcast.state == "draft"))
    sent = session.execute(sa.update(Broadcast).where(Broadcast.by == person).values(by=""))
    received = session.execute(sa.delete(BroadcastReceiver).where(BroadcastReceiver.person == person))
    return changed(unsent) + changed(sent) + changed(received)


def export(session: Session, person: str) -> dict[str, Any]:
    """What the person wrote, and what they were to receive."""
    written = session.scalars(sa.select(Broadcast).where(Broadcast.by == person).order_by(Broadcast.created_at))
    mine = sa.select(Broadcast, BroadcastReceiver).join(BroadcastReceiver, BroadcastReceiver.broadcast == Broadcast.id)
    received = session.execute(mine.where(BroadcastReceiver.person == person).order_by(Broadcast.created_at))
    names = ("nb", "nn", "en", "channel", "at", "created_at", "state")
    return {
        "written": [{name: getattr(one, name) for name in names} for one in written],
        "received": [
            {"text": one.nb, "planned": to.due_at, "why": to.why, "given out": to.fed} for one, to in received
        ],
    }


def _occasion(broadcast: Broadcast, now: datetime) -> Occasion:
    return Occasion("announcement", (Moment(WHAT, max(broadcast.at or now, now)),))


def _everybody(session: Session) -> list[str]:
    """All full members of the workspace who are not deactivated."""
    return list(
        session.scalars(sa.select(Member.id).where(Member.active, Member.standing == "full").order_by(Member.id))
    )


def _of(broadcast: Broadcast) -> tuple[sa.ColumnElement[bool], ...]:
    return (BroadcastReceiver.broadcast == broadcast.id,)


def _waiting(broadcast: Broadcast) -> sa.Select[BroadcastReceiver]:
    waiting = (*_of(broadcast), BroadcastReceiver.fed.is_(False))
    return sa.select(BroadcastReceiver).where(*waiting).order_by(BroadcastReceiver.person)
