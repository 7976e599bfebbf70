"""The workspace in a JSON file, so that messages, ids and counters survive a restart of the demo."""

import json
import threading
from dataclasses import asdict
from pathlib import Path

from bot.workspace.state import Channel, Post, State

PAUSE = 0.5  # seconds between two writings, at least
KEPT = ("users", "homes", "prompts", "read")


class Keeper:
    """Reads the file into the state, then writes it some moments after each change."""

    def __init__(self, state: State, path: Path) -> None:
        self._state = state
        self._path = path
        self._changed = threading.Event()
        self._closing = threading.Event()
        if path.exists():
            load(state, json.loads(path.read_text()))
        state.on_change.append(self._changed.set)
        self._thread = threading.Thread(target=self._run, name="slack-keeper", daemon=True)
        self._thread.start()

    def _run(self) -> None:
        while not self._closing.wait(PAUSE):
            if self._changed.is_set():
                self._changed.clear()
                self._write()

    def _write(self) -> None:
        with self._state.lock:
            text = json.dumps(dump(self._state), ensure_ascii=False)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._path.with_suffix(".new")
        fresh.write_text(text)
        fresh.replace(self._path)

    def close(self) -> None:
        self._closing.set()
        self._thread.join()
        self._write()


def dump(state: State) -> dict[str, object]:
    channels = [asdict(channel) for channel in state.channels.values()]
    return {name: getattr(state, name) for name in KEPT} | {"channels": channels, "seq": state.seq}


def load(state: State, kept: dict[str, object]) -> None:
    """Over a fresh state: its people and new channels stay, the channels of the file win."""
    state.users = {**kept["users"], **state.users}  # type: ignore[dict-item]
    for name in ("homes", "prompts", "read"):
        getattr(state, name).update(kept[name])
    for row in kept["channels"]:  # type: ignore[attr-defined]
        posts = {ts: Post(**post) for ts, post in row.pop("posts").items()}
        state.channels[row["id"]] = Channel(**row, posts=posts)
    state.seq = int(str(kept["seq"]))
