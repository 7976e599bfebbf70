"""/ytelse in a browser: it fits a telephone, is read by its headings, and changes its language by a link."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import Page, expect

from tests.clock import Clock
from tests.house import House, open_house
from tests.slacks import slack


@pytest.fixture(name="house")
def a_public_house(migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with (
        slack() as workspace,
        open_house(workspace, f"sqlite:///{file}", clock, public_url="http://localhost") as house,
    ):
        for _ in range(5):
            house.kari.asks("Hvem har ansvar for regulering på Visperud?")
        house.rest()
        yield house


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (360, 740)])
def test_it_fits_and_loads_nothing_else(page: Page, house: House, width: int, height: int) -> None:
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text))
    page.set_viewport_size({"width": width, "height": height})
    page.goto(f"{house.url}/ytelse")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hvor raskt Næringsbot svarer")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    assert asked == [f"{house.url}/ytelse"]
    assert complaints == []


def test_it_is_read_by_headings_tables_and_rows(page: Page, house: House) -> None:
    page.goto(f"{house.url}/ytelse")
    answers = page.get_by_role("region", name="Svar", exact=True).get_by_role("table")
    expect(answers.get_by_role("columnheader")).to_have_text(["Dag", "Sendt", "50 % innen", "95 % innen", "99 % innen"])
    expect(answers.get_by_role("rowheader")).to_have_text(["I dag"])
    expect(answers.get_by_role("cell").first).to_have_text("5")


def test_a_link_changes_the_language(page: Page, house: House) -> None:
    page.goto(f"{house.url}/ytelse")
    page.get_by_role("navigation", name="Språk").get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("How fast Næringsbot answers")
    expect(page.get_by_role("link", name="English")).to_have_attribute("aria-current", "true")


def test_the_keyboard_reaches_the_content_first(page: Page, house: House) -> None:
    page.goto(f"{house.url}/ytelse")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Hopp til innholdet")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
