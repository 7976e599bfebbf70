"""A survey in a real browser: begun, answered part by part, left and continued, sent; and what comes of it."""

import re

from playwright.sync_api import Page, expect

from bot.domain import members
from bot.domain.companies.rows import Company
from bot.domain.surveys.agreeing import Agreement
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, closes, form, go, goes_on, said, type_in
from tests.handlers.surveying import answered
from tests.house import House
from tests.slacks import KARI


def pictured(page: Page, name: str) -> None:
    """For people to look at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


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
    pictured(kari, "survey-thanks")
    form(kari).get_by_role("button", name="Ja, kontakt meg gjerne").click()
    expect(form(kari)).to_contain_text("Arrangørene kan kontakte deg etter «Næringspuls 2027»")
    closes(kari)
    type_in(kari, "/naering undersøkelse")
    said(kari, "du har svart for bedriften").get_by_role("button", name="Endre svaret").click()
    expect(form(kari)).to_contain_text("Det du endrer her, gjelder først når du sender på nytt.")
    ticks(kari, "Med tanke på din virksomhet", "Nærhet til boområder")
    pictured(kari, "survey-change")
    for part in ("Del 2 av 3", "Del 3 av 3", "Takk! Svaret er endret."):
        goes_on(kari)
        expect(form(kari)).to_contain_text(part)
    closes(kari)


def test_what_is_done_and_who_is_asked_for_an_interview(kari: Page, house: House) -> None:
    wave = answered(house, people=(KARI,))
    with house.bot.parts.database.write() as session:
        session.add(Agreement(wave=wave.id, person=KARI, company="C0"))
    be(kari, "Siri Eksempel")
    go(kari, "nettverket")
    type_in(kari, "/naering resultat")
    said(kari, "Puls 2027").get_by_role("button", name="Vis: Puls 2027").click()
    shown = said(kari, "1. Anbefaler du oss?")
    expect(shown).to_be_visible()
    pictured(kari, "survey-results")
    shown.get_by_role("button", name="Dette gjør vi").click()
    expect(form(kari)).to_contain_text("Når du sender, får 6 deltakere dette én gang")
    form(kari).get_by_role("textbox", name="Dette gjør vi, på bokmål").fill("Vi møter dere i Eksempelhuset i mai.")
    form(kari).get_by_role("textbox", name="Rollen som står bak").fill("Næringssjefen")
    pictured(kari, "survey-doing")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Sendt. De som svarte på «Puls 2027»")
    closes(kari)
    shown.get_by_role("button", name="Intervju eller workshop").click()
    expect(form(kari)).to_contain_text("Én bedrift har noen som har sagt ja")
    pictured(kari, "survey-select")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Eksempel 0")
    expect(form(kari)).to_contain_text("Kari Eksempel")
    form(kari).get_by_role("textbox", name="Invitasjon på bokmål").fill("Har du en halvtime til et intervju?")
    pictured(kari, "survey-drawn")
    goes_on(kari)
    expect(form(kari)).to_contain_text("Sendt. Én får invitasjonen")
    closes(kari)
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    told = said(kari, "Vi møter dere i Eksempelhuset i mai.")
    expect(told).to_contain_text("Næringssjefen, 10. mars 2026")
    expect(said(kari, "Har du en halvtime til et intervju?")).to_contain_text("Hilsen @Siri Eksempel")
    told.get_by_role("button", name="Resultater").click()
    said(kari, "1. Anbefaler du oss?").get_by_role("combobox").select_option(label="Anbefaler du oss?")
    expect(said(kari, "Anbefaling: 0")).to_be_visible()
    said(kari, "Anbefaling: 0").scroll_into_view_if_needed()
    pictured(kari, "survey-totals")


def test_a_survey_is_previewed_and_repeats(kari: Page, house: House) -> None:
    begun(kari, house)
    type_in(kari, "/naering undersøkelse")
    said(kari, "Start en runde").get_by_role("button", name="Forhåndsvis").click()
    form(kari).get_by_role("button", name="engelsk").click()
    expect(form(kari)).to_contain_text("What do you think are the main reasons")
    form(kari).get_by_role("button", name="Next").click()
    expect(form(kari)).to_contain_text("What can be better")
    pictured(kari, "survey-preview")
    closes(kari)
    said(kari, "Start en runde").get_by_role("button", name="Gjenta", exact=True).click()
    form(kari).get_by_role("combobox", name="Hvor ofte").select_option(label="Hvert kvartal")
    pictured(kari, "survey-repeat")
    goes_on(kari)
    expect(form(kari)).to_contain_text("«Næringspuls» gjentas: den 10. hver tredje måned. Neste: ")
    closes(kari)
    type_in(kari, "/naering undersøkelse")
    expect(said(kari, "Gjentas: den 10. hver tredje måned")).to_be_visible()
    pictured(kari, "survey-list")
