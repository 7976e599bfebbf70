"""The clock ticks, does the night's work at the start, and ends when it is told to."""

import logging
from threading import Event

import pytest

from scheduler.clock import Clock
from tests.waiting import eventually


def test_it_does_what_is_due_until_nothing_is() -> None:
    due = [1, 2, 3]
    clock = Clock("Europe/Oslo", 0.05, {}, lambda: bool(due and due.pop()))
    clock.start()
    eventually(lambda: not due)
    clock.stop()
    assert clock.ticking()


def test_the_nights_work_is_done_at_the_start_each_piece_alone(caplog: pytest.LogCaptureFixture) -> None:
    done: list[str] = []
    nightly = {"first": lambda: done.append("first"), "broken": lambda: done.append("broken" + 1)}  # type: ignore[operator]
    clock = Clock("Europe/Oslo", 60, nightly | {"last": lambda: done.append("last")}, lambda: False)
    with caplog.at_level(logging.ERROR):
        clock.start()
        eventually(lambda: len(done) == 2)
        clock.stop()
    assert done == ["first", "last"]
    assert "nightly work broken failed" in caplog.text


def test_it_can_be_stopped_before_it_was_started() -> None:
    Clock("Europe/Oslo", 1, {}, lambda: False).stop()


def test_what_the_night_had_not_begun_when_told_to_stop_is_left(caplog: pytest.LogCaptureFixture) -> None:
    begun, go_on, done = Event(), Event(), list[str]()

    def first() -> None:
        begun.set()
        go_on.wait(5)

    nightly = {"first": first, "second": lambda: done.append("second")}
    clock = Clock("Europe/Oslo", 60, nightly, lambda: False)
    with caplog.at_level(logging.INFO):
        clock.start()
        assert begun.wait(5)
        clock.stop()
        go_on.set()
        eventually(lambda: "left for the next start" in caplog.text)
    assert done == []
