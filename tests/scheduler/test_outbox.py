"""What has left is forgotten in time; what is still needed is not."""

import time

import pytest
import sqlalchemy as sa

from scheduler.leftovers import give_another_try
from scheduler.outbox import Outgoing, OutgoingRow, prune
from tests.scheduler.office import Office, hello
from tests.slacks import KARI, NETWORK

DAY = 86400.0


def keys(office: Office) -> list[str]:
    with office.database.read() as session:
        return list(session.scalars(sa.select(OutgoingRow.key).order_by(OutgoingRow.id)))


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (29, ["wall", "personal", "failed", "waiting"]),
        (31, ["wall", "waiting"]),
        (800, ["waiting"]),
    ],
)
def test_personal_messages_are_forgotten_first(office: Office, days: int, left: list[str]) -> None:
    office.write(hello("wall"), hello("personal", KARI), hello("failed", "C0NOWHERE"))
    office.work()
    office.write(hello("waiting"))
    for key in ("wall", "personal", "failed"):
        office.change(key, finished_at=time.time() - days * DAY)
    with office.database.write() as session:
        prune(session, time.time() - 30 * DAY, time.time() - 730 * DAY)
    assert keys(office) == left


def test_what_failed_can_be_given_another_try_what_was_sent_cannot(office: Office) -> None:
    office.write(hello("sent"), hello("failed", "C0NOWHERE"))
    office.work()
    with office.database.write() as session:
        give_another_try(session, "sent")
        give_another_try(session, "failed")
    office.write(hello("sent"), Outgoing("failed", NETWORK, {"text": "Nå"}))
    office.work()
    assert office.posts() == ["Hei", "Nå"]
