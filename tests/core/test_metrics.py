"""What is counted has happened, and no label grows without end."""

from contextlib import suppress

import pytest
from prometheus_client import CollectorRegistry, Counter

from bot.core import metrics
from bot.core.db import Database


def test_what_is_rolled_back_is_not_counted(database: Database) -> None:
    counter = Counter("test", "A test", registry=CollectorRegistry())
    with database.write() as session:
        metrics.count(session, counter)
        assert _value(counter) == 0
    with suppress(ZeroDivisionError), database.write() as session:
        metrics.count(session, counter)
        raise ZeroDivisionError
    assert _value(counter) == 1


def test_whatever_slack_says_the_reasons_stay_few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "_reasons", set())  # or other tests of this process would find no room
    for number in range(3 * metrics.MOST_REASONS):
        metrics.slack_error("test.method", f"reason {number}")
    (family,) = metrics.SLACK_ERRORS.collect()
    told = {sample.labels["reason"] for sample in family.samples if sample.labels["method"] == "test.method"}
    assert len(told) <= metrics.MOST_REASONS + 1
    assert "other" in told


def _value(counter: Counter) -> float:
    (family,) = counter.collect()
    return next(sample.value for sample in family.samples if sample.name == "test_total")
