"""A company in a real browser: found, merged with what was typed, described, confirmed, and its member forgotten."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.domain.companies.register import Link
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, refused, said, type_in
from tests.browser.test_premises import pictured
from tests.clock import Clock
from tests.house import House, open_house
from tests.register.standin import NUMBERS, StandIn, a_standin, branch, company  # noqa: F401
from tests.slacks import slack

A, B, C = NUMBERS[:3]


@pytest.fixture
def house(migrated_sqlite: Path, tmp_path: Path, clock: Clock, standin: StandIn) -> Iterator[House]:
    standin.add(company(A, "EKSEMPEL KAFÉ AS"), company(B, "EKSEMPEL KAFFEBAR AS"), branch(C, A, "EKSEMPEL KAFÉ AVD"))
    file = shutil.copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    given = {"register_lookups": True, "register_url": standin.url}
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", clock, **given) as house:
        yield house


def opens(page: Page, button: str, title: str) -> Locator:
    """From the Home tab, which is drawn anew when it is opened: a press of the old one comes to nothing."""
    go(page, "Næringsbot")
    page.get_by_role("link", name="Hjem").click()
    opened = page.get_by_role("dialog", name=title)
    for _ in range(5):
        page.get_by_role("button", name=button, exact=True).click()
        with suppress(AssertionError):
            expect(opened).to_be_visible(timeout=1500)
            return opened
    raise AssertionError(f"{button} opens nothing")


def found(page: Page) -> None:
    form = opens(page, "Finn bedriften", "Finn bedriften")
    typed = form.get_by_role("textbox", name="Organisasjonsnummer eller navn")
    typed.fill("70000000")
    form.get_by_role("button", name="Søk", exact=True).click()
    refused(page, "Organisasjonsnummer eller navn", "Et organisasjonsnummer har ni sifre. Her står det 8.")
    expect(typed).to_have_value("70000000")
    typed.fill("eksempel kaf")
    form.get_by_role("button", name="Søk", exact=True).click()
    form.get_by_role("button", name="Søk på nytt").click()
    expect(typed).to_have_value("eksempel kaf")
    form.get_by_role("button", name="Søk", exact=True).click()
    form.get_by_label("EKSEMPEL KAFÉ AS").check()
    form.get_by_role("button", name="Neste").click()
    expect(form).to_contain_text("Kilde: Enhetsregisteret, hentet 10. mars 2026.")
    form.get_by_role("button", name="Ja, det er den").click()
    done = page.get_by_role("dialog", name="Min bedrift")
    expect(done).to_contain_text("Du hører nå til EKSEMPEL KAFÉ AS. Du er kontaktperson for bedriften")
    pictured(page, "company-linked")
    done.get_by_role("button", name="Lukk", exact=True).click()


def typed(page: Page) -> None:
    """A colleague writes the name of the company."""
    be(page, "Ola Eksempel")
    form = opens(page, "Endre", "Om deg")
    form.get_by_role("textbox", name="bedrift").fill("Eksempelkafeen")
    form.get_by_role("button", name="Lagre").click()
    expect(page.get_by_role("dialog")).to_contain_text("Lagret.")
    page.get_by_role("button", name="Lukk", exact=True).click()


def approved(page: Page) -> None:
    be(page, "Ola Eksempel")
    about = opens(page, "Om bedriften", "Om bedriften")
    expect(about).to_contain_text("Bransje: Servering og overnatting (fra Enhetsregisteret)")
    pictured(page, "company-about")
    about.get_by_role("button", name="Be om å bli kontaktperson").click()
    asked = page.get_by_role("dialog", name="Kontaktperson")
    expect(asked).to_contain_text("Jeg har spurt.")
    asked.get_by_role("button", name="Lukk", exact=True).click()
    be(page, "Kari Eksempel")
    go(page, "Næringsbot")
    said(page, "vil være kontaktperson for EKSEMPEL KAFÉ AS").get_by_role("button", name="Godkjenn").click()
    expect(said(page, "er nå kontaktperson")).to_be_visible()


def placed(page: Page) -> None:
    """And the company that somebody typed is the same as the one of the register."""
    be(page, "Siri Eksempel")
    go(page, "naering-stab")
    type_in(page, "/naering bedrifter")
    page.get_by_role("dialog", name="Bedrifter").get_by_role("button", name="Velg område").click()
    form = page.get_by_role("dialog", name="Velg område")
    expect(form.get_by_role("textbox", name="Postnummer")).to_have_value("1470 eksempelveien")
    form.get_by_role("combobox", name="Område").select_option(label="Visperud")
    form.get_by_role("button", name="Lagre").click()
    expect(form).to_contain_text("Lagret.")
    form.get_by_role("button", name="Lukk", exact=True).click()
    desk = page.get_by_role("dialog", name="Bedrifter")
    desk.get_by_role("button", name="Slå sammen bedrifter").click()
    merging = page.get_by_role("dialog", name="Slå sammen bedrifter")
    merging.get_by_role("combobox", name="Bedriften som skal beholdes").select_option(label="EKSEMPEL KAFÉ AS")
    merging.get_by_role("combobox", name="Bedriften som slås inn i den").select_option(label="Eksempelkafeen")
    pictured(page, "company-merging")
    merging.get_by_role("button", name="Slå sammen", exact=True).click()
    expect(merging).to_contain_text("Eksempelkafeen er slått sammen med EKSEMPEL KAFÉ AS. 1 medlem er flyttet.")
    merging.get_by_role("button", name="Lukk", exact=True).click()
    desk.get_by_role("button", name="Lukk", exact=True).click()


def described(page: Page) -> None:
    form = opens(page, "Om bedriften", "Om bedriften")
    form.get_by_role("textbox", name="Hvem kommunen bør kontakte").fill("Daglig leder")
    form.get_by_label("Nettverket kan velge").check()
    page.screenshot(path=SCREENSHOTS / "company-form.png", full_page=True)
    form.get_by_role("button", name="Lagre").click()
    expect(form).to_contain_text("Lagret.")
    form.get_by_role("button", name="Lukk", exact=True).click()


def given_and_forgotten(page: Page, house: House) -> None:
    privacy = opens(page, "Personvern", "Personvern")
    pictured(page, "company-privacy")
    privacy.get_by_role("button", name="Mine data").click()
    expect(page.get_by_role("dialog").last).to_contain_text("kommer som direktemelding")
    page.get_by_role("button", name="Lukk", exact=True).last.click()
    page.get_by_role("link", name="Meldinger").click()
    file = said(page, "Alt jeg har lagret om deg.")
    expect(file).to_be_visible()
    pictured(page, "company-my-data")
    kept = page.request.get(file.get_by_role("link").get_attribute("href") or "").json()
    assert kept["companies"]["company"] == {"name": "EKSEMPEL KAFÉ AS", "number": A, "contact": True}
    opens(page, "Personvern", "Personvern").get_by_role("button", name="Slett meg").click()
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.get_by_role("dialog").last).to_contain_text("Ferdig: alt jeg hadde lagret om deg")
    assert [(one.linked_by, one.number) for one in house.all(Link)] == [(None, A)]


def test_a_company_is_found_merged_approved_described_confirmed_and_its_member_forgotten(
    kari: Page, house: House, clock: Clock
) -> None:
    found(kari)
    typed(kari)
    placed(kari)
    approved(kari)
    described(kari)
    clock.move(days=366)
    kari.get_by_role("link", name="Meldinger").click()
    question = said(kari, "Stemmer dette fortsatt for EKSEMPEL KAFÉ AS?")
    expect(question).to_contain_text("Hvem kommunen bør kontakte: Daglig leder (oppgitt 10. mars 2026)")
    kari.screenshot(path=SCREENSHOTS / "company-question.png")
    question.get_by_role("button", name="Ja, alt stemmer").click()
    expect(said(kari, "Takk! Jeg spør igjen om et år.")).to_be_visible()
    given_and_forgotten(kari, house)
