"""The judge asks the workspace alone what arrived: what is lost, twice, out of order, or not the newest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa

from bot.core.db import Database
from bot.slack.files import unique
from bot.workspace import Workspace
from bot.workspace.shapes import Json
from scheduler.leftovers import OPEN
from scheduler.outbox import Outgoing, OutgoingRow


@dataclass(frozen=True)
class Verdict:
    """Keys of what went wrong. `parked`: it is not known whether it arrived; `open`: neither delivered nor parked."""

    lost: list[str]
    doubled: list[str]
    disordered: int
    stale: int
    parked: list[str]
    open: list[str]


def judge(workspace: Workspace, database: Database, mail: list[Outgoing]) -> Verdict:
    arrived = Counter(key for post in _posts(workspace) for key in _keys(post))
    shown = [one for one in mail if one.method in ("chat.postMessage", "files.share")]
    parked, still_open = _rows(database, ("parked",)), _rows(database, set(OPEN) - {"parked"})
    on_its_way = {*parked, *still_open}
    return Verdict(
        lost=[one.key for one in shown if not arrived[_name(one)] and one.key not in on_its_way],
        doubled=[one.key for one in shown if arrived[_name(one)] > 1],
        disordered=_disordered(workspace),
        stale=_stale(workspace, mail),
        parked=parked,
        open=still_open,
    )


def _posts(workspace: Workspace) -> Iterable[tuple[str, Json, Json | None]]:
    """Place (channel, or thread), body and metadata of all that the bot wrote, in its order."""
    for channel in workspace.state.channels.values():
        for post in sorted(channel.posts.values(), key=lambda one: one.ts):
            if "bot_id" in post.body:
                place = channel.id if post.in_channel else f"{channel.id} {post.root}"
                yield place, post.body, post.metadata


def _keys(post: tuple[str, Json, Json | None]) -> list[str]:
    _, body, metadata = post
    return [metadata["event_payload"]["key"]] if metadata else [file["name"] for file in body.get("files", [])]


def _name(one: Outgoing) -> str:
    return unique(one.payload["filename"], one.key) if one.method == "files.share" else one.key


def _rows(database: Database, states: Iterable[str]) -> list[str]:
    with database.read() as session:
        return list(session.scalars(sa.select(OutgoingRow.key).where(OutgoingRow.state.in_(states))))


def _disordered(workspace: Workspace) -> int:
    """Messages that stand after one that was written later, in the same channel or thread."""
    last: dict[str, int] = {}
    wrong = 0
    for place, _, metadata in _posts(workspace):
        if metadata:
            number = int(metadata["event_payload"]["key"].split(":")[1])
            wrong += number < last.get(place, -1)
            last[place] = number
    return wrong


def _stale(workspace: Workspace, mail: list[Outgoing]) -> int:
    """Messages and Home tabs that do not show what they were changed to last."""
    wanted = {one.parent: str(one.payload["text"]) for one in mail if one.method == "chat.update"}
    stale = 0
    for place, body, metadata in _posts(workspace):
        key = metadata["event_payload"]["key"] if metadata else place
        stale += wanted.get(key, body["text"]) != str(body["text"])
    homes = {one.to: one.payload["view"]["blocks"][0]["text"]["text"] for one in mail if one.method == "views.publish"}
    shown = {user: view["blocks"][0]["text"]["text"] for user, view in workspace.state.homes.items()}
    return stale + len([user for user, text in homes.items() if shown.get(user) != text])
