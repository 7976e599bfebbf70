"""An announcement is approved, and its audience fixed: by who wrote it, or, where two are needed, by another one."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import audit, members
from bot.domain.broadcasts import segments
from bot.domain.broadcasts.steering import CHANGED
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver, for_organizer
from bot.domain.members import Member

TWO = "two people"

ALREADY = Text(
    nb="Utsendingen er allerede godkjent.", nn="Utsendinga er alt godkjend.", en="The announcement is already approved."
)
NOBODY = Text(
    nb="Ingen passer med dette utvalget, så ingenting ble sendt. Velg flere mottakere.",
    nn="Ingen passar med dette utvalet, så ingenting vart sendt. Vel fleire mottakarar.",
    en="Nobody fits this segment, so nothing was sent. Choose more receivers.",
)
OWN = Text(
    nb="Du har selv skrevet eller endret denne utsendingen. En annen arrangør må godkjenne den.",
    nn="Du har sjølv skrive eller endra denne utsendinga. Ein annan arrangør må godkjenne ho.",
    en="You wrote or changed this announcement yourself. Another organizer has to approve it.",
)
ALONE = Text(
    nb="Det er bare én arrangør. Gi en til rollen først, med `/naering roller`.",
    nn="Det er berre éin arrangør. Gi ein til rolla først, med `/naering roller`.",
    en="There is only one organizer. Give one more the role first, with `/naering roles`.",
)


class Rule(Base):
    """Stands there while it holds."""

    __tablename__ = "broadcast_rules"

    name: Mapped[str] = mapped_column(sa.String(16), primary_key=True)


def two_needed(session: Session) -> bool:
    return session.get(Rule, TWO) is not None


def need_two(session: Session, person: str, now: datetime, *, needed: bool) -> None:
    """An administrator switches it on, where there are two, or off."""
    members.require(session, person, "administrator")
    if needed and len(organizers(session)) < 2:
        raise UserError(ALONE)
    session.execute(sa.delete(Rule).where(Rule.name == TWO))
    if needed:
        session.add(Rule(name=TWO))
    audit.note(session, now, who=person, what="broadcast two people", about=TWO, detail="on" if needed else "off")


def organizers(session: Session) -> list[str]:
    """Who can approve."""
    able = (Member.role.in_(("organizer", "administrator")), Member.active)
    return list(session.scalars(sa.select(Member.id).where(*able).order_by(Member.id)))


def send(session: Session, broadcast_id: str, person: str, now: datetime, default: Lang) -> Broadcast:
    """What was written is approved, or waits for a second one. `default`: as for segments.audience."""
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state != "draft":
        raise UserError(ALREADY)
    audit.note(session, broadcast.created_at, who=broadcast.by, what="broadcast made", about=broadcast.id)
    if two_needed(session):
        _audience(session, broadcast, default)
        ask(session, broadcast, person, now)
    else:
        _approve(session, broadcast, person, now, default)
    return broadcast


def ask(session: Session, broadcast: Broadcast, person: str, now: datetime) -> None:
    """It waits for somebody else than the one who wrote it and the one who changed it."""
    broadcast.state, broadcast.changed_by = "asked", person
    audit.note(session, now, who=person, what="broadcast asked", about=broadcast.id, detail=f"{broadcast.version}")


def approve(session: Session, broadcast_id: str, version: int, person: str, now: datetime, default: Lang) -> Broadcast:
    """A second one has read this `version`."""
    broadcast = for_organizer(session, broadcast_id, person)
    if broadcast.state != "asked":
        raise UserError(ALREADY)
    if broadcast.version != version:
        raise UserError(CHANGED)
    if two_needed(session) and person in (broadcast.by, broadcast.changed_by):
        raise UserError(OWN)
    _approve(session, broadcast, person, now, default)
    return broadcast


def _approve(session: Session, broadcast: Broadcast, person: str, now: datetime, default: Lang) -> None:
    """Freeze the audience, once: who joins later, or comes to fit, does not get it."""
    broadcast.state, broadcast.at = "approved", broadcast.at or now
    if not _is_frozen(session, broadcast):
        people = _audience(session, broadcast, default)
        broadcast.audience = len(people)
        to = [broadcast.channel] if broadcast.channel else people
        session.add_all(BroadcastReceiver(broadcast=broadcast.id, person=one) for one in to)
    detail = f"{broadcast.audience}"
    audit.note(session, now, who=person, what="broadcast approved", about=broadcast.id, detail=detail)
    if broadcast.urgent:
        audit.note(session, now, who=person, what="broadcast urgent", about=broadcast.id, detail=broadcast.reason)


def _audience(session: Session, broadcast: Broadcast, default: Lang) -> list[str]:
    people = [] if broadcast.channel else segments.audience(session, broadcast.segment, default).people
    if not people and not broadcast.channel:
        raise UserError(NOBODY)
    return people


def _is_frozen(session: Session, broadcast: Broadcast) -> bool:
    mine = sa.select(BroadcastReceiver.person).where(BroadcastReceiver.broadcast == broadcast.id)
    return session.scalar(mine.limit(1)) is not None
