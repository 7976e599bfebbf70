"""«Ledig kontor på Visperud?»: the list answers, and leaves to the knowledge base what is not asked of it."""

from datetime import date
from typing import Any

import pytest

from bot.core.db import Database
from bot.core.texts import Lang
from bot.domain.premises import keeping
from handlers.ask.render import render
from handlers.premises.knows import source
from knowledge.answers import Answer
from knowledge.ask import answer
from knowledge.library import load
from tests.domain.gatherings import OSLO
from tests.domain.lettings import DAY, NOW, puts_out
from tests.handlers.letting import puts_out as put_out_in
from tests.house import House
from tests.knowledge.score import SETS, read, verdict

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
LIBRARY = load(None)
SOURCE = source(lambda: LIBRARY)
OFFICE, SHOP, STORE = "Eksempelkontor", "Eksempelbutikk", "Eksempellager"
# All that is asked of the list in our own questions: whether something is vacant, or where that can be seen.
OF_THE_LIST = {"q206", "f101", "q261", "d093", "w094", "w610", "w666", "w942"}


@pytest.fixture
def listed(database: Database) -> Database:
    with database.write() as session:
        puts_out(session)
        puts_out(session, title={"nb": SHOP, "en": "Example shop"}, kind="shop", area="area.sentrum", price="")
        store: dict[str, Any] = {"title": {"nb": STORE}, "kind": "warehouse", "area": "", "least": 400, "most": 900}
        store |= {"free_from": date(2026, 5, 1), "address": "Eksempelveien 1, Skåreråsen"}
        puts_out(session, **store)
    return database


def asks(database: Database, question: str, previous: str | None = None) -> Answer:
    return answer(question, previous, NOW, LIBRARY, (SOURCE(database, OSLO),))


def named(given: Answer) -> list[str]:
    return [entry.title.nb for entry in given.entries if entry.id.startswith("premises.")]


@pytest.mark.parametrize(
    ("question", "titles"),
    [
        ("ledig kontor på Visperud?", [OFFICE]),
        ("Finnes det kontorlokaler til leie på Visperud?", [OFFICE]),
        ("finst det lager på 500 m2?", [STORE]),
        ("finst det lager på 500 m²?", [STORE]),
        ("office space in Lørenskog?", [OFFICE]),
        ("any vacant shops in the town centre?", [SHOP]),
        ("Er det ledige butikklokaler i sentrum?", [SHOP]),
        ("ledig lager ved Skåreråsen", [STORE]),  # no area of ours, but an address tells of it
        ("vi ser etter ledig lokale til verksted", [OFFICE, SHOP, STORE]),
        ("Kvar finn eg ledige lokale?", [OFFICE, SHOP, STORE]),
    ],
)
def test_it_names_what_fits(listed: Database, question: str, titles: list[str]) -> None:
    assert sorted(named(asks(listed, question))) == sorted(titles)


@pytest.mark.parametrize(
    ("previous", "question", "titles"),
    [
        ("Hvem har ansvar for regulering på Visperud?", "ledig kontor på Visperud?", [OFFICE]),
        ("Hvem har ansvar for regulering på Visperud?", "ledig butikk i sentrum?", [SHOP]),
        ("ledig butikk i sentrum?", "og på Visperud?", []),
        ("Hvem har ansvar for regulering på Visperud?", "og på Metro?", []),
    ],
)
def test_a_few_words_after_another_question_are_asked_of_the_list_by_themselves(
    listed: Database, previous: str, question: str, titles: list[str]
) -> None:
    assert [name for name in named(asks(listed, question, previous)) if name in (OFFICE, SHOP, STORE)] == titles


def test_an_answer_tells_the_facts_and_where_the_contact_stands(listed: Database) -> None:
    told, source_line = said(listed, "ledig kontor på Visperud?", "nb")
    assert told == (
        "«Eksempelkontor»: Kontor · Visperud · 50–200 m² · 1500–1999 kr per m² i året · ledig nå. "
        "Kontakt og flere opplysninger står i oversikten: `/naering lokaler`."
    )
    assert source_line == "Kilde: Oversikten over ledige lokaler (2026) · kontrollert 10. mars 2026"
    assert said(listed, "any vacant shops in the town centre?", "en")[0] == (
        "“Example shop”: Shop · Lørenskog centre · 50–200 m² · free now. "
        "Contact and more stand in the overview: `/naering premises`."
    )


def said(database: Database, question: str, lang: Lang) -> list[str]:
    return render(asks(database, question), lang).text.splitlines()


def test_where_nothing_fits_it_says_so_and_when_the_list_was_touched_and_offers_what_is_known_of_the_area(
    listed: Database,
) -> None:
    given = asks(listed, "Finst det lager på 2000 m2 på Visperud?")
    assert render(given, "nn").text.splitlines()[0] == (
        "Ingen ledige lagerlokale på minst 2\N{NO-BREAK SPACE}000 m² står oppførte for Visperud no. "
        "Oversikta vart sist endra 10. mars 2026. Med `/naering lokale` kan du få vite om nye."
    )
    assert [entry.id for entry in given.related] == ["area.visperud"]


def test_what_was_taken_off_is_not_named(listed: Database) -> None:
    with listed.write() as session:
        keeping.take_off(session, puts_out(session), NOW + DAY)
    assert named(asks(listed, "ledig kontor på Visperud?")) == [OFFICE]


def test_many_are_counted(listed: Database) -> None:
    with listed.write() as session:
        for _ in range(4):
            puts_out(session)
    given = asks(listed, "ledige kontorer på Visperud?")
    assert len(named(given)) == 3
    assert "2 til passer." in render(given, "nb").text


@pytest.mark.parametrize(
    "question",
    [
        "Hva er planene for Visperud?",
        "Hva koster det å leie kontor på Visperud?",
        "Hvem kan jeg spørre om bruksendring av et lokale?",
        "Skal kommunen lage oversikt over tomme lokaler, og i hvor mange år?",
        "er det for dyrt å leie lokaler ifølge undersøkelsen",
        "finnes det ledige lokaler på Strømmen",
        "finnes det næringslokaler i Oslo",
        "ledig kontor i Tokyo",
        "popup-lokale på skårersletta",
        "kontor for etablerere",
        "We want to insulate our office building. Is there any money to get?",
        "hvem kontakter jeg om regulering på Visperud, og finnes det ledige tomter der?",
        "Vi skal gjøre om kontor til bolig – må vi søke?",
    ],
)
def test_it_leaves_other_questions_to_the_library(listed: Database, question: str) -> None:
    assert named(asks(listed, question)) == []


def test_of_our_own_questions_only_those_about_what_is_vacant_are_its(listed: Database) -> None:
    questions = [one for file in SETS[:3] for one in read(file)]
    of_list = [one for one in questions if named(_answered(listed, one))]
    assert {one["id"] for one in of_list} == OF_THE_LIST
    wrong = [one["id"] for one in of_list if verdict(one, _text(listed, one), answered=True) == "wrong"]
    assert wrong == []


def _answered(database: Database, question: dict[str, str]) -> Answer:
    return answer(question["question"], question.get("context"), NOW, LIBRARY, (SOURCE(database, OSLO),))


def _text(database: Database, question: dict[str, str]) -> str:
    return render(_answered(database, question), question["lang"]).text  # type: ignore[arg-type]


def test_a_list_that_nobody_uses_speaks_only_where_nothing_else_is_known(database: Database) -> None:
    assert named(asks(database, "Finnes det en oversikt over ledige næringslokaler?")) == []
    given = asks(database, "ledig kontor på Visperud?")
    assert render(given, "nb").text.splitlines()[0] == (
        "Ingen ledige kontorer står oppført for Visperud nå. Med `/naering lokaler` kan du få vite om nye."
    )


@pytest.mark.usefixtures("database_url")
def test_a_member_asks_in_slack(house: House) -> None:
    put_out_in(house, house.kari)
    assert "«Eksempelkontor»: Kontor · Visperud" in house.ola.asks("Er det ledig kontor på Visperud?")["text"]
    assert "Ingen ledige tomter står oppført nå." in house.staff.asks("finnes det ledige tomter")["text"]
