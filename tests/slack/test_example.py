"""What people see of a demonstration begins with «EKSEMPEL», wherever they look, save what is true."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from icalendar import Calendar

from bot.app import build
from bot.commands.demo import settings_for
from bot.core.blocks import context, section
from bot.domain.members import Member
from bot.slack.example import as_example
from bot.workspace import Workspace
from tests.clock import Clock
from tests.handlers import gatherings
from tests.handlers.choosing import fills
from tests.house import FAST, House
from tests.slacks import NETWORK, STAFF_MEMBER

MARKED = context("EKSEMPEL")
VISPERUD = "Hvem har ansvar for regulering på Visperud?"
LONG = "Et møte med et svært langt navn, som går over flere linjer i kalenderfilen til alle"


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ({"text": "Hei", "blocks": []}, {"text": "EKSEMPEL: Hei", "blocks": []}),
        (
            {"text": "Hei", "blocks": [section("Hei")]},
            {"text": "EKSEMPEL: Hei", "blocks": [MARKED, section("Hei")]},
        ),
        (
            {"view": {"type": "home", "blocks": [section("Hei")]}},
            {"view": {"type": "home", "blocks": [MARKED, section("Hei")]}},
        ),
    ],
)
def test_messages_and_views_begin_with_the_mark(said: dict[str, Any], shown: dict[str, Any]) -> None:
    assert as_example(said) == shown


def test_a_calendar_file_does_in_the_calendar_too() -> None:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", f"SUMMARY:{LONG[:66]}", f" {LONG[66:]}", "END:VEVENT", "END:VCALENDAR")
    file = as_example({"title": LONG, "text": LONG, "content": "\r\n".join(lines) + "\r\n"})
    [event] = Calendar.from_ical(file["content"]).walk("VEVENT")
    assert [file["title"], str(event["SUMMARY"])] == [f"EKSEMPEL: {LONG}"] * 2
    assert max(len(line) for line in file["content"].splitlines()) <= 75


@pytest.fixture
def examples(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    url = f"sqlite:///{copy(migrated_sqlite, tmp_path / 'naeringsbot.db')}"
    house = House(workspace, build(settings_for(workspace, url).model_copy(update=FAST), clock, example=True))
    house.open()
    yield house
    house.close()


def test_what_the_knowledge_base_answers_is_true_and_says_no_such_thing(examples: House) -> None:
    alone = examples.kari.types(f"/naering {VISPERUD}")
    examples.kari.presses(alone, "ask.share", NETWORK)
    shared = examples.said(NETWORK)[-1]
    examples.workspace.command(examples.kari.id, NETWORK, "/naering kontakt")
    fills(examples.kari, topic="byggesak")
    shown = [alone, shared, examples.kari.asks(VISPERUD), examples.kari.modal]
    assert [one for one in shown if "EKSEMPEL" in str(one["blocks"]) + str(one.get("text"))] == []


def test_what_is_answered_from_the_events_of_made_up_people_is_marked(examples: House) -> None:
    with examples.bot.parts.database.write() as session:
        session.get_one(Member, STAFF_MEMBER).role = "administrator"
    gatherings.makes(examples)
    answer = examples.kari.asks("Når er neste SNR Næringsseminar?")
    assert gatherings.WHEN in answer["text"]
    assert (answer["text"].partition(":")[0], answer["blocks"][0]["elements"][0]["text"]) == ("EKSEMPEL", "EKSEMPEL")


def test_a_house_of_examples_says_so_everywhere_else(
    examples: House,
) -> None:
    house = examples
    home = house.kari.home()
    menu = house.kari.types("/naering")
    house.kari.presses_in(home, "members.edit")
    form = house.kari.modal
    house.kari.submits(company="Eksempel Bakeri AS")
    privacy = house.kari.types("/naering personvern")
    house.kari.presses(privacy, "privacy.export", NETWORK)
    shared = house.kari.told()[-1]
    receipt = house.kari.private()[-1]
    shown = [home, menu, form, house.kari.modal, receipt]
    house.check_manners()
    assert [one["blocks"][0]["elements"][0]["text"] for one in shown[:4]] == ["EKSEMPEL"] * 4
    assert {one["text"].partition(":")[0] for one in (menu, receipt, shared)} == {"EKSEMPEL"}
    assert shared["files"][0]["title"] == "EKSEMPEL: Mine data"
