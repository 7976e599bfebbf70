"""Meetings with the municipality at an expo, as people meet them."""

from bot.domain.events import meetings, rows
from bot.domain.events.meetings import EventMeeting
from bot.domain.events.rows import Event, EventAnswer
from bot.workspace.block_kit import faults
from handlers.events import meetings_words as words
from tests.clock import Clock
from tests.handlers.forging import presses as forged
from tests.handlers.gatherings import answers, makes, presses, told, wall
from tests.handlers.polling import bare, fills
from tests.house import House, Person, actions
from tests.house import words as read
from tests.slacks import KARI
from tests.waiting import eventually

LIST = "/naering arrangement"


def offered(house: House, units: str = "Byggesak\nSkatt og avgift", **fields: object) -> None:
    """The organizer makes an event with meetings."""
    makes(house, capacity="", **fields)
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, units=units) == {}
    eventually(lambda: "event.meetings" in actions(wall(house)))


def books(person: Person, after: int, unit: int = 0) -> None:
    view = person.modal
    event = person.house.all(Event)[0].id
    option = f"{event} {unit} {after}"
    element = next(
        block["accessory"]
        for block in view["blocks"]
        if block.get("accessory", {}).get("action_id") == f"event.book:{unit}"
    )
    block = next(one["block_id"] for one in view["blocks"] if one.get("accessory") == element)
    where = {"view_id": view["id"], "block_id": block, "action_id": element["action_id"]}
    person.workspace.click(person.id, **where, selected_option=option)


def test_a_member_books_is_reminded_and_gives_up(house: House, clock: Clock) -> None:
    offered(house)
    message = wall(house)
    answers(house.kari, message, "yes")
    answers(house.ola, message, "yes")
    presses(house.kari, message, "event.meetings")
    presses(house.ola, message, "event.meetings")
    books(house.kari, 15)
    shown = read(house.kari.modal)
    assert "torsdag 19. mars kl. 18.15: Byggesak" in shown
    assert words.FREE("nb", free=7) in shown
    books(house.ola, 15)  # still offered in the view that was opened before
    assert meetings.TAKEN.nb in read(house.ola.modal)
    assert f"<@{KARI}>" not in read(house.ola.modal)
    presses(house.staff, message, "event.meetings")
    assert f"18.15 <@{KARI}>" in read(house.staff.modal)

    clock.move(days=7)
    eventually(house.kari.told)
    assert "Møtene dine:\n• torsdag 19. mars kl. 18.15: Byggesak" in house.kari.told()[0]["text"]
    house.kari.presses_in(house.kari.modal, "event.give_up")
    assert words.MINE.nb not in read(house.kari.modal)
    assert house.all(EventMeeting) == []


def test_word_of_a_change_tells_of_meetings_that_move_along_and_of_those_that_fall_away(house: House) -> None:
    offered(house)
    answers(house.kari, wall(house), "yes")
    presses(house.kari, wall(house), "event.meetings")
    books(house.kari, 15)
    books(house.kari, 105)
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, begins="19:00", ends="20:00") == {}
    eventually(house.kari.told)
    told_of = house.kari.told()[0]["text"]
    assert "Møtene dine:\n• torsdag 19. mars kl. 19.15: Byggesak" in told_of
    assert words.LOST("nb", meetings="• torsdag 19. mars kl. 20.45: Byggesak") in told_of
    presses(house.kari, wall(house), "event.meetings")
    shown = read(house.kari.modal)
    assert "19.15: Byggesak" in shown
    assert "20.45" not in shown
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, begins="19:00", ends="21:00") == {}
    presses(house.kari, wall(house), "event.meetings")
    assert "20.45: Byggesak" in read(house.kari.modal)  # it was kept


def test_who_has_not_signed_up_is_told_to(house: House) -> None:
    offered(house)
    presses(house.kari, wall(house), "event.meetings")
    books(house.kari, 0)
    assert meetings.NOT_SIGNED_UP.nb in read(house.kari.modal)
    assert house.all(EventAnswer) == []


def test_where_it_lasts_for_days_a_time_is_offered_with_its_day(house: House) -> None:
    offered(house, last_day="2026-03-20")
    presses(house.kari, wall(house), "event.meetings")
    assert faults("modal", bare(house.kari.modal)) == []
    shown = next(block["accessory"] for block in house.kari.modal["blocks"] if "accessory" in block)
    labels = [option["text"]["text"] for option in shown["options"]]
    assert (labels[0], labels[-1]) == ("torsdag 19. mars kl. 18.00", "fredag 20. mars kl. 19.45")
    answers(house.kari, wall(house), "yes")
    presses(house.kari, wall(house), "event.meetings")
    for after in (0, 1440, 1455):
        books(house.kari, after)
    presses(house.staff, wall(house), "event.meetings")
    listed = read(house.staff.modal)
    assert f"torsdag 19. mars: 18.00 <@{KARI}>\nfredag 20. mars: 18.00 <@{KARI}>, 18.15 <@{KARI}>" in listed


def test_the_fullest_list_keeps_slacks_limits(house: House) -> None:
    units = [f"Enhet {n} " + "&" * 50 for n in range(meetings.MOST_UNITS)]
    offered(house, "\n".join(units), last_day="2026-03-20", ends="18:00")
    event = house.all(Event)[0].id
    with house.bot.parts.database.write() as session:
        for unit in range(meetings.MOST_UNITS):
            for after in range(0, 93 * 15, 15):
                session.add(EventMeeting(event=event, unit=unit, after=after, person=f"U{unit:02}{after:07}"))
    for person in (house.kari, house.staff):
        presses(person, wall(house), "event.meetings")
        assert faults("modal", bare(person.modal)) == []


def test_a_forged_press_is_refused_in_words(house: House) -> None:
    makes(house)
    event = house.all(Event)[0].id
    for action in ("event.meetings", "event.book", "event.give_up"):
        assert forged(house, KARI, action, "x").ok
        assert told(house.kari) == rows.GONE.nb
    for value in (f"{event} x y", f"{event} 0 0", f"{event} 99999 -1", event):
        forged(house, KARI, "event.book", value)
    assert house.all(EventMeeting) == []
