"""A Slack to deliver to, and a post office that does."""

from collections.abc import Iterator

import pytest

from bot.core.db import Database
from bot.workspace import Workspace
from tests.scheduler.office import Office
from tests.slacks import slack


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with slack() as workspace:
        yield workspace


@pytest.fixture
def office(workspace: Workspace, database: Database) -> Iterator[Office]:
    office = Office(workspace, database)
    yield office
    office.close()
