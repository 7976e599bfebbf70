"""The small words tell the language."""

import pytest

from bot.core.texts import Lang
from knowledge.language import language


@pytest.mark.parametrize(
    ("question", "spoken"),
    [
        ("Hvem har regulering på Visperud?", "nb"),
        ("Kven har regulering på Visperud?", "nn"),
        ("Who handles zoning at Visperud?", "en"),
        ("kor mye kjøper kommunen inn for i året?", "nb"),
        ("Eg vil starte ei bedrift", "nn"),
        ("støtte til oppstart", "nb"),
        ("phone number for the switchboard pls", "en"),
        ("regulering Visperud", None),
        ("", None),
        ("🎿 42", None),
    ],
)
def test_language_of(question: str, spoken: Lang | None) -> None:
    assert language(question) == spoken
