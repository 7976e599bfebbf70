"""What an announcement is, and who is to receive it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import members

Kind = Literal["news", "event", "urgent"]
KINDS: tuple[Kind, ...] = get_args(Kind)
State = Literal["draft", "asked", "approved", "sending", "paused", "done", "stopped", "recalled"]
URGENT: Kind = "urgent"
LONGEST_REASON = 200

GONE = Text(
    nb="Utsendingen finnes ikke lenger.", nn="Utsendinga finst ikkje lenger.", en="The announcement is no longer here."
)
NOT_OUT = Text(
    nb="Utsendingen er ikke sendt ennå, så den kan ikke besvares.",
    nn="Utsendinga er ikkje send enno, så ingen kan svare på henne.",
    en="The announcement has not been sent yet, so nobody can reply to it.",
)
TAKEN_BACK = Text(
    nb="Utsendingen er trukket tilbake, så svaret er ikke sendt. Spør heller meg i en direktemelding.",
    nn="Utsendinga er trekt tilbake, så svaret er ikkje sendt. Spør heller meg i ei direktemelding.",
    en="The announcement has been recalled, so your reply was not sent. Ask me in a direct message instead.",
)
NOT_GOT = Text(
    nb="Jeg kan ikke se at du har fått denne utsendingen, så svaret er ikke sendt. Spør heller meg i en "
    "direktemelding.",
    nn="Eg kan ikkje sjå at du har fått denne utsendinga, så svaret er ikkje sendt. Spør heller meg i ei "
    "direktemelding.",
    en="I cannot see that you got this announcement, so your reply was not sent. Ask me in a direct message instead.",
)


class Broadcast(Base):
    """`by`: empty once its author is forgotten. `channel`: none where it goes to members. `segment`: whom of them, as
    segments.Chosen; `audience`: how many they were when it was approved. `at`: when it was to begin, none for at once.

    `kind`: of KINDS; `reason`: why it is urgent. `attached`: the feature's name and the id, as `events:ID`. `version`
    counts corrections, and being taken back. `forgiven`: failures of which an organizer knows. `changed_by`: who
    asked for approval of the last change. `delivered` and
    `failed` are filled in at the end.
    """

    __tablename__ = "broadcasts"

    by: Mapped[str] = mapped_column(sa.String(32), index=True)
    nb: Mapped[str] = mapped_column(sa.Text)
    nn: Mapped[str] = mapped_column(sa.Text)
    en: Mapped[str] = mapped_column(sa.Text)
    channel: Mapped[str | None] = mapped_column(sa.String(32))
    at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    state: Mapped[State] = mapped_column(sa.String(16), default="draft")
    ended_at: Mapped[datetime | None] = mapped_column(default=None)
    delivered: Mapped[int] = mapped_column(default=0)
    failed: Mapped[int] = mapped_column(default=0)
    segment: Mapped[dict[str, Any]] = mapped_column(default_factory=dict)
    audience: Mapped[int] = mapped_column(default=0)
    kind: Mapped[Kind] = mapped_column(sa.String(8), default="news")
    reason: Mapped[str] = mapped_column(sa.String(LONGEST_REASON), default="")
    attached: Mapped[str] = mapped_column(sa.String(40), default="")
    version: Mapped[int] = mapped_column(default=0)
    forgiven: Mapped[int] = mapped_column(default=0)
    changed_by: Mapped[str] = mapped_column(sa.String(32), default="")
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)

    @property
    def urgent(self) -> bool:
        return self.kind == URGENT

    def text(self, lang: Lang) -> str:
        """In the language, else in bokmål."""
        return {"nb": self.nb, "nn": self.nn, "en": self.en}[lang] or self.nb


class BroadcastReceiver(Base):
    """The frozen audience, or the one channel. `due_at`: when this one may be sent; `fed`: the outbox has it, in the
    words of `version`. `why` from the plan, or «stopped»; empty where nothing is planned yet.
    """

    __tablename__ = "broadcast_receivers"

    broadcast: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    due_at: Mapped[datetime | None] = mapped_column(default=None)
    why: Mapped[str] = mapped_column(sa.String(16), default="")
    fed: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=0)


def for_organizer(session: Session, broadcast_id: str, person: str) -> Broadcast:
    """The announcement, locked, to be changed by this person."""
    members.require(session, person, "organizer")
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None:
        raise UserError(GONE)
    return broadcast


def if_free(session: Session, broadcast_id: str) -> Broadcast | None:
    """The announcement, locked, where nobody else has it."""
    query = sa.select(Broadcast).where(Broadcast.id == broadcast_id)
    return session.scalar(query.with_for_update(skip_locked=True))


def own_draft(session: Session, broadcast_id: str, person: str) -> Broadcast:
    """What the organizer is writing; nobody else changes it."""
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state != "draft" or broadcast.by != person:
        raise UserError(GONE)
    return broadcast


def got(session: Session, broadcast_id: str, person: str) -> Broadcast:
    """The announcement, which the person or a whole channel has got; who got it is known for 30 days."""
    broadcast = session.get(Broadcast, broadcast_id)
    if broadcast is None:
        raise UserError(GONE)
    if broadcast.state == "recalled":
        raise UserError(TAKEN_BACK)
    row = session.get(BroadcastReceiver, (broadcast.id, broadcast.channel or person))
    if row is None or not row.fed:
        raise UserError(NOT_OUT if broadcast.state in ("draft", "asked") else NOT_GOT)
    return broadcast


def recent(session: Session, most: int = 5) -> Sequence[Broadcast]:
    """Those that were approved, the newest first."""
    approved = sa.select(Broadcast).where(Broadcast.state != "draft")
    return session.scalars(approved.order_by(Broadcast.created_at.desc()).limit(most)).all()
