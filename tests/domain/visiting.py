"""Companies that ask for visits, in the hands of a test."""

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.domain import members
from bot.domain.companies.rows import Company
from bot.domain.visits import asking, planning, promises
from bot.domain.visits.asking import Wish
from bot.domain.visits.planning import Agreement
from scheduler.quiet import Quiet
from tests.domain.gatherings import OSLO

QUIET = Quiet(OSLO)
NOW = datetime(2026, 3, 10, 10, 0, tzinfo=OSLO)  # a Tuesday
LATER = NOW + timedelta(days=7)
SIRI, KARI, OLA, LISE = "U0STAB", "U0KARI", "U0OLA", "U0LISE"
WISH = Wish("both", "Vi trenger større lokaler.", "Helst tirsdager")
ON = Agreement(LATER, 60, "Eksempelveien 1", "Ordfører og kommunedirektør")


def staffed(session: Session) -> None:
    members.find(session, SIRI).role = "staff"


def belongs(session: Session, person: str, company: str, area: str = "", size: str = "") -> None:
    found = session.get(Company, company)
    if found is None:
        session.add(Company(id=company, name=f"{company} AS", area=area, size=size))
    session.flush()
    members.find(session, person).company_id = company


def asks(database: Database, person: str, company: str, now: datetime = NOW, **traits: str) -> str:
    """A company's request; its visit."""
    with database.write() as session:
        staffed(session)
        belongs(session, person, company, **traits)
        return asking.ask(session, person, WISH, now)[0].visit


def held(database: Database, person: str, company: str, at: datetime = LATER, **traits: str) -> str:
    """A visit that took place at this time."""
    visit = asks(database, person, company, at - timedelta(days=7), **traits)
    with database.write() as session:
        on = Agreement(at, ON.minutes, ON.place, ON.party)
        planning.agree(session, SIRI, visit, on, at - timedelta(days=6))
        promises.hold(session, visit, at + timedelta(hours=2))
    return visit
