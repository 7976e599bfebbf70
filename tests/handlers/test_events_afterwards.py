"""Bringing a guest, and what comes after an event, as people meet it."""

from handlers.events import afterwards_words as words
from handlers.events import words as said
from tests.clock import Clock
from tests.handlers.gatherings import TITLE, answers, drawn, makes, presses, told
from tests.handlers.polling import fills
from tests.house import House, actions
from tests.house import words as read
from tests.waiting import eventually


def test_a_guest_the_thanks_the_questions_and_the_result(house: House, clock: Clock) -> None:
    message = makes(house)
    presses(house.staff, house.staff.types("/naering arrangement"), "event.more")
    assert fills(house.staff, plus_one=["yes"], material="https://example.org/lysark") == {}
    answers(house.kari, message, "yes")
    receipt = house.kari.private()[-1]
    assert actions(receipt) == ["event.guest", "event.calendar"]
    house.kari.presses(receipt, "event.guest", "C0NETTVERK")
    assert told(house.kari) == said.WITH_GUEST[1]("nb", title=TITLE)
    drawn(house, "Kommer: 2 av 2 · Fullt")

    clock.move(days=9, hours=11)
    drawn(house, "Materiell: https://example.org/lysark")
    clock.move(hours=13)
    eventually(lambda: [one for one in house.kari.told() if one["text"].startswith("Takk")])
    thanks = house.kari.told()[-1]
    assert thanks["text"].splitlines()[:2] == [
        words.THANKS("nb", title=TITLE),
        said.MATERIAL("nb", material="https://example.org/lysark"),
    ]
    assert actions(thanks) == ["event.pulse"] * 8
    presses(house.kari, thanks, "event.pulse:useful4", house.kari.im)
    assert told(house.kari, house.kari.im) == words.GIVEN.nb
    presses(house.kari, thanks, "event.pulse:useful1", house.kari.im)
    assert told(house.kari, house.kari.im) == words.GIVEN_BEFORE.nb

    clock.move(days=7)
    eventually(lambda: [one for one in house.staff.told() if words.TOO_FEW.nb in one["text"]])
    assert [one["text"] for one in house.kari.told()].count(thanks["text"]) == 1
    assert words.PROMISE.nb in read(thanks)
