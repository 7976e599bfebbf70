"""What must hold between and inside entries, beyond the shape of each."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from bot.core.texts import LANGUAGES, Lang
from knowledge.entry import Entry
from knowledge.reading import Problem, Record
from knowledge.vocabulary import vocabulary

LONGEST = 480  # characters of a text in one language: with contact and source an answer stays readable on a phone
ALIKE_FROM = 60  # characters: shorter texts, such as names, may be the same in two languages

Known = Mapping[str, Entry]
Rule = Callable[[Entry, Known], Iterator[tuple[str, str]]]


def broken(records: Sequence[Record], known: Known) -> list[Problem]:
    """All problems of the records, each with its line; `known` holds every entry there is, by id."""
    found = list(_twice(records))
    for record in records:
        for rule in RULES:
            found += [record.problem(words, field) for field, words in rule(record.entry, known)]
    return found


def _twice(records: Sequence[Record]) -> Iterator[Problem]:
    places: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        places[record.entry.id].append(record)
    for first, *again in places.values():
        for record in again:
            yield record.problem(f"this id stands already in {first.file.name}, line {first.line}.", "id")


def _links(entry: Entry, known: Known) -> Iterator[tuple[str, str]]:
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


def _topics(entry: Entry, _: Known) -> Iterator[tuple[str, str]]:
    for topic in entry.topics:
        if topic not in vocabulary().names:
            yield "topics", f"«{topic}» is no topic of vocabulary.tsv."


def _languages(entry: Entry, _: Known) -> Iterator[tuple[str, str]]:
    for field in ("title", "text", "question"):
        words = getattr(entry, field)
        for lang in LANGUAGES:
            if not words[lang].strip():
                yield field, f"{field}.{lang} is empty."
    for lang in LANGUAGES[1:]:
        if len(entry.text.nb) >= ALIKE_FROM and entry.text[lang] == entry.text.nb:
            yield "text", f"text.{lang} is the same as text.nb."


def _lengths(entry: Entry, _: Known) -> Iterator[tuple[str, str]]:
    too_long: list[Lang] = [lang for lang in LANGUAGES if len(entry.text[lang]) > LONGEST]
    for lang in too_long:
        yield "text", f"text.{lang} has {len(entry.text[lang])} characters, {LONGEST} is the most."


def _dates(entry: Entry, _: Known) -> Iterator[tuple[str, str]]:
    since, until = entry.valid.since, entry.valid.until
    if since and until and until < since:
        yield "valid", "valid.until lies before valid.since."
    if entry.deadline and since and entry.deadline < since:
        yield "deadline", "the deadline lies before valid.since."
    if entry.verified and entry.verified.on.isoformat() < min(source.as_of for source in entry.source):
        yield "verified", "it was verified before its source was written."


RULES: tuple[Rule, ...] = (_links, _topics, _languages, _lengths, _dates)
