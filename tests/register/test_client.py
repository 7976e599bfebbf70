"""The register is asked by its newest version; what it answers becomes a value, and its errors a kind of error."""

import time
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from bot.domain.companies.units import Unit
from bot.register.client import HITS, PAGE, Misshapen, Register, SwitchedOff, TooMany, Unreachable, connect
from bot.register.reading import Change
from tests.register.standin import HERE, NUMBERS, PERSON, StandIn, branch, company

A, B, C, D = NUMBERS[:4]
NOW = datetime(2026, 3, 10, 8, tzinfo=UTC)
WHOLE = Unit(
    A,
    "AS",
    "active",
    "56.110",
    name="EKSEMPEL AS",
    trade="Drift av restauranter og kafeer",
    employees=7,
    street="Eksempelveien 12",
    postal_code="1470",
    city="LØRENSKOG",
    municipality=HERE,
)


def test_a_company_is_looked_up_by_number(standin: StandIn, client: Register) -> None:
    standin.add(company(A))
    assert client.unit(A) == WHOLE
    assert standin.asked == [(f"enheter/{A}", {}, "application/vnd.brreg.enhetsregisteret.enhet.v2+json")]


def test_a_branch_is_found_too_and_shows_where_it_is(standin: StandIn, client: Register) -> None:
    standin.add(company(A), branch(B, A))
    assert client.unit(B) == replace(WHOLE, number=B, form="BEDR", name="EKSEMPEL AS AVD LØRENSKOG", parent=A)
    assert standin.asked[1][2] == "application/vnd.brreg.enhetsregisteret.underenhet.v2+json"


def test_there_is_no_such_number(client: Register) -> None:
    assert client.unit(A) is None


@pytest.mark.parametrize(
    ("told", "state"),
    [
        ({"konkurs": True}, "bankrupt"),
        ({"underAvvikling": True}, "winding up"),
        ({"underTvangsavviklingEllerTvangsopplosning": True}, "winding up"),
        ({"slettedato": "2026-03-01", "konkurs": True}, "deleted"),
    ],
)
def test_what_became_of_a_company_is_its_state(
    standin: StandIn, client: Register, told: dict[str, Any], state: str
) -> None:
    standin.add(company(A, **told))
    assert client.unit(A) == replace(WHOLE, state=state)  # type: ignore[arg-type]


def test_a_company_that_the_register_may_not_tell_of_is_gone(standin: StandIn, client: Register) -> None:
    standin.gone.add(A)
    assert client.unit(A) == Unit(A, "", "gone")


def test_everything_but_number_name_and_form_may_be_missing(standin: StandIn, client: Register) -> None:
    told = {"organisasjonsnummer": A, "navn": "EKSEMPEL AS", "organisasjonsform": {"kode": "AS"}}
    standin.companies[A] = told
    assert client.unit(A) == Unit(A, "AS", "active", name="EKSEMPEL AS")
    strange: dict[str, Any] = {"naeringskode1": None, "antallAnsatte": "7", "forretningsadresse": [], "konkurs": "nei"}
    standin.companies[A] = told | strange
    assert client.unit(A) == Unit(A, "AS", "active", name="EKSEMPEL AS")


def test_endless_and_unprintable_words_are_cut(standin: StandIn, client: Register) -> None:
    place = {"adresse": ["Å" * 500 + " 1"], "postnummer": "1470\0", "poststed": "x\ny"}
    standin.add(company(A, "EKSEMPEL\0\n" + "Å" * 5000, forretningsadresse=place))
    found = client.unit(A)
    assert found
    assert (len(found.name), found.name[:10], found.postal_code, found.city) == (200, "EKSEMPEL Å", "1470", "x y")


# --- persons ---


def test_of_a_sole_proprietorship_only_number_form_code_and_state_come_in(standin: StandIn, client: Register) -> None:
    standin.add(company(A, PERSON, "ENK"))
    assert client.unit(A) == Unit(A, "ENK", "active", "56.110")


def test_so_do_they_of_its_branches_and_of_those_whose_company_is_not_told(standin: StandIn, client: Register) -> None:
    standin.add(company(A, PERSON, "ENK"), branch(B, A, PERSON), branch(C, D, PERSON), company(NUMBERS[5]))
    standin.add(branch(NUMBERS[6], NUMBERS[5]))
    assert client.unit(B) == Unit(B, "BEDR", "active", "56.110", parent=A)
    page = client.page("underenheter", HERE, 0)
    assert [PERSON in repr(one) for one in page.units] == [False] * 3
    assert [one.name for one in page.units] == ["", "", "EKSEMPEL AS AVD LØRENSKOG"]


def test_nothing_about_roles_is_asked_and_no_telephone_or_address_of_a_person_comes_in(
    standin: StandIn, client: Register
) -> None:
    standin.add(company(A))
    known = repr(client.unit(A))
    assert [word for word in ("00 00", "example.org", "Ola") if word in known] == []
    assert [path for path, _, _ in standin.asked if "roller" in path] == []


# --- searches ---


def test_a_name_finds_companies_anywhere_and_branches_here(standin: StandIn, client: Register) -> None:
    elsewhere = branch(C, A, "EKSEMPEL AVD ANDRE STEDER")
    elsewhere["beliggenhetsadresse"] |= {"kommunenummer": "0301"}
    standin.add(company(A, "Eksempel Bakeri AS"), branch(B, A, "Eksempel Bakeri avd Fjellhamar"), elsewhere)
    assert [one.number for one in client.named("eksempel", HERE)] == [A, B]
    assert standin.asked[0][1] == {"navn": "eksempel", "size": str(HITS)}
    assert client.named("finnes ikke", HERE) == []


def test_a_municipality_is_read_by_its_business_addresses_page_by_page(standin: StandIn, client: Register) -> None:
    standin.add(*(company(number) for number in NUMBERS[: PAGE + 1]))
    first, second = (client.page("enheter", HERE, n) for n in range(2))
    assert [(len(one.units), one.total, one.last) for one in (first, second)] == [(100, 101, False), (1, 101, True)]
    assert standin.asked[0][1] == {"forretningsadresse.kommunenummer": HERE, "size": "100", "page": "0"}
    between = client.page("enheter", HERE, 0, date(2020, 2, 1), date(2021, 1, 31))
    assert (between.units, between.total, between.last) == ((), 0, True)


def test_changes_come_after_the_position_that_was_seen_whether_or_not_it_is_told_again(
    standin: StandIn, client: Register
) -> None:
    standin.changed(A, B, C)
    first = client.changes("enheter", None, NOW)
    assert [one.number for one in first] == [A, B, C]
    assert client.changes("enheter", first[0].position, NOW) == [Change(24_000_003, B), Change(24_000_006, C)]
    assert client.changes("enheter", first[2].position, NOW) == []
    assert standin.asked[0][1] == {"dato": "2026-03-10T08:00:00.000Z", "size": "100"}


def test_a_unit_or_change_that_cannot_be_read_keeps_no_other_away(standin: StandIn, client: Register) -> None:
    standin.add(company(A), company(B) | {"organisasjonsform": None}, company("123456789"))
    assert [one.number for one in client.page("enheter", HERE, 0).units] == [A]
    standin.changed(A, B)
    standin.feeds["enheter"][0]["organisasjonsnummer"] = None
    assert client.changes("enheter", None, NOW) == [Change(24_000_000, ""), Change(24_000_003, B)]


# --- errors ---


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_fault_of_the_registers_is_something_that_may_work_later(
    standin: StandIn, client: Register, status: int
) -> None:
    standin.fails(status)
    with pytest.raises(Unreachable, match=f"http {status}"):
        client.unit(A)


@pytest.mark.parametrize(("said", "seconds"), [("7", 7.0), ("0.5", 0.5), ("tomorrow", 30.0), (None, 30.0)])
def test_too_many_questions_say_how_long_to_wait(
    standin: StandIn, client: Register, said: str | None, seconds: float
) -> None:
    standin.fails(429, headers={"Retry-After": said} if said else {})
    with pytest.raises(TooMany) as error:
        client.unit(A)
    assert error.value.seconds == seconds


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b'{"organisasjonsnummer": ', b"[]", b"null", b"{}", b'{"organisasjonsnummer": "123"}']
)
def test_a_broken_answer_is_misshapen(standin: StandIn, client: Register, body: bytes) -> None:
    standin.fails(200, body)
    with pytest.raises(Misshapen):
        client.unit(A)


def test_a_question_that_is_not_taken_is_misshapen(standin: StandIn, client: Register) -> None:
    with pytest.raises(Misshapen, match="http 400"):
        client.page("enheter", HERE, 100)
    standin.fails(200, b"{}")
    with pytest.raises(Misshapen):
        client.page("enheter", HERE, 0)
    standin.fails(404)
    with pytest.raises(Misshapen):
        client.named("x", HERE)
    standin.fails(302, headers={"Location": "https://example.org"})
    with pytest.raises(Misshapen, match="http 302"):
        client.unit(A)


def test_who_is_too_slow_or_not_there_is_not_waited_for(standin: StandIn, client: Register) -> None:
    standin.hold.clear()
    with pytest.raises(Unreachable, match="ReadTimeout"):
        client.unit(A)
    with (
        closing(connect("http://127.0.0.1:9/api", on=True)) as nobody,
        pytest.raises(Unreachable, match="ConnectError"),
    ):
        nobody.unit(A)


def test_switched_off_nothing_is_asked(standin: StandIn) -> None:
    with closing(connect(standin.url, on=False)) as client, pytest.raises(SwitchedOff):
        client.unit(A)
    assert standin.asked == []


def test_who_is_patient_asks_again_as_long_as_it_does_not_take_too_long(standin: StandIn, client: Register) -> None:
    standin.add(company(A))
    patient = replace(client, waits=(0.01, 0.01, 0.01), patience=0.2)
    standin.fails(503, times=2)
    standin.fails(429, headers={"Retry-After": "0.1"})
    begun = time.monotonic()
    assert patient.unit(A) == WHOLE
    assert time.monotonic() - begun > 0.1
    standin.fails(503, times=4)
    with pytest.raises(Unreachable):
        patient.unit(A)
    standin.fails(429, headers={"Retry-After": "60"})
    with pytest.raises(TooMany):
        patient.unit(A)


def test_the_address_may_end_with_a_slash(standin: StandIn) -> None:
    standin.add(company(A))
    with closing(connect(f"{standin.url}/", on=True)) as client:
        assert client.unit(A) == WHOLE
