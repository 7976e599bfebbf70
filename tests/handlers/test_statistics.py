"""The staff's statistics: what every feature counts, and nothing about few persons."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from bot.core.texts import Lang
from bot.domain.inquiries import Inquiry
from bot.domain.questions import Question
from handlers.inquiries.statistics import spell
from tests.clock import Clock
from tests.house import House
from tests.slacks import STAFF

NOW = Clock()()


def asked(person: int, outcome: str = "answered", lang: str = "nb", entry: str = "scheme.skattefunn") -> Question:
    fields: dict[str, Any] = {"channel": None, "thread": None, "words": "Hva?", "follows": None, "asked_at": NOW}
    return Question(asker=f"U{person}", outcome=outcome, lang=lang, entries=[entry], **fields)


def sent(person: int, hours: int | None) -> Inquiry:
    fields: dict[str, Any] = {"channel": None, "thread": None, "words": "Hva?", "lang": "nb", "sent_at": NOW}
    replied: dict[str, Any] = {"reply": "Ti.", "replied_at": NOW + timedelta(hours=hours)} if hours is not None else {}
    return Inquiry(question_id=f"q{person}", asker=f"U{person}", **fields, **replied)


def statistics(house: House, *rows: Question | Inquiry) -> list[str]:
    with house.bot.parts.database.write() as session:
        session.add_all(rows)
    lines: list[str] = house.staff.types("/naering statistikk", STAFF)["text"].splitlines()
    return lines


def everybody() -> Iterator[Question | Inquiry]:
    """Twelve persons in bokmål, seven in nynorsk; six of them are refused."""
    yield from (asked(person) for person in range(12))
    yield from (asked(person, lang="nn", entry="area.visperud") for person in range(20, 27))
    yield from (asked(person, "refused") for person in range(6))
    yield from (sent(person, person) for person in range(1, 8))


def test_the_staff_see_what_is_asked_and_what_becomes_of_it(house: House) -> None:
    assert statistics(house, *everybody()) == [
        "*De siste 30 dagene*",
        "Spørsmål: 25, fra 19 personer",
        "Slik gikk det: besvart 19 · ikke besvart 6",
        "Språk: bokmål 18 · nynorsk 7",
        "Mest spurt om: skattefradrag 12 · regulering 7",
        "Sendt til en person: 7",
        "Besvart av en person: 7, halvparten innen 4 t",
        "Tall som gjelder færre enn 5 personer, er utelatt.",
    ]


def test_few_persons_are_not_counted_nor_to_be_worked_out(house: House) -> None:
    few = [asked(person, lang="nn") for person in range(3)]
    lines = statistics(house, *(asked(person) for person in range(6)), *few, sent(1, 1))
    assert lines[1:4] == [
        "Spørsmål: 9, fra 6 personer",
        "Slik gikk det: besvart 9",
        "Mest spurt om: skattefradrag 9",
    ]
    assert lines[4] == "Sendt til en person: fra færre enn 5 personer, så tallene vises ikke."


def test_with_few_askers_there_are_no_figures(house: House) -> None:
    lines = statistics(house, asked(1), asked(2))
    assert lines[1:3] == [
        "Spørsmål: færre enn 5 personer har spurt, så tallene vises ikke.",
        "Sendt til en person: ingen",
    ]


def test_what_is_older_than_a_month_is_not_counted(house: House, clock: Clock) -> None:
    clock.move(days=31)
    assert statistics(house, *everybody())[1].startswith("Spørsmål: færre enn 5")


@pytest.mark.parametrize(
    ("time", "lang", "said"),
    [
        (timedelta(seconds=5), "nb", "1 min"),
        (timedelta(minutes=59), "nn", "59 min"),
        (timedelta(minutes=100), "en", "2 h"),
        (timedelta(days=3, hours=2), "nn", "3 døgn"),
    ],
)
def test_time_is_said_as_people_say_it(time: timedelta, lang: Lang, said: str) -> None:
    assert spell(time, lang) == said
