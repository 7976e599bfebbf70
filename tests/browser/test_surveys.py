"""A survey in a real browser: begun by an organizer, answered part by part, left and continued, sent."""

import re

from playwright.sync_api import Locator, Page, expect

from bot.domain import members
from bot.domain.companies.rows import Company
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, said, type_in
from tests.house import House
from tests.slacks import KARI


def pictured(page: Page, name: str) -> None:
    """For people to look at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def form(page: Page) -> Locator:
    return page.get_by_role("dialog")


def goes_on(page: Page) -> None:
    form(page).locator("button[type=submit]").click()


def closes(page: Page) -> None:
    """The focus is back where it was, so that what is typed next goes where it should."""
    form(page).get_by_role("button", name="Lukk", exact=True).click()
    expect(form(page)).to_have_count(0)
    page.wait_for_function("document.activeElement.tagName === 'BUTTON'")


def ticks(page: Page, question: str, *options: str) -> None:
    asked = form(page).get_by_role("group", name=question)
    for option in options:
        asked.get_by_role("checkbox", name=option).check()


def begun(page: Page, house: House) -> None:
    """Siri has begun Næringspuls 2027; Kari's company is invited."""
    with house.bot.parts.database.write() as session:
        session.add(company := Company(name="Eksempel Kafé AS"))
        session.flush()
        members.find(session, KARI).company_id = company.id
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering undersøkelse")
    said(page, "Undersøkelser").get_by_role("button", name="Ny fra Næringspuls 2018").click()
    expect(form(page).get_by_role("textbox", name="Spørsmål på bokmål")).to_have_value(
        re.compile("^# Hvorfor Lørenskog")
    )
    pictured(page, "survey-written")
    goes_on(page)
    expect(form(page)).to_contain_text("«Næringspuls» er lagret")
    closes(page)
    type_in(page, "/naering undersøkelse")
    said(page, "Start en runde").get_by_role("button", name="Start en runde").click()
    form(page).get_by_role("textbox", name="Runde").fill("2027")
    pictured(page, "survey-begun")
    goes_on(page)
    expect(form(page)).to_contain_text("«Næringspuls 2027» er åpen til")
    closes(page)


def test_a_survey_is_answered_part_by_part_left_and_continued(kari: Page, house: House) -> None:
    begun(kari, house)
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    expect(said(kari, "Bedriften din er invitert")).to_be_visible()
    pictured(kari, "survey-invited")
    said(kari, "Bedriften din er invitert").get_by_role("button", name="Svar", exact=True).click()
    expect(form(kari)).to_contain_text("Del 1 av 3")
    ticks(kari, "Hva tror du er de generelle hovedgrunnene", "Beliggenhet", "Nærhet til boområder")
    pictured(kari, "survey-part-1")
    form(kari).get_by_role("button", name="Lagre og fortsett senere").click()
    expect(form(kari)).to_contain_text("Det du har fylt ut, er lagret")
    closes(kari)
    said(kari, "Bedriften din er invitert").get_by_role("button", name="Svar", exact=True).click()
    first = form(kari).get_by_role("group", name="Hva tror du er de generelle hovedgrunnene")
    expect(first.get_by_role("checkbox", name="Nærhet til boområder")).to_be_checked()
    ticks(kari, "Med tanke på din virksomhet", "Beliggenhet")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Del 2 av 3")
    ticks(kari, "Hva tror du kan være generelle årsaker", "Møteplasser for næringslivet")
    form(kari).get_by_role("button", name="Tilbake").click()
    expect(form(kari)).to_contain_text("Del 1 av 3")
    goes_on(kari)
    asked = form(kari).get_by_role("group", name="Hva tror du kan være generelle årsaker")
    expect(asked.get_by_role("checkbox", name="Møteplasser for næringslivet")).to_be_checked()
    ticks(kari, "Sett fra din virksomhets ståsted", "Bymessige tilbud")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Del 3 av 3")
    form(kari).get_by_role("radio", name="5 – Svært fornøyd").check()
    form(kari).get_by_role("combobox").select_option(label="9")
    form(kari).get_by_role("radio", name="3", exact=True).last.check()
    pictured(kari, "survey-part-3")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Takk! Svaret er sendt på vegne av bedriften.")
