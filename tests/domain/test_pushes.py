"""One plan decides whether, when and why a person gets a message that nobody asked for."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.db import Database
from bot.domain import members, pushes
from bot.domain.pushes import Moment, Occasion, Planned, Receiver, plan
from scheduler.quiet import Quiet

OSLO = ZoneInfo("Europe/Oslo")
QUIET = Quiet(OSLO)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=OSLO)  # a Tuesday
EVENING = NOW.replace(hour=21)
MORNING = datetime(2026, 11, 25, 7, 0, tzinfo=OSLO)


def once(at: datetime, **more: object) -> Occasion:
    return Occasion("announcement", (Moment("text", at),), **more)  # type: ignore[arg-type]


def test_in_working_hours_it_comes_on_time() -> None:
    assert plan(Receiver(), once(NOW), NOW, QUIET) == [Planned(NOW, "text", "on time")]


def test_in_quiet_time_an_announcement_waits_until_the_morning() -> None:
    assert plan(Receiver(), once(EVENING), NOW, QUIET) == [Planned(MORNING, "text", "quiet time")]


def test_in_quiet_time_a_reminder_comes_before_it() -> None:
    reminder = Occasion("reminder", (Moment("before", EVENING, earlier=True),))
    assert plan(Receiver(), reminder, NOW, QUIET) == [Planned(NOW.replace(hour=19), "before", "quiet time")]


def test_what_is_urgent_disturbs() -> None:
    muted = Receiver(muted=frozenset({"announcement"}), used={NOW.date(): 5})
    assert plan(muted, once(EVENING, urgent=True), NOW, QUIET) == [Planned(EVENING, "text", "urgent")]


def test_who_opted_out_or_left_gets_nothing() -> None:
    assert plan(Receiver(muted=frozenset({"announcement"})), once(NOW), NOW, QUIET) == [
        Planned(None, "text", "opted out")
    ]
    assert plan(Receiver(active=False), once(NOW, urgent=True), NOW, QUIET) == [Planned(None, "text", "left")]


def test_the_third_of_a_day_waits_for_the_next_working_day() -> None:
    full = Receiver(used={NOW.date(): 2})
    assert plan(full, once(NOW), NOW, QUIET) == [Planned(MORNING, "text", "budget")]


def test_how_many_fit_into_a_day_can_be_set() -> None:
    one = Receiver(used={NOW.date(): 1})
    assert plan(one, once(NOW), NOW, replace(QUIET, pushes=1)) == [Planned(MORNING, "text", "budget")]
    two = Receiver(used={NOW.date(): 2})
    assert plan(two, once(NOW), NOW, replace(QUIET, pushes=3)) == [Planned(NOW, "text", "on time")]


def test_what_does_not_fit_joins_the_next_days_bundle_and_uses_nothing_more() -> None:
    tomorrow = MORNING.date()
    waiting = Receiver(used={NOW.date(): 2, tomorrow: 2}, bundles={tomorrow: MORNING})
    assert plan(waiting, once(NOW), NOW, QUIET) == [Planned(MORNING, "text", "budget")]
    three = Occasion("reminder", tuple(Moment(f"{n}", NOW + timedelta(minutes=n)) for n in range(5)))
    assert [one.when for one in plan(Receiver(), three, NOW, QUIET)][2:] == [MORNING] * 3


def test_a_day_that_is_full_without_a_bundle_is_passed_over() -> None:
    full = Receiver(used={NOW.date(): 2, MORNING.date(): 2})
    assert plan(full, once(NOW), NOW, QUIET) == [Planned(MORNING + timedelta(days=1), "text", "budget")]


def test_on_a_full_day_what_would_come_too_late_is_dropped_save_what_cannot_wait() -> None:
    full = Receiver(used={NOW.date(): 2})
    ends = NOW + timedelta(hours=6)
    assert plan(full, once(NOW, until=ends), NOW, QUIET) == [Planned(None, "text", "too late")]
    firm = Occasion("reminder", (Moment("morning", NOW, firm=True),), until=ends)
    assert plan(full, firm, NOW, QUIET) == [Planned(NOW, "morning", "cannot wait")]
    assert plan(full, replace(firm, until=MORNING + timedelta(hours=1)), NOW, QUIET) == [
        Planned(MORNING, "morning", "budget")
    ]
    assert plan(full, firm, NOW + timedelta(hours=6), QUIET) == [Planned(None, "morning", "too late")]


def test_moments_of_one_occasion_share_the_budget() -> None:
    three = Occasion("reminder", tuple(Moment(f"{n}", NOW + timedelta(minutes=n)) for n in range(3)))
    assert [one.why for one in plan(Receiver(), three, NOW, QUIET)] == ["on time", "on time", "budget"]


def test_after_a_long_stop_one_late_reminder_comes_where_it_helps() -> None:
    missed = (Moment("before", NOW - timedelta(hours=3), earlier=True),)
    helps = Occasion("reminder", missed, until=NOW + timedelta(hours=2))
    assert plan(Receiver(), helps, NOW, QUIET) == [Planned(NOW, "before", "late")]
    over = Occasion("reminder", missed, until=NOW - timedelta(hours=1))
    assert plan(Receiver(), over, NOW, QUIET) == [Planned(None, "before", "too late")]


def test_the_same_morning_may_come_before_working_hours() -> None:
    early = NOW.replace(hour=6) + timedelta(days=1)
    exempt = Occasion("reminder", (Moment("same morning", early, exempt=True),))
    assert plan(Receiver(), exempt, NOW, QUIET) == [Planned(early, "same morning", "on time")]


def test_word_of_ones_own_seat_heeds_neither_opt_out_nor_budget_but_the_night() -> None:
    full = Receiver(muted=frozenset({"event"}), used={NOW.date(): 5, MORNING.date(): 5})
    moved = Occasion("event", (Moment("moved", EVENING),))
    assert plan(full, moved, NOW, QUIET) == [Planned(MORNING, "moved", "quiet time")]


def test_two_who_plan_at_once_share_one_budget(database: Database) -> None:
    def books(key: str) -> str:
        with database.write() as session:
            planned = pushes.book(session, key, "U0KARI", once(NOW), NOW, QUIET)
            time.sleep(0.2)  # its row is seen by nobody yet
        return planned[0].why

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(books, "abcd")) == ["budget", "budget", "on time", "on time"]


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_the_ledger_keeps_nothing_for_ever(database: Database) -> None:
    with database.write() as session:
        members.mute(session, "U0KARI", "reminder", muted=True)
        pushes.book(session, "withheld", "U0KARI", Occasion("reminder", (Moment("text", NOW),)), NOW, QUIET)
        pushes.book(session, "urgent", "U0KARI", once(NOW, urgent=True), NOW, QUIET)
        pushes.prune(session, NOW.date())
        assert len(pushes.export(session, "U0KARI")) == 2
        pushes.prune(session, MORNING.date())
        assert pushes.export(session, "U0KARI") == []


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_what_comes_later_than_planned_counts_on_the_day_when_it_comes(database: Database) -> None:
    with database.write() as session:
        pushes.book(session, "late", "U0KARI", once(NOW), NOW, QUIET)
        pushes.settle(session, "late:text", MORNING, "late", QUIET)
        assert pushes.receiver(session, "U0KARI", NOW, QUIET).used == {MORNING.date(): 1}
