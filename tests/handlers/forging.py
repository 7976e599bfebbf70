"""What a page never offers: any button, any form, sent by anybody."""

from typing import Any

from bot.workspace import elements, interact
from bot.workspace.doors import Answer
from bot.workspace.shapes import Json
from tests.house import House
from tests.slacks import NETWORK

KINDS = {
    "day": "datepicker",
    "last_day": "datepicker",
    "begins": "timepicker",
    "ends": "timepicker",
    "closes": "datetimepicker",
    "at": "datetimepicker",
    "channel": "conversations_select",
}


def presses(house: House, user: str, action: str, value: str, channel: str = NETWORK) -> Answer:
    """A press of any button with any value, as if it stood in a message of the channel."""
    ws = house.workspace
    where = ws.state.channels[channel]
    act = {"type": "button", "action_id": action, "block_id": "b", "value": value, "action_ts": ws.state.new_ts()}
    payload = interact.common(ws, "block_actions", user) | {"actions": [act], "trigger_id": ws.triggers.new(user)}
    payload |= {"channel": interact.channel_name(where), "container": {"type": "message", "channel_id": channel}}
    return interact.send(ws, payload | {"response_url": interact.response_url(ws, user, where)})


def submits(house: House, user: str, callback: str, data: str = "", **fields: Any) -> Json:
    """A form, filled in with anything; what the bot says to it."""
    ws = house.workspace
    given = {name: (KINDS.get(name, "plain_text_input"), value) for name, value in fields.items()}
    values = {name: {name: {"type": kind, elements.FIELDS[kind][0]: value}} for name, (kind, value) in given.items()}
    view: Json = {"id": "V0FORGED", "type": "modal", "callback_id": callback, "private_metadata": data}
    view |= {"state": {"values": values}}
    payload = interact.common(ws, "view_submission", user) | {"view": view, "trigger_id": ws.triggers.new(user)}
    return interact.send(ws, payload).json()
