"""What an answer is made of."""

from datetime import UTC, date, datetime

from bot.core.texts import Lang, same
from knowledge.answers import Answer
from knowledge.ask import answer
from knowledge.compose import first_sentence
from knowledge.entry import Valid
from knowledge.library import Library
from tests.knowledge.asking import ask
from tests.knowledge.entries import ENTRIES, GENERAL, VISPERUD, ZONING, entry


def said(found: Answer, lang: Lang) -> list[str]:
    return [sentence.words[lang] for sentence in found.sentences]


def test_the_answer_is_the_text_of_the_entry_and_related_ones_are_linked() -> None:
    found = ask("Hva er planene for Visperud?")
    assert said(found, "nb") == [VISPERUD.text.nb]
    assert [entry.id for entry in found.related] == ["area.fjellhamar"]
    assert found.contacts == ()


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
        assert found.contacts == found.entries[:1]


def test_a_procedure_comes_with_its_contact() -> None:
    found = ask("Hvordan søker jeg om skjenkebevilling?")
    assert [each.id for each in found.contacts] == ["contact.kommunen"]


def test_a_passed_deadline_comes_first() -> None:
    after = datetime(2026, 4, 1, tzinfo=UTC)
    assert said(ask("Hva er oppstartstilskudd?"), "nb")[0].startswith("Oppstartstilskudd")
    assert said(ask("Hva er oppstartstilskudd?", now=after), "nb")[0] == "Fristen gikk ut 1. mars 2026."
    assert said(ask("What is the start-up grant?", now=after), "en")[0] == "The deadline passed on 1 March 2026."


def test_what_holds_no_longer_or_not_yet_is_said_first() -> None:
    held = entry("plan.a", "plan", "Planen gjelder sykler.", "Hva gjelder sykler?", valid=Valid(until=date(2026, 3, 1)))
    coming = entry(
        "plan.b", "plan", "Regelen gjelder båter.", "Hva gjelder båter?", valid=Valid(since=date(2027, 1, 1))
    )
    library = Library.of([held, coming, *ENTRIES])

    def told(question: str, day: date) -> str:
        return said(answer(question, None, datetime(day.year, day.month, day.day, tzinfo=UTC), library), "nb")[0]

    assert told("Hva gjelder sykler?", date(2026, 3, 1)) == "Planen gjelder sykler."
    assert told("Hva gjelder sykler?", date(2026, 3, 2)) == "Dette gjaldt til 1. mars 2026 og gjelder ikke lenger."
    assert told("Hva gjelder båter?", date(2026, 12, 31)) == "Dette gjelder fra 1. januar 2027."
    assert told("Hva gjelder båter?", date(2027, 1, 1)) == "Regelen gjelder båter."


def test_what_holds_instead_is_offered_and_what_is_over_comes_last() -> None:
    gone = entry("scheme.c", "scheme", "Gammel støtte til kajakk.", "Hva er kajakkstøtte?", deadline=date(2026, 2, 1))
    links = ("scheme.c", "scheme.oppstart")
    old = entry(
        "scheme.d",
        "scheme",
        "Støtten gis til seilbåter.",
        "Hva er seilstøtte?",
        valid=Valid(until=date(2026, 1, 31)),
        links=links,
    )
    library = Library.of([gone, old, *ENTRIES])

    def asked(day: datetime) -> Answer:
        return answer("Hva er seilstøtte?", None, day, library)

    assert said(asked(datetime(2026, 1, 31, tzinfo=UTC)), "nb") == ["Støtten gis til seilbåter."]
    later = asked(datetime(2026, 2, 2, tzinfo=UTC))
    assert said(later, "nb") == [
        "Dette gjaldt til 31. januar 2026 og gjelder ikke lenger.",
        "Det som gjelder nå: «Oppstartstilskudd».",
        "Støtten gis til seilbåter.",
    ]
    assert [each.id for each in later.related] == ["scheme.oppstart", "scheme.c"]
    # In March, when that deadline too has passed, nothing is offered as if it held.
    assert "Det som gjelder nå" not in " ".join(said(asked(datetime(2026, 3, 2, tzinfo=UTC)), "nb"))


def test_a_refusal_names_who_can_help_with_the_nearest() -> None:
    assert ask("Når går bussen til Visperud?").contacts == (ZONING,)
    assert ask("Hvem er ordfører i Lørenskog?").contacts == (GENERAL,)


def test_a_sentence_does_not_end_at_numbers_and_initials() -> None:
    text = same("Den eies av Malling & Co. Invest i 8. Etasje fra 2020. Mer kommer.")
    assert first_sentence(text).nb == "Den eies av Malling & Co. Invest i 8. Etasje fra 2020."
