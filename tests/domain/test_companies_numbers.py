"""Organisation numbers are checked before anybody is asked about them."""

import pytest

from bot.core.errors import UserError
from bot.domain.companies import numbers

KNOWN = "842566142"  # Lørenskog kommune


@pytest.mark.parametrize(
    "typed", [KNOWN, "842 566 142", " 842.566.142 ", "NO 842566142 MVA", "Org.nr. 842 566 142", "orgnr: 842566142"]
)
def test_a_number_is_read_as_people_write_it(typed: str) -> None:
    assert numbers.read(typed, "x") == KNOWN


@pytest.mark.parametrize(
    "typed", ["Eksempel AS", "24 7", "", "1881", "7-Eksempel", "842566142 Eksempel AS", "٨٤٢٥٦٦١٤٢"]
)
def test_other_words_are_a_name(typed: str) -> None:
    assert numbers.read(typed, "x") is None


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("842566143", numbers.WRONG_DIGIT),
        ("845266142", numbers.WRONG_DIGIT),
        ("84256614", numbers.WRONG_LENGTH),
        ("8425661420", numbers.WRONG_LENGTH),
    ],
)
def test_a_number_that_cannot_be_one_is_refused_at_its_field(typed: str, words: object) -> None:
    with pytest.raises(UserError) as refused:
        numbers.read(typed, "search")
    assert (refused.value.words, refused.value.field) == (words, "search")


def test_each_changed_digit_and_most_swapped_ones_are_noticed() -> None:
    others = [KNOWN[:n] + digit + KNOWN[n + 1 :] for n in range(9) for digit in "0123456789" if digit != KNOWN[n]]
    assert [other for other in others if numbers.is_valid(other)] == []
    assert not any(map(numbers.is_valid, ["", "x" * 9, KNOWN + "0", "٨٤٢٥٦٦١٤٢"]))


def test_a_number_is_shown_in_threes() -> None:
    assert numbers.spaced(KNOWN) == "842 566 142"
