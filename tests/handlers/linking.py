"""A house beside a stand-in for the public register, and members who find their company in it."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

from bot.slack import later
from bot.workspace import Workspace
from bot.workspace.block_kit import faults
from handlers.companies import words as said
from tests.clock import Clock
from tests.handlers import polling
from tests.handlers.choosing import fills
from tests.house import House, Person, open_house, words
from tests.register.standin import NUMBERS, StandIn
from tests.slacks import NETWORK
from tests.waiting import eventually

A, B, C = NUMBERS[:3]
CAFE = "EKSEMPEL KAFÉ AS"


@pytest.fixture(name="house")
def a_house_with_a_register(
    workspace: Workspace,
    migrated_sqlite: Path,
    tmp_path: Path,
    clock: Clock,
    standin: StandIn,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[House]:
    monkeypatch.setattr(later, "PATIENCE", 2.5)
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    given: dict[str, Any] = {"register_lookups": True, "register_url": standin.url}
    with open_house(workspace, f"sqlite:///{file}", clock, **given) as house:
        yield house


def searches(person: Person, typed: str) -> Any:
    person.presses_in(person.home(), "companies.find")
    return fills(person, search=typed)


def joins(person: Person, number: str = A) -> None:
    """On a busy machine each answer may come into the waiting view."""
    assert searches(person, number) == {}
    eventually(lambda: person.modal["callback_id"] == "companies.link")
    assert faults("modal", polling.bare(person.modal)) == []
    assert person.submits() == {}
    eventually(lambda: said.LINKED.nb.partition("{")[0] in words(person.modal))
    person.house.rest()


def resigns(house: House, who: Person) -> None:
    """The person does not speak for their company any more."""
    who.presses_in(who.home(), "companies.edit")
    who.presses_in(who.modal, "companies.resign")
    house.rest()


def opens_desk(house: House) -> None:
    assert house.workspace.command(house.staff.id, NETWORK, "/naering bedrifter") == {}
    house.rest()


def edits(person: Person, **fields: Any) -> Any:
    person.presses_in(person.home(), "companies.edit")
    assert faults("modal", polling.bare(person.modal)) == []
    return fills(person, **fields)
