"""Slips are mended, other words are left alone."""

import pytest

from knowledge.spelling import Speller

SPELLER = Speller(["inovasjon", "visperud", "regulering", "arbeidsliv", "expo", "later", "2019"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("inovasion", "inovasjon"), ("visprud", "visperud"), ("visperdu", "visperud"), ("reguelring", "regulering")],
)
def test_a_slip_is_mended(typed: str, meant: str) -> None:
    assert SPELLER.repair(typed) == meant


@pytest.mark.parametrize("word", ["arbeidsledig", "cater", "exp", "2018", "barnehage"])
def test_another_word_is_not_mended(word: str) -> None:
    assert SPELLER.repair(word) is None
