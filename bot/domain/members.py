"""Who somebody is: language, role, company, interests, and what they want to receive."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain import audit
from bot.domain.audit import AuditRow
from scheduler import due

Role = Literal["member", "organizer", "editor", "staff", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
Standing = Literal["full", "guest", "outside"]

CHANGED = "member.changed"  # due work: all that hangs on a person's wishes and standing follows

NOT_ALLOWED = Text(
    nb="Det har du ikke tilgang til. Spør en administrator om du trenger det.",
    nn="Det har du ikkje tilgang til. Spør ein administrator om du treng det.",
    en="You do not have access to that. Ask an administrator if you need it.",
)
LAST = Text(
    nb="Dette er den siste administratoren. Gi rollen til en annen først.",
    nn="Dette er den siste administratoren. Gi rolla til ein annan først.",
    en="This is the last administrator. Give somebody else the role first.",
)


NO_MEMBER = Text(
    nb="Velg et medlem av arbeidsområdet; gjester kan ikke ha en rolle.",
    nn="Vel ein medlem av arbeidsområdet; gjester kan ikkje ha ei rolle.",
    en="Choose a member of the workspace; guests cannot have a role.",
)


class Member(Base):
    """`id` is the person's Slack id. `language`: none until chosen.

    `company`: its name, `company_id`: its row, `contact`: they speak for it. `areas`: ids of area entries that they are
    interested in. `muted`: the kinds of pushes they do not want. `standing`: full member, guest, or of another
    workspace; none until Slack was asked. `active`: not deactivated.
    """

    __tablename__ = "members"

    id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    language: Mapped[str | None] = mapped_column(sa.String(2), default=None)
    role: Mapped[str] = mapped_column(sa.String(16), default="member")
    company: Mapped[str] = mapped_column(sa.String(120), default="")
    company_id: Mapped[str | None] = mapped_column(sa.String(16), default=None)
    contact: Mapped[bool] = mapped_column(default=False)
    areas: Mapped[list[str]] = mapped_column(default_factory=list)
    muted: Mapped[list[str]] = mapped_column(default_factory=list)
    standing: Mapped[str | None] = mapped_column(sa.String(16), default=None)
    active: Mapped[bool] = mapped_column(default=True)
    welcomed: Mapped[bool] = mapped_column(default=False)


@dataclass(frozen=True)
class Profile:
    """What a person tells about themselves."""

    language: Lang
    areas: tuple[str, ...]
    muted: tuple[str, ...]


def find(session: Session, person: str) -> Member:
    """The person's row; made at the first meeting."""
    insert_once(session, Member(id=person))
    return session.get_one(Member, person)


def meet(session: Session, person: str) -> None:
    """Make sure that the person has a row."""
    insert_once(session, Member(id=person))


def language(session: Session, person: str, default: Lang) -> Lang:
    chosen = session.scalar(sa.select(Member.language).where(Member.id == person))
    return chosen or default  # type: ignore[return-value]


def choose_language(session: Session, person: str, lang: Lang) -> None:
    find(session, person).language = lang


def describe(session: Session, person: str, profile: Profile) -> None:
    member = find(session, person)
    member.language = profile.language
    member.areas, member.muted = list(profile.areas), list(profile.muted)


def mute(session: Session, person: str, kind: str, *, muted: bool) -> None:
    """Opt out of a kind of push, or in again."""
    member = find(session, person)
    member.muted = sorted(({*member.muted} | {kind}) if muted else ({*member.muted} - {kind}))


def muted(session: Session, person: str) -> list[str]:
    """The kinds of pushes that the person does not want."""
    return session.scalar(sa.select(Member.muted).where(Member.id == person)) or []


def may(session: Session, person: str, role: Role) -> bool:
    """Whether the person has the role; an administrator has every one."""
    has = session.scalar(sa.select(Member.role).where(Member.id == person, Member.active))
    return has in (role, "administrator")


def require(session: Session, person: str, role: Role) -> None:
    if not may(session, person, role):
        raise UserError(NOT_ALLOWED)


def has_left(session: Session, person: str) -> bool:
    """Whether somebody whom we know was deactivated."""
    return session.scalar(sa.select(Member.active).where(Member.id == person)) is False


def is_administrator(session: Session, person: str) -> bool:
    return may(session, person, "administrator")


def give_role(session: Session, by: str, person: str, role: Role, now: datetime) -> None:
    """An administrator gives somebody a role; it is written into the audit log."""
    require(session, by, "administrator")
    member = session.get(Member, person, with_for_update=True)
    if member is None or not member.active or member.standing in ("guest", "outside"):
        raise UserError(NO_MEMBER, field="person")
    if role != "administrator" and _administrators(session) == [person]:
        raise UserError(LAST, field="role")
    audit.note(session, now, who=by, what="role", about=person, detail=f"{member.role} -> {role}")
    member.role = role


def _administrators(session: Session) -> list[str]:
    """Those that can do it; nobody else gives or takes the role until this transaction ends."""
    query = sa.select(Member.id).where(Member.role == "administrator", Member.active)
    return list(session.scalars(query.order_by(Member.id).with_for_update()))


def appoint(session: Session, people: Collection[str]) -> None:
    """These are administrators by the settings; who was one before stays it only where it was given in Slack."""
    given = sa.select(AuditRow.about).where(AuditRow.what == "role", AuditRow.detail.endswith("-> administrator"))
    others = (Member.role == "administrator", Member.id.not_in(people), Member.id.not_in(given))
    session.execute(sa.update(Member).where(*others).values(role="member"))
    for person in people:
        find(session, person).role = "administrator"


def stand(session: Session, person: str, standing: Standing | None, *, active: bool) -> bool:
    """What Slack tells of a person; True where they were deactivated, or came back."""
    member = find(session, person)
    turned = member.active != active
    member.standing, member.active = standing or member.standing, active
    return turned


def follow_up(session: Session, person: str, now: datetime) -> None:
    """Let the features follow what has changed about a person. Call it last, as `due.soon`."""
    due.soon(session, CHANGED, person, now, 0)


def forget(session: Session, person: str, unwanted: Collection[str]) -> int:
    """What is told of oneself goes. The row itself comes back every night, from Slack's list: it stays, with the role,
    and wants none of the `unwanted` kinds of pushes until the person chooses anew.
    """
    member = session.get(Member, person, with_for_update=True)
    bare: dict[str, Any] = {"language": None, "company": "", "company_id": None, "contact": False, "areas": []}
    bare |= {"muted": sorted(unwanted)}
    if member is None or all(getattr(member, name) == value for name, value in bare.items()):
        return 0
    for name, value in bare.items():
        setattr(member, name, value)
    return 1


def export(session: Session, person: str) -> dict[str, Any]:
    member = session.get(Member, person)
    names = ("language", "role", "company", "contact", "areas", "muted", "standing", "active", "welcomed")
    return {name: getattr(member, name) for name in names} if member else {}


class OpenChannel(Base):
    """A channel in which guests and people of other workspaces may ask in public and vote."""

    __tablename__ = "open_channels"

    channel: Mapped[str] = mapped_column(sa.String(32), primary_key=True)


KNOWN = sa.select(Member.standing, Member.language).where(Member.id == sa.bindparam("person"))


def known(session: Session, person: str) -> tuple[Standing | None, Lang | None]:
    """Standing and chosen language, at one look: every request asks for both."""
    row: Any = session.connection().execute(KNOWN, {"person": person}).first()
    return (row.standing, row.language) if row else (None, None)


def is_open(session: Session, channel: str) -> bool:
    return session.get(OpenChannel, channel) is not None


def open_channel(session: Session, by: str, channel: str, now: datetime, *, to_guests: bool) -> None:
    """An administrator lets guests in, or out again; it is written into the audit log."""
    require(session, by, "administrator")
    session.execute(sa.delete(OpenChannel).where(OpenChannel.channel == channel))
    if to_guests:
        session.add(OpenChannel(channel=channel))
    audit.note(session, now, who=by, what="guests", about=channel, detail="open" if to_guests else "closed")


def holders(session: Session) -> list[Member]:
    """Who has a role beyond membership, and is there to use it."""
    query = sa.select(Member).where(Member.role != "member", Member.active).order_by(Member.role, Member.id)
    return list(session.scalars(query))
