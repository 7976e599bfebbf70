"""The program in several processes: each does its part, and what one leaves undone another does, once."""

import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from bot.__main__ import main
from bot.workspace import Workspace
from bot.workspace.socket_mode import SocketDoor
from tests.e2e.process import Program, program
from tests.slacks import KARI, NETWORK, said
from tests.waiting import eventually

Start = Callable[..., Program]
POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
VISPERUD = "@Næringsbot Hvem har ansvar for regulering på Visperud?"


@pytest.fixture
def start(workspace: Workspace, database_url: str, tmp_path: Path) -> Iterator[Start]:
    """Starts one more process of the bot, with these options."""
    with ExitStack() as running:

        def start(*options: str) -> Program:
            folder = tmp_path / str(len(list(tmp_path.iterdir())))
            folder.mkdir()
            started = running.enter_context(program(workspace, database_url, folder))
            started.start(*options)
            return started

        yield start


def knock(workspace: Workspace, web: Program) -> None:
    """Let Slack call this one from now on, when it has no call under way."""
    eventually(workspace.settled)
    workspace.connect(f"{web.url}/slack/events")


def ask(workspace: Workspace) -> str:
    root: str = workspace.say(KARI, NETWORK, VISPERUD)["ts"]
    return root


def answered(workspace: Workspace, root: str) -> int:
    return len(eventually(lambda: said(workspace, NETWORK, root)))


def test_one_hears_and_another_answers(start: Start, workspace: Workspace) -> None:
    web, worker = start("--role", "web"), start("--role", "worker")
    assert answered(workspace, ask(workspace)) == 1
    assert httpx.post(f"{worker.url}/slack/events", json={}).status_code == 404
    assert httpx.get(f"{worker.url}/healthz").status_code == 200
    assert (web.end(), worker.end()) == (0, 0)


@POSTGRESQL
def test_two_of_each_share_the_work_and_survive_each_other(start: Start, workspace: Workspace) -> None:
    webs = [start("--role", "web") for _ in range(2)]
    workers = [start("--role", "worker") for _ in range(2)]
    roots = []
    for web in webs:
        knock(workspace, web)
        roots.append(ask(workspace))
    assert [answered(workspace, root) for root in roots] == [1, 1]

    workers[0].end(signal.SIGKILL)
    webs[1].end(signal.SIGKILL)
    knock(workspace, webs[0])
    roots.append(ask(workspace))
    assert answered(workspace, roots[-1]) == 1
    assert (webs[0].end(), workers[1].end()) == (0, 0)
    assert [len(said(workspace, NETWORK, root)) for root in roots] == [1, 1, 1]


@POSTGRESQL
def test_what_is_heard_while_no_worker_runs_is_answered_by_the_next_one(start: Start, workspace: Workspace) -> None:
    start("--role", "web")
    root = ask(workspace)
    eventually(workspace.settled)
    assert said(workspace, NETWORK, root) == []
    start("--role", "worker")
    assert answered(workspace, root) == 1


@POSTGRESQL
def test_by_socket_mode_several_share_what_slack_tells(start: Start, workspace: Workspace) -> None:
    one, other = start("--socket"), start("--socket", "--role", "web")
    door = workspace.deliveries.door
    assert isinstance(door, SocketDoor)
    eventually(lambda: door.connections == 2)
    assert [answered(workspace, ask(workspace)) for _ in range(2)] == [1, 1]

    other.end(signal.SIGKILL)
    eventually(lambda: door.connections == 1)
    assert answered(workspace, ask(workspace)) == 1
    assert one.end() == 0


@pytest.mark.parametrize("way", ["--http", "--socket"])
def test_a_worker_has_no_way_in(way: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--role", "worker", way]) == 1
    assert capsys.readouterr().err == "A worker does not hear Slack: leave out --http and --socket.\n"
