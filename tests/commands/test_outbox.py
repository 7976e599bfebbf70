"""`outbox` tells what has not left and why, never what it says; staff send it again or give it up."""

import pytest
import sqlalchemy as sa

from bot.__main__ import main
from bot.core.clocks import machine
from bot.core.db import Database
from scheduler import bundles
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from tests.clock import Clock
from tests.slacks import KARI


@pytest.fixture(autouse=True)
def _left(database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Four messages, each in a state of its own."""
    monkeypatch.setenv("DATABASE_URL", database_url)
    now = machine()
    states = {
        "a:1": {"state": "waiting", "wanted_at": now - 90, "due_at": now + 600.4, "reason": "not found yet"},
        "a:2": {"state": "failed", "wanted_at": now - 7200, "reason": "channel_not_found"},
        "a:3": {"state": "parked", "wanted_at": now - 3 * 86400, "reason": "perhaps sent", "attempted_at": 1.0},
        "a:4": {"state": "sent", "wanted_at": now},
        "a:5": {"state": "leased", "wanted_at": now - 5 * 3600},
    }
    with database.write() as session:
        enqueue(session, *(Outgoing(key, "C1", {"text": "Hemmelig"}) for key in states))
        for key, values in states.items():
            session.execute(sa.update(OutgoingRow).where(OutgoingRow.key == key).values(values))


def row(database: Database, key: str) -> OutgoingRow:
    with database.read() as session:
        return session.scalars(sa.select(OutgoingRow).where(OutgoingRow.key == key)).one()


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["outbox", *arguments])
    out, err = capsys.readouterr()
    return code, out + err


def test_what_has_not_left_is_listed_with_its_age_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    listed = (
        "waiting    2 min  a:1  not found yet, again in 10 min\n"
        "failed       2 h  a:2  channel_not_found\n"
        "parked       3 d  a:3  perhaps sent\n"
        "under way    5 h  a:5\n"
        "4 messages have not left.\n"
    )
    assert said(capsys) == (0, listed)


@pytest.mark.parametrize("key", ["a:2", "a:3"])
def test_one_is_sent_again(database: Database, capsys: pytest.CaptureFixture[str], key: str) -> None:
    assert said(capsys, "retry", key) == (0, f"{key} is sent again.\n")
    again = row(database, key)
    assert (again.state, again.attempted_at, again.payload) == ("waiting", None, {"text": "Hemmelig"})


@pytest.mark.parametrize("key", ["a:1", "a:2", "a:3"])
def test_one_is_given_up(database: Database, capsys: pytest.CaptureFixture[str], key: str) -> None:
    assert said(capsys, "discard", key) == (0, f"{key} is never sent.\n")
    assert (row(database, key).state, row(database, key).payload) == ("cancelled", {})


@pytest.mark.parametrize(
    ("what", "key", "why"),
    [
        ("retry", "a:4", "a:4 was sent."),
        ("retry", "a:1", "a:1 waits, and is sent by itself."),
        ("discard", "a:5", "a:5 is being sent right now."),
        ("discard", "nope", "There is no message nope; python -m bot outbox lists what has not left."),
        ("retry", "nope", "There is no message nope; python -m bot outbox lists what has not left."),
    ],
)
def test_others_are_left_as_they_are(
    database: Database, capsys: pytest.CaptureFixture[str], what: str, key: str, why: str
) -> None:
    assert said(capsys, what, key) == (1, f"{why} Nothing was changed.\n")
    assert row(database, "a:5").state == "leased"


def test_what_was_replaced_is_not_sent_besides(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    with database.write() as session:
        sorry = {"key": "a:4"}
        session.execute(sa.update(OutgoingRow).where(OutgoingRow.key == "a:2").values(otherwise=sorry))
    assert said(capsys, "retry", "a:2") == (1, "a:2 was replaced: a:4 was sent in its place. Nothing was changed.\n")


def test_one_message_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    for key in ("a:1", "a:2", "a:3"):
        said(capsys, "discard", key)
    assert said(capsys)[1].endswith("1 message has not left.\n")


def test_what_waits_for_a_bundle_can_be_given_up(
    database: Database, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write() as session:
        bundles.add(session, Outgoing("b:1", KARI, {"text": "Hemmelig"}), clock())
    assert said(capsys, "discard", "b:1") == (0, "b:1 is never sent.\n")
    with database.read() as session:
        assert bundles.waiting(session, KARI) == []


def test_with_a_bundle_its_parts_are_given_up(
    database: Database, clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    with database.write() as session:
        for key in ("b:1", "b:2"):
            bundles.add(session, Outgoing(key, KARI, {"text": "Hemmelig"}), clock())
        bundles.send(session, bundles.waiting(session, KARI), {"text": "Hemmelig"})
    bundle = row(database, "b:1").parent
    assert bundle is not None
    assert said(capsys, "discard", bundle)[0] == 0
    assert [row(database, one).state for one in (bundle, "b:1", "b:2")] == ["cancelled"] * 3


def test_without_a_key_it_says_how_to_ask(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "retry")[0] == 2
