"""What is told of delivery: a line in the log for each outcome, the counters, and how long messages took."""

import logging
import math
from collections.abc import Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa
from prometheus_client import Metric
from sqlalchemy.orm import Session

from bot.core import logs, metrics
from bot.core.clocks import Day, machine
from scheduler.outbox import ANSWER, BULK, NORMAL, POST, PRESSING, OutgoingRow

log = logging.getLogger("naeringsbot.delivery")
PRIORITIES = dict(zip((ANSWER, NORMAL, PRESSING, BULK), metrics.PRIORITIES, strict=True))
FOUND = {
    "Sent": "yes",
    "Missing": "no",
    "Later": "later",
    "Rejected": "never",
    "Limited": "later",
    "Unwelcome": "later",
}
PERCENTS = (50, 95, 99)
SHOWN = ("waiting", "bundled", "held", "apart", "leased", "parked", "failed")  # something may be left to do


def tell(row: OutgoingRow, outcome: str, reason: str | None, *, looked: bool) -> None:
    """`outcome`: the name of scheduler.delivery's class; `looked`: it is that of a look-up, not of a call."""
    seconds = machine() - row.wanted_at
    if looked:
        metrics.LOOKUPS.labels(FOUND.get(outcome, "later")).inc()
    if outcome == "Sent":
        metrics.HANDED_OVER.labels(PRIORITIES.get(row.priority, "normal")).observe(max(0.0, seconds))
    words = f"{'looked up' if looked else 'called'}: {outcome.lower()}"
    more = {"reason": reason} if reason else {}
    feature = row.key.partition(":")[0]  # the rest of the key may name a person
    log.info(
        words, extra=logs.fields(feature=feature, method=row.method, row=row.id, seconds=round(seconds, 3), **more)
    )


def gauges(session: Session, _now: datetime) -> Iterator[Metric]:
    """What stands in the outbox just now."""
    depth, age = "Messages that have not left yet, by state", "How long the oldest of them has been due, by priority"
    yield metrics.gauges("naeringsbot_outbox_rows", depth, "state", _depths(session))
    yield metrics.gauges("naeringsbot_outbox_oldest_seconds", age, "priority", _ages(session))


def _depths(session: Session) -> dict[str, int]:
    """How many rows are in each state in which something may be left to do."""
    counted = sa.select(OutgoingRow.state, sa.func.count()).where(OutgoingRow.state.in_(SHOWN))
    found = dict(session.execute(counted.group_by(OutgoingRow.state)).all())
    return {state: found.get(state, 0) for state in SHOWN}


def _ages(session: Session) -> dict[str, float]:
    """For each priority, how many seconds the oldest row that has not left has been due; 0 where there is none."""
    oldest = sa.select(OutgoingRow.priority, sa.func.min(OutgoingRow.wanted_at))
    under_way = oldest.where(OutgoingRow.state.in_(("waiting", "leased"))).group_by(OutgoingRow.priority)
    found = dict(session.execute(under_way).all())
    return {name: max(0.0, machine() - found.get(number, machine())) for number, name in PRIORITIES.items()}


def delays(session: Session, begins: float, ends: float) -> Sequence[tuple[str, int, float]]:
    """Key, priority and seconds from due to handed over of the messages that left between these machine times."""
    took = sa.select(OutgoingRow.key, OutgoingRow.priority, OutgoingRow.finished_at - OutgoingRow.wanted_at)
    between = (OutgoingRow.finished_at >= begins, OutgoingRow.finished_at < ends)
    messages = (OutgoingRow.state == "sent", OutgoingRow.method == POST)
    rows = session.execute(took.where(*messages, *between))
    return [(key, priority, max(0.0, seconds or 0.0)) for key, priority, seconds in rows]


def figures(session: Session, day: Day) -> dict[str, float]:
    """How many messages left on a day and how long they took: answers, and others; and how many never left."""
    between = day.by_machine()
    took: dict[str, list[float]] = {"answers": [], "others": []}
    for _, priority, seconds in delays(session, *between):
        took["answers" if priority == ANSWER else "others"].append(seconds)
    found: dict[str, float] = {"undelivered": _undelivered(session, *between)}
    for name, times in took.items():
        found |= {name: len(times)} | {f"{name}_p{percent}": _within(times, percent) for percent in PERCENTS if times}
    return found


def _undelivered(session: Session, begins: float, ends: float) -> int:
    between = (OutgoingRow.finished_at >= begins, OutgoingRow.finished_at < ends)
    counted = sa.select(sa.func.count()).where(OutgoingRow.state == "failed", *between)
    return session.scalar(counted) or 0


def _within(times: list[float], percent: int) -> float:
    """The time within which so many of a hundred left (the nearest rank)."""
    return sorted(times)[math.ceil(len(times) * percent / 100) - 1]
