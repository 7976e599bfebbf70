"""Which schemes fit a company: why, what is missing, and what is over."""

from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest
from pydantic import ValidationError

from bot.core.texts import Text, same
from knowledge.entry import Aim, Entry, Fits, Valid
from knowledge.library import load
from knowledge.support import Company, Match, matches
from tests.knowledge.entries import entry

TODAY = date(2026, 3, 10)
COMPANY = Company(frozenset({"start"}), "under_3", "lorenskog")


def scheme(**given: Any) -> Entry:
    dates = {name: given.pop(name) for name in ("valid", "deadline") if name in given}
    fits = Fits(**{"aims": ("start",), "decides": same("Noen"), "where": "https://example.org"} | given)
    return entry("scheme.en", "scheme", "En ordning.", "Hva er ordningen?", fits=fits, **dates)


def match(company: Company = COMPANY, **given: Any) -> Match | None:
    return next(iter(matches(company, [scheme(**given)], TODAY)), None)


def test_a_scheme_fits_where_it_is_for_what_the_company_is_up_to() -> None:
    found = match(aims=("idea", "start", "develop"))
    assert found is not None
    assert (found.state, found.why, found.lacks) == ("fits", ("start",), ())
    assert match(aims=("energy",)) is None


def test_an_entry_without_rules_is_never_offered() -> None:
    assert matches(COMPANY, [entry("scheme.to", "scheme", "En.", "Hva?")], TODAY) == []


@pytest.mark.parametrize(
    ("age", "lacks", "exceptionally"),
    [("unregistered", (), False), ("under_3", (), False), ("under_5", (), True), ("older", ("young",), False)],
)
def test_age_may_be_exceeded_exceptionally(age: Any, lacks: tuple[str, ...], exceptionally: bool) -> None:
    found = match(replace(COMPANY, age=age), under=3, exceptionally=5)
    assert found is not None
    assert (found.lacks, found.exceptionally) == (lacks, exceptionally)


def test_who_is_not_registered_is_told_so() -> None:
    found = match(replace(COMPANY, age="unregistered"), registered=True)
    assert found is not None
    assert (found.state, found.lacks) == ("lacks", ("registered",))


@pytest.mark.parametrize(
    ("place", "wanted", "lacks"),
    [
        ("lorenskog", "akershus", ()),
        ("akershus", "lorenskog", ("place",)),
        (None, "akershus", ("place",)),
        (None, None, ()),
    ],
)
def test_loerenskog_lies_in_akershus(place: Any, wanted: Any, lacks: tuple[str, ...]) -> None:
    found = match(replace(COMPANY, place=place), place=wanted)
    assert found is not None
    assert found.lacks == lacks


def test_a_deadline_that_has_passed_is_never_open() -> None:
    found = match(deadline=date(2026, 3, 9))
    assert found is not None
    assert (found.state, found.over) == ("over", date(2026, 3, 9))


def test_what_has_ended_is_not_offered() -> None:
    assert match(valid=Valid(until=date(2026, 3, 9))) is None


@pytest.mark.parametrize("last", [{"deadline": TODAY}, {"valid": Valid(until=TODAY)}], ids=["deadline", "validity"])
def test_the_last_day_is_still_open(last: dict[str, Any]) -> None:
    found = match(**last)
    assert found is not None
    assert found.state == "fits"


@pytest.mark.parametrize(
    ("age", "holds"),
    [
        ("unregistered", ("place",)),
        ("under_3", ("registered", "young", "place")),
        ("under_5", ("registered", "place")),  # it is only exceptionally possible
        ("older", ("registered", "place")),
    ],
)
def test_what_is_asked_for_and_there_is_a_reason(age: Any, holds: tuple[str, ...]) -> None:
    found = match(replace(COMPANY, age=age), registered=True, under=3, exceptionally=5, place="akershus")
    assert found is not None
    assert found.holds == holds


def test_what_fits_comes_first_and_what_is_over_last() -> None:
    given = [scheme(deadline=date(2020, 1, 1)), scheme(place="akershus"), scheme()]
    states = [each.state for each in matches(replace(COMPANY, place=None), given, TODAY)]
    assert states == ["fits", "lacks", "over"]


def test_words_of_a_rule_must_stand_in_all_languages() -> None:
    with pytest.raises(ValidationError, match="is missing in nn"):
        scheme(needs=Text(nb="Noe", nn=" ", en="Something"))


def test_rules_belong_to_schemes_alone() -> None:
    fits = scheme().fits
    with pytest.raises(ValidationError, match="`fits` belongs to entries of kind scheme alone"):
        entry("figure.en", "figure", "Ti.", "Hvor mange?", fits=fits)


# --- the shipped schemes ---


def ids(company: Company, state: str) -> set[str]:
    found = matches(company, load().entries.values(), TODAY)
    return {each.entry.id.removeprefix("scheme.") for each in found if each.state == state}


def test_a_young_company_with_research_is_told_of_closed_calls_as_closed() -> None:
    company = Company(frozenset({"start", "research", "develop"}), "under_3", "lorenskog")
    assert {"oppstartstilskudd", "oppstartslan", "skattefunn", "innovasjonskontrakt"} <= ids(company, "fits")
    assert ids(company, "over") == {"ipn"}


def test_an_old_company_that_hires_is_not_sent_to_start_up_grants() -> None:
    company = Company(frozenset({"hire", "apprentice"}), "older", "lorenskog")
    fitting = {"midlertidig_lonnstilskudd", "inkluderingstilskudd", "mentortilskudd", "larlingtilskudd"}
    assert (ids(company, "fits"), ids(company, "lacks")) == (fitting, set())


def test_every_scheme_with_rules_is_offered_to_somebody() -> None:
    everything = Company(frozenset(get_args(Aim)), "under_3", "lorenskog")
    ruled = [each for each in load().entries.values() if each.fits]
    assert len(matches(everything, ruled, TODAY)) == len(ruled) >= 15
