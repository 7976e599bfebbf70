"""An announcement in a real browser: written, looked at, sent; and a member who wants no more."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, refused, said, type_in


def test_an_announcement_reaches_a_member_who_then_wants_no_more(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "naering-stab")
    type_in(kari, "/naering utsending")
    said(kari, "Ny utsending").get_by_role("button", name="Ny utsending").click()
    form = kari.get_by_role("dialog", name="Ny utsending")
    form.get_by_role("textbox", name="Tekst på bokmål").fill("  ")
    form.get_by_role("textbox", name="Tekst på nynorsk").fill("DØME: Frukost på onsdag")
    form.get_by_role("button", name="Se over").click()
    refused(kari, "Tekst på bokmål", "Skriv teksten på bokmål.")
    expect(form.get_by_role("textbox", name="Tekst på nynorsk")).to_have_value("DØME: Frukost på onsdag")
    form.get_by_role("textbox", name="Tekst på bokmål").fill("EKSEMPEL: Frokost på onsdag")
    form.get_by_role("button", name="Se over").click()
    review = kari.get_by_role("dialog", name="Utsending")
    expect(review).to_contain_text("5 medlemmer får den")
    review.get_by_role("button", name="Send til meg først").click()
    expect(review).to_contain_text("Sendt til deg som direktemelding.")
    review.get_by_role("button", name="Send", exact=True).dblclick()
    expect(kari.get_by_role("dialog")).to_have_count(0)

    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    push = said(kari, "EKSEMPEL: Frokost på onsdag")
    expect(kari.get_by_role("article").filter(has_text="EKSEMPEL: Frokost på onsdag")).to_have_count(1)
    push.get_by_role("button", name="Ikke flere utsendinger").click()
    expect(said(kari, "Du får ikke flere av denne typen")).to_be_visible()
