"""From a topic and an area to whom to turn to, and how the matter goes."""

import pytest
from pydantic import ValidationError

from bot.core.texts import same
from knowledge.entry import Contact, Entry, Process
from knowledge.library import Library, load
from knowledge.routes import matters, route, topics
from tests.knowledge.entries import ENTRIES, entry

STEPS = Process(steps=(same("Søk"), same("Vent")))


def contact(name: str, topic: str, *areas: str) -> Entry:
    return entry(
        f"contact.{name}",
        "contact",
        f"{name} svarer.",
        f"Hvem er {name}?",
        topics=(topic,),
        areas=areas,
        contact=Contact(role=same(name), phone="1"),
    )


def procedure(name: str, topic: str, helper: str, **more: object) -> Entry:
    return entry(
        f"procedure.{name}",
        "procedure",
        f"{name} går slik.",
        f"Hvordan går {name}?",
        topics=(topic,),
        handled_by=helper,
        **more,
    )


def library(*more: Entry) -> Library:
    return Library.of((*ENTRIES, *more))


def test_the_leading_topic_of_each_contact_and_procedure_is_offered_once() -> None:
    given = [*ENTRIES, contact("a", "byggesak"), procedure("b", "byggesak", "contact.a"), contact("c", "kommune")]
    assert topics(given) == ["sentralbord", "regulering", "skjenkebevilling", "byggesak"]


def test_topics_that_lead_to_the_same_are_one_matter() -> None:
    helper, own = contact("a", "byggesak"), contact("b", "støy")
    both = procedure("c", "byggesak", "contact.a").model_copy(update={"topics": ("byggesak", "nabovarsel")})
    second = contact("d", "nabovarsel").model_copy(update={"topics": ("nabovarsel",)})
    found = matters(Library.of((helper, own, both)))
    assert [(each.topics, each.about.id) for each in found] == [(("byggesak",), both.id), (("støy",), own.id)]
    again = matters(Library.of((helper, both, second, procedure("e", "nabovarsel", "contact.a"))))
    assert [each.topics for each in again] == [("byggesak",), ("nabovarsel",)]


def test_who_helps_with_the_procedure_is_who_to_turn_to() -> None:
    found = route("skjenkebevilling", "", library())
    assert found is not None
    assert (found.contact.id, found.area) == ("contact.kommunen", None)
    assert found.procedure is not None
    assert found.procedure.id == "procedure.skjenking"


def test_the_procedure_that_tells_its_steps_comes_first() -> None:
    given = library(procedure("lang", "skjenkebevilling", "contact.kommunen", process=STEPS))
    found = route("skjenkebevilling", "", given)
    assert found is not None
    assert found.procedure is not None
    assert found.procedure.id == "procedure.lang"


def test_a_contact_for_the_area_alone_goes_before_one_for_many() -> None:
    many = contact("mange", "regulering", "area.visperud", "area.fjellhamar")
    given = library(many, contact("egen", "regulering", "area.visperud"))
    for area, expected in (("area.visperud", "egen"), ("area.fjellhamar", "mange"), ("", "regulering")):
        found = route("regulering", area, given)
        assert found is not None
        assert found.contact.id == f"contact.{expected}"
        assert (found.area.id if found.area else "") == area


def test_for_what_nobody_is_known_there_is_no_route() -> None:
    assert route("romfart", "area.visperud", library()) is None


def test_what_is_no_area_is_none() -> None:
    found = route("regulering", "contact.kommunen", library())
    assert found is not None
    assert found.area is None


def test_steps_belong_to_procedures_alone() -> None:
    with pytest.raises(ValidationError, match="`process` belongs to entries of kind procedure alone"):
        entry("figure.en", "figure", "Ti.", "Hvor mange?", process=STEPS)


# --- the shipped entries ---


def test_every_topic_leads_to_somebody_in_every_area() -> None:
    shipped = load()
    areas = [each.id for each in shipped.entries.values() if each.kind == "area"]
    offered = topics(shipped.entries.values())
    assert 20 <= len(offered) <= 100  # the most that a menu of Slack's holds
    assert [topic for topic in offered for area in ("", *areas) if route(topic, area, shipped) is None] == []


def test_zoning_at_visperud_leads_to_the_zoning_unit_and_all_steps() -> None:
    found = route("regulering", "area.visperud", load())
    assert found is not None
    assert (found.contact.id, found.area.id if found.area else None) == ("contact.regulering", "area.visperud")
    assert found.procedure is not None
    assert found.procedure.process is not None
    assert [step.nb.partition(":")[0].split()[0] for step in found.procedure.process.steps] == [
        "Planinitiativ",
        "Oppstartsmøte",
        "Varsel",
        "Høring",
        "Vedtak",
    ]
