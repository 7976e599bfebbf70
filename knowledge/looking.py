"""What an editor looks at: the entries nearest to some words, and an entry as it answers its own question."""

from datetime import date

from bot.core.texts import Lang
from knowledge import compose
from knowledge.answers import Answer
from knowledge.entry import Entry
from knowledge.language import language
from knowledge.library import Library
from knowledge.rank import rank
from knowledge.understand import understand
from knowledge.words import clean


def nearest(said: str, library: Library, today: date) -> list[Entry]:
    """The best first; the one itself where its id is said."""
    if entry := library.find(said):
        return [entry]
    asked = clean(said)
    return [each.entry for each in rank(understand(asked, language(asked), library.index, today), library.index, today)]


def alone(entry: Entry, lang: Lang, today: date, library: Library) -> Answer:
    contact = entry if entry.kind == "contact" else None
    if entry.kind == "procedure" and entry.handled_by:
        contact = library.find(entry.handled_by)
    told = compose.sentences((entry,), today, library.find)
    return Answer(
        "answered", lang, sentences=told, entries=(entry,), contacts=(contact,) if contact else (), confidence=1.0
    )
