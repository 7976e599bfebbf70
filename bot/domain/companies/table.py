"""Tables as CSV: companies with the columns of COLUMNS, and the areas of places with those of PLACES."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.core.texts import LANGUAGES
from bot.domain.companies.places import PLACE, normal
from bot.domain.companies.rows import BRANCHES, LONGEST_NAME, SIZES, Told

T = TypeVar("T")

COLUMNS = ("name", "branch", "area", "size")
PLACES = ("place", "area")


@dataclass(frozen=True)
class Fault:
    """`line` counts from 1, the header included."""

    line: int
    words: str


def read(text: str, areas: Mapping[str, str]) -> tuple[list[Told], list[Fault]]:
    """Rows of a CSV with the columns of COLUMNS. `areas`: from a name in lower case to an area's id.

    `size` is a number of employees or a word of SIZES; `branch` a word of BRANCHES or its name in any language.
    """
    told, faults = _rows(text, COLUMNS, lambda row: _told(row, areas))
    twice = {one.name.casefold() for n, one in enumerate(told) if one.name.casefold() in _names(told[:n])}
    return told, faults + [Fault(1, f"«{name}» stands there twice") for name in sorted(twice)]


def read_places(text: str, areas: Mapping[str, str]) -> tuple[dict[str, str], list[Fault]]:
    """From a place, as the table of areas names it, to an area's id; an empty area: in none of them."""
    told, faults = _rows(text, PLACES, lambda row: (_place(row["place"] or ""), _area(row["area"] or "", areas)))
    return dict(told), faults


def _rows(text: str, columns: Sequence[str], taken: Callable[[Mapping[str, Any]], T]) -> tuple[list[T], list[Fault]]:
    """What `taken` makes of each row; it raises ValueError in words."""
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    if missing := [name for name in columns if name not in (rows.fieldnames or ())]:
        return [], [Fault(1, f"these columns are missing: {', '.join(missing)}")]
    told, faults = [], []
    for row in rows:
        try:
            told.append(taken(row))
        except ValueError as error:
            faults.append(Fault(rows.line_num, str(error)))
    return told, faults


def _place(typed: str) -> str:
    place = normal(typed)
    if not PLACE.fullmatch(place):
        raise ValueError(f"«{typed}» is no place; write a postal code, or postal code and street: 1470 Eksempelveien")
    return place


def _names(told: Iterable[Told]) -> set[str]:
    return {one.name.casefold() for one in told}


def _told(row: Mapping[str, Any], areas: Mapping[str, str]) -> Told:
    """Raises ValueError in words."""
    name, branch, area, size = (" ".join((row[column] or "").split()) for column in COLUMNS)
    if not 0 < len(name) <= LONGEST_NAME:
        raise ValueError(f"a company needs a name of {LONGEST_NAME} characters at most")
    return Told(name, _branch(branch), _area(area, areas), size_of(size))


def _branch(typed: str) -> str:
    words = {text[lang].casefold(): word for word, text in BRANCHES.items() for lang in LANGUAGES}
    return _known(typed, words | {word: word for word in BRANCHES}, "branch")


def _area(typed: str, areas: Mapping[str, str]) -> str:
    return _known(typed, {**areas, **{known: known for known in areas.values()}}, "area")


def size_of(typed: str) -> str:
    """The class of a number of employees, or the class as it stands; raises ValueError in words."""
    if not typed.isdecimal():
        return _known(typed.replace("–", "-"), {word: word for word in SIZES}, "size")
    return [word for word, (least, _) in SIZES.items() if int(typed) >= least or word == "1-4"][-1]


def _known(typed: str, words: Mapping[str, str], column: str) -> str:
    if typed and typed.casefold() not in words:
        raise ValueError(f"«{typed}» is no {column}; known are: {', '.join(sorted(set(words.values())))}")
    return words[typed.casefold()] if typed else ""
