"""How the network's companies stand: linked, spoken for, confirmed; and which have ended."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.companies.links import YEAR
from bot.domain.companies.register import Link, RegisterUnit
from bot.domain.companies.rows import Company
from bot.domain.companies.units import State
from bot.domain.members import Member

LISTED = 20


@dataclass(frozen=True)
class Stale:
    """A linked company that nobody speaks for, or that has not confirmed within a year."""

    name: str
    spoken: bool
    confirmed_at: datetime | None


@dataclass(frozen=True)
class Overview:
    """Companies that are linked to the register; of these those with a contact person, and those that have confirmed
    within a year; and all others. `ended`: names of those that are bankrupt, wound up, deleted or gone. `stale`: those
    that have waited longest.
    """

    linked: int
    spoken: int
    confirmed: int
    others: int
    ended: Sequence[tuple[str, State]]
    stale: Sequence[Stale]


def count(session: Session, now: datetime) -> Overview:
    speaks = sa.exists().where(Member.company_id == Link.company, Member.contact, Member.active)
    fresh = sa.func.count(sa.case((Link.confirmed_at > now - YEAR, 1)))
    linked, spoken, confirmed = session.execute(
        sa.select(sa.func.count(), sa.func.count(sa.case((speaks, 1))), fresh).select_from(Link)
    ).one()
    companies = session.scalar(sa.select(sa.func.count()).select_from(Company)) or 0
    query = sa.select(Company.name, RegisterUnit.state).join(Link, Link.company == Company.id)
    query = query.join(RegisterUnit, RegisterUnit.number == Link.number).where(RegisterUnit.state != "active")
    ended = [(name, state) for name, state in session.execute(query.order_by(Company.name).limit(LISTED))]
    old = sa.or_(Link.confirmed_at.is_(None), Link.confirmed_at <= now - YEAR)
    waiting = sa.select(Company.name, speaks, Link.confirmed_at).join(Link, Link.company == Company.id)
    waiting = waiting.where(sa.or_(old, ~speaks)).order_by(
        sa.func.coalesce(Link.confirmed_at, Link.linked_at), Company.name
    )
    stale = [Stale(name, bool(spoken), at) for name, spoken, at in session.execute(waiting.limit(LISTED))]
    return Overview(linked, spoken, confirmed, companies - linked, ended, stale)
