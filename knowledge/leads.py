"""Which entries make up the answer: the best one, or the contact and the area where both are asked for."""

from collections.abc import Callable, Sequence

from knowledge.entry import Entry
from knowledge.rank import Ranked
from knowledge.understand import Understood

HELPS = 0.9  # how surely the helper of an entry that fits is the one who is asked for
OWN_AREA = 0.3  # what it adds that a contact is for the named area and no other
Find = Callable[[str], Entry | None]


def leads(understood: Understood, ranked: Sequence[Ranked], find: Find) -> tuple[Entry, ...]:
    """One entry, save that «who handles X at Y?» needs the contact for X and the area Y."""
    handler = _handler(understood, ranked, find) if ranked and "handler" in understood.wants else None
    if handler is None:
        return tuple(each.entry for each in ranked[:1])
    named = [area for name in sorted(understood.areas) if (area := find(name))]
    area = next((area for area in named if area.id in handler.areas or area.handled_by == handler.id), None)
    return (handler, area) if area else (handler,)


def _handler(understood: Understood, ranked: Sequence[Ranked], find: Find) -> Entry | None:
    """The contact that fits the question best, by itself or as the one that helps with an entry that fits."""
    total = sum(each.weight for each in understood.asked) or 1.0
    chances = [(_matter(understood, each, total), each.entry) for each in ranked if each.entry.kind == "contact"]
    for each in ranked:
        helper = find(each.entry.handled_by) if each.entry.handled_by else None
        if helper:
            chances.append((_matter(understood, each, total) * HELPS, helper))
    likely = [(score + _own_area(understood, entry), entry) for score, entry in chances if score > ranked[0].score / 2]
    return max(likely, key=lambda chance: chance[0])[1] if likely else None


def _own_area(understood: Understood, contact: Entry) -> float:
    """A contact for this area alone goes before one for many."""
    return OWN_AREA / len(contact.areas) if understood.areas.intersection(contact.areas) else 0.0


def _matter(understood: Understood, each: Ranked, total: float) -> float:
    """How well it fits the matter: a contact need not know the place, but it must know what is handled there."""
    matter = [lack for lack in each.lacks if lack.word not in understood.where and not lack.elsewhere]
    return each.score - sum(lack.weight for lack in matter) / total
