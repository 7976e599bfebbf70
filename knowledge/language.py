"""Which language a question is in: bokmål, nynorsk or English, by its small words."""

from bot.core.texts import LANGUAGES, Lang
from knowledge.function_words import NORWEGIAN, SPELT, TELLS
from knowledge.words import words

_TELLS = {lang: frozenset(f"{TELLS[lang]} {SPELT[lang]}".split()) for lang in LANGUAGES}
_SHARED = frozenset(NORWEGIAN.split()) - _TELLS["en"]


def language(question: str) -> Lang | None:
    """None where no small word tells; bokmål where Norwegian is sure and its form is not."""
    heard = words(question)
    counts: dict[Lang, float] = {lang: sum(word in _TELLS[lang] for word in heard) for lang in LANGUAGES}
    norwegian = counts["nb"] + counts["nn"] + sum(word in _SHARED for word in heard)
    if not norwegian and not counts["en"]:
        return None
    if counts["en"] > norwegian:
        return "en"
    return "nn" if counts["nn"] > counts["nb"] else "nb"
