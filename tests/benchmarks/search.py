"""How long a question takes at 300 and at 10,000 entries, beside what others would take to search the same entries."""

import random
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from statistics import quantiles
from typing import TypeVar

import bm25s
from rapidfuzz import fuzz, process

from bot.core.texts import LANGUAGES, Lang, Text
from knowledge.ask import answer
from knowledge.entry import Entry
from knowledge.library import Library, load
from knowledge.words import words
from tests.benchmarks import Figure
from tests.knowledge.score import SETS, read

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)
STEP = 8  # the others are asked every eighth question: rapidfuzz alone would take minutes
Asked = TypeVar("Asked")
TARGETS = {300: 10.0, 10_000: 25.0}  # milliseconds, 99 of 100 questions
SYLLABLES = "sko bek lund ås dal ha mar stein vik to rud ne fjel li grøn bru ve tor sol hei mo gar".split()


def run() -> list[Figure]:
    real = list(load().entries.values())
    questions = [(each["question"], each.get("context")) for file in SETS for each in read(file)]
    figures = []
    for size, target in TARGETS.items():
        entries = [*real, *made_up(real, size - len(real))]
        figures += _ours(entries, questions, target)
        for name, search in _others(entries).items():
            figures.append(_p99(f"{name} at {size}", _times(search, [question for question, _ in questions[::STEP]])))
    return figures


def made_up(real: Sequence[Entry], count: int) -> list[Entry]:
    """Entries about things that do not exist, in the words of the real ones; always the same."""
    dice = random.Random(2019)
    said = {lang: [word for entry in real for word in entry.text[lang].split()] for lang in LANGUAGES}
    return [_made_up(real[number % len(real)], number, said, dice) for number in range(count)]


def _made_up(like: Entry, number: int, said: dict[Lang, list[str]], dice: random.Random) -> Entry:
    name = "".join(dice.choices(SYLLABLES, k=3)).capitalize()
    nb, nn, en = (" ".join([name, *dice.choices(said[lang], k=35)]) for lang in LANGUAGES)
    asks = tuple(f"{name} {ask}" for ask in like.asks)
    title = Text(nb=f"{name} {like.title.nb}", nn=f"{name} {like.title.nn}", en=f"{name} {like.title.en}")
    changed = {"id": f"made_up.n{number}", "title": title, "text": Text(nb=nb, nn=nn, en=en), "asks": asks}
    return like.model_copy(update=changed | {"aliases": (name,)})


def _ours(entries: list[Entry], questions: Iterable[tuple[str, str | None]], target: float) -> list[Figure]:
    library = Library.of(entries)
    took = _times(lambda asked: answer(*asked, NOW, library), questions)
    size = len(entries)
    return [
        Figure(f"answer() at {size}, p50", quantiles(took, n=100)[49], "ms"),
        _p99(f"answer() at {size}", took, target),
    ]


def _others(entries: Sequence[Entry]) -> dict[str, Callable[[str], object]]:
    texts = [_all_words(entry) for entry in entries]
    return {"bm25s": _bm25s(texts), "SQLite FTS5": _fts5(texts), "rapidfuzz": _rapidfuzz(entries)}


def _all_words(entry: Entry) -> str:
    return " ".join([*(f"{entry.title[lang]} {entry.text[lang]}" for lang in LANGUAGES), *entry.asks, *entry.aliases])


def _bm25s(texts: list[str]) -> Callable[[str], object]:
    retriever = bm25s.BM25()
    retriever.index([words(text) for text in texts], show_progress=False)
    return lambda question: retriever.retrieve([words(question)], k=5, show_progress=False)


def _fts5(texts: list[str]) -> Callable[[str], object]:
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE entry USING fts5(words)")
    database.executemany("INSERT INTO entry VALUES (?)", [(text,) for text in texts])
    find = "SELECT rowid FROM entry WHERE entry MATCH ? ORDER BY rank LIMIT 5"
    return lambda question: database.execute(find, [" OR ".join(f'"{word}"' for word in words(question))]).fetchall()


def _rapidfuzz(entries: Sequence[Entry]) -> Callable[[str], object]:
    known = [ask for entry in entries for ask in (*entry.asks, entry.question.nb, entry.question.nn, entry.question.en)]
    return lambda question: process.extract(question, known, scorer=fuzz.WRatio, limit=5)


def _times(search: Callable[[Asked], object], questions: Iterable[Asked]) -> list[float]:
    return [_milliseconds(search, question) for question in questions]


def _milliseconds(search: Callable[[Asked], object], question: Asked) -> float:
    """As a person waits: by the clock on the wall, so measure on a machine that does nothing else."""
    began = time.perf_counter()
    search(question)
    return (time.perf_counter() - began) * 1000


def _p99(name: str, took: list[float], target: float | None = None) -> Figure:
    return Figure(f"{name}, p99", quantiles(took, n=100)[98], "ms", target)
