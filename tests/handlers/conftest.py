"""A house to talk with: on SQLite, since rules and words do not hang on the database."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest

from bot.workspace import Workspace
from tests.clock import Clock
from tests.house import House, open_house
from tests.slacks import slack


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with slack() as workspace:
        yield workspace


@pytest.fixture
def house(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}", clock) as house:
        yield house
