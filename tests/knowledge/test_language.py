"""The small words tell the language, else the words that carry the subject."""

import pytest

from bot.core.texts import Lang
from knowledge.language import Tongues, language, norwegian


@pytest.mark.parametrize(
    ("question", "spoken"),
    [
        ("Hvem har regulering på Visperud?", "nb"),
        ("Kven har regulering på Visperud?", "nn"),
        ("Who handles zoning at Visperud?", "en"),
        ("kor mye kjøper kommunen inn for i året?", None),  # «kor» is nynorsk or dialect, «mye» is bokmål
        ("Eg vil starte ei bedrift", "nn"),
        ("støtte til oppstart", None),
        ("phone number for the switchboard pls", "en"),
        ("regulering Visperud", None),
        ("", None),
        ("🎿 42", None),
    ],
)
def test_language_of(question: str, spoken: Lang | None) -> None:
    assert language(question) == spoken


@pytest.mark.parametrize("question", ["støtte til oppstart", "og på Fjellhamar?", "Kven har regulering?"])
def test_norwegian_is_heard_also_where_its_form_is_not(question: str) -> None:
    assert norwegian(question)


@pytest.mark.parametrize("question", ["Who handles zoning?", "support for start-ups", "regulering Visperud", ""])
def test_what_is_not_surely_norwegian(question: str) -> None:
    assert not norwegian(question)


TONGUES: Tongues = {
    "tax": frozenset({"en"}),
    "research": frozenset({"en"}),
    "tilskot": frozenset({"nn"}),
    "tilskudd": frozenset({"nb"}),
    "støtte": frozenset({"nb", "nn"}),
    "seminar": frozenset({"nb", "nn", "en"}),
}


@pytest.mark.parametrize(
    ("question", "spoken", "is_norwegian"),
    [
        ("tax research", "en", False),
        ("tilskot seminar", "nn", True),
        ("støtte til tilskot", "nn", True),
        ("tilskudd tilskot", None, True),
        ("støtte", None, True),
        ("seminar", None, False),
        ("Kven gir tilskudd?", "nn", True),
    ],
)
def test_where_small_words_are_lacking_the_others_tell(question: str, spoken: Lang | None, is_norwegian: bool) -> None:
    assert (language(question, TONGUES), norwegian(question, TONGUES)) == (spoken, is_norwegian)
