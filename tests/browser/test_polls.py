"""A pulse in a real browser: an organizer asks, members answer with one press, the result comes."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, said, type_in

QUESTION = "EKSEMPEL: Hva savner dere mest?"


def made(page: Page) -> None:
    """Siri has asked."""
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering puls")
    said(page, "Ny puls").get_by_role("button", name="Ny puls").click()
    form = page.get_by_role("dialog", name="Ny puls")
    form.get_by_role("textbox", name="Spørsmål på bokmål").fill(QUESTION)
    form.get_by_role("textbox", name="Svaralternativer på bokmål").fill("Lokaler")
    form.get_by_role("combobox", name="Kanal").select_option(label="#nettverket")
    form.locator("button[type=submit]").click()
    expect(form.get_by_role("alert").filter(has_text="Her er det 1")).to_be_visible()
    form.get_by_role("textbox", name="Svaralternativer på bokmål").fill("Lokaler\nMøteplasser")
    form.locator("button[type=submit]").click()
    page.get_by_role("dialog").get_by_role("button", name="Steng", exact=True).click()


def test_members_answer_with_one_press_and_may_change_it(kari: Page) -> None:
    made(kari)
    be(kari, "Kari Eksempel")
    go(kari, "nettverket")
    wall = said(kari, QUESTION)
    wall.get_by_role("button", name="Lokaler").dblclick()
    expect(said(kari, "Svaret ditt er «Lokaler»")).to_be_visible()
    expect(said(kari, "1 har svart")).to_be_visible()
    said(kari, "1 har svart").get_by_role("button", name="Møteplasser").click()
    expect(said(kari, "Svaret ditt er «Møteplasser»")).to_be_visible()
    expect(said(kari, "1 har svart")).to_be_visible()


def test_an_anonymous_pulse_with_one_answer_shows_none_when_it_is_closed(kari: Page) -> None:
    made(kari)
    said(kari, QUESTION).get_by_role("button", name="Lokaler").click()
    expect(said(kari, "Svaret ditt er")).to_be_visible()
    type_in(kari, "/naering puls")
    said(kari, "Steng nå").get_by_role("button", name="Steng nå").click()
    kari.get_by_role("alertdialog").get_by_role("button", name="Steng", exact=True).click()
    expect(said(kari, "må ha minst 5 svar")).to_be_visible()
