"""Words for people: three languages, escaped values."""

import pytest

from bot.core.texts import LANGUAGES, Counted, Text, bold, escape, same

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


PEOPLE = Counted(
    one=Text(nb="{count} person i {place}", nn="{count} person i {place}", en="{count} person in {place}"),
    more=Text(nb="{count} personer i {place}", nn="{count} personar i {place}", en="{count} people in {place}"),
)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ["0 personer i A&amp;B", "0 personar i A&amp;B", "0 people in A&amp;B"]),
        (1, ["1 person i A&amp;B", "1 person i A&amp;B", "1 person in A&amp;B"]),
        (2, ["2 personer i A&amp;B", "2 personar i A&amp;B", "2 people in A&amp;B"]),
        (21, ["21 personer i A&amp;B", "21 personar i A&amp;B", "21 people in A&amp;B"]),
    ],
)
def test_words_agree_with_their_number(count: int, said: list[str]) -> None:
    assert [PEOPLE(lang, count, place="A&B") for lang in LANGUAGES] == said


def test_bold_words_end_where_they_end() -> None:
    assert bold("Kurs *gratis* <!here>") == "*Kurs gratis &lt;!here&gt;*"
