"""The real program's log can be read by programs, and follows a request from the door to the wall."""

import json
from pathlib import Path

import pytest

from bot.workspace import Workspace
from tests.e2e.process import program
from tests.slacks import KARI, NETWORK, said
from tests.waiting import eventually


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_each_line_is_an_object_and_an_answer_bears_its_questions_request(
    workspace: Workspace, database_url: str, tmp_path: Path
) -> None:
    with program(workspace, database_url, tmp_path, LOG_FORMAT="json") as bot:
        bot.start()
        root = workspace.say(KARI, NETWORK, "@Næringsbot Hvem har ansvar for regulering på Visperud?")["ts"]
        eventually(lambda: said(workspace, NETWORK, root))
        assert bot.end() == 0
        lines = [json.loads(line) for line in bot.log.read_text().splitlines()]
    (asked,) = [line for line in lines if line.get("name") == "app_mention"]
    (posted,) = [line for line in lines if line["message"] == "called: sent"]
    assert (asked["message"], posted["feature"]) == ("done", "ask")
    assert asked["request"] == posted["request"]
