"""Whom an announcement is for: any of what is chosen of a trait, and so for each trait. Kept with a name."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once, new_id
from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.companies import facts
from bot.domain.companies.facts import INTERESTS
from bot.domain.companies.rows import BRANCHES, SIZES, Company
from bot.domain.members import ROLES, Member

LONGEST_NAME = 60

Trait = Literal["area", "branch", "size", "role", "interest", "language"]
TRAITS: tuple[Trait, ...] = get_args(Trait)
Chosen = Mapping[str, Sequence[str]]  # what is chosen of each trait; a trait that is not there is anything

UNKNOWN = Text(
    nb="Dette valget finnes ikke lenger. Ta det bort, eller velg et annet.",
    nn="Dette valet finst ikkje lenger. Ta det bort, eller vel eit anna.",
    en="This choice is no longer here. Take it away, or choose another one.",
)
TAKEN = Text(
    nb="Det finnes allerede et utvalg med dette navnet. Velg et annet navn, eller slett det gamle først.",
    nn="Det finst alt eit utval med dette namnet. Vel eit anna namn, eller slett det gamle først.",
    en="There is already a segment of this name. Choose another name, or delete the old one first.",
)
EVERYBODY = Text(
    nb="Velg minst én ting; et utvalg med alle trenger ikke noe navn.",
    nn="Vel minst éin ting; eit utval med alle treng ikkje noko namn.",
    en="Choose at least one thing; a segment of everybody needs no name.",
)
GONE = Text(nb="Utvalget finnes ikke lenger.", nn="Utvalet finst ikkje lenger.", en="The segment is no longer here.")


class Segment(Base):
    """`chosen`: as Chosen. `by`: empty once its author is forgotten."""

    __tablename__ = "broadcast_segments"

    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME), unique=True)
    chosen: Mapped[dict[str, Any]]
    by: Mapped[str] = mapped_column(sa.String(32), index=True)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


@dataclass(frozen=True)
class Audience:
    """Who is to receive it, in order; and how many would be who have left the workspace."""

    people: list[str]
    left: int


def holds(chosen: Chosen, traits: Mapping[str, Collection[str]]) -> bool:
    """Whether somebody with these traits belongs to it."""
    return all(any(one in traits[trait] for one in wanted) for trait, wanted in chosen.items() if wanted)


def checked(chosen: Chosen, areas: Iterable[str]) -> dict[str, list[str]]:
    """What was chosen, of the traits and groups there are. What is unknown is refused: left out, it would let in more
    people, not fewer.
    """
    known: dict[str, Collection[str]] = {"branch": BRANCHES, "size": SIZES, "role": ROLES, "language": LANGUAGES}
    known["area"] = set(areas)
    known["interest"] = {*known["area"], *INTERESTS}
    for trait, wanted in chosen.items():
        if trait not in known or not set(wanted) <= set(known[trait]):
            raise UserError(UNKNOWN, field=trait)
    return {trait: sorted(set(chosen[trait])) for trait in TRAITS if chosen.get(trait)}


def audience(session: Session, chosen: Chosen, default: Lang) -> Audience:
    """The full members who belong to it, in two queries. `default`: the language of those who have chosen none.

    An interest is an area that somebody is interested in, or what their company is.
    """
    told = (Member.id, Member.active, Member.role, Member.areas, Member.language, Member.company_id)
    query = sa.select(*told, Company.branch, Company.area, Company.size).where(Member.standing == "full")
    rows = session.execute(query.outerjoin(Company, Company.id == Member.company_id).order_by(Member.id))
    theirs = facts.interests(session)
    fitting = [row for row in rows if holds(chosen, _traits(row, theirs, default))]
    people = [row.id for row in fitting if row.active]
    return Audience(people, len(fitting) - len(people))


def _traits(row: Any, theirs: Mapping[str, Sequence[str]], default: Lang) -> dict[str, Collection[str]]:
    one = {"area": row.area, "branch": row.branch, "size": row.size, "role": row.role}
    return {**{trait: (value,) for trait, value in one.items()}, "language": (row.language or default,)} | {
        "interest": [*row.areas, *theirs.get(row.company_id, ())]
    }


# --- kept with a name ---


def saved(session: Session) -> Sequence[Segment]:
    return session.scalars(sa.select(Segment).order_by(Segment.name)).all()


def find(session: Session, segment_id: str) -> Segment:
    segment = session.get(Segment, segment_id)
    if segment is None:
        raise UserError(GONE)
    return segment


def save(session: Session, name: str, chosen: Chosen, person: str, now: datetime) -> None:
    members.require(session, person, "organizer")
    name = short(" ".join(name.split()), "name", LONGEST_NAME)
    if not chosen:
        raise UserError(EVERYBODY, field="name")
    segment = Segment(name=name, chosen=dict(chosen), by=person)
    if not insert_once(session, segment):
        raise UserError(TAKEN, field="name")
    audit.note(session, now, who=person, what="segment saved", about=segment.id, detail=name)


def delete(session: Session, segment_id: str, person: str, now: datetime) -> None:
    """What was sent to it before stays as it is: its receivers were fixed."""
    members.require(session, person, "organizer")
    segment = find(session, segment_id)
    session.delete(segment)
    audit.note(session, now, who=person, what="segment deleted", about=segment.id, detail=segment.name)
