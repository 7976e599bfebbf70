"""Figures about few people are not shown, and cannot be worked out."""

import pytest

from bot.core.few import Counted, counted, shown


def group(count: int, *people: str) -> Counted:
    return Counted(count, set(people))


MANY, OTHERS, FEW, TWO = "abcdef", "ghijk", "xyz", "uv"


def test_questions_and_persons_are_counted_by_group() -> None:
    found = counted([("nb", "a"), ("nb", "a"), ("nb", None), ("en", "b")])
    assert found == {"nb": group(3, "a"), "en": group(1, "b")}


@pytest.mark.parametrize(
    ("groups", "left"),
    [
        ({"a": group(6, *MANY), "b": group(9, *OTHERS)}, {"b": 9, "a": 6}),
        ({"a": group(6, *MANY), "b": group(9, *OTHERS), "c": group(3, *FEW)}, {"b": 9}),
        ({"a": group(6, *MANY), "b": group(3, *FEW), "c": group(2, *TWO)}, {"a": 6}),
        ({"a": group(6, *MANY), "b": group(3, *FEW)}, {}),
        ({"b": group(3, *FEW)}, {}),
        ({}, {}),
    ],
    ids=["enough", "the rest would tell of three", "the rest is of five", "two groups", "few", "none"],
)
def test_what_is_left_out_is_never_of_few(groups: dict[str, Counted], left: dict[str, int]) -> None:
    assert shown(groups) == left
    assert list(shown(groups)) == list(left)
