"""Reminders by the whole bot: the right ones, to the right people, once; through restarts and in two processes."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from functools import partial

import pytest
from pydantic import SecretStr

from bot.app import build
from bot.core.db import Database
from bot.core.recurrence import ending, usual
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.events import invited, organizing, seats, series
from bot.domain.events.invited import Chosen
from bot.domain.events.rows import Event
from bot.slack.context import Parts
from handlers.events import FEATURE, telling
from handlers.events import words as said
from scheduler import due
from scheduler.due import run_due
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.domain.gatherings import CHANNEL, KARI, NOW, OLA, ORGANIZER, OSLO, at, details, makes

HOUR = timedelta(hours=1)


class Office:
    """One process that carries out what is due; a new one on the same database is a restart."""

    def __init__(self, database_url: str, clock: Clock) -> None:
        settings = Settings(_env_file=None, database_url=database_url, ballot_secret=SecretStr("of the tests"))
        self.parts: Parts = build(settings, clock).parts
        self.database: Database = self.parts.database
        self.kinds = {kind: partial(work, self.parts) for kind, work in FEATURE.due.items()}

    def works(self) -> None:
        while run_due(self.database, self.kinds, self.parts.now):
            pass

    def makes(self, starts: datetime, *people: str, **more: object) -> str:
        with self.database.write() as session:
            event = makes(session, self.parts.now(), starts=starts, capacity=None, **more)
            for person in people:
                members.meet(session, person)
                seats.answer(session, event.id, person, "yes", self.parts.now())
            due.schedule(session, "event.plan", event.id, self.parts.now())
        self.works()
        return event.id

    def moves(self, event_id: str, starts: datetime) -> None:
        with self.database.write() as session:
            version = str(session.get_one(Event, event_id).version)
            event, moved = organizing.change(
                session, event_id, version, ORGANIZER, details(starts), self.parts.now(), self.parts.quiet.zone
            )
            telling.planned_anew(self.parts, session, event, self.parts.now(), moved=moved)

    def sent(self) -> list[tuple[str, str]]:
        """To whom, and what, in the order of the outbox."""
        with self.database.read() as session:
            rows = session.query(OutgoingRow).filter(OutgoingRow.state == "waiting").order_by(OutgoingRow.id)
            return [(row.channel, row.key.rpartition(":")[2]) for row in rows if ":to:" in row.key]


@pytest.fixture
def clock() -> Clock:
    clock = Clock()
    clock.at = NOW
    return clock


def through(clock: Clock, until: datetime, office: Office, step: timedelta = HOUR) -> dict[tuple[str, str], str]:
    """Let time go by; when each message came, in local time."""
    seen: dict[tuple[str, str], str] = {}
    while clock.at <= until:
        office.works()
        for one in office.sent():
            seen.setdefault(one, f"{clock.at.astimezone(OSLO):%m-%d %H:%M}")
        clock.at += step
    return seen


ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
SUMMER, WINTER = at("2026-03-30 12:00"), at("2026-10-26 12:00")  # Mondays after the clocks were changed


@ON_SQLITE
def test_each_gets_two_and_the_channel_one_post(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    office.makes(at("2026-03-19 18:00"), KARI, OLA)
    came = through(clock, at("2026-03-20 00:00"), office)
    assert came == {
        (CHANNEL, "channel"): "03-17 09:00",
        (KARI, "before"): "03-17 09:00",
        (OLA, "before"): "03-17 09:00",
        (KARI, "morning"): "03-19 08:00",
        (OLA, "morning"): "03-19 08:00",
    }
    assert max(Counter(office.sent()).values()) == 1


@ON_SQLITE
@pytest.mark.parametrize(("starts", "friday"), [(SUMMER, "03-27 19:00"), (WINTER, "10-23 19:00")])
@pytest.mark.parametrize("restart", [False, True])
def test_over_a_change_of_the_clocks(
    database_url: str, clock: Clock, starts: datetime, friday: str, *, restart: bool
) -> None:
    clock.at = (starts - timedelta(days=6)).astimezone(OSLO)
    office = Office(database_url, clock)
    office.makes(starts, KARI)
    clock.at = starts - timedelta(days=4)
    if restart:
        office = Office(database_url, clock)
    came = through(clock, starts, office)
    assert came[KARI, "before"] == friday
    assert came[KARI, "morning"] == f"{starts:%m-%d} 08:00"


@ON_SQLITE
@pytest.mark.parametrize(
    ("stopped", "started", "expected"),
    [
        ("2026-03-16 12:00", "2026-03-17 12:00", {"before": "03-17 12:00", "morning": "03-19 08:00"}),
        ("2026-03-16 12:00", "2026-03-19 10:00", {"morning": "03-19 10:00"}),
        ("2026-03-16 12:00", "2026-03-19 19:00", {}),
        ("2026-03-17 10:00", "2026-03-19 09:00", {"before": "03-17 09:00", "morning": "03-19 09:00"}),
    ],
)
def test_after_a_stop_one_late_reminder_where_it_helps(
    database_url: str, clock: Clock, stopped: str, started: str, expected: dict[str, str]
) -> None:
    office = Office(database_url, clock)
    office.makes(at("2026-03-19 18:00"), KARI)
    came = through(clock, at(stopped), office)
    clock.at = at(started)
    came |= {
        one: when
        for one, when in through(clock, at("2026-03-20 12:00"), Office(database_url, clock)).items()
        if one not in came
    }
    assert {what: when for (person, what), when in came.items() if person == KARI} == expected


@ON_SQLITE
def test_reminders_follow_a_move_also_where_one_was_sent(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    event = office.makes(at("2026-03-19 18:00"), KARI)
    came = through(clock, at("2026-03-17 12:00"), office)
    office.moves(event, at("2026-03-26 18:00"))
    came |= through(clock, at("2026-03-27 12:00"), office)
    with office.database.read() as session:
        rows = session.query(OutgoingRow).filter(OutgoingRow.channel == KARI).order_by(OutgoingRow.id)
        told = [(row.key.split(":", 4)[4], row.state) for row in rows]
    assert told == [
        ("0:before", "cancelled"),
        ("1:moved", "waiting"),
        ("1:before", "waiting"),
        ("1:morning", "waiting"),
        ("1:thanks", "waiting"),
    ]
    assert came[KARI, "moved"] == "03-17 13:00"


@ON_SQLITE
def test_who_opted_out_gets_none_and_the_others_do(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    office.makes(at("2026-03-19 18:00"), KARI, OLA)
    with office.database.write() as session:
        members.mute(session, KARI, "reminder", muted=True)
    came = through(clock, at("2026-03-20 00:00"), office)
    assert sorted(came) == [(CHANNEL, "channel"), (OLA, "before"), (OLA, "morning")]


def test_two_processes_send_each_reminder_once(database_url: str, clock: Clock) -> None:
    offices = [Office(database_url, clock) for _ in range(2)]
    people = [f"U{n:02}" for n in range(30)]
    offices[0].makes(at("2026-03-19 18:00"), *people)
    for moment in ("2026-03-17 09:00", "2026-03-19 08:00"):
        clock.at = at(moment)
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(Office.works, offices))
        for office in offices:
            office.works()
    expected = {(person, what) for person in people for what in ("before", "morning")} | {(CHANNEL, "channel")}
    assert Counter(offices[0].sent()) == dict.fromkeys(expected, 1)


@ON_SQLITE
def test_the_words_suit_the_day_and_the_reader(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    office.makes(at("2026-03-19 18:00"), KARI, OLA)
    with office.database.write() as session:
        members.choose_language(session, OLA, "nn")
    through(clock, at("2026-03-19 12:00"), office)
    with office.database.read() as session:
        rows = session.query(OutgoingRow).filter(OutgoingRow.channel != CHANNEL).order_by(OutgoingRow.id)
        texts = {(row.channel, row.key.rpartition(":")[2]): row.payload["text"].splitlines()[0] for row in rows}
    title = "SNR Næringsseminar"
    away, today = {"nb": "om 2 dager", "nn": "om 2 dagar"}, "i dag"
    assert texts == {
        (KARI, "before"): said.REMINDER["yes"]("nb", title=title, away=away["nb"]),
        (OLA, "before"): said.REMINDER["yes"]("nn", title=title, away=away["nn"]),
        (KARI, "morning"): said.REMINDER["yes"]("nb", title=title, away=today),
        (OLA, "morning"): said.REMINDER["yes"]("nn", title=title, away=today),
    }


@ON_SQLITE
def test_an_invitation_that_waits_when_the_event_moves_comes_with_the_new_time(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    event = office.makes(at("2026-03-19 18:00"))
    with office.database.write() as session:
        invited.change(session, event, ORGANIZER, Chosen([KARI], [], clock.at, only=True), clock.at)
        due.schedule(session, "event.invite", event, clock.at)
    office.works()
    assert office.sent() == [(KARI, "invited")]
    office.moves(event, at("2026-03-20 18:00"))
    assert office.sent() == []
    office.works()
    assert office.sent() == [(KARI, "invited")]
    with office.database.read() as session:
        waiting = session.query(OutgoingRow).filter(OutgoingRow.state == "waiting", OutgoingRow.channel == KARI).one()
    assert "fredag 20. mars kl. 18.00–20.00" in waiting.payload["text"]


@ON_SQLITE
def test_who_is_invited_to_a_series_is_told_of_each_when_it_is_posted(database_url: str, clock: Clock) -> None:
    office = Office(database_url, clock)
    first = office.makes(at("2026-03-12 08:00"))
    with office.database.write() as session:
        event = session.get_one(Event, first)
        series.tie(session, event, ending(usual("week", event.starts_at, OSLO), OSLO, count=3))
        invited.change(session, first, ORGANIZER, Chosen([KARI], [], clock.at, only=True, following=True), clock.at)
        telling.comes_out(session, event, clock.at, clock.at)
        due.schedule(session, "event.series", event.series or "", clock.at)
    office.works()
    assert office.sent() == [(KARI, "invited")]
    clock.at = at("2026-03-12 12:00")
    office.works()
    assert office.sent() == [(KARI, "invited")] * 2
    clock.at = at("2026-03-19 12:00")
    office.works()
    assert office.sent() == [(KARI, "invited")] * 3
