"""The local workspace as the Slack of a test: the sample network, our own manifest, no waits between retries."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from bot.workspace import Workspace
from bot.workspace.shapes import Json

BOT = Path(__file__).parents[1] / "bot"
KARI, OLA, STAFF_MEMBER, OTHER_STAFF = "U0KARI", "U0OLA", "U0STAB", "U0VIKAR"
NETWORK, STAFF, ELSEWHERE = "C0NETTVERK", "C0STAB", "C0UTEN"


def network() -> dict[str, Any]:
    """The sample network, a channel that the bot is not in, and a second person of the staff."""
    seed: dict[str, Any] = yaml.safe_load((BOT / "sample" / "network.yaml").read_text())
    seed["users"].append({"id": OTHER_STAFF, "name": "vikar", "real_name": "Vikar Eksempel"})
    seed["channels"].append({"id": ELSEWHERE, "name": "uten-bot", "members": [KARI, OLA, STAFF_MEMBER]})
    for channel in seed["channels"]:
        channel["members"] += [OTHER_STAFF] if channel["id"] == STAFF else []
    return seed


def manifest() -> dict[str, Any]:
    given: dict[str, Any] = json.loads((BOT / "manifest.json").read_text())
    return given


@contextmanager
def slack(**options: Any) -> Iterator[Workspace]:
    given = {"limited": False, "retry_scale": 0.0} | options
    with Workspace(network(), given.pop("manifest", manifest()), **given) as workspace:
        workspace.serve()
        yield workspace


def said(workspace: Workspace, channel: str, thread: str | None = None, reader: str | None = None) -> list[Json]:
    """The bot's own messages there that everybody sees, or one reader."""
    where = workspace.state.channels[channel]
    messages = workspace.messages(reader or where.members[0], channel, thread)
    return [
        one for one in messages if one.get("bot_id") == workspace.app.bot_id and (reader or not one.get("ephemeral"))
    ]
