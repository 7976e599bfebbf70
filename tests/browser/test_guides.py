"""The two guides in a real browser: fill in, read what fits, keep it."""

from playwright.sync_api import Page, expect

from tests.browser.paths import field, go, said, type_in


def test_a_young_company_finds_its_support_and_keeps_it(kari: Page) -> None:
    go(kari, "Næringsbot")
    type_in(kari, "/naering støtte")
    form = kari.get_by_role("dialog", name="Støtte som passer")
    form.get_by_role("button", name="Vis", exact=True).click()
    expect(field(kari, "Hvor er dere nå?").get_by_role("alert")).to_have_text("Fyll ut dette feltet")
    form.get_by_label("Vi er i oppstart").check()
    form.get_by_label("Under tre år").check()
    form.get_by_label("Ja, med forskning").check()
    form.get_by_label("En lærling").check()
    form.get_by_label("Nei", exact=True).last.check()
    form.get_by_label("I Lørenskog").check()
    form.get_by_role("button", name="Vis", exact=True).click()
    result = kari.get_by_role("dialog", name="Støtte som passer")
    expect(result).to_contain_text("Hvorfor: dere er i oppstart.")
    expect(result).to_contain_text("Tilskudd til lærebedrift")
    expect(result).to_contain_text("Fristen gikk ut 7. juni 2023.")
    result.get_by_role("button", name="Send til meg").click()
    expect(result).to_contain_text("Sendt.")
    result.get_by_role("button", name="Lukk", exact=True).click()
    expect(said(kari, "Passer for dere")).to_contain_text("Avgjøres av: Innovasjon Norge")


def test_a_topic_and_an_area_lead_to_the_right_contact(kari: Page) -> None:
    type_in(kari, "/naering kontakt")
    form = kari.get_by_role("dialog", name="Finn rett kontakt")
    form.get_by_role("combobox", name="Hva gjelder det?").select_option(label="Regulering")
    form.get_by_role("combobox", name="Hvilket område?").select_option(label="Visperud")
    form.get_by_role("button", name="Vis", exact=True).click()
    result = kari.get_by_role("dialog", name="Finn rett kontakt")
    expect(result).to_contain_text("67 93 42 50")
    expect(result).to_contain_text("5. Vedtak i kommunestyret")
    result.get_by_role("button", name="Send til meg").click()
    expect(result).to_contain_text("Sendt.")
