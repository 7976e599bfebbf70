"""An expo and a workshop in a real browser: stands, meetings that two want at once, the door at a telephone's size,
seats for those invited, and an event that comes again."""

from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.paths import be, go, said, type_in
from tests.browser.test_events_course import answers, listed, pictured
from tests.clock import Clock
from tests.domain.gatherings import at
from tests.handlers.gatherings import makes, presses
from tests.handlers.polling import fills
from tests.handlers.test_events_stands import belongs
from tests.house import House
from tests.slacks import NETWORK

EXPO = "EKSEMPEL: Næringslivsexpo"
WORKSHOP = "EKSEMPEL: Verksted om tomtevalg"
PHONE: ViewportSize = {"width": 390, "height": 844}


def organizes(page: Page) -> None:
    """As the organizer, whose last window is still open."""
    be(page, "Siri Eksempel")
    closes(page)
    go(page, "nettverket")


def on_wall(page: Page, title: str) -> Locator:
    return page.get_by_role("article").filter(has_text=title).filter(has_text="Kanskje:").last


def dialog(page: Page, name: str) -> Locator:
    return page.get_by_role("dialog", name=name)


def submits(form: Locator) -> None:
    form.locator("button[type=submit]").click()


def closes(page: Page) -> None:
    page.get_by_role("dialog").last.get_by_role("button", name="Lukk", exact=True).click()


def test_a_company_asks_for_a_stand_and_the_organizer_gives_it_a_place(kari: Page, house: House) -> None:
    makes(house, title_nb=EXPO, text_nb="Møt bedriftene i området.", kind="expo", channel=NETWORK)
    belongs(house.bot.parts.database, house.kari.id, "Eksempel Bakeri AS")
    be(kari, "Kari Eksempel")
    go(kari, "nettverket")
    on_wall(kari, EXPO).get_by_role("button", name="Stand").click()
    form = dialog(kari, "Be om stand")
    expect(form).to_contain_text("Stand for Eksempel Bakeri AS")
    form.get_by_label("Hva trenger dere?").fill("Strøm og to bord")
    pictured(kari, "stand-ask")
    submits(form)
    expect(kari.get_by_role("dialog")).to_contain_text("Ønsket er sendt.")
    closes(kari)

    organizes(kari)
    on_wall(kari, EXPO).get_by_role("button", name="Stand").click()
    expect(dialog(kari, "Stander")).to_contain_text("Strøm og to bord")
    pictured(kari, "stands")
    dialog(kari, "Stander").get_by_role("button", name="Svar").click()
    form = dialog(kari, "Stand")
    form.get_by_label("Plass").fill("A 12")
    pictured(kari, "stand-answer")
    submits(form)
    expect(kari.get_by_role("dialog").last).to_contain_text("bedriften får beskjed")
    closes(kari)
    closes(kari)  # the list below

    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    expect(said(kari, "Dere har fått stand")).to_contain_text("Plass: A 12")


def opens_meetings(page: Page) -> Locator:
    on_wall(page, EXPO).get_by_role("button", name="Møter").click()
    return dialog(page, "Møter med kommunen")


def test_of_two_who_want_the_same_quarter_of_an_hour_one_gets_it(kari: Page, house: House) -> None:
    makes(house, title_nb=EXPO, kind="expo")
    presses(house.staff, house.staff.types("/naering arrangement"), "event.more")
    assert fills(house.staff, units="Byggesak\nNæringsavdelingen") == {}
    ola = kari.context.new_page()
    ola.goto(kari.url)
    for page, name in ((kari, "Kari Eksempel"), (ola, "Ola Eksempel")):
        answers(page, name, "Kommer", "Du er påmeldt", EXPO)
    first, second = opens_meetings(kari), opens_meetings(ola)
    expect(second).to_contain_text("Ledige tider: 8")
    first.get_by_role("combobox").first.select_option(label="18.15")
    expect(first).to_contain_text("torsdag 19. mars kl. 18.15: Byggesak")
    pictured(kari, "meeting-mine")
    second.get_by_role("combobox").first.select_option(label="18.15")
    expect(second).to_contain_text("Den tiden er nettopp tatt. Velg en annen.")
    expect(second).to_contain_text("Ledige tider: 7")
    pictured(ola, "meeting-taken")
    second.get_by_role("combobox").first.select_option(label="18.30")
    expect(second).to_contain_text("torsdag 19. mars kl. 18.30: Byggesak")
    first.get_by_role("button", name="Gi fra deg").click()
    expect(first).not_to_contain_text("Møtene dine")


def fits_the_phone(page: Page) -> None:
    """Nothing reaches beyond the edge, so that nobody scrolls sideways."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    box = page.get_by_role("dialog").last.bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]


def test_those_who_come_are_ticked_off_on_a_telephone(kari: Page, house: House, clock: Clock) -> None:
    makes(house, title_nb=EXPO)
    for name in ("Kari Eksempel", "Ola Eksempel"):
        answers(kari, name, "Kommer", "Du er påmeldt", EXPO)
    clock.at = at("2026-03-19 17:30")
    organizes(kari)
    listed(kari)
    kari.set_viewport_size(PHONE)
    said(kari, "Dette skjer").get_by_role("button", name="Deltakere").last.click()
    expect(kari.get_by_role("dialog")).to_contain_text("Kommer (2)")
    fits_the_phone(kari)
    pictured(kari, "phone-participants")
    kari.get_by_role("button", name="Registrer oppmøte").click()
    door = dialog(kari, "Registrer oppmøte")
    door.get_by_role("checkbox", name="Ola Eksempel").check()
    fits_the_phone(kari)
    expect(door.locator("button[type=submit]")).to_be_in_viewport()
    pictured(kari, "phone-door")
    submits(door)
    expect(kari.get_by_role("dialog").last).to_contain_text("Oppmøtet er lagret: 1 var der.")
    closes(kari)


def drafts_a_series(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "nettverket")
    type_in(kari, "/naering arrangement")
    said(kari, "Nytt arrangement").get_by_role("button", name="Nytt arrangement").click()
    form = dialog(kari, "Nytt arrangement")
    form.get_by_label("Tittel på bokmål").fill(WORKSHOP)
    form.get_by_label("Dato").fill("2026-03-19")
    form.get_by_label("Begynner klokka").fill("12:00")
    form.get_by_label("Slutter klokka").fill("14:00")
    form.get_by_label("Sted eller lenke").fill("Eksempelhuset")
    form.get_by_role("combobox", name="Type").select_option(label="Arbeidsverksted")
    form.get_by_role("combobox", name="Kanal").select_option(label="#nettverket")
    form.get_by_role("combobox", name="Gjentas").select_option(label="Hver måned, samme ukedag")
    form.get_by_label("Antall ganger i alt").fill("4")
    form.get_by_label("Antall ganger i alt").scroll_into_view_if_needed()
    pictured(kari, "again")
    submits(form)
    shown = dialog(kari, "Forhåndsvisning")
    expect(shown).to_contain_text("Gjentas: tredje torsdag hver måned, 4 ganger i alt")
    shown.get_by_role("button", name="English").click()
    expect(shown).to_contain_text("Repeats: third Thursday every month, 4 times in all")
    pictured(kari, "preview-english")
    shown.get_by_role("button", name="Inviterte").click()


def invites_and_posts(kari: Page) -> None:
    form = dialog(kari, "Inviterte")
    expect(form).to_be_visible()
    pictured(kari, "invited")
    form.get_by_role("checkbox", name="Kari Eksempel").check()
    submits(form)
    expect(dialog(kari, "Forhåndsvisning")).to_contain_text("Bare for inviterte")
    submits(dialog(kari, "Forhåndsvisning"))
    closes(kari)


def one_comes_and_another_asks(kari: Page) -> None:
    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    invitation = said(kari, f"Du er invitert til «{WORKSHOP}»")
    expect(invitation).to_be_visible()
    invitation.scroll_into_view_if_needed()
    pictured(kari, "invitation")
    invitation.get_by_role("button", name="Kommer").click()
    expect(said(kari, "Du er påmeldt")).to_be_visible()
    answers(kari, "Ola Eksempel", "Kommer", "er for inviterte", WORKSHOP)
    said(kari, "er for inviterte").get_by_role("button", name="Be om plass").click()
    expect(said(kari, "Du har bedt om plass")).to_be_visible()
    pictured(kari, "asks-for-seat")


def is_let_in_and_all_is_called_off(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "Næringsbot")
    asked = said(kari, "ber om plass på")
    expect(asked).to_be_visible()
    pictured(kari, "asked")
    asked.get_by_role("button", name="Inviter").click()
    expect(said(kari, "er invitert og får beskjed")).to_be_visible()
    listed(kari)
    said(kari, "Dette skjer").get_by_role("button", name="Flere valg").first.click()
    kari.get_by_role("menuitem", name="Avlys", exact=True).click()
    off = dialog(kari, "Avlys arrangement")
    off.get_by_role("combobox", name="Hva gjelder det?").select_option(label="Dette og de neste")
    pictured(kari, "call-off-following")
    submits(off)
    expect(kari.get_by_role("dialog").last).to_contain_text("Det gjelder 2 arrangementer.")
    closes(kari)


def test_a_workshop_comes_again_is_for_those_invited_and_others_ask(kari: Page) -> None:
    drafts_a_series(kari)
    invites_and_posts(kari)
    one_comes_and_another_asks(kari)
    is_let_in_and_all_is_called_off(kari)
    go(kari, "nettverket")
    expect(said(kari, f"AVLYST: {WORKSHOP}")).to_be_visible()
