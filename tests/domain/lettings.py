"""Premises in the hands of a test, all of them plainly made up."""

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.domain import members
from bot.domain.companies.rows import Company
from bot.domain.premises.offering import Details, offer
from bot.domain.premises.rows import Premises
from scheduler.quiet import Quiet

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)  # a Tuesday at 10:00 in Oslo
DAY = timedelta(days=1)
QUIET = Quiet(ZoneInfo("Europe/Oslo"))
OWNER, COLLEAGUE, LOOKER, STAFF = "U0EIER", "U0KOLLEGA", "U0LEITER", "U0ANSATT"

DETAILS: dict[str, Any] = {
    "kind": "office",
    "title": {"nb": "Eksempelkontor"},
    "text": {},
    "area": "area.visperud",
    "address": "",
    "least": 50,
    "most": 200,
    "price": "2000",
    "free_from": None,
    "contact": "Utleier",
    "contact_person": None,
}


def details(**given: Any) -> Details:
    return Details(**DETAILS | given)


def employs(session: Session, *people: str, name: str = "Eksempel Eiendom AS") -> Company:
    session.add(company := Company(name=name))
    session.flush()
    for person in people:
        members.find(session, person).company_id = company.id
    return company


def puts_out(
    session: Session, *, by: str | None = OWNER, company: str | None = None, at: datetime = NOW, **given: Any
) -> Premises:
    for person in (OWNER, COLLEAGUE, LOOKER, STAFF):
        members.meet(session, person)
    members.find(session, STAFF).role = "staff"
    return offer(session, by, company, details(**given), at)
