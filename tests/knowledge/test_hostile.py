"""Hostile text is a question like any other: nothing falls over, and nothing of it comes back."""

import pytest

from handlers.ask.render import render, with_buttons
from knowledge.ask import answer
from knowledge.library import Library, load
from tests.knowledge.asking import NOW
from tests.knowledge.hostile import HOSTILE, MARK


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_answered_or_refused_without_an_echo(name: str, library: Library) -> None:
    given = answer(HOSTILE[name], None, NOW, library)
    message = with_buttons(render(given, "nb"), given, "nb", "question", staffed=True, shareable=True)
    assert given.outcome in {"answered", "choose", "refused"}
    assert message.text
    assert MARK not in f"{message.text}{message.blocks}"


@pytest.mark.parametrize("name", HOSTILE)
def test_it_does_no_harm_as_the_question_before(name: str, library: Library) -> None:
    given = answer("og på Fjellhamar?", HOSTILE[name], NOW, library)
    assert MARK not in f"{render(given, 'nb')}"
