"""The shipped knowledge base is sound, and answers what it is asked."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.core.moments import day
from bot.core.texts import LANGUAGES, Lang
from knowledge.ask import answer
from knowledge.library import GENERAL, Library, load, problems
from tests.knowledge.asking import NOW
from tests.knowledge.score import SETS, read, score, share, within_reach

MOST_CHARACTERS = 450
FLOORS = {
    "questions-frozen.jsonl": (0.6, 0.12, 0.08),
    "questions-work.jsonl": (0.91, 0.035, 0.055),
    "questions-lay.jsonl": (0.37, 0.135, 0.1),
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def test_nothing_is_wrong_with_the_shipped_entries() -> None:
    assert list(map(str, problems())) == []


def test_there_are_many_and_the_general_contact_is_among_them(library: Library) -> None:
    assert len(library.entries) >= 60
    assert library.entries[GENERAL].contact is not None


def test_every_entry_is_found_by_its_own_question(library: Library) -> None:
    """That is what a button asks; some few are rightly answered by whoever helps with it."""
    asked = [(entry.id, entry.question[lang]) for entry in library.entries.values() for lang in ("nb", "nn", "en")]
    found = sum(name in [entry.id for entry in answer(words, None, NOW, library).entries] for name, words in asked)
    assert found / len(asked) >= 0.99


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_holds_to_a_day_says_so_first_from_the_day_after(library: Library, lang: Lang) -> None:
    ending = [entry for entry in library.entries.values() if entry.valid.until]
    assert ending
    for entry in ending:
        assert entry.valid.until is not None
        noon = datetime.combine(entry.valid.until, time(12), UTC)
        on_the_last_day, after = (answer(entry.question[lang], None, noon + timedelta(n), library) for n in (0, 1))
        assert on_the_last_day.sentences[0].words == entry.text
        assert day(entry.valid.until, lang) in after.sentences[0].words[lang]
        assert after.sentences[-1].words == entry.text


@pytest.mark.parametrize("file", SETS, ids=lambda file: file.name)
def test_the_mark_does_not_fall(file: Path, library: Library) -> None:
    """Lower for the frozen questions, which nothing was written for, and for those that came late."""
    right, wrong, false = FLOORS.get(file.name, (0.97, 0.02, 0.03))
    scored = score(read(file), library)
    assert share(scored, "right", answerable=True) >= right
    assert within_reach(scored) >= right + (1 - right) / 2
    assert share(scored, "wrong", answerable=True) <= wrong
    assert share(scored, "false", answerable=False) <= false
    lengths = sorted(len(each.text) for each in scored if each.answered)
    assert lengths[len(lengths) // 2] <= MOST_CHARACTERS
