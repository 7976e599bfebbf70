"""Asking the register: by number, by name, for a municipality, for what has changed.

No persons are asked for: neither the roles in a company nor telephone and e-mail are read.
"""

import logging
import math
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

import httpx

from bot.domain.companies.units import PERSONAL, Unit
from bot.register import reading
from bot.register.reading import Change, Json, Misread, Page

log = logging.getLogger("naeringsbot.register")

Kind = Literal["enheter", "underenheter"]  # companies, and their branches
KINDS: tuple[Kind, ...] = ("enheter", "underenheter")
SINGULAR: dict[Kind, str] = {"enheter": "enhet", "underenheter": "underenhet"}
PLACE: dict[Kind, str] = {"enheter": "forretningsadresse", "underenheter": "beliggenhetsadresse"}
SHOWN = 10_000  # how far a search can be paged
PAGE = 100  # units, and changes, in one answer
HITS = 10  # companies, and branches, found by a name
TIMEOUT = 6.0
DEFAULT_WAIT = 30.0


class RegisterError(Exception):
    """The register gave no answer that can be used; `reason` is for the log and names no company."""

    seconds = 0.0

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class SwitchedOff(RegisterError):
    """The settings say that nothing is looked up."""


class Unreachable(RegisterError):
    """No network, too slow, or a fault of the register's: it may work later."""


class TooMany(RegisterError):
    """Nobody is to ask again for `seconds`."""

    def __init__(self, seconds: float) -> None:
        super().__init__("too many questions")
        self.seconds = seconds


class Misshapen(RegisterError):
    """An answer that is not what the register promises, or a question that it does not take."""


class Unreadable(Misshapen):
    """An answer whose unit lacks what every unit has."""


@dataclass(frozen=True)
class Register:
    """`waits`: seconds before each further try of a question that failed for now; none: it is asked once.

    Longer than `patience` seconds it never waits, also where the register asks for it.
    """

    http: httpx.Client = field(repr=False)
    on: bool = True
    waits: tuple[float, ...] = ()
    patience: float = 5.0

    def close(self) -> None:
        self.http.close()

    # --- what can be asked; each raises a RegisterError ---

    def unit(self, number: str, *kinds: Kind) -> Unit | None:
        """A company or a branch; none where there is no such number. Its state tells where it was deleted."""
        for kind in kinds or KINDS:
            told = self._get(f"{kind}/{number}", {}, kind)
            if isinstance(told, Unit):
                return told
            if told is not None:
                return self._one(kind, told)
        return None

    def named(self, name: str, municipality: str) -> list[Unit]:
        """Companies anywhere, and branches in the municipality, whose name holds these words."""
        query = {"navn": name, "size": HITS}
        here = {f"{PLACE['underenheter']}.kommunenummer": municipality}
        companies = self._units("enheter", reading.listed(self._search("enheter", query)))
        return companies + self._units("underenheter", reading.listed(self._search("underenheter", query | here)))

    def page(
        self, kind: Kind, municipality: str, page: int, since: date | None = None, until: date | None = None
    ) -> Page:
        """Units with their business there, registered between two days; page 0 is the first."""
        query = {f"{PLACE[kind]}.kommunenummer": municipality, "size": PAGE, "page": page}
        days = {"fraRegistreringsdatoEnhetsregisteret": since, "tilRegistreringsdatoEnhetsregisteret": until}
        told = self._search(kind, query | {name: day.isoformat() for name, day in days.items() if day})
        with _as_promised():
            total, last = reading.total(told)
        return Page(tuple(self._units(kind, reading.listed(told))), total, last)

    def changes(self, kind: Kind, after: int | None, since: datetime) -> list[Change]:
        """What changed after a position, else since a time, the oldest first; empty: nothing more."""
        where = {"oppdateringsid": after} if after is not None else {"dato": reading.moment(since)}
        told = self._search(f"oppdateringer/{kind}", where | {"size": PAGE})
        with _as_promised():
            found = [reading.change(one) for one in reading.listed(told)]
        return [one for one in found if after is None or one.position > after]

    # --- how ---

    def _one(self, kind: Kind, told: Json) -> Unit:
        if units := self._units(kind, [told]):
            return units[0]
        raise Unreadable("a unit that cannot be read")

    def _units(self, kind: Kind, told: Sequence[Json]) -> list[Unit]:
        """A branch of a sole proprietorship has a person's name too, so its company's form is asked for.

        Where that is not told, the branch is taken for one. One that cannot be read does not keep the others away.
        """
        branch = kind == "underenheter"
        units = [found for one in told if (found := _read(one, branch=branch))]
        if not branch:
            return units
        forms = self._forms(sorted({one.parent for one in units if one.parent}))
        return [one.bare() if forms.get(one.parent, "") in {"", *PERSONAL} else one for one in units]

    def _forms(self, numbers: Sequence[str]) -> dict[str, str]:
        if not numbers:
            return {}
        told = self._search("enheter", {"organisasjonsnummer": ",".join(numbers), "size": len(numbers)})
        return {one.number: one.form for one in self._units("enheter", reading.listed(told))}

    def _search(self, path: str, query: dict[str, Any]) -> Json:
        told = self._get(path, query, next((kind for kind in KINDS if path == kind), None))
        if told is None or isinstance(told, Unit):
            raise Misshapen("no such search")
        return told

    def _get(self, path: str, query: dict[str, Any], kind: Kind | None) -> Json | Unit | None:
        """The answer; none where there is no such thing; a unit that is gone."""
        if not self.on:
            raise SwitchedOff("REGISTER_LOOKUPS=no")
        version = f"application/vnd.brreg.enhetsregisteret.{SINGULAR[kind]}.v2+json" if kind else "application/json"
        waits = iter(self.waits)
        while True:
            try:
                return self._once(path, query, version)
            except (TooMany, Unreachable) as error:
                pause = max(error.seconds, next(waits, math.inf))
                if pause > self.patience:
                    raise
                time.sleep(pause)

    def _once(self, path: str, query: dict[str, Any], version: str) -> Json | Unit | None:
        if self.http.is_closed:
            raise Unreachable("the program is stopping")
        try:
            response = self.http.get(path, params=query, headers={"Accept": version})
        except httpx.RequestError as error:
            raise Unreachable(type(error).__name__) from None
        if response.status_code == httpx.codes.NOT_FOUND:
            return None
        if response.status_code == httpx.codes.GONE:
            return Unit(path.rpartition("/")[2], "", "gone")
        if response.status_code == httpx.codes.TOO_MANY_REQUESTS:
            raise TooMany(_seconds(response))
        if response.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            raise Unreachable(f"http {response.status_code}")
        return _json(response)


def _json(response: httpx.Response) -> Json:
    if response.status_code != httpx.codes.OK:
        raise Misshapen(f"http {response.status_code}")
    try:
        told = response.json()
    except ValueError:
        raise Misshapen("not JSON") from None
    if not isinstance(told, dict):
        raise Misshapen("not an object")
    return told


def _read(told: Json, *, branch: bool) -> Unit | None:
    try:
        return reading.unit(told, branch=branch)
    except Misread as error:
        log.warning("the register told of %s; it is left out", error)
        return None


@contextmanager
def _as_promised() -> Iterator[None]:
    try:
        yield
    except Misread as error:
        raise Misshapen(str(error)) from None


def _seconds(response: httpx.Response) -> float:
    try:
        return max(0.0, float(response.headers.get("Retry-After", DEFAULT_WAIT)))
    except ValueError:
        return DEFAULT_WAIT  # a date, which nobody has been seen to send


def connect(url: str, *, on: bool, timeout: float = TIMEOUT) -> Register:
    """Nothing is asked yet."""
    return Register(httpx.Client(base_url=url, timeout=timeout, follow_redirects=False), on)
