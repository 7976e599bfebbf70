"""An event in a real browser: an organizer posts it, a member signs up, the reminder comes."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, refused, said, type_in
from tests.clock import Clock

TITLE = "EKSEMPEL: Frokostmøte"


def test_a_member_signs_up_and_is_reminded(kari: Page, clock: Clock) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "arrangementer")
    type_in(kari, "/naering arrangement")
    said(kari, "Nytt arrangement").get_by_role("button", name="Nytt arrangement").click()
    form = kari.get_by_role("dialog", name="Nytt arrangement")
    form.get_by_label("Tittel på bokmål").fill(TITLE)
    form.get_by_label("Dato").fill("2026-03-09")
    form.get_by_label("Begynner klokka").fill("09:00")
    form.get_by_label("Slutter klokka").fill("10:00")
    form.get_by_label("Sted eller lenke").fill("https://example.org/<rom>")
    form.get_by_role("combobox", name="Kanal").select_option(label="#arrangementer")
    form.locator("button[type=submit]").click()
    refused(kari, "Dato", "Tidspunktet er passert.")
    expect(form.get_by_label("Tittel på bokmål")).to_have_value(TITLE)
    form.get_by_label("Dato").fill("2026-03-17")
    form.locator("button[type=submit]").click()
    kari.get_by_role("dialog", name="Forhåndsvisning").locator("button[type=submit]").click()
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()

    be(kari, "Kari Eksempel")
    go(kari, "arrangementer")
    said(kari, TITLE).get_by_role("button", name="Kommer").dblclick()
    expect(said(kari, "Kommer: 1")).to_be_visible()
    place = said(kari, "Kommer: 1").get_by_role("link", name="https://example.org/", exact=True)
    expect(place.locator("..")).to_contain_text("https://example.org/<rom>")
    clock.move(days=3, hours=9)  # to Friday at 19:00, the last working hour before the Sunday two days ahead
    go(kari, "Næringsbot")
    expect(said(kari, TITLE)).to_be_visible()
