"""A register that stands in for the public one, and a client of ours for it."""

from collections.abc import Iterator

import pytest

from bot.register.client import Register, connect
from tests.register.standin import StandIn, register


@pytest.fixture
def standin() -> Iterator[StandIn]:
    with register() as standin:
        yield standin


@pytest.fixture
def client(standin: StandIn) -> Iterator[Register]:
    client = connect(standin.url, on=True, timeout=0.5)
    yield client
    client.close()
