"""Whoever sends what their page never offered them is told so in a sentence, and nothing changes."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.core.texts import bold, escape
from bot.domain.events import organizing, rows
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.members import NOT_ALLOWED
from bot.slack.gate import GUEST
from bot.workspace.shapes import Json
from handlers.events import managing
from scheduler.due import DueWork
from tests.handlers.forging import presses, submits
from tests.handlers.gatherings import FORM, TITLE, drawn, makes, told
from tests.handlers.gatherings import presses as chooses
from tests.handlers.polling import fills
from tests.house import House, words
from tests.slacks import KARI, OLA, STAFF_MEMBER
from tests.waiting import eventually

STRANGER = "U0GJEST"
ORGANIZERS = ["new", "edit", "call_off", "drafts", "preview", "discard", "more", "stand_answer"]
ORGANIZERS += ["invited", "grant", "decline", "usual"]
FORMS = ["create", "change", "cancel", "publish", "more", "stand_answer", "invited"]


@pytest.mark.parametrize("action", ORGANIZERS)
def test_a_member_who_presses_an_organizers_button_is_refused(house: House, action: str) -> None:
    makes(house)
    assert presses(house, KARI, f"event.{action}", house.all(Event)[0].id).ok
    assert told(house.kari) == NOT_ALLOWED.nb
    assert house.workspace.modals(KARI) == []


@pytest.mark.parametrize("wanted", ["event.edit", "event.call_off", "event.more"])
def test_a_member_who_chooses_from_an_organizers_menu_is_refused(house: House, wanted: str) -> None:
    makes(house)
    assert presses(house, KARI, "event.manage", f"{wanted} {house.all(Event)[0].id}").ok
    assert told(house.kari) == NOT_ALLOWED.nb
    assert house.workspace.modals(KARI) == []


@pytest.mark.parametrize(
    "value", ["", "event.edit", "privacy.delete x", "event.answer x yes", "event.manage event.edit"]
)
def test_a_choice_that_the_menu_does_not_have_does_nothing(house: House, value: str) -> None:
    makes(house)
    before = house.workspace.modals(STAFF_MEMBER)
    assert presses(house, STAFF_MEMBER, "event.manage", value).ok
    assert told(house.staff) == rows.GONE.nb
    assert house.workspace.modals(STAFF_MEMBER) == before


def test_a_menu_of_before_the_event_was_called_off_says_so_and_opens_nothing(house: House) -> None:
    makes(house)
    before = house.staff.types("/naering arrangement")
    presses(house, STAFF_MEMBER, "event.call_off", house.all(Event)[0].id)
    assert fills(house.staff) == {}
    opened = house.workspace.modals(STAFF_MEMBER)
    for choice in managing.CHOICES:
        chooses(house.staff, before, choice)
        assert told(house.staff) == rows.CANCELLED.nb
    assert house.workspace.modals(STAFF_MEMBER) == opened


def test_more_that_was_opened_before_another_changed_the_event_changes_nothing(house: House) -> None:
    makes(house)
    (event,) = house.all(Event)
    presses(house, STAFF_MEMBER, "event.more", event.id)
    form = house.staff.modal
    submits(house, STAFF_MEMBER, "event.change", f"{event.id} {event.version}", **FORM | {"day": "2026-03-26"})
    said = words(submits(house, STAFF_MEMBER, "event.more", form["private_metadata"], host="Eksempelvert")["view"])
    assert organizing.CHANGED.nb in said
    assert house.all(Event)[0].host == ""


@pytest.mark.parametrize("callback", FORMS)
@pytest.mark.parametrize("fields", [{}, {"title_nb": ""}])
def test_a_member_who_submits_an_organizers_form_is_refused(house: House, callback: str, fields: Json) -> None:
    makes(house)
    (event,) = house.all(Event)
    data = {"create": "", "change": f"{event.id} 0"}.get(callback, event.id)
    assert NOT_ALLOWED.nb in words(submits(house, KARI, f"event.{callback}", data, **FORM | fields)["view"])
    (same,) = house.all(Event)
    assert (same.version, same.cancelled, same.name("nb")) == (0, False, TITLE)


@pytest.mark.parametrize("value", ["", "x", "no-such-event yes", " yes", "'; drop table events; -- yes", "é" * 2000])
def test_a_press_with_a_forged_value_is_refused(house: House, value: str) -> None:
    makes(house)
    for action in ("event.answer", "event.calendar"):
        assert presses(house, KARI, action, value).ok
        assert told(house.kari) == rows.GONE.nb
    event = house.all(Event)[0].id
    assert presses(house, KARI, "event.answer", f"{event} perhaps").ok
    assert told(house.kari) == rows.GONE.nb
    assert house.all(EventAnswer) == []


@pytest.mark.parametrize("data", ["", "x", "no-such-event 0", "{event}", "{event} 7", "{event} -1"])
def test_an_organizers_form_about_nothing_or_an_older_version_changes_nothing(house: House, data: str) -> None:
    makes(house)
    (event,) = house.all(Event)
    shown = words(
        submits(house, STAFF_MEMBER, "event.change", data.format(event=event.id), **FORM | {"place": "X"})["view"]
    )
    assert (rows.GONE.nb in shown) or (organizing.CHANGED.nb in shown)
    assert house.all(Event)[0].place == "Eksempelhuset"


@pytest.mark.parametrize(
    ("field", "value"),
    [("title_nb", "x" * 3000), ("title_en", "x" * 101), ("text_nn", "&" * 2000), ("place", "x" * 3000)],
)
def test_what_is_oversized_is_refused_at_its_field(house: House, field: str, value: str) -> None:
    reply = submits(house, STAFF_MEMBER, "event.create", **FORM | {field: value})
    assert list(reply["errors"]) == [field]
    assert house.all(Event) == []


def test_markup_in_what_is_typed_calls_nobody(house: House) -> None:
    nasty = f"<!channel> <@{OLA}> <https://example.com|trykk> {{title}} *x* `y`"
    wall = makes(house, title_nb=nasty, text_nb=nasty, place=nasty)
    assert wall["text"].startswith(f"{escape(nasty)}\n")
    assert wall["blocks"][0]["text"] == {"type": "plain_text", "text": nasty, "emoji": False}
    presses(house, KARI, "event.answer", f"{house.all(Event)[0].id} yes")
    for said in (
        told(house.kari),
        house.kari.types("/naering arrangement")["text"],
        words(house.kari.home()),
        wall["text"],
    ):
        assert escape(nasty) in said or bold(nasty) in said
        assert "<!channel>" not in said
        assert f"<@{OLA}>" not in said


def test_the_longest_that_may_be_typed_is_shown(house: House) -> None:
    longest = {f"title_{lang}": "Æ" * organizing.LONGEST_TITLE for lang in ("nb", "nn", "en")}
    longest |= {f"text_{lang}": "Ø" * organizing.LONGEST_TEXT for lang in ("nb", "nn", "en")}
    wall = makes(house, **longest, place="Å" * organizing.LONGEST_PLACE)
    assert "Ø" * organizing.LONGEST_TEXT in wall["text"]


def test_a_guest_is_refused(house: House) -> None:
    makes(house)
    house.workspace.add_user(id=STRANGER, name="gjest", real_name="Gjest Eksempel", guest=True)
    house.workspace.invite(KARI, "C0NETTVERK", STRANGER)
    house.rest()
    assert presses(house, STRANGER, "event.answer", f"{house.all(Event)[0].id} yes").ok
    private = house.workspace.state.channels["C0NETTVERK"].seen_by(STRANGER)
    assert [post.body["text"] for post in private if post.shown_to] == [GUEST.nb]
    assert house.all(EventAnswer) == []


def test_of_many_who_press_at_once_through_slack_one_gets_the_last_seat(either_house: House) -> None:
    house = either_house
    makes(house, capacity="1")
    event = house.all(Event)[0].id
    crowd = [f"U0P{n:02}" for n in range(24)]
    for user in crowd:
        house.workspace.add_user(id=user, name=user.lower(), real_name=f"Person {user} Eksempel")
        house.workspace.join(user, "C0NETTVERK")
    house.rest()
    with ThreadPoolExecutor(12) as pool:
        assert all(pool.map(lambda user: presses(house, user, "event.answer", f"{event} yes").ok, crowd))
    house.rest()
    channel = house.workspace.state.channels["C0NETTVERK"]
    heard = [post.body["text"] for user in crowd for post in channel.seen_by(user) if post.shown_to]
    assert Counter("ventelisten" in text for text in heard) == {True: 23, False: 1}
    assert Counter(one.choice for one in house.all(EventAnswer)) == {"yes": 1, "waiting": 23}
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.redraw"])
    drawn(house, "Kommer: 1 av 1 · Fullt")
