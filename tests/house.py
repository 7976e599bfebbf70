"""The whole bot behind the local workspace, and a way to talk with it: what was typed, what was said.

`house.kari.asks("…")` gives the answer's message; `house.kari.types("/naering …")` the private reply.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copy
from threading import Event, Thread
from typing import Any

import pytest
import sqlalchemy as sa

from bot.app import Bot, build
from bot.commands.demo import settings_for
from bot.commands.serving import Stop, serve_http
from bot.core.clocks import Now
from bot.core.db import Base
from bot.domain.members import Member
from bot.workspace import Workspace, elements
from bot.workspace.shapes import Json
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.slacks import KARI, NETWORK, OLA, OTHER_STAFF, STAFF_MEMBER, said, slack
from tests.waiting import eventually

FAST = {
    "clock_tick": 0.1,
    "delivery_lease": 20.0,
    "delivery_timeout": 5.0,
    "delivery_lookups": (0.01, 0.05),
    "pace_posts": 0.0,
    "pace_channel": 0.0,
    "pace_tier_3": 0.0,
    "pace_tier_4": 0.0,
    "admins": (STAFF_MEMBER,),
}


class Asked(Stop):
    """Told to stop by a test, not by a signal."""

    def __init__(self) -> None:
        self.asked = Event()


class House:
    """Opened with `open_house`."""

    def __init__(self, workspace: Workspace, bot: Bot) -> None:
        self.workspace, self.bot = workspace, bot
        self.url = ""
        self.kari, self.ola = Person(self, KARI), Person(self, OLA)
        self.staff, self.other_staff = Person(self, STAFF_MEMBER), Person(self, OTHER_STAFF)
        self._stop = Asked()
        self._thread = Thread(target=serve_http, args=(bot, self._stop, self._ready))

    def _ready(self, port: int) -> None:
        self.workspace.connect(f"http://127.0.0.1:{port}/slack/events")
        self.url = f"http://127.0.0.1:{port}"

    def open(self) -> None:
        self.bot.start()
        self._thread.start()
        eventually(lambda: self.url)
        known = (Member.role == "administrator", Member.standing.is_not(None))  # so everybody is
        eventually(lambda: self.rows(sa.select(Member.id).where(*known)))

    def close_door(self) -> None:
        self._stop.asked.set()
        self._thread.join()

    def close(self) -> None:
        self.close_door()
        self.bot.stop()

    def check_manners(self) -> None:
        """Of all that the bot has said in this house: it is readable as text, and whatever can be pressed is heard.

        By a conversation's own name only threads are written to, a greeting aside: else messages to the same person
        would stand in two lines, and could overtake one another.
        """
        for exchange in self.workspace.log():
            ours = exchange.request if exchange.direction == "from bot" else exchange.reply
            if exchange.what in ("chat.postMessage", "chat.update", "response_url"):
                assert str(ours["text"]).strip(), exchange
            for surface in _surfaces(ours):
                self._check_heard(surface)

        two_names = OutgoingRow.channel.startswith("D") & (OutgoingRow.line == OutgoingRow.channel)
        keys = self.rows(sa.select(OutgoingRow.key).where(two_names, ~OutgoingRow.key.startswith("home:hello:")))
        assert not keys, keys

    def _check_heard(self, surface: Json) -> None:
        listen = self.bot.listen
        if surface.get("type") == "modal" and "submit" in surface:
            assert listen.find("view", surface["callback_id"]), surface["callback_id"]
        for block, element in elements.inside(surface["blocks"]):
            if block["type"] != "input" and "url" not in element:
                assert listen.find("action", element["action_id"]), element["action_id"]

    def night(self) -> None:
        """The work of a night, now."""
        self.bot.clock._night()

    def rest(self) -> None:
        """Until all that was done is carried out: every event is answered, every row has left."""
        eventually(lambda: self.workspace.settled() and not self.outgoing("waiting", "leased"))

    def outgoing(self, *states: str) -> list[OutgoingRow]:
        query = sa.select(OutgoingRow).order_by(OutgoingRow.id)
        return self.rows(query.where(OutgoingRow.state.in_(states)) if states else query)

    def rows(self, query: Any) -> list[Any]:
        with self.bot.parts.read() as session:
            return list(session.scalars(query))

    def all(self, table: type[Base]) -> list[Any]:
        return self.rows(sa.select(table))

    def said(self, channel: str, thread: str | None = None) -> list[Json]:
        """The bot's messages that everybody there sees, when all is done."""
        self.rest()
        return said(self.workspace, channel, thread)


class Person:
    """A member who talks with the bot."""

    def __init__(self, house: House, user: str) -> None:
        self.house, self.id = house, user
        self.workspace = house.workspace
        self.im = house.workspace.im(user)

    def writes(self, text: str, channel: str | None = None, thread: str | None = None) -> str:
        ts: str = self.workspace.say(self.id, channel or self.im, text, thread)["ts"]
        return ts

    def asks(self, text: str, channel: str | None = None, thread: str | None = None) -> Json:
        """The one new message in the thread of the question."""
        root = self.writes(text, channel, thread)
        return self.house.said(channel or self.im, thread or root)[-1]

    def mentions(self, text: str, channel: str = NETWORK, thread: str | None = None) -> Json:
        return self.asks(f"@Næringsbot {text}", channel, thread)

    def types(self, text: str, channel: str = NETWORK) -> Json:
        """A command's private reply."""
        assert self.workspace.command(self.id, channel, text) == {}
        return self.private(channel)[-1]

    def private(self, channel: str = NETWORK) -> list[Json]:
        """What the bot said to this person alone in a channel and its threads."""
        self.house.rest()
        posts = self.workspace.state.channels[channel].seen_by(self.id)
        return [post.body for post in posts if post.shown_to and "bot_id" in post.body]

    def said(self) -> list[Json]:
        """All that the bot said in the direct messages, also in threads."""
        self.house.rest()
        posts = self.workspace.state.channels[self.im].seen_by(self.id)
        return [post.body for post in posts if "bot_id" in post.body]

    def told(self) -> list[Json]:
        """The direct messages of the bot that stand in no thread."""
        return self.house.said(self.im)

    def presses(self, message: Json, action: str, channel: str | None = None) -> Json:
        """A button of a message; {"error": …} where the person is shown one."""
        block, element = button(message, action)
        found = {"channel": channel or self.im, "ts": message["ts"]}
        return self._click(block, element, **found)

    def presses_in(self, view: Json, action: str, **more: object) -> Json:
        """A button or menu of a modal or of the Home tab."""
        block, element = button(view, action)
        return self._click(block, element, view_id=view["id"], **more)

    def _click(self, block: Json, element: Json, **where: object) -> Json:
        given = {"block_id": block["block_id"], "action_id": element["action_id"], "value": element.get("value")}
        return self.workspace.click(self.id, **given | where)

    @property
    def modal(self) -> Json:
        """The one on top."""
        return self.workspace.modals(self.id)[-1]

    def submits(self, **fields: str) -> Json:
        view = self.modal
        inputs = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
        values = {
            name: {inputs[name]["action_id"]: {"type": inputs[name]["type"], "value": value}}
            for name, value in fields.items()
        }
        return self.workspace.submit(self.id, view["id"], values)

    def home(self) -> Json:
        self.workspace.open_home(self.id)
        self.house.rest()
        view = self.workspace.home(self.id)
        assert view
        return view


def button(surface: Json, action: str) -> tuple[Json, Json]:
    """The first element whose action has this name, with its block."""
    for block, element in elements.inside(surface["blocks"]):
        if element["action_id"].partition(":")[0] == action:
            return block, element
    raise AssertionError(f"no {action} among {actions(surface)}")


def actions(surface: Json) -> list[str]:
    """The names of all that can be pressed there."""
    return [element["action_id"].partition(":")[0] for _, element in elements.inside(surface.get("blocks", []))]


def words(surface: Json) -> str:
    """All that is written in the blocks of a message or view."""
    return "\n".join(_texts(surface.get("blocks", [])))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        yield from (item for key, item in value.items() if key == "text" and isinstance(item, str))
        yield from (text for item in value.values() for text in _texts(item))


def _surfaces(value: Any) -> Iterator[Json]:
    """Everything with blocks in it."""
    if isinstance(value, dict):
        if isinstance(value.get("blocks"), list):
            yield value
        yield from (found for item in value.values() for found in _surfaces(item))


@contextmanager
def open_house(workspace: Workspace, database_url: str, clock: Now | None = None, **given: Any) -> Iterator[House]:
    settings = settings_for(workspace, database_url).model_copy(update=FAST | given)
    house = House(workspace, build(settings, clock or Clock()))
    try:
        house.open()
        yield house
        house.check_manners()
    finally:
        house.close()


@pytest.fixture(name="workspace")
def a_workspace() -> Iterator[Workspace]:
    with slack() as workspace:
        yield workspace


@pytest.fixture(name="house")
def a_house(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    """On SQLite alone: what people read does not hang on the kind of database."""
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}", clock) as house:
        yield house


@pytest.fixture(name="either_house")
def a_house_on_either(workspace: Workspace, database_url: str, clock: Clock) -> Iterator[House]:
    with open_house(workspace, database_url, clock) as house:
        yield house
