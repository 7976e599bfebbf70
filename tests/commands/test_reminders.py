"""The ledger of an event's reminders, as it is printed."""

import pytest

from bot.__main__ import main
from bot.core.db import Database
from bot.domain import members
from bot.domain.events import reminders, seats
from bot.domain.events.reminders import Subject
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from tests.domain.gatherings import CHANNEL, KARI, NOW, OLA, QUIET, makes

Printed = pytest.CaptureFixture[str]


def plan(database: Database) -> str:
    """Kari and Ola come, and Ola wants no reminders."""
    with database.write() as session:
        event = makes(session)
        members.mute(session, OLA, "reminder", muted=True)
        for person in (KARI, OLA):
            seats.answer(session, event.id, person, "yes", NOW)
        session.flush()
        reminders.plan_for_channel(session, event, NOW, QUIET)
        for answer in reminders.unplanned(session, event):
            reminders.plan_for(session, event, answer, NOW, QUIET)
    return event.id


def prints(database: Database, event: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed) -> list[list[str]]:
    monkeypatch.setenv("DATABASE_URL", database.url.render_as_string(hide_password=False))
    assert main(["reminders", "--event", event]) == 0
    return [line.split() for line in capsys.readouterr().out.splitlines()]


def test_it_tells_what_was_due_sent_skipped_and_why(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    event = plan(database)
    with database.write() as session:
        enqueue(session, *(Outgoing(Subject(event, 0, "before", who).outgoing, who, {}) for who in (KARI, CHANNEL)))
        session.query(OutgoingRow).filter_by(channel=KARI).update({"state": "sent"})
    assert prints(database, event, monkeypatch, capsys) == [
        "SNR Næringsseminar, 2026-03-19 18:00".split(),
        f"2026-03-17 09:00 sent before {KARI} on time".split(),
        f"2026-03-17 09:00 planned channel {CHANNEL} on time".split(),
        f"2026-03-19 08:00 planned morning {KARI} on time".split(),
        f"- skipped before {OLA} opted out".split(),
        f"- skipped morning {OLA} opted out".split(),
        "2 planned, 1 sent, 2 skipped".split(),
    ]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_an_event_that_is_none_is_said_to_be_none(
    database: Database, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("DATABASE_URL", str(database.url))
    assert main(["reminders", "--event", "0123"]) == 1
    assert capsys.readouterr().err == "There is no event 0123.\n"
