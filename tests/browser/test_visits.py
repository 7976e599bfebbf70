"""A visit in a real browser, from the company's invitation to the promise that is closed."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser.paths import be, closes, form, go, goes_on, said, type_in
from tests.browser.test_surveys import pictured
from tests.clock import Clock
from tests.handlers.visiting import COMPANY, FIRST, belongs
from tests.house import House


def asked(page: Page) -> None:
    go(page, "nettverket")
    type_in(page, "/naering besøk")
    said(page, "Besøk av kommunen").get_by_role("button", name="Inviter kommunen på besøk").click()
    form(page).get_by_role("combobox").select_option(label="Politisk og administrativ ledelse")
    form(page).get_by_role("textbox", name="Hva vil dere ta opp?").fill(
        "Vi trenger større lokaler, gjerne på Visperud."
    )
    form(page).get_by_role("textbox", name="Når passer det?").fill("Helst tirsdager før lunsj")
    pictured(page, "visit-asked")
    goes_on(page)
    expect(form(page)).to_contain_text("Ønsket om besøk er sendt")
    closes(page)


def proposed(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering besøk")
    listed = said(page, "Venter på besøk: 1")
    expect(listed).to_contain_text("aldri hatt besøk")
    pictured(page, "visit-queue")
    listed.get_by_role("button", name="Foreslå tider").click()
    form(page).get_by_label("Tid 1").fill("2026-03-17T10:00")
    form(page).get_by_label("Tid 2").fill("2026-03-18T13:00")
    pictured(page, "visit-proposed")
    goes_on(page)
    expect(form(page)).to_contain_text("Én person i bedriften får beskjed.")
    closes(page)


def picked(page: Page) -> None:
    be(page, "Kari Eksempel")
    go(page, "Næringsbot")
    offered = said(page, "Kommunen vil gjerne komme på besøk")
    expect(offered).to_be_visible()
    pictured(page, "visit-offered")
    offered.get_by_role("button", name="tirsdag 17. mars kl. 10.00").click()
    expect(said(page, "Takk! Dere har valgt tirsdag 17. mars kl. 10.00–11.00.")).to_be_visible()


def confirmed(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "naering-stab")
    said(page, "har valgt tid for besøket").get_by_role("button", name="Bekreft").click()
    form(page).get_by_role("textbox", name="Hvor er besøket?").fill("Eksempelveien 1")
    form(page).get_by_role("textbox", name="Hvem kommer fra kommunen?").fill("Ordføreren")
    pictured(page, "visit-confirmed")
    goes_on(page)
    expect(form(page)).to_contain_text("Én person i bedriften får beskjed.")
    closes(page)
    expect(said(page, "Besøket som kalenderfil")).to_be_visible()
    pictured(page, "visit-staff")


def reminded(page: Page, clock: Clock) -> None:
    clock.at = FIRST.replace(day=16, hour=9)
    be(page, "Kari Eksempel")
    go(page, "Næringsbot")
    expect(said(page, "Husk at kommunen kommer på besøk")).to_contain_text("Sted: Eksempelveien 1")
    pictured(page, "visit-eve")
    be(page, "Siri Eksempel")
    go(page, "Næringsbot")
    expect(said(page, f"Husk besøket hos {COMPANY}.")).to_be_visible()
    pictured(page, "visit-eve-staff")


def promised(page: Page, clock: Clock) -> None:
    go(page, "naering-stab")
    clock.at = FIRST + timedelta(hours=2)
    over = said(page, "er over")
    expect(over).to_be_visible()
    over.get_by_role("button", name="Nytt løfte").click()
    form(page).get_by_role("textbox", name="Dette følger vi opp").fill("Svare om ledige lokaler på Visperud")
    form(page).get_by_role("textbox", name="Hvilken rolle har ansvaret?").fill("Næringskontakten")
    form(page).get_by_label("Hvem skal få påminnelsen?").select_option(label="Siri Eksempel")
    form(page).get_by_label("Frist").fill("2026-03-27")
    pictured(page, "visit-promise")
    goes_on(page)
    expect(form(page)).to_contain_text("Løftet er lagret.")
    closes(page)


def closed(page: Page, clock: Clock) -> None:
    clock.at = FIRST.replace(day=24, hour=9)
    go(page, "Næringsbot")
    reminder = said(page, f"Påminnelse om et løfte til {COMPANY}")
    expect(reminder).to_be_visible()
    pictured(page, "visit-reminded")
    reminder.get_by_role("button", name="Lukk", exact=True).click()
    form(page).get_by_role("textbox", name="Hva er gjort?").fill("Vi har sendt en liste over tre lokaler.")
    pictured(page, "visit-closing")
    goes_on(page)
    expect(form(page)).to_contain_text("Løftet er lukket, og bedriften får beskjed.")
    closes(page)


def kept_word(page: Page) -> None:
    be(page, "Kari Eksempel")
    go(page, "Næringsbot")
    expect(said(page, "Fulgt opp etter besøket")).to_contain_text("Vi har sendt en liste over tre lokaler.")
    pictured(page, "visit-kept")
    go(page, "nettverket")
    type_in(page, "/naering besøk")
    expect(said(page, "Dette følger kommunen opp")).to_contain_text("Gjort 24. mars 2026")
    pictured(page, "visit-promises")


def counted(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering besøk")
    said(page, "Ingen bedrifter venter på besøk").get_by_role("button", name="Besøk per år").click()
    expect(said(page, "Bedrifter: 1")).to_contain_text("Løfter som er lukket: 1 · Åpne løfter: 0")
    pictured(page, "visit-years")


def test_a_visit_from_request_to_closed_promise(kari: Page, house: House, clock: Clock) -> None:
    belongs(house, house.kari, size="5-19")
    house.rest()
    asked(kari)
    proposed(kari)
    picked(kari)
    confirmed(kari)
    reminded(kari, clock)
    promised(kari, clock)
    closed(kari, clock)
    kept_word(kari)
    counted(kari)
    assert house.outgoing("failed") == []
