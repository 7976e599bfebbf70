"""Which area an address lies in, by a table that staff keep: a street in a postal code, or a whole postal code."""

import re
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_or_change
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.companies.units import Unit

LONGEST_PLACE = 140
LISTED = 20
NUMBERED = re.compile(r"(.*?)[\s,]+\d")
PLACE = re.compile(r"[0-9]{4}( \S.*)?")

NO_PLACE = Text(
    nb="Skriv et postnummer, eller postnummer og gate, for eksempel «1470 Eksempelveien».",
    nn="Skriv eit postnummer, eller postnummer og gate, til dømes «1470 Eksempelvegen».",
    en="Write a postal code, or postal code and street, such as “1470 Eksempelveien”.",
)
NOT_IN_TABLE = Text(
    nb="Dette stedet står ikke i tabellen.",
    nn="Denne staden står ikkje i tabellen.",
    en="This place is not in the table.",
)


class Place(Base):
    """`place`: as `place_of` gives it, or a postal code. `area`: an area entry's id; empty: in none of the areas."""

    __tablename__ = "company_places"

    place: Mapped[str] = mapped_column(sa.String(LONGEST_PLACE), primary_key=True)
    area: Mapped[str] = mapped_column(sa.String(64))


@dataclass(frozen=True)
class Unknown:
    """An address that no row of the table holds, and how many companies of the network are there."""

    place: str
    companies: int


def place_of(unit: Unit) -> str:
    """«1470 eksempelveien»: the street without its number, in its postal code; empty where either is not known."""
    return normal(f"{unit.postal_code} {unit.street}") if unit.postal_code and unit.street else ""


def normal(typed: str) -> str:
    code, _, street = " ".join(typed.split()).partition(" ")
    found = NUMBERED.match(f"{street} ")
    return f"{code} {found[1] if found else street}".strip().casefold()[:LONGEST_PLACE]


def area_of(session: Session, place: str, postal_code: str) -> str | None:
    """The street's row goes before that of its postal code; none where there is neither."""
    found = dict(session.execute(sa.select(Place.place, Place.area).where(Place.place.in_((place, postal_code)))).all())
    return found.get(place, found.get(postal_code))


def keep(session: Session, by: str, typed: str, area: str, now: datetime) -> str:
    """Staff say where a place lies; gives the place as it is kept."""
    members.require(session, by, "staff")
    place = normal(short(typed, "place", LONGEST_PLACE))
    if not PLACE.fullmatch(place):
        raise UserError(NO_PLACE, field="place")
    put(session, place, area)
    audit.note(session, now, who=by, what="area of a place", about=place[:64], detail=area or "none")
    return place


def put(session: Session, place: str, area: str) -> None:
    insert_or_change(session, Place(place=place, area=area), "area")


def drop(session: Session, by: str, place: str, now: datetime) -> None:
    members.require(session, by, "staff")
    if not changed(session.execute(sa.delete(Place).where(Place.place == place))):
        raise UserError(NOT_IN_TABLE, field="place")
    audit.note(session, now, who=by, what="area of a place", about=place[:64], detail="taken away")


def everything(session: Session) -> list[Place]:
    return list(session.scalars(sa.select(Place).order_by(Place.place)))
