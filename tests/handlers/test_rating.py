"""The thumbs: they count at once, and one that points down may tell why."""

import pytest

from bot.core.texts import LANGUAGES, Lang
from bot.domain.inquiries import Inquiry
from bot.domain.questions import Question
from bot.workspace import block_kit
from handlers.ask.rating import form, thanks
from tests.handlers.choosing import fills
from tests.house import House, actions, words
from tests.slacks import NETWORK

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


def dislikes(house: House) -> Question:
    house.kari.presses(house.kari.asks(VISPERUD), "ask.unhelpful")
    [question] = house.all(Question)
    kept: Question = question
    return kept


def test_a_thumb_down_counts_before_the_reason_is_given(house: House) -> None:
    assert dislikes(house).helpful is False
    assert "Hva var galt med svaret?" in str(house.kari.modal)
    assert "uten navnet ditt" in words(house.kari.modal)


def test_reason_and_remark_are_kept_and_a_person_is_offered(house: House) -> None:
    dislikes(house)
    assert fills(house.kari, reason="old", remark=" Det er fra 2019. ") == {}
    [question] = house.all(Question)
    assert (question.reason, question.remark) == ("old", "Det er fra 2019.")
    assert actions(house.kari.modal) == ["inquiry.open"]
    house.kari.presses_in(house.kari.modal, "inquiry.open")
    assert VISPERUD in str(house.kari.modal)
    house.kari.submits(question=VISPERUD)
    assert words(house.kari.modal).startswith("Spørsmålet er sendt.")
    assert [inquiry.asker for inquiry in house.all(Inquiry)] == [house.kari.id]


def test_nothing_need_be_told(house: House) -> None:
    dislikes(house)
    assert house.kari.submits() == {}
    [question] = house.all(Question)
    assert (question.helpful, question.reason, question.remark) == (False, None, "")


def test_somebody_elses_thumb_opens_nothing(house: House) -> None:
    house.ola.presses(house.kari.mentions(VISPERUD), "ask.unhelpful", NETWORK)
    assert house.workspace.modals(house.ola.id) == []
    assert house.ola.private()[-1]["text"] == "Bare den som spurte, kan gjøre det."


def test_a_guest_is_thanked_without_a_form_that_they_could_not_send(house: House) -> None:
    house.workspace.change_user(house.ola.id, is_restricted=True)
    house.rest()
    house.staff.presses(house.staff.types("/naering gjester"), "members.open", NETWORK)
    house.ola.presses(house.ola.mentions(VISPERUD), "ask.unhelpful", NETWORK)
    assert house.ola.private()[-1]["text"] == "Takk, det er notert."
    assert house.workspace.modals(house.ola.id) == []
    assert [question.helpful for question in house.all(Question)] == [False]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_forms_keep_slacks_limits(lang: Lang) -> None:
    shown = [form(lang, "a" * 16), thanks(lang, "a" * 16, staffed=True), thanks(lang, "a" * 16, staffed=False)]
    assert [fault for view in shown for fault in block_kit.faults("modal", view)] == []
