"""What an answer is made of."""

from datetime import UTC, datetime

from bot.core.texts import Lang, same
from knowledge.answers import Answer
from knowledge.compose import first_sentence
from tests.knowledge.asking import ask
from tests.knowledge.entries import VISPERUD


def said(found: Answer, lang: Lang) -> list[str]:
    return [sentence.words[lang] for sentence in found.sentences]


def test_the_answer_is_the_text_of_the_entry_and_related_ones_are_linked() -> None:
    found = ask("Hva er planene for Visperud?")
    assert said(found, "nb") == [VISPERUD.text.nb]
    assert [entry.id for entry in found.related] == ["area.fjellhamar"]
    assert found.contact is None


def test_who_handles_a_matter_in_an_area_is_told_with_contact_and_plans() -> None:
    for question, lang, handles in (
        ("Hvem har regulering på Visperud?", "nb", "Reguleringsavdelingen har ansvaret for regulering i kommunen."),
        ("Kven har regulering på Visperud?", "nn", "Reguleringsavdelinga har ansvaret for regulering i kommunen."),
        ("who handles regulation at Visperud?", "en", "The zoning unit handles zoning in the municipality."),
    ):
        found = ask(question)
        assert found.lang == lang
        assert said(found, found.lang) == [
            handles,
            "Visperud skal bli et næringsområde; planen ble vedtatt 15.03.2023.",
        ]
        assert [entry.id for entry in found.entries] == ["contact.regulering", "area.visperud"]
        assert found.contact == found.entries[0]


def test_a_procedure_comes_with_its_contact() -> None:
    found = ask("Hvordan søker jeg om skjenkebevilling?")
    assert found.contact is not None
    assert found.contact.id == "contact.kommunen"


def test_a_passed_deadline_comes_first() -> None:
    after = datetime(2026, 4, 1, tzinfo=UTC)
    assert said(ask("Hva er oppstartstilskudd?"), "nb")[0].startswith("Oppstartstilskudd")
    assert said(ask("Hva er oppstartstilskudd?", now=after), "nb")[0] == "Fristen gikk ut 1. mars 2026."
    assert said(ask("What is the start-up grant?", now=after), "en")[0] == "The deadline passed on 1 March 2026."


def test_a_sentence_does_not_end_at_numbers_and_initials() -> None:
    text = same("Den eies av Malling & Co. Invest i 8. Etasje fra 2020. Mer kommer.")
    assert first_sentence(text).nb == "Den eies av Malling & Co. Invest i 8. Etasje fra 2020."
