"""What the little Slack remembers: people, channels, messages, Home tabs; and who can see that something changed."""

import secrets
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bot.workspace.shapes import ApiError, Json

DEEPEST_STACK = 3


@dataclass
class Post:
    """One message: Slack's own object, and what Slack keeps beside it."""

    body: Json
    metadata: Json | None = None
    shown_to: str | None = None  # the one reader of a private ("ephemeral") message
    in_history_from: float = 0.0

    @property
    def ts(self) -> str:
        return str(self.body["ts"])

    @property
    def root(self) -> str:
        """The ts of the thread's first message, its own where it is in none."""
        return str(self.body.get("thread_ts") or self.body["ts"])

    @property
    def in_channel(self) -> bool:
        """Whether it stands in the channel itself, not only in a thread."""
        return self.root == self.ts or self.body.get("subtype") == "thread_broadcast"


@dataclass
class Channel:
    id: str
    name: str
    kind: str = "channel"  # channel, private, im
    topic: str = ""
    members: list[str] = field(default_factory=list)
    created: int = 0
    archived: bool = False
    posts: dict[str, Post] = field(default_factory=dict)
    threads: dict[str, list[str]] = field(default_factory=dict)  # the replies' ts by their root's

    def add(self, post: Post) -> None:
        self.posts[post.ts] = post
        if post.root != post.ts and post.shown_to is None:
            self.threads.setdefault(post.root, []).append(post.ts)

    def drop(self, post: Post) -> None:
        del self.posts[post.ts]
        if post.ts in self.threads.get(post.root, []):
            self.threads[post.root].remove(post.ts)

    def replies(self, root: str) -> list[Post]:
        return [self.posts[ts] for ts in sorted(self.threads.get(root, []))]

    def seen_by(self, user: str) -> list[Post]:
        seen = [post for post in list(self.posts.values()) if post.shown_to in (None, user)]
        return sorted(seen, key=lambda post: post.ts)


@dataclass
class Upload:
    """A file; `content`: none until it was uploaded."""

    id: str
    name: str
    length: int
    content: bytes | None = None


def new_id(prefix: str) -> str:
    return prefix + "0" + secrets.token_hex(5).upper()


@dataclass
class State:
    """All of it, behind one lock."""

    team: Json
    users: dict[str, Json] = field(default_factory=dict)
    channels: dict[str, Channel] = field(default_factory=dict)
    homes: dict[str, Json] = field(default_factory=dict)
    modals: dict[str, list[Json]] = field(default_factory=dict)
    view_words: dict[str, Json] = field(default_factory=dict)  # by view: what its reader is told beside it
    prompts: dict[str, Json] = field(default_factory=dict)  # by channel
    uploads: dict[str, Upload] = field(default_factory=dict)  # not kept over a restart
    read: dict[str, dict[str, str]] = field(default_factory=dict)  # user -> channel -> ts
    seq: int = 0
    on_change: list[Callable[[], None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lock = threading.RLock()
        self.changed = threading.Condition(self.lock)
        self._last_ts = 0
        self._seq_of: dict[str, int] = {}
        self._closing = False

    def new_ts(self) -> str:
        """A time stamp that no other message has, later than all before."""
        with self.lock:
            self._last_ts = max(self._last_ts + 1, time.time_ns() // 1000)
            return f"{self._last_ts // 1_000_000}.{self._last_ts % 1_000_000:06d}"

    def touch(self, users: Iterable[str] | None = None) -> None:
        """Tell who waits that these users (None: all) can see something new."""
        with self.changed:
            self.seq += 1
            for user in self.users if users is None else users:
                self._seq_of[user] = self.seq
            self.changed.notify_all()
        if users != ():
            for listener in self.on_change:
                listener()

    def seq_of(self, user: str) -> int:
        return self._seq_of.get(user, 0)

    def wait(self, condition: Callable[[], object], timeout: float) -> bool:
        """Until the condition holds (looked at on each change), the time is over, or all ends here."""
        end = time.monotonic() + timeout
        while True:
            seq = self.seq
            if condition():  # not under the lock: it may itself call the Web API
                return True
            left = end - time.monotonic()
            if left <= 0 or self._closing:
                return False
            with self.changed:
                # A condition may hang on the clock, hence a look four times a second at least; or make traffic itself,
                # hence not at once again.
                self.changed.wait(min(left, 0.25 if self.seq == seq else 0.005))

    def close(self) -> None:
        """Nobody waits any longer; the page does, for news, as long as it is open."""
        with self.changed:
            self._closing = True
            self.changed.notify_all()

    def im(self, one: str, other: str) -> Channel:
        """The direct conversation of two, opened where there is none."""
        with self.lock:
            for channel in self.channels.values():
                if channel.kind == "im" and set(channel.members) == {one, other}:
                    return channel
            channel = Channel(new_id("D"), "directmessage", "im", members=[one, other], created=int(time.time()))
            self.channels[channel.id] = channel
            return channel

    def conversations_of(self, user: str) -> list[Channel]:
        with self.lock:
            return [channel for channel in self.channels.values() if user in channel.members]

    def modals_of(self, user: str) -> list[Json]:
        return self.modals.setdefault(user, [])

    def swap_view(self, user: str, view: Json) -> None:
        """Put the newer version of a view in the place of the older."""
        if view["type"] == "home":
            self.homes[user] = view
        self.modals[user] = [view if open_["id"] == view["id"] else open_ for open_ in self.modals_of(user)]
        self.view_words.pop(view["id"], None)

    def push_view(self, user: str, view: Json) -> None:
        """Lay a view upon those open."""
        with self.lock:
            stack = self.modals_of(user)
            if not stack:
                raise ApiError("view_not_found")
            if len(stack) >= DEEPEST_STACK:
                raise ApiError("push_limit_reached")
            view |= {"previous_view_id": stack[-1]["id"], "root_view_id": stack[0]["id"]}
            stack.append(view)
        self.touch([user])

    def find_view(self, view_id: str) -> tuple[str, Json] | None:
        """The user who has it open, and the view."""
        with self.lock:
            for user, views in self.modals.items():
                for view in views:
                    if view["id"] == view_id:
                        return user, view
            for user, view in self.homes.items():
                if view["id"] == view_id:
                    return user, view
            return None
