"""Requests as nobody should send them: what Slack sent in a real conversation, spoiled by dice; and no HTTP at all.

`letters` gives HTTP requests as bytes. Most are signed, since what is not signed gets no further than the door.
"""

import json
import random
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from bot.workspace import Workspace
from bot.workspace.doors import signature
from bot.workspace.shapes import Json
from bot.workspace.traffic import Exchange
from tests.house import button
from tests.slacks import KARI, NETWORK, STAFF_MEMBER, said
from tests.waiting import eventually

DEEPEST = 12  # no payload of Slack's is deeper
JSON, FORM = "application/json", "application/x-www-form-urlencoded"
DEEP: Any = []
for _ in range(300):
    DEEP = [DEEP]
STRANGE: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e308,
    10**40,
    float("nan"),
    "",
    " ",
    "\0",
    "\ud83d",
    "🐧" * 2000,
    "a" * 50_000,
    "' OR 1=1 --",
    "../../etc/passwd",
    "<@U0KARI> <!channel> &lt;",
    "%s%n{0}{person}",
    "C0STAB",
    "ask.helpful",
    "poll.vote:1",
    "view_submission",
    "message_changed",
    [],
    {},
    [[]],
    [None],
    {"": ""},
    {"type": []},
    DEEP,
)
NO_HTTP = (
    b"\0\1\2\3\r\n\r\n",
    b"GET\r\n\r\n",
    b"POST /slack/events\r\n\r\n",
    b"POST /slack/events HTTP/9.9\r\n\r\n",
    b"post /slack/events HTTP/1.1\r\nHost: a\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nHost a\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nContent-Length: 1e3\r\n\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n{}",
    b"POST /slack/events HTTP/1.1\r\nX: " + b"a" * 300_000 + b"\r\n\r\n",
    b"POST /" + b"%ff" * 3000 + b" HTTP/1.1\r\n\r\n",
    b"POST http://[ HTTP/1.1\r\n\r\n",
    b"POST /slack/events HTTP/1.1\r\n" + b"X: y\r\n" * 2000 + b"\r\n",
    b"POST /slack/events HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n{}",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",  # somebody speaks TLS
)


BY_DESIGN = {501}  # a transfer encoding that nobody knows


def conversation(slack: Workspace) -> list[Exchange]:
    """What Slack sends while people ask, press, fill in and open things: one of each kind at least."""

    def asks(text: str, channel: str) -> Json:
        root = slack.say(KARI, channel, text)["ts"]
        return eventually(lambda: said(slack, channel, root))[-1]

    def presses(message: Json, action: str) -> None:
        block, element = button(message, action)
        pressed = {"block_id": block["block_id"], "action_id": element["action_id"], "value": element.get("value")}
        slack.click(KARI, channel=NETWORK, ts=message["ts"], **pressed)

    unknown = asks("@Næringsbot Hvor mange pingviner bor det i Sydney?", NETWORK)
    presses(unknown, "inquiry.open")
    slack.submit(KARI, slack.modals(KARI)[-1]["id"])
    presses(asks("@Næringsbot Hvem har ansvar for regulering på Visperud?", NETWORK), "ask.helpful")
    asks("Hva er Visperud?", slack.im(KARI))
    for command in ("", " puls", " arrangement", " utsending", " personvern", " Hva er Visperud?"):
        slack.command(STAFF_MEMBER, NETWORK, f"/naering{command}")
    slack.shortcut(KARI, "ask.message", NETWORK, unknown["ts"])
    slack.open_home(KARI)
    eventually(slack.settled)
    return [call for call in slack.log() if call.direction == "to bot"]


@dataclass(frozen=True)
class Letters:
    """`seen`: what Slack sent before, to be spoiled."""

    seen: list[Exchange]
    secret: str
    dice: random.Random

    def write(self, count: int) -> Iterator[bytes]:
        for _ in range(count):
            yield self.dice.choice(NO_HTTP) if self.dice.random() < 0.05 else self._letter()

    def _letter(self) -> bytes:
        payload = json.loads(json.dumps(self.dice.choice(self.seen).request))
        self._freshen(payload)
        for _ in range(self.dice.choice((0, 1, 1, 1, 2, 5))):
            self._spoil(payload)
        body, kind = _encoded(payload)
        if self.dice.random() < 0.1:
            body = self._damaged(body)
        if self.dice.random() < 0.05:
            kind = self.dice.choice(("", "text/plain", JSON + "; charset=utf-16", FORM, JSON, "multipart/form-data"))
        return self._sealed(body, kind)

    def _freshen(self, payload: Json) -> None:
        """So that it is no repetition of what was carried out already."""
        for name in ("event_id", "trigger_id"):
            if name in payload:
                payload[name] = f"{payload[name]}{self.dice.getrandbits(48)}"
        stamp = f"{self.dice.getrandbits(31)}.000001"
        for part in (payload.get("event"), *payload.get("actions", ())):
            if isinstance(part, dict):
                part |= {name: stamp for name in ("ts", "event_ts", "action_ts") if name in part}

    def _spoil(self, payload: Json) -> None:
        """Put something strange at one place, or take it away."""
        holder, name = self.dice.choice(list(_places(payload)) or [(payload, "type")])
        ways: list[Callable[[], None]] = [
            lambda: holder.__setitem__(name, deepcopy(self.dice.choice(STRANGE))),
            lambda: holder.__delitem__(name),
            lambda: holder.__setitem__(name, [holder[name]]),
            lambda: holder.__setitem__(name, {"value": holder[name]}),
        ]
        if name in holder or isinstance(holder, list):
            self.dice.choices(ways, (6, 2, 1, 1))[0]()

    def _damaged(self, body: bytes) -> bytes:
        at = self.dice.randrange(len(body) + 1)
        return self.dice.choice((body[:at], body[:at] + self.dice.randbytes(3) + body[at:], body + body, body[::-1]))

    def _sealed(self, body: bytes, kind: str) -> bytes:
        stamp, secret = str(int(time.time())), self.secret
        dice = self.dice.random()
        if dice < 0.05:
            stamp = self.dice.choice(("", "0", "-1", "yesterday", str(int(time.time()) - 600), "9" * 400))
        if dice > 0.85:
            secret = "wrong"
        seal = signature(secret, stamp, body)
        if dice > 0.97:
            seal = self.dice.choice(("", "v0=", seal[:-1], seal.replace("v0", "v1"), "\xff"))
        headers = {"Host": "bot", "Content-Type": kind, "Content-Length": len(body)}
        headers |= {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": seal, "Connection": "close"}
        if self.dice.random() < 0.1:
            headers["X-Slack-Retry-Num"] = self.dice.choice(("1", "3", "", "-1", "many", "9" * 50))
        lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        return f"POST /slack/events HTTP/1.1\r\n{lines}\r\n".encode("latin-1") + body


def _encoded(payload: Json) -> tuple[bytes, str]:
    """As Slack sends it; a spoiled event may have become something else."""
    if "event" in payload:
        return json.dumps(payload).encode(), JSON
    if "command" in payload:
        return urlencode(payload, errors="surrogatepass").encode(), FORM
    return urlencode({"payload": json.dumps(payload)}).encode(), FORM


def _places(value: Any, deep: int = 0) -> Iterator[tuple[Any, Any]]:
    """All that stands anywhere in a payload, as who holds it and under which name; what is deeper is left alone."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, held in list(inside):
        yield value, name
        if deep < DEEPEST:
            yield from _places(held, deep + 1)
