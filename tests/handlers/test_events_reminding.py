"""Choosing reminders: an organizer for an event, a member for themselves; one press for once more; the counts."""

from bot.core.texts import escape
from bot.domain.events import again
from bot.domain.events.organizing import CHANGED
from bot.domain.events.rows import Event
from bot.domain.events.wishes import EventWish
from bot.domain.pushes import Push
from handlers.events import reminding_words as words
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers.forging import submits
from tests.handlers.gatherings import TITLE, answers, makes, presses, told
from tests.handlers.polling import fills
from tests.house import House, Person, actions
from tests.house import words as read
from tests.waiting import eventually

LIST, CHOICE = "/naering arrangement", "/naering påminning"


def planned(house: House, person: Person) -> list[str]:
    """What is planned to be told to the person, the first first; the plans that are made just now are waited for."""
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind in ("event.plan", "member.changed")])
    rows = sorted((row.when, row.key.rpartition(":")[2]) for row in house.all(Push) if row.person == person.id)
    return [what for when, what in rows if when]


def chooses(person: Person, whose: str, which: tuple[str, ...] = ()) -> dict[str, object]:
    person.presses(person.types(CHOICE), "event.wish", "C0NETTVERK")
    answered: dict[str, object] = fills(person, whose=whose, which=list(which))
    return answered


def reminded(house: House, clock: Clock) -> dict[str, object]:
    """Kari's first reminder, two days before."""
    answers(house.kari, makes(house), "yes")
    assert planned(house, house.kari) == ["before", "morning"]
    clock.move(days=7)
    eventually(house.kari.told)
    return house.kari.told()[-1]


def test_an_organizer_changes_what_an_event_reminds_of(house: House) -> None:
    answers(house.kari, makes(house), "yes")
    presses(house.staff, house.staff.types(LIST), "event.reminders")
    assert fills(house.staff, which=["week", "hour"]) == {}
    assert words.SAVED.nb in read(house.staff.modal)
    assert [event.reminders for event in house.all(Event)] == [["week", "hour"]]
    assert planned(house, house.kari) == ["week", "hour"]
    assert [row.key for row in house.all(Push) if row.person.startswith("C")] == []


def test_reminders_that_somebody_else_has_changed_meanwhile_stay(house: House) -> None:
    makes(house)
    presses(house.staff, house.staff.types(LIST), "event.reminders")
    seen = house.staff.modal["private_metadata"]
    assert fills(house.staff, which=["week"]) == {}
    assert CHANGED.nb in read(submits(house, house.staff.id, "event.reminders", seen, which="hour")["view"])
    assert [event.reminders for event in house.all(Event)] == [["week"]]


def test_a_member_chooses_own_times_none_and_the_organizers_again(house: House) -> None:
    answers(house.kari, makes(house), "yes")
    assert chooses(house.kari, "own", ("day", "hour")) == {}
    assert planned(house, house.kari) == ["day", "hour"]
    assert house.kari.types(CHOICE)["text"] == words.YOURS["own"]("nb", times="dagen før, en time før")
    assert chooses(house.kari, "none") == {}
    assert planned(house, house.kari) == []
    assert house.kari.types(CHOICE)["text"] == words.YOURS["none"].nb
    assert chooses(house.kari, "theirs") == {}
    assert planned(house, house.kari) == ["before", "morning"]
    assert house.all(EventWish) == []


def test_own_times_need_one(house: House) -> None:
    assert chooses(house.kari, "own") == {"errors": {"which": words.CHOOSE_ONE.nb}}
    assert house.all(EventWish) == []


def test_one_press_on_a_reminder_and_it_comes_once_more_tomorrow(house: House, clock: Clock) -> None:
    reminder = reminded(house, clock)
    for _ in range(2):
        presses(house.kari, reminder, "event.again", house.kari.im)
    assert told(house.kari, house.kari.im) == words.AGAIN("nb", when="onsdag 18. mars kl. 09.00")
    assert planned(house, house.kari) == ["before", "again0318", "morning"]
    clock.move(days=1)
    eventually(lambda: len([one for one in house.kari.told() if one["text"].startswith("Påminnelse")]) == 2)
    assert "er i morgen." in house.kari.told()[-1]["text"]
    assert "torsdag 19. mars kl. 18.00" in house.kari.told()[-1]["text"]
    assert "event.again" in actions(house.kari.told()[-1])


def test_what_was_asked_for_stays_when_one_chooses_other_times(house: House, clock: Clock) -> None:
    presses(house.kari, reminded(house, clock), "event.again", house.kari.im)
    assert chooses(house.kari, "own", ("hour",)) == {}
    assert planned(house, house.kari) == ["before", "again0318", "hour"]


def test_where_a_reminder_comes_that_day_anyway_its_time_is_told(house: House, clock: Clock) -> None:
    reminder = reminded(house, clock)
    clock.move(days=1)
    presses(house.kari, reminder, "event.again", house.kari.im)
    assert told(house.kari, house.kari.im) == words.AGAIN("nb", when="torsdag 19. mars kl. 08.00")
    assert planned(house, house.kari) == ["before", "morning"]


def test_once_more_is_refused_where_it_helps_nobody(house: House, clock: Clock) -> None:
    reminder = reminded(house, clock)
    presses(house.kari, reminder, "event.answer:no", house.kari.im)
    presses(house.kari, reminder, "event.again", house.kari.im)
    assert told(house.kari, house.kari.im) == again.NOT_COMING.nb
    presses(house.kari, reminder, "event.answer:yes", house.kari.im)
    clock.move(days=2)
    presses(house.kari, reminder, "event.again", house.kari.im)
    assert told(house.kari, house.kari.im) == again.BEGINS_BEFORE.nb


def test_organizers_see_how_many_were_sent_and_why_others_were_not(house: House, clock: Clock) -> None:
    chooses(house.ola, "none")
    answers(house.ola, makes(house, capacity="9"), "yes")
    answers(house.kari, house.said("C0NETTVERK")[0], "yes")
    assert planned(house, house.kari) == ["before", "morning"]
    clock.move(days=7)
    eventually(lambda: house.kari.told() and len(house.said("C0NETTVERK")) == 2)
    (event,) = house.all(Event)
    said = house.staff.types(CHOICE)["text"]
    assert said.splitlines()[1:] == [
        f"*{escape(TITLE)}*, torsdag 19. mars kl. 18.00 (`{event.id}`)",
        "Sendt: 2 · Planlagt: 1 · Ikke sendt: 2",
        "Hvorfor ikke: vil ikke ha: 2",
    ]
    assert event.id not in house.kari.types(CHOICE)["text"]


def test_word_of_a_change_and_thanks_are_counted_as_no_reminders(house: House, clock: Clock) -> None:
    answers(house.kari, makes(house), "yes")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, place="Et annet hus") == {}
    eventually(house.kari.told)
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.plan"])
    assert "Planlagt: 3" in house.staff.types(CHOICE)["text"].splitlines()
    clock.move(days=10)
    eventually(lambda: [one for one in house.kari.told() if one["text"].startswith("Takk")])
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.tell"])
    assert "Ikke sendt: 3" in house.staff.types(CHOICE)["text"].splitlines()
