"""What the register says is kept apart; branch, size and area follow from it where nobody told otherwise."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import audit, members
from bot.domain.companies import derived, places, register, rows
from bot.domain.companies.links import link
from bot.domain.companies.places import Place, Unknown
from bot.domain.companies.register import RegisterUnit
from bot.domain.companies.rows import BRANCHES, SIZES, Company, Told
from bot.domain.companies.units import Unit
from bot.domain.members import Member
from tests.register.standin import NUMBERS, PERSON

A, B, C = NUMBERS[:3]
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
LATER = NOW + timedelta(days=1)
KARI, OLA, STAFF = "U0KARI", "U0OLA", "U0STAB"
CAFE = Unit(
    A, "AS", "active", "56.110", "EKSEMPEL KAFÉ AS", "Kafeer", 7, "Eksempelveien 12 B", "1470", "LØRENSKOG", "3222"
)


def traits(company: Company) -> tuple[str, str, str]:
    return company.branch, company.area, company.size


def staffed(session: Session) -> None:
    session.add(Member(id=STAFF, role="staff"))
    session.flush()


# --- branch and size ---


@pytest.mark.parametrize(
    ("code", "branch"),
    [
        ("56.110", "hospitality"),
        ("01.110", "farming"),
        ("06.100", "industry"),
        ("35.110", "other"),
        ("41.200", "building"),
        ("47.110", "trade"),
        ("49.410", "transport"),
        ("62.010", "it"),
        ("64.190", "finance"),
        ("68.200", "property"),
        ("70.220", "services"),
        ("81.210", "services"),
        ("84.110", "other"),
        ("85.100", "education"),
        ("86.211", "health"),
        ("93.110", "culture"),
        ("96.020", "other"),
        ("00.000", ""),
        ("99.999", ""),
        ("", ""),
        ("?", ""),
        ("٥٦", ""),
    ],
)
def test_a_branch_follows_from_the_industry_code(code: str, branch: str) -> None:
    assert derived.branch(code) == branch
    assert branch in {"", *BRANCHES}


def test_every_division_belongs_to_one_branch() -> None:
    spans = [division for spans in derived.DIVISIONS.values() for span in spans for division in span]
    assert len(spans) == len(set(spans))
    assert set(derived.DIVISIONS) == set(BRANCHES) - {"other"}


@pytest.mark.parametrize(
    ("employees", "size"), [(None, ""), (0, "1-4"), (4, "1-4"), (5, "5-19"), (99, "20-99"), (100, "100+")]
)
def test_a_size_follows_from_the_number_of_employees(employees: int | None, size: str) -> None:
    assert derived.size(employees) == size
    assert size in {"", *SIZES}


# --- addresses ---


@pytest.mark.parametrize(
    ("street", "place"),
    [
        ("Eksempelveien 12 B", "1470 eksempelveien"),
        ("EKSEMPELVEIEN 12", "1470 eksempelveien"),
        ("7. juni-plassen 3", "1470 7. juni-plassen"),
        ("Øvre  Eksempel  vei 1", "1470 øvre eksempel vei"),
        ("", ""),
    ],
)
def test_an_address_is_a_street_in_a_postal_code(street: str, place: str) -> None:
    assert places.place_of(replace(CAFE, street=street)) == place
    assert places.place_of(replace(CAFE, postal_code="")) == ""


def test_staff_keep_the_table_of_areas_and_companies_follow(database: Database) -> None:
    with database.write() as session:
        staffed(session)
        here = link(session, KARI, CAFE, NOW)
        link(session, OLA, replace(CAFE, number=B, name="EKSEMPEL BUTIKK AS", street="Prøvegata 1"), NOW)
        assert here.area == ""
        assert register.unknown(session) == [Unknown("1470 eksempelveien", 1), Unknown("1470 prøvegata", 1)]
        for place, area in (("1470", "area.sentrum"), ("1470 Eksempelveien 14", "area.visperud")):
            register.settle(session, places.keep(session, STAFF, place, area, NOW))
        assert [one.area for one in rows.everyone(session)] == ["area.sentrum", "area.visperud"]
        assert register.unknown(session) == []
        places.drop(session, STAFF, "1470 eksempelveien", NOW)
        register.settle(session, "1470 eksempelveien")
        assert here.area == "area.sentrum"
        register.settle(session, places.keep(session, STAFF, "1470", "", NOW))
        assert here.area == ""
        assert register.unknown(session) == []
        assert [one.place for one in places.everything(session)] == ["1470"]
        kept = [(row["about"], row["detail"]) for row in audit.export(session, STAFF)]
    assert kept == [
        ("1470", "area.sentrum"),
        ("1470 eksempelveien", "area.visperud"),
        ("1470 eksempelveien", "taken away"),
        ("1470", "none"),
    ]


@pytest.mark.parametrize("typed", ["", "Eksempelveien", "147", "14700", "147o", "x" * 141])
def test_what_is_no_place_is_refused_at_its_field(database: Database, typed: str) -> None:
    with database.write() as session:
        staffed(session)
        with pytest.raises(UserError) as refused:
            places.keep(session, STAFF, typed, "area.sentrum", NOW)
    assert refused.value.field == "place"


def test_what_is_not_in_the_table_is_not_taken_away(database: Database) -> None:
    with database.write() as session:
        staffed(session)
        with pytest.raises(UserError) as refused:
            places.drop(session, STAFF, "1470 eksempelveien", NOW)
    assert (refused.value.words, refused.value.field) == (places.NOT_IN_TABLE, "place")


def test_only_staff_keep_the_table(database: Database) -> None:
    with database.write() as session:
        for change in (
            lambda: places.keep(session, KARI, "1470", "", NOW),
            lambda: places.drop(session, KARI, "1", NOW),
        ):
            with pytest.raises(UserError) as refused:
                change()
            assert refused.value.words == members.NOT_ALLOWED


# --- facts of the register, and those of the company ---


def test_facts_are_kept_with_source_and_date_and_the_same_again_changes_nothing(database: Database) -> None:
    with database.write() as session:
        assert register.take(session, [CAFE, replace(CAFE, number=B)], NOW) == (2, 0)
        assert register.take(session, [CAFE, CAFE], LATER) == (0, 0)
        assert register.take(session, [replace(CAFE, employees=30)], LATER) == (0, 1)
    with database.read() as session:
        row = session.get_one(RegisterUnit, A)
        assert row.unit() == replace(CAFE, employees=30)
        assert (row.source, row.read_at, session.get_one(RegisterUnit, B).read_at) == ("Enhetsregisteret", LATER, NOW)


def test_a_linked_company_follows_the_register_until_somebody_tells_otherwise(database: Database) -> None:
    with database.write() as session:
        session.add(Place(place="1470", area="area.sentrum"))
        company = link(session, KARI, CAFE, NOW)
        assert (company.name, traits(company)) == ("EKSEMPEL KAFÉ AS", ("hospitality", "area.sentrum", "5-19"))
        rows.describe(session, KARI, Told("", "culture", "area.sentrum", "5-19"))
        moved = replace(CAFE, code="47.110", employees=100, postal_code="1400", name="NYTT EKSEMPEL AS")
        register.take(session, [moved], LATER)
        assert traits(company) == ("culture", "", "100+")
        assert (company.name, members.find(session, KARI).company) == ("NYTT EKSEMPEL AS", "NYTT EKSEMPEL AS")
        rows.describe(session, KARI, Told("", "", "", "100+"))
        register.follow(session)
        assert traits(company) == ("trade", "", "100+")


def test_a_company_of_a_table_keeps_what_the_table_says(database: Database) -> None:
    with database.write() as session:
        rows.take(session, [Told("Eksempel Kafé AS", branch="it")])
        company = link(session, KARI, CAFE, NOW)
        assert (company.name, traits(company)) == ("EKSEMPEL KAFÉ AS", ("it", "", "5-19"))
        rows.take(session, [Told("eksempel kafé as", size="1-4")])
        register.take(session, [replace(CAFE, employees=50)], LATER)
        assert traits(company) == ("it", "", "1-4")
        assert len(rows.everyone(session)) == 1


def test_of_a_company_that_is_gone_nothing_is_kept_but_that(database: Database) -> None:
    with database.write() as session:
        company = link(session, KARI, CAFE, NOW)
        register.take(session, [CAFE.gone()], LATER)
        assert session.get_one(RegisterUnit, A).unit() == Unit(A, "AS", "gone")
        assert (company.name, traits(company)) == ("EKSEMPEL KAFÉ AS", ("", "", ""))


def test_two_companies_of_one_name_are_told_apart(database: Database) -> None:
    with database.write() as session:
        link(session, KARI, CAFE, NOW)
        link(session, OLA, replace(CAFE, number=B, name="Eksempel KAFÉ AS"), NOW)
        link(session, STAFF, replace(CAFE, number=C, name="Å" * 200), NOW)
        names = [one.name for one in rows.everyone(session)]
    assert sorted(names) == ["EKSEMPEL KAFÉ AS", f"Eksempel KAFÉ AS ({B})", "Å" * 120]


def test_nothing_of_a_person_is_kept_of_a_sole_proprietorship(database: Database) -> None:
    with database.write() as session:
        company = link(session, KARI, replace(CAFE, form="ENK", name=PERSON).bare(), NOW)
        row = session.get_one(RegisterUnit, A)
        assert row.unit() == Unit(A, "ENK", "active", "56.110")
        assert company.name == f"Enkeltpersonforetak {A[:3]} {A[3:6]} {A[6:]}"
        assert traits(company) == ("hospitality", "", "")
