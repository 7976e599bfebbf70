"""The shipped entries hold all that a user of the network may expect: every goal, measure, figure, area and scheme."""

import re
from collections import Counter

import pytest

from bot.core.texts import LANGUAGES, Text
from knowledge.entry import Entry, Kind
from knowledge.library import load

ENTRIES = load().entries
FOCUS_AREAS = {1: 7, 2: 4, 3: 5, 4: 6, 5: 2, 6: 2}  # how many measures each has
YEAR = r"\b20[0-2]\d\b"
ALL_YEARS = Text(nb="alle fire årene", nn="alle fire åra", en="all four years")
YEARS_UNKNOWN = Text(nb="viser ikke hvilke", nn="viser ikkje kva år", en="does not show which")
AMOUNT = r"\d ?%|kroner|NOK"
DATE = YEAR + "|udatert|undated"


def of_kind(kind: Kind) -> list[str]:
    return [entry.id for entry in ENTRIES.values() if entry.kind == kind]


def rows() -> dict[str, str]:
    """The measures that are a row of the action plan's table, by id, and where in it they stand."""
    return {
        entry.id: source.position
        for entry in ENTRIES.values()
        for source in entry.source
        if entry.kind == "measure" and source.section == "HANDLINGSPLAN" and ", rad " in source.position
    }


def in_all(text: Text, wanted: Text) -> bool:
    return all(wanted[lang] in text[lang] for lang in LANGUAGES)


def says(entry: Entry, pattern: str) -> bool:
    return all(re.search(pattern, entry.text[lang]) for lang in LANGUAGES)


@pytest.mark.parametrize("number", FOCUS_AREAS)
def test_every_focus_area_has_its_goals_and_its_measures(number: int) -> None:
    goals = ENTRIES[f"plan.satsingsomrade{number}"]
    assert goals.id in ENTRIES["plan.satsingsomrader"].links
    assert goals.source[0].section.endswith("/ Mål")
    assert ENTRIES[f"measure.liste{number}"].links[0] == goals.id


def test_the_action_plan_is_whole() -> None:
    places = Counter(int(place.split(".")[0]) for place in rows().values())
    assert places == FOCUS_AREAS
    assert all(f"plan.satsingsomrade{place.split('.')[0]}" in ENTRIES[name].links for name, place in rows().items())


def test_every_measure_says_its_years_or_that_they_are_not_known() -> None:
    texts = [ENTRIES[name].text for name in rows()]
    assert sum(in_all(text, ALL_YEARS) for text in texts) == 10
    assert sum(in_all(text, YEARS_UNKNOWN) for text in texts) == 16


@pytest.mark.parametrize("name", of_kind("figure"))
def test_every_figure_has_its_year(name: str) -> None:
    assert says(ENTRIES[name], YEAR)


@pytest.mark.parametrize("name", of_kind("area"))
def test_every_area_has_someone_to_ask(name: str) -> None:
    assert ENTRIES[name].handled_by is not None


def test_every_finding_has_its_year() -> None:
    assert [name for name in of_kind("finding") if not says(ENTRIES[name], DATE)] == []


@pytest.mark.parametrize("name", [name for name in of_kind("scheme") if re.search(AMOUNT, ENTRIES[name].text.nb)])
def test_no_scheme_tells_an_amount_without_its_date(name: str) -> None:
    assert says(ENTRIES[name], DATE)


@pytest.mark.parametrize("name", of_kind("scheme"))
def test_every_scheme_says_where_to_read_on(name: str) -> None:
    assert any(source.url for source in ENTRIES[name].source)
