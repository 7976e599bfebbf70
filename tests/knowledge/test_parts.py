"""Two questions in one message."""

import pytest

from knowledge.ask import answer
from knowledge.library import Library
from knowledge.parts import asks, parts
from tests.knowledge.asking import NOW, ask
from tests.knowledge.entries import ENTRIES, GRANT


@pytest.mark.parametrize(
    ("message", "found"),
    [
        ("Hva er SNR, og hvem eier SNØ?", ["Hva er SNR", "hvem eier SNØ?"]),
        ("What is SNR? Who owns SNØ?", ["What is SNR?", "Who owns SNØ?"]),
        ("Er det t-bane og når kjem han", ["Er det t-bane", "når kjem han"]),
        ("Hva er forskjellen på oppstartslån og innovasjonslån?", ["oppstartslån", "innovasjonslån?"]),
        ("Hvem har regulering, og finnes det støtte?", ["Hvem har regulering", "finnes det støtte?"]),
        ("who handles zoning and is there a grant", ["who handles zoning", "is there a grant"]),
        ("Kven har regulering og kan vi få hjelp?", ["Kven har regulering", "kan vi få hjelp?"]),
        ("Hva er planlagt og vedtatt på Visperud?", []),
        ("Hvem kan og vil hjelpe oss?", []),
        ("Hvem har regulering på Visperud?", []),
        ("Hei! Vi er en bedrift. Hvem har regulering?", []),
        ("Hva er a, hva er b og hva er c? Hva er d?", []),
        ("forskning og utvikling", []),
    ],
)
def test_where_one_ends_and_the_other_begins(message: str, found: list[str]) -> None:
    assert parts(message) == found


def test_two_questions_get_two_short_answers() -> None:
    found = ask("Hvor mange innbyggere har Lørenskog, og hva er planene for Visperud?")
    assert [entry.id for entry in found.entries] == ["figure.innbyggere", "area.visperud"]
    assert [sentence.words.nb for sentence in found.sentences] == [
        "Lørenskog hadde 38 670 innbyggere ved utgangen av 2017.",
        "Visperud skal bli et næringsområde; planen ble vedtatt 15.03.2023.",
    ]


def test_each_of_two_questions_gets_its_contact() -> None:
    support = GRANT.model_copy(update={"handled_by": "contact.kommunen"})
    library = Library.of([support, *(each for each in ENTRIES if each != GRANT)])
    question = "Hvem har regulering på Visperud, og finnes det oppstartstilskudd?"
    found = answer(question, None, NOW, library)
    assert [entry.id for entry in found.entries] == ["contact.regulering", "scheme.oppstart"]
    assert [contact.id for contact in found.contacts] == ["contact.regulering", "contact.kommunen"]


def test_one_contact_for_two_questions_is_told_once() -> None:
    found = ask("Hvem har regulering, og hvem har regulering på Fjellhamar?")
    assert [contact.id for contact in found.contacts] == ["contact.regulering"]


def test_two_questions_on_one_thing_get_its_whole_text() -> None:
    found = ask("Hva er planene for Visperud, og hva skjer der?")
    assert [entry.id for entry in found.entries] == ["area.visperud"]
    assert found.sentences[0].words.nb.endswith("Mer kommer.")


def test_where_only_one_of_two_has_an_answer_that_is_said() -> None:
    found = ask("Hvor mange innbyggere har Lørenskog, og hvem eier skogen på Visperud?")
    assert [entry.id for entry in found.entries] == ["figure.innbyggere"]
    assert found.sentences[0].words.nb == "Jeg kan svare på én del av spørsmålet."


def test_what_begins_as_a_question() -> None:
    assert all(map(asks, ["Hva er SNR?", "finst det støtte", "og hvem har regulering", "can we get help"]))
    assert not any(map(asks, ["takk for hjelpen!", "støtte til oppstart", "regulation at Visperud"]))
