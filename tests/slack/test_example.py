"""What people see of a demonstration begins with «EKSEMPEL», wherever they look."""

from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from icalendar import Calendar

from bot.app import build
from bot.commands.demo import settings_for
from bot.core.blocks import context, section
from bot.slack.example import as_example
from bot.workspace import Workspace
from tests.clock import Clock
from tests.house import FAST, House
from tests.slacks import NETWORK

MARKED = context("EKSEMPEL")
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


def test_a_house_of_examples_says_so_everywhere(
    workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock
) -> None:
    url = f"sqlite:///{copy(migrated_sqlite, tmp_path / 'naeringsbot.db')}"
    house = House(workspace, build(settings_for(workspace, url).model_copy(update=FAST), clock, example=True))
    house.open()
    home = house.kari.home()
    menu = house.kari.types("/naering")
    answer = house.kari.asks("Hvem har ansvar for regulering på Visperud?")
    house.kari.presses_in(home, "members.edit")
    form = house.kari.modal
    house.kari.submits(company="Eksempel Bakeri AS")
    privacy = house.kari.types("/naering personvern")
    house.kari.presses(privacy, "privacy.export", NETWORK)
    shared = house.kari.told()[-1]
    receipt = house.kari.private()[-1]
    shown = [home, menu, answer, form, house.kari.modal, receipt]
    house.check_manners()
    house.close()
    assert [one["blocks"][0]["elements"][0]["text"] for one in shown[:5]] == ["EKSEMPEL"] * 5
    assert {one["text"].partition(":")[0] for one in (menu, answer, receipt, shared)} == {"EKSEMPEL"}
    assert shared["files"][0]["title"] == "EKSEMPEL: Mine data"
