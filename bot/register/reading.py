"""From the register's JSON to values of ours. Every field but number, name and form may be missing.

Names of sole proprietorships end here: they are persons' names.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.domain.companies import numbers
from bot.domain.companies.units import LONGEST_NAME, LONGEST_STREET, LONGEST_WORD, State, Unit

Json = Mapping[str, Any]
STREET = re.compile(r"[^\W\d].*\s\d")
IN_CARE_OF = re.compile(r"(?:c/o|v/|att)", re.IGNORECASE)
WINDING_UP = ("underAvvikling", "underTvangsavviklingEllerTvangsopplosning")


class Misread(ValueError):
    """What came is not of the shape that the register promises."""


@dataclass(frozen=True)
class Page:
    """`total`: units in all pages; `last`: there is none after this one."""

    units: tuple[Unit, ...]
    total: int
    last: bool


@dataclass(frozen=True)
class Change:
    """Something about a unit changed; `position` grows from one to the next."""

    position: int
    number: str


def unit(told: Json, *, branch: bool = False) -> Unit:
    """Raises Misread."""
    number, form = told.get("organisasjonsnummer"), _words(_inside(told, "organisasjonsform").get("kode"), 16)
    if not isinstance(number, str) or not numbers.is_valid(number) or not form:
        raise Misread("a unit without number or form")
    where = _inside(told, "beliggenhetsadresse" if branch else "forretningsadresse")
    industry, lines = _inside(told, "naeringskode1"), where.get("adresse")
    employees, parent = told.get("antallAnsatte"), told.get("overordnetEnhet")
    found = Unit(
        number,
        form,
        _state(told),
        _words(industry.get("kode"), 16),
        name=_words(told.get("navn"), LONGEST_NAME),
        trade=_words(industry.get("beskrivelse"), LONGEST_NAME),
        employees=employees if type(employees) is int and employees >= 0 else None,
        street=_street(lines if isinstance(lines, list) else []),
        postal_code=_words(where.get("postnummer"), 16),
        city=_words(where.get("poststed"), LONGEST_WORD),
        municipality=_words(where.get("kommunenummer"), 4),
        parent=_words(parent, numbers.DIGITS) if branch else "",
    )
    return found.bare() if found.is_personal else found


def listed(told: Json) -> list[Json]:
    """The units of an answer, or its changes; without hits the register leaves the list away."""
    lists = [found for found in _inside(told, "_embedded").values() if isinstance(found, list)]
    return [one for one in (lists[0] if lists else []) if isinstance(one, dict)]


def total(told: Json) -> tuple[int, bool]:
    """How many there are in all pages, and whether this is the last one."""
    page = _inside(told, "page")
    try:
        return int(page["totalElements"]), int(page["number"]) + 1 >= int(page["totalPages"])
    except (KeyError, TypeError, ValueError):
        raise Misread("a page that does not tell its number") from None


def change(told: Json) -> Change:
    position, number = told.get("oppdateringsid"), told.get("organisasjonsnummer")
    if type(position) is not int:
        raise Misread("a change without position")
    return Change(position, number if isinstance(number, str) else "")


def moment(at: datetime) -> str:
    """As the register writes a point in time."""
    return at.strftime("%Y-%m-%dT%H:%M:%S.000Z")


def _state(told: Json) -> State:
    if told.get("slettedato"):
        return "deleted"
    if told.get("konkurs") is True:
        return "bankrupt"
    return "winding up" if any(told.get(name) is True for name in WINDING_UP) else "active"


def _street(lines: list[Any]) -> str:
    """The line with a street and its number; others may name a person («c/o») or a floor."""
    words = [_words(line, LONGEST_STREET) for line in lines]
    return next((line for line in words if STREET.match(line) and not IN_CARE_OF.match(line)), "")


def _inside(told: Json, name: str) -> Json:
    found = told.get(name)
    return found if isinstance(found, dict) else {}


def _words(value: object, longest: int) -> str:
    """One line of printable text."""
    if not isinstance(value, str):
        return ""
    return "".join(letter for letter in " ".join(value.split()) if letter.isprintable())[:longest]
