"""How editors name topics and other entries: by title, in any language, or by id where a title is not one's alone."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.core.texts import LANGUAGES, Lang, Text
from knowledge.entry import Entry
from knowledge.vocabulary import vocabulary

Names = Mapping[str, str]
"""Ids, by what they may be called in small letters."""


def of_entries(entries: Iterable[Entry], *kinds: str) -> Names:
    """Of these kinds; of all, where none is given."""
    return _names((entry.id, entry.title) for entry in entries if not kinds or entry.kind in kinds)


def of_topics() -> Names:
    return _names(vocabulary().names.items())


def topic(name: str, lang: Lang) -> str:
    """As people call it."""
    words = vocabulary().names.get(name)
    return words[lang] if words and of_topics().get(words[lang].casefold()) == name else name


def entry(name: str, entries: Mapping[str, Entry], lang: Lang) -> str:
    """By its title where that is enough to find it again."""
    known = entries.get(name)
    title = known.title[lang] if known else name
    return title if of_entries(entries.values()).get(title.casefold()) == name else name


def _names(named: Iterable[tuple[str, Text]]) -> Names:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name, words in named:
        for called in (name, *(words[lang] for lang in LANGUAGES)):
            found[called.casefold()].add(name)
    return {called: names.pop() for called, names in found.items() if len(names) == 1}
