"""What a question is about, in one word of the vocabulary."""

from bot.core.texts import Lang
from knowledge.entry import Entry
from knowledge.vocabulary import vocabulary
from knowledge.words import empty, stem, words

READ_AS: tuple[Lang, ...] = ("nn", "en")  # the vocabulary holds the stems of these


def topic_of(question: str, near: Entry | None) -> str | None:
    """A topic that the question names, rather one that the nearest entry is about too; else that entry's first."""
    named = [concept for lang in READ_AS for concept in _named(question, lang)]
    shared = [concept for concept in named if near and concept in near.topics]
    leading = list(near.topics[:1]) if near else []
    return next(iter([*shared, *named, *leading]), None)


def _named(question: str, lang: Lang) -> list[str]:
    heard = [stem(word, lang) for word in words(question) if not empty(word)]
    return [concept for _, _, concept in vocabulary().concepts(heard)]
