"""Which schemes fit a company, why, and what is missing: the rules stand in the schemes' own entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from knowledge.entry import Aim, Entry, Fits, Place

Age = Literal["unregistered", "under_3", "under_5", "older"]
AGES: tuple[Age, ...] = get_args(Age)
YOUNGER_THAN: dict[Age, int | None] = {"unregistered": 0, "under_3": 3, "under_5": 5, "older": None}
PLACES: tuple[Place, ...] = get_args(Place)
Condition = Literal["registered", "young", "place"]
"""What a scheme may ask of a company besides being for what it is up to."""
ORDER = ("fits", "lacks", "over")


@dataclass(frozen=True)
class Company:
    """`place`: none where it lies in neither of them."""

    aims: frozenset[Aim]
    age: Age
    place: Place | None


@dataclass(frozen=True)
class Match:
    """`why`: the company's aims that it is for; `holds`: what else it asks for and the company has; `lacks`: has not.

    `over`: the last day on which one could apply, where that has passed.
    """

    entry: Entry
    fits: Fits
    why: tuple[Aim, ...]
    holds: tuple[Condition, ...] = ()
    lacks: tuple[Condition, ...] = ()
    exceptionally: bool = False
    over: date | None = None

    @property
    def state(self) -> Literal["fits", "lacks", "over"]:
        if self.over:
            return "over"
        return "lacks" if self.lacks else "fits"


def matches(company: Company, entries: Iterable[Entry], today: date) -> list[Match]:
    """The schemes that are for what the company is up to: first those that fit, last those that are closed.

    One that holds no longer is left out: a deadline may come again, what has ended does not.
    """
    held = [entry for entry in entries if not (entry.valid.until and entry.valid.until < today)]
    found = [_match(company, entry, entry.fits, today) for entry in held if entry.fits]
    return sorted((match for match in found if match.why), key=lambda match: ORDER.index(match.state))


def _match(company: Company, entry: Entry, fits: Fits, today: date) -> Match:
    why = tuple(aim for aim in fits.aims if aim in company.aims)
    exceptionally = not _younger(company.age, fits.under) and _younger(company.age, fits.exceptionally)
    lacks = tuple(_lacks(company, fits))
    untold = {"young"} if exceptionally or company.age == "unregistered" else set()
    holds = tuple(each for each in _asked(fits) if each not in lacks and each not in untold)
    over = entry.deadline if entry.deadline and entry.deadline < today else None
    return Match(entry, fits, why, holds, lacks, exceptionally, over)


def _asked(fits: Fits) -> Iterable[Condition]:
    if fits.registered:
        yield "registered"
    if fits.under:
        yield "young"
    if fits.place:
        yield "place"


def _lacks(company: Company, fits: Fits) -> Iterable[Condition]:
    if fits.registered and company.age == "unregistered":
        yield "registered"
    if fits.under and not _younger(company.age, max(fits.under, fits.exceptionally or 0)):
        yield "young"
    if not _there(company.place, fits.place):
        yield "place"


def _younger(age: Age, years: int | None) -> bool:
    """The whole span of the age lies below."""
    most = YOUNGER_THAN[age]
    return years is not None and most is not None and most <= years


def _there(place: Place | None, wanted: Place | None) -> bool:
    """Lørenskog lies in Akershus."""
    return wanted is None or place == wanted or (wanted == "akershus" and place == "lorenskog")
