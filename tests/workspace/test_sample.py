"""The demo's made-up network is plainly made up, and whole."""

import re
from pathlib import Path

import yaml

from bot.workspace import Workspace
from bot.workspace.show import conversations
from tests.workspace.network import MANIFEST

FILE = Path("bot/sample/network.yaml")


def sample() -> Workspace:
    return Workspace(yaml.safe_load(FILE.read_text()), MANIFEST)


def test_everybody_in_it_is_plainly_invented() -> None:
    workspace = sample()
    people = [
        user for user in workspace.state.users.values() if user["id"] not in ("USLACKBOT", workspace.app.bot_user)
    ]

    assert len(people) == 4
    assert {user["real_name"].split()[-1] for user in people} == {"Eksempel"}
    assert not re.search(r"\d{5,}|\d\d \d\d", FILE.read_text())


def test_every_message_says_that_it_is_an_example() -> None:
    workspace = sample()
    texts = [post.body["text"] for channel in workspace.state.channels.values() for post in channel.posts.values()]

    assert texts
    assert all(text.startswith("EKSEMPEL") for text in texts)


def test_members_senders_and_starters_exist() -> None:
    workspace = sample()
    for channel in workspace.state.channels.values():
        assert set(channel.members) <= set(workspace.state.users)
        assert {post.body["user"] for post in channel.posts.values()} <= set(channel.members)
    for starter in workspace.seed["starters"]:
        assert starter["as"] in workspace.state.users
    assert workspace.seed["starters"][0]["text"] == "Hvem har ansvar for regulering på Visperud?"


def test_the_staffs_channel_is_seen_by_staff_alone() -> None:
    workspace = sample()
    seen = {
        user: {conversation["name"] for conversation in conversations(workspace, user)} for user in ("U0KARI", "U0STAB")
    }

    assert "naering-stab" not in seen["U0KARI"]
    assert "naering-stab" in seen["U0STAB"]
