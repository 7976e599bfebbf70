"""What companies keep about a person: which one is theirs, what they linked and told. The rest is the company's."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.companies import register, rows
from bot.domain.companies.facts import CompanyFact
from bot.domain.companies.register import Link
from bot.domain.companies.yearly import TELL
from bot.domain.members import Member
from scheduler.due import DueWork


def export(session: Session, person: str) -> dict[str, Any]:
    linked = session.scalars(sa.select(Link).where(Link.linked_by == person).order_by(Link.linked_at))
    told = session.scalars(sa.select(CompanyFact).where(CompanyFact.told_by == person).order_by(CompanyFact.name))
    return {
        "company": _company(session, person),
        "linked": [{"number": one.number, "at": one.linked_at} for one in linked],
        "told": [{"what": one.name, "value": one.value, "at": one.told_at} for one in told],
    }


def _company(session: Session, person: str) -> dict[str, Any] | None:
    member, company = session.get(Member, person), rows.of(session, person)
    if member is None or company is None:
        return None
    found = register.of(session, company.id)
    return {"name": company.name, "number": found[0].number if found else None, "contact": member.contact}


def forget(session: Session, person: str, _now: datetime) -> int:
    """The name goes, and no question comes. The company itself goes with what the person told of themselves."""
    count = 0
    for column in (Link.linked_by, CompanyFact.told_by):
        count += changed(session.execute(sa.update(column.class_).where(column == person).values({column.key: None})))
    asked = (DueWork.kind == TELL, DueWork.subject.endswith(f":{person}", autoescape=True))
    return count + changed(session.execute(sa.delete(DueWork).where(*asked)))
