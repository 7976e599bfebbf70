"""What must hold between and inside entries, beyond the shape of each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Said, Text
from knowledge import consistency, reasons
from knowledge.entry import Entry, first_day
from knowledge.people import a_person
from knowledge.reading import Problem, Record
from knowledge.vocabulary import vocabulary
from knowledge.words import words

LONGEST = 480  # characters of a text in one language: with contact and source an answer stays readable on a phone
LONGEST_PASSAGE = 600
ALIKE_FROM = 60  # characters: shorter texts, such as names, may be the same in two languages

_EMAIL = re.compile(r"[^@\s<>|]+@[a-zæøå0-9-]+(\.[a-zæøå0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(\+47 ?)?(\d\d ?\d\d ?\d\d ?\d\d|\d{3} ?\d\d ?\d{3}|\d{5}|116 ?\d{3}|11\d)")

Known = Mapping[str, Entry]
Found = Iterator[tuple[str, Said]]  # the field, and what is wrong with it
Rule = Callable[[Entry, Known], Found]
DayRule = Callable[[Entry, date], Found]


def broken(records: Sequence[Record], known: Known, today: date | None = None) -> list[Problem]:
    """All problems of the records, each with its line; `known` holds every entry there is, by id.

    What time alone can break is looked at where `today` is given.
    """
    found = list(_twice(records))
    for record in records:
        wrong = [each for rule in RULES for each in rule(record.entry, known)]
        wrong += [each for day_rule in DAY_RULES for each in day_rule(record.entry, today)] if today else []
        found += [record.problem(reason, name) for name, reason in wrong if _read(record, name)]
    return [*found, *_between(records, known)]


def _read(record: Record, name: str) -> bool:
    """Of a field that could not be read, that is what is told."""
    return record.failed.isdisjoint({name, name.partition(".")[0]})


def email(said: str) -> bool:
    return _EMAIL.fullmatch(said) is not None


def phone(said: str) -> bool:
    """A Norwegian number, as people write it."""
    return _PHONE.fullmatch(said) is not None


def _twice(records: Sequence[Record]) -> Iterator[Problem]:
    places: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        places[record.entry.id].append(record)
    for first, *again in places.values():
        for record in again:
            said = f"this id stands already in {first.file.name}, line {first.line}."
            yield Problem(record.file, record.lines.get("id", record.line), f"{record.entry.id}: {said}", "id")


def _links(entry: Entry, known: Known) -> Found:
    for link in entry.links:
        if link not in known:
            yield "links", Said(reasons.NO_ENTRY, name=link)
    for area in entry.areas:
        if area not in known:
            yield "areas", Said(reasons.NO_AREA, name=area)
        elif known[area].kind != "area":
            yield "areas", Said(reasons.IS_NO_AREA, name=area)
    helper = known.get(entry.handled_by) if entry.handled_by else None
    if entry.handled_by and (helper is None or helper.kind != "contact"):
        yield "handled_by", Said(reasons.NO_CONTACT, name=entry.handled_by)


def _reachable(entry: Entry, known: Known) -> Found:
    """Somebody answers for every area, or for the one that it lies in."""
    if entry.kind != "area":
        return
    places = [entry, *(known[area] for area in entry.areas if area in known)]
    serving = (other for other in known.values() if other.kind == "contact" and entry.id in other.areas)
    if not any(place.handled_by for place in places) and next(serving, None) is None:
        yield "handled_by", Said(reasons.UNSERVED)


def _ways(entry: Entry, _: Known) -> Found:
    if entry.contact and entry.contact.email and not email(entry.contact.email):
        yield "contact.email", Said(reasons.NO_EMAIL, value=entry.contact.email)
    if entry.contact and entry.contact.phone and not phone(entry.contact.phone):
        yield "contact.phone", Said(reasons.NO_PHONE, value=entry.contact.phone)


def _roles(entry: Entry, _: Known) -> Found:
    """Never a person's name."""
    if entry.contact and a_person(entry.contact.role.nb, entry.contact.email or ""):
        yield "contact.role", Said(reasons.A_PERSON, value=entry.contact.role.nb)
    if entry.responsible and a_person(entry.responsible):
        yield "responsible", Said(reasons.A_PERSON, value=entry.responsible)


def _topics(entry: Entry, _: Known) -> Found:
    for topic in entry.topics:
        if topic not in vocabulary().names:
            yield "topics", Said(reasons.NO_TOPIC, name=topic)


def _languages(entry: Entry, _: Known) -> Found:
    for field in ("title", "text", "question"):
        told = getattr(entry, field)
        for lang in LANGUAGES:
            if not told[lang].strip():
                yield f"{field}.{lang}", Said(reasons.EMPTY, language=LANGUAGE_NAMES[lang])
    for lang in LANGUAGES[1:]:
        if entry.kind != "passage" and len(entry.text.nb) >= ALIKE_FROM and entry.text[lang] == entry.text.nb:
            yield f"text.{lang}", Said(reasons.ALIKE, language=LANGUAGE_NAMES[lang])


def _lengths(entry: Entry, _: Known) -> Found:
    most = LONGEST_PASSAGE if entry.kind == "passage" else LONGEST
    too_long: list[Lang] = [lang for lang in LANGUAGES if len(entry.text[lang]) > most]
    for lang in too_long:
        said = {"language": LANGUAGE_NAMES[lang], "length": len(entry.text[lang]), "most": most}
        yield f"text.{lang}", Said(reasons.TOO_LONG, **said)


def _figures(entry: Entry, _: Known) -> Found:
    for lang, number in consistency.untranslated(entry.text):
        yield f"text.{lang}", Said(reasons.UNTRANSLATED, language=LANGUAGE_NAMES[lang], number=f"{number:.12g}")
    for name, number in consistency.unstated(entry):
        yield "facts", Said(reasons.UNSTATED, name=name, number=f"{number:.12g}")


def _dates(entry: Entry, _: Known) -> Found:
    since, until = entry.valid.since, entry.valid.until
    if since and until and until < since:
        yield "valid.until", Said(reasons.ENDS_FIRST)
    if entry.deadline and since and entry.deadline < since:
        yield "deadline", Said(reasons.DEADLINE_FIRST)
    if entry.verified and entry.verified.on.isoformat() < min(source.as_of for source in entry.source):
        yield "verified.on", Said(reasons.VERIFIED_FIRST)


def _expired(entry: Entry, today: date) -> Found:
    """What is over is told of on purpose only."""
    if entry.history:
        return
    if entry.valid.until and entry.valid.until < today:
        yield "valid.until", Said(reasons.OVER, day=entry.valid.until)
    if entry.deadline and entry.deadline < today:
        yield "deadline", Said(reasons.DEADLINE_OVER, day=entry.deadline)


def _future(entry: Entry, today: date) -> Found:
    if entry.verified and entry.verified.on > today:
        yield "verified.on", Said(reasons.VERIFIED_LATER, day=entry.verified.on)
    for source in entry.source:
        told = entry.verified is not None and source.as_of == entry.verified.on.isoformat()
        if first_day(source.as_of) > today and not told:
            yield "source.as_of", Said(reasons.SOURCE_LATER, document=source.document, day=source.as_of)


def _between(records: Sequence[Record], known: Known) -> Iterator[Problem]:
    """Each pair is told once, at the later entry."""
    asked: dict[tuple[str, ...], Entry] = {}
    said: dict[consistency.Statement, tuple[set[float], Entry]] = {}
    checked = {record.entry.id: record for record in records}
    for entry in known.values():
        record = checked.get(entry.id)
        for name, reason in [*_same_question(entry, asked), *_same_statement(entry, said)]:
            if record and _read(record, name):
                yield record.problem(reason, name)


def _same_question(entry: Entry, asked: dict[tuple[str, ...], Entry]) -> Found:
    for ask in sorted(consistency.questions(entry)) if entry.kind != "passage" else ():
        first = asked.setdefault(ask, entry)
        if first is not entry and first.text != entry.text:
            name = "question" if ask in {tuple(words(entry.question[lang])) for lang in LANGUAGES} else "asks"
            yield name, Said(reasons.OTHER_ANSWER, question=" ".join(ask), other=first.id)


def _same_statement(entry: Entry, said: dict[consistency.Statement, tuple[set[float], Entry]]) -> Found:
    told: set[str] = set()
    for statement, numbers in consistency.statements(entry).items() if entry.kind != "passage" else ():
        others, first = said.setdefault(statement, (numbers, entry))
        if first is not entry and others != numbers and first.id not in told:
            told.add(first.id)
            here, there = _listed(numbers - others), _listed(others - numbers)
            yield "text", Said(reasons.OTHER_FIGURE, other=first.id, here=here, there=there)


def _listed(numbers: set[float]) -> str | Text:
    return " ".join(f"{number:.12g}" for number in sorted(numbers)) or reasons.NO_FIGURE


RULES: tuple[Rule, ...] = (_links, _reachable, _ways, _roles, _topics, _languages, _lengths, _figures, _dates)
DAY_RULES: tuple[DayRule, ...] = (_expired, _future)
