"""A full event as members meet it: a place in line, an offer with a time, and the next in line."""

from bot.domain.events import invited
from bot.domain.events.rows import Event
from handlers.events import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.domain.gatherings import at
from tests.handlers.gatherings import TITLE, WHEN, answers, drawn, makes, presses, told
from tests.handlers.polling import fills
from tests.house import House, actions
from tests.waiting import eventually


def test_a_seat_given_up_is_offered_and_goes_on_where_nobody_takes_it(house: House, clock: Clock) -> None:
    message = makes(house, capacity="1")
    answers(house.kari, message, "yes")
    answers(house.ola, message, "yes")
    assert told(house.ola) == said.RECEIPT["waiting"]("nb", title=TITLE, number=1)
    answers(house.staff, message, "yes")
    drawn(house, "Kommer: 1 av 1 · Fullt · På venteliste: 2")
    assert "Du står på venteliste" in house.ola.types("/naering arrangement")["text"]

    answers(house.kari, message, "no")
    eventually(house.ola.told)
    (offer,) = house.ola.told()
    assert offer["text"].splitlines()[0] == said.OFFER("nb", title=TITLE, until="onsdag 11. mars kl. 10.00")
    assert actions(offer) == ["event.answer", "event.answer", "event.calendar"]
    drawn(house, "Kommer: 0 av 1 · 1 plass er tilbudt · På venteliste: 1")
    assert house.staff.told() == []

    clock.move(days=1)
    eventually(house.staff.told)
    assert [one["text"] for one in house.ola.told()][1:] == [said.OFFER_OVER("nb", title=TITLE)]
    presses(house.staff, house.staff.told()[0], "event.answer:yes", house.staff.im)
    drawn(house, "Kommer: 1 av 1 · Fullt · Kanskje: 0 · Kan ikke: 1")
    presses(house.ola, house.ola.told()[1], "event.answer:yes", house.ola.im)
    assert told(house.ola, house.ola.im) == said.RECEIPT["waiting"]("nb", title=TITLE, number=1)


def test_whose_offer_ends_after_the_deadline_is_not_asked_to_stand_in_line_again(house: House, clock: Clock) -> None:
    message = makes(house, capacity="1")
    answers(house.kari, message, "yes")
    answers(house.ola, message, "yes")
    presses(house.staff, house.staff.types("/naering arrangement"), "event.more")
    assert fills(house.staff, deadline=int(at("2026-03-11 09:00").timestamp())) == {}
    answers(house.kari, message, "no")
    eventually(house.ola.told)
    clock.move(days=1)
    eventually(lambda: len(house.ola.told()) == 2)
    over = house.ola.told()[1]
    assert (over["text"], actions(over)) == (said.OFFER_OVER_CLOSED("nb", title=TITLE), [])


def test_who_was_granted_a_seat_is_not_told_that_the_deadline_has_passed(house: House, clock: Clock) -> None:
    message = makes(house, capacity="1")
    answers(house.kari, message, "yes")
    answers(house.ola, message, "yes")
    presses(house.staff, house.staff.types("/naering arrangement"), "event.more")
    assert fills(house.staff, deadline=int(at("2026-03-11 09:00").timestamp())) == {}
    (event,) = house.all(Event)
    with house.bot.parts.database.write() as session:
        invited.admit(session, event, house.ola.id, clock.at)
    answers(house.kari, message, "no")
    eventually(house.ola.told)
    clock.move(days=1)
    eventually(lambda: len(house.ola.told()) == 2)
    over = house.ola.told()[1]
    assert (over["text"], actions(over)) == (said.OFFER_OVER("nb", title=TITLE), ["event.answer"])
    for person, receipt in ((house.ola, said.RECEIPT["maybe"]), (house.kari, said.MAYBE_CLOSED)):
        answers(person, message, "maybe")
        assert told(person) == receipt("nb", title=TITLE, when=WHEN)
    answers(house.ola, message, "yes")
    assert "Du er påmeldt" in told(house.ola)


def test_who_is_reminded_while_a_seat_is_held_for_them_reads_of_the_seat(house: House, clock: Clock) -> None:
    message = makes(house, capacity="1")
    answers(house.kari, message, "yes")
    answers(house.ola, message, "yes")
    clock.move(days=6)
    answers(house.kari, message, "no")
    eventually(house.ola.told)
    clock.move(hours=23)  # two days before the event, at nine
    eventually(lambda: len(house.ola.told()) == 2)
    held = said.HELD("nb", title=TITLE, away="om 2 dager", until="tirsdag 17. mars kl. 10.00")
    assert house.ola.told()[1]["text"].splitlines()[0] == held


def test_who_comes_confirms_after_a_move_with_one_press(house: House) -> None:
    answers(house.kari, makes(house), "yes")
    presses(house.staff, house.staff.types("/naering arrangement"), "event.edit")
    assert fills(house.staff, place="Et annet hus") == {}
    eventually(house.kari.told)
    presses(house.kari, house.kari.told()[0], "event.answer:yes", house.kari.im)
    assert told(house.kari, house.kari.im) == said.CONFIRMED("nb", title=TITLE, when=WHEN)
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.plan"])
    assert len(house.kari.told()) == 1
