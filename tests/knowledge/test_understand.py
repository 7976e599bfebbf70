"""What a question names and wants."""

import pytest

from bot.core.texts import same
from knowledge.library import Library
from knowledge.understand import Understood, understand
from knowledge.wants import Want, wants
from tests.knowledge.entries import LIBRARY, entry


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
        ("Kva tiltak står i handlingsplanen?", "measure"),
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


def test_what_is_asked_of_a_thing() -> None:
    assert understood("Hva er kommuneskatten i Lørenskog?").aspect == "kommuneskatten"
    assert understood("What is the length of the track?").aspect == "length"
    assert understood("Hva er Visperud?").aspect is None


def test_the_longest_name_is_meant() -> None:
    short = entry("scheme.a", "scheme", "Kort.", "Hva er støtte?", title=same("Støtte"))
    long = entry("scheme.b", "scheme", "Lang.", "Hva er varig støtte?", title=same("Varig støtte"))
    index = Library.of([short, long]).index
    assert understand("Hva er varig støtte?", "nb", index).named == {"scheme.b"}
    assert understand("Hva er støtte?", "nb", index).named == {"scheme.a"}


def test_an_unknown_word_counts_and_a_small_one_does_not() -> None:
    weights = {each.word: each.weight for each in understood("Hvor er barnehagen, er du rosa?").asked}
    assert weights == {"barnehagen": 0.8, "rosa": 0.8}


def test_a_word_that_says_how_need_not_stand_in_the_entry() -> None:
    asked = {each.word: each for each in understood("Hvordan fungerer oppstartstilskudd?").asked}
    assert (asked["fungerer"].general, asked["oppstartstilskudd"].general) == (True, False)
    assert asked["fungerer"].weight < 0.3


def test_a_compound_of_common_words_stays_whole() -> None:
    assert [each.word for each in understood("postnummeret").asked] == ["postnummeret"]


def test_sentences_that_tell_count_less_than_those_that_ask() -> None:
    weights = {each.word: each.weight for each in understood("Vi bor i Fjellhamar. Hva skjer på Visperud?").asked}
    assert weights["fjellhamar"] < weights["visperud"]


def test_what_somebody_is_counts_less_than_what_they_wish() -> None:
    asked = {each.word: each for each in understood("Vi er et malerfirma og vil ha plass på Visperud").asked}
    assert asked["malerfirma"].common
    assert not asked["visperud"].common
    beside = {each.word for each in understood("We paint and would like to sell. Any rules at Visperud?").asked}
    assert beside == {"paint", "sell", "rules", "visperud"}


def test_how_large_it_is_to_be_need_not_stand_in_the_entry() -> None:
    asked = understood("Lokale på 200 kvadrat på Visperud").asked
    assert {each.word: each.general for each in asked} == {"lokale": False, "200": True, "visperud": False}
    assert [each.general for each in understood("trinn 2 i 2024").asked if each.word.isdigit()] == [False, False]


def test_what_lies_on_the_ground_of_the_asker_is_asked_about() -> None:
    assert not any(each.told for each in understood("Hvilken plan ligger på tomta mi?").asked)


def test_where_it_is_counted_is_not_what_is_counted() -> None:
    assert understood("planar kor mange i kraft").counted is None


def test_what_is_told_of_the_asker_asks_for_nothing() -> None:
    assert understood("Vi går med underskudd. Hva er planene for Visperud?").relations == frozenset()
    assert understood("Hvor stort er underskuddet?").relations == {"money"}


def test_words_that_name_a_thing_together_mean_that_alone() -> None:
    house = entry("plan.a", "plan", "Eiendom og skatt.", "Hva er eiendom?", title=same("tax on property"))
    index = Library.of([house]).index
    together = understand("property tax", "en", index).asked
    assert [each.ways for each in together] == [{}, {}]
    assert all(each.ways for each in understand("tax on property", "en", index).asked)


def test_an_everyday_word_is_no_slip_of_one_of_ours() -> None:
    index = Library.of([entry("plan.a", "plan", "Parent companies.", "parent?", title=same("parent"))]).index
    assert [each.mended for each in understand("patent", "en", index).asked] == [None]
    assert [each.mended for each in understand("pagent", "en", index).asked] == ["parent"]


def test_english_words_do_not_fall_apart() -> None:
    index = Library.of([entry("plan.a", "plan", "Trade and mark.", "trade mark?", title=same("trade mark"))]).index
    assert [each.word for each in understand("trademark", "en", index).asked] == ["trademark"]
    assert [each.word for each in understand("trademark", "nb", index).asked] == ["trade", "mark"]


def test_other_places_are_known_as_such() -> None:
    assert [each.elsewhere for each in understood("Visperud Bærum").asked] == [False, True]
