"""Premises are put out, changed, found and asked after by their rules."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members, pushes
from bot.domain.audit import AuditRow
from bot.domain.companies.register import Link
from bot.domain.companies.rows import Company
from bot.domain.premises import alerts, keeping, offering, person, rows, searching
from bot.domain.premises.offering import LONGEST_LINE, LONGEST_TEXT, LONGEST_TITLE, read
from bot.domain.premises.rows import ANSWER_WITHIN, ASK_AFTER, TAKEN, UNANSWERED, Premises
from bot.domain.premises.searching import SavedSearch, Search, Told, found, keep
from bot.domain.premises.table import COLUMNS, Count, take
from bot.domain.premises.table import read as read_table
from bot.domain.pushes import Push
from scheduler.due import DueWork
from tests.domain.lettings import COLLEAGUE, DAY, LOOKER, NOW, OWNER, QUIET, STAFF, details, employs, puts_out

AREAS = {"area.visperud"}
FORM = {
    "title_nb": " Eksempel  kontor ",
    "kind": "office",
    "area": "area.visperud",
    "least": "50",
    "most": "1 200",
    "price": "2000",
    "free_from": "2026-05-01",
    "contact": "Utleier",
}


def wrong(**given: str) -> dict[str, str]:
    return {str(fault.field): fault.words.en for fault in read(FORM | given, AREAS)[1]}


# --- the form ---


def test_what_is_typed_becomes_details() -> None:
    told, faults = read(FORM, AREAS)
    assert faults == []
    assert told == details(title={"nb": "Eksempel kontor"}, most=1200, free_from=date(2026, 5, 1))
    assert read(FORM | {"most": ""}, AREAS)[0].most == 50


@pytest.mark.parametrize(
    ("given", "field", "refusal"),
    [
        ({"title_nb": " "}, "title_nb", offering.EMPTY),
        ({"kind": "castle"}, "kind", offering.NO_KIND),
        ({"area": "area.nowhere"}, "area", offering.NO_AREA),
        ({"price": "cheap"}, "price", offering.NO_PRICE),
        ({"least": ""}, "least", offering.NO_SIZE),
        ({"least": "-5"}, "least", offering.NO_SIZE),
        ({"least": "1000001"}, "least", offering.NO_SIZE),
        ({"least": "٣"}, "least", offering.NO_SIZE),
        ({"most": "49"}, "most", offering.BACKWARDS),
        ({"free_from": "soon"}, "free_from", offering.NO_DATE),
        ({"free_from": "0001-01-01"}, "free_from", offering.NO_DATE),
        ({"contact": ""}, "contact", offering.NO_CONTACT),
    ],
)
def test_what_is_wrong_is_told_at_its_field(given: dict[str, str], field: str, refusal: Any) -> None:
    assert wrong(**given) == {field: refusal.en}


@pytest.mark.parametrize(
    ("field", "longest"), [("title_nn", LONGEST_TITLE), ("text_en", LONGEST_TEXT), ("address", LONGEST_LINE)]
)
def test_what_slack_would_cut_is_refused(field: str, longest: int) -> None:
    assert wrong(**{field: "å" * longest}) == {}
    assert list(wrong(**{field: "å" * (longest + 1)})) == [field]


def test_the_contact_must_be_a_member_who_is_here(database: Database) -> None:
    with database.write() as session:
        members.find(session, "U0GJEST").standing = "guest"
        for nobody in ("U0GJEST", "U0UKJENT"):
            with pytest.raises(UserError) as refusal:
                puts_out(session, contact_person=nobody)
            assert (refusal.value.words, refusal.value.field) == (offering.NO_MEMBER, "contact_person")


def test_nobody_fills_the_list_alone(database: Database) -> None:
    with database.write() as session:
        for _ in range(offering.MOST):
            puts_out(session)
        with pytest.raises(UserError) as refusal:
            puts_out(session)
        assert refusal.value.words == offering.TOO_MANY


# --- whose it is ---


def test_who_put_it_out_colleagues_and_staff_may_change_it_and_nobody_else(database: Database) -> None:
    with database.write() as session:
        puts_out(session)
        company = employs(session, OWNER, COLLEAGUE)
        premises = puts_out(session, company=company.id)
        for by in (OWNER, COLLEAGUE, STAFF):
            offering.change(session, premises.id, str(premises.version), by, details(most=300), NOW)
        with pytest.raises(UserError) as refusal:
            offering.change(session, premises.id, str(premises.version), LOOKER, details(), NOW)
        assert (refusal.value.words, premises.most) == (rows.NOT_YOURS, 300)
        noted = session.execute(sa.select(AuditRow.who, AuditRow.what, AuditRow.about)).all()
        assert [tuple(row) for row in noted] == [(by, "premises changed", premises.id) for by in (COLLEAGUE, STAFF)]
        with pytest.raises(UserError) as refusal:
            offering.change(session, premises.id, "1", OWNER, details(), NOW)
        assert refusal.value.words == offering.CHANGED
        with pytest.raises(UserError) as refusal:
            offering.take_off(session, "nothing", STAFF, NOW)
        assert refusal.value.words == rows.GONE


def test_who_says_that_they_belong_to_a_linked_company_gets_hold_of_its_premises_as_its_contact_alone(
    database: Database,
) -> None:
    with database.write() as session:
        puts_out(session)
        company = employs(session, OWNER, COLLEAGUE)
        session.add(Link(company=company.id, number="999999999", linked_by=COLLEAGUE, linked_at=NOW))
        premises = puts_out(session, company=company.id)
        with pytest.raises(UserError) as refusal:
            offering.take_off(session, premises.id, COLLEAGUE, NOW)
        assert refusal.value.words == rows.NOT_YOURS
        assert rows.own(session, COLLEAGUE) == []
        members.find(session, OWNER).active = False
        assert rows.keepers(session, premises) == []
        members.find(session, COLLEAGUE).contact = True
        assert offering.take_off(session, premises.id, COLLEAGUE, NOW).state == TAKEN
        assert (rows.own(session, COLLEAGUE), rows.keepers(session, premises)) == ([premises], [COLLEAGUE])


def test_people_without_a_company_are_no_colleagues(database: Database) -> None:
    with database.write() as session:
        premises = puts_out(session, by=OWNER)
        assert [rows.may_change(session, premises, each) for each in (OWNER, LOOKER)] == [True, False]


# --- looking ---


SEARCHES: list[tuple[Search, list[str]]] = [
    (Search(), ["office", "shop", "warehouse"]),
    (Search(kind="office"), ["office"]),
    (Search(area="area.visperud"), ["office"]),
    (Search(size=500), ["shop", "warehouse"]),
    (Search(size=501), ["warehouse"]),
    (Search(price="1500"), ["warehouse"]),  # who tells no price is found too
    (Search(price="2000"), ["office", "warehouse"]),
    (Search(by=date(2026, 4, 30)), ["office", "warehouse"]),
    (Search(by=date(2026, 5, 1)), ["office", "shop", "warehouse"]),
    (Search("office", "area.visperud", 100, "2000", date(2026, 3, 11)), ["office"]),
    (Search("office", "area.ahus"), []),
]


@pytest.mark.parametrize(("search", "kinds"), SEARCHES)
def test_a_search_finds_what_fits(database: Database, search: Search, kinds: list[str]) -> None:
    with database.write() as session:
        puts_out(session)
        puts_out(session, kind="shop", area="", least=500, most=500, price="more", free_from=date(2026, 5, 1))
        puts_out(session, kind="warehouse", area="area.ahus", most=2000, price="")
        offering.take_off(session, puts_out(session).id, OWNER, NOW)
        assert sorted(one.kind for one in found(session, search, NOW)) == kinds
        assert found(session, search, NOW + ASK_AFTER + ANSWER_WITHIN) == []
    assert searching.read(search.written) == search


@pytest.mark.parametrize(
    "written", ["", "||||", "castle|x|-1|cheap|never", "|" * 1000, "\0", "office|<!channel>|9|1000|"]
)
def test_whatever_is_no_search_looks_for_less(written: str) -> None:
    search = searching.read(written)
    assert search.kind in ("", "office")
    assert search.price in ("", "1000")


def test_a_search_is_kept_once_and_stopped_by_its_owner(database: Database) -> None:
    with database.write() as session:
        saved = keep(session, LOOKER, Search("shop"), NOW)
        assert keep(session, LOOKER, Search("shop"), NOW) is saved
        for size in range(1, searching.MOST):
            keep(session, LOOKER, Search(size=size), NOW)
        with pytest.raises(UserError) as refusal:
            keep(session, LOOKER, Search("site"), NOW)
        assert refusal.value.words == searching.TOO_MANY
        with pytest.raises(UserError) as refusal:
            searching.stop(session, OWNER, saved.id)
        assert refusal.value.words == searching.NO_SEARCH
        assert searching.stop(session, LOOKER, saved.id) == Search("shop")
        session.flush()
        assert len(searching.kept(session, LOOKER)) == searching.MOST - 1


# --- who hears of it ---


def planned(database: Database) -> list[tuple[str, str]]:
    with database.read() as session:
        due = session.scalars(sa.select(DueWork.subject).where(DueWork.kind == alerts.TELL).order_by(DueWork.subject))
        return [(premises, who) for premises, _, who in (one.partition(":") for one in due)]


def test_who_looks_for_it_hears_of_it_once_and_not_of_what_was_there_before(database: Database) -> None:
    with database.write() as session:
        company = employs(session, OWNER, COLLEAGUE)
        old = puts_out(session, company=company.id)
        for who in (LOOKER, COLLEAGUE):
            keep(session, who, Search("office"), NOW)
        keep(session, LOOKER, Search(area="area.visperud"), NOW + DAY)
        keep(session, STAFF, Search("shop"), NOW)
        new = puts_out(session, company=company.id)
        for premises in (old, new):
            alerts.plan(session, premises, NOW, QUIET)
        alerts.plan(session, new, NOW, QUIET)
    assert planned(database) == [(new.id, LOOKER)]
    with database.write() as session:
        premises = session.get_one(Premises, new.id)
        judged = alerts.judge(session, premises, LOOKER, NOW, QUIET)
        assert judged is not None
        assert judged[1].wanted == Search("office").written
        assert alerts.told(session, premises, LOOKER)
        assert not alerts.told(session, premises, LOOKER)
        assert alerts.judge(session, premises, LOOKER, NOW, QUIET) is None
        session.execute(sa.delete(DueWork))
        offering.confirm(session, premises.id, OWNER, NOW + DAY)
        alerts.plan(session, premises, NOW + DAY, QUIET)
    assert planned(database) == []


def mutes(session: Session) -> None:
    members.mute(session, LOOKER, alerts.KIND, muted=True)


def stops(session: Session) -> None:
    searching.stop(session, LOOKER, searching.kept(session, LOOKER)[0].id)


@pytest.mark.parametrize(("happens", "why"), [(mutes, "opted out"), (stops, "not needed")])
def test_what_is_no_longer_wanted_is_not_told(database: Database, happens: Callable[[Session], None], why: str) -> None:
    with database.write() as session:
        premises = puts_out(session, at=NOW - DAY)
        keep(session, LOOKER, Search(), NOW - 2 * DAY)
        session.execute(sa.delete(Told))
        alerts.plan(session, premises, NOW, QUIET)
        happens(session)
        session.flush()
        assert alerts.judge(session, premises, LOOKER, NOW, QUIET) is None
        assert [(row.when, row.why) for row in session.scalars(sa.select(Push))] == [(None, why)]


def test_what_was_taken_off_meanwhile_is_not_told(database: Database) -> None:
    with database.write() as session:
        keep(session, LOOKER, Search(), NOW)
        premises = puts_out(session)
        alerts.plan(session, premises, NOW, QUIET)
        keeping.take_off(session, premises, NOW)
        assert alerts.judge(session, premises, LOOKER, NOW, QUIET) is None


def test_it_is_told_in_working_time_and_within_the_budget_of_a_day(database: Database) -> None:
    night = NOW.replace(hour=22)
    with database.write() as session:
        keep(session, LOOKER, Search(), NOW)
        for _ in range(3):
            alerts.plan(session, puts_out(session, at=night), night, QUIET)
        rows_of = list(session.scalars(sa.select(Push).order_by(Push.when)))
        assert [row.why for row in rows_of] == ["quiet time", "quiet time", "budget"]
        assert not any(QUIET.holds(row.when) for row in rows_of if row.when)


# --- how long it stands ---


def test_it_stands_for_thirty_days_and_a_week_to_answer_and_is_renewed_by_one_word(database: Database) -> None:
    with database.write() as session:
        premises = puts_out(session)
        assert premises.until == NOW + ASK_AFTER + ANSWER_WITHIN
        keeping.hide(session, premises, NOW)
        assert (premises.state, found(session, Search(), NOW)) == (UNANSWERED, [])
        offering.confirm(session, premises.id, OWNER, NOW + 40 * DAY)
        assert [one.id for one in found(session, Search(), NOW + 41 * DAY)] == [premises.id]
        offering.take_off(session, premises.id, STAFF, NOW + 42 * DAY)
        offering.take_off(session, premises.id, STAFF, NOW + 43 * DAY)
        assert (premises.state, premises.changed_at) == (TAKEN, NOW + 42 * DAY)
        assert [row.what for row in session.scalars(sa.select(AuditRow))] == ["premises taken"]
        assert list(session.scalars(sa.select(DueWork.kind))) == [keeping.BY_OTHER]  # of which the owner hears


def test_where_nobody_is_left_who_put_it_out_the_company_is_asked(database: Database) -> None:
    with database.write() as session:
        company = employs(session, OWNER, COLLEAGUE)
        premises = puts_out(session, company=company.id)
        assert rows.keepers(session, premises) == [OWNER]
        members.find(session, OWNER).active = False
        session.flush()
        assert rows.keepers(session, premises) == [COLLEAGUE]
        assert rows.keepers(session, puts_out(session, by=OWNER)) == []


# --- what is kept about a person ---


def test_forgetting_takes_searches_and_names_and_leaves_what_is_the_companys(database: Database) -> None:
    with database.write() as session:
        company = employs(session, OWNER)
        puts_out(session)
        theirs = puts_out(session, company=company.id, contact_person=OWNER)
        keep(session, OWNER, Search(), NOW)
        told = person.export(session, OWNER)
        assert [one["title"] for one in told["put out"]] == ["Eksempelkontor"] * 2
        assert (told["contact for"], len(told["searches"])) == (["Eksempelkontor"], 1)
        assert person.forget(session, OWNER, NOW) >= 4
        session.expire_all()
        left = list(session.scalars(sa.select(Premises)))
        assert [(one.id, one.by, one.contact_person) for one in left] == [(theirs.id, None, None)]
        assert list(session.scalars(sa.select(SavedSearch))) + list(session.scalars(sa.select(Told))) == []
        assert {row.subject for row in session.scalars(sa.select(DueWork))} == {theirs.id}
        assert person.forget(session, OWNER, NOW) == 0


def test_what_has_left_the_list_is_removed_after_ninety_days(database: Database) -> None:
    with database.write() as session:
        keeping.hide(session, puts_out(session), NOW)
        shown = puts_out(session).id
        person.nightly(session, NOW + 90 * DAY)
        assert len(list(session.scalars(sa.select(Premises.id)))) == 2
        person.nightly(session, NOW + 91 * DAY)
        assert list(session.scalars(sa.select(Premises.id))) == [shown]


# --- a table ---


HEAD = ",".join(COLUMNS)
TABLE = f"{HEAD}\nEksempelkontor,Kontor,Visperud,50,200,2000,2026-05-01,Utleier,Eksempel Eiendom AS\n"
NAMED = {"visperud": "area.visperud"}
COMPANIES = {"eksempel eiendom as": "c1"}


def test_a_table_is_read_whatever_its_kinds_are_called() -> None:
    [row], faults = read_table("\ufeff" + TABLE, NAMED, COMPANIES)
    assert (row.company, row.details, faults) == ("c1", details(free_from=date(2026, 5, 1)), [])
    assert read_table(TABLE.replace(",", ";").replace("Kontor", "OFFICE"), NAMED, COMPANIES)[0] == [row]


def test_everything_wrong_in_a_table_is_told_by_line_and_column() -> None:
    lines = [
        HEAD,
        ",castle,Oslo,x,1,cheap,soon,,Nobody AS",
        "A,Lager,,9,,,,Utleier,Eksempel Eiendom AS",
        "a,Lager,,10,,,,Utleier,Eksempel Eiendom AS",
    ]
    rows_read, faults = read_table("\n".join(lines), NAMED, COMPANIES)
    assert [row.details.title for row in rows_read] == [{"nb": "A"}]
    assert [(fault.line, fault.words.partition(":")[0]) for fault in faults] == [
        *((2, name) for name in ("title", "from", "kind", "area", "price", "free_from", "contact", "company")),
        (4, "«a» of this company stands there twice"),
    ]
    assert read_table("title,kind\n", NAMED, COMPANIES)[1][0].words.startswith("these columns are missing: area, from")


def test_the_same_table_again_renews_and_leaves_what_the_owner_took_off(database: Database) -> None:
    rows_read, _ = read_table(TABLE + TABLE.splitlines()[1].replace("Kontor", "Lager"), NAMED, COMPANIES)
    with database.write() as session:
        session.add(Company(id="c1", name="Eksempel Eiendom AS"))
        session.flush()
        assert take(session, rows_read, NOW) == Count(added=2)
        office, _store = session.scalars(sa.select(Premises).order_by(Premises.kind))
        offering.take_off(session, office.id, _staff(session), NOW)
        assert take(session, rows_read, NOW + DAY) == Count(unchanged=1, taken=1)
        assert [one.until for one in found(session, Search(), NOW + DAY)] == [NOW + DAY + ASK_AFTER + ANSWER_WITHIN]
        larger, _ = read_table(TABLE.replace("Kontor", "Lager").replace("200,", "300,"), NAMED, COMPANIES)
        assert take(session, larger, NOW + DAY) == Count(changed=1)


def _staff(session: Session) -> str:
    members.find(session, STAFF).role = "staff"
    session.flush()
    return STAFF


def test_news_of_premises_can_be_opted_out_of() -> None:
    assert alerts.KIND in pushes.KINDS
