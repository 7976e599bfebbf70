"""Where two people are needed: one writes, another approves what they have read, and a change is approved anew."""

import pytest

from bot.domain.audit import AuditRow
from bot.domain.broadcasts import approving, steering
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.members import NOT_ALLOWED, Member
from bot.workspace.shapes import Json
from handlers.broadcasts import approving_words as said
from tests.handlers.forging import presses, submits
from tests.handlers.test_broadcasts import TEXT, finished, state, written
from tests.handlers.test_broadcasts_steering import OTHER, does, mended, one, told
from tests.house import House, actions, words
from tests.slacks import KARI, OLA, STAFF_MEMBER
from tests.waiting import eventually


def two(house: House) -> None:
    """Ola is an organizer too, and the administrator switches it on."""
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "organizer"
    shown = house.staff.types("/naering utsending", "C0STAB")
    house.staff.presses(shown, "broadcast.two", "C0STAB")
    assert house.staff.private("C0STAB")[-1]["text"] == said.ON.nb


def asked(house: House) -> Json:
    """What Ola is asked."""
    written(house)
    assert house.staff.modal["submit"]["text"] == said.ASK.nb
    assert house.staff.submits() == {}
    return request(house)


def request(house: House) -> Json:
    return [message for message in house.ola.told() if "broadcast.approve" in actions(message)][-1]


def test_what_one_wrote_is_sent_when_another_has_approved_it(either_house: House) -> None:
    two(either_house)
    message = asked(either_house)
    assert (TEXT.split("<")[0] in message["text"], state(either_house)) == (True, "asked")
    assert either_house.all(BroadcastReceiver) == []
    either_house.ola.presses(message, "broadcast.approve")
    finished(either_house)
    assert len(told(either_house.kari)) == 1
    approved = said.APPROVED.nb.format(person=f"<@{OLA}>")
    eventually(lambda: approved in [each["text"] for each in either_house.ola.told()])
    log = [(row.what.removeprefix("broadcast "), row.who) for row in either_house.all(AuditRow)]
    assert log[-4:] == [("made", STAFF_MEMBER), ("asked", STAFF_MEMBER), ("approved", OLA), ("sent", STAFF_MEMBER)]


@pytest.mark.parametrize("who", [STAFF_MEMBER, KARI])
def test_neither_who_wrote_it_nor_a_member_approves_it(house: House, who: str) -> None:
    two(house)
    asked(house)
    presses(house, who, "broadcast.approve", f"{one(house).id} 0")
    refusal = approving.OWN if who == STAFF_MEMBER else NOT_ALLOWED
    assert {STAFF_MEMBER: house.staff, KARI: house.kari}[who].private()[-1]["text"] == refusal.nb
    assert (state(house), house.all(BroadcastReceiver)) == ("asked", [])


def test_a_change_before_it_is_approved_voids_what_was_read(house: House) -> None:
    two(house)
    old = asked(house)
    data = f"{one(house).id} 0"
    submits(house, STAFF_MEMBER, "broadcast.corrected", data, nb=OTHER)
    house.ola.presses(old, "broadcast.approve")
    assert house.ola.private(house.ola.im)[-1]["text"] == steering.CHANGED.nb
    assert state(house) == "asked"
    eventually(lambda: OTHER in request(house)["text"])
    house.ola.presses(request(house), "broadcast.approve")
    finished(house)
    assert told(house.kari) == [OTHER]


def test_a_correction_of_what_was_sent_waits_for_approval_too(house: House) -> None:
    two(house)
    house.ola.presses(asked(house), "broadcast.approve")
    finished(house)
    submits(house, STAFF_MEMBER, "broadcast.corrected", f"{one(house).id} 0", nb=OTHER)
    house.rest()
    assert (state(house), OTHER in house.kari.told()[0]["text"]) == ("asked", False)
    eventually(lambda: OTHER in request(house)["text"])
    house.ola.presses(request(house), "broadcast.approve")
    mended(house)
    assert OTHER in house.kari.told()[0]["text"]


def test_who_changed_it_last_does_not_approve_it(house: House) -> None:
    two(house)
    asked(house)
    submits(house, OLA, "broadcast.corrected", f"{one(house).id} 0", nb=OTHER)
    presses(house, OLA, "broadcast.approve", f"{one(house).id} 1")
    assert house.ola.private()[-1]["text"] == approving.OWN.nb
    assert state(house) == "asked"


def test_it_is_recalled_without_waiting_for_anybody(house: House) -> None:
    two(house)
    house.ola.presses(asked(house), "broadcast.approve")
    finished(house)
    submits(house, STAFF_MEMBER, "broadcast.corrected", f"{one(house).id} 0", nb=OTHER)
    does(house, "recall")
    mended(house)
    assert house.kari.told() == []


def test_a_press_that_comes_again_approves_once(house: House) -> None:
    two(house)
    message = asked(house)
    for _ in range(2):
        house.ola.presses(message, "broadcast.approve")
    finished(house)
    assert house.ola.private(house.ola.im)[-1]["text"] == approving.ALREADY.nb
    assert len(told(house.kari)) == 1


def test_one_alone_cannot_be_asked_to_be_two(house: House) -> None:
    shown = house.staff.types("/naering utsending", "C0STAB")
    house.staff.presses(shown, "broadcast.two", "C0STAB")
    assert house.staff.private("C0STAB")[-1]["text"] == approving.ALONE.nb
    written(house)
    house.staff.submits()
    finished(house)
    assert state(house) == "done"


@pytest.mark.parametrize("value", ["on", "off"])
def test_only_an_administrator_switches_it(house: House, value: str) -> None:
    two(house)
    presses(house, OLA, "broadcast.two", value)
    assert house.ola.private()[-1]["text"] == NOT_ALLOWED.nb
    assert "broadcast.two" not in actions(house.ola.types("/naering utsending"))
    written(house)
    assert house.staff.modal["submit"]["text"] == said.ASK.nb


@pytest.mark.parametrize("value", ["", "x 0", "{id}", "{id} 1", "{id} -1", "{id} ²"])
def test_a_value_that_no_button_has_approves_nothing(house: House, value: str) -> None:
    two(house)
    asked(house)
    presses(house, OLA, "broadcast.approve", value.format(id=one(house).id))
    assert [each.state for each in house.all(Broadcast)] == ["asked"]
    assert said.APPROVE.nb in words(request(house))
