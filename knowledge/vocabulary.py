"""Words that mean the same across bokmål, nynorsk and English: the concepts of vocabulary.tsv."""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bot.core.texts import LANGUAGES, Text
from knowledge.words import empty, stem, words

FILE = Path(__file__).with_name("vocabulary.tsv")
Phrase = tuple[str, ...]

# Concepts that people mix up or mean together: a question about one also finds the others, with less weight.
NEAR = (
    ("gründer", "etablerer", "oppstartsbedrift", "nyetablering", "etablererveiledning"),
    ("støtteordning", "tilskudd", "lån", "virkemiddelapparat"),
    ("arrangement", "seminar", "konferanse", "messe", "frokostmøte"),
    ("næringslokale", "ledige lokaler", "leie", "kontorfellesskap"),
    ("praksisplass", "arbeidstrening", "lærling", "lærebedrift"),
    ("anskaffelse", "anbud", "kunngjøring", "leverandør"),
    ("saksbehandler", "kontaktperson", "næringskontakt"),
    ("skjenkebevilling", "serveringsbevilling", "salgsbevilling"),
    ("regulering", "reguleringsplan", "områderegulering", "detaljregulering"),
)

# What a topic is called where the concept's own name is one single thing, or not as people say it.
TOPICS = {
    "byggesak": Text(nb="byggesaker", nn="byggesaker", en="building permit cases"),
    "nyetablering": Text(nb="nyetablering", nn="nyetablering", en="starting a business"),
    "NAV": Text(nb="Nav", nn="Nav", en="Nav"),
}


@dataclass(frozen=True)
class Vocabulary:
    """`names`: a concept's name in three languages, by its bokmål name; `phrases`: stems -> the concepts they mean."""

    names: Mapping[str, Text]
    phrases: Mapping[Phrase, frozenset[str]]
    near: Mapping[str, frozenset[str]]
    longest: int

    def concepts(self, heard: Sequence[str]) -> Iterator[tuple[int, int, str]]:
        """Where in the stems a concept is meant: (from, to, concept); the longest phrase at each place."""
        for start in range(len(heard)):
            for end in range(min(len(heard), start + self.longest), start, -1):
                found = self.phrases.get(tuple(heard[start:end]))
                if found:
                    yield from ((start, end, concept) for concept in sorted(found))
                    break


def meaning(concept: str) -> str:
    """A concept as a term of the index; no stem begins with a sign."""
    return f"={concept}"


@cache
def vocabulary(file: Path = FILE) -> Vocabulary:
    phrases: defaultdict[Phrase, set[str]] = defaultdict(set)
    names: dict[str, Text] = {}
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            concept = row["nb"]
            own = Text(nb=row["nb"], nn=row["nn"], en=row["en"].split(";")[0].split("(")[0].strip())
            names[concept] = TOPICS.get(concept, own)
            for phrase in _phrases(row):
                phrases[phrase].add(concept)
    near = {concept: frozenset(group) - {concept} for group in NEAR for concept in group}
    frozen = {phrase: frozenset(concepts) for phrase, concepts in phrases.items()}
    return Vocabulary(names, frozen, near, max(map(len, frozen), default=1))


def _phrases(row: Mapping[str, str]) -> Iterator[Phrase]:
    for column in (*LANGUAGES, "synonyms"):
        for written in row[column].split(";"):
            said = words(written.strip().lstrip("~").split("(")[0])
            telling = [word for word in said if not empty(word)]
            if telling and len(telling) >= min(2, len(said)):  # «melde på» must not shrink to «melde»
                yield tuple(stem(word, "nn") for word in telling)
                yield tuple(stem(word, "en") for word in telling)
