"""Bringing a guest, and what comes after an event, as people meet it."""

from handlers.events import afterwards_words as words
from handlers.events import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.domain.gatherings import at
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
        words.THANKS_FOR_SIGNING_UP("nb", title=TITLE),
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


def test_who_was_ticked_off_is_thanked_for_being_there_and_who_was_not_is_not(house: House, clock: Clock) -> None:
    message = makes(house)
    for person in (house.kari, house.ola):
        answers(person, message, "yes")
    clock.at = at("2026-03-19 17:30")
    presses(house.staff, house.staff.types("/naering arrangement"), "event.roll")
    house.staff.presses_in(house.staff.modal, "event.attend")
    assert fills(house.staff, here0=[house.kari.id]) == {}
    clock.at = at("2026-03-20 09:00")
    eventually(lambda: [one for one in house.kari.told() if one["text"].startswith("Takk")])
    assert house.kari.told()[-1]["text"].splitlines()[0] == words.THANKS("nb", title=TITLE)
    house.rest()
    assert not [one for one in house.ola.told() if one["text"].startswith("Takk")]


def test_of_an_event_to_which_nobody_came_no_result_is_told(house: House, clock: Clock) -> None:
    makes(house)
    clock.at = at("2026-03-20 09:00")
    eventually(lambda: [row for row in house.all(DueWork) if row.kind == "event.pulse"])
    clock.at = at("2026-03-27 09:00")
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.pulse"])
    house.rest()
    assert house.staff.told() == []
