"""The inverted index: which entries hold a term, and how much it says about them."""

import math
from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.core.texts import LANGUAGES, Lang
from knowledge.compounds import split
from knowledge.entry import Entry
from knowledge.language import language
from knowledge.spelling import Speller
from knowledge.vocabulary import meaning, vocabulary
from knowledge.words import empty, stem, whole, words

Term = str

# How much a word says about the entry, by where it stands, in hundredths.
NAMED, ASKED, TOPIC, SAID = 100, 90, 80, 60
PART = 0.5  # of that for a part of a compound
KIND_NAMES = {"measure": "tiltak handlingsplan measure action"}  # words that all entries of a kind are called by
LIKE = 0.8  # for a word that only means the same


@dataclass(frozen=True)
class Card:
    """What the index keeps of an entry: its terms with weights, its names and its ways to be asked, as terms.

    `questions`: the ways to be asked as they are said, see `as_said`.
    """

    terms: dict[Term, int]
    names: tuple[tuple[Term, ...], ...]
    phrases: tuple[tuple[Term, ...], ...]
    questions: frozenset[str]


def as_said(text: str) -> str:
    """All its words, the small ones too, so that «who» and «where» stay apart."""
    return " ".join(words(whole(text)))


def read(text: str, lang: Lang | None = None) -> tuple[Term, ...]:
    spoken = lang or language(text) or "nb"
    return tuple(stem(word, spoken) for word in words(text) if not empty(word))


def card(entry: Entry) -> Card:
    names = {read(entry.title[lang], lang) for lang in LANGUAGES} | {read(alias) for alias in entry.aliases}
    asked = {read(entry.question[lang], lang) for lang in LANGUAGES} | {read(ask) for ask in entry.asks}
    said = {read(entry.text[lang], lang) for lang in LANGUAGES}
    terms: dict[Term, int] = {}
    for weight, phrases in ((SAID, said), (ASKED, asked), (NAMED, names)):
        for phrase in phrases:
            _note(terms, phrase, weight)
    for topic in entry.topics:
        terms[meaning(topic)] = max(TOPIC, terms.get(meaning(topic), 0))
    for extra in (entry.source[0].as_of[:4], KIND_NAMES.get(entry.kind, ""), *map(str, entry.facts.values())):
        _note(terms, read(extra), SAID)
    questions = frozenset(map(as_said, (*(entry.question[lang] for lang in LANGUAGES), *entry.asks)))
    return Card(terms, tuple(sorted(names - {()})), tuple(sorted((asked | names) - {()})), questions)


def _note(terms: dict[Term, int], phrase: Sequence[Term], weight: int) -> None:
    for term in phrase:
        terms[term] = max(weight, terms.get(term, 0))
    for _, _, concept in vocabulary().concepts(phrase):
        terms[meaning(concept)] = max(int(weight * LIKE), terms.get(meaning(concept), 0))


class Index:
    """Numbers stand for entries, in the order given; each term has its entries and weights, sorted by number.

    The cards of entries that stood in the index `before` are taken from there: making them takes longest.
    """

    def __init__(self, entries: Iterable[Entry], before: "Index | None" = None) -> None:
        self.entries = tuple(entries)
        self._numbers: defaultdict[Term, array[int]] = defaultdict(lambda: array("I"))
        self._weights: defaultdict[Term, array[int]] = defaultdict(lambda: array("B"))
        self._places = {entry.id: number for number, entry in enumerate(self.entries)}
        self._split: dict[Term, tuple[Term, ...]] = {}
        self.names: defaultdict[tuple[Term, ...], list[int]] = defaultdict(list)
        self.questions: defaultdict[str, list[int]] = defaultdict(list)
        words_of_all = Counter[Term]()
        self.cards = [(before and before.card_of(entry)) or card(entry) for entry in self.entries]
        for each in self.cards:
            words_of_all.update(each.terms)
        for number, each in enumerate(self.cards):
            for term, weight in self._with_parts(each.terms, words_of_all).items():
                self._numbers[term].append(number)
                self._weights[term].append(weight)
            for name in each.names:
                self.names[name].append(number)
            for question in each.questions:
                self.questions[question].append(number)

    def _with_parts(self, terms: dict[Term, int], known: Counter[Term]) -> dict[Term, int]:
        found = dict(terms)
        for term, weight in terms.items():
            for part in self._parts(term, known):
                found[part] = max(int(weight * PART), found.get(part, 0))
        return found

    def _parts(self, term: Term, known: Counter[Term]) -> tuple[Term, ...]:
        if term not in self._split:
            self._split[term] = split(term, known) if term.isalpha() else ()
        return self._split[term]

    @cached_property
    def tongues(self) -> Mapping[str, frozenset[Lang]]:
        """In which languages of the entries a word, as it is written, stands."""
        found: defaultdict[str, set[Lang]] = defaultdict(set)
        for entry in self.entries:
            for lang in LANGUAGES:
                for said in (entry.title, entry.question, entry.text):
                    for word in words(said[lang]):
                        found[word].add(lang)
        return {word: frozenset(langs) for word, langs in found.items()}

    @cached_property
    def speller(self) -> Speller:
        return Speller([term for term in self._numbers if term.isalpha()])

    def card_of(self, entry: Entry) -> Card | None:
        """None where the index has no such entry, or one that says something else."""
        place = self._places.get(entry.id)
        return self.cards[place] if place is not None and self.entries[place] == entry else None

    def names_of(self, entry: str) -> tuple[tuple[Term, ...], ...]:
        return self.cards[self._places[entry]].names

    def __contains__(self, term: object) -> bool:
        return term in self._numbers

    def __len__(self) -> int:
        return len(self.entries)

    def count(self, term: Term) -> int:
        return len(self._numbers.get(term, ()))

    def rarity(self, term: Term) -> float:
        """From 0 (in every entry) to 1 (in none)."""
        numbers = self._numbers.get(term)
        return self._rarities[len(numbers) if numbers else 0]

    @cached_property
    def _rarities(self) -> list[float]:
        all_of_them = len(self.entries) + 2
        return [1 - math.log(count + 1) / math.log(all_of_them) for count in range(all_of_them)]

    def holders(self, term: Term) -> Iterator[tuple[int, int]]:
        """(entry, weight in hundredths) of all that hold the term."""
        return zip(self._numbers.get(term, ()), self._weights.get(term, ()), strict=True)

    def weight(self, term: Term, number: int) -> int:
        numbers = self._numbers.get(term)
        if numbers is None:
            return 0
        at = bisect_left(numbers, number)
        return self._weights[term][at] if at < len(numbers) and numbers[at] == number else 0
