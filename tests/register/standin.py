"""A stand-in for the public register: real HTTP, its shapes, its errors, and companies that are plainly made up."""

import json
from bisect import bisect_left
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count, islice
from threading import Event, Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.domain.companies import numbers

Json = dict[str, Any]
HERE = "3222"
PERSON = "KARI EKSEMPEL PERSONNAVN"  # what must never be kept
SHOWN = 10_000  # how far the register lets one page


def made_up() -> Iterator[str]:
    """Numbers that no company has: they begin with 7, and are right."""
    return (number for n in count(70_000_000) for digit in range(10) if numbers.is_valid(number := f"{n}{digit}"))


NUMBERS = list(islice(made_up(), 3000))


def company(number: str, name: str = "EKSEMPEL AS", form: str = "AS", **more: Any) -> Json:
    place = {"adresse": ["c/o Ola Eksempel", "Eksempelveien 12"], "postnummer": "1470", "poststed": "LØRENSKOG"}
    told: Json = {"organisasjonsnummer": number, "navn": name, "organisasjonsform": {"kode": form, "beskrivelse": "x"}}
    told["forretningsadresse"] = place | {"kommune": "LØRENSKOG", "kommunenummer": HERE, "landkode": "NO"}
    told["naeringskode1"] = {"kode": "56.110", "beskrivelse": "Drift av restauranter og kafeer"}
    told |= {"antallAnsatte": 7, "harRegistrertAntallAnsatte": True, "registreringsdatoEnhetsregisteret": "2020-01-31"}
    told |= {"telefon": "00 00 00 00", "mobil": "00 00 00 01", "epostadresse": "eksempel@example.org"}
    told |= {"konkurs": False, "underAvvikling": False, "underTvangsavviklingEllerTvangsopplosning": False}
    return told | more


def branch(number: str, parent: str, name: str = "EKSEMPEL AS AVD LØRENSKOG", **more: Any) -> Json:
    told = company(number, name, "BEDR", overordnetEnhet=parent, **more)
    told["beliggenhetsadresse"] = told.pop("forretningsadresse")
    return told


class StandIn:
    """`companies` and `branches` by number. `trouble`: statuses or bodies for the next questions, in order.

    `asked`: path, query and Accept of each question. `hold`: questions wait until it is set.
    """

    def __init__(self) -> None:
        self.companies: dict[str, Json] = {}
        self.branches: dict[str, Json] = {}
        self.gone: set[str] = set()
        self.feeds: dict[str, list[Json]] = {"enheter": [], "underenheter": []}
        self.trouble: deque[tuple[int, bytes, dict[str, str]]] = deque()
        self.asked: list[tuple[str, dict[str, str], str]] = []
        self.hold = Event()
        self.hold.set()
        self.url = ""

    def add(self, *told: Json) -> None:
        for one in told:
            kept = self.branches if "beliggenhetsadresse" in one else self.companies
            kept[one["organisasjonsnummer"]] = one

    def fails(self, status: int, body: bytes = b"{}", times: int = 1, headers: dict[str, str] | None = None) -> None:
        self.trouble.extend([(status, body, headers or {})] * times)

    def changed(self, *numbers_of: str, kind: str = "enheter", what: str = "Endring") -> None:
        feed = self.feeds[kind]
        for number in numbers_of:
            position = 24_000_000 + 3 * len(feed)  # with gaps, as there
            at = "2026-03-10T09:00:00.000Z"
            feed.append({"oppdateringsid": position, "dato": at, "organisasjonsnummer": number, "endringstype": what})

    # --- answers ---

    def answer(self, path: str, query: dict[str, str]) -> tuple[int, Json]:
        parts = path.strip("/").split("/")[1:]  # after «api»
        if parts[0] == "oppdateringer":
            return self._changes(parts[1], query)
        kept = self.companies if parts[0] == "enheter" else self.branches
        if len(parts) == 1:
            return self._search(parts[0], list(kept.values()), query)
        if parts[1] in self.gone and parts[0] == "enheter":
            return 410, {}
        return (200, kept[parts[1]]) if parts[1] in kept else (404, {})

    def _search(self, kind: str, units: list[Json], query: dict[str, str]) -> tuple[int, Json]:
        if wanted := query.get("organisasjonsnummer"):
            units = [one for one in units if one["organisasjonsnummer"] in wanted.split(",")]
        units = [one for one in units if query.get("navn", "").casefold() in one["navn"].casefold()]
        for place in ("forretningsadresse", "beliggenhetsadresse"):
            if number := query.get(f"{place}.kommunenummer"):
                units = [one for one in units if one.get(place, {}).get("kommunenummer") == number]
        first, last = (query.get(f"{end}RegistreringsdatoEnhetsregisteret") for end in ("fra", "til"))
        day = "registreringsdatoEnhetsregisteret"
        units = [one for one in units if (first or "") <= one[day] <= (last or "9999")]
        size, page = int(query.get("size", 20)), int(query.get("page", 0))
        if (page + 1) * size > SHOWN:
            return 400, {"antallFeil": 1, "valideringsfeil": [{"feilmelding": "for langt", "parametere": ["page"]}]}
        return 200, _paged(kind, units, page, size)

    def _changes(self, kind: str, query: dict[str, str]) -> tuple[int, Json]:
        feed, since = self.feeds[kind], query.get("dato", "")
        begins = bisect_left(feed, int(query.get("oppdateringsid", 0)), key=lambda one: int(one["oppdateringsid"]))
        found = [one for one in feed[begins:] if one["dato"] >= since] if since else feed[begins:]
        return 200, _paged(f"oppdaterte{kind.capitalize()}", found, int(query.get("page", 0)), int(query["size"]))


def _paged(name: str, found: list[Json], page: int, size: int) -> Json:
    pages = {"size": size, "totalElements": len(found), "totalPages": -(-len(found) // size), "number": page}
    here = found[page * size : (page + 1) * size]
    links = {"self": {"href": "https://example.org"}}
    return {"_links": links, "page": pages} | ({"_embedded": {name: here}} if here else {})


@contextmanager
def register() -> Iterator[StandIn]:
    standin = StandIn()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # an answer is one parcel, else each waits for the other side's word

        def do_GET(self) -> None:
            asked = urlsplit(self.path)
            query = {name: values[-1] for name, values in parse_qs(asked.query).items()}
            standin.asked.append((asked.path.removeprefix("/api/"), query, self.headers["Accept"]))
            standin.hold.wait(10)
            if standin.trouble:
                status, body, more = standin.trouble.popleft()
            else:
                status, told = standin.answer(asked.path, query)
                body, more = json.dumps(told).encode(), {}
            self.send_response(status)
            for name, value in ({"Content-Type": "application/json", "Content-Length": str(len(body))} | more).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    standin.url = f"http://127.0.0.1:{server.server_port}/api"
    try:
        yield standin
    finally:
        standin.hold.set()
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(name="standin")
def a_standin() -> Iterator[StandIn]:
    with register() as standin:
        yield standin
