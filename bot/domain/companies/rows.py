"""The network's companies, as far as figures are split by them: name, branch, area, size."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError, short
from bot.core.texts import Text, same
from bot.domain import members
from bot.domain.members import Member
from knowledge.entry import Entry

LONGEST_NAME = 120

BRANCHES: dict[str, Text] = {
    "trade": Text(nb="Handel", nn="Handel", en="Trade"),
    "building": Text(nb="Bygg og anlegg", nn="Bygg og anlegg", en="Construction"),
    "industry": Text(nb="Industri", nn="Industri", en="Manufacturing"),
    "transport": Text(nb="Transport og lager", nn="Transport og lager", en="Transport and storage"),
    "hospitality": Text(nb="Servering og overnatting", nn="Servering og overnatting", en="Food and lodging"),
    "it": Text(nb="IT og kommunikasjon", nn="IT og kommunikasjon", en="IT and communication"),
    "property": Text(nb="Eiendom", nn="Eigedom", en="Property"),
    "finance": Text(nb="Bank og forsikring", nn="Bank og forsikring", en="Banking and insurance"),
    "services": Text(nb="Tjenester til bedrifter", nn="Tenester til bedrifter", en="Services to companies"),
    "health": Text(nb="Helse og omsorg", nn="Helse og omsorg", en="Health and care"),
    "education": Text(nb="Undervisning", nn="Undervisning", en="Education"),
    "culture": Text(nb="Kultur, idrett og fritid", nn="Kultur, idrett og fritid", en="Culture, sport and leisure"),
    "farming": Text(nb="Landbruk", nn="Landbruk", en="Farming"),
    "other": Text(nb="Annet", nn="Anna", en="Other"),
}
SIZES: dict[str, tuple[int, Text]] = {
    "1-4": (1, Text(nb="1–4 ansatte", nn="1–4 tilsette", en="1–4 employees")),
    "5-19": (5, Text(nb="5–19 ansatte", nn="5–19 tilsette", en="5–19 employees")),
    "20-99": (20, Text(nb="20–99 ansatte", nn="20–99 tilsette", en="20–99 employees")),
    "100+": (100, Text(nb="100 ansatte eller flere", nn="100 tilsette eller fleire", en="100 employees or more")),
}
TRAITS: dict[str, Text] = {
    "branch": Text(nb="Bransje", nn="Bransje", en="Branch"),
    "area": Text(nb="Område", nn="Område", en="Area"),
    "size": Text(nb="Størrelse", nn="Storleik", en="Size"),
}
NOT_THERE = Text(
    nb="Denne bedriften finnes ikke lenger. Velg en annen.",
    nn="Denne bedrifta finst ikkje lenger. Vel ei anna.",
    en="This company is no longer here. Choose another one.",
)


class Company(Base):
    """`branch`: a word of BRANCHES, `area`: the id of an area entry, `size`: a word of SIZES; empty: not known.

    `derived`: those of them that follow from the public register; the others were told.
    """

    __tablename__ = "companies"

    name: Mapped[str] = mapped_column(sa.String(LONGEST_NAME), unique=True)
    branch: Mapped[str] = mapped_column(sa.String(32), default="")
    area: Mapped[str] = mapped_column(sa.String(64), default="")
    size: Mapped[str] = mapped_column(sa.String(16), default="")
    derived: Mapped[list[str]] = mapped_column(default_factory=list)
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


@dataclass(frozen=True)
class Told:
    """What is told of a company; empty: nothing."""

    name: str
    branch: str = ""
    area: str = ""
    size: str = ""


# --- who is in which ---


def of(session: Session, person: str) -> Company | None:
    query = sa.select(Company).join(Member, Member.company_id == Company.id).where(Member.id == person)
    return session.scalar(query)


def everyone(session: Session) -> list[Company]:
    return list(session.scalars(sa.select(Company).order_by(Company.name)))


def choose(session: Session, person: str, company_id: str, name: str) -> None:
    """The person's company: the one of this name, made where there is none; else the known one; else none."""
    name = short(" ".join(name.split()), "company", LONGEST_NAME)
    company = _named(session, name) if name else None
    if company is None and company_id:
        company = session.get(Company, company_id)
        if company is None:
            raise UserError(NOT_THERE, field="known")
    join(session, person, company)


def join(session: Session, person: str, company: Company | None) -> None:
    """The person belongs to this company, or to none; who goes to another one is not its contact."""
    member = members.find(session, person)
    if company:
        share(session, company.id)
    if member.company_id != (company.id if company else None):
        member.contact = False
    member.company_id, member.company = (company.id, company.name) if company else (None, "")


def share(session: Session, company: str) -> Company:
    """It is not merged into another one before this transaction ends; refused where it just was."""
    found = session.get(Company, company, with_for_update={"read": True})
    if found is None:
        raise UserError(NOT_THERE)
    return found


def rename(session: Session, company: Company, name: str, number: str) -> None:
    """As the register calls it; where another one has that name, with its number."""
    name, told_apart = name[:LONGEST_NAME], f"{name[: LONGEST_NAME - 12]} ({number})"
    if company.name in (name, told_apart):
        return
    other = _by_name(session).get(name.casefold())
    company.name = told_apart if other and other is not company else name
    session.execute(sa.update(Member).where(Member.company_id == company.id).values(company=company.name))


def named(session: Session, name: str) -> Company | None:
    return _by_name(session).get(name.casefold())


def _named(session: Session, name: str) -> Company:
    return _by_name(session).get(name.casefold()) or make(session, Told(name))


def describe(session: Session, person: str, told: Told) -> None:
    """A member tells of their own company; what is left empty is not known any more."""
    company = of(session, person)
    if company is None:
        raise UserError(NOT_THERE)
    _tell(company, told)


def _tell(company: Company, told: Told) -> None:
    """What was told differently does not follow from the register any more."""
    company.derived = [trait for trait in company.derived if getattr(company, trait) == getattr(told, trait)]
    company.branch, company.area, company.size = told.branch, told.area, told.size


def traits(session: Session, people: Iterable[str], *, by_company: bool) -> dict[str, dict[str, str]]:
    """For each trait the group of each of these people, or companies; who has none is left out."""
    wanted = list(people)
    query = (
        sa.select(Company.id, Company)
        if by_company
        else sa.select(Member.id, Company).join(Company, Company.id == Member.company_id)
    )
    found = dict(session.execute(query.where((Company.id if by_company else Member.id).in_(wanted))).all())
    groups = {trait: {who: str(getattr(one, trait)) for who, one in found.items()} for trait in TRAITS}
    return {trait: {who: group for who, group in values.items() if group} for trait, values in groups.items()}


def names(session: Session, ids: Iterable[str]) -> dict[str, str]:
    query = sa.select(Company.id, Company.name).where(Company.id.in_(list(ids)))
    return dict(session.execute(query).all())


def take(session: Session, told: Iterable[Told]) -> tuple[int, int]:
    """Add companies, and change those of the same name by what is told; how many were added, how many changed."""
    known = _by_name(session)
    added = changed = 0
    for one in told:
        company = known.get(one.name.casefold())
        if company is None:
            known[one.name.casefold()] = make(session, one)
            added += 1
            continue
        before = Told(company.name, company.branch, company.area, company.size)
        after = replace(before, **{name: value for name in TRAITS if (value := getattr(one, name))})
        _tell(company, after)
        changed += before != after
    return added, changed


def _by_name(session: Session) -> dict[str, Company]:
    return {one.name.casefold(): one for one in session.scalars(sa.select(Company))}


def make(session: Session, told: Told) -> Company:
    company = Company(name=told.name, branch=told.branch, area=told.area, size=told.size)
    session.add(company)
    session.flush()
    return company


def areas(entries: Mapping[str, Entry]) -> dict[str, Text]:
    """The names of the areas that are known, by id."""
    return {name: entry.title for name, entry in entries.items() if entry.kind == "area"}


def label(trait: str, group: str, areas: Mapping[str, Text]) -> Text:
    """A group as people read it."""
    if not group:
        return Text(nb="Ikke oppgitt", nn="Ikkje oppgitt", en="Not given")
    if trait == "area":
        return areas.get(group, same(group))
    return BRANCHES.get(group, same(group)) if trait == "branch" else SIZES[group][1]
