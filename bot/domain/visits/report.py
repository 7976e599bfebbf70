"""Visits a year, for the report: by area and size, and what became of the promises."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import members
from bot.domain.visits.rows import Visit, VisitPromise, VisitRequest


@dataclass
class Year:
    """`areas`, `sizes`: companies visited. `kept`, `left`: promises made at the year's visits, closed and open."""

    year: int
    visits: int = 0
    companies: int = 0
    areas: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)
    kept: int = 0
    left: int = 0


def years(session: Session, by: str, zone: ZoneInfo) -> Sequence[Year]:
    """The newest first; of visits that were held."""
    members.require(session, by, "staff")
    found: dict[int, Year] = {}
    held = {one.id: one for one in session.scalars(sa.select(Visit).where(Visit.state == "held"))}
    year_of = {name: one.starts_at.astimezone(zone).year for name, one in held.items() if one.starts_at}
    for year in year_of.values():
        found.setdefault(year, Year(year)).visits += 1
    for request in session.scalars(sa.select(VisitRequest).where(VisitRequest.visit.in_(year_of))):
        one = found[year_of[request.visit]]
        one.companies += 1
        one.areas[request.area] += 1
        one.sizes[request.size] += 1
    for promise in session.scalars(sa.select(VisitPromise).where(VisitPromise.visit.in_(year_of))):
        one = found[year_of[promise.visit]]
        one.kept += promise.closed_at is not None
        one.left += promise.closed_at is None
    return sorted(found.values(), key=lambda one: -one.year)
