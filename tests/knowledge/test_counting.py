"""Whether an entry counts a thing."""

import pytest

from knowledge.counting import counts, has_number
from knowledge.index import Index
from knowledge.terms import asked_words
from tests.knowledge.entries import entry

ENTRY = entry("area.a", "area", "Tomta er på 120 mål. Der kommer 12 butikker. Det blir også hotell.", "Hva er tomta?")

LICENCE = entry("procedure.a", "procedure", "Et skjenkested må ha styrer over 20 år.", "Hva må et skjenkested ha?")


@pytest.mark.parametrize("text", ["over 40 ansatte", "tre kontorer", "60 % er små", "1 milliard kroner"])
def test_numbers(text: str) -> None:
    assert has_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "vedtatt 15.03.2023",
        "i 2019–2022",
        "8. etasje",
        "Festplassen 1",
        "§ 12-3",
        "tlf. 67 93 40 00",
        "to av de fire årene",
    ],
)
def test_what_looks_like_a_number_and_counts_nothing(text: str) -> None:
    assert not has_number(text)


def test_how_long_or_how_old_counts_no_other_thing() -> None:
    [place] = asked_words("skjenkested", "nb", Index([LICENCE]))
    assert not counts(LICENCE, place)


def test_a_part_of_an_english_word_is_not_counted() -> None:
    malls = entry("figure.a", "figure", "There are two shopping centres.", "Which shopping centres are there?")
    shop, centres = asked_words("shop centres", "en", Index([malls]))
    assert (counts(malls, shop), counts(malls, centres)) == (False, True)


def test_number_words_are_read_by_their_language() -> None:
    assert has_number("to kontorer", "nb")
    assert not has_number("it is to open", "en")


@pytest.mark.parametrize(("thing", "counted"), [("butikker", True), ("hotell", False), ("mål", True)])
def test_a_number_stands_in_the_sentence_of_the_thing(thing: str, counted: bool) -> None:
    [asked] = asked_words(thing, "nb", Index([ENTRY]))
    assert counts(ENTRY, asked) is counted
