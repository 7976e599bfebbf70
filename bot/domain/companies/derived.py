"""What follows from the register's facts: branch and size, by which figures are split.

Source of the divisions: Statistics Norway's standard for industrial classification, SN2007 (Klass, classification 6).
Only the first two digits of a code count.
"""

from itertools import chain

from bot.domain.companies.rows import SIZES

# Divisions of SN2007, by its sections: A; B, C; F; G; H; I; J; K; L; M, N; P; Q; R. All others: «other».
DIVISIONS: dict[str, tuple[range, ...]] = {
    "farming": (range(1, 4),),
    "industry": (range(5, 34),),
    "building": (range(41, 44),),
    "trade": (range(45, 48),),
    "transport": (range(49, 54),),
    "hospitality": (range(55, 57),),
    "it": (range(58, 64),),
    "finance": (range(64, 67),),
    "property": (range(68, 69),),
    "services": (range(69, 83),),
    "education": (range(85, 86),),
    "health": (range(86, 89),),
    "culture": (range(90, 94),),
}
BY_DIVISION = {division: branch for branch, spans in DIVISIONS.items() for division in chain(*spans)}


def branch(code: str) -> str:
    """A word of BRANCHES for an industry code such as 56.110; empty where none is told."""
    division = code[:2]
    if not (division.isascii() and division.isdecimal()) or not 0 < int(division) < 99:
        return ""
    return BY_DIVISION.get(int(division), "other")


def size(employees: int | None) -> str:
    """A word of SIZES; empty where the number is not told."""
    if employees is None:
        return ""
    return next((word for word, (least, _) in reversed(SIZES.items()) if employees >= least), next(iter(SIZES)))
