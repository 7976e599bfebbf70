"""What is asked of a thing, and what an entry tells of it."""

import pytest

from knowledge.relations import relations, tells
from knowledge.turns import Relation
from tests.knowledge.entries import VISPERUD, ZONING, entry


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hvem eier Visperud?", "owner"),
        ("Kven eig senteret?", "owner"),
        ("who owns the mall", "owner"),
        ("kven var det som eigde senteret", "owner"),
        ("Hvem driver senteret?", "doer"),
        ("Kor mange tilsette har dei?", "number"),
        ("What does a licence cost?", "price"),
        ("når åpner senteret på lørdag?", "hours"),
        ("opening hours of the mall", "hours"),
        ("telefonnummer til senteret", "address"),
        ("Når ble senteret bygget?", "founded"),
        ("omsetningen i fjor", "money"),
        ("What is the average salary?", "wages"),
        ("Hvor mye bruker kommunen på lønn?", "wages"),
        ("hvem vant anbudet?", "winner"),
        ("ledige stillinger på senteret", "vacancy"),
        ("Kvar ligg senteret?", "place"),
        ("Hvem sitter i kommunestyret?", "persons"),
        ("Hvor mange flere bor her enn i nabokommunen?", "difference"),
        ("Hvor mange er det til sammen?", "sum"),
        ("Hva synes bedriftene om kommunen?", "view"),
        ("Når er neste møte?", "next"),
        ("Når åpnet senteret?", "date"),
        ("Which bank is best for us?", "best"),
        ("Kor lang er løypa?", "length"),
        ("Kva tyder grøn vekst?", "meaning"),
        ("Kvifor gjekk det ned?", "cause"),
        ("What makes the town attractive?", "cause"),
        ("Hvor mange arbeidsledige er det?", "jobless"),
        ("Kor mykje støtte fekk senteret?", "price"),
        ("Hva er renta på lånet?", "interest"),
        ("Når åpner kaféen?", "opening"),
        ("Når åpner kaféen min?", "own"),
        ("When will my permit be ready?", "own"),
        ("Er saken vår ferdig behandlet?", "own"),
        ("Skriv en søknad for meg", "task"),
        ("Hvor lang tid tar en reguleringssak?", "duration"),
        ("how long does a zoning case take", "duration"),
        ("Kven er den største leverandøren?", "largest"),
        ("Hvordan sier jeg opp en ansatt?", "dismissal"),
        ("How do I fire an employee?", "dismissal"),
        ("When will the metro be finished?", "opening"),
        ("har dere en liste over alle bedrifter", "persons"),
        ("can I have the member list", "persons"),
        ("What is the rent at the mall?", "price"),
        ("can you translate this letter", "task"),
    ],
)
def test_it_asks_for(question: str, asked: Relation) -> None:
    assert asked in relations(question)


@pytest.mark.parametrize(
    "question",
    [
        "Hva er planene for Visperud?",
        "Hvem har regulering?",
        "Når må jeg ha løyve?",
        "What will the municipality do with its own land?",
        "We rent our premises",
        "a desk to rent",
        "Hvor ligger vi på rangeringen?",
        "is the metro coming?",
        "Er firma med folk på løn velkomne?",
    ],
)
def test_it_asks_for_nothing_of_the_kind(question: str) -> None:
    assert relations(question) == frozenset()


@pytest.mark.parametrize(
    ("relation", "text"),
    [
        ("owner", "Bak senteret står to eiere."),
        ("number", "Senteret har 40 butikker."),
        ("price", "Det koster 300 kroner."),
        ("hours", "Åpent til kl. 20."),
        ("address", "Skriv til post@senteret.example."),
        ("founded", "Senteret åpnet i 1988."),
        ("sum", "Til sammen er det 40."),
        ("next", "Møtet holdes årlig."),
        ("cause", "Årsaken var utflytting."),
        ("jobless", "Ledigheten var lav."),
        ("best", "Det er rangert som nummer 7."),
        ("length", "Løypa er 500 meter."),
        ("duration", "Det tar tre uker."),
        ("largest", "Ahus er størst."),
        ("meaning", "Ordet betyr det samme."),
        ("place", "Det holder hus på Kjeller."),
    ],
)
def test_an_entry_tells_it(relation: Relation, text: str) -> None:
    assert tells(relation, entry("figure.a", "figure", text, "Hva er senteret?"))
    assert not tells(relation, VISPERUD)


def test_a_contact_tells_how_to_reach_it() -> None:
    assert tells("address", ZONING)


def test_the_year_of_a_document_is_no_date() -> None:
    assert tells("date", entry("figure.a", "figure", "Det åpnet i 2020.", "Hva er senteret?"))
    assert not tells("date", entry("figure.a", "figure", "Det skal åpne, ifølge planen fra 2019.", "Hva er senteret?"))
