"""What others are asked while Slack waits comes in time, or into the waiting view; refusals and bugs are told too."""

import logging
from collections.abc import Callable
from threading import BoundedSemaphore, Event

import pytest

from bot.core.blocks import View, modal, section
from bot.core.errors import UserError
from bot.slack import later
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from bot.workspace.shapes import Json
from tests.house import House, words
from tests.slack.trying import NO, REFUSED, Bug, Trying, form, post_buttons
from tests.slacks import NETWORK
from tests.waiting import eventually

WAIT, DONE = "Jeg spør.", "Svaret."


def shown(said: str) -> View:
    return modal("notice", "Prøve", [section(said)], close="Lukk")


class Slow:
    """Its form asks somebody who answers when `go` is set."""

    def __init__(self, outcome: Callable[[], View]) -> None:
        self.outcome, self.go = outcome, Event()
        self.go.set()

    def ask(self, ctx: Ctx) -> Reply:
        return later.in_time(ctx, self._work, shown(WAIT), lambda error: shown(error.say("nb")))

    def _work(self) -> View:
        self.go.wait(10)
        return self.outcome()


def refuse() -> View:
    raise UserError(NO, field="answer", what="<!channel>")


def fail() -> View:
    raise Bug("words that a person wrote")


def opens(house: House, slow: Slow) -> None:
    house.bot.listen.action("test.open", lambda _ctx: Reply(open=form()))
    house.bot.listen.action("test.act", Trying().act)
    house.bot.listen.view("test.form", slow.ask)
    house.kari.presses(post_buttons(house, NETWORK), "test.open", NETWORK)


def late(house: House, slow: Slow, monkeypatch: pytest.MonkeyPatch) -> Json:
    """Submit, and let the answer come after the waiting view."""
    monkeypatch.setattr(later, "PATIENCE", 0.05)
    slow.go.clear()
    opens(house, slow)
    said = house.kari.submits()
    assert words(house.kari.modal) == WAIT
    slow.go.set()
    return said


def test_what_is_done_in_time_stands_in_the_place_of_the_form(house: House) -> None:
    opens(house, Slow(lambda: shown(DONE)))
    assert house.kari.submits() == {}
    assert words(house.kari.modal) == DONE


def test_what_is_late_comes_into_the_waiting_view(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert late(house, Slow(lambda: shown(DONE)), monkeypatch) == {}
    eventually(lambda: words(house.kari.modal) == DONE)


def test_a_refusal_in_time_stands_at_its_field_and_a_late_one_in_the_view(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = Slow(refuse)
    opens(house, slow)
    assert house.kari.submits() == {"errors": {"answer": REFUSED}}
    monkeypatch.setattr(later, "PATIENCE", 0.05)
    slow.go.clear()
    assert house.kari.submits() == {}
    slow.go.set()
    eventually(lambda: words(house.kari.modal) == REFUSED)


def test_a_bug_is_told_in_time_and_logged_late_without_words(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    late(house, Slow(fail), monkeypatch)
    eventually(lambda: "view test.form failed after Slack was answered" in caplog.text)
    assert words(house.kari.modal) == WAIT


def test_where_many_wait_already_nobody_else_holds_up_the_door(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(later, "PATIENCE", 600.0)
    monkeypatch.setattr(later, "_room", BoundedSemaphore(1))
    assert later._room.acquire()
    slow = Slow(lambda: shown(DONE))
    slow.go.clear()
    opens(house, slow)
    assert house.kari.submits() == {}
    assert words(house.kari.modal) == WAIT
    slow.go.set()
    eventually(lambda: words(house.kari.modal) == DONE)
