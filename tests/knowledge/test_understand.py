"""What a question names and wants."""

import pytest

from knowledge.understand import Understood, understand
from knowledge.wants import Want, wants
from tests.knowledge.entries import LIBRARY


def understood(question: str) -> Understood:
    return understand(question, "nb", LIBRARY.index)


@pytest.mark.parametrize(
    ("question", "wanted"),
    [
        ("Hvem har ansvar for regulering?", "handler"),
        ("who do I talk to about a permit", "handler"),
        ("Kan jeg snakke med noen om flytting?", "handler"),
        ("Hvem er ordfører i Lørenskog?", "person"),
        ("hva er mobilnummeret til sjefen", "person"),
        ("Hvem er næringssjef, og hva heter direktøren?", "person"),
        ("What is the name of the mayor?", "person"),
        ("phone number of the switchboard", "reach"),
        ("Kva kostar det?", "price"),
        ("Hva er kvadratmeterprisen?", "price"),
        ("How many jobs?", "count"),
        ("Når er fristen?", "when"),
        ("Finst det tilskot?", "support"),
        ("Korleis søkjer eg?", "how"),
        ("Hvilke planer finnes?", "list"),
    ],
)
def test_it_wants(question: str, wanted: Want) -> None:
    assert wanted in wants(question)


@pytest.mark.parametrize("question", ["Hvem leder arbeidet?", "What are the names of the malls?", "Who managed it?"])
def test_no_person_is_wanted(question: str) -> None:
    assert "person" not in wants(question)


def test_areas_are_named_in_any_form_and_with_slips() -> None:
    for question in ("Hva skjer på Visperud?", "visprud plan", "VISPERUD-planene"):
        assert understood(question).areas == {"area.visperud"}


def test_years_and_what_is_counted() -> None:
    assert understood("Hvor mange elever er det i 2024?").years == {2024}
    assert understood("Hvor mange elever er det i 2024?").counted == "elever"
    assert understood("Hvor mange bedrifter har elever?").counted is None


def test_an_unknown_word_counts_and_a_small_one_does_not() -> None:
    weights = {each.word: each.weight for each in understood("Hvor er barnehagen, er du snill?").asked}
    assert weights == {"barnehagen": 0.8, "snill": 0.8}


def test_sentences_that_tell_count_less_than_those_that_ask() -> None:
    weights = {each.word: each.weight for each in understood("Vi bor i Fjellhamar. Hva skjer på Visperud?").asked}
    assert weights["fjellhamar"] < weights["visperud"]


def test_other_places_are_known_as_such() -> None:
    assert [each.elsewhere for each in understood("Visperud Bærum").asked] == [False, True]
