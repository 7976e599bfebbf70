"""Which entries come first."""

from datetime import date

from bot.core.texts import same
from knowledge.ask import answer
from knowledge.entry import Contact, Entry, Valid
from knowledge.index import Index
from knowledge.library import Library
from knowledge.rank import rank
from knowledge.understand import understand
from tests.knowledge.asking import NOW
from tests.knowledge.entries import ENTRIES, entry

TODAY = date(2026, 2, 1)
CENTRE = Contact(role=same("Planlegger"), phone="12 34 56 78")


def order(question: str, *entries: Entry) -> list[str]:
    index = Index([*ENTRIES, *entries])
    return [each.entry.id for each in rank(understand(question, "nb", index), index, TODAY)]


def test_what_is_asked_for_in_these_words_comes_first() -> None:
    assert order("Hva er planene for Visperud?")[0] == "area.visperud"


def test_a_question_known_word_for_word_comes_before_all_that_only_fits_well() -> None:
    new = entry("figure.nye", "figure", "Nye bedrifter kommer.", "Hva er nye bedrifter?", title=same("Nye bedrifter"))
    place = entry(
        "plan.sted", "plan", "De skal til knutepunktene.", "Hvor skal det bygges?", asks=("hvor bør bedrifter",)
    )
    assert order("Bør nye bedrifter hit?", new, place)[0] == "figure.nye"
    asked = place.model_copy(update={"asks": ("Hvor vil kommunen ha nye bedrifter?",)})
    assert order("hvor vil kommunen ha nye bedrifter", new, asked)[0] == "plan.sted"


def test_a_slip_and_another_language_lead_to_the_same() -> None:
    for question in ("planer visprud", "Visperud plans", "kva skal skje på visperud"):
        assert order(question)[0] == "area.visperud"


def test_an_entry_about_another_area_falls_behind() -> None:
    shops = entry(
        "plan.butikker", "plan", "Butikker skal få plass.", "Hvor kommer butikkene?", areas=("area.fjellhamar",)
    )
    here = shops.model_copy(update={"id": "plan.her", "areas": ("area.visperud",)})
    assert order("butikker på Visperud", shops, here).index("plan.her") < order(
        "butikker på Visperud", shops, here
    ).index("plan.butikker")


def test_a_figure_of_the_country_falls_behind_where_the_municipality_is_named() -> None:
    country = entry("figure.a", "figure", "I Norge er hver tredje offentlig ansatt.", "Hvor mange er offentlig ansatt?")
    ours = entry("figure.b", "figure", "Lørenskog har 45 % offentlig ansatte.", "Hvor mange ansatte er det?")
    for asked, best in (("offentlig ansatt i Lørenskog", "figure.b"), ("offentlig ansatt", "figure.a")):
        assert order(asked, country, ours)[0] == best


def test_what_holds_no_longer_falls_behind() -> None:
    old = entry("plan.a", "plan", "Planen gjelder sykler.", "Hva gjelder sykler?", valid=Valid(until=date(2024, 1, 1)))
    new = old.model_copy(update={"id": "plan.b", "valid": Valid()})
    assert order("sykler", old, new) == ["plan.b", "plan.a"]


def test_the_year_that_is_asked_for_comes_first() -> None:
    before = entry("figure.a", "figure", "I 2016 var det 10 sykler.", "Hvor mange sykler er det?")
    after = before.model_copy(update={"id": "figure.b", "text": same("I 2017 var det 12 sykler.")})
    assert order("Hvor mange sykler var det i 2017?", before, after)[0] == "figure.b"


def test_a_contact_for_one_area_goes_before_one_for_all() -> None:
    own = entry(
        "contact.egen",
        "contact",
        "Planlegger svarer på spørsmål om regulering.",
        "Hvem svarer på spørsmål om regulering?",
        title=same("Planlegger"),
        topics=("regulering",),
        areas=("area.visperud",),
        contact=CENTRE,
    )
    library = Library.of([*ENTRIES, own])
    there = answer("Hvem har regulering på Visperud?", None, NOW, library)
    elsewhere = answer("Hvem har regulering på Fjellhamar?", None, NOW, library)
    assert [entry.id for entry in there.entries] == ["contact.egen", "area.visperud"]
    assert [entry.id for entry in elsewhere.entries] == ["contact.regulering", "area.fjellhamar"]
