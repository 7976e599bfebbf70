"""«Too many», said to a call that was made at once: no process makes another one before the time is over."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.members import Member
from bot.slack.people import is_appointed
from bot.slack.web_api import TooMany, WebApi
from scheduler.closures import Closures
from scheduler.pacing import Pace, PaceRow
from tests.house import House
from tests.slack.trying import Trying, post_buttons
from tests.slacks import KARI, NETWORK

TOO_MANY = "Slack tar ikke imot flere vinduer fra meg akkurat nå. Prøv igjen om 30 sekunder."
NO_REPLY = "Slack svarer meg ikke akkurat nå, så ingenting ble gjort. Prøv igjen om litt."


@contextmanager
def another_process(house: House) -> Iterator[WebApi]:
    """Its own connections to Slack and to the database."""
    database = Database(house.bot.parts.database.url.render_as_string(hide_password=False))
    api = WebApi(house.workspace.api_url, house.workspace.app.bot_token, timeout=5)
    yield api.heeding(Closures(database, Pace()))
    api.close()
    database.close()


def calls(house: House, method: str) -> int:
    return len(house.workspace.traffic.find(method))


def reopen(house: House, method: str) -> None:
    """As if the time were over."""
    with house.bot.parts.database.write() as session:
        session.execute(sa.update(PaceRow).where(PaceRow.name == method).values(closed_until=0))


def test_who_wants_a_window_is_told_and_slack_is_not_asked_again(house: House) -> None:
    Trying().register(house.bot.listen)
    house.workspace.fault("views.open", "429", seconds=30)
    message = post_buttons(house, NETWORK)
    house.kari.presses(message, "test.open", NETWORK)
    house.kari.presses(message, "test.open", NETWORK)
    assert ([one["text"] for one in house.kari.private()], calls(house, "views.open")) == ([TOO_MANY] * 2, 1)

    reopen(house, "views.open")
    house.kari.presses(message, "test.open", NETWORK)
    assert (house.kari.modal["callback_id"], calls(house, "views.open")) == ("test.form", 2)


def test_what_one_process_heard_is_obeyed_by_another(either_house: House) -> None:
    house = either_house
    with another_process(house) as other:
        house.workspace.fault("users.info", "429", seconds=30)
        with pytest.raises(TooMany):
            house.bot.parts.api.get("users.info", {"user": KARI})
        before = calls(house, "users.info")
        with pytest.raises(TooMany) as told:
            other.get("users.info", {"user": KARI})
        assert 27 < told.value.seconds <= 30
        assert calls(house, "users.info") == before
        assert other.get("conversations.info", {"channel": NETWORK})["ok"]

        reopen(house, "users.info")
        assert other.get("users.info", {"user": KARI})["user"]["id"] == KARI


def test_a_call_that_goes_well_writes_nothing(house: House) -> None:
    house.bot.parts.api.get("users.info", {"user": KARI})
    assert "users.info" not in [row.name for row in house.all(PaceRow)]


def test_whom_we_do_not_know_yet_is_told_that_slack_does_not_answer(house: House) -> None:
    with house.bot.parts.database.write() as session:
        session.execute(sa.update(Member).where(Member.id == KARI).values(standing=None))
    house.workspace.fault("users.info", "429", seconds=30)
    assert house.kari.types("/naering")["text"] == NO_REPLY
    reopen(house, "users.info")
    assert house.kari.types("/naering")["text"] != NO_REPLY


def test_a_role_is_not_taken_away_while_slack_does_not_tell_who_owns_the_workspace(house: House) -> None:
    house.workspace.fault("users.info", "429", seconds=30)
    with pytest.raises(UserError) as refused:
        is_appointed(house.bot.parts.api, KARI, ())
    assert refused.value.say("nb") == NO_REPLY
