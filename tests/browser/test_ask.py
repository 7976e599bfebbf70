"""The main job in a real browser: ask, be answered, send what is not known to a person, get the reply."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, refused

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


def test_visperud_is_answered_and_the_thumb_is_taken(kari: Page) -> None:
    kari.get_by_role("button", name=VISPERUD).first.click()
    answer = kari.get_by_role("article").filter(has_text="har ansvaret for regulering i Lørenskog kommune")
    expect(answer).to_be_visible()
    expect(answer).to_contain_text("67 93 42 50")
    expect(answer).to_contain_text("3. mars 2021")
    expect(answer).to_contain_text("15. mars 2023")
    expect(answer).to_contain_text("ikke kontrollert siden")
    answer.get_by_role("button", name="👍 Nyttig").click()
    expect(kari.get_by_text("Takk, det er notert.", exact=True)).to_be_visible()


def test_what_is_not_known_goes_to_a_person_and_comes_back(kari: Page) -> None:
    kari.get_by_role("textbox", name="Skriv til Næringsbot").fill("Hvor mange pingviner bor det i Sydney?")
    kari.keyboard.press("Enter")
    refusal = kari.get_by_role("article").filter(has_text="Kontakt: Sentralbord")
    refusal.get_by_role("button", name="Send til en person").click()
    form = kari.get_by_role("dialog", name="Send til en person")
    expect(form).to_contain_text("innsynsretten")
    form.get_by_role("textbox", name="Spørsmålet ditt").fill("")
    form.get_by_role("button", name="Send", exact=True).click()
    refused(kari, "Spørsmålet ditt", "Fyll ut dette feltet")
    form.get_by_role("textbox", name="Spørsmålet ditt").fill("Finnes det pingviner på SNØ?")
    form.get_by_role("button", name="Send", exact=True).click()
    receipt = kari.get_by_role("dialog", name="Sendt")
    receipt.get_by_role("button", name="Lukk", exact=True).click()

    be(kari, "Siri Eksempel")
    go(kari, "naering-stab")
    asked = kari.get_by_role("article").filter(has_text="Finnes det pingviner på SNØ?")
    asked.get_by_role("button", name="Svar", exact=True).click()
    reply = kari.get_by_role("dialog", name="Svar")
    reply.get_by_role("textbox", name="Svaret ditt").fill("Nei, men det er kaldt nok.")
    reply.get_by_role("button", name="Se over").click()
    shown = kari.get_by_role("dialog", name="Se over")
    expect(shown).to_contain_text("Nei, men det er kaldt nok.")
    shown.get_by_role("button", name="Send", exact=True).click()
    expect(kari.get_by_role("article").filter(has_text="Besvart av")).to_be_visible()

    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    expect(kari.get_by_text("Nei, men det er kaldt nok.")).to_be_visible()


def test_all_people_of_the_top_line_are_in_view(kari: Page) -> None:
    people = kari.get_by_role("group", name="Se arbeidsområdet som").get_by_role("list")
    for width in (1280, 1100, 1024):
        kari.set_viewport_size({"width": width, "height": 800})
        assert people.evaluate("list => list.scrollWidth - list.clientWidth") == 0
