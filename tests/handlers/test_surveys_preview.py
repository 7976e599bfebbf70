"""The preview of a survey shows each part as it will be, in each language, and stores nothing."""

from typing import Any

import sqlalchemy as sa

from bot.core.db import Base
from bot.domain.surveys import writing
from bot.domain.surveys.tables import Survey
from handlers.surveys import template
from handlers.surveys import words as said
from tests.handlers.choosing import fills
from tests.handlers.forging import presses, submits
from tests.handlers.surveying import COMMAND
from tests.house import House, Person, actions, words
from tests.slacks import KARI, NETWORK

PARTS = 3


def written(house: House, *languages: str) -> str:
    given = {lang: getattr(template.PARTS, lang) for lang in languages or ("nb", "nn", "en")}
    draft = writing.Draft({"nb": "Puls"}, given)
    with house.bot.parts.database.write() as session:
        return writing.save(session, draft, "", house.staff.id, house.bot.parts.now()).id


def everything(house: House) -> dict[str, list[Any]]:
    """All rows of all tables, but for those that say what was sent."""
    house.rest()
    with house.bot.parts.read() as session:
        tables = [table for table in Base.metadata.sorted_tables if table.name not in ("outgoing", "claims", "pacing")]
        return {table.name: list(session.execute(sa.select(table))) for table in tables}


def pushes(person: Person, action: str) -> None:
    """A button of the window, by its whole name."""
    for block in person.modal["blocks"]:
        for element in block.get("elements", []):
            if element.get("action_id") == action:
                person._click(block, element, view_id=person.modal["id"])
                return
    raise AssertionError(action)


def test_all_parts_are_shown_in_order_and_in_each_language_and_nothing_is_stored(house: House) -> None:
    written(house)
    organizer = house.staff
    listed = organizer.types(COMMAND)
    before = everything(house)
    organizer.presses(listed, "survey.preview", NETWORK)
    draft = writing.Draft({"nb": "Puls"}, {lang: getattr(template.PARTS, lang) for lang in ("nb", "nn", "en")})
    for number, part in enumerate(writing.parts(draft)):
        for lang in ("nb", "nn", "en"):
            if number or lang != "nb":
                pushes(organizer, f"survey.speak:{lang}")
            shown = words(organizer.modal)
            assert part.title[lang] in shown
            for one in part.questions:
                assert one.question[lang] in shown
                assert one.options[lang][0] in shown
            assert said.PREVIEWED.nb in shown
        inputs = [block for block in organizer.modal["blocks"] if block["type"] == "input"]
        assert len(inputs) == len(part.questions)
        if number < PARTS - 1:
            pushes(organizer, "survey.turn:next")
    pushes(organizer, "survey.turn:previous")
    assert writing.parts(draft)[1].title["en"] in words(organizer.modal)
    inputs = [block for block in organizer.modal["blocks"] if block["type"] == "input"]
    assert fills(organizer, **{block["block_id"]: ["0"] for block in inputs}) == {}
    assert house.workspace.modals(organizer.id) == []
    assert everything(house) == before


def test_it_lies_over_the_form_of_a_round_which_stays(house: House) -> None:
    written(house, "nb")
    organizer = house.staff
    organizer.presses(organizer.types(COMMAND), "survey.begin", NETWORK)
    organizer.presses_in(organizer.modal, "survey.preview")
    assert len(house.workspace.modals(organizer.id)) == 2
    pushes(organizer, "survey.speak:en")
    assert said.LACKS("nb", language="engelsk") in words(organizer.modal)
    assert "Hvorfor Lørenskog" in words(organizer.modal)
    inputs = [block for block in organizer.modal["blocks"] if block["type"] == "input"]
    assert fills(organizer, **{block["block_id"]: ["0"] for block in inputs}) == {}
    assert said.ROUND.nb in words(organizer.modal)


def test_members_see_no_preview(house: House) -> None:
    survey = written(house)
    presses(house, KARI, "survey.preview", survey)
    submits(house, KARI, "survey.preview", f"{survey} 0 nb")
    house.rest()
    assert house.workspace.modals(KARI) == []
    assert "survey.preview" not in actions(house.kari.types(COMMAND))
    assert len(house.all(Survey)) == 1
