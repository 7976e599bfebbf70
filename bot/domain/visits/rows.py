"""What is kept of visits: the visit, each company's request that it answers, and what was promised there.

A visit is `asked` for, its times are `proposed`, one is `picked` by the company, the visit is `confirmed` and then
`held`, or it is `off`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, new_id
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.companies.rows import Company

OPEN = ("asked", "proposed", "picked", "confirmed")
AGREED = ("picked", "confirmed")  # a time that nobody else gets
WHOM = ("political", "administrative", "both")
LONGEST_ROLE = 80

GONE = Text(
    nb="Dette besøket finnes ikke lenger.", nn="Dette besøket finst ikkje lenger.", en="This visit is no longer here."
)

MOVED_ON = Text(
    nb="Besøket har kommet videre siden. Skriv `/naering besøk` for å se hvordan det står.",
    nn="Besøket har kome vidare sidan. Skriv `/naering besøk` for å sjå korleis det står.",
    en="The visit has moved on since. Type `/naering visits` to see how it stands.",
)


class Visit(Base):
    """`slots`: when it could begin, or could not, as ISO times; `minutes`: how long it takes. `version`
    grows with all that is told.

    `party`: who comes. `answer`: the company's words where no time fits. `reason`: the staff's, where it was called
    off. `notes`: for the staff alone. `by`: who of the staff dealt with it last.
    """

    __tablename__ = "visits"

    at: Mapped[datetime]
    changed_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    state: Mapped[str] = mapped_column(sa.String(16), default="asked", index=True)
    version: Mapped[int] = mapped_column(default=0)
    slots: Mapped[list[str]] = mapped_column(default_factory=list)
    minutes: Mapped[int] = mapped_column(default=60)
    starts_at: Mapped[datetime | None] = mapped_column(default=None)
    ends_at: Mapped[datetime | None] = mapped_column(default=None)
    place: Mapped[str] = mapped_column(sa.String(200), default="")
    party: Mapped[str] = mapped_column(sa.String(200), default="")
    answer: Mapped[str] = mapped_column(sa.Text, default="")
    reason: Mapped[str] = mapped_column(sa.Text, default="")
    notes: Mapped[str] = mapped_column(sa.Text, default="")
    by: Mapped[str | None] = mapped_column(sa.String(32), default=None)

    def begins(self) -> list[datetime]:
        return [datetime.fromisoformat(slot) for slot in self.slots]


class VisitRequest(Base):
    """A company's request. `person`: who asked, or added to it, last. `open`: the company while it can still be added
    to, so that it has one such request; then none. `area`, `size`: the company's when it was visited.
    """

    __tablename__ = "visit_requests"

    visit: Mapped[str] = mapped_column(sa.String(16), index=True)
    company: Mapped[str] = mapped_column(sa.String(16), index=True)
    open: Mapped[str | None] = mapped_column(sa.String(16), unique=True)
    person: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    whom: Mapped[str] = mapped_column(sa.String(16))
    wishes: Mapped[str] = mapped_column(sa.Text)
    suits: Mapped[str] = mapped_column(sa.Text)
    asked_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    area: Mapped[str] = mapped_column(sa.String(64), default="")
    size: Mapped[str] = mapped_column(sa.String(16), default="")


class VisitPromise(Base):
    """«Dette følger vi opp.» `role`: whose it is, in words; `owner`: the person of the staff who is reminded, if any.

    `outcome`: what was done, when it was closed.
    """

    __tablename__ = "visit_promises"

    visit: Mapped[str] = mapped_column(sa.String(16), index=True)
    words: Mapped[str] = mapped_column(sa.Text)
    role: Mapped[str] = mapped_column(sa.String(LONGEST_ROLE))
    owner: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    due_on: Mapped[date]
    at: Mapped[datetime]
    by: Mapped[str | None] = mapped_column(sa.String(32))
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    closed_at: Mapped[datetime | None] = mapped_column(default=None)
    closed_by: Mapped[str | None] = mapped_column(sa.String(32), default=None)
    outcome: Mapped[str] = mapped_column(sa.Text, default="")


@dataclass(frozen=True)
class Whole:
    """A visit with its requests and their companies, in the order in which they asked."""

    visit: Visit
    requests: Sequence[tuple[VisitRequest, Company]]

    @property
    def names(self) -> str:
        return ", ".join(company.name for _, company in self.requests)

    @property
    def whom(self) -> str:
        wanted = {request.whom for request, _ in self.requests}
        return wanted.pop() if len(wanted) == 1 else "both"

    @property
    def asked_at(self) -> datetime:
        return min((request.asked_at for request, _ in self.requests), default=self.visit.at)


def wholes(session: Session, *which: sa.ColumnElement[bool]) -> list[Whole]:
    """Visits that companies still ask for, or were paid; in no order that means anything."""
    query = sa.select(Visit, VisitRequest, Company).join(VisitRequest, VisitRequest.visit == Visit.id)
    query = query.join(Company, Company.id == VisitRequest.company).where(*which)
    found: dict[str, tuple[Visit, list[tuple[VisitRequest, Company]]]] = {}
    for visit, request, company in session.execute(query.order_by(VisitRequest.asked_at, VisitRequest.id)):
        found.setdefault(visit.id, (visit, []))[1].append((request, company))
    return [Whole(visit, requests) for visit, requests in found.values()]


def whole(session: Session, visit_id: str) -> Whole:
    found = wholes(session, Visit.id == visit_id)
    if not found:
        raise UserError(GONE)
    return found[0]


def locked(session: Session, visit_id: str, *states: str) -> Visit:
    """For this transaction alone; refused where it is in none of these states."""
    visit = session.get(Visit, visit_id, with_for_update=True, populate_existing=True)
    if visit is None:
        raise UserError(GONE)
    if states and visit.state not in states:
        raise UserError(MOVED_ON)
    return visit
