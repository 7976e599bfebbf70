"""A visit in the hands of a test: asked for by a company, dealt with by the staff."""

from datetime import datetime
from typing import Any

from bot.domain import members
from bot.domain.companies.rows import Company
from bot.domain.visits.rows import Visit
from bot.workspace.block_kit import faults
from bot.workspace.shapes import Json
from tests.domain.gatherings import OSLO
from tests.handlers.polling import bare, fills
from tests.house import House, Person, actions
from tests.slacks import NETWORK, STAFF
from tests.waiting import eventually

FIRST, SECOND = datetime(2026, 3, 17, 10, tzinfo=OSLO), datetime(2026, 3, 18, 13, tzinfo=OSLO)
WHEN = "tirsdag 17. mars kl. 10.00"
ASKED = {"whom": "both", "wishes": "Vi trenger større lokaler.", "suits": "Helst tirsdager"}
AGREED = {"place": "Eksempelveien 1", "party": "Ordføreren"}
COMPANY = "Eksempel Bakeri AS"


def belongs(house: House, person: Person, name: str = COMPANY, **traits: str) -> None:
    with house.bot.parts.database.write() as session:
        company = next((one for one in session.query(Company) if one.name == name), None) or Company(name=name)
        for trait, value in traits.items():
            setattr(company, trait, value)
        session.add(company)
        session.flush()
        members.find(session, person.id).company_id = company.id


def opens(person: Person, message: Json, action: str, channel: str | None = NETWORK) -> None:
    """A button that opens a form, which keeps Slack's limits."""
    assert person.presses(message, action, channel) == {}
    assert faults("modal", bare(person.modal)) == []


def asks(house: House, person: Person, name: str = COMPANY, **more: Any) -> str:
    """The company's request, sent through the form; its visit."""
    belongs(house, person, name)
    before = {one.id for one in house.all(Visit)}
    opens(person, person.types("/naering besøk"), "visit.ask")
    assert fills(person, **ASKED | more) == {}
    (visit,) = [one.id for one in house.all(Visit) if one.id not in before]
    return str(visit)


def proposes(house: House, *starts: datetime, minutes: str = "60") -> Json:
    """To the company that is first in the queue; the message that whoever asked gets."""
    heard = len(house.kari.told())
    opens(house.staff, house.staff.types("/naering besøk"), "visit.propose")
    slots = {f"slot_{n}": int(at.timestamp()) for n, at in enumerate(starts or (FIRST, SECOND), 1)}
    assert fills(house.staff, **slots, minutes=minutes) == {}
    eventually(lambda: len(house.kari.told()) > heard)
    return last(house.kari)


def last(person: Person, part: str = "") -> Json:
    return [one for one in person.told() if part in one["text"]][-1]


def staffed(house: House) -> Json:
    """The last that was said in the staff's channel."""
    return [one for one in house.said(STAFF) if not one.get("files")][-1]


def agrees(house: House, at: datetime = FIRST, **more: str) -> Json:
    """The staff agree on a time with who is first in the queue, or move what they agreed on last; what is told."""
    heard = len(house.kari.told())
    listed = house.staff.types("/naering besøk")
    if "visit.agree" not in actions(listed):
        house.staff.presses(listed, "visit.agreed", NETWORK)
        listed = house.staff.private()[-1]
    opens(house.staff, listed, "visit.agree")
    assert fills(house.staff, slot=int(at.timestamp()), minutes="60", **AGREED | more) == {}
    eventually(lambda: len(house.kari.told()) >= heard + 2)  # the message and the file
    return [one for one in house.kari.told() if not one.get("files")][-1]
