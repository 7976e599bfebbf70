"""Ways to write the same word meet in one stem."""

import pytest

from knowledge.function_words import EMPTY, GENERAL, MISSPELT, WEAK
from knowledge.words import LONGEST, SMALL_RIGHT, clean, empty, fold, sentences, stem, stems, words


@pytest.mark.parametrize(
    ("written", "same_as"),
    [
        ("lærling", "laerling"),
        ("støtte", "stoette"),
        ("støtte", "stotte"),
        ("tilskudd", "tilskud"),
        ("Ålesund".lower(), "aalesund"),
        ("kafé", "kafe"),
    ],
)
def test_folded_alike(written: str, same_as: str) -> None:
    assert fold(written) == fold(same_as)


def test_the_ending_of_expoen_is_no_letter_of_its_own() -> None:
    assert stems("næringslivsexpoen", "nb") == stems("næringslivsexpo", "nb")


def test_inflections_share_a_stem() -> None:
    assert stems("reguleringsplanene", "nb") == stems("reguleringsplan", "nb")
    assert stems("verksemdene", "nn") == stems("verksemd", "nn")
    assert stems("companies", "en") == stems("company", "en")


def test_conditions_in_all_their_forms_share_a_stem() -> None:
    assert len({stem(word, "nb") for word in ("vilkår", "vilkar", "vilkåra", "vilkårene", "vilkaar")}) == 1
    assert stem("tilskuddsvilkår", "nb").endswith(stem("vilkår", "nb"))


def test_a_word_whose_stem_is_another_word_stays_whole() -> None:
    assert stem("parking", "en") != stem("park", "en")
    assert stem("mall", "en") != stem("mål", "nb")


def test_hyphens_part_words_save_after_a_single_letter() -> None:
    assert words("T-bane, Snøporten-utbyggingen og co-working") == [
        "tbane",
        "snøporten",
        "utbyggingen",
        "og",
        "coworking",
    ]


def test_small_words_are_empty_however_typed() -> None:
    assert all(map(empty, ["være", "vaere", "på", "paa", "pa", "wil"]))
    assert not any(map(empty, ["vare", "regulering", "ikke", "7"]))


@pytest.mark.parametrize(
    "small", ["då", "kva", "dokker", "hu", "derre", "gjera", "altså", "liksom", "whats", "hows", "theyre", "yall"]
)
def test_small_words_are_empty_in_every_form_of_the_language(small: str) -> None:
    assert empty(small)


@pytest.mark.parametrize("misspelt", ["sinse", "wich", "curent", "egentli", "nåke", "ska", "becuase"])
def test_small_words_are_empty_also_misspelt_or_spoken(misspelt: str) -> None:
    assert empty(misspelt)


def test_no_subject_is_taken_for_a_slip_of_a_misspelt_small_word() -> None:
    assert not any(map(empty, ["rent", "ikke", "ikkje"]))
    assert all(word not in SMALL_RIGHT for word in MISSPELT.split())


@pytest.mark.parametrize(
    "subject",
    """pris price parkering parking skatt tax barnehage kindergarten drosje taxi skole school snø snow hund dog
    dyr papir klage vei båt styret familie partner utlending lunsj støtte mangfold jord""".split(),
)
def test_what_may_be_asked_about_is_no_word_of_circumstance(subject: str) -> None:
    assert fold(subject) not in map(fold, GENERAL.split())
    assert not empty(subject)


def test_the_weather_is_no_form_of_to_be() -> None:
    assert stem("været", "nb") != stem("var", "nb")


def test_verbs_and_adjectives_are_listed_with_all_their_endings() -> None:
    listed = GENERAL.split()
    assert {"snakker", "snakkar", "snakka", "høyrt", "høyrer", "prøvd", "bety", "hyggelegare"} <= set(listed)
    assert not any("-" in word or "·" in word for word in f"{EMPTY} {MISSPELT} {WEAK} {GENERAL}".split())


@pytest.mark.parametrize("typed", ["åssen blir det", "kossen blir det", "Kordan blir det", "hvorn blir det"])
def test_dialect_is_read_as_bokmal(typed: str) -> None:
    assert clean(typed).lower() == "hvordan blir det"


def test_sentences_end_at_marks_and_lines_not_in_dates() -> None:
    assert sentences("Hei! Vedtatt 3.3.2021 av kommunen. Hvem svarer?\nTakk") == [
        "Hei!",
        "Vedtatt 3.3.2021 av kommunen.",
        "Hvem svarer?",
        "Takk",
    ]


def test_spaces_are_single_and_negations_are_words() -> None:
    assert clean("Why  don't\t we") == "Why do not we"
    assert clean("We've a shop, who’s in charge? I'd like help") == (
        "We have a shop, who is in charge? I would like help"
    )
    assert clean("Visperud's plan") == "Visperud's plan"
    assert clean("a \n\n b") == "a\nb"


def test_nothing_from_outside_is_too_long_or_broken() -> None:
    assert len(clean("å" * 40_000)) == LONGEST
    assert clean("a\ud800b") == "ab"
