"""What is filled in wrongly in a modal, how that is told, and how it is mended."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from playwright.sync_api import Page, expect

from bot.workspace.shapes import Json
from tests.browser import paths
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import form, goes_on, refused
from tests.house import House
from tests.slacks import KARI

NAMES = {KARI: "Kari Eksempel"}
STANDING = """dialog => [...dialog.querySelectorAll("input, textarea, select")].map(
    (it) => (["checkbox", "radio"].includes(it.type) ? it.checked : it.value))"""


@dataclass(frozen=True)
class Wrong:
    """Of one modal, its fields by their labels.

    `opens`: the modal, for `who`. `at`: the field into which `typed` goes, to which the bot says `told`. `beside`: what
    stands in other fields by then. With `mended` in its place it is taken, and `then` is shown; nothing: all is closed.
    """

    who: str
    opens: Callable[[House], object]
    at: str
    typed: str
    told: str
    mended: str
    then: str
    beside: Mapping[str, str] = field(default_factory=dict)


def is_told_and_mended(page: Page, house: House, name: str, wrong: Wrong) -> None:
    """What is typed stays, letter by letter, also what is wrong."""
    if (who := NAMES.get(wrong.who, "Siri Eksempel")) != shown(page):
        paths.be(page, who)
    wrong.opens(house)
    assert top(house, wrong.who)["callback_id"] == name
    expect(paths.field(page, wrong.at)).to_be_visible()
    for label, words in {**wrong.beside, wrong.at: wrong.typed}.items():
        fills(page, label, words)
    before = form(page).evaluate(STANDING)
    goes_on(page)
    refused(page, wrong.at, wrong.told)
    assert form(page).evaluate(STANDING) == before
    page.screenshot(path=SCREENSHOTS / f"wrong-{name}.png")
    fills(page, wrong.at, wrong.mended)
    goes_on(page)
    if wrong.then:
        expect(form(page)).to_contain_text(wrong.then)
    for view in reversed(house.workspace.modals(wrong.who)):
        house.workspace.close_view(wrong.who, view["id"])
    expect(form(page)).to_have_count(0)


def are_told_and_mended(page: Page, house: House, several: Mapping[str, Wrong]) -> None:
    """Modals by their names, one after the other, as what is done in one leads to the next."""
    for name, wrong in several.items():
        is_told_and_mended(page, house, name, wrong)


def shown(page: Page) -> str:
    """Whose page it is."""
    return page.locator("p", has_text="Du er: ").inner_text().removeprefix("Du er: ")


def top(house: House, who: str) -> Json:
    return house.workspace.modals(who)[-1]


def fills(page: Page, label: str, words: str) -> None:
    """Type, choose from a menu, or tick just these boxes, a line each."""
    controls = paths.field(page, label).locator("input, textarea, select")
    kind = controls.first.evaluate("it => it.type")
    if kind == "select-one":
        controls.first.select_option(label=words)
    elif kind in ("checkbox", "radio"):
        boxes = paths.field(page, label).locator("label.bk-choice")
        for said in boxes.all_inner_texts():
            box = boxes.filter(has_text=said).locator("input")
            box.set_checked(said in words.split("\n")) if kind == "checkbox" or said == words else None
    else:
        controls.first.fill(words)
