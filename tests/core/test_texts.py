"""Words for people: three languages, escaped values, dates as people write them."""

from datetime import date

import pytest

from bot.core.texts import LANGUAGES, Lang, Text, day, escape, same

GREETING = Text(nb="Hei, {name}!", nn="Hei, {name}!", en="Hello, {name}!")


def test_values_are_escaped_when_they_are_filled_in() -> None:
    assert GREETING("en", name="<!channel> & <@U1>") == "Hello, &lt;!channel&gt; &amp; &lt;@U1&gt;!"


def test_words_without_values_stay_as_written() -> None:
    assert GREETING["nn"] == "Hei, {name}!"


def test_braces_in_a_value_are_no_placeholders() -> None:
    assert GREETING("nb", name="{name}") == "Hei, {name}!"


def test_a_language_cannot_be_forgotten() -> None:
    with pytest.raises(TypeError):
        Text(nb="Hei", nn="Hei")  # type: ignore[call-arg]


def test_a_name_is_the_same_everywhere() -> None:
    assert {same("Visperud")[lang] for lang in LANGUAGES} == {"Visperud"}


@pytest.mark.parametrize(
    ("given", "harmless"),
    [
        ("<!channel>", "&lt;!channel&gt;"),
        ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"),
        ("*bold* æøå 👍", "*bold* æøå 👍"),
        ("", ""),
    ],
)
def test_escaping(given: str, harmless: str) -> None:
    assert escape(given) == harmless


@pytest.mark.parametrize(("lang", "written"), [("nb", "3. mars 2021"), ("nn", "3. mars 2021"), ("en", "3 March 2021")])
def test_a_day_is_written_as_people_do(lang: Lang, written: str) -> None:
    assert day(date(2021, 3, 3), lang) == written


def test_every_month_has_a_name() -> None:
    months = [day(date(2021, month, 1), "nb").split()[1] for month in range(1, 13)]
    assert (months[0], months[9], months[11]) == ("januar", "oktober", "desember")
    assert len(set(months)) == 12
