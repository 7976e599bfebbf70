"""Whoever sends what their page never offered them is told so in a sentence, and nothing changes."""

from typing import Any

import pytest

from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.members import NOT_ALLOWED, OpenChannel
from bot.domain.polls.tables import GONE, Poll
from bot.slack.gate import GUEST
from bot.workspace import interact
from bot.workspace.shapes import Json
from scheduler.outbox import OutgoingRow
from tests.handlers.forging import presses, submits
from tests.handlers.polling import FORM, OPTIONS, amir, fills, makes, opens_form, result, told, votes, wall
from tests.house import House, words
from tests.slacks import KARI, NETWORK, OLA

STRANGER = "U0GJEST"


MADE: Json = {"question_nb": "Hva?", "options_nb": "a\nb", "channel": NETWORK, "closes": 1773999999}


@pytest.mark.parametrize("action", ["poll.new", "poll.close", "poll.who", "poll.post"])
def test_a_member_who_presses_an_organizers_button_is_refused(house: House, action: str) -> None:
    makes(house, named=True)
    assert presses(house, KARI, action, house.all(Poll)[0].id).ok
    assert told(house.kari) == NOT_ALLOWED.nb
    assert (house.workspace.modals(KARI), house.all(Poll)[0].closed_at) == ([], None)


def test_a_member_who_submits_the_organizers_form_is_refused(house: House) -> None:
    reply = submits(house, KARI, "poll.make", **MADE)
    assert NOT_ALLOWED.nb in words(reply["view"])
    assert (house.all(Poll), house.outgoing("waiting", "sent")) == ([], house.outgoing())


@pytest.mark.parametrize(
    "value", ["{poll} 3", "{poll} -1", "{poll} ٣", "{poll} 1 1", "{poll}", "0000000000000000 1", "", " "]
)
def test_a_vote_for_what_does_not_exist_is_refused(house: House, value: str) -> None:
    makes(house)
    presses(house, KARI, "poll.vote", value.format(poll=house.all(Poll)[0].id))
    assert told(house.kari) == GONE.nb
    assert (house.all(Roll), house.all(Ballot)) == ([], [])


def test_a_vote_from_another_channel_is_refused(house: House) -> None:
    makes(house)
    presses(house, KARI, "poll.vote", f"{house.all(Poll)[0].id} 1", "C0ARRANGEMENT")
    assert told(house.kari, "C0ARRANGEMENT") == GONE.nb
    assert house.all(Roll) == []


def test_nobody_sees_the_answer_of_another(house: House) -> None:
    votes(house.kari, makes(house), 1)
    presses(house, OLA, "poll.mine", house.all(Poll)[0].id)
    assert told(house.ola).startswith("Du har ikke svart")


def test_a_guest_votes_only_where_that_was_opened(house: House) -> None:
    house.workspace.add_user(id=STRANGER, name="gjest", real_name="Gjest Eksempel", guest=True)
    house.workspace.join(STRANGER, NETWORK)
    makes(house)
    presses(house, STRANGER, "poll.vote", f"{house.all(Poll)[0].id} 1")
    house.rest()
    assert house.all(Roll) == []
    assert house.workspace.messages(STRANGER, NETWORK)[-1]["text"] == GUEST.nb

    with house.bot.parts.database.write() as session:
        session.add(OpenChannel(channel=NETWORK))
    presses(house, STRANGER, "poll.vote", f"{house.all(Poll)[0].id} 1")
    assert [row.person for row in house.all(Roll)] == [STRANGER]


def test_a_longer_text_than_the_form_takes_is_refused_at_its_field(house: House) -> None:
    longest = "\n".join(["x" * 3000, "y"])
    errors = submits(house, amir(house).id, "poll.make", **MADE | {"question_nb": "x" * 3000, "options_nb": longest})[
        "errors"
    ]
    assert set(errors) == {"question_nb", "options_nb"}
    assert set(
        submits(house, amir(house).id, "poll.make", **MADE | {"options_nb": "\n".join("abcdefghijk")})["errors"]
    ) == {"options_nb"}
    assert set(submits(house, amir(house).id, "poll.make", **MADE | {"closes": 1000000000})["errors"]) == {"closes"}
    assert house.all(Poll) == []


def test_markup_in_question_and_options_stays_plain(house: House) -> None:
    opens_form(amir(house))
    options = "<!channel>\n<@U0KARI>\n*fet* & `kode`"
    assert fills(amir(house), **FORM | {"question_nb": "<https://x.example|Hva>?", "options_nb": options}) == {}
    message = wall(house)
    for n in range(3):
        votes(house.kari, message, n)
    amir(house).presses(amir(house).types("/naering puls"), "poll.close", NETWORK)
    house.rest()
    for shown in (message, wall(house), result(house), *house.kari.private()):
        assert not [markup for markup in ("<!channel>", "<@U0KARI>", "<https:") if markup in shown["text"]]
        assert not [text for text in _markup(shown) if "<!channel>" in text or "<@U0KARI>" in text or "<https:" in text]


def _markup(value: Any) -> list[str]:
    """All texts that Slack reads markup in."""
    if isinstance(value, list):
        return [text for one in value for text in _markup(one)]
    if not isinstance(value, dict):
        return []
    own = [value["text"]] if value.get("type") == "mrkdwn" else []
    return own + [text for one in value.values() for text in _markup(one)]


def test_the_same_press_delivered_twice_counts_once(house: House) -> None:
    message = makes(house)
    ws = house.workspace
    votes(house.kari, message, 0)
    sent = next(entry.request for entry in reversed(ws.log()) if entry.what == "block_actions")
    votes(house.kari, message, 2)
    assert interact.send(ws, sent).ok
    assert [ballot.option for ballot in house.all(Ballot)] == [2]
    assert OPTIONS[2] in told(house.kari)


def test_no_log_and_no_row_tells_what_was_chosen(house: House, caplog: pytest.LogCaptureFixture) -> None:
    message = makes(house)
    house.workspace.fault("response_url", "500")
    votes(house.kari, message, 1)
    house.rest()
    assert OPTIONS[1] not in caplog.text
    assert [row for row in house.all(OutgoingRow) if "Svaret ditt" in str(row.payload)] == []
