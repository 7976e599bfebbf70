"""A register that stands in for the public one, and a client of ours for it."""

from collections.abc import Iterator

import pytest

from bot.register.client import Register, connect
from tests.register.standin import StandIn, a_standin  # noqa: F401


@pytest.fixture
def client(standin: StandIn) -> Iterator[Register]:
    client = connect(standin.url, on=True, timeout=0.5)
    yield client
    client.close()
