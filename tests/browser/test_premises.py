"""Vacant premises in a real browser: put out, found, told of to who looks for them, asked after, guarded."""

import re

from playwright.sync_api import Locator, Page, expect

from bot.domain.premises.rows import Premises
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, closes, form, go, goes_on, refused, said, type_in
from tests.clock import Clock
from tests.handlers.forging import presses
from tests.house import House
from tests.slacks import OLA

LIST = "Ledige lokaler"


def pictured(page: Page, name: str) -> None:
    """For people to look at, with the newest in sight."""
    page.wait_for_timeout(300)  # a window that comes up is drawn for a while
    if not form(page).count():
        page.get_by_role("article").last.scroll_into_view_if_needed()
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def opens_list(page: Page) -> Locator:
    go(page, "nettverket")
    type_in(page, "/naering lokaler")
    return said(page, LIST)


def puts_out(page: Page) -> None:
    opens_list(page).get_by_role("button", name="Legg ut lokale").click()
    form(page).get_by_role("textbox", name="Overskrift på bokmål").fill("Eksempelkontor i andre etasje")
    form(page).get_by_role("textbox", name="Tekst på bokmål").fill("Et oppdiktet kontor, for å vise oversikten.")
    form(page).get_by_role("combobox", name="Hva slags lokale").select_option(label="Kontor")
    form(page).get_by_role("combobox", name="Område").select_option(label="Visperud")
    form(page).get_by_label("Kvadratmeter, fra").fill("120")
    form(page).get_by_label("Kvadratmeter, til").fill("90")
    pictured(page, "premises-form")
    goes_on(page)
    sentence = "Dette må være minst like mye som «fra». Er det bare én størrelse, la feltet stå tomt."
    refused(page, "Kvadratmeter, til", sentence)
    expect(form(page).get_by_role("textbox", name="Overskrift på bokmål")).to_have_value(re.compile("^Eksempelkontor"))
    pictured(page, "premises-refused")
    form(page).get_by_label("Kvadratmeter, til").fill("240")
    form(page).get_by_role("combobox", name="Pris per m² i året").select_option(label="1500–1999 kr")
    goes_on(page)
    expect(form(page)).to_contain_text("«Eksempelkontor i andre etasje» står i oversikten.")
    closes(page)


def test_premises_are_put_out_found_told_of_and_asked_after(kari: Page, house: House, clock: Clock) -> None:
    be(kari, "Ola Eksempel")
    listed = opens_list(kari)
    expect(listed).to_contain_text("Ingenting er lagt ut her nå.")
    listed.get_by_role("button", name="Søk", exact=True).click()
    form(kari).get_by_role("combobox", name="Hva slags lokale").select_option(label="Kontor")
    form(kari).get_by_label("Minst så mange kvadratmeter").fill("200")
    pictured(kari, "premises-search")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Viser: Kontor · minst 200 m².")
    form(kari).get_by_role("button", name="Si fra om nye").click()
    expect(form(kari)).to_contain_text("Du får en melding når noe nytt passer: Kontor · minst 200 m².")
    pictured(kari, "premises-kept")
    form(kari).get_by_role("button", name="Lukk", exact=True).click()
    closes(kari)

    be(kari, "Kari Eksempel")
    puts_out(kari)

    be(kari, "Ola Eksempel")
    go(kari, "Næringsbot")
    told = said(kari, "Nytt i oversikten over ledige lokaler")
    expect(told).to_contain_text("Kontor · Visperud · 120–240 m² · 1500–1999 kr per m² i året · ledig nå")
    pictured(kari, "premises-alert")
    told.get_by_role("button", name="Vis", exact=True).click()
    expect(form(kari)).to_contain_text("Plan og regulering for Visperud")
    expect(form(kari)).to_contain_text("Reguleringsavdelingen")
    expect(form(kari).get_by_role("button", name="Endre", exact=True)).to_have_count(0)
    pictured(kari, "premises-shown")
    closes(kari)
    type_in(kari, "Er det ledig kontor på Visperud?")
    expect(said(kari, "«Eksempelkontor i andre etasje»: Kontor")).to_be_visible()
    pictured(kari, "premises-answer")
    expect(opens_list(kari)).to_contain_text("120–240 m²")
    pictured(kari, "premises-list")
    # What the page never offers is refused all the same.
    presses(house, OLA, "premises.edit", house.all(Premises)[0].id)
    expect(said(kari, "Bare den som la ut lokalet")).to_be_visible()
    pictured(kari, "premises-not-yours")

    clock.move(days=30, minutes=1)
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    asked = said(kari, "Fortsatt ledig?")
    expect(asked).to_be_visible()
    pictured(kari, "premises-still")
    asked.get_by_role("button", name="Ja, fortsatt ledig").click()
    expect(said(kari, "står i oversikten i 30 dager til")).to_be_visible()
    opens_list(kari).get_by_role("button", name="Mine lokaler og søk").click()
    expect(form(kari)).to_contain_text("Står i oversikten til 16. mai 2026.")
    pictured(kari, "premises-mine")
    form(kari).get_by_role("button", name="Ta bort").click()
    expect(form(kari)).to_contain_text("Står ikke i oversikten.")
