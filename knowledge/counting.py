"""Whether an entry counts a thing: a number stands in the same sentence, and not only somewhere."""

import re

from bot.core.texts import LANGUAGES, Lang
from knowledge.entry import Entry
from knowledge.terms import Asked
from knowledge.vocabulary import meaning, vocabulary
from knowledge.words import stem, words

# Dates, years, ordinals («8. etasje») and paragraphs count nothing; nor do house numbers and names («Apotek 1», «fase
# 2»), the years of the action plan («to av de fire årene»), and phone numbers.
_NO_NUMBER = re.compile(
    r"\b\d{1,2}\.\s?(\d{1,2}\.\s?\d{2,4}|\w+ (19|20)\d\d)|\b(19|20)\d\d(\s?[–/-]\s?(19|20)?\d\d)?\b(?!\s\d{3})"
    r"|\b\d+\.(?=\s[a-zæøå])|§+ ?[\d-]+|\b[A-ZÆØÅ][a-zæøå]+ \d{1,2}\b(?! (%|prosent|ansatt|tilsett|employ))"
    r"|\b(to|tre|alle|two|three|all) (av (de|dei) |of the )?(fire|four)\b|\b\d\d( \d\d){3}\b|\b\d{3} \d\d \d{3}\b"
    r"|\b[A-ZÆØÅ]+\d+\b|\b\w*(tilskudd|tilskot|grant|område|area|fase|phase|trinn|steg) \d\b"
)
_TIMES = re.compile(
    r"\b(\d+|to|tre|fire|fem|seks|two|three|four|five|six)"
    r" (år|åra|årene|years?|uker|veker|weeks?|måneder|månader|months?)\b"
)  # how long or how old it is counts nothing else
_NORWEGIAN = re.compile(r"\d|\b(ingen|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|elleve|tolv|sjuende|milliard\w*)\b")
_ENGLISH = re.compile(r"\d|\b(none|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|billion)\b")
_END = re.compile(r"(?<=[.!?;])\s+(?=[A-ZÆØÅ«])")


def has_number(text: str, lang: Lang = "nb") -> bool:
    numbers = _ENGLISH if lang == "en" else _NORWEGIAN
    return numbers.search(_NO_NUMBER.sub(" ", text).lower()) is not None


def counts(entry: Entry, thing: Asked) -> bool:
    said = [(sentence, lang) for lang in LANGUAGES for sentence in _END.split(_counting(entry.text[lang]))]
    said += [(f"{name} {value}", "nb") for name, value in entry.facts.items()]
    return any(has_number(sentence, lang) and _speaks_of(thing, sentence, lang) for sentence, lang in said)


def _counting(text: str) -> str:
    return _TIMES.sub(" ", _NO_NUMBER.sub(" ", text))


def _speaks_of(thing: Asked, sentence: str, lang: Lang) -> bool:
    """Also in a Norwegian compound («medlemsbedrifter») or by another word that means the same."""
    terms = {stem(word, lang) for word in words(sentence)}
    means = {meaning(concept) for term in terms for concept in vocabulary().phrases.get((term,), ())}
    whole = lang == "en"  # a «shopping centre» is no shop
    return any(
        way in (means if way.startswith("=") else terms) or (not whole and any(way in term for term in terms))
        for way in thing.ways
    )
