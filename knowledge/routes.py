"""From a topic, and an area where one is meant, to whom to turn to and how the matter goes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.entry import Entry
from knowledge.library import Library

NO_MATTER = ("kontaktperson", "kommune")  # topics that tell nothing of the matter itself


@dataclass(frozen=True)
class Route:
    """`procedure`: the one about the topic, rather one that tells its steps."""

    contact: Entry
    area: Entry | None = None
    procedure: Entry | None = None


@dataclass(frozen=True)
class Matter:
    """What one can turn to somebody with: its `topics` all lead to the same. `about`: the entry that tells of it."""

    topics: tuple[str, ...]
    about: Entry


def matters(library: Library) -> list[Matter]:
    """Topics that lead to the same contact and procedure are one matter: nobody need choose between twins."""
    found: dict[tuple[str, str], tuple[list[str], Entry]] = {}
    for topic in topics(library.entries.values()):
        if leads := route(topic, "", library):
            about = leads.procedure or leads.contact
            found.setdefault((leads.contact.id, about.id), ([], about))[0].append(topic)
    return [Matter(tuple(names), about) for names, about in found.values()]


def topics(entries: Iterable[Entry]) -> list[str]:
    """What one can turn to somebody with: the first topic of each contact, and of each procedure with a contact."""
    leading = (entry.topics[0] for entry in entries if entry.topics and (entry.contact or _handled(entry)))
    return [topic for topic in dict.fromkeys(leading) if topic not in NO_MATTER]


def areas(entries: Iterable[Entry]) -> list[Entry]:
    return [entry for entry in entries if entry.kind == "area"]


def route(topic: str, area_id: str, library: Library) -> Route | None:
    """None where nobody is known for the topic. `area_id`: empty where no area is meant."""
    about = [entry for entry in library.entries.values() if topic in entry.topics]
    procedures = sorted((entry for entry in about if _handled(entry)), key=lambda entry: _place_of(topic, entry))
    contact = _of_area(about, area_id) or _helper(topic, procedures, library) or _first(topic, about)
    if contact is None:
        return None
    own = [entry for entry in procedures if entry.topics[0] == topic or entry.handled_by == contact.id]
    area = library.find(area_id)
    return Route(contact, area if area and area.kind == "area" else None, next(iter(own), None))


def _handled(entry: Entry) -> bool:
    return entry.kind == "procedure" and entry.handled_by is not None


def _place_of(topic: str, entry: Entry) -> tuple[bool, int]:
    return entry.process is None, entry.topics.index(topic)


def _of_area(about: Sequence[Entry], area: str) -> Entry | None:
    """Whoever is for this area; for as few others as possible."""
    own = [entry for entry in about if entry.contact and area in entry.areas]
    return min(own, key=lambda entry: len(entry.areas), default=None)


def _helper(topic: str, procedures: Sequence[Entry], library: Library) -> Entry | None:
    helpers = (library.find(entry.handled_by or "") for entry in procedures if entry.topics[0] == topic)
    return next((helper for helper in helpers if helper and helper.contact), None)


def _first(topic: str, about: Sequence[Entry]) -> Entry | None:
    contacts = [entry for entry in about if entry.contact]
    return min(contacts, key=lambda entry: entry.topics.index(topic), default=None)
