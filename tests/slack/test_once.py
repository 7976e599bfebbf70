"""However often and in whatever way Slack delivers a request, it is carried out once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from bot.domain.questions import Question
from bot.workspace.doors import Answer, Parcel
from bot.workspace.shapes import Json
from tests.house import House
from tests.slacks import KARI, NETWORK

ASKED = "Hvem har ansvar for regulering på Visperud?"


def deliver(house: House, payload: Json, retry: int = 0) -> Answer:
    parcel = Parcel("events_api", payload, retry, "http_timeout" if retry else "")
    return house.workspace.deliveries.now(parcel, payload["event"]["type"])


def asked(house: House, kind: str = "message", ts: str | None = None, channel: str | None = None) -> Json:
    """An event that nobody has delivered yet."""
    event = {"type": kind, "user": KARI, "text": ASKED, "channel": channel or house.kari.im, "channel_type": "im"}
    return house.workspace.events.envelope(event | {"ts": ts or house.workspace.state.new_ts()})


def test_the_same_event_eight_times_at_once_is_answered_once(either_house: House) -> None:
    """At the very first request of a new bot, too, when it does not yet know its own name."""
    payload, together = asked(either_house), Barrier(8)

    def send(_: int) -> Answer:
        together.wait()
        return deliver(either_house, payload)

    with ThreadPoolExecutor(8) as pool:
        assert [answer.status for answer in pool.map(send, range(8))] == [200] * 8
    assert len(either_house.said(either_house.kari.im)) == 1
    assert len(either_house.all(Question)) == 1


def test_a_mention_that_comes_as_a_message_too_is_answered_once(either_house: House) -> None:
    ts = either_house.workspace.state.new_ts()
    assert deliver(either_house, asked(either_house, "message", ts)).status == 200
    assert deliver(either_house, asked(either_house, "app_mention", ts)).status == 200
    assert len(either_house.said(either_house.kari.im)) == 1


def test_two_questions_are_two(house: House) -> None:
    deliver(house, asked(house))
    deliver(house, asked(house))
    assert len(house.all(Question)) == 2


def test_a_retry_after_a_lost_answer_changes_nothing(house: House) -> None:
    house.workspace.spoil_deliveries("lost")
    house.kari.asks(ASKED)
    assert 1 in [exchange.retry for exchange in house.workspace.traffic.find("message")]
    assert len(house.all(Question)) == 1


def test_a_click_that_arrives_twice_counts_once(house: House) -> None:
    answer = house.kari.mentions(ASKED)
    house.kari.presses(answer, "ask.again", NETWORK)
    click = house.workspace.traffic.find("block_actions")[-1].request
    assert house.workspace.deliveries.now(Parcel("interactive", click), "block_actions").status == 200
    assert len(house.all(Question)) == 2


def test_the_same_command_twice_is_two_commands(house: House) -> None:
    house.kari.types(f"/naering {ASKED}")
    house.kari.types(f"/naering {ASKED}")
    assert len(house.all(Question)) == 2
