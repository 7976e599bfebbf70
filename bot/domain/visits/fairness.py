"""In which order companies are visited, so that no area and no size of company is left out.

Each place in the queue goes to the request that comes first by this rule, as if those before it had been visited:

1. companies that were never visited before those that were;
2. whoever has waited for half a year or more before the others;
3. the area with the fewest visits in the last two years;
4. the size of company with the fewest visits in the last two years;
5. whoever was visited longest ago;
6. whoever has waited longest.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.visits.rows import AGREED, Visit, VisitRequest, Whole, wholes

LONG = timedelta(days=182)
LATELY = timedelta(days=730)
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True)
class Past:
    """`last`: when each company was visited last. `areas`, `sizes`: how many visits in the last two years.

    What is agreed counts as a visit of its area and size.
    """

    last: Mapping[str, datetime] = field(default_factory=dict)
    areas: Counter[str] = field(default_factory=Counter)
    sizes: Counter[str] = field(default_factory=Counter)


def past(session: Session, now: datetime) -> Past:
    held = sa.select(VisitRequest.company, VisitRequest.area, VisitRequest.size, Visit.starts_at)
    held = held.join(Visit, Visit.id == VisitRequest.visit).where(Visit.state == "held").order_by(Visit.starts_at)
    last: dict[str, datetime] = {}
    areas: Counter[str] = Counter()
    sizes: Counter[str] = Counter()
    rows: Any = session.execute(held)  # what was held has its time
    for company, area, size, at in rows:
        last[company] = at
        if at >= now - LATELY:
            areas[area] += 1
            sizes[size] += 1
    for one in wholes(session, Visit.state.in_(AGREED)):
        _count(one, areas, sizes)
    return Past(last, areas, sizes)


def queue(waiting: Iterable[Whole], past: Past, now: datetime) -> list[Whole]:
    """The requests in the order in which they should be met."""
    left, ordered = list(waiting), []
    areas, sizes = past.areas.copy(), past.sizes.copy()

    def place(one: Whole) -> tuple[bool, bool, int, int, datetime, datetime, str]:
        visited = max(past.last.get(company.id, NEVER) for _, company in one.requests)
        return (
            visited > NEVER,
            one.asked_at > now - LONG,
            min(areas[company.area] for _, company in one.requests),
            min(sizes[company.size] for _, company in one.requests),
            visited,
            one.asked_at,
            one.visit.id,
        )

    while left:
        first = min(left, key=place)
        left.remove(first)
        ordered.append(first)
        _count(first, areas, sizes)
    return ordered


def _count(one: Whole, areas: Counter[str], sizes: Counter[str]) -> None:
    for _, company in one.requests:
        areas[company.area] += 1
        sizes[company.size] += 1
