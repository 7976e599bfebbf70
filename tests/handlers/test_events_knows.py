"""«Når er neste SNR-seminar?»: the calendar answers, and is silent where it has nothing to say."""

from datetime import timedelta

import pytest

from bot.core.db import Database
from handlers.ask.render import render
from handlers.events.knows import source
from knowledge.ask import answer
from knowledge.library import load
from tests.domain.gatherings import NOW, OSLO, STARTS, makes
from tests.handlers.gatherings import WHEN
from tests.handlers.gatherings import makes as made_in
from tests.house import House

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SEMINAR = {"nb": "SNR Næringsseminar", "en": "SNR business seminar"}
EXPO = {"nb": "Lørenskog næringslivsexpo", "en": "Lørenskog business expo"}
BREAKFAST = {"nb": "Frokostmøte om kommuneplanen"}
LIBRARY = load(None)


@pytest.fixture
def calendar(database: Database) -> Database:
    with database.write() as session:
        for days, title in enumerate((SEMINAR, EXPO, BREAKFAST)):
            makes(session, title=title, starts=STARTS + timedelta(days=days))
        makes(session, title={"nb": "Avlyst kurs"}).cancelled = True
    return database


def answered(database: Database, question: str) -> tuple[list[str], str]:
    """The events that it names, and what is said."""
    given = answer(question, None, NOW, LIBRARY, (source(database, OSLO),))
    titles = [entry.title.nb for entry in given.entries if entry.id.startswith("calendar.")]
    return titles, render(given, given.lang or "nb").text


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("Når er neste SNR-seminar?", SEMINAR),
        ("Når er neste SNR Næringsseminar?", SEMINAR),
        ("når holdes seminaret", SEMINAR),
        ("When is the next SNR seminar?", SEMINAR),
        ("when is the next expo?", EXPO),
        ("Når er neste næringslivsexpo i Lørenskog?", EXPO),
        ("Når er expoen?", EXPO),
        ("Når blir frokostmøtet om kommuneplanen?", BREAKFAST),
        ("Når er neste SNR-seminar i 2026?", SEMINAR),
    ],
)
def test_it_says_when_an_event_is(calendar: Database, question: str, title: dict[str, str]) -> None:
    assert answered(calendar, question)[0] == [title["nb"]]


@pytest.mark.parametrize("question", ["Når er neste arrangement?", "Kva arrangement kjem?", "Which events are coming?"])
def test_asked_for_events_it_names_the_next(calendar: Database, question: str) -> None:
    assert answered(calendar, question)[0] == [SEMINAR["nb"], EXPO["nb"], BREAKFAST["nb"]]


@pytest.mark.parametrize(
    "question",
    [
        "Hva er SNR Næringsseminar?",
        "Hvem har ansvar for SNR Næringsseminar?",
        "Hvor mange deltok på næringskonferansen i 2018?",
        "Når var SNR Næringsseminar i 2018?",
        "Når er fristen for å søke om støtte?",
        "Hvem har ansvar for regulering på Visperud?",
        "When is the deadline for the municipal plan?",
        "Hva koster seminaret?",
        "Når er kurset?",
    ],
)
def test_it_leaves_other_questions_to_the_library(calendar: Database, question: str) -> None:
    assert answered(calendar, question)[0] == []


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Når er neste SNR-seminar?", "Datoer har vi ikke."),
        ("when is the next expo?", "No date is known."),
    ],
)
def test_where_nothing_is_coming_it_says_that_no_date_is_set(database: Database, question: str, said: str) -> None:
    assert said in answered(database, question)[1]


def test_the_answer_names_time_place_and_its_source(calendar: Database) -> None:
    assert answered(calendar, "Når er neste SNR-seminar?")[1].splitlines() == [
        f"«SNR Næringsseminar» er {WHEN}. Sted: Eksempelhuset.",
        "Kilde: Kalenderen til nettverket (2026) · kontrollert 10. mars 2026",
    ]
    assert answered(calendar, "When is the next SNR seminar?")[1].startswith(
        "“SNR business seminar” is on Thursday 19 March, 18:00–20:00."
    )


def test_what_is_past_is_not_named(calendar: Database) -> None:
    later = STARTS + timedelta(days=30)
    given = answer("Når er neste SNR-seminar?", None, later, LIBRARY, (source(calendar, OSLO),))
    assert not any(entry.id.startswith("calendar.") for entry in given.entries)


@pytest.mark.usefixtures("database_url")
def test_a_member_asks_in_slack(house: House) -> None:
    made_in(house)
    assert WHEN in house.kari.asks("Når er neste SNR-seminar?")["text"]
