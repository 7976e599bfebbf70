"""What a company says of itself: interests, who is to be contacted, consent. Each with its source and date."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain.companies import links
from bot.domain.companies.register import Link
from scheduler import due

Fact = Literal["role", "interests", "consent"]
LONGEST_ROLE = 60
TOLD = "company"  # the source of what a contact person told

INTERESTS: dict[str, Text] = {
    "funding": Text(nb="Støtteordninger", nn="Støtteordningar", en="Support schemes"),
    "premises": Text(nb="Lokaler og tomter", nn="Lokale og tomter", en="Premises and sites"),
    "planning": Text(nb="Plan- og byggesaker", nn="Plan- og byggjesaker", en="Planning and building cases"),
    "procurement": Text(nb="Kommunens innkjøp", nn="Innkjøpa til kommunen", en="The municipality's procurement"),
    "recruiting": Text(nb="Rekruttering og kompetanse", nn="Rekruttering og kompetanse", en="Recruiting and skills"),
    "apprentices": Text(
        nb="Lærlinger og arbeidstrening", nn="Lærlingar og arbeidstrening", en="Apprentices and work training"
    ),
    "schools": Text(nb="Samarbeid med skoler", nn="Samarbeid med skular", en="Cooperation with schools"),
    "founders": Text(nb="Gründere og oppstart", nn="Gründerar og oppstart", en="Founders and start-ups"),
    "centre": Text(nb="Levende sentrum", nn="Levande sentrum", en="A lively centre"),
    "green": Text(nb="Miljø og klima", nn="Miljø og klima", en="Environment and climate"),
    "network": Text(nb="Nettverk og møteplasser", nn="Nettverk og møteplassar", en="Networks and meeting places"),
}
NOT_LINKED = Text(
    nb="Finn først bedriften i Enhetsregisteret.",
    nn="Finn først bedrifta i Einingsregisteret.",
    en="Find the company in the register first.",
)


class CompanyFact(Base):
    """`value`: of the role words, of interests words of INTERESTS, of consent whether it is given."""

    __tablename__ = "company_facts"

    company: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    value: Mapped[Any] = mapped_column(sa.JSON)
    source: Mapped[str] = mapped_column(sa.String(16))
    told_by: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    told_at: Mapped[datetime]


def of(session: Session, company: str) -> dict[str, CompanyFact]:
    """By name; what was never told is not there."""
    rows = session.scalars(sa.select(CompanyFact).where(CompanyFact.company == company).order_by(CompanyFact.name))
    return {row.name: row for row in rows}


def interests(session: Session) -> dict[str, list[str]]:
    """By company, of those that have agreed that who gets an announcement is chosen by them."""
    asked = sa.select(CompanyFact).where(CompanyFact.name.in_(("interests", "consent")))
    told: dict[str, dict[str, Any]] = {}
    for row in session.scalars(asked):
        told.setdefault(row.company, {})[row.name] = row.value
    return {company: said.get("interests", []) for company, said in told.items() if said.get("consent")}


def tell(session: Session, person: str, told: Mapping[Fact, Any], now: datetime) -> None:
    """A contact person tells; what has changed has a new date, and all of it is confirmed by that."""
    company = links.require_editor(session, person)
    known = of(session, company.id)
    for name, value in _fitting(told).items():
        row = known.get(name)
        if row is None:
            session.add(
                CompanyFact(company=company.id, name=name, value=value, source=TOLD, told_by=person, told_at=now)
            )
        elif row.value != value:
            row.value, row.source, row.told_by, row.told_at = value, TOLD, person, now
    confirm(session, person, company.id, now)


def _fitting(told: Mapping[Fact, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {str(name): value for name, value in told.items()}
    if "role" in told:
        values["role"] = short(" ".join(str(told["role"]).split()), "role", LONGEST_ROLE)
    if "interests" in told:
        values["interests"] = [word for word in INTERESTS if word in told["interests"]]
    return values


def confirm(session: Session, person: str, company: str, now: datetime) -> None:
    """What the company says of itself still holds; it is asked again in a year."""
    mine = links.require_editor(session, person)
    link = session.get(Link, mine.id)
    if mine.id != company or link is None:
        raise UserError(NOT_LINKED)
    link.confirmed_at = now
    due.schedule(session, links.CONFIRM, company, now + links.YEAR)
