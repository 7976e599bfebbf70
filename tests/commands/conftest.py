"""A Slack to serve, and a house whose end a test decides."""

from collections.abc import Iterator

import pytest

from bot.workspace import Workspace
from tests.slacks import slack


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with slack() as workspace:
        yield workspace
