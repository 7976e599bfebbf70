"""What each process counts, for Prometheus; what stands in the database is read when it is asked for.

Labels have few values, all of them ours or Slack's own words: never a person, a channel or a thing's id.
"""

from collections.abc import Iterable, Mapping
from itertools import product

from prometheus_client import CollectorRegistry, Counter, Histogram, Metric, ProcessCollector, disable_created_metrics
from prometheus_client.core import GaugeMetricFamily
from sqlalchemy.orm import Session

REGISTRY = CollectorRegistry()
MOST_REASONS = 200  # of Slack's words for errors; what comes after them is counted as `other`
ACK = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3)  # seconds; Slack waits for 3
POST = (0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1800, 7200)  # seconds

KINDS = ("command", "action", "view", "shortcut", "event")
RESULTS = ("done", "repeated", "refused", "failed", "ignored")
PRIORITIES = ("answer", "normal", "pressing", "bulk")
OUTCOMES = ("answered", "choose", "refused")

disable_created_metrics()  # type: ignore[no-untyped-call]  # when a counter began is of no use to us, and doubles the page
ProcessCollector(registry=REGISTRY)


def _counter(name: str, about: str, **labels: tuple[str, ...]) -> Counter:
    """`labels`: their values."""
    counter = Counter(name, about, tuple(labels), registry=REGISTRY)
    expect(counter, *labels.values())
    return counter


def _times(name: str, about: str, buckets: tuple[float, ...], **labels: tuple[str, ...]) -> Histogram:
    """`buckets`: seconds."""
    histogram = Histogram(name, about, tuple(labels), buckets=buckets, registry=REGISTRY)
    expect(histogram, *labels.values())
    return histogram


def expect(metric: Counter | Histogram, *labels: Iterable[str]) -> None:
    """Let it stand at zero for these values of its labels, so that the first event is seen as a change."""
    for values in product(*labels):
        metric.labels(*values)


REQUESTS = _counter("naeringsbot_requests", "Requests from Slack, by kind and result", kind=KINDS, result=RESULTS)
HTTP = _counter(
    "naeringsbot_http_responses",
    "Responses at the door for Slack, by status",
    status=("200", "400", "401", "404", "405", "413", "415", "500"),
)
ACKNOWLEDGED = _times("naeringsbot_ack_seconds", "From the door to the acknowledgement", ACK, kind=KINDS)
HANDED_OVER = _times(
    "naeringsbot_post_seconds", "From when a message was due until Slack had it", POST, priority=PRIORITIES
)
LOOKUPS = _counter(
    "naeringsbot_lookups",
    "Looks in Slack for a message whose sending was interrupted, by what they found",
    found=("yes", "no", "later", "never"),
)
ANSWERS = _counter(
    "naeringsbot_answers", "Answered questions, by result and language", result=OUTCOMES, lang=("nb", "nn", "en")
)
VOTES = _counter("naeringsbot_votes", "Presses of a poll's option that were taken", result=("counted", "unchanged"))
REMINDERS = _counter(
    "naeringsbot_reminders", "Reminders that were due, by what became of them", result=("sent", "skipped", "put_off")
)
PUSHES = Counter(
    "naeringsbot_pushes",
    "Messages nobody asked for: whether they are planned or withheld, and why",
    ("kind", "result", "why"),
    registry=REGISTRY,
)
DUE_WORK = Counter("naeringsbot_due_work", "Work whose time had come", ("kind", "result"), registry=REGISTRY)
SLACK_ERRORS = Counter(
    "naeringsbot_slack_errors", "Calls of Slack that did not succeed", ("method", "reason"), registry=REGISTRY
)

_reasons: set[str] = set()


def slack_error(method: str, reason: str) -> None:
    """Count a call of Slack that did not succeed; `reason` is Slack's own word."""
    if len(_reasons) < MOST_REASONS:
        _reasons.add(reason)
    SLACK_ERRORS.labels(method, reason if reason in _reasons else "other").inc()


def gauge(name: str, about: str, value: float) -> Metric:
    """A number that stands just now."""
    return GaugeMetricFamily(name, about, value=value)


def gauges(name: str, about: str, label: str, values: Mapping[str, float]) -> Metric:
    """The same by the values of a label."""
    family = GaugeMetricFamily(name, about, labels=[label])
    for labelled, value in values.items():
        family.add_metric([labelled], value)
    return family


def count(session: Session, counter: Counter) -> None:
    """Count once the transaction is committed; what is rolled back has not happened."""
    session.info.setdefault("counted", []).append(counter)
