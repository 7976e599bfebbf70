"""Whoever sends what their page never offered them is told so in a sentence, and nobody gets anything."""

import pytest

from bot.core.errors import TOO_LONG, TOO_SPECIAL
from bot.domain.broadcasts import approving, tables, writing
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.pushes import Push
from bot.workspace.shapes import Json
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.test_broadcasts import finished, written
from tests.house import House, words
from tests.slacks import KARI, OLA, STAFF_MEMBER
from tests.waiting import eventually


@pytest.mark.parametrize("action", ["broadcast.new", "broadcast.test", "broadcast.stop"])
def test_a_member_who_presses_an_organizers_button_is_refused(house: House, action: str) -> None:
    written(house)
    assert presses(house, KARI, action, house.all(Broadcast)[0].id).ok
    assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb
    assert (house.workspace.modals(KARI), house.all(Broadcast)[0].state) == ([], "draft")


@pytest.mark.parametrize("callback", ["broadcast.preview", "broadcast.send"])
def test_a_member_who_submits_an_organizers_form_is_refused(house: House, callback: str) -> None:
    written(house)
    reply = submits(house, KARI, callback, house.all(Broadcast)[0].id, nb="Hei")
    assert NOT_ALLOWED.nb in words(reply["view"])
    assert [one.state for one in house.all(Broadcast)] == ["draft"]


@pytest.mark.parametrize("name", ["", "x", "no-such-announcement", "'; drop table broadcasts; --", "é" * 2000])
def test_a_name_that_no_announcement_has_is_refused(house: House, name: str) -> None:
    for action in ("broadcast.test", "broadcast.stop"):
        presses(house, STAFF_MEMBER, action, name)
        assert house.staff.private()[-1]["text"] == tables.GONE.nb
    assert tables.GONE.nb in words(submits(house, STAFF_MEMBER, "broadcast.send", name)["view"])


def test_what_was_approved_cannot_be_approved_again(house: House) -> None:
    written(house)
    (draft,) = house.all(Broadcast)
    house.staff.submits()
    finished(house)
    assert approving.ALREADY.nb in words(submits(house, STAFF_MEMBER, "broadcast.send", draft.id)["view"])
    assert len(house.kari.told()) == 1


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"nb": "x" * 2001}, {"nb": TOO_LONG("nb", most=2000)}),
        ({"nb": "&" * 1000}, {"nb": TOO_SPECIAL.nb}),
        ({"nb": "Hei", "en": "x" * 2001}, {"en": TOO_LONG("nb", most=2000)}),
        ({"nb": "Hei", "channel": KARI}, {"channel": writing.NO_CHANNEL.nb}),
        ({"nb": " "}, {"nb": writing.EMPTY.nb}),
    ],
)
def test_what_the_form_does_not_take_is_refused_at_its_field(house: House, fields: Json, wrong: Json) -> None:
    assert submits(house, STAFF_MEMBER, "broadcast.preview", **fields)["errors"] == wrong
    assert house.all(Broadcast) == []


@pytest.mark.parametrize("at", ["²", "9" * 400, "-1", "soon"])
def test_a_time_that_no_picker_gives_counts_as_none(house: House, at: str) -> None:
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", at=at)
    assert reply["response_action"] == "push"
    assert house.all(Broadcast)[0].at is None


def test_who_leaves_or_opts_out_while_it_waits_for_the_morning_gets_nothing(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: len(house.all(BroadcastReceiver)) == 5 and all(one.why for one in house.all(BroadcastReceiver)))
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).active = False
        session.get_one(Member, OLA).muted = ["announcement"]
    clock.move(hours=10)
    finished(house)
    assert (house.kari.told(), house.ola.told()) == ([], [])
    (sent,) = house.all(Broadcast)
    assert (sent.state, sent.delivered) == ("done", 3)
    whys = {row.person: (row.when, row.why) for row in house.all(Push)}
    assert (whys[KARI], whys[OLA]) == ((None, "left"), (None, "opted out"))
