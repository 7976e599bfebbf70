"""The page itself, whatever is said on it."""

import re

from playwright.sync_api import Page, Route, expect

from tests.browser.paths import be, go, said
from tests.handlers.polling import OPTIONS, QUESTION, makes, votes, wall
from tests.house import House, Person
from tests.slacks import OLA
from tests.waiting import eventually


def test_until_the_next_person_is_shown_the_page_names_who_acts(page: Page, house: House) -> None:
    """Else a press on what still stands there would be somebody else's than the page says."""
    page.clock.install()
    page.goto(house.workspace.address)
    be(page, "Kari Eksempel")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile(r"/control/conversations\?as=U0OLA"), hold)
    page.get_by_role("link", name="Ola Eksempel").click()
    for _ in range(3):
        page.clock.run_for(2_500)  # the page looks whether anything is new
        page.wait_for_timeout(100)
    expect(page.locator("p", has_text="Du er: Kari Eksempel")).to_be_visible()
    assert held, "nothing was held back"
    for route in held:
        route.continue_()
    expect(page.locator("p", has_text="Du er: Ola Eksempel")).to_be_visible()


def test_what_is_drawn_anew_while_a_button_is_held_down_does_not_lose_the_press(page: Page, house: House) -> None:
    message = makes(house)
    page.goto(house.workspace.address)
    go(page, "nettverket")
    said(page, QUESTION).get_by_role("button", name=OPTIONS[0]).hover()
    page.mouse.down()
    votes(Person(house, OLA), message, 1)
    eventually(lambda: "1 har svart" in wall(house)["text"])
    page.wait_for_timeout(300)  # for the page to hear of it
    page.mouse.up()
    expect(said(page, f"Svaret ditt er «{OPTIONS[0]}»")).to_be_visible()
    expect(said(page, "2 har svart")).to_be_visible()
