"""Whatever is added and subtracted of what is shown, no figure tells of few; and what could be shown is shown."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.answers.protection import breakdown, tells_of_few

ENOUGH, OPTIONS = 3, 3
PEOPLE = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from("st"), st.integers(0, OPTIONS - 1)),
    min_size=3,
    max_size=11,
)


def rank(rows: list[list[Fraction]]) -> int:
    """Plainly, with fractions."""
    rows, height = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        found = next((n for n in range(height, len(rows)) if rows[n][column]), None)
        if found is None:
            continue
        rows[height], rows[found] = rows[found], rows[height]
        for n in range(height + 1, len(rows)):
            factor = rows[n][column] / rows[height][column]
            rows[n] = [value - factor * above for value, above in zip(rows[n], rows[height], strict=True)]
        height += 1
    return height


def attacked(sums: Sequence[frozenset[str]], enough: int) -> bool:
    """Every set of fewer persons: can a combination of the sums be zero for everybody else?"""
    everybody = sorted(frozenset().union(*sums))
    rows = [[Fraction(who in one) for who in everybody] for one in sums]
    for few in combinations(range(len(everybody)), min(enough - 1, len(everybody))):
        others = [[value for n, value in enumerate(row) if n not in few] for row in rows]
        if rank(others) < rank(rows):
            return True
    return False


def sets(people: list[tuple[str, str, str, int]]) -> tuple[dict[str, list[int]], dict[str, dict[str, str]]]:
    names = [f"p{n}" for n in range(len(people))]
    answers = {name: [one[3]] for name, one in zip(names, people, strict=True)}
    traits = {f"trait {n}": {name: str(one[n]) for name, one in zip(names, people, strict=True)} for n in range(3)}
    return answers, traits


@given(people=PEOPLE)
@settings(max_examples=150)
def test_nothing_that_can_be_worked_out_of_what_is_shown_tells_of_few(people: list[tuple[str, str, str, int]]) -> None:
    answers, traits = sets(people)
    shown = breakdown(answers, OPTIONS, traits, ENOUGH)
    sums: list[frozenset[str]] = [frozenset(answers)]
    for trait, groups in shown.items():
        members = [frozenset(who for who in answers if traits[trait][who] == group.name) for group in groups]
        assert [group.turnout for group in groups] == [len(one) for one in members]
        assert [sum(group.counts) for group in groups] == [len(one) for one in members]
        sums += members
    assert not attacked(sums, ENOUGH)


@given(people=PEOPLE)
@settings(max_examples=150)
def test_the_quick_look_sees_what_the_slow_one_sees(people: list[tuple[str, str, str, int]]) -> None:
    answers, traits = sets(people)
    sums: list[frozenset[str]] = [frozenset(answers)]
    for values in traits.values():
        sums += [frozenset(who for who in answers if values[who] == name) for name in sorted(set(values.values()))]
    assert tells_of_few(sums, ENOUGH) == attacked(sums, ENOUGH)


def groups(sizes: dict[str, int]) -> dict[str, str]:
    names = [name for name, size in sizes.items() for _ in range(size)]
    return {f"p{n}": name for n, name in enumerate(names)}


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"a": 10, "b": 6}, ["a", "b"]),
        ({"a": 10, "b": 6, "c": 4}, ["a"]),  # else c is what is left over
        ({"a": 10, "b": 6, "c": 4, "d": 1}, ["a", "b"]),
        ({"a": 4, "b": 4, "c": 4}, []),
        ({"a": 12}, []),  # as the whole
    ],
)
def test_small_groups_and_what_would_tell_them_are_left_out(sizes: dict[str, int], shown: list[str]) -> None:
    values = groups(sizes)
    answers = {who: [n % 2] for n, who in enumerate(values)}
    given = breakdown(answers, 2, {"branch": values}, 5)
    assert [group.name for group in given.get("branch", [])] == shown


def test_a_group_that_differs_from_another_by_few_is_left_out() -> None:
    people = [f"p{n}" for n in range(24)]
    answers = {who: [n % 2] for n, who in enumerate(people)}
    branch = {who: "trade" if n < 10 else "other" for n, who in enumerate(people)}
    area = {who: "visperud" if n < 8 else "elsewhere" for n, who in enumerate(people)}
    given = breakdown(answers, 2, {"branch": branch, "area": area}, 5)
    assert {trait: [group.name for group in shown] for trait, shown in given.items()} == {"branch": ["other", "trade"]}


def test_a_group_in_which_all_chose_the_same_is_left_out() -> None:
    values = groups({"a": 8, "b": 7, "c": 6})
    answers = {who: [0 if name == "b" else n % 2] for n, (who, name) in enumerate(values.items())}
    given = breakdown(answers, 2, {"branch": values}, 5)
    assert [group.name for group in given["branch"]] == ["a"]


def test_a_group_is_left_out_where_all_who_are_in_a_larger_one_and_not_in_it_chose_the_same() -> None:
    people = [f"p{n:02}" for n in range(32)]
    answers = {who: [0 if 10 <= n < 16 else n % 2] for n, who in enumerate(people)}
    branch = {who: "trade" if n < 16 else "other" for n, who in enumerate(people)}
    area = {who: "visperud" if n < 10 else "elsewhere" for n, who in enumerate(people)}
    given = breakdown(answers, 2, {"branch": branch, "area": area}, 5)
    assert {trait: [group.name for group in shown] for trait, shown in given.items()} == {"branch": ["other", "trade"]}


def test_a_group_is_left_out_where_what_several_leave_of_a_larger_one_chose_the_same() -> None:
    people = [f"p{n:02}" for n in range(36)]
    answers = {who: [0 if 12 <= n < 18 else n % 2] for n, who in enumerate(people)}
    branch = {who: "trade" if n < 18 else "other" for n, who in enumerate(people)}
    area = {who: "ab"[n // 6] if n < 12 else "elsewhere" for n, who in enumerate(people)}
    given = breakdown(answers, 2, {"branch": branch, "area": area}, 5)
    assert [group.name for group in given["branch"]] == ["other", "trade"]
    assert len(given["area"]) < 3


def test_fewer_answers_than_enough_have_no_groups() -> None:
    assert breakdown({"p0": [0], "p1": [1]}, 2, {"branch": {"p0": "a", "p1": "a"}}, 3) == {}
