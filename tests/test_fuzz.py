"""Whatever is sent to the door: it is taken or refused, nothing breaks, and nothing of it is told to the log."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from bot.workspace import Workspace
from tests.fuzz import BY_DESIGN, Letters, conversation
from tests.house import a_workspace, open_house  # noqa: F401
from tests.load import send_raw


def test_spoiled_requests_are_taken_or_refused(
    workspace: Workspace, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    with open_house(workspace, database_url) as house:
        seen = conversation(workspace)
        letters = Letters(seen, workspace.app.signing_secret, random.Random(1)).write(400)
        port = urlsplit(house.url).port
        assert port
        with ThreadPoolExecutor(8) as pool:
            statuses = Counter(pool.map(lambda letter: send_raw(port, letter), letters))
        assert sorted(status for status in statuses if status and status >= 500 and status not in BY_DESIGN) == []
        assert statuses[200] > 40
        assert "Traceback" not in caplog.text
        assert "Visperud" in house.kari.asks("Hvem har ansvar for regulering på Visperud?")["text"]
