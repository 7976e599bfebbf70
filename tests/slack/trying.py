"""A feature that exists in these tests only: its handlers refuse and fail as they are told."""

from bot.core.blocks import actions, button, modal, text_input
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.workspace.shapes import Json
from tests.house import House

NO = Text(nb="Nei, ikke {what}.", nn="Nei, ikkje {what}.", en="No, not {what}.")
WORD = Text(nb="prøv", nn="prøv", en="try")
REFUSED = "Nei, ikke &lt;!channel&gt;."


class Bug(Exception):
    """What the handlers here fail with."""


class Trying:
    """`how`: "refuse", "field", "fail", else fine. `done`: what was carried out."""

    def __init__(self, how: str = "fine") -> None:
        self.how = how
        self.done: list[str] = []

    def register(self, listen: Listen) -> None:
        listen.action("test.act", self.act)
        listen.action("test.open", self.open)
        listen.view("test.form", self.act)
        listen.shortcut("test.shortcut", self.act)
        listen.command(WORD, self.act)
        listen.event("reaction_added", self.act)

    def act(self, ctx: Ctx) -> Reply:
        with ctx.once():
            self._behave()
        self.done.append(ctx.kind)
        return Reply()

    def open(self, _ctx: Ctx) -> Reply:
        return Reply(open=form())

    def _behave(self) -> None:
        if self.how == "fail":
            raise Bug("words that a person wrote")
        if self.how in ("refuse", "field"):
            raise UserError(NO, field="answer" if self.how == "field" else None, what="<!channel>")


def form() -> Json:
    field = text_input("answer", "Svar", initial="Ja")
    return modal("test.form", "Prøve", [field], submit="Send", close="Avbryt")


def post_buttons(house: House, channel: str) -> Json:
    """A message of the bot's with buttons of this feature."""
    blocks = [actions(button("Gjør", "test.act"), button("Åpne", "test.open"))]
    house.bot.parts.api.call("chat.postMessage", {"channel": channel, "text": "Prøv", "blocks": blocks})
    return house.said(channel)[-1]


def publish_buttons(house: House, user: str) -> Json:
    blocks = [actions(button("Gjør", "test.act"), button("Åpne", "test.open"))]
    house.bot.parts.api.call("views.publish", {"user_id": user, "view": {"type": "home", "blocks": blocks}})
    view = house.workspace.home(user)
    assert view
    return view
