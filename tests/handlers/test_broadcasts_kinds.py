"""Kinds of announcements, and what is attached to one."""

import pytest

from bot.core.errors import TOO_LONG
from bot.domain import audit
from bot.domain.audit import AuditRow
from bot.domain.broadcasts import writing
from bot.domain.broadcasts.tables import Broadcast
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.members import Member
from bot.domain.polls import tables as polls
from bot.domain.polls.tables import Poll
from bot.workspace.shapes import Json
from handlers.broadcasts import words as said
from handlers.polls import words as poll_words
from tests.clock import Clock
from tests.handlers import gatherings, polling
from tests.handlers.forging import presses, submits
from tests.handlers.polling import OPTIONS, QUESTION, fills
from tests.handlers.test_broadcasts import TEXT, finished, state
from tests.house import House, actions, words
from tests.slacks import KARI, STAFF_MEMBER
from tests.waiting import eventually


def opens_form(house: House) -> None:
    menu = house.staff.types("/naering utsending", "C0STAB")
    assert house.staff.presses(menu, "broadcast.new", "C0STAB") == {}


def writes(house: House, **fields: str) -> Json:
    opens_form(house)
    return fills(house.staff, nb=TEXT, **fields)


def sends(house: House, **fields: str) -> None:
    assert writes(house, **fields) == {}
    assert house.staff.submits() == {}


def test_what_is_urgent_disturbs_at_night_and_those_who_opted_out(house: House, clock: Clock) -> None:
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).muted = ["announcement"]
    clock.move(hours=11)
    assert writes(house, kind="urgent", reason="EKSEMPEL: Vannet er stengt") == {}
    assert said.REASONS["urgent"]("nb", count=5) in words(house.staff.modal)
    house.staff.submits()
    finished(house)
    (push,) = house.kari.told()
    assert push["text"].splitlines()[0] == said.URGENT.nb
    assert "push.mute" not in actions(push)


def test_why_it_is_urgent_stands_in_the_log_and_in_no_message(house: House) -> None:
    sends(house, kind="urgent", reason="EKSEMPEL: Vannet er stengt")
    finished(house)
    logged = [(row.what, row.who, row.detail) for row in house.all(AuditRow)]
    assert ("broadcast urgent", STAFF_MEMBER, "EKSEMPEL: Vannet er stengt") in logged
    assert "Vannet" not in str(house.kari.told())
    with house.bot.parts.read() as session:
        assert "EKSEMPEL: Vannet er stengt" in [row["detail"] for row in audit.export(session, STAFF_MEMBER)]


@pytest.mark.parametrize(("reason", "refusal"), [(" ", writing.WHY_URGENT), ("x" * 201, TOO_LONG)])
def test_what_is_urgent_needs_a_short_reason_at_its_field(house: House, reason: str, refusal: object) -> None:
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", kind="urgent", reason=reason)
    expected = refusal("nb", most=200) if refusal == TOO_LONG else writing.WHY_URGENT.nb
    assert reply["errors"] == {"reason": expected}
    assert house.all(Broadcast) == []


@pytest.mark.parametrize("kind", ["", "urgent!", "x" * 2000])
def test_a_kind_that_no_menu_offers_is_news(house: House, kind: str) -> None:
    submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", kind=kind, reason="fordi")
    assert [(one.kind, one.reason) for one in house.all(Broadcast)] == [("news", "")]


def test_an_event_that_is_attached_is_signed_up_for_there(house: House) -> None:
    gatherings.makes(house)
    (event,) = house.all(Event)
    sends(house, kind="event", attached=f"events:{event.id}")
    finished(house)
    push = next(one for one in house.kari.told() if "event.answer" in actions(one))
    assert event.name("nb") in push["text"]
    house.kari.presses(push, "event.answer")
    house.rest()
    assert [(one.person, one.choice) for one in house.all(EventAnswer)] == [(KARI, "yes")]


def test_in_the_preview_nothing_of_an_event_can_be_pressed(house: House) -> None:
    gatherings.makes(house)
    (event,) = house.all(Event)
    writes(house, attached=f"events:{event.id}")
    assert event.name("nb") in words(house.staff.modal)
    assert "event.answer" not in actions(house.staff.modal)


def test_a_poll_that_is_attached_is_answered_there(house: House) -> None:
    wall = polling.makes(house)
    (poll,) = house.all(Poll)
    sends(house, attached=f"polls:{poll.id}")
    finished(house)
    push = next(one for one in house.kari.told() if "poll.vote" in actions(one))
    assert (QUESTION in push["text"], OPTIONS[1] in push["text"]) == (True, True)
    polling.votes(house.kari, push, 1, house.kari.im)
    eventually(lambda: "1 har svart" in polling.wall(house)["text"])
    assert QUESTION in wall["text"]


def test_a_poll_of_a_private_channel_is_neither_attached_nor_answered_elsewhere(house: House) -> None:
    polling.makes(house, channel="C0STAB")
    (poll,) = house.all(Poll)
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", attached=f"polls:{poll.id}")
    assert reply["errors"] == {"attached": said.NO_ATTACHMENT.nb}
    presses(house, KARI, "poll.vote", f"{poll.id} 0", house.kari.im)
    assert house.kari.private(house.kari.im)[-1]["text"] == polls.GONE.nb
    assert poll_words.ANSWER.nb not in str(house.kari.told())


@pytest.mark.parametrize(
    "attached", ["events:", "events:no-such-event", "polls:x", "audit:1", "é" * 2000, "<!channel>"]
)
def test_what_cannot_be_attached_is_refused_at_its_field(house: House, attached: str) -> None:
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", attached=attached)
    assert reply["errors"] == {"attached": said.NO_ATTACHMENT.nb}
    assert house.all(Broadcast) == []


def test_in_a_channel_too_what_is_urgent_does_not_wait(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    sends(house, kind="urgent", reason="EKSEMPEL: Vannet er stengt", channel="C0NETTVERK")
    finished(house)
    assert (state(house), len(house.said("C0NETTVERK"))) == ("done", 1)
