"""When the bot is told to stop, the door closes, and what is under way is finished."""

from concurrent.futures import ThreadPoolExecutor
from threading import Thread

import httpx
import pytest

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
