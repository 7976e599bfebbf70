"""Which language a question is in: bokmål, nynorsk or English, by its small words, else by the words of its subject."""

from collections.abc import Mapping

from bot.core.texts import LANGUAGES, Lang
from knowledge.function_words import NORWEGIAN, SPELT, TELLS
from knowledge.words import words

Tongues = Mapping[str, frozenset[Lang]]
NO_TONGUES: Tongues = {}
_NOWHERE: frozenset[Lang] = frozenset()
_TELLS = {lang: frozenset(f"{TELLS[lang]} {SPELT[lang]}".split()) for lang in LANGUAGES}
# English has some of the small words that both forms of Norwegian share.
_SHARED = frozenset(NORWEGIAN.split()) - _TELLS["en"] - frozenset("for men over under her mine".split())


def language(question: str, tongues: Tongues = NO_TONGUES) -> Lang | None:
    """None where no word tells it, or only that it is Norwegian of one form or the other.

    `tongues`: the languages that a word stands in; they tell where the small words do not.
    """
    counts = _counts(question)
    if _said_norwegian(question, counts):
        return _form(counts) or _form(_content(question, tongues))
    if counts["en"]:
        return "en"
    content = _content(question, tongues)
    return "en" if _is_english(content) else _form(content)


def norwegian(question: str, tongues: Tongues = NO_TONGUES) -> bool:
    """Surely Norwegian, though its written form may be unclear: «og på Fjellhamar?»."""
    counts = _counts(question)
    if counts["en"] or _said_norwegian(question, counts):
        return _said_norwegian(question, counts)
    content = _content(question, tongues)
    return any(content.values()) and not _is_english(content)


def _said_norwegian(question: str, counts: Mapping[Lang, int]) -> bool:
    said = counts["nb"] + counts["nn"] + sum(word in _SHARED for word in words(question))
    return said > 0 and said >= counts["en"]


def _form(counts: Mapping[Lang, int]) -> Lang | None:
    return None if counts["nb"] == counts["nn"] else "nb" if counts["nb"] > counts["nn"] else "nn"


def _is_english(content: Mapping[Lang, int]) -> bool:
    return content["en"] > max(content["nb"], content["nn"])


def _counts(question: str) -> dict[Lang, int]:
    heard = words(question)
    return {lang: sum(word in _TELLS[lang] for word in heard) for lang in LANGUAGES}


def _content(question: str, tongues: Tongues) -> dict[Lang, int]:
    """In how many of its words each language is heard; a word that stands in English and Norwegian tells neither."""
    heard = [tongues.get(word, _NOWHERE) for word in words(question)]
    telling = [langs for langs in heard if "en" not in langs or len(langs) == 1]
    return {lang: sum(lang in langs for langs in telling) for lang in LANGUAGES}
