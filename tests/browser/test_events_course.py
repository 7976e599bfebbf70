"""The whole life of an event in a real browser: made, answered, full, a seat freed and offered, moved, confirmed,
reminded, called off."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, said, type_in
from tests.clock import Clock
from tests.house import House
from tests.slacks import NETWORK

TITLE = "EKSEMPEL: Kurs i anbud"
LISE = "Lise Eksempel"


def pictured(page: Page, name: str) -> None:
    """For people to look at, when a window that glides in stands still."""
    page.wait_for_timeout(300)
    page.screenshot(path=SCREENSHOTS / f"event-{name}.png")


def made(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering arrangement")
    said(page, "Nytt arrangement").get_by_role("button", name="Nytt arrangement").click()
    form = page.get_by_role("dialog", name="Nytt arrangement")
    form.get_by_label("Tittel på bokmål").fill(TITLE)
    form.get_by_label("Tekst på bokmål").fill("Hvordan en liten bedrift svarer på et offentlig anbud.")
    form.get_by_label("Dato").fill("2026-03-19")
    form.get_by_label("Begynner klokka").fill("12:00")
    form.get_by_label("Slutter klokka").fill("14:00")
    form.get_by_label("Sted eller lenke").fill("Eksempelhuset, sal 2")
    form.get_by_label("Antall plasser").fill("2")
    form.get_by_role("combobox", name="Kanal").select_option(label="#nettverket")
    pictured(page, "form")
    form.locator("button[type=submit]").click()
    page.get_by_role("dialog", name="Forhåndsvisning").locator("button[type=submit]").click()
    page.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()
    expect(said(page, TITLE).get_by_role("button", name="Kommer")).to_be_visible()


def answers(page: Page, name: str, choice: str, receipt: str, title: str = TITLE) -> None:
    be(page, name)
    go(page, "nettverket")
    wall = page.get_by_role("article").filter(has_text=title).filter(has_text="Kanskje:").last
    wall.get_by_role("button", name=choice).click()
    expect(said(page, receipt)).to_be_visible()


def listed(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    lists = page.get_by_role("article").filter(has_text="Dette skjer")
    before = lists.count()
    type_in(page, "/naering arrangement")
    expect(lists).to_have_count(before + 1)


def chooses(page: Page, what: str) -> None:
    """From the menu of the event in the list."""
    said(page, "Dette skjer").get_by_role("button", name="Flere valg").last.click()
    pictured(page, "menu")
    page.get_by_role("menuitem", name=what, exact=True).click()


def moves(kari: Page) -> None:
    """The organizer moves it by a day; one of two confirms."""
    listed(kari)
    pictured(kari, "list")
    said(kari, "Dette skjer").get_by_role("button", name="Deltakere").last.click()
    expect(kari.get_by_role("dialog")).to_contain_text("Kommer (2)")
    pictured(kari, "participants")
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()
    chooses(kari, "Endre")
    form = kari.get_by_role("dialog", name="Endre arrangement")
    form.get_by_label("Dato").fill("2026-03-20")
    form.locator("button[type=submit]").click()
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()

    be(kari, "Ola Eksempel")
    go(kari, "Næringsbot")
    moved = said(kari, "er flyttet")
    expect(moved).to_contain_text("fredag 20. mars kl. 12.00–14.00")
    moved.get_by_role("button", name="Kommer").click()
    expect(said(kari, "da er det bekreftet")).to_be_visible()
    pictured(kari, "moved")
    listed(kari)
    said(kari, "Dette skjer").get_by_role("button", name="Deltakere").last.click()
    expect(kari.get_by_role("dialog")).to_contain_text("Amir Eksempel – ikke bekreftet etter flyttingen")
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()


def is_reminded_and_told(kari: Page) -> None:
    """Two days before it comes the reminder; then it is called off."""
    be(kari, "Ola Eksempel")
    go(kari, "Næringsbot")
    reminder = said(kari, "om 2 dager")
    expect(reminder).to_be_visible()
    reminder.scroll_into_view_if_needed()
    pictured(kari, "reminder")
    go(kari, "nettverket")
    pictured(kari, "channel")

    listed(kari)
    chooses(kari, "Avlys")
    pictured(kari, "call-off")
    kari.get_by_role("dialog").locator("button[type=submit]").click()
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()
    be(kari, "Ola Eksempel")
    go(kari, "Næringsbot")
    off = said(kari, "er avlyst")
    expect(off).to_be_visible()
    off.scroll_into_view_if_needed()
    pictured(kari, "called-off")
    go(kari, "nettverket")
    expect(said(kari, f"AVLYST: {TITLE}")).to_be_visible()
    pictured(kari, "wall-called-off")


def test_an_event_from_the_first_word_to_the_last(kari: Page, house: House, clock: Clock) -> None:
    house.workspace.add_user(id="U0LISE", name="lise", real_name=LISE)
    house.workspace.join("U0LISE", NETWORK)
    kari.reload()
    made(kari)
    answers(kari, "Kari Eksempel", "Kommer", "Du er påmeldt")
    answers(kari, "Ola Eksempel", "Kommer", "Du er påmeldt")
    answers(kari, "Amir Eksempel", "Kommer", "Du står som nummer 1 på ventelisten")
    answers(kari, LISE, "Kanskje", "Du kommer kanskje")
    expect(said(kari, "Kommer: 2 av 2 · Fullt")).to_be_visible()
    pictured(kari, "full")

    answers(kari, "Kari Eksempel", "Kan ikke", "Du kommer ikke")
    be(kari, "Amir Eksempel")
    go(kari, "Næringsbot")
    offer = said(kari, "Det er ledig plass til deg")
    expect(offer).to_be_visible()
    pictured(kari, "offer")
    offer.get_by_role("button", name="Kommer").click()
    expect(said(kari, "Du er påmeldt")).to_be_visible()

    moves(kari)

    clock.move(days=8)
    is_reminded_and_told(kari)
