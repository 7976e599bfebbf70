"""Contact persons are asked once a year, unless it is settled already; staff see how the companies stand."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.domain import members
from bot.domain.companies import facts, links, overview, person, register, rows, yearly
from bot.domain.companies.links import YEAR, link
from bot.domain.companies.overview import Overview, Stale
from bot.domain.companies.rows import Company, Told
from bot.domain.pushes import Push
from scheduler.due import DueWork
from scheduler.quiet import Quiet
from tests.domain.test_companies_links import contact
from tests.domain.test_companies_register import CAFE, KARI, NOW, OLA, STAFF, A, B, C

QUIET = Quiet(ZoneInfo("Europe/Oslo"))
ASKED = NOW + YEAR  # a Wednesday at ten
DAY = timedelta(days=1)


def two(session: Session) -> Company:
    """Kari and Ola speak for the café."""
    company = contact(session)
    link(session, OLA, CAFE, NOW)
    links.appoint(session, STAFF, company.id, OLA, NOW)
    return company


def planned(session: Session) -> dict[str, datetime]:
    """When each message is due, by its subject."""
    rows: Any = session.execute(sa.select(DueWork.subject, DueWork.due_at).where(DueWork.kind == yearly.TELL)).all()
    return dict(rows)


def subject(company: Company, who: str, at: datetime = ASKED) -> str:
    return f"{company.id}:{at.date()}:{who}"


def test_each_contact_person_is_asked_and_the_company_again_in_a_year(database: Database) -> None:
    with database.write() as session:
        company = two(session)
        assert yearly.plan(session, company.id, ASKED, QUIET) == ASKED + YEAR
        assert planned(session) == {subject(company, who): ASKED for who in (KARI, OLA)}
        assert yearly.plan(session, company.id, ASKED, QUIET)  # twice on a day is the same
        assert len(planned(session)) == 2
        assert yearly.judge(session, subject(company, KARI), ASKED, QUIET)
        assert yearly.plan(session, "nobody", ASKED, QUIET) is None


def test_at_a_weekend_it_waits_for_monday(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        saturday = ASKED + 3 * DAY
        yearly.plan(session, company.id, saturday, QUIET)
        assert planned(session) == {subject(company, KARI, saturday): (saturday + 2 * DAY).replace(hour=6)}


def test_a_company_that_nobody_speaks_for_is_looked_at_again_soon(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        links.dismiss(session, KARI, KARI, NOW)
        assert yearly.plan(session, company.id, ASKED, QUIET) == ASKED + timedelta(days=30)
        assert planned(session) == {}


@pytest.mark.parametrize("what", ["confirmed", "resigned", "left", "forgotten", "opted out", "deactivated"])
def test_what_happens_meanwhile_is_looked_at_once_more(database: Database, what: str) -> None:
    with database.write() as session:
        company = two(session)
        yearly.plan(session, company.id, ASKED, QUIET)
        if what == "confirmed":
            facts.confirm(session, OLA, company.id, ASKED)
        elif what == "resigned":
            links.dismiss(session, KARI, KARI, ASKED)
        elif what == "left":
            links.leave(session, KARI, company.id)
        elif what == "opted out":
            members.mute(session, KARI, "reminder", muted=True)
        elif what == "deactivated":
            members.stand(session, KARI, "full", active=False)
        else:
            person.forget(session, KARI, ASKED)
            assert list(planned(session)) == [subject(company, OLA)]
            members.forget(session, KARI, [])
        assert yearly.judge(session, subject(company, KARI), ASKED, QUIET) is None
        row = session.get_one(Push, f"company:{subject(company, KARI)}:confirm")
        assert (row.when, row.why) == (None, "opted out" if what == "opted out" else "not needed")


def test_a_confirmation_of_last_year_does_not_settle_this_one(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        facts.confirm(session, KARI, company.id, NOW)
        yearly.plan(session, company.id, ASKED, QUIET)
        assert yearly.judge(session, subject(company, KARI), ASKED + 5 * DAY, QUIET)


def test_staff_see_how_the_companies_stand(database: Database) -> None:
    with database.write() as session:
        company = two(session)
        facts.confirm(session, KARI, company.id, NOW)
        link(session, "U0SIRI", replace(CAFE, number=B, name="EKSEMPEL TO AS", state="bankrupt"), NOW + DAY)
        link(session, "U0EVA", replace(CAFE, number=C, name="EKSEMPEL TRE AS"), NOW)
        rows.take(session, [Told("Ikke koblet AS")])
        for who in ("U0SIRI", "U0EVA"):
            links.dismiss(session, who, who, NOW)
        unspoken = [Stale("EKSEMPEL TRE AS", spoken=False, confirmed_at=None)]
        unspoken.append(Stale("EKSEMPEL TO AS", spoken=False, confirmed_at=None))
        assert overview.count(session, NOW) == Overview(3, 1, 1, 1, [("EKSEMPEL TO AS", "bankrupt")], unspoken)
        later = overview.count(session, ASKED)
        assert (later.confirmed, later.stale[0]) == (0, Stale(CAFE.name, spoken=True, confirmed_at=NOW))
        register.take(session, [CAFE.gone()], ASKED)
        assert (CAFE.name, "gone") in overview.count(session, ASKED).ended
        assert register.of(session, company.id)[1].number == A  # type: ignore[index]
