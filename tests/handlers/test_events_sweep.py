"""The sweep: every change of the clocks 2026–2037, with restarts around it, and events that move, end or fill late.

Each case is an event with one person and a channel of its own. What they must be told is computed here from the wall
clock alone; what they were told is what stands in the outbox, with the hour of the bot's clock at which it came there.
"""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from itertools import groupby, product, zip_longest
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from pydantic import SecretStr
from sqlalchemy.orm import Session

from bot.app import build
from bot.core.db import Database
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.events import organizing, seats
from bot.domain.events.afterwards import THANKS
from bot.domain.events.occasions import REMINDERS, USUAL
from bot.domain.events.rows import Event
from bot.slack.context import Parts
from handlers.events import FEATURE, telling
from scheduler import due
from scheduler.due import run_due
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.domain.gatherings import ORGANIZER, OSLO, QUIET, details

HOUR, DAY = timedelta(hours=1), timedelta(days=1)
NEAR, LATE = 3 * HOUR, timedelta(minutes=15)
STARTS = ((-1, "23:30"), (0, "03:30"), (1, "09:00"), (2, "18:00"), (8, "08:30"))
COURSES = ("as planned", "moved", "cancelled", "signed up late")
STOPS = {  # when the program stands still: day from the change and local time, twice
    "before": ((-2, "08:30"), (-2, "10:00")),
    "during": ((-1, "23:50"), (0, "03:15")),
    "after": ((1, "06:45"), (1, "10:30")),
}
CHOICES: tuple[Sequence[str], ...] = (USUAL, REMINDERS, ("week", "day", "hour"))


def sundays() -> Iterator[date]:
    """The days on which the clocks are changed."""
    for year, month in product(range(2026, 2038), (3, 10)):
        last = date(year, month, 31)
        yield last - timedelta(days=(last.weekday() + 1) % 7)


def local(day: date, days: int, clock: str, zone: ZoneInfo = OSLO) -> datetime:
    return datetime.combine(day + timedelta(days=days), time.fromisoformat(clock), zone).astimezone(UTC)


@dataclass(frozen=True)
class Case:
    change: date
    start: tuple[int, str]
    course: str
    stop: str
    choice: Sequence[str]
    number: int

    @property
    def person(self) -> str:
        return f"U{self.number:05}"

    @property
    def channel(self) -> str:
        return f"C{self.number:05}"

    @property
    def starts(self) -> datetime:
        return local(self.change, *self.start)

    @property
    def starts_later(self) -> datetime:
        days, clock = self.start
        return local(self.change, days + 1, clock)

    def at(self, days: int, clock: str) -> datetime:
        return local(self.change, days, clock)


def cases() -> list[Case]:
    every = product(sundays(), STARTS, COURSES, STOPS)
    return [Case(*each, CHOICES[n // 3 % len(CHOICES)], n) for n, each in enumerate(every)]


CREATED, CHANGED, LATE_ANSWER = (-10, "12:00"), (-3, "14:00"), (-2, "16:00")


# --- what must come, by the wall clock alone ---


def wished(starts: datetime, what: str) -> datetime:
    day = starts.astimezone(OSLO).date()
    if what == "hour":
        return earlier(starts - HOUR)
    if what == "morning":
        eight = local(day, 0, "08:00")
        return starts - 2 * HOUR if starts - 2 * HOUR < eight else earlier(eight)
    return earlier(local(day, -{"week": 7, "before": 2, "day": 1, "channel": 2}[what], "09:00"))


def earlier(at: datetime) -> datetime:
    """The last allowed hour before, where `at` is quiet."""
    if not QUIET.holds(at):
        return at
    step, at = timedelta(minutes=15), at.replace(minute=0)
    while QUIET.holds(at - step):
        at -= step
    return at - HOUR


def reminded(starts: datetime, choice: Sequence[str], since: datetime) -> list[datetime]:
    times = sorted(at for at in (wished(starts, what) for what in choice) if at >= since)
    last = zip_longest(times, times[1:])
    return [at for at, after in last if at >= since + NEAR and (after is None or after - at >= NEAR)]


def through_stop(times: list[datetime], starts: datetime, stop: tuple[datetime, datetime]) -> list[datetime]:
    """What becomes of them where the program stood still: one late where it still helps, else none."""
    down, up = stop
    came = []
    for at in times:
        if not down <= at < up:
            came.append(at)
            continue
        late = up if up - at <= LATE or at == starts - 2 * HOUR else QUIET.later(up)
        followed = up - at > LATE and any(at < other <= late + NEAR for other in times)
        came += [late] if late < starts and not followed else []
    return came


def told(change: datetime, case: Case) -> datetime:
    """When word of a change comes."""
    return change if case.starts < QUIET.later(change) + DAY else QUIET.later(change)


def expected(case: Case) -> tuple[list[datetime], list[datetime]]:
    """What the person and the channel get, and when."""
    created, changed = case.at(*CREATED), case.at(*CHANGED)
    down, up = STOPS[case.stop]
    survives = partial(through_stop, stop=(case.at(*down), case.at(*up)))
    since = case.at(*LATE_ANSWER) if case.course == "signed up late" else created
    person = survives(reminded(case.starts, case.choice, since), case.starts)
    channel = survives(reminded(case.starts, ["channel"], created), case.starts)
    if case.course in ("moved", "cancelled"):
        known = told(changed, case)
        person = [at for at in person if at < changed] + [known]
        channel = [at for at in channel if at < changed]
    if case.course == "moved":
        person += survives(reminded(case.starts_later, case.choice, known), case.starts_later)
        channel += survives(reminded(case.starts_later, ["channel"], changed), case.starts_later)
    return person, channel


# --- what does come ---


class Bots:
    """One process or several that carry out what is due; `restart` puts new ones in their place."""

    def __init__(self, database_url: str, clock: Clock, several: int) -> None:
        self.clock, self.several = clock, several
        self.settings = Settings(
            _env_file=None, database_url=database_url, ballot_secret=SecretStr("of the tests"), knowledge_shipped=False
        )
        self.running = self._build()
        self.came: dict[str, list[datetime]] = {}
        self._seen = 0

    def _build(self) -> list[Parts]:
        return [build(self.settings, self.clock).parts for _ in range(self.several)]

    @property
    def parts(self) -> Parts:
        return self.running[0]

    @property
    def database(self) -> Database:
        return self.parts.database

    def end(self) -> None:
        for parts in self.running:
            parts.database.close()

    def restart(self) -> None:
        self.end()
        self.running = self._build()

    def work(self) -> None:
        if self.several > 1:
            with ThreadPoolExecutor(self.several) as pool:
                list(pool.map(self._work, self.running))
        self._work(self.parts)

    def _work(self, parts: Parts) -> None:
        kinds = {kind: partial(work, parts) for kind, work in FEATURE.due.items()}
        while run_due(parts.database, kinds, self.clock):
            pass

    def until(self, at: datetime) -> None:
        """Let time go by from one thing that is due to the next."""
        while True:
            self.work()
            with self.database.read() as session:
                self._look(session)
                following = due.next_due(session, self.clock())
            if following is None or following > at:
                break
            self.clock.at = following
        self.clock.at = max(self.clock.at, at)

    def _look(self, session: Session) -> None:
        new = sa.select(OutgoingRow.id, OutgoingRow.channel, OutgoingRow.key).where(OutgoingRow.id > self._seen)
        for number, to, key in session.execute(new.order_by(OutgoingRow.id)).all():
            self._seen = number
            if ":to:" in key and not key.endswith(f":{THANKS}"):  # which come after all reminders
                self.came.setdefault(to, []).append(self.clock())


def make(bots: Bots, case: Case, events: dict[Case, str]) -> None:
    with bots.database.write() as session:
        given = details(case.starts, capacity=None)
        event = organizing.create(session, ORGANIZER, case.channel, given, bots.clock())
        event.reminders = [*case.choice, "channel"]
        session.flush()
        if case.course != "signed up late":
            seats.answer(session, event.id, case.person, "yes", bots.clock())
        due.schedule(session, "event.plan", event.id, bots.clock())
        events[case] = event.id


def change(bots: Bots, case: Case, event_id: str) -> None:
    now = bots.clock()
    with bots.database.write() as session:
        if case.course == "cancelled":
            event = organizing.cancel(session, event_id, ORGANIZER, now)
        else:
            version = str(session.get_one(Event, event_id).version)
            given = details(case.starts_later, capacity=None)
            event, _ = organizing.change(session, event_id, version, ORGANIZER, given, now, OSLO)
        telling.planned_anew(bots.parts, session, event, now, moved=True)


def sign_up(bots: Bots, case: Case, event_id: str) -> None:
    with bots.database.write() as session:
        seats.answer(session, event_id, case.person, "yes", bots.clock())
        due.schedule(session, "event.plan", event_id, bots.clock())


def lives_through(bots: Bots, day: date, stop: str, here: Sequence[Case]) -> None:
    """The weeks around one change of the clocks."""
    events: dict[Case, str] = {}
    bots.until(local(day, *CREATED))
    for case in here:
        make(bots, case, events)
    bots.until(local(day, *CHANGED))
    for case in here:
        if case.course in ("moved", "cancelled"):
            change(bots, case, events[case])
    late = [case for case in here if case.course == "signed up late"]
    for (days, clock), what in sorted([(STOPS[stop][0], "stop"), (LATE_ANSWER, "late")]):
        bots.until(local(day, days, clock) - timedelta(seconds=what == "stop"))
        if what == "stop":
            bots.clock.at = local(day, *STOPS[stop][1])
            bots.restart()
        else:
            for case in late:
                sign_up(bots, case, events[case])
    bots.until(local(day, 12, "12:00"))


def wrong(bots: Bots, here: Sequence[Case]) -> list[str]:
    said = []
    for case in here:
        for who, must in zip((case.person, case.channel), expected(case), strict=True):
            came = bots.came.get(who, [])
            if came != must:
                said.append(f"{case}: {who} got {times(came)}, not {times(must)}")
    return said


def times(moments: list[datetime]) -> str:
    return ", ".join(f"{at.astimezone(OSLO):%Y-%m-%d %H:%M}" for at in moments)


def sweep(database_url: str, clock: Clock, wanted: Sequence[Case], several: int) -> list[str]:
    clock.at = wanted[0].at(*CREATED)
    bots = Bots(database_url, clock, several)
    with bots.database.write() as session:
        members.appoint(session, [ORGANIZER])
    for day, here in groupby(wanted, lambda case: case.change):
        lives_through(bots, day, wanted[0].stop, list(here))
    bots.end()
    return wrong(bots, wanted)


def test_there_are_two_changes_a_year() -> None:
    days = list(sundays())
    assert len(days) == 24
    for day in days:
        assert local(day, 1, "00:00") - local(day, 0, "00:00") in (23 * HOUR, 25 * HOUR)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("stop", STOPS)
@pytest.mark.parametrize("year", range(2026, 2038))
def test_each_gets_exactly_the_right_reminders_once(database_url: str, clock: Clock, year: int, stop: str) -> None:
    here = [case for case in cases() if case.change.year == year and case.stop == stop]
    assert sweep(database_url, clock, here, several=1) == []


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("stop", STOPS)
def test_two_bots_at_once_do_the_same(database_url: str, clock: Clock, stop: str) -> None:
    here = [case for case in cases()[::20] if case.stop == stop]
    assert sweep(database_url, clock, here, several=2) == []
