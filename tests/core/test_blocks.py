"""What is too long is cut where a reader would cut it."""

import pytest

from bot.core.blocks import SECTION, context, cut, cut_markup, section
from bot.core.texts import escape


@pytest.mark.parametrize("longest", range(4, 12))
def test_an_escaped_character_is_never_cut_in_two(longest: int) -> None:
    whole = {escape("a&b"[:kept] + "&<>"[:more]) for kept in range(4) for more in range(4)}
    assert cut_markup(escape("a&b&<>cd"), longest).removesuffix("…") in whole


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("abc &amp; def", "abc …"),
        ("se <https://example.org|her>", "se …"),
        ("hei <@U0KARI> der", "hei …"),
        ("abcdefghijk", "abcdefg…"),
    ],
)
def test_a_cut_leaves_out_what_it_would_break(words: str, left: str) -> None:
    assert cut_markup(words, 8) == left


def test_plain_words_are_cut_as_they_are() -> None:
    assert cut("a & b & c", 6) == "a & b…"
    assert cut("kort", 4) == cut_markup("kort", 4) == "kort"


@pytest.mark.parametrize("before", range(6))
def test_sections_and_contexts_cut_markup(before: int) -> None:
    long = "x" * (SECTION - 3 - before) + escape("&&&&")
    for said in (section(long)["text"]["text"], context(long)["elements"][0]["text"]):
        assert len(said) <= SECTION
        assert said.removesuffix("…").replace("&amp;", "").strip("x") == ""
