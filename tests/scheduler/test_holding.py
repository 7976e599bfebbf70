"""What is held back does not leave, also where a sender has it in its hands already; let go, it leaves once."""

from datetime import UTC, datetime

import pytest

from bot.domain.members import Member
from scheduler import bundles, holding
from scheduler.delivery import Claim, carry_out, claim_next
from scheduler.outbox import Outgoing, cancel
from tests.scheduler.office import Office, hello
from tests.slacks import KARI, NETWORK

KEY, PREFIX = "test:1:hello:1", "test:1:"
NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)


def hold(office: Office) -> None:
    with office.database.write() as session:
        holding.hold(session, PREFIX)


def let_go(office: Office) -> None:
    with office.database.write() as session:
        holding.let_go(session, PREFIX, NOW)


def claimed(office: Office) -> Claim:
    """A sender has it, and its call is to come."""
    claim = claim_next(office.post)
    assert isinstance(claim, Claim)
    office.change(KEY, attempted_at=None)
    return Claim(claim.row, claim.posted, claim.owner, claim.moment, unknown=False, begun_at=None)


def test_what_waits_leaves_when_it_is_let_go_and_once(office: Office) -> None:
    office.write(hello(), hello("test:2:hello:1"))
    hold(office)
    office.work()
    assert (office.posts(), office.row(KEY).state) == (["Hei"], "held")
    let_go(office)
    office.work()
    assert office.posts() == ["Hei", "Hei"]


def test_a_sender_that_has_it_in_its_hands_finds_it_taken_at_the_last_check(office: Office) -> None:
    office.write(hello())
    claim = claimed(office)
    hold(office)
    carry_out(office.post, claim)
    assert (office.posts(), office.row(KEY).state) == ([], "held")


def test_it_leaves_in_the_words_that_it_got_meanwhile(office: Office) -> None:
    office.write(hello())
    claim = claimed(office)
    hold(office)
    with office.database.write() as session:
        assert holding.reword(holding.rows(session, [KEY])[KEY], {"text": "Hallo"})
    let_go(office)
    carry_out(office.post, claim)
    office.work()
    assert office.posts() == ["Hallo"]


def test_what_is_being_sent_just_then_is_not_held_and_what_follows_waits_for_it(office: Office) -> None:
    office.write(hello())
    claim = claim_next(office.post)
    assert isinstance(claim, Claim)
    hold(office)
    office.write(Outgoing("test:1:gone:1", NETWORK, {"ts": ""}, method="chat.delete", parent=KEY))
    assert claim_next(office.post) is False
    carry_out(office.post, claim)
    assert office.posts() == ["Hei"]
    office.work()
    assert (office.posts(), office.row("test:1:gone:1").state) == ([], "sent")


def test_a_message_that_is_gone_already_counts_as_deleted(office: Office) -> None:
    office.write(hello())
    office.work()
    for n in range(2):
        key = f"test:1:gone:{n}"
        note = Outgoing("test:1:note:1", NETWORK, {"text": "Se bort fra det"})
        office.write(Outgoing(key, NETWORK, {"ts": ""}, method="chat.delete", parent=KEY, otherwise=note))
        office.work()
        assert office.row(key).state == "sent"
    assert office.posts() == []


@pytest.mark.parametrize("method", ["chat.delete", "chat.update"])
def test_of_what_never_came_nothing_is_said(office: Office, method: str) -> None:
    office.write(hello(to="C0NOWHERE"))
    note = Outgoing("test:1:note:1", NETWORK, {"text": "Se bort fra det"})
    office.write(Outgoing("test:1:change:1", "C0NOWHERE", {"text": "Nytt"}, method, parent=KEY, otherwise=note))
    office.work()
    assert (office.row("test:1:change:1").reason, office.posts()) == ("parent_failed", [])


def test_where_a_copy_cannot_be_deleted_a_note_is_sent(office: Office) -> None:
    office.write(hello())
    office.work()
    office.change(KEY, sent_to="C0NOWHERE")
    note = Outgoing("test:1:note:1", NETWORK, {"text": "Se bort fra det"})
    office.write(Outgoing("test:1:gone:1", NETWORK, {"ts": ""}, method="chat.delete", parent=KEY, otherwise=note))
    office.work()
    assert office.posts() == ["Hei", "Se bort fra det"]


def test_what_waits_for_a_bundle_waits_for_it_again(office: Office) -> None:
    with office.database.write() as session:
        session.add(Member(id=KARI))
        bundles.add(session, hello(to=KARI), NOW)
    hold(office)
    with office.database.write() as session:
        assert bundles.waiting(session, KARI) == []
    let_go(office)
    with office.database.write() as session:
        assert [part.key for part in bundles.waiting(session, KARI)] == [KEY]


@pytest.mark.parametrize("bundled", [False, True])
def test_what_is_held_can_be_taken_back(office: Office, bundled: bool) -> None:
    with office.database.write() as session:
        if bundled:
            bundles.add(session, hello(to=KARI), NOW)
    office.write(hello(to=KARI))
    hold(office)
    with office.database.write() as session:
        assert cancel(session, PREFIX) == 1
    let_go(office)
    office.work()
    assert (office.row(KEY).state, office.row(KEY).payload) == ("cancelled", {})
