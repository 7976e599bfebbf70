"""A pulse in a real browser: an organizer asks, members answer with one press, the result comes."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import SCREENSHOTS
from tests.browser.paths import be, go, refused, said, type_in
from tests.house import House
from tests.slacks import NETWORK

QUESTION = "EKSEMPEL: Hva savner dere mest?"
CHANNELS = ["#nettverket", "#arrangementer", "#naering-stab", "#uten-bot"]  # no direct message


def made(page: Page, *, named: bool = False) -> None:
    """Siri has asked."""
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering puls")
    said(page, "Ny puls").get_by_role("button", name="Ny puls").click()
    form = page.get_by_role("dialog", name="Ny puls")
    form.get_by_role("textbox", name="Spørsmål på bokmål").fill(QUESTION)
    form.get_by_role("textbox", name="Svaralternativer på bokmål").fill("Lokaler")
    channel = form.get_by_role("combobox", name="Kanal")
    expect(channel.get_by_role("option")).to_have_text(CHANNELS)
    channel.select_option(label="#nettverket")
    form.locator("button[type=submit]").click()
    sentence = "Skriv fra 2 til 10 svaralternativer, ett på hver linje. Du har skrevet 1."
    refused(page, "Svaralternativer på bokmål", sentence)
    expect(form.get_by_role("textbox", name="Spørsmål på bokmål")).to_have_value(QUESTION)
    form.get_by_role("textbox", name="Svaralternativer på bokmål").fill("Lokaler\nMøteplasser")
    if named:
        form.get_by_role("radio", name="Med navn").check()
    form.locator("button[type=submit]").click()
    page.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()


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


def presses(page: Page, name: str, option: str) -> None:
    be(page, name)
    go(page, "nettverket")
    said(page, QUESTION).get_by_role("button", name=option, exact=True).click()
    expect(said(page, f"Svaret ditt er «{option}»")).to_be_visible()


def closed(page: Page) -> None:
    be(page, "Siri Eksempel")
    go(page, "nettverket")
    type_in(page, "/naering puls")
    said(page, "Steng nå").get_by_role("button", name="Steng nå").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Steng", exact=True).click()
    expect(said(page, "Resultat:")).to_be_visible()


def pictured(page: Page, name: str) -> None:
    """For people to look at."""
    page.screenshot(path=SCREENSHOTS / f"{name}.png")


def test_a_named_pulse_with_three_members_shows_numbers_all_the_time_and_a_chart(kari: Page) -> None:
    made(kari, named=True)
    for name, option in (("Kari Eksempel", "Lokaler"), ("Ola Eksempel", "Møteplasser"), ("Amir Eksempel", "Lokaler")):
        presses(kari, name, option)
    expect(said(kari, "3 har svart")).to_contain_text("1. Lokaler: 2 (67 %)")
    closed(kari)
    shown = said(kari, "Resultat:")
    expect(shown).to_contain_text("1. Lokaler: 2 (67 %, trolig 21–94 %)")
    expect(shown.get_by_role("img", name="Søylediagram")).to_be_visible()
    shown.scroll_into_view_if_needed()
    pictured(kari, "poll-named")


def test_an_anonymous_pulse_with_seven_members_shows_turnout_then_the_result_and_the_list(
    kari: Page, house: House
) -> None:
    others = [f"Medlem {n} Eksempel" for n in range(4)]
    for n, name in enumerate(others):
        house.workspace.add_user(id=f"U0M{n}", name=f"m{n}", real_name=name)
        house.workspace.join(f"U0M{n}", NETWORK)
    kari.reload()
    made(kari)
    for n, name in enumerate(["Kari Eksempel", "Ola Eksempel", "Amir Eksempel", *others]):
        presses(kari, name, ("Lokaler", "Møteplasser")[n % 2])
    expect(said(kari, "7 har svart")).not_to_contain_text("%")
    pictured(kari, "poll-anonymous-open")
    closed(kari)
    expect(said(kari, "Resultat:")).to_contain_text("1. Lokaler: 4 (57 %, trolig 25–84 %)")
    type_in(kari, "/naering resultat")
    said(kari, "Resultater").get_by_role("button", name="Vis").click()
    shown = said(kari, "Grupper med færre enn 5 svar vises ikke")
    expect(shown.get_by_role("button", name="Excel")).to_be_visible()
    shown.scroll_into_view_if_needed()
    pictured(kari, "poll-result")


def tab_to(page: Page, label: str) -> None:
    """The keyboard alone, until what has the focus is called so."""
    called = (
        "document.activeElement.ariaLabel || document.activeElement.labels?.[0]?.innerText || "
        "document.activeElement.innerText || ''"
    )
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(called).strip() == label:
            return
    raise AssertionError(f"the keyboard does not reach {label}")


def test_several_options_are_chosen_with_the_keyboard_alone(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    go(kari, "nettverket")
    type_in(kari, "/naering puls")
    said(kari, "Ny puls").get_by_role("button", name="Ny puls").click()
    form = kari.get_by_role("dialog", name="Ny puls")
    form.get_by_role("combobox").first.select_option(label="Ferdig: Når passer det å møtes?")
    expect(form.get_by_role("textbox", name="Svaralternativer på bokmål")).to_have_value(
        "Før jobb\nI lunsjen\nEtter jobb\nPå nett, når som helst"
    )
    pictured(kari, "poll-form")
    form.get_by_role("combobox", name="Kanal").select_option(label="#nettverket")
    form.locator("button[type=submit]").click()
    kari.get_by_role("dialog").get_by_role("button", name="Lukk", exact=True).click()
    be(kari, "Kari Eksempel")
    go(kari, "nettverket")
    expect(said(kari, "Når på dagen passer det best")).to_be_visible()
    tab_to(kari, "Svar")
    kari.keyboard.press("Enter")
    window = kari.get_by_role("dialog", name="Svar")
    expect(window).to_be_visible()
    for option in ("Før jobb", "Etter jobb"):
        tab_to(kari, option)
        kari.keyboard.press("Space")
    pictured(kari, "poll-window")
    tab_to(kari, "Send")
    kari.keyboard.press("Enter")
    expect(kari.get_by_role("dialog")).to_contain_text("Svaret ditt er «Før jobb, Etter jobb».")
