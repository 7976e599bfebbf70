"""The sending threads wake up for what was written, and outlive an error."""

import time
from collections.abc import Iterator

import pytest
import sqlalchemy as sa

from scheduler import senders
from scheduler.outbox import ANSWER, OutgoingRow
from scheduler.senders import Senders
from tests.scheduler.office import Office, hello
from tests.slacks import NETWORK, STAFF
from tests.waiting import eventually


@pytest.fixture
def running(office: Office) -> Iterator[Senders]:
    running = Senders(office.post)
    running.start()
    yield running
    running.stop(5)


@pytest.mark.usefixtures("running")
def test_what_is_written_leaves(office: Office) -> None:
    office.write(*(hello(f"test:{n}:a:1", NETWORK if n % 2 else STAFF) for n in range(10)))
    eventually(lambda: len(office.posts(NETWORK)) + len(office.posts(STAFF)) == 10)


@pytest.mark.usefixtures("running")
def test_what_another_process_wrote_is_found(office: Office) -> None:
    with office.database.engine.begin() as connection:
        values = {"key": "a", "method": "chat.postMessage", "channel": NETWORK, "payload": {"text": "Hei"}}
        defaults = {"priority": 5, "state": "waiting", "due_at": 0.0, "lease_until": 0.0, "lookups": 0}
        connection.execute(sa.insert(OutgoingRow).values(values | defaults))
    eventually(lambda: office.posts() == ["Hei"])


def test_after_an_error_of_the_database_it_goes_on(
    office: Office, running: Senders, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(senders, "PAUSE", 0.05)
    with office.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE outgoing RENAME TO away")
    eventually(lambda: "delivery round failed" in caplog.text)
    with office.database.write() as session:
        session.connection().exec_driver_sql("ALTER TABLE away RENAME TO outgoing")
    office.write(hello())
    eventually(lambda: office.posts() == ["Hei"])
    assert list(running.faults()) == []


def test_it_tells_what_keeps_messages_from_leaving(office: Office) -> None:
    idle = Senders(office.post)
    office.write(hello("a", priority=ANSWER))
    assert (list(idle.faults()), idle.overdue()) == ([], False)
    office.change("a", due_at=time.time() - 61)
    assert idle.overdue()
    office.post.access.refuse("token_revoked")
    assert list(idle.faults()) == ["Slack refuses our token (token_revoked): messages wait until it is mended"]


def test_when_stopped_nothing_more_leaves(office: Office) -> None:
    stopped = Senders(office.post)
    stopped.start()
    stopped.stop(5)
    office.write(hello())
    assert (office.posts(), office.row("test:1:hello:1").state) == ([], "waiting")
