"""A page in the machine's own Chromium; where there is none, tests are skipped and say so, and in CI they fail."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.clock import Clock
from tests.house import House, open_house
from tests.slacks import slack

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
SCREENSHOTS = Path(__file__).parents[2] / "var/screenshots"
FAILED = pytest.StashKey[bool]()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report: pytest.TestReport = yield  # type: ignore[assignment, unused-ignore]
    if report.failed:
        item.stash[FAILED] = True
    return report  # type: ignore[return-value]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Not for the whole session: Playwright keeps an asyncio loop running, which would disturb other tests."""
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        missing = f"there is no Chromium on this machine ({', '.join(PROGRAMS)})"
        pytest.fail(missing) if os.environ.get("CI") else pytest.skip(missing)
    flags = [*FLAGS, "--no-sandbox"] if os.geteuid() == 0 else FLAGS
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A fresh page without memory; after a failure its picture lies in `var/screenshots`."""
    context = browser.new_context(locale="nb-NO", timezone_id="Europe/Oslo", viewport={"width": 1280, "height": 800})
    context.set_default_timeout(10_000)
    page = context.new_page()
    yield page
    if request.node.stash.get(FAILED, False):
        name = re.sub(r"[^\w-]+", "-", request.node.name)
        page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=True)
    context.close()


@pytest.fixture
def house(migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    file = shutil.copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", clock) as house:
        yield house


@pytest.fixture
def kari(page: Page, house: House) -> Page:
    """The page as the entrepreneur lands on it."""
    page.goto(house.workspace.address)
    return page
