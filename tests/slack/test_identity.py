"""Who we are: asked once, remembered, so that the bot can start while Slack is down."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.slack.identity import Identity, Myself, Unidentified
from bot.slack.web_api import WebApi
from bot.workspace import Workspace
from tests import postgres


@pytest.fixture
def api(workspace: Workspace) -> Iterator[WebApi]:
    api = WebApi(workspace.api_url, workspace.app.bot_token, timeout=5)
    yield api
    api.close()


@pytest.fixture
def nobody() -> Iterator[WebApi]:
    api = WebApi(f"http://127.0.0.1:{postgres.free_port()}/api/", "xoxb-1", timeout=1)
    yield api
    api.close()


def names(known: Identity) -> tuple[str, str, str]:
    return known.team_id, known.bot_id, known.bot_user_id


def test_slack_is_asked_once(workspace: Workspace, database: Database, api: WebApi) -> None:
    myself = Myself(database, api, "xoxb")
    assert names(myself.identify()) == names(myself.identify()) == ("T0EKSEMPEL", "B0NAERING01", "U0NAERING01")
    assert len(workspace.traffic.find("auth.test")) == 1


def test_what_slack_said_is_remembered(database: Database, api: WebApi, nobody: WebApi) -> None:
    known = Myself(database, api, "xoxb").identify()
    assert names(Myself(database, nobody, "xoxb").identify()) == names(known)


def test_who_was_never_told_does_not_guess(database: Database, nobody: WebApi) -> None:
    with pytest.raises(Unidentified):
        Myself(database, nobody, "xoxb").identify()


def test_after_a_move_to_another_workspace_the_old_name_is_forgotten(database: Database, api: WebApi) -> None:
    with database.write() as session:
        session.add(Identity(team_id="T0OLD", bot_id="B0OLD", bot_user_id="U0OLD"))
    Myself(database, api, "xoxb").identify()
    with database.read() as session:
        assert list(session.scalars(sa.select(Identity.team_id))) == ["T0EKSEMPEL"]


def test_what_a_demonstration_filled_is_told_though_slack_is_down(
    database: Database, api: WebApi, nobody: WebApi
) -> None:
    Myself(database, api, "x", example=True).identify()
    assert "was filled by the demonstration" in str(Myself(database, nobody, "x").elsewhere())


def test_a_token_that_never_opened_anything_is_refused_and_one_that_did_may_be_mended(
    database: Database, api: WebApi, workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    workspace.app.token_fault = "token_revoked"
    words = "Slack refuses SLACK_BOT_TOKEN (token_revoked): it was revoked; install the app again."
    assert str(Myself(database, api, "xoxb").elsewhere()).startswith(words)
    with database.write() as session:
        session.add(Identity(team_id="T0EKSEMPEL", bot_id="B0", bot_user_id="U0"))
    assert Myself(database, api, "xoxb").elsewhere() is None
    assert words in caplog.text


def test_that_slack_is_down_is_told_and_no_reason_to_stop(
    database: Database, nobody: WebApi, caplog: pytest.LogCaptureFixture
) -> None:
    assert Myself(database, nobody, "xoxb").elsewhere() is None
    assert "Slack cannot be reached (ConnectError). Is the network there, and SLACK_API_URL right?" in caplog.text


def test_eight_may_ask_at_once(database: Database, api: WebApi) -> None:
    together = Barrier(8)

    def ask(_: int) -> str:
        together.wait()
        return Myself(database, api, "xoxb").identify().bot_user_id

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(ask, range(8))) == {"U0NAERING01"}


def test_a_database_of_another_workspace_is_told(database: Database, api: WebApi, nobody: WebApi) -> None:
    assert Myself(database, api, "xoxb").elsewhere() is None
    with database.write() as session:
        session.add(Identity(team_id="T0ANNET", bot_id="B0", bot_user_id="U0"))
    assert "belongs to the workspace T0ANNET, the token to T0EKSEMPEL" in str(Myself(database, api, "x").elsewhere())
    assert Myself(database, nobody, "x").elsewhere() is None
