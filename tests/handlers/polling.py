"""A poll in the hands of a test: made by an organizer, answered by members."""

from datetime import datetime
from typing import Any

from bot.workspace import elements
from bot.workspace.block_kit import faults
from bot.workspace.shapes import Json
from tests.house import House, Person
from tests.slacks import NETWORK

QUESTION = "Hva er viktigst for bedriften?"
OPTIONS = ("Buss", "Bredbånd", "Arbeidskraft")
FORM: dict[str, Any] = {"question_nb": QUESTION, "options_nb": "\n".join(OPTIONS), "channel": NETWORK}


def amir(house: House) -> Person:
    """The organizer is the administrator of the tests."""
    return house.staff


def fills(person: Person, **fields: Any) -> Json:
    """Submit the modal on top, whatever kinds of fields it has."""
    view = person.modal
    values: Json = {}
    for block, element in elements.inside(view["blocks"]):
        if block["block_id"] in fields:
            entered = {elements.FIELDS[element["type"]][0]: fields[block["block_id"]]}
            values[block["block_id"]] = {element["action_id"]: entered}
    return person.workspace.submit(person.id, view["id"], values)


def opens_form(person: Person, channel: str = NETWORK) -> None:
    listed = person.types("/naering puls", channel)
    assert person.presses(listed, "poll.new", channel) == {}
    assert faults("modal", bare(person.modal)) == []


def bare(view: Json) -> Json:
    kept = ("type", "callback_id", "title", "close", "submit", "blocks", "private_metadata")
    return {name: view[name] for name in kept if view.get(name)}


def makes(house: House, *, named: bool = False, closes: datetime | None = None, **fields: Any) -> Json:
    """A poll is made; its wall."""
    organizer = amir(house)
    opens_form(organizer)
    secrecy = {"secrecy": "named"} if named else {}
    at = {"closes": int(closes.timestamp())} if closes else {}
    assert fills(organizer, **FORM | secrecy | at | fields) == {}
    return wall(house, fields.get("channel", NETWORK))


def wall(house: House, channel: str = NETWORK) -> Json:
    """The message of the newest poll, as it is now."""
    return [one for one in house.said(channel) if not one["text"].startswith("Resultat")][-1]


def result(house: House, channel: str = NETWORK) -> Json:
    return [one for one in house.said(channel) if one["text"].startswith("Resultat")][-1]


def votes(person: Person, message: Json, option: int, channel: str = NETWORK) -> Json:
    """Press the option, counted from 0."""
    rows = [row for row in elements.inside(message["blocks"]) if row[1]["action_id"].startswith("poll.vote")]
    return person._click(*rows[option], channel=channel, ts=message["ts"])


def told(person: Person, channel: str = NETWORK) -> str:
    """What the bot said last to this person alone."""
    return str(person.private(channel)[-1]["text"])
