"""The demonstration, started as the README says."""

import signal
from collections import Counter
from pathlib import Path
from typing import Any

import httpx

from tests.demo import demonstration
from tests.slacks import KARI
from tests.waiting import eventually

CHANNELS = ("C0NETTVERK", "C0ARRANGEMENT")
POSTS = 3  # a poll, an announcement and an event


def said(address: str) -> Counter[str]:
    """What the bot has said to everybody, by its first line, without the count of answers, which may still change."""
    messages: list[Any] = []
    for channel in CHANNELS:
        messages += httpx.get(f"{address}/control/messages", params={"as": KARI, "channel": channel}).json()
    return Counter(one["text"].partition("\n")[0] for one in messages if one.get("bot_id"))


def test_killed_while_its_people_act_it_begins_anew_and_says_all_once(tmp_path: Path) -> None:
    with demonstration(tmp_path) as demo:
        demo.start()
        eventually(lambda: "feature=poll" in demo.said, 90)  # the first of them has asked
        assert demo.end(signal.SIGKILL) == -signal.SIGKILL
        assert not (demo.kept / "played").exists()

        demo.start()
        address = demo.address()
        eventually(lambda: (demo.kept / "played").exists() and len(said(address)) == POSTS, 90)
        first = said(address)
        assert set(first.values()) == {1}
        assert demo.end() == 0
        assert "still running" not in demo.said

        demo.start()
        assert said(demo.address()) == first
