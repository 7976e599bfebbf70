"""Companies as a table: a CSV with the columns of COLUMNS."""

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.texts import LANGUAGES
from bot.domain.companies.rows import BRANCHES, LONGEST_NAME, SIZES, Told

COLUMNS = ("name", "branch", "area", "size")


@dataclass(frozen=True)
class Fault:
    """`line` counts from 1, the header included."""

    line: int
    words: str


def read(text: str, areas: Mapping[str, str]) -> tuple[list[Told], list[Fault]]:
    """Rows of a CSV with the columns of COLUMNS. `areas`: from a name in lower case to an area's id.

    `size` is a number of employees or a word of SIZES; `branch` a word of BRANCHES or its name in any language.
    """
    text = text.removeprefix("\ufeff")
    first = text.partition("\n")[0]
    rows = csv.DictReader(io.StringIO(text), delimiter=";" if first.count(";") > first.count(",") else ",")
    if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
        return [], [Fault(1, f"these columns are missing: {', '.join(missing)}")]
    told, faults = [], []
    for row in rows:
        try:
            told.append(_told(row, areas))
        except ValueError as error:
            faults.append(Fault(rows.line_num, str(error)))
    twice = {one.name.casefold() for n, one in enumerate(told) if one.name.casefold() in _names(told[:n])}
    return told, faults + [Fault(1, f"«{name}» stands there twice") for name in sorted(twice)]


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
