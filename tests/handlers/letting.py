"""Premises in the hands of a test, typed and pressed through Slack; all plainly made up."""

from typing import Any

from bot.domain.premises.rows import Premises
from scheduler.due import DueWork
from tests.handlers.polling import fills
from tests.house import House, Person
from tests.slacks import NETWORK
from tests.waiting import eventually

COMMAND = "/naering lokaler"
FORM: dict[str, Any] = {
    "title_nb": "Eksempelkontor",
    "kind": "office",
    "area": "area.visperud",
    "least": "50",
    "most": "200",
    "price": "2000",
    "contact": "Utleier i Eksempel Eiendom AS",
}


def puts_out(house: House, person: Person, **fields: Any) -> Premises:
    """The newest."""
    assert person.presses(person.types(COMMAND), "premises.new", NETWORK) == {}
    answer = fills(person, **FORM | fields)
    assert answer == {}, answer
    settles(house)
    found: list[Premises] = house.all(Premises)
    return max(found, key=lambda one: one.made_at)


def settles(house: House) -> None:
    """Until all that is due just now is carried out, and what it left behind has gone out."""
    eventually(lambda: not [row for row in house.all(DueWork) if row.due_at <= house.bot.parts.now()])
    house.rest()
