"""An editor in a real browser: find an entry, correct it, see how it will look, publish, undo."""

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, refused, type_in


def test_an_answer_is_corrected_and_the_correction_undone(kari: Page) -> None:
    be(kari, "Siri Eksempel")
    type_in(kari, "/naering innhold")
    form = kari.get_by_role("dialog", name="Innhold")
    form.get_by_role("textbox", name="Finn en oppføring").fill("Visperud")
    form.get_by_role("button", name="Søk", exact=True).click()
    kari.get_by_role("button", name="Åpne").first.click()
    expect(kari.get_by_role("dialog", name="Innhold")).to_contain_text("Slik ser den som spør, svaret:")
    kari.get_by_role("button", name="Rett", exact=True).click()
    edit = kari.get_by_role("dialog", name="Rett")
    for language, words in (("bokmål", "Nytt svar."), ("nynorsk", "Nytt svar."), ("engelsk", "A new answer.")):
        edit.get_by_role("textbox", name=f"Svar, {language}").fill(words)
    edit.get_by_role("textbox", name="Søknadsfrist").fill("snart")
    edit.get_by_role("button", name="Forhåndsvis").click()
    refused(kari, "Søknadsfrist", "Skriv datoen som 2026-01-31.")
    expect(edit.get_by_role("textbox", name="Svar, engelsk")).to_have_value("A new answer.")
    edit.get_by_role("textbox", name="Søknadsfrist").fill("")
    edit.get_by_role("button", name="Forhåndsvis").click()
    preview = kari.get_by_role("dialog", name="Forhåndsvis")
    expect(preview).to_contain_text("A new answer.")
    preview.get_by_role("button", name="Publiser").click()
    expect(preview).to_be_hidden()
    go(kari, "Næringsbot")
    told = kari.get_by_role("article").filter(has_text="er lagret og gjelder fra nå.")
    told.get_by_role("button", name="Angre siste endring").click()
    expect(kari.get_by_text("Gjort. Det gjelder fra nå.", exact=True)).to_be_visible()
