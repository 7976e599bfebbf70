"""What one process commits wakes the senders of another, where the database passes hints on."""

from collections.abc import Callable, Iterator
from queue import Empty, SimpleQueue
from threading import Event, Thread

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from scheduler.hints import LISTENING, listen
from scheduler.outbox import enqueue
from tests.scheduler.office import hello

pytestmark = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
LISTENERS = sa.text("FROM pg_stat_activity WHERE query = :query AND datname = current_database()")
Woken = Callable[[], bool]


@pytest.fixture
def woken(database_url: str) -> Iterator[Woken]:
    """Another process, which listens: waits for its being woken, and says whether it was."""
    other, calls, stopping = Database(database_url), SimpleQueue[None](), Event()

    def woken(within: float = 10.0) -> bool:
        try:
            calls.get(timeout=within)
        except Empty:
            return False
        return True

    thread = Thread(target=listen, args=(other, lambda: calls.put(None), stopping))
    thread.start()
    assert woken()  # once at first
    yield woken
    stopping.set()
    thread.join()
    other.close()


def write(database: Database, *keys: str) -> None:
    with database.write() as session:
        enqueue(session, *(hello(key) for key in keys))


def test_a_commit_wakes_the_others(database: Database, woken: Woken) -> None:
    write(database, "test:1:hello:1")
    assert woken()


def test_one_transaction_is_one_hint(database: Database, woken: Callable[[float], bool]) -> None:
    write(database, "test:1:hello:1", "test:2:hello:1")
    assert (woken(10), woken(0.1)) == (True, False)


def test_what_is_rolled_back_wakes_nobody(database: Database, woken: Callable[[float], bool]) -> None:
    with database.sessions() as session:
        enqueue(session, hello())
        session.rollback()
    assert not woken(0.1)


def test_after_a_lost_connection_it_listens_again(
    database: Database, woken: Woken, caplog: pytest.LogCaptureFixture
) -> None:
    with database.engine.begin() as connection:
        ended = connection.execute(sa.text(f"SELECT pg_terminate_backend(pid) {LISTENERS}"), {"query": LISTENING})
        assert len(ended.all()) == 1
    assert woken()  # for what was written meanwhile
    assert "no hints from other processes" in caplog.text
    write(database, "test:1:hello:1")
    assert woken()
