"""The demonstration in a real browser: the clock is moved forward, and what then comes is seen."""

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, said, type_in
from tests.demo import demonstration


def _comes(what: Locator) -> bool:
    try:
        expect(what).to_be_visible()
    except AssertionError:
        return False
    return True


def test_when_the_poll_closes_its_result_is_drawn(page: Page, tmp_path: Path) -> None:
    with demonstration(tmp_path) as demo:
        demo.start()
        page.goto(demo.address())
        be(page, "Kari Eksempel")
        go(page, "nettverket")
        type_in(page, "/naering klokka")
        result = said(page, "Resultat: Hva savner bedriften din mest").get_by_role("figure")
        for _ in range(4):  # the first that is no holiday will do
            said(page, "I demonstrasjonen er det nå").get_by_role("button", name="1 uke").click()
            if _comes(result.get_by_role("img", name="Tallene står i tabellen under")):
                break
        result.get_by_text("Tallene i en tabell").click()
        expect(result.get_by_role("row", name="Møteplasser 2")).to_be_visible()
        expect(result.get_by_role("row", name="Ledige lokaler 0")).to_be_visible()
        expect(said(page, "Resultat: Hva savner bedriften din mest").get_by_text("EKSEMPEL").first).to_be_visible()


def test_a_newcomer_finds_the_survey(page: Page, tmp_path: Path) -> None:
    with demonstration(tmp_path) as demo:
        demo.start()
        page.goto(demo.address())
        page.screenshot(path=SCREENSHOTS / "survey-tile.png")
        page.get_by_role("button", name="Svar på undersøkelsen Næringspuls").click()
        said(page, "Bedriften din har ikke svart").get_by_role("button", name="Svar", exact=True).click()
        form = page.get_by_role("dialog")
        expect(form).to_contain_text("Del 1 av 3")
        expect(form.get_by_text("EKSEMPEL").first).to_be_visible()
