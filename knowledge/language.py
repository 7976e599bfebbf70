"""Which language a question is in: bokmål, nynorsk or English, by its small words."""

from bot.core.texts import LANGUAGES, Lang
from knowledge.function_words import NORWEGIAN, SPELT, TELLS
from knowledge.words import words

_TELLS = {lang: frozenset(f"{TELLS[lang]} {SPELT[lang]}".split()) for lang in LANGUAGES}
# English has some of the small words that both forms of Norwegian share.
_SHARED = frozenset(NORWEGIAN.split()) - _TELLS["en"] - frozenset("for men over under her mine".split())


def language(question: str) -> Lang | None:
    """None where no small word tells it, or only that it is Norwegian of one form or the other."""
    counts = _counts(question)
    if norwegian(question):
        return None if counts["nb"] == counts["nn"] else "nb" if counts["nb"] > counts["nn"] else "nn"
    return "en" if counts["en"] else None


def norwegian(question: str) -> bool:
    """Surely Norwegian, though its written form may be unclear: «og på Fjellhamar?»."""
    counts = _counts(question)
    said = counts["nb"] + counts["nn"] + sum(word in _SHARED for word in words(question))
    return said > 0 and said >= counts["en"]


def _counts(question: str) -> dict[Lang, int]:
    heard = words(question)
    return {lang: sum(word in _TELLS[lang] for word in heard) for lang in LANGUAGES}
