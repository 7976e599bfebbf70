"""A greeting is greeted; it is no question, and carries none on."""

import pytest

from bot.domain.questions import Question
from handlers.ask import smalltalk
from tests.house import House

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


@pytest.mark.parametrize(
    ("said", "reply"),
    [
        ("Hei!", smalltalk.HELLO),
        ("takk :)", smalltalk.WELCOME),
        ("Er du en robot?", smalltalk.ABOUT),
        ("Kva lagrar du om meg?", smalltalk.PRIVACY),
        ("Halla, åssen går det med deg i dag a?", smalltalk.HELLO),
        ("Hei! Hva kan du?", smalltalk.ABOUT),
        ("Takk for praten, du var grei!", smalltalk.WELCOME),
        ("Hello, thanks and have a nice day", smalltalk.WELCOME),
        ("hei, hvem har regulering?", None),
        ("Hjelp!", smalltalk.ABOUT),
        ("i dag", None),
        ("Ok, og i dag?", None),
        ("bra hjelp", None),
        ("", None),
        ("takk for sist til Visperud", None),
    ],
)
def test_small_talk_is_told_from_questions(said: str, reply: object) -> None:
    assert smalltalk.reply(said) == reply


def test_thanks_do_not_repeat_the_answer(house: House) -> None:
    root = house.kari.writes(VISPERUD)
    house.rest()
    assert house.kari.asks("Takk!", thread=root)["text"] == smalltalk.WELCOME.nb
    assert len(house.all(Question)) == 1


def test_a_question_pressed_in_the_home_tab_is_answered_at_once_and_by_message(house: House) -> None:
    home = house.kari.home()
    house.kari.presses_in(home, "ask.again")
    assert house.kari.modal["blocks"][1]["text"]["text"] in house.kari.told()[-1]["text"]
