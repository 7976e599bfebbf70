"""What did not fit into a person's day comes together, in one message."""

import pytest

from bot.domain.broadcasts.tables import Broadcast
from handlers.bundles import WAITED
from scheduler import bundles, leftovers
from tests.clock import Clock
from tests.handlers.test_broadcasts import written
from tests.house import House, actions
from tests.slacks import KARI
from tests.waiting import eventually

ANNOUNCED = [f"EKSEMPEL: Nyhet {n}" for n in range(5)]


def sends(house: House, *texts: str) -> None:
    for text in texts:
        written(house, nb=text)
        house.staff.submits()
        eventually(lambda: all(one.state in ("sending", "done") for one in house.all(Broadcast)))
        house.rest()


def heard(house: House) -> list[str]:
    return [one["text"].splitlines()[0] for one in house.kari.told()]


def test_the_third_to_the_fifth_of_a_day_come_as_one_message_the_next_morning(house: House, clock: Clock) -> None:
    sends(house, *ANNOUNCED)
    assert heard(house) == ANNOUNCED[:2]
    clock.move(hours=21)
    eventually(lambda: len(house.kari.told()) == 3)
    bundle = house.kari.told()[-1]
    assert bundle["text"].split("\n\n")[0] == WAITED.nb
    assert [text for text in ANNOUNCED if text in bundle["text"]] == ANNOUNCED[2:]
    assert actions(bundle).count("push.mute") == 3
    eventually(lambda: [(one.state, one.delivered) for one in house.all(Broadcast)] == [("done", 5)] * 5)


def test_a_part_cannot_be_sent_again_alone(house: House, clock: Clock) -> None:
    sends(house, *ANNOUNCED[:3])
    clock.move(hours=21)
    eventually(lambda: len(house.kari.told()) == 3)
    parts = [row.key for row in house.outgoing("sent") if bundles.holds(row) and row.channel == KARI]
    with house.bot.parts.database.write() as session, pytest.raises(leftovers.CannotSettle, match="is a part of"):
        leftovers.retry(session, *parts)


def test_what_is_stopped_before_the_morning_is_not_in_it(house: House, clock: Clock) -> None:
    sends(house, *ANNOUNCED[:4])
    stops = [one for one in house.staff.told() if "broadcast.stop" in actions(one)]
    house.staff.presses(stops[-1], "broadcast.stop")
    house.rest()
    clock.move(hours=21)
    eventually(lambda: len(house.kari.told()) == 3)
    assert ANNOUNCED[2] in house.kari.told()[-1]["text"]
    assert ANNOUNCED[3] not in house.kari.told()[-1]["text"]
