"""What people put into interactive elements: how each kind says its value, and where it stands in a view."""

from collections.abc import Iterator

from bot.workspace.shapes import ControlError, Json

# type: (the field of its value in a payload, the field of its beginning in the element)
FIELDS = {
    "plain_text_input": ("value", "initial_value"),
    "email_text_input": ("value", "initial_value"),
    "url_text_input": ("value", "initial_value"),
    "number_input": ("value", "initial_value"),
    "rich_text_input": ("rich_text_value", "initial_value"),
    "static_select": ("selected_option", "initial_option"),
    "external_select": ("selected_option", "initial_option"),
    "radio_buttons": ("selected_option", "initial_option"),
    "multi_static_select": ("selected_options", "initial_options"),
    "multi_external_select": ("selected_options", "initial_options"),
    "checkboxes": ("selected_options", "initial_options"),
    "datepicker": ("selected_date", "initial_date"),
    "timepicker": ("selected_time", "initial_time"),
    "datetimepicker": ("selected_date_time", "initial_date_time"),
    "users_select": ("selected_user", "initial_user"),
    "multi_users_select": ("selected_users", "initial_users"),
    "channels_select": ("selected_channel", "initial_channel"),
    "multi_channels_select": ("selected_channels", "initial_channels"),
    "conversations_select": ("selected_conversation", "initial_conversation"),
    "multi_conversations_select": ("selected_conversations", "initial_conversations"),
    "file_input": ("files", "initial_files"),
}
MANY = ("selected_options", "selected_users", "selected_channels", "selected_conversations", "files")


def inside(blocks: list[Json]) -> Iterator[tuple[Json, Json]]:
    """Each interactive element with its block."""
    for block in blocks:
        for element in [block.get("element"), block.get("accessory"), *block.get("elements", [])]:
            if isinstance(element, dict) and "action_id" in element:
                yield block, element


def find(blocks: list[Json], block_id: str, action_id: str) -> tuple[Json, Json]:
    for block, element in inside(blocks):
        if block["block_id"] == block_id and element["action_id"] == action_id:
            return block, element
    raise ControlError("Dette elementet finnes ikke lenger.")


def state_values(blocks: list[Json], given: Json) -> Json:
    """state.values: what was given, else how each element began."""
    values: Json = {}
    for block, element in inside(blocks):
        if element["type"] in FIELDS:
            entered = given.get(block["block_id"], {}).get(element["action_id"])
            values.setdefault(block["block_id"], {})[element["action_id"]] = _value(element, entered)
    return values


def _value(element: Json, entered: Json | None) -> Json:
    field, initial = FIELDS[element["type"]]
    value = element.get(initial) if entered is None else chosen(element, entered).get(field)
    empty: list[Json] | None = [] if field in MANY else None
    return {"type": element["type"], field: value or empty}


def chosen(element: Json, entered: Json) -> Json:
    """Options may be named by their value alone; Slack says them whole."""
    entered = dict(entered)
    if isinstance(entered.get("selected_option"), str):
        entered["selected_option"] = _option(element, entered["selected_option"])
    if isinstance(entered.get("selected_options"), list):
        options = entered["selected_options"]
        entered["selected_options"] = [_option(element, o) if isinstance(o, str) else o for o in options]
    return entered


def _option(element: Json, value: str) -> Json:
    groups = element.get("option_groups") or [element]
    for option in [option for group in groups for option in group.get("options", [])]:
        if option["value"] == value:
            return {"text": option["text"], "value": value}
    raise ControlError(f"Valget «{value}» finnes ikke.")


def action(block: Json, element: Json, given: Json, action_ts: str) -> Json:
    """One entry of `actions` in block_actions."""
    common: Json = {"type": element["type"], "action_id": element["action_id"], "block_id": block["block_id"]}
    common["action_ts"] = action_ts
    if element["type"] in ("button", "icon_button", "workflow_button"):
        return common | {key: element[key] for key in ("text", "value", "style") if key in element}
    if element["type"] == "feedback_buttons":
        buttons = (element["positive_button"], element["negative_button"])
        button = next((button for button in buttons if button.get("value") == given.get("value")), buttons[0])
        return common | {"text": button["text"], "value": button.get("value")}
    field = "selected_option" if element["type"] == "overflow" else FIELDS[element["type"]][0]
    return common | {field: chosen(element, given).get(field)}


def missing(blocks: list[Json], values: Json) -> dict[str, str]:
    """What Slack's own form refuses before the app is asked: block id -> words."""
    found = {}
    for block, element in inside(blocks):
        if block["type"] != "input" or element["type"] not in FIELDS:
            continue
        value = values[block["block_id"]][element["action_id"]][FIELDS[element["type"]][0]]
        words = _refusal(block, element, value)
        if words:
            found[block["block_id"]] = words
    return found


def _refusal(block: Json, element: Json, value: object) -> str:
    if not value:
        return "" if block.get("optional") else "Dette feltet må fylles ut."
    length = len(value) if isinstance(value, str) else 0
    if isinstance(value, str) and length < element.get("min_length", 0):
        return f"Skriv minst {element['min_length']} tegn."
    if isinstance(value, str) and length > element.get("max_length", 3000):
        return f"Skriv høyst {element.get('max_length', 3000)} tegn."
    return ""
