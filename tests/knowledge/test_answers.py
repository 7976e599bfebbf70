"""Which language an answer speaks."""

import pytest

from bot.core.texts import Lang
from tests.knowledge.asking import ask


@pytest.mark.parametrize(
    ("question", "own", "spoken"),
    [
        ("Kva er planane for Visperud?", "nb", "nn"),  # the question tells
        ("What are the plans for Visperud?", "nn", "en"),
        ("planer på Visperud", "nb", "nb"),  # Norwegian of an unclear form: the asker's own choice
        ("planer på Visperud", "nn", "nn"),
        ("planer på Visperud", "en", "nb"),  # who asks in Norwegian is answered in Norwegian
        ("Visperud?", "en", "en"),  # nothing tells
    ],
)
def test_the_question_or_else_the_person_decides(question: str, own: Lang, spoken: Lang) -> None:
    assert ask(question).spoken(own) == spoken


def test_english_before_tells_nothing_of_a_norwegian_question() -> None:
    assert ask("og på Fjellhamar?", "What are the plans for Visperud?").spoken("en") == "nb"
    assert ask("og på Fjellhamar?", "Kva er planane for Visperud?").spoken("nb") == "nn"
