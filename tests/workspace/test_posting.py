"""What a person types, and what Slack makes of it."""

import pytest

from bot.workspace import Workspace
from bot.workspace.posting import rich_text, typed


@pytest.mark.parametrize(
    ("text", "sent"),
    [
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<!channel> @here", "&lt;!channel&gt; @here"),
        ("hei @Ada Eksempel!", "hei <@U0ADA>!"),
        ("@BO, ser du?", "<@U0BO>, ser du?"),
        ("@boa er en annen", "@boa er en annen"),
        ("spør i #nettverket.", "spør i <#C0NET|nettverket>."),
        ("se https://a.example/x?y=1&z=2.", "se <https://a.example/x?y=1&amp;z=2>."),
        ("(https://a.example)", "(<https://a.example>)"),
        ("https://a.example/@bo#nettverket", "<https://a.example/@bo#nettverket>"),
        ("post@bo.example", "<mailto:post@bo.example|post@bo.example>"),
    ],
)
def test_as_slacks_own_client_sends_it(workspace: Workspace, text: str, sent: str) -> None:
    assert typed(text, workspace.state) == sent


def test_the_block_beside_the_text_says_the_same() -> None:
    [section] = rich_text("hei <@U0BO> &amp; <https://a.example|a> i <#C0NET|nett>")["elements"]

    assert section["elements"] == [
        {"type": "text", "text": "hei "},
        {"type": "user", "user_id": "U0BO"},
        {"type": "text", "text": " & "},
        {"type": "link", "url": "https://a.example"},
        {"type": "text", "text": " i "},
        {"type": "channel", "channel_id": "C0NET"},
    ]
