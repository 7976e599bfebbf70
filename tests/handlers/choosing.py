"""A person fills in the form that is open, with what they type and choose."""

from typing import Any

from bot.workspace.shapes import Json
from tests.house import Person


def fills(person: Person, **chosen: str | list[str]) -> Json:
    """Submit the form as Slack tells of it; what is not given stays as the form began."""
    values: dict[str, Any] = {}
    for block in person.modal["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            given = _given(element, chosen.get(block["block_id"]))
            values[block["block_id"]] = {element["action_id"]: {"type": element["type"]} | given}
    return person.workspace.submit(person.id, person.modal["id"], values)


def _given(element: Json, wanted: str | list[str] | None) -> Json:
    if element["type"] == "plain_text_input":
        return {"value": element.get("initial_value") if wanted is None else wanted}
    offered = element["options"]
    if element["type"] in ("checkboxes", "multi_static_select"):
        first = element.get("initial_options", [])
        return {"selected_options": first if wanted is None else [one for one in offered if one["value"] in wanted]}
    first = element.get("initial_option")
    if wanted is None and first is None:
        return {"selected_option": None}
    return {"selected_option": first if wanted is None else next(one for one in offered if one["value"] == wanted)}
