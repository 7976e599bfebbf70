"""Who somebody is, in a real browser: a newcomer tells about themselves, an administrator gives a role."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, refused, said, type_in

COMPANY = "EKSEMPEL: Bakeri <!channel> & *Sønn*"


def test_a_newcomer_tells_about_themselves_and_finds_it_in_their_language(kari: Page) -> None:
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    said(kari, "Fortell om deg").get_by_role("button", name="Fortell om deg").click()
    form = kari.get_by_role("dialog", name="Om deg")
    form.get_by_role("textbox").first.fill("x" * 121)
    form.get_by_role("button", name="Lagre").click()
    refused(kari, "Bedrift", "Skriv høyst 120 tegn (nå 121)")
    form.get_by_role("textbox").first.fill(COMPANY)
    form.get_by_role("combobox", name="Språk").select_option(label="Nynorsk")
    form.get_by_role("button", name="Lagre").dblclick()
    saved = kari.get_by_role("dialog").filter(has_text="Lagra.")
    expect(saved).to_be_visible()
    saved.get_by_role("button", name="Lukk", exact=True).click()
    kari.get_by_role("link", name="Hjem").click()
    expect(kari.get_by_role("main")).to_contain_text("Bedrift: EKSEMPEL: Bakeri <!channel> &")


def test_a_role_is_given_to_a_member_and_to_nobody_else(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "naering-stab")
    type_in(kari, "/naering roller")
    form = kari.get_by_role("dialog", name="Roller")
    form.get_by_role("combobox", name="Person").select_option(label="Slackbot")
    form.get_by_role("combobox", name="Rolle").select_option(label="Arrangør")
    form.get_by_role("button", name="Lagre").click()
    refused(kari, "Person", "Velg et medlem av arbeidsområdet; gjester kan ikke ha en rolle.")
    expect(form.get_by_role("combobox", name="Rolle").locator("option:checked")).to_have_text("Arrangør")
    form.get_by_role("combobox", name="Person").select_option(label="Ola Eksempel")
    form.get_by_role("button", name="Lagre").dblclick()
    expect(kari.get_by_role("dialog").filter(has_text="er nå arrangør.")).to_be_visible()
