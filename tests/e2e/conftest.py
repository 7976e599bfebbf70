"""A Slack, and the real program behind it on either database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.workspace import Workspace
from tests.e2e.process import Program, program
from tests.house import a_workspace  # noqa: F401


@pytest.fixture
def bot(workspace: Workspace, database_url: str, tmp_path: Path) -> Iterator[Program]:
    with program(workspace, database_url, tmp_path) as running:
        yield running
