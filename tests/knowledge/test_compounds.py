"""Compounds fall apart into words that are known."""

from knowledge.compounds import split

KNOWN = {"naring", "expo", "areal", "eigedom", "skat", "komun", "kurs", "etablerer"}


def test_a_compound_is_its_parts_with_or_without_a_joint() -> None:
    assert split("naringsexpo", KNOWN) == ("naring", "expo")
    assert split("eigedomskat", KNOWN) == ("eigedom", "skat")
    assert split("etablererkurs", KNOWN) == ("etablerer", "kurs")


def test_three_parts() -> None:
    assert split("naringsarealkurs", KNOWN) == ("naring", "areal", "kurs")


def test_what_has_an_unknown_part_stays_whole() -> None:
    assert split("naringshage", KNOWN) == ()
    assert split("komune", KNOWN) == ()
