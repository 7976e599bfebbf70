"""Which groups of those who answered may be shown, so that no figure, nor any worked out from several, tells of few.

Shown figures are sums over sets of persons: all of them, a branch, an area. Whoever adds and subtracts them gets sums
over other sets; `tells_of_few` looks whether one of those is of fewer than enough persons, as the few who are in a
branch but not in an area. What is left out of a whole is such a difference too, so nothing needs a rule of its own.
"""

import random
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

PRIME = 2**31 - 1
ORDERS = 6  # in which the sums are looked through


@dataclass(frozen=True)
class Group:
    """Some of those who answered, and how many of them chose each option."""

    name: str
    turnout: int
    counts: tuple[int, ...]


def stored(groups: Mapping[str, Sequence[Mapping[str, Any]]]) -> dict[str, list[Group]]:
    """Groups by trait, from what `asdict` made of them."""
    return {
        trait: [Group(one["name"], one["turnout"], tuple(one["counts"])) for one in found]
        for trait, found in groups.items()
    }


Answers = Mapping[str, Collection[int]]
"""Whoever answered, and the options that they chose."""


def breakdown(
    answers: Answers, options: int, traits: Mapping[str, Mapping[str, str]], enough: int
) -> dict[str, list[Group]]:
    """For each trait (branch, area) the groups that may be shown, the largest first. `traits`: trait -> who -> group.

    Groups are taken one after the other, and left out where with those before them they would tell of few, or of some
    who all chose the same.
    """
    everybody = frozenset(answers)
    if len(everybody) < enough:
        return {}
    taken: list[frozenset[str]] = [everybody]
    shown: dict[str, list[Group]] = {}
    for trait, values in traits.items():
        shown[trait] = []
        for name, people in _groups(everybody, values, enough):
            told = _worked_out([*taken, people])
            if all(len(some) >= enough and _differ(answers, some) for some in told):
                taken.append(people)
                shown[trait].append(Group(name, len(people), _counts(answers, people, options)))
    return {trait: groups for trait, groups in shown.items() if groups}


def _groups(everybody: frozenset[str], values: Mapping[str, str], enough: int) -> list[tuple[str, frozenset[str]]]:
    names = Counter(values.get(who, "") for who in everybody)
    order = sorted(names, key=lambda name: (-names[name], name))
    sets = ((name, frozenset(who for who in everybody if values.get(who, "") == name)) for name in order)
    return [(name, people) for name, people in sets if enough <= len(people) < len(everybody)]


def _differ(answers: Answers, people: frozenset[str]) -> bool:
    """Whether there is no option that all of them chose."""
    return not frozenset.intersection(*(frozenset(answers[who]) for who in people))


def _counts(answers: Answers, people: frozenset[str], options: int) -> tuple[int, ...]:
    counted = Counter(option for who in people for option in answers[who])
    return tuple(counted[option] for option in range(options))


def tells_of_few(sums: Sequence[frozenset[str]], enough: int) -> bool:
    """Whether some sum or difference of these sets' figures is over fewer than `enough` persons."""
    return any(len(some) < enough for some in _worked_out(sums))


def _worked_out(sums: Sequence[frozenset[str]]) -> Iterator[frozenset[str]]:
    """Whose figures can be had by adding and subtracting those of these sets.

    Persons who stand in the same sets are one column of a matrix, the sets are its rows; a combination of rows that is
    zero nearly everywhere is what is looked for. Gauss's elimination, with the columns in some order, gives one that
    is zero in all pivots but its own; the columns of many persons come first, then other orders follow.
    """
    columns: defaultdict[tuple[bool, ...], set[str]] = defaultdict(set)
    for who in frozenset().union(*sums):
        columns[tuple(who in one for one in sums)].add(who)
    order = sorted(columns, key=lambda column: (-len(columns[column]), column))
    dice = random.Random(0)  # noqa: S311  an order to look in, not a secret
    for _ in range(ORDERS):
        for row in _eliminated([[int(column[n]) for column in order] for n in range(len(sums))]):
            if any(row):
                yield frozenset().union(*(columns[column] for column, value in zip(order, row, strict=True) if value))
        dice.shuffle(order)


def _eliminated(matrix: list[list[int]]) -> Iterator[list[int]]:
    """The rows in reduced echelon form, modulo a prime."""
    height = 0
    for pivot in range(len(matrix[0])):
        found = next((n for n in range(height, len(matrix)) if matrix[n][pivot]), None)
        if found is None:
            continue
        matrix[height], matrix[found] = matrix[found], matrix[height]
        inverse = pow(matrix[height][pivot], -1, PRIME)
        top = matrix[height] = [value * inverse % PRIME for value in matrix[height]]
        for n, row in enumerate(matrix):
            if n != height and (factor := row[pivot]):
                matrix[n] = [(value - factor * above) % PRIME for value, above in zip(row, top, strict=True)]
        height += 1
    yield from matrix[:height]
