"""What entries must not tell differently: a figure, across languages and entries, and the answer to one question."""

import re
from collections.abc import Iterator

from bot.core.texts import LANGUAGES, Lang, Text
from knowledge.entry import Entry
from knowledge.index import read
from knowledge.words import sentences, words

SPELLED = 12  # numbers up to this are often written as words, in one language and not in the other
_THOUSANDS = re.compile(r"(?<=\d)[\s\u00a0.,](?=\d{3}\b)")
_DAYS = re.compile(r"\b(\d{1,2})\.\s?\d{1,2}\.(?=(?:19|20)\d\d\b)")  # «3.3.2021»: other languages name the month
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
FEWEST = 2  # words that a statement beside its numbers must have


def numbers(text: str) -> set[float]:
    plain = _DAYS.sub(r"\1 ", _THOUSANDS.sub("", text))
    return {float(number.replace(",", ".")) for number in _NUMBER.findall(plain)}


def untranslated(text: Text) -> Iterator[tuple[Lang, float]]:
    """Numbers of the bokmål that another language lacks, or the other way round."""
    ours = numbers(text.nb)
    for lang in LANGUAGES[1:]:
        for number in sorted(ours ^ numbers(text[lang])):
            if number > SPELLED and number % 1000:  # «to millioner», "2 million", "2,000,000"
                yield lang, number


def unstated(entry: Entry) -> Iterator[tuple[str, float]]:
    """Facts that are numbers and do not stand in the text."""
    said = numbers(entry.text.nb)
    for name, value in entry.facts.items():
        if isinstance(value, int | float) and value > SPELLED and value not in said and name != "year":
            yield name, value


def still_stated(entry: Entry) -> Entry:
    """Without the facts that its text says no more."""
    gone = {name for name, _ in unstated(entry)}
    gone |= {name for name, value in entry.facts.items() if isinstance(value, str) and value not in entry.text.nb}
    return entry.model_copy(update={"facts": {name: entry.facts[name] for name in entry.facts.keys() - gone}})


Statement = tuple[frozenset[str], Lang]


def statements(entry: Entry) -> dict[Statement, set[float]]:
    """The sentences with numbers in them: the words beside them, in any order, and the numbers."""
    told = {}
    for lang in LANGUAGES:
        for sentence in sentences(entry.text[lang]):
            beside = frozenset(word for word in read(sentence, lang) if not word[0].isdigit())
            if (said := numbers(sentence)) and len(beside) >= FEWEST:
                told[beside, lang] = said
    return told


def questions(entry: Entry) -> set[tuple[str, ...]]:
    """All ways to ask for it, word by word."""
    asked = (*(entry.question[lang] for lang in LANGUAGES), *entry.asks)
    return {tuple(words(ask)) for ask in asked} - {()}
