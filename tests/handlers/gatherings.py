"""An event in the hands of a test: made by an organizer, answered by members."""

from typing import Any

from bot.workspace import elements
from bot.workspace.shapes import Json
from tests.handlers.polling import fills
from tests.house import House, Person, actions
from tests.slacks import NETWORK
from tests.waiting import eventually

TITLE = "SNR Næringsseminar"
WHEN = "torsdag 19. mars kl. 18.00–20.00"
FORM: dict[str, Any] = {
    "title_nb": TITLE,
    "text_nb": "Program kommer.",
    "day": "2026-03-19",
    "begins": "18:00",
    "ends": "20:00",
    "place": "Eksempelhuset",
    "capacity": "2",
    "channel": NETWORK,
}


def opens_form(person: Person) -> None:
    assert person.presses(person.types("/naering arrangement"), "event.new", NETWORK) == {}


def makes(house: House, **fields: Any) -> Json:
    """The organizer (the administrator of the tests) makes an event; its wall."""
    opens_form(house.staff)
    posts(house.staff, **fields)
    eventually(lambda: house.said(NETWORK))
    return wall(house)


def posts(person: Person, **fields: Any) -> None:
    """The form is filled in, the draft looked at and posted."""
    assert fills(person, **FORM | fields) == {}
    assert fills(person) == {}


def wall(house: House) -> Json:
    return house.said(NETWORK)[0]


def answers(person: Person, message: Json, choice: str, channel: str = NETWORK) -> Json:
    return presses(person, message, f"event.answer:{choice}", channel)


def presses(person: Person, message: Json, action: str, channel: str = NETWORK) -> Json:
    """A button by its whole name, or such a choice of a menu."""
    where = {"channel": channel, "ts": message["ts"]}
    for block, element in elements.inside(message["blocks"]):
        for option in element.get("options", []):
            if option["value"].startswith(f"{action} "):
                return person._click(block, element, selected_option=option["value"], **where)
        if element["action_id"] == action:
            return person._click(block, element, **where)
    raise AssertionError(f"no {action} among {actions(message)}")


def told(person: Person, channel: str = NETWORK) -> str:
    """What the bot said last to this person alone."""
    return str(person.private(channel)[-1]["text"])


def drawn(house: House, words_of_it: str) -> None:
    """Until the wall says this."""
    eventually(lambda: words_of_it in wall(house)["text"])
