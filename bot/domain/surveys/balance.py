"""A selection that is balanced over branch, area and size: by one plain rule, and the same again from the same seed."""

import random
from collections import Counter
from collections.abc import Mapping

Traits = Mapping[str, Mapping[str, str]]
"""Trait -> company -> group; who is not there is in the group without a name."""


def balanced(candidates: Mapping[str, str], invited: list[str], traits: Traits, size: int, seed: int) -> list[str]:
    """At most `size` of the candidates (person -> company), one of a company, in the order in which they were taken.

    For each trait the seats are shared out among its groups by how many companies of each were invited (`seats`). Then
    one after the other is taken: whoever's groups lack the largest part of their seats, the traits added up. Among
    equals the first in an order drawn with `seed` from the candidates sorted by id. Nothing else goes in.
    """
    quotas = {
        trait: seats(Counter(groups.get(company, "") for company in invited), size) for trait, groups in traits.items()
    }
    taken = {trait: Counter[str]() for trait in traits}
    order = sorted(candidates)
    random.Random(seed).shuffle(order)  # noqa: S311  to be repeated, not to be secret

    def lack(person: str) -> float:
        found = 0.0
        for trait, groups in traits.items():
            group = groups.get(candidates[person], "")
            quota = quotas[trait][group]
            found += (quota - taken[trait][group]) / max(1, quota)
        return found

    chosen: list[str] = []
    while order and len(chosen) < size:
        person = max(order, key=lack)  # the first of equals
        chosen.append(person)
        for trait, groups in traits.items():
            taken[trait][groups.get(candidates[person], "")] += 1
        order = [one for one in order if candidates[one] != candidates[person]]
    return chosen


def seats(groups: Mapping[str, int], size: int) -> Counter[str]:
    """Seats in proportion to how many are in each group, by largest remainder: each gets the whole part of its share,
    and the seats left over go to the largest fractions, among equals by name.
    """
    total = sum(groups.values())
    given = Counter({name: size * count // total for name, count in groups.items()})
    left = sorted(groups, key=lambda name: (-(size * groups[name] % total), name))
    given.update(left[: size - given.total()])
    return given
