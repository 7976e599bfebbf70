"""When the bot is told to stop, the door closes, and what is under way is finished."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import httpx
import pytest
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from bot.commands import serving
from bot.workspace import Workspace
from tests.house import open_house
from tests.waiting import eventually

SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def refused(url: str) -> bool:
    try:
        httpx.get(url)
    except httpx.ConnectError:
        return True
    return False


@SQLITE
def test_a_request_under_way_is_finished_and_no_new_one_comes_in(workspace: Workspace, database_url: str) -> None:
    with open_house(workspace, database_url) as house, ThreadPoolExecutor() as pool:
        answer = house.kari.asks("Hvor mange pingviner bor det i Sydney?")
        workspace.fault("views.open", "hold", seconds=5)
        click = pool.submit(house.kari.presses, answer, "inquiry.open")
        eventually(lambda: workspace.modals(house.kari.id))

        closing = Thread(target=house.close_door)
        closing.start()
        eventually(lambda: refused(f"{house.url}/healthz"))
        assert not click.done()
        workspace.release()
        closing.join()
        assert click.result() == {}


def test_an_app_token_that_slack_refuses_is_told_with_what_to_do(
    workspace: Workspace, caplog: pytest.LogCaptureFixture
) -> None:
    slack = WebClient("xoxb-1", base_url=workspace.api_url)
    handler = SocketModeHandler(App(client=slack, token_verification_enabled=False), "xapp-wrong")
    handler.client.web_client = WebClient("xapp-wrong", base_url=workspace.api_url, retry_handlers=[])
    assert not serving._connected(handler)
    [said] = [record.message for record in caplog.records if record.name == "naeringsbot.serve"]
    assert said.startswith(
        "Socket Mode is not connected. Slack refuses SLACK_APP_TOKEN (invalid_auth): it is none of Slack's, or was cut "
        "short. Copy an app token (xapp-…) with connections:write from «Basic Information», and start again."
    )
