"""What must hold between and inside entries, beyond the shape of each."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from bot.core.texts import LANGUAGES, Lang
from knowledge import consistency
from knowledge.entry import Entry, first_day
from knowledge.reading import Problem, Record
from knowledge.vocabulary import vocabulary

LONGEST = 480  # characters of a text in one language: with contact and source an answer stays readable on a phone
LONGEST_PASSAGE = 600
ALIKE_FROM = 60  # characters: shorter texts, such as names, may be the same in two languages

_EMAIL = re.compile(r"[^@\s<>|]+@[a-zæøå0-9-]+(\.[a-zæøå0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)
_PHONE = re.compile(r"(\+47 ?)?(\d\d ?\d\d ?\d\d ?\d\d|\d{3} ?\d\d ?\d{3}|\d{5}|116 ?\d{3}|11\d)")

Known = Mapping[str, Entry]
Found = Iterator[tuple[str, str]]  # the field, and what is wrong with it
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
        found += [record.problem(words, field) for field, words in wrong]
    return [*found, *_between(records, known)]


def email(words: str) -> bool:
    return _EMAIL.fullmatch(words) is not None


def phone(words: str) -> bool:
    """A Norwegian number, as people write it."""
    return _PHONE.fullmatch(words) is not None


def _twice(records: Sequence[Record]) -> Iterator[Problem]:
    places: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        places[record.entry.id].append(record)
    for first, *again in places.values():
        for record in again:
            yield record.problem(f"this id stands already in {first.file.name}, line {first.line}.", "id")


def _links(entry: Entry, known: Known) -> Found:
    for link in entry.links:
        if link not in known:
            yield "links", f"there is no entry «{link}» to link to."
    for area in entry.areas:
        if area not in known:
            yield "areas", f"there is no area «{area}»."
        elif known[area].kind != "area":
            yield "areas", f"«{area}» is no area."
    helper = known.get(entry.handled_by) if entry.handled_by else None
    if entry.handled_by and (helper is None or helper.kind != "contact"):
        yield "handled_by", f"there is no contact «{entry.handled_by}»."


def _reachable(entry: Entry, known: Known) -> Found:
    """Somebody answers for every area, or for the one that it lies in."""
    if entry.kind != "area":
        return
    places = [entry, *(known[area] for area in entry.areas if area in known)]
    serving = (other for other in known.values() if other.kind == "contact" and entry.id in other.areas)
    if not any(place.handled_by for place in places) and next(serving, None) is None:
        yield "id", "the area has no contact: name one in handled_by, or the area in a contact's areas."


def _ways(entry: Entry, _: Known) -> Found:
    if entry.contact and entry.contact.email and not email(entry.contact.email):
        yield "contact", f"«{entry.contact.email}» is no e-mail address."
    if entry.contact and entry.contact.phone and not phone(entry.contact.phone):
        yield "contact", f"«{entry.contact.phone}» is no Norwegian phone number; write it as 12 34 56 78."


def _topics(entry: Entry, _: Known) -> Found:
    for topic in entry.topics:
        if topic not in vocabulary().names:
            yield "topics", f"«{topic}» is no topic of vocabulary.tsv."


def _languages(entry: Entry, _: Known) -> Found:
    for field in ("title", "text", "question"):
        words = getattr(entry, field)
        for lang in LANGUAGES:
            if not words[lang].strip():
                yield field, f"{field}.{lang} is empty."
    for lang in LANGUAGES[1:]:
        if entry.kind != "passage" and len(entry.text.nb) >= ALIKE_FROM and entry.text[lang] == entry.text.nb:
            yield "text", f"text.{lang} is the same as text.nb."


def _lengths(entry: Entry, _: Known) -> Found:
    most = LONGEST_PASSAGE if entry.kind == "passage" else LONGEST
    too_long: list[Lang] = [lang for lang in LANGUAGES if len(entry.text[lang]) > most]
    for lang in too_long:
        yield "text", f"text.{lang} has {len(entry.text[lang])} characters, {most} is the most."


def _figures(entry: Entry, _: Known) -> Found:
    for lang, number in consistency.untranslated(entry.text):
        yield "text", f"text.nb and text.{lang} differ in the number {number:g}."
    for name, number in consistency.unstated(entry):
        yield "facts", f"{name} is {number:g}, which the text does not say."


def _dates(entry: Entry, _: Known) -> Found:
    since, until = entry.valid.since, entry.valid.until
    if since and until and until < since:
        yield "valid", "valid.until lies before valid.since."
    if entry.deadline and since and entry.deadline < since:
        yield "deadline", "the deadline lies before valid.since."
    if entry.verified and entry.verified.on.isoformat() < min(source.as_of for source in entry.source):
        yield "verified", "it was verified before its source was written."


def _expired(entry: Entry, today: date) -> Found:
    """What is over is told of on purpose only."""
    if entry.history:
        return
    if entry.valid.until and entry.valid.until < today:
        yield "valid", f"it held until {entry.valid.until} only; write `history: true` where that is told on purpose."
    if entry.deadline and entry.deadline < today:
        yield (
            "deadline",
            f"the deadline, {entry.deadline}, has passed; write `history: true` where that is told on purpose.",
        )


def _future(entry: Entry, today: date) -> Found:
    if entry.verified and entry.verified.on > today:
        yield "verified", f"it is verified on {entry.verified.on}, which is yet to come."
    for source in entry.source:
        if first_day(source.as_of) > today:
            yield "source", f"«{source.document}» is from {source.as_of}, which is yet to come."


def _between(records: Sequence[Record], known: Known) -> Iterator[Problem]:
    """Each pair is told once, at the later entry."""
    asked: dict[tuple[str, ...], Entry] = {}
    said: dict[consistency.Statement, tuple[set[float], Entry]] = {}
    checked = {record.entry.id: record for record in records}
    for entry in known.values():
        record = checked.get(entry.id)
        for words, field in [*_same_question(entry, asked), *_same_statement(entry, said)]:
            if record:
                yield record.problem(words, field)


def _same_question(entry: Entry, asked: dict[tuple[str, ...], Entry]) -> Found:
    for ask in sorted(consistency.questions(entry)) if entry.kind != "passage" else ():
        first = asked.setdefault(ask, entry)
        if first is not entry and first.text != entry.text:
            yield f"«{' '.join(ask)}» is answered differently by {first.id}.", "asks"


def _same_statement(entry: Entry, said: dict[consistency.Statement, tuple[set[float], Entry]]) -> Found:
    told: set[str] = set()
    for statement, numbers in consistency.statements(entry).items() if entry.kind != "passage" else ():
        others, first = said.setdefault(statement, (numbers, entry))
        if first is not entry and others != numbers and first.id not in told:
            told.add(first.id)
            here, there = _listed(numbers - others), _listed(others - numbers)
            yield f"the figures conflict with {first.id}: {here} here, {there} there.", "text"


def _listed(numbers: set[float]) -> str:
    return " ".join(f"{number:g}" for number in sorted(numbers)) or "none"


RULES: tuple[Rule, ...] = (_links, _reachable, _ways, _topics, _languages, _lengths, _figures, _dates)
DAY_RULES: tuple[DayRule, ...] = (_expired, _future)
