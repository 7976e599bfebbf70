"""What is delivered in a trial: messages of every kind to every kind of place, changes of them, Home tabs, files."""

from collections.abc import Iterator
from typing import Any

from bot.workspace import Workspace
from scheduler.outbox import Outgoing
from tests.slacks import manifest

PEOPLE, CHANNELS = 150, 20


def person(n: int) -> str:
    return f"U0P{n % PEOPLE:03}"


def channel(n: int) -> str:
    return f"C0K{n % CHANNELS:03}"


def town(people_in_it: int = PEOPLE, **options: Any) -> Workspace:
    """A workspace large enough that many messages are under way at the same time."""
    people = [{"id": f"U0P{n:03}", "name": f"p{n}", "real_name": f"Person {n}"} for n in range(people_in_it)]
    inside = ["@bot", person(0)]
    channels = [{"id": channel(n), "name": f"k{n}", "members": inside, "private": n % 2 == 1} for n in range(CHANNELS)]
    seed = {"users": people, "channels": channels}
    return Workspace(seed, manifest(), **{"limited": False, "log_size": 50_000} | options)


def messages(workspace: Workspace, number: int) -> Iterator[Outgoing]:
    """Half of them personal, the others in channels, in threads, and in threads of our own messages.

    The text is the number, so that the order can be judged.
    """
    roots = [workspace.say(person(0), channel(n), "Spørsmål")["ts"] for n in range(CHANNELS)]
    for n in range(number):
        key, text = f"mail:{n}:text:1", {"text": str(n)}
        match n % 8:
            case 0:
                yield Outgoing(key, channel(n // 8), text)
            case 1 | 2:
                yield Outgoing(key, channel(n // 8), text | {"thread_ts": roots[n // 8 % CHANNELS]})
            case 3:
                yield Outgoing(key, channel(n // 8), text, parent=f"mail:{n - 3}:text:1")
            case _:
                yield Outgoing(key, person(n), text)


def changes(all_messages: list[Outgoing]) -> Iterator[Outgoing]:
    for one in all_messages:
        new = {"text": one.payload["text"] + " ny"}
        yield Outgoing(f"{one.key}:new", one.to, new, method="chat.update", parent=one.key)


def homes(number: int) -> Iterator[Outgoing]:
    for n in range(number):
        text = {"type": "plain_text", "text": f"Hjem {n}"}
        view = {"type": "home", "blocks": [{"type": "section", "text": text}]}
        yield Outgoing(f"mail:{n}:home:1", person(n), {"view": view}, method="views.publish")


def files(number: int) -> Iterator[Outgoing]:
    for n in range(number):
        payload = {"filename": "data.json", "content": f"{n}", "text": "Mine data"}
        yield Outgoing(f"mail:{n}:file:1", person(n), payload, method="files.share")
