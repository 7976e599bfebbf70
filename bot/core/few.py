"""Figures about few people are not shown, also not as what is left between figures that are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

ENOUGH = 5  # persons


@dataclass
class Counted:
    """How many, and of whom."""

    count: int = 0
    people: set[str] = field(default_factory=set)


def counted(pairs: Iterable[tuple[str, str | None]]) -> dict[str, Counted]:
    """Pairs of a group and a person; whoever is not known any more counts as nobody."""
    groups: dict[str, Counted] = {}
    for group, person in pairs:
        found = groups.setdefault(group, Counted())
        found.count += 1
        found.people |= {person} if person else set()
    return groups


def shown(groups: Mapping[str, Counted]) -> dict[str, int]:
    """The groups of a whole, most first, without those of few people; what is left out together is of enough, or none.

    Otherwise the whole less what is shown would tell the figure that is not.
    """
    left = sorted(groups.items(), key=lambda group: -group[1].count)
    kept = [group for group in left if len(group[1].people) >= ENOUGH]
    hidden = [group for group in left if group not in kept]
    while hidden and kept and len(set().union(*(each.people for _, each in hidden))) < ENOUGH:
        hidden.append(kept.pop())
    return {name: each.count for name, each in kept}
