"""The loop in a real browser: not helped, why, answered by the staff, and told."""

import re

from playwright.sync_api import Page, expect

from tests.browser.paths import be, go, said, type_in

UNKNOWN = "Hvor mange pingviner bor det i Sydney?"


def test_what_lacked_an_answer_is_answered_and_comes_back(kari: Page) -> None:
    type_in(kari, "Hva er SkatteFUNN?")
    said(kari, "SkatteFUNN gir bedrifter").get_by_role("button", name="👎 Ikke nyttig").click()
    why = kari.get_by_role("dialog", name="Hva var galt?")
    why.get_by_label("Det er utdatert").check()
    why.get_by_role("textbox", name="Vil du si litt mer?").fill("Satsen er fra 2024.")
    why.get_by_role("button", name="Send", exact=True).click()
    expect(why).to_contain_text("Takk for at du sier fra.")
    why.get_by_role("button", name="Lukk", exact=True).click()
    expect(why).to_have_count(0)
    type_in(kari, UNKNOWN)
    expect(said(kari, "Send til en person")).to_be_visible()

    be(kari, "Siri Eksempel")
    go(kari, "naering-stab")
    type_in(kari, "/naering ubesvart")
    shown = said(kari, "Ubesvarte spørsmål")
    expect(shown).to_contain_text("utdatert 1")
    expect(shown).to_contain_text("Satsen er fra 2024.")
    expect(shown).not_to_contain_text("Kari")
    shown.get_by_role("button", name=re.compile("^Svar: ")).first.click()
    form = kari.get_by_role("dialog", name="Svar")
    for language, question, answer in (
        ("bokmål", "Finnes det pingviner?", "Nei."),
        ("nynorsk", "Finst det pingvinar?", "Nei."),
        ("engelsk", "Are there penguins?", "No."),
    ):
        form.get_by_label(f"Spørsmålet på {language}").fill(question)
        form.get_by_label(f"Svaret på {language}").fill(answer)
    form.get_by_role("button", name="Lagre og send").click()
    expect(form).to_contain_text("Svaret er sendt til 1 person som spurte.")
    form.get_by_role("button", name="Lukk", exact=True).click()
    expect(form).to_have_count(0)
    type_in(kari, "/naering statistikk")
    expect(said(kari, "De siste 30 dagene")).to_contain_text("færre enn 5 personer har spurt")

    be(kari, "Kari Eksempel")
    go(kari, "Næringsbot")
    expect(said(kari, "Nå har de ansatte svart")).to_be_visible()
