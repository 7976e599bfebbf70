"""From Slack's markup to the words that a person reads."""

import pytest

from bot.slack.markup import words


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("Hei", "Hei"),
        ("<@U0NAERING01> hvem\n  har ansvar?", "hvem har ansvar?"),
        ("spør <@U1|kari> du", "spør du"),
        ("i <#C1|nettverket> nå", "i #nettverket nå"),
        ("i <#C1> nå", "i nå"),
        ("<!channel> hei <!here|@here> <!subteam^S1>", "hei @here"),
        ("se <https://a.example/b|siden>", "se siden"),
        ("se <https://a.example/b>", "se https://a.example/b"),
        ("<mailto:a@b.example|a@b.example>", "a@b.example"),
        ("1 &lt; 2 &amp; 3 &gt; 2", "1 < 2 & 3 > 2"),
        ("&amp;lt;!channel&amp;gt;", "&lt;!channel&gt;"),
        ("&lt;!channel&gt;", "<!channel>"),
        ("<", "<"),
        ("a < b > c", "a b c"),
        pytest.param("nul\x00l og \ud83d halv", "null og halv", id="broken"),
        ("", ""),
    ],
)
def test_words_are_what_a_person_reads(sent: str, read: str) -> None:
    assert words(sent) == read
