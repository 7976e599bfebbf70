"""In a real browser: whom it is for, how it looks, a second person approves, it arrives, and it is recalled."""

from playwright.sync_api import Locator, Page, expect

from bot.domain.companies.rows import Company
from bot.domain.members import Member
from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, said, type_in
from tests.house import House
from tests.slacks import KARI, OLA


def keeps_picture(page: Page, name: str) -> None:
    page.screenshot(path=SCREENSHOTS / f"broadcast-{name}.png")


def chosen(form: Locator, field: str, choice: str) -> None:
    group = form.get_by_role("group", name=field)
    group.get_by_text(choice, exact=True).click()


def _choose_trade(page: Page) -> None:
    choosing = page.get_by_role("dialog", name="Mottakere")
    chosen(choosing, "Bransje", "Handel")
    expect(choosing).to_contain_text("1 medlem får den")
    choosing.get_by_role("textbox", name="Lagre utvalget med navn").fill("EKSEMPEL: Handel")
    keeps_picture(page, "segment")
    choosing.get_by_role("button", name="Bruk utvalget").click()


def test_from_a_segment_by_way_of_a_second_person_to_a_recall(kari: Page, house: House) -> None:
    with house.bot.parts.database.write() as session:
        session.add(shop := Company(name="EKSEMPEL Butikk", branch="trade"))
        session.flush()
        session.get_one(Member, KARI).company_id = shop.id
        session.get_one(Member, OLA).role = "organizer"
    be(kari, "Siri Eksempel")
    go(kari, "naering-stab")
    type_in(kari, "/naering utsending")
    said(kari, "Ny utsending").get_by_role("button", name="Krev godkjenning av to").click()
    expect(said(kari, "må en annen arrangør godkjenne")).to_be_visible()
    said(kari, "Ny utsending").get_by_role("button", name="Ny utsending").click()
    form = kari.get_by_role("dialog", name="Ny utsending")
    form.get_by_role("textbox", name="Tekst på bokmål").fill("EKSEMPEL: Frokost på onsdag")
    form.get_by_role("textbox", name="Tekst på nynorsk").fill("DØME: Frukost på onsdag")
    keeps_picture(kari, "written")
    form.get_by_role("button", name="Se over").click()
    review = kari.get_by_role("dialog", name="Utsending")
    expect(review).to_contain_text("5 medlemmer får den")
    review.get_by_role("button", name="Nynorsk").click()
    expect(review).to_contain_text("DØME: Frukost på onsdag")
    keeps_picture(kari, "preview-nn")
    review.get_by_role("button", name="Mottakere").click()
    _choose_trade(kari)
    expect(review).to_contain_text("1 medlem får den")
    keeps_picture(kari, "review")
    review.get_by_role("button", name="Be om godkjenning").click()
    expect(kari.get_by_role("dialog")).to_have_count(0)

    be(kari, "Ola Eksempel")
    go(kari, "Næringsbot")
    request = said(kari, "ber om at en annen arrangør godkjenner")
    keeps_picture(kari, "request")
    request.get_by_role("button", name="Godkjenn og send").click()
    kari.get_by_role("alertdialog").get_by_role("button", name="Godkjenn og send").click()
    expect(said(kari, "Utsendingen er godkjent av")).to_be_visible()

    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    push = said(kari, "EKSEMPEL: Frokost på onsdag")
    expect(push.get_by_role("button", name="Svar arrangøren")).to_be_visible()
    keeps_picture(kari, "received")

    be(kari, "Siri Eksempel")
    go(kari, "Næringsbot")
    progress = said(kari, "Utsending: ferdig")
    keeps_picture(kari, "progress")
    progress.get_by_role("button", name="Trekk tilbake").click()
    kari.get_by_role("alertdialog").get_by_role("button", name="Trekk tilbake").click()
    expect(said(kari, "Slettet hos 1.")).to_be_visible()
    keeps_picture(kari, "recalled")
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    expect(kari.get_by_role("article").filter(has_text="EKSEMPEL: Frokost på onsdag")).to_have_count(0)
