"""What happened in Slack, as a value: every kind of request becomes the same `Ctx` at once."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from sqlalchemy.orm import Session

from bot.core.clocks import Now
from bot.core.db import Database
from bot.core.moments import Local
from bot.core.settings import Settings
from bot.core.texts import Lang
from bot.domain import members
from bot.register.client import Register
from bot.slack import fields, markup
from bot.slack.attaching import Attachments
from bot.slack.example import Shown, as_it_is
from bot.slack.identity import Myself
from bot.slack.once import claim
from bot.slack.web_api import WebApi
from knowledge.ask import AnswerSource
from knowledge.library import Library
from scheduler.quiet import Quiet

Body = dict[str, Any]
LONGEST_ID = 32
Kind = Literal["command", "action", "view", "shortcut", "event", "options"]


@dataclass(frozen=True)
class Parts:
    """What handlers work with; put together in bot/app.py. `shown`: from what is said to what people are shown."""

    settings: Settings
    database: Database
    now: Now
    library: Callable[[], Library]
    quiet: Quiet
    sources: tuple[AnswerSource, ...]
    myself: Myself
    api: WebApi = field(repr=False)
    register: Register
    shown: Shown = as_it_is
    attachable: Attachments = field(default_factory=dict)

    def read(self) -> AbstractContextManager[Session]:
        return self.database.read()

    def local(self, now: datetime) -> Local:
        return Local(now, self.quiet.zone)


@dataclass(frozen=True)
class Ctx:
    """One request. `words`: what was typed, or stands in the message that it is about. `value`: of the button or tab.

    `channel` and `thread`: where an answer that others may see belongs; none for a command, a modal, the Home tab.
    `hidden`: the person sees this place alone (a command's reply), so a reply goes there and nowhere else.
    `place`: the channel where a command was typed. `about`: Slack's user object, where an event tells of a person.
    `fields`: what a modal's inputs hold, also when a button in it is pressed; `offered`: what could be ticked in those
    of a modal that is submitted; `data`: what the modal was given when it was opened; `view_id`: the modal's.
    """

    parts: Parts
    kind: Kind
    name: str
    person: str
    now: datetime
    keys: tuple[str, ...]
    channel: str | None = None
    thread: str | None = None
    words: str = ""
    value: str = ""
    place: str | None = None
    about: Body = field(default_factory=dict, repr=False)
    fields: dict[str, str] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()
    data: str = ""
    view_id: str | None = None
    hidden: bool = False
    trigger: str | None = field(default=None, repr=False)
    respond_to: str | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        """Raises TypeError where something is not what Slack sends."""
        ids = (None if self.person == "" else self.person, self.channel, self.thread, self.place, self.view_id)
        others = (self.name, self.words, self.value, self.data, self.trigger, *self.fields)
        fitting = all(map(_is_id, ids)) and all(isinstance(one, str | None) for one in others)
        if not (fitting and all(map(str.isascii, self.keys)) and _is_address(self.respond_to)):
            raise TypeError("not of Slack's shape")

    @property
    def listener(self) -> str:
        """The name without what tells a button from its neighbours, which may be an answer: this goes to the log."""
        return self.name.partition(":")[0]

    @cached_property
    def lang(self) -> Lang:
        """The person's language."""
        with self.parts.read() as session:
            return members.language(session, self.person, self.parts.settings.default_language)

    @property
    def local(self) -> Local:
        return self.parts.local(self.now)

    def speaks(self, language: Lang | None) -> None:
        """Known already, it need not be looked up."""
        self.__dict__["lang"] = language or self.parts.settings.default_language

    @contextmanager
    def once(self, scope: str = "") -> Iterator[Session]:
        """The transaction of this request: claims it, runs the block, commits. A repeated request never gets here."""
        with self.parts.database.write() as session:
            claim(session, self.keys, scope, self.now)
            yield session


def _is_id(value: object) -> bool:
    if value is None:
        return True
    return isinstance(value, str) and 0 < len(value) <= LONGEST_ID and value.isascii() and "\0" not in value


def _is_address(value: object) -> bool:
    return value is None or (isinstance(value, str) and value.startswith(("https://", "http://")))


def from_command(parts: Parts, body: Body) -> Ctx:
    return Ctx(
        parts,
        "command",
        body["command"],
        body["user_id"],
        parts.now(),
        (f"trigger:{body['trigger_id']}",),
        words=markup.words(body.get("text", "")),
        place=body.get("channel_id"),
        hidden=True,
        trigger=body["trigger_id"],
        respond_to=body.get("response_url"),
    )


def from_event(parts: Parts, body: Body) -> Ctx:
    event = body["event"]
    ts = event["ts"] if event["type"] in ("message", "app_mention") else None
    channel = event.get("channel")
    keys = (f"event:{body['event_id']}",) + ((f"message:{body['team_id']}:{channel}:{ts}",) if ts else ())
    user = event.get("user", "")
    about = user if isinstance(user, dict) else {}
    return Ctx(
        parts,
        "event",
        event["type"],
        about.get("id", "") if about else user,
        parts.now(),
        keys,
        channel=channel,
        thread=event.get("thread_ts") or ts,
        words=markup.words(event.get("text", "")),
        value=event.get("tab", ""),
        about=about,
    )


def from_action(parts: Parts, body: Body) -> Ctx:
    action, message, person = body["actions"][0], body.get("message") or {}, body["user"]["id"]
    hidden, view = bool((body.get("container") or {}).get("is_ephemeral")), body.get("view") or {}
    return Ctx(
        parts,
        "action",
        action["action_id"],
        person,
        parts.now(),
        (f"action:{person}:{action['action_ts']}:{action['action_id'].partition(':')[0]}",),  # without an answer
        channel=(body.get("channel") or {}).get("id"),
        thread=message.get("thread_ts") or message.get("ts"),
        value=fields.chosen(action),
        fields=fields.of(view),
        data=view.get("private_metadata", ""),
        view_id=view.get("id") if view.get("type") == "modal" else None,
        hidden=hidden,
        trigger=body.get("trigger_id"),
        respond_to=body.get("response_url"),
    )


def from_view(parts: Parts, body: Body) -> Ctx:
    view = body["view"]
    # The trigger differs for each press of the button, also when a corrected form is sent again.
    pressed = body.get("trigger_id") or f"{view['id']}:{view.get('hash')}"
    return Ctx(
        parts,
        "view",
        view["callback_id"],
        body["user"]["id"],
        parts.now(),
        (f"view:{pressed}",),
        fields=fields.of(view),
        offered=fields.offered(view),
        data=view.get("private_metadata", ""),
        view_id=view["id"],
        trigger=body.get("trigger_id"),
    )


def from_shortcut(parts: Parts, body: Body) -> Ctx:
    message = body.get("message") or {}
    return Ctx(
        parts,
        "shortcut",
        body["callback_id"],
        body["user"]["id"],
        parts.now(),
        (f"trigger:{body['trigger_id']}",),
        channel=(body.get("channel") or {}).get("id"),
        words=markup.words(message.get("text", "")),
        hidden=True,
        trigger=body["trigger_id"],
        respond_to=body.get("response_url"),
    )
