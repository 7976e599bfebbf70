"""A served workspace, a client with its token, and a bot of three lines behind Bolt."""

from collections.abc import Callable, Iterator

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.workspace import Workspace
from tests.workspace.network import MANIFEST, NETWORK
from tests.workspace.peer import Answerer, Peer, client

Refusal = Callable[[Callable[[], object]], str]


@pytest.fixture
def workspace() -> Iterator[Workspace]:
    with Workspace(NETWORK, MANIFEST, limited=False, retry_scale=0.0) as workspace:
        workspace.serve()
        yield workspace


@pytest.fixture
def slack(workspace: Workspace) -> WebClient:
    return client(workspace)


@pytest.fixture
def connect(workspace: Workspace) -> Iterator[Callable[[Answerer], Peer]]:
    """Put a server behind the workspace that answers each delivery as told."""
    peers: list[Peer] = []

    def connect(answer: Answerer) -> Peer:
        peers.append(Peer(answer))
        workspace.connect(peers[-1].url)
        return peers[-1]

    yield connect
    for peer in peers:
        peer.close()


@pytest.fixture
def refusal() -> Refusal:
    """The error code that a call is refused with."""

    def refusal(call: Callable[[], object]) -> str:
        with pytest.raises(SlackApiError) as caught:
            call()
        return str(caught.value.response["error"])

    return refusal
