"""What is kept about a person is said, and deleted on request."""

import pytest

from bot.domain.inquiries import Inquiry
from bot.domain.members import Member
from bot.domain.questions import Question
from tests.handlers.forging import presses
from tests.house import House, actions, words
from tests.slacks import NETWORK, STAFF
from tests.waiting import eventually

KNOWN = "Hvem har ansvar for regulering på Visperud?"
UNKNOWN = "Hvor mange pingviner bor det i Sydney?"


@pytest.mark.parametrize("typed", ["personvern", "privacy", "Personvern"])
def test_the_command_tells_what_is_kept_why_and_how_long(house: House, typed: str) -> None:
    said = house.kari.types(f"/naering {typed}")
    for part in ("*Hva som lagres:*", "*Hvorfor:*", "*Hvor lenge:*", "30 dager", "*Hva jeg ikke ser:*"):
        assert part in said["text"]
    assert "privacy.delete" in actions(said)


def test_the_home_tab_tells_it_too(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "privacy.show")
    assert "*Hva som lagres:*" in words(house.kari.modal)


def ask_and_send(house: House) -> None:
    for person in (house.kari, house.ola):
        answer = person.asks(UNKNOWN)
        person.presses(answer, "inquiry.open")
        person.submits(question=UNKNOWN)


def test_deleting_takes_ones_own_and_nobody_elses(house: House) -> None:
    ask_and_send(house)
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    assert house.kari.private()[-1]["text"].startswith("Ferdig: alt jeg hadde lagret om deg")
    assert [question.asker for question in house.all(Question)] == [house.ola.id]
    assert [inquiry.asker for inquiry in house.all(Inquiry)] == [house.ola.id]
    [kari] = [member for member in house.all(Member) if member.id == house.kari.id]
    assert (kari.language, kari.company, kari.areas, kari.welcomed) == (None, "", [], False)


def test_deleting_takes_back_what_has_not_left_wherever_it_was_to_go(either_house: House) -> None:
    house = either_house
    house.workspace.fault("chat.postMessage", "429", times=9, seconds=600)
    house.kari.writes(UNKNOWN)
    house.kari.writes(f"@Næringsbot {UNKNOWN}", NETWORK)
    house.workspace.command(house.kari.id, NETWORK, f"/naering {KNOWN}")
    for question in eventually(lambda: found if len(found := house.all(Question)) == 3 else []):
        if question.words == KNOWN:
            presses(house, house.kari.id, "ask.share", question.id)
        else:
            presses(house, house.kari.id, "inquiry.open", question.id)
            house.kari.submits(question=UNKNOWN)
    eventually(lambda: [len(house.outgoing("waiting")), len(house.outgoing())] == [5, 5])
    presses(house, house.kari.id, "privacy.delete", "")
    house.rest()
    assert [row.key for row in house.outgoing() if UNKNOWN in str(row.payload) or KNOWN in str(row.payload)] == []
    assert [row.key for row in house.outgoing() if house.kari.id in f"{row.payload} {row.otherwise}"] == []
    assert (house.said(STAFF), house.said(NETWORK), house.kari.said()) == ([], [], [])


def test_deleting_in_the_modal_gives_the_receipt_there(house: House) -> None:
    ask_and_send(house)
    house.kari.presses_in(house.kari.home(), "privacy.show")
    house.kari.presses_in(house.kari.modal, "privacy.delete")
    assert words(house.kari.modal).startswith("Ferdig: alt jeg hadde lagret om deg")


def test_who_deleted_themselves_may_ask_again(house: House) -> None:
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    assert house.kari.asks(UNKNOWN)["text"]
    assert [question.asker for question in house.all(Question)] == [house.kari.id]


def test_the_file_of_mine_data_holds_the_questions(house: House) -> None:
    house.kari.asks(UNKNOWN)
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.export", NETWORK)
    house.rest()
    assert house.outgoing("failed") == []
    assert "files.completeUploadExternal" in [exchange.what for exchange in house.workspace.log()]
