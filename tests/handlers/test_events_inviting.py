"""A workshop for those invited: the organizer chooses, each is told once, and others ask for a seat."""

from functools import partial

from bot.domain.events.rows import Event
from bot.workspace.block_kit import faults
from handlers.events import change_words
from handlers.events import inviting_words as words
from handlers.events import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.domain.gatherings import at
from tests.handlers.gatherings import FORM, TITLE, answers, drawn, makes, opens_form, presses, told, wall
from tests.handlers.polling import bare, fills
from tests.house import House, Person, actions
from tests.house import words as read
from tests.slacks import NETWORK
from tests.waiting import eventually

LIST = "/naering arrangement"


def test_a_workshop_is_for_those_invited_who_are_told_when_it_is_posted(house: House) -> None:
    opens_form(house.staff)
    assert fills(house.staff, **FORM | {"kind": "workshop"}) == {}
    house.staff.presses_in(house.staff.modal, "event.invited")
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, people=[house.kari.id], only=["yes"]) == {}
    assert house.kari.told() == []
    assert fills(house.staff) == {}
    eventually(house.kari.told)
    (invitation,) = house.kari.told()
    assert invitation["text"].splitlines() == [
        words.INVITATION("nb", title=TITLE),
        "Når: torsdag 19. mars kl. 18.00–20.00",
        "Sted: Eksempelhuset",
        "Påmelding innen mandag 16. mars kl. 12.00",
        "Program kommer.",
    ]
    assert actions(invitation)[-1] == "push.mute"
    eventually(lambda: house.said(NETWORK))
    assert "Bare for inviterte" in wall(house)["text"]
    presses(house.kari, invitation, "event.answer:yes", house.kari.im)
    drawn(house, "Kommer: 1 av 2")
    assert house.ola.told() == []


def invites_only(house: House, *people: str) -> None:
    presses(house.staff, house.staff.types(LIST), "event.invited")
    assert fills(house.staff, people=list(people), only=["yes"]) == {}


def test_others_are_refused_and_ask_the_organizer_who_lets_them_come(house: House) -> None:
    message = makes(house)
    invites_only(house)
    answers(house.ola, message, "yes")
    refused = house.ola.private(NETWORK)[-1]
    assert refused["text"] == words_of_refusal()
    presses(house.ola, refused, "event.ask_seat")
    assert told(house.ola) == words.ANSWERED["asked"]("nb", title=TITLE)
    eventually(house.staff.told)
    (asked,) = house.staff.told()
    assert asked["text"] == f"<@{house.ola.id}> ber om plass på «{TITLE}»."
    presses(house.staff, asked, "event.grant", house.staff.im)
    eventually(house.ola.told)
    (granted,) = house.ola.told()
    assert granted["text"] == words.ANSWERED["granted"]("nb", title=TITLE)
    presses(house.staff, asked, "event.decline", house.staff.im)
    assert told(house.staff, house.staff.im) == words.DECIDED_BEFORE.nb
    presses(house.ola, granted, "event.answer:yes", house.ola.im)
    assert told(house.ola, house.ola.im).startswith("Du er påmeldt")
    assert len(house.ola.told()) == 1


def test_who_was_let_in_and_taken_off_asks_again_and_both_are_told_again(house: House, clock: Clock) -> None:
    message = makes(house)
    invites_only(house)
    for times, day in ((1, "2026-03-10"), (2, "2026-03-11")):
        clock.at = at(f"{day} 10:00")
        answers(house.ola, message, "yes")
        presses(house.ola, house.ola.private(NETWORK)[-1], "event.ask_seat")
        eventually(partial(has_been_told, house.staff, times))
        presses(house.staff, house.staff.told()[-1], "event.grant", house.staff.im)
        eventually(partial(has_been_told, house.ola, times))
        invites_only(house)


def has_been_told(person: Person, times: int) -> bool:
    return len(person.told()) == times


def test_word_of_a_change_to_who_has_not_answered_is_left_to_versions_that_know_it(house: House, clock: Clock) -> None:
    makes(house)
    invites_only(house, house.kari.id)
    eventually(house.kari.told)
    clock.at = at("2026-03-10 22:00")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, day="2026-03-26") == {}
    eventually(lambda: [row for row in house.all(DueWork) if row.kind == "event.news"])
    assert not [row for row in house.all(DueWork) if row.kind == "event.tell" and ":news" in row.subject]
    clock.at = at("2026-03-11 07:00")
    eventually(lambda: len(house.kari.told()) == 2)


def test_who_has_not_answered_is_told_once_that_it_moves_and_is_called_off(house: House, clock: Clock) -> None:
    makes(house)
    invites_only(house, house.kari.id, house.ola.id)
    for person in (house.kari, house.ola):
        eventually(person.told)
    answers(house.ola, wall(house), "no")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, day="2026-03-26") == {}
    eventually(lambda: len(house.kari.told()) == 2)
    _, moved = house.kari.told()
    assert moved["text"].splitlines() == [
        change_words.MOVED("nb", title=TITLE),
        "Når: torsdag 26. mars kl. 18.00–20.00",
        "Sted: Eksempelhuset",
        change_words.STILL["invited"].nb,
    ]
    assert actions(moved)[-1] == "push.mute"
    clock.at = at("2026-03-11 10:00")
    presses(house.staff, house.staff.types(LIST), "event.call_off")
    assert "Disse får beskjed: invitert eller bedt om plass, uten å ha svart (1)." in read(house.staff.modal)
    assert fills(house.staff) == {}
    eventually(lambda: len(house.kari.told()) == 3)
    off = house.kari.told()[-1]
    assert off["text"].splitlines()[0] == (
        f"«{TITLE}», som skulle vært torsdag 26. mars kl. 18.00, er avlyst. Du var invitert."
    )
    house.rest()
    assert (len(house.kari.told()), len(house.ola.told())) == (3, 1)


def words_of_refusal() -> str:
    return f"«{TITLE}» er for inviterte, og du står ikke på listen. Vil du være med, kan du be arrangøren om en plass."


def test_who_asks_stands_in_the_organizers_list_and_may_be_declined_there(house: House) -> None:
    message = makes(house)
    invites_only(house)
    answers(house.ola, message, "yes")
    presses(house.ola, house.ola.private(NETWORK)[-1], "event.ask_seat")
    presses(house.staff, house.staff.types(LIST), "event.invited")
    assert faults("modal", bare(house.staff.modal)) == []
    assert f"<@{house.ola.id}> ber om plass" in read(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.decline")
    assert f"<@{house.ola.id}> får beskjed" in read(house.staff.modal)
    eventually(house.ola.told)
    assert house.ola.told()[0]["text"] == words.ANSWERED["declined"]("nb", title=TITLE)


def test_the_list_shows_who_is_invited_and_who_is_taken_off_cannot_sign_up(house: House) -> None:
    message = makes(house)
    invites_only(house, house.kari.id, house.ola.id)
    presses(house.staff, house.staff.types(LIST), "event.invited")
    chosen = [block["element"] for block in house.staff.modal["blocks"] if block["block_id"] == "people"]
    assert sorted(chosen[0]["initial_users"]) == sorted([house.kari.id, house.ola.id])
    assert fills(house.staff, people=[house.kari.id], only=["yes"]) == {}
    answers(house.ola, message, "yes")
    assert told(house.ola) == words_of_refusal()
    answers(house.kari, message, "yes")
    assert told(house.kari) == said.RECEIPT["yes"]("nb", title=TITLE, when="torsdag 19. mars kl. 18.00–20.00")


def test_an_invitation_made_at_night_comes_in_the_morning(house: House, clock: Clock) -> None:
    makes(house)
    clock.at = at("2026-03-10 22:00")
    invites_only(house, house.kari.id)
    assert house.kari.told() == []
    clock.at = at("2026-03-11 07:00")
    eventually(house.kari.told)
    (event,) = house.all(Event)
    assert event.by_invitation
