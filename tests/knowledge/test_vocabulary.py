"""The same thing has one concept in all languages."""

from knowledge.vocabulary import FILE, NEAR, vocabulary
from knowledge.words import stems


def meant(text: str, lang: str) -> set[str]:
    return {concept for _, _, concept in vocabulary().concepts(stems(text, lang))}  # type: ignore[arg-type]


def test_a_concept_is_met_in_three_languages() -> None:
    assert meant("regulering", "nb") == meant("zoning", "en") == {"regulering"}
    assert meant("verksemder", "nn") == {"virksomhet"}


def test_the_longest_phrase_is_meant() -> None:
    assert meant("vacant premises", "en") == {"ledige lokaler"}


def test_no_concept_stands_twice_and_all_have_three_names() -> None:
    lines = FILE.read_text(encoding="utf-8").splitlines()[1:]
    assert sorted(vocabulary().names) == sorted(line.split("\t")[0] for line in lines)
    assert all(name.nb and name.nn and name.en for name in vocabulary().names.values())


def test_what_is_near_is_in_the_vocabulary() -> None:
    assert {concept for group in NEAR for concept in group} <= set(vocabulary().names)
