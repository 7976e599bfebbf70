"""Members link to a company of the register; several belong to one, and its contact persons alone change its facts."""

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import audit, members
from bot.domain.companies import facts, links, person, register, rows
from bot.domain.companies.links import CONFIRM, YEAR, link
from bot.domain.companies.register import Link
from bot.domain.companies.rows import Company
from scheduler.due import DueWork
from tests.domain.test_companies_register import CAFE, KARI, LATER, NOW, OLA, STAFF, A, B, staffed

SIRI = "U0SIRI"


def due_at(session: Session, company: str) -> object:
    query = sa.select(DueWork.due_at).where(DueWork.kind == CONFIRM, DueWork.subject == company)
    return session.scalar(query)


def contact(session: Session, who: str = KARI) -> Company:
    """Somebody who speaks for the café."""
    staffed(session)
    return link(session, who, CAFE, NOW)


def refused(work: object, *given: object) -> object:
    with pytest.raises(UserError) as refusal:
        work(*given)  # type: ignore[operator]
    return refusal.value.words


# --- which company ---


def test_several_members_belong_to_one_company_and_the_first_speaks_for_it(database: Database) -> None:
    with database.write() as session:
        first, second = (link(session, who, CAFE, NOW) for who in (KARI, OLA))
        assert first is second
        assert [(one.id, one.contact) for one in links.colleagues(session, first.id)] == [(KARI, True), (OLA, False)]
        assert session.scalar(sa.select(sa.func.count()).select_from(Link)) == 1
        assert [links.may_edit(session, who) for who in (KARI, OLA, SIRI)] == [True, False, False]
        assert due_at(session, first.id) == NOW + YEAR


def test_a_row_of_ones_own_becomes_the_company_and_keeps_what_hangs_on_it(database: Database) -> None:
    with database.write() as session:
        rows.choose(session, KARI, "", "Kafeen vår")
        own = rows.of(session, KARI)
        assert own
        assert link(session, KARI, CAFE, NOW) is own
        assert own.name == CAFE.name


def test_colleagues_are_not_taken_along_to_another_company(database: Database) -> None:
    with database.write() as session:
        for who in (KARI, OLA):
            rows.choose(session, who, "", "Kafeen vår")
        assert link(session, KARI, CAFE, NOW) is not rows.of(session, OLA)
        other = link(session, KARI, replace(CAFE, number=B, name="ANNET EKSEMPEL AS"), NOW)
        assert register.of(session, other.id)[0].number == B  # type: ignore[index]
        assert len(rows.everyone(session)) == 3


def test_a_sole_proprietorship_keeps_the_name_that_its_owner_wrote(database: Database) -> None:
    with database.write() as session:
        rows.choose(session, KARI, "", "Eksempel Hår og Hud")
        assert link(session, KARI, replace(CAFE, form="ENK").bare(), NOW).name == "Eksempel Hår og Hud"


@pytest.mark.parametrize("state", ["deleted", "gone"])
def test_a_company_that_is_no_more_is_not_linked(database: Database, state: str) -> None:
    with database.write() as session:
        assert refused(link, session, KARI, replace(CAFE, state=state), NOW) == links.CLOSED  # type: ignore[arg-type]
        assert rows.everyone(session) == []


def test_who_leaves_or_changes_does_not_speak_for_the_company_any_more(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        link(session, KARI, CAFE, NOW)
        assert members.find(session, KARI).contact
        other = replace(CAFE, number=B)
        link(session, OLA, other, NOW)
        link(session, KARI, other, NOW)
        assert not members.find(session, KARI).contact
        links.leave(session, KARI, company.id)
        assert rows.of(session, KARI)  # of another one by now
        links.leave(session, KARI, members.find(session, KARI).company_id or "")
        assert (rows.of(session, KARI), members.find(session, KARI).company) == (None, "")
        assert register.of(session, company.id)


# --- who speaks for it ---


def test_who_gave_it_up_does_not_get_it_back_by_linking_once_more(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        links.dismiss(session, STAFF, KARI, NOW)
        for who in (KARI, OLA):
            link(session, who, CAFE, NOW)
        assert links.contacts(session, company.id) == []


def test_a_contact_whom_staff_made_that_before_it_was_linked_stays_the_only_one(database: Database) -> None:
    with database.write() as session:
        staffed(session)
        for who in (KARI, OLA):
            rows.choose(session, who, "", CAFE.name)
        links.appoint(session, STAFF, rows.of(session, OLA).id, OLA, NOW)  # type: ignore[union-attr]
        company = link(session, KARI, CAFE, NOW)
        assert [one.id for one in links.contacts(session, company.id)] == [OLA]


@pytest.mark.parametrize("active", [True, False])
def test_who_links_a_row_that_others_are_in_does_not_speak_for_it(database: Database, active: bool) -> None:
    with database.write() as session:
        staffed(session)
        rows.choose(session, OLA, "", CAFE.name)
        members.find(session, OLA).active = active
        own = rows.of(session, OLA)
        company = link(session, KARI, CAFE, NOW)
        assert company is own
        assert [one.id for one in links.contacts(session, company.id)] == ([] if active else [KARI])
        links.appoint(session, STAFF, company.id, OLA if active else KARI, NOW)
        assert links.may_edit(session, KARI) is not active


def test_staff_and_contact_persons_appoint_others_and_it_is_logged(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        for who in (OLA, SIRI):
            link(session, who, CAFE, NOW)
        assert refused(links.appoint, session, OLA, company.id, OLA, NOW) == members.NOT_ALLOWED
        assert [links.appoint(session, KARI, company.id, OLA, NOW) for _ in range(2)] == [True, False]
        assert [one.id for one in links.contacts(session, company.id)] == [KARI, OLA]
        assert refused(links.dismiss, session, KARI, OLA, NOW) == members.NOT_ALLOWED
        links.dismiss(session, OLA, OLA, NOW)
        links.dismiss(session, STAFF, KARI, NOW)
        assert links.contacts(session, company.id) == []
        log = [(row["who"], row["detail"]) for row in audit.export(session, KARI) if row["about"] == KARI]
        assert log == [(KARI, f"{company.id}: given"), (STAFF, f"{company.id}: taken")]


def test_nobody_is_made_contact_of_a_company_they_are_not_in(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        other = link(session, OLA, replace(CAFE, number=B), NOW)
        assert refused(links.appoint, session, KARI, company.id, OLA, NOW) == links.NO_COLLEAGUE
        assert refused(links.appoint, session, KARI, other.id, KARI, NOW) == members.NOT_ALLOWED
        assert refused(links.appoint, session, STAFF, other.id, "U0NOBODY", NOW) == links.NO_COLLEAGUE


# --- what it says of itself ---


def test_a_contact_person_tells_and_each_fact_has_source_and_date(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        facts.tell(session, KARI, {"role": " Daglig  leder", "interests": ["green", "x", "funding"]}, NOW)
        facts.tell(session, KARI, {"role": "Daglig leder", "interests": [], "consent": True}, LATER)
        kept = {
            name: (row.value, row.source, row.told_by, row.told_at)
            for name, row in facts.of(session, company.id).items()
        }
        assert kept == {
            "role": ("Daglig leder", "company", KARI, NOW),
            "interests": ([], "company", KARI, LATER),
            "consent": (True, "company", KARI, LATER),
        }
        assert session.get_one(Link, company.id).confirmed_at == LATER
        assert due_at(session, company.id) == LATER + YEAR


def test_others_tell_nothing_and_a_company_outside_the_register_has_no_such_facts(database: Database) -> None:
    with database.write() as session:
        contact(session)
        link(session, OLA, CAFE, NOW)
        assert refused(facts.tell, session, OLA, {"consent": True}, NOW) == members.NOT_ALLOWED
        assert refused(facts.tell, session, SIRI, {"consent": True}, NOW) == rows.NOT_THERE
        rows.choose(session, SIRI, "", "Kafeen vår")
        assert refused(facts.tell, session, SIRI, {"consent": True}, NOW) == facts.NOT_LINKED


def test_endless_words_are_refused_at_their_field(database: Database) -> None:
    with database.write() as session:
        contact(session)
        with pytest.raises(UserError) as refusal:
            facts.tell(session, KARI, {"role": "x" * 61}, NOW)
        assert refusal.value.field == "role"


def test_confirming_is_for_ones_own_company_and_asks_again_in_a_year(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        at = NOW + timedelta(days=400)
        facts.confirm(session, KARI, company.id, at)
        assert (session.get_one(Link, company.id).confirmed_at, due_at(session, company.id)) == (at, at + YEAR)
        other = link(session, OLA, replace(CAFE, number=B), NOW)
        assert refused(facts.confirm, session, KARI, other.id, at) == facts.NOT_LINKED
        assert session.get_one(Link, other.id).confirmed_at is None


# --- the person ---


def test_mine_data_holds_the_company_and_delete_me_takes_the_person_out_of_it(database: Database) -> None:
    with database.write() as session:
        company = contact(session)
        facts.tell(session, KARI, {"role": "Daglig leder"}, NOW)
        assert person.export(session, KARI) == {
            "company": {"name": CAFE.name, "number": A, "contact": True},
            "linked": [{"number": A, "at": NOW}],
            "told": [{"what": "role", "value": "Daglig leder", "at": NOW}],
        }
        members.forget(session, KARI, [])
        assert person.forget(session, KARI, NOW) == 2
        assert person.export(session, KARI) == {"company": None, "linked": [], "told": []}
        assert person.forget(session, KARI, NOW) == 0
        assert facts.of(session, company.id)["role"].value == "Daglig leder"
