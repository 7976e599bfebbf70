"""The list of those who come, as organizers use it: shown, ticked off at the door, taken home."""

from collections import Counter
from datetime import UTC, datetime

import pytest

from bot.domain.events.roll import Place
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.members import NOT_ALLOWED
from bot.workspace.block_kit import faults
from handlers.events import roll_words as said
from handlers.events.roll import MOST_TICKED, table
from tests.clock import Clock
from tests.domain.gatherings import OSLO
from tests.handlers.forging import presses as forges
from tests.handlers.forging import submits
from tests.handlers.gatherings import FORM, TITLE, answers, makes, presses, told
from tests.handlers.polling import bare, fills
from tests.house import House, actions, words
from tests.slacks import KARI, OLA, STAFF_MEMBER

LIST = "/naering arrangement"


def test_who_comes_is_listed_and_ticked_off_at_the_door(house: House, clock: Clock) -> None:
    message = makes(house)
    for person in (house.kari, house.ola, house.staff):
        answers(person, message, "yes")
    presses(house.staff, house.staff.types(LIST), "event.roll")
    listed = words(house.staff.modal).splitlines()
    assert listed[listed.index("*Kommer (2)*") :] == [
        "*Kommer (2)*",
        f"<@{KARI}>, <@{OLA}>",
        "*På venteliste (1)*",
        f"<@{STAFF_MEMBER}>",
    ]
    assert actions(house.staff.modal) == ["event.export"]

    clock.at = datetime(2026, 3, 19, 16, 30, tzinfo=UTC)
    presses(house.staff, house.staff.types(LIST), "event.roll")
    house.staff.presses_in(house.staff.modal, "event.attend")
    assert fills(house.staff, here0=[KARI]) == {}
    assert said.MARKED("nb", there=1) in words(house.staff.modal)
    assert {one.person: one.attended for one in house.all(EventAnswer)} == {KARI: True, OLA: False, STAFF_MEMBER: None}

    clock.move(hours=10)
    after = house.staff.types(LIST)
    assert TITLE in after["text"]
    presses(house.staff, after, "event.roll")
    assert "*Møtte ikke (1)*" in words(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.export")
    house.rest()
    (file,) = [one for one in house.workspace.messages(house.staff.id, house.staff.im) if one.get("files")]
    assert file["text"] == said.FILE("nb", title=TITLE)


def test_at_the_door_one_who_brings_a_guest_is_seen_to(house: House, clock: Clock) -> None:
    message = makes(house, kind="breakfast")
    answers(house.kari, message, "yes")
    house.kari.presses(house.kari.private()[-1], "event.guest", "C0NETTVERK")
    clock.at = datetime(2026, 3, 19, 16, 30, tzinfo=UTC)
    presses(house.staff, house.staff.types(LIST), "event.roll")
    house.staff.presses_in(house.staff.modal, "event.attend")
    assert faults("modal", bare(house.staff.modal)) == []
    _, field = house.staff.modal["blocks"]
    (option,) = field["element"]["options"]
    assert (field["label"]["text"], option["description"]["text"]) == (said.NUMBER("nb", number=1), "+1")


def test_of_more_than_fit_only_those_shown_are_marked_and_the_rest_come_next(house: House, clock: Clock) -> None:
    makes(house, capacity="")
    (event,) = house.all(Event)
    crowd = [f"U0P{n:03}" for n in range(MOST_TICKED + 2)]
    with house.bot.parts.database.write() as session:
        for person in crowd:
            session.add(EventAnswer(event=event.id, person=person, choice="yes", at=clock.at, heard=0, planned=True))
    clock.at = datetime(2026, 3, 19, 16, 30, tzinfo=UTC)
    here = [crowd[0], crowd[-1]]
    for ticked, missing, unmarked in ((crowd[0], MOST_TICKED - 1, 2), (crowd[-1], MOST_TICKED, 0)):
        presses(house.staff, house.staff.types(LIST), "event.roll")
        house.staff.presses_in(house.staff.modal, "event.attend")
        assert faults("modal", bare(house.staff.modal)) == []
        assert said.TICK_SOME("nb", shown=MOST_TICKED, number=len(crowd)) in words(house.staff.modal)
        ticks = {
            block["block_id"]: [one["value"] for one in block["element"]["options"] if one["value"] in here]
            for block in house.staff.modal["blocks"][1:]
        }
        assert ticked in [one for some in ticks.values() for one in some]
        assert fills(house.staff, **ticks) == {}
        marked = Counter(one.attended for one in house.all(EventAnswer))
        assert (marked[False], marked[None]) == (missing, unmarked)


@pytest.mark.parametrize("action", ["event.roll", "event.attend", "event.export", "event.reminders"])
def test_a_member_sees_no_list(house: House, action: str) -> None:
    makes(house)
    assert forges(house, KARI, action, house.all(Event)[0].id).ok
    assert told(house.kari) == NOT_ALLOWED.nb
    assert house.workspace.modals(KARI) == []


def test_a_member_marks_nobody(house: House) -> None:
    answers(house.ola, makes(house), "yes")
    event = house.all(Event)[0].id
    for form in ("event.attend", "event.reminders"):
        assert NOT_ALLOWED.nb in words(submits(house, KARI, form, f"{event} 1", **FORM)["view"])
    assert [one.attended for one in house.all(EventAnswer)] == [None]


def test_the_file_is_read_by_spreadsheets_and_carries_out_nothing() -> None:
    at = datetime(2026, 3, 10, 9, tzinfo=UTC)
    places = [
        Place("U1", "=1+1", "yes", at, confirmed=False, attended=True, guests=1),
        Place("U2", 'Bakeri; "Nord"', "waiting", at, confirmed=True, attended=None),
    ]
    assert table("nb", places, {"U1": "@Kari"}, OSLO) == (
        "\ufeffNavn;Slack-id;Bedrift;Svar;Gjester;Bekreftet;Møtt;Svarte\r\n"
        "'@Kari;U1;'=1+1;kommer;1;nei;ja;2026-03-10 10:00\r\n"
        ';U2;"Bakeri; ""Nord""";på venteliste;0;ja;;2026-03-10 10:00\r\n'
    )
