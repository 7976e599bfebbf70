"""Refusals and bugs are said where the person is; nobody else's noise is taken for a request."""

import logging
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from bot.core.texts import Text
from bot.domain.questions import Question
from bot.slack.listen import Listen
from bot.workspace.doors import Answer, Parcel
from bot.workspace.shapes import Json
from tests.house import House, words
from tests.slack.trying import REFUSED, Trying, post_buttons, publish_buttons
from tests.slacks import KARI, NETWORK, STAFF

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


@pytest.fixture
def trying(house: House) -> Trying:
    trying = Trying()
    trying.register(house.bot.listen)
    house.workspace.app.manifest["features"]["shortcuts"].append(
        {"name": "Prøv", "type": "global", "callback_id": "test.shortcut", "description": "Prøv"}
    )
    return trying


def event(house: House, kind: str, **fields: Any) -> Json:
    return house.workspace.events.envelope({"type": kind, "user": KARI, **fields})


def deliver(house: House, payload: Json, retry: int = 0) -> Answer:
    parcel = Parcel("events_api", payload, retry, "http_error" if retry else "")
    return house.workspace.deliveries.now(parcel, payload["event"]["type"])


# --- refusals ---


def test_a_refused_command_says_why_in_its_reply(house: House, trying: Trying) -> None:
    trying.how = "refuse"
    assert house.kari.types("/naering prøv")["text"] == REFUSED
    assert house.outgoing() == []


def test_a_refused_click_says_why_to_the_person_alone(house: House, trying: Trying) -> None:
    trying.how = "refuse"
    message = post_buttons(house, NETWORK)
    assert house.kari.presses(message, "test.act", NETWORK) == {}
    assert [one["text"] for one in house.kari.private()] == [REFUSED]
    assert house.ola.private() == []


def test_a_refusal_at_a_field_stands_there(house: House, trying: Trying) -> None:
    house.kari.presses(post_buttons(house, NETWORK), "test.open", NETWORK)
    trying.how = "field"
    assert house.kari.submits() == {"errors": {"answer": REFUSED}}


def test_a_refused_form_says_why_over_it(house: House, trying: Trying) -> None:
    house.kari.presses(post_buttons(house, NETWORK), "test.open", NETWORK)
    trying.how = "refuse"
    assert house.kari.submits() == {}
    assert [view["callback_id"] for view in house.workspace.modals(KARI)] == ["test.form", "notice"]
    assert REFUSED in words(house.kari.modal)


def test_a_corrected_form_is_taken(house: House, trying: Trying) -> None:
    house.kari.presses(post_buttons(house, NETWORK), "test.open", NETWORK)
    trying.how = "field"
    house.kari.submits()
    trying.how = "fine"
    assert house.kari.submits(answer="Nei") == {}
    assert trying.done == ["view"]


def test_a_refusal_in_the_home_tab_comes_as_a_direct_message(house: House, trying: Trying) -> None:
    trying.how = "refuse"
    assert house.kari.presses_in(publish_buttons(house, KARI), "test.act") == {}
    assert [one["text"] for one in house.kari.told()] == [REFUSED]


def test_a_refused_shortcut_comes_as_a_direct_message(house: House, trying: Trying) -> None:
    trying.how = "refuse"
    assert house.workspace.shortcut(KARI, "test.shortcut") == {}
    assert [one["text"] for one in house.kari.told()] == [REFUSED]


def test_an_empty_mention_is_told_to_its_writer_alone(house: House) -> None:
    house.kari.writes("@Næringsbot")
    house.kari.writes("@Næringsbot", NETWORK)
    house.rest()
    assert house.said(NETWORK) == []
    assert house.kari.told()[0]["text"].startswith("Hva lurer du på?")


def test_an_empty_question_in_a_direct_message_is_told_in_its_thread(house: House) -> None:
    assert house.kari.asks("<!channel>")["text"] != ""
    assert house.kari.asks("@Næringsbot")["text"].startswith("Hva lurer du på?")


def test_a_refusal_speaks_the_persons_language(house: House, trying: Trying) -> None:
    house.kari.presses_in(house.kari.home(), "home.language", selected_option="en")
    trying.how = "refuse"
    assert house.kari.types("/naering try")["text"] == "No, not &lt;!channel&gt;."


# --- bugs ---


def code(text: str) -> str:
    return text.rstrip(".").rpartition(" ")[2]


def test_a_bug_is_told_once_and_slack_tries_again(
    house: House, trying: Trying, caplog: pytest.LogCaptureFixture
) -> None:
    trying.how = "fail"
    payload = event(house, "reaction_added")
    statuses = [deliver(house, payload, retry).status for retry in (0, 1, 2)]
    assert statuses == [500, 500, 500]

    [told] = house.kari.told()
    assert told["text"].startswith("Beklager, noe gikk galt hos meg")
    assert f"bug {code(told['text'])}: event reaction_added failed" in caplog.text

    trying.how = "fine"
    assert (deliver(house, payload, 3).status, trying.done) == (200, ["event"])
    assert len(house.kari.told()) == 1


def test_after_the_last_retry_slack_is_let_go_and_the_staff_told(house: House, trying: Trying) -> None:
    trying.how = "fail"
    payload = event(house, "reaction_added")
    assert [deliver(house, payload, retry).status for retry in (0, 1, 2, 3)] == [500, 500, 500, 200]
    [told] = house.said(STAFF)
    assert "levert det fire ganger" in told["text"]
    assert len(house.kari.told()) == 1


def test_of_a_failed_question_nothing_is_kept_and_the_retry_answers_it(house: House) -> None:
    file = str(house.bot.parts.database.url.database)
    with closing(sqlite3.connect(file)) as own:
        own.execute("ALTER TABLE questions RENAME COLUMN words TO ord")
    payload = event(
        house, "message", channel=house.kari.im, channel_type="im", text=VISPERUD, ts=house.workspace.state.new_ts()
    )
    assert deliver(house, payload).status == 500
    with closing(sqlite3.connect(file)) as own:
        own.execute("ALTER TABLE questions RENAME COLUMN ord TO words")
    assert house.all(Question) == []

    assert deliver(house, payload, 1).status == 200
    texts = [one["text"] for one in house.said(house.kari.im)]
    assert len(texts) == 2
    assert "Kilde" in texts[1]


@pytest.mark.parametrize("where", ["command", "click", "form", "shortcut"])
def test_a_bug_in_what_slack_does_not_repeat_is_told_and_acknowledged(
    house: House, trying: Trying, where: str, caplog: pytest.LogCaptureFixture
) -> None:
    message = post_buttons(house, NETWORK)
    if where == "form":
        house.kari.presses(message, "test.open", NETWORK)
    trying.how = "fail"
    caplog.set_level(logging.INFO)
    if where == "command":
        said = house.kari.types("/naering prøv")["text"]
    elif where == "click":
        assert house.kari.presses(message, "test.act", NETWORK) == {}
        said = house.kari.private()[-1]["text"]
    elif where == "form":
        assert house.kari.submits() == {}
        said = words(house.kari.modal)
    else:
        assert house.workspace.shortcut(KARI, "test.shortcut") == {}
        said = house.kari.told()[-1]["text"]
    assert "Beklager, noe gikk galt hos meg" in said


def test_while_slack_is_down_and_we_know_nobody_it_tries_again(house: House) -> None:
    house.workspace.fault("auth.test", "500", times=50)
    payload = event(
        house, "message", channel=house.kari.im, channel_type="im", text=VISPERUD, ts=house.workspace.state.new_ts()
    )
    assert deliver(house, payload).status in (200, 500)


# --- noise ---

NOISE: dict[str, Json] = {
    "another bot": {"bot_id": "B0OTHER", "user": "U0OTHER"},
    "another bot without a user": {"bot_id": "B0OTHER", "user": None, "subtype": "bot_message"},
    "ourselves": {"user": "U0NAERING01"},
    "an edit": {"subtype": "message_changed", "message": {"text": VISPERUD, "user": KARI}, "user": None},
    "a deletion": {"subtype": "message_deleted", "user": None},
    "joining": {"subtype": "channel_join"},
    "leaving": {"subtype": "channel_leave"},
    "a topic": {"subtype": "channel_topic"},
    "a reply notice": {"subtype": "message_replied"},
}


@pytest.mark.parametrize("noise", NOISE)
@pytest.mark.parametrize("kind", ["message", "app_mention"])
def test_what_no_person_says_just_now_is_no_question(house: House, noise: str, kind: str) -> None:
    base = {"channel": house.kari.im, "channel_type": "im", "text": VISPERUD, "ts": house.workspace.state.new_ts()}
    payload = event(house, kind, **base | NOISE[noise])
    assert deliver(house, payload).status == 200
    assert (house.all(Question), house.outgoing()) == ([], [])


def test_our_own_answers_are_no_questions(house: House) -> None:
    house.kari.asks(VISPERUD)
    house.rest()
    assert len(house.all(Question)) == 1


def test_an_edited_question_is_not_asked_again(house: House) -> None:
    ts = house.kari.writes(VISPERUD)
    house.rest()
    house.workspace.edit(KARI, house.kari.im, ts, "Noe annet")
    house.rest()
    assert len(house.all(Question)) == 1


@pytest.mark.parametrize("kind", ["team_join", "channel_rename", "function_executed"])
def test_an_event_that_nobody_listens_to_is_taken(house: House, kind: str) -> None:
    assert deliver(house, event(house, kind)).status == 200


@pytest.mark.usefixtures("trying")
def test_a_button_that_nobody_listens_to_is_taken(house: House) -> None:
    message = post_buttons(house, NETWORK)
    house.bot.listen._handlers.pop(("action", "test.act"))
    assert house.ola.presses(message, "test.act", NETWORK) == {}
    assert house.ola.private() == []
    Trying().register(listen := Listen())
    house.bot.listen._handlers |= listen._handlers


# --- the table ---


def nothing(_: object) -> None:
    return None


def test_two_handlers_of_one_name_are_a_fault() -> None:
    listen = Listen()
    listen.command(Text(nb="hjelp", nn="hjelp", en="help"), nothing)
    with pytest.raises(ValueError, match="two handlers for the command 'help'"):
        listen.command(Text(nb="bistand", nn="bistand", en="Help"), nothing)


def test_a_buttons_name_ends_at_the_colon_a_command_does_not() -> None:
    listen = Listen()
    listen.action("ask.again", nothing)
    listen.command(Text(nb="hjelp", nn="hjelp", en="help"), nothing)
    assert listen.find("action", "ask.again:2") is nothing
    assert listen.find("command", "hjelp: hvem har regulering?") is None
