"""What the public register says, kept apart from what companies say: one row for each unit that was read."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, in_turn
from bot.domain.companies import derived, places
from bot.domain.companies.places import LISTED, Place, Unknown, place_of
from bot.domain.companies.rows import TRAITS, Company, rename
from bot.domain.companies.units import State, Unit

SOURCE = "Enhetsregisteret"
ONE_BY_ONE = "register"  # the queue of those who write here
FIELDS = (
    "form",
    "state",
    "code",
    "name",
    "trade",
    "employees",
    "street",
    "postal_code",
    "city",
    "municipality",
    "parent",
)


class RegisterUnit(Base):
    """The fields of a Unit. `place`: its address as the table of areas names it. `read_at`: when it was read last."""

    __tablename__ = "register_units"

    number: Mapped[str] = mapped_column(sa.String(9), primary_key=True)
    form: Mapped[str] = mapped_column(sa.String(16))
    state: Mapped[State] = mapped_column(sa.String(16))
    code: Mapped[str] = mapped_column(sa.String(16))
    name: Mapped[str] = mapped_column(sa.String(200))
    trade: Mapped[str] = mapped_column(sa.String(200))
    employees: Mapped[int | None]
    street: Mapped[str] = mapped_column(sa.String(120))
    postal_code: Mapped[str] = mapped_column(sa.String(16), index=True)
    city: Mapped[str] = mapped_column(sa.String(80))
    municipality: Mapped[str] = mapped_column(sa.String(4))
    parent: Mapped[str] = mapped_column(sa.String(9))
    place: Mapped[str] = mapped_column(sa.String(140), index=True)
    read_at: Mapped[datetime]
    source: Mapped[str] = mapped_column(sa.String(32), default=SOURCE)

    def unit(self) -> Unit:
        return Unit(self.number, **{name: getattr(self, name) for name in FIELDS})


class Link(Base):
    """Which unit of the register a company of the network is. `confirmed_at`: when its own facts were confirmed."""

    __tablename__ = "company_links"

    company: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    number: Mapped[str] = mapped_column(sa.String(9), unique=True)
    linked_by: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    linked_at: Mapped[datetime]
    confirmed_at: Mapped[datetime | None] = mapped_column(default=None)


def take(session: Session, units: Iterable[Unit], now: datetime) -> tuple[int, int]:
    """Keep what was read; companies that are linked to it follow. How many were new, and how many changed.

    Of a unit that is gone nothing else is kept but that; of persons' units what `Unit.bare` leaves.
    """
    in_turn(session, ONE_BY_ONE)
    read = {one.number: one for one in units}
    query = sa.select(RegisterUnit).where(RegisterUnit.number.in_(read))
    known = {row.number: row for row in session.scalars(query)}
    before = {number: row.unit() for number, row in known.items()}
    changed = [number for number, unit in before.items() if unit != read[number]]
    for number, unit in read.items():
        row = known.get(number)
        values = {name: getattr(unit, name) for name in FIELDS} | {"place": place_of(unit), "read_at": now}
        if row is None:
            session.add(RegisterUnit(number=number, **values))
            continue
        for name, value in values.items():
            setattr(row, name, value)
    session.flush()
    follow(session, Link.number.in_([*changed, *(read.keys() - known.keys())]))
    return len(read) - len(known), len(changed)


def known(session: Session, number: str) -> RegisterUnit | None:
    return session.get(RegisterUnit, number)


def named(session: Session, words: str, most: int) -> list[Unit]:
    """Those that were read before, whose name holds these words."""
    name, there = RegisterUnit.name, RegisterUnit.state.not_in(("deleted", "gone"))
    holds = sa.or_(name.icontains(words, autoescape=True), name.contains(words.upper(), autoescape=True))  # SQLite: Ø
    query = sa.select(RegisterUnit).where(holds, there).order_by(name, RegisterUnit.number).limit(most)
    return [row.unit() for row in session.scalars(query)]


def of(session: Session, company: str) -> tuple[Link, RegisterUnit] | None:
    """What a company of the network is in the register."""
    query = sa.select(Link, RegisterUnit).join(RegisterUnit, RegisterUnit.number == Link.number)
    row = session.execute(query.where(Link.company == company)).first()
    return (row[0], row[1]) if row else None


def follow(session: Session, *which: sa.ColumnElement[bool]) -> None:
    """Companies take their name from the register, and each trait that nobody has told otherwise."""
    query = sa.select(Company, RegisterUnit).join(Link, Link.company == Company.id)
    for company, row in session.execute(query.join(RegisterUnit, RegisterUnit.number == Link.number).where(*which)):
        if row.name and row.state != "gone":
            rename(session, company, row.name, row.number)
        _derive(company, told(session, row))


def told(session: Session, row: RegisterUnit) -> dict[str, str]:
    """The traits that follow from the register; empty where it does not tell."""
    area = places.area_of(session, row.place, row.postal_code) or ""
    return {"branch": derived.branch(row.code), "area": area, "size": derived.size(row.employees)}


def _derive(company: Company, told: dict[str, str]) -> None:
    open_to_it = [trait for trait in TRAITS if trait in company.derived or not getattr(company, trait)]
    for trait in open_to_it:
        setattr(company, trait, told[trait])
    company.derived = [trait for trait in open_to_it if told[trait]]


def settle(session: Session, place: str) -> None:
    """The table of areas has changed for this place."""
    follow(session, sa.or_(RegisterUnit.place == place, RegisterUnit.postal_code == place))


def unknown(session: Session) -> list[Unknown]:
    """Addresses of the network's companies that no row of the table holds; those of most companies first."""
    rows = sa.select(Place.place)
    query = sa.select(RegisterUnit.place, sa.func.count()).join(Link, Link.number == RegisterUnit.number)
    missing = query.where(
        RegisterUnit.place != "", RegisterUnit.place.not_in(rows), RegisterUnit.postal_code.not_in(rows)
    )
    counted = missing.group_by(RegisterUnit.place).order_by(sa.func.count().desc(), RegisterUnit.place).limit(LISTED)
    return [Unknown(place, count) for place, count in session.execute(counted)]
