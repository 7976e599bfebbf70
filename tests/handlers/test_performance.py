"""/ytelse: each day's figures for everybody, in three languages, telling nothing of few people."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from shutil import copy

import httpx
import pytest
import sqlalchemy as sa

from bot.domain import performance
from bot.domain.performance import DayFigure
from bot.domain.pushes import Push
from bot.workspace import Workspace
from handlers.performance import words
from handlers.performance.page import shown
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.handlers import gatherings, polling
from tests.house import House, open_house
from tests.slacks import NETWORK
from tests.waiting import eventually

VISPERUD = "Hvem har ansvar for regulering på Visperud?"
UNKNOWN = "Hvor mange pingviner bor det i Sydney?"
TODAY = date(2026, 3, 10)  # of the tests' clock


@pytest.fixture(name="house")
def a_public_house(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}", clock, public_url="https://naering.example.org") as house:
        yield house


def page(house: House, query: str = "", **headers: str) -> httpx.Response:
    return httpx.get(f"{house.url}/ytelse{query}", headers=headers)


def row(house: House, clock: Clock, table: str, head: str = "I dag") -> list[str]:
    """The cells of a day; what was counted is shown again for a few seconds, so these pass."""
    clock.move(seconds=10)
    section = re.search(rf'<h2 id="{table}">(.*?)</section>', page(house).text, re.DOTALL)
    assert section
    found = re.search(rf'<th scope="row">{head}</th>(.*?)</tr>', section[1])
    return re.findall(r"<td>(.*?)</td>", found[1]) if found else []


def a_day_passes(house: House, clock: Clock) -> None:
    """By both clocks; and the work of the night is done."""
    clock.move(days=1)
    with house.bot.parts.database.write() as session:
        earlier = {"wanted_at": OutgoingRow.wanted_at - 86400, "finished_at": OutgoingRow.finished_at - 86400}
        session.execute(sa.update(OutgoingRow).values(earlier))
    house.night()


def kept(house: House, day: date = TODAY) -> dict[str, float]:
    with house.bot.parts.read() as session:
        return performance.days(session, day)[day]


def reminded(house: House, clock: Clock) -> None:
    """Kari has been reminded two days before, and the channel with her; it is nine o'clock."""
    gatherings.answers(house.kari, gatherings.makes(house), "yes")
    eventually(lambda: house.rows(sa.select(Push.key).where(Push.person == house.kari.id)))
    clock.move(days=6, hours=23)
    eventually(lambda: [one for one in house.kari.told() if gatherings.TITLE in one["text"]])
    house.rest()


# --- what is counted ---


def test_answers_and_how_long_they_took(house: House, clock: Clock) -> None:
    for _ in range(5):
        house.kari.asks(VISPERUD)
    sent, half, most, nearly_all = row(house, clock, "answers")
    assert sent == "5"
    assert all(re.fullmatch(r"\d,\d+ s", time) for time in (half, most, nearly_all))


def test_time_runs_from_when_it_was_due(house: House, clock: Clock) -> None:
    for _ in range(5):
        house.kari.asks(VISPERUD)
    with house.bot.parts.database.write() as session:
        times = sa.update(OutgoingRow).values(wanted_at=OutgoingRow.finished_at - OutgoingRow.id * 60)
        session.execute(times)
    assert row(house, clock, "answers") == ["5", "3,0 min", "5,0 min", "5,0 min"]


def test_what_became_of_questions(house: House, clock: Clock) -> None:
    for _ in range(5):
        house.kari.asks(VISPERUD)
    house.kari.asks(UNKNOWN)
    assert row(house, clock, "questions") == ["5", "0", "under 5"]


def test_reminders_in_time(house: House, clock: Clock) -> None:
    reminded(house, clock)
    a_day_passes(house, clock)
    figures = kept(house, TODAY + timedelta(days=7))
    assert (figures["reminders"], figures["in_time"]) == (2, 2)


def test_a_reminder_that_left_late_is_not_in_time(house: House, clock: Clock) -> None:
    reminded(house, clock)
    with house.bot.parts.database.write() as session:
        hers = OutgoingRow.key.like(f"%:to:{house.kari.id}:%")
        session.execute(sa.update(OutgoingRow).where(hers).values(wanted_at=OutgoingRow.finished_at - 1000))
    a_day_passes(house, clock)
    figures = kept(house, TODAY + timedelta(days=7))
    assert (figures["reminders"], figures["in_time"]) == (2, 1)


def test_polls_and_how_many_took_part(house: House, clock: Clock) -> None:
    wall = polling.makes(house, named=True)
    polling.votes(house.kari, wall, 0)
    house.staff.presses(house.staff.types("/naering puls"), "poll.close", NETWORK)
    assert row(house, clock, "polls") == ["1", "under 5"]


# --- what is kept ---


def test_at_night_the_days_that_are_over_are_kept_once(house: House, clock: Clock) -> None:
    for _ in range(5):
        house.kari.asks(VISPERUD)
    a_day_passes(house, clock)
    figures = kept(house)
    assert (figures["answered"], figures["answers"], figures["undelivered"]) == (5, 5, 0)
    house.kari.asks(VISPERUD)
    house.night()
    assert house.rows(sa.select(DayFigure.value).where(DayFigure.day == TODAY, DayFigure.name == "answered")) == [5]
    assert row(house, clock, "questions", "10. mars") == ["5", "0", "0"]


def test_days_on_which_it_did_not_run_are_made_good(house: House, clock: Clock) -> None:
    house.kari.asks(VISPERUD)
    clock.move(days=5)
    house.night()
    assert kept(house)["answered"] == 1


# --- what is shown ---


@pytest.mark.parametrize(
    ("found", "name", "words_of_it"),
    [
        ({"answered": 4}, "answered", "under 5"),
        ({"answered": 1}, "answered", "under 5"),
        ({"answered": 0}, "answered", "0"),
        ({}, "answered", "0"),
        ({"answered": 5}, "answered", "5"),
        ({"polls": 1}, "polls", "1"),
        ({"answers": 4, "answers_p50": 0.1}, "answers_p50", "–"),
        ({"answers": 5, "answers_p50": 0.123}, "answers_p50", "0,12 s"),
        ({"answers": 5, "answers_p50": 59.96}, "answers_p50", "60,0 s"),
        ({"answers": 5, "answers_p50": 90}, "answers_p50", "1,5 min"),
        ({"answers": 5, "answers_p50": 1500}, "answers_p50", "25 min"),
        ({"answers": 5, "answers_p50": 5400}, "answers_p50", "1,5 t"),
    ],
)
def test_a_figure_is_shown_unless_it_tells_of_few(found: dict[str, float], name: str, words_of_it: str) -> None:
    assert shown(found, name, "nb") == words_of_it


def test_in_english_numbers_have_points() -> None:
    assert shown({"answers": 5, "answers_p50": 0.5}, "answers_p50", "en") == "0.50 s"


@pytest.mark.parametrize(
    ("query", "accepted", "lang"),
    [
        ("", "", "nb"),
        ("", "en-GB,en;q=0.9", "en"),
        ("", "no", "nb"),
        ("", "nn-NO,nn;q=0.9,nb;q=0.5", "nn"),
        ("", "de", "nb"),
        ("?lang=nn", "en", "nn"),
        ("?lang=xx", "en", "en"),
    ],
)
def test_it_speaks_the_readers_language(house: House, query: str, accepted: str, lang: str) -> None:
    answer = page(house, query, **{"Accept-Language": accepted})
    assert answer.status_code == 200
    assert answer.headers["Content-Language"] == lang
    assert f'<html lang="{lang}">' in answer.text
    assert f"<h1>{getattr(words.TITLE, lang)}</h1>" in answer.text


def test_it_needs_nothing_from_elsewhere_and_tells_of_nobody(house: House) -> None:
    house.kari.asks(VISPERUD)
    answer = page(house)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert re.findall(r"<script|<img|<link|src=|https?:", answer.text) == []
    assert [one for one in (house.kari.id, "Kari", "Visperud") if one in answer.text] == []
    assert "Set-Cookie" not in answer.headers


def test_without_an_address_of_its_own_there_is_no_page(
    workspace: Workspace, migrated_sqlite: Path, tmp_path: Path
) -> None:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}") as house:
        assert page(house).status_code == 404
