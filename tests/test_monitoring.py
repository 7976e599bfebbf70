"""The dashboard and the alert rules ask only for what /metrics tells; every expression, time and template is sound."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from shutil import copy
from typing import Any

import httpx
import promql_parser as promql
import pytest
import yaml
from prometheus_client.parser import text_string_to_metric_families

from bot.domain.pushes import Push
from bot.slack.web_api import SHUT_OUT
from scheduler import outbox
from tests.clock import Clock
from tests.handlers import gatherings, polling
from tests.house import open_house
from tests.slacks import slack
from tests.waiting import eventually

MONITORING = Path(__file__).parents[1] / "bot/monitoring"
RULES = [
    rule for group in yaml.safe_load((MONITORING / "alerts.yaml").read_text())["groups"] for rule in group["rules"]
]
DASHBOARD: dict[str, Any] = json.loads((MONITORING / "grafana.json").read_text())
PANELS = DASHBOARD["panels"]
OF_PROMETHEUS = {"up"}
ADDED_BY_PROMETHEUS = {"job", "instance"}
COUNTERS_ONLY, GAUGES_ONLY = {"rate", "irate", "increase"}, {"delta", "deriv"}
SEVERITIES = {"critical", "warning", "info"}
TEMPLATE = re.compile(r"\{\{ (\$value|\$labels\.(\w+))(?: \| (\w+))? \}\}")
FUNCTIONS = {"humanize", "humanizeDuration", "humanizePercentage"}
UNITS = {"short", "s", "ops", "reqps", "bytes"}


@dataclass
class Exported:
    """What /metrics tells: the type of each metric, and the values of its labels."""

    types: dict[str, str] = field(default_factory=dict)
    labels: dict[str, dict[str, set[str]]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        for family in text_string_to_metric_families(text):
            for sample in family.samples:
                self.types[sample.name] = family.type
                labels = self.labels.setdefault(sample.name, {})
                for name, value in sample.labels.items():
                    labels.setdefault(name, set()).add(value)


@pytest.fixture(scope="module")
def exported(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Exported:
    """After a small day, on which each thing happened that is counted."""
    file = copy(migrated_sqlite, tmp_path_factory.mktemp("metrics") / "naeringsbot.db")
    clock = Clock()
    with slack() as workspace, open_house(workspace, f"sqlite:///{file}", clock) as house:
        house.kari.asks("Hvem har ansvar for regulering på Visperud?")
        gatherings.answers(house.kari, gatherings.makes(house), "yes")
        polling.votes(house.kari, polling.makes(house), 0)
        eventually(lambda: house.all(Push))
        workspace.fault("chat.postMessage", "429", seconds=0)
        house.kari.asks("Hva er Visperud?")
        found = Exported()
        found.add(httpx.get(f"{house.url}/metrics").text)
        return found


def parts(expression: str, kind: type) -> list[Any]:
    found: list[Any] = []
    promql.walk(promql.parse(expression), lambda part: found.append(part) if isinstance(part, kind) else None)
    return found


def selectors(expression: str) -> list[promql.VectorSelector]:
    return parts(expression, promql.VectorSelector)


def faults(expression: str, exported: Exported) -> Iterator[str]:
    """All that does not fit with what is exported."""
    for selector in selectors(expression):
        name = str(selector.name)
        if name in OF_PROMETHEUS:
            continue
        if name not in exported.types:
            yield f"there is no {name}"
            continue
        for matcher in selector.matchers.matchers:
            values = exported.labels[name].get(matcher.name)
            if values is None and matcher.name not in ADDED_BY_PROMETHEUS:
                yield f"{name} has no label {matcher.name}"
            if values and matcher.op == promql.MatchOp.Equal and matcher.value not in values:
                yield f"{name} is never {matcher.name}={matcher.value}"
    yield from _wrong_functions(expression, exported)
    yield from _wrong_groups(expression, exported)


def _wrong_functions(expression: str, exported: Exported) -> Iterator[str]:
    for call in parts(expression, promql.Call):
        for selector in selectors(call.prettify()):
            kind = exported.types.get(str(selector.name))
            if call.func.name in (COUNTERS_ONLY if kind == "gauge" else GAUGES_ONLY):
                yield f"{call.func.name} of {selector.name}, which is a {kind}"


def _wrong_groups(expression: str, exported: Exported) -> Iterator[str]:
    for aggregate in parts(expression, promql.AggregateExpr):
        wanted = set(aggregate.modifier.labels) if aggregate.modifier else set()
        for selector in selectors(aggregate.prettify()):
            if lacking := wanted - set(exported.labels.get(str(selector.name), {})) - ADDED_BY_PROMETHEUS:
                yield f"{selector.name} has no {', '.join(lacking)} to group by"


# --- alert rules ---


def named(rule: dict[str, Any]) -> str:
    return str(rule["alert"])


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_an_alert_asks_for_what_is_there(rule: dict[str, Any], exported: Exported) -> None:
    assert list(faults(rule["expr"], exported)) == []


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_an_alert_says_how_bad_it_is_what_it_is_and_what_to_do(rule: dict[str, Any]) -> None:
    assert set(rule) <= {"alert", "expr", "for", "labels", "annotations"}
    assert rule["labels"]["severity"] in SEVERITIES
    assert set(rule["annotations"]) == {"summary", "runbook"}
    assert len(rule["annotations"]["runbook"].split()) >= 8
    assert promql.parse_duration(rule.get("for", "1s")) > timedelta()


@pytest.mark.parametrize("rule", RULES, ids=named)
def test_an_alerts_templates_can_be_filled_in(rule: dict[str, Any]) -> None:
    aggregates = parts(rule["expr"], promql.AggregateExpr)
    known = set(aggregates[0].modifier.labels if aggregates[0].modifier else ()) if aggregates else ADDED_BY_PROMETHEUS
    for words in rule["annotations"].values():
        assert not re.search(r"\{\{|\}\}", TEMPLATE.sub("", words))
        for _, label, function in TEMPLATE.findall(words):
            assert not label or label in known
            assert not function or function in FUNCTIONS


def test_whatever_shuts_us_out_alerts() -> None:
    refused = next(rule["expr"] for rule in RULES if named(rule) == "NaeringsbotTokenRefused")
    assert all(re.search(rf"\b{reason}\b", refused) for reason in SHUT_OUT)


def test_however_urgent_what_waits_is_told(exported: Exported) -> None:
    urgent = {name for name, value in vars(outbox).items() if isinstance(value, int) and name.isupper()}
    told = exported.labels["naeringsbot_outbox_oldest_seconds"]["priority"]
    assert {name.lower() for name in urgent} == told
    assert all(any(f'"{name}"' in rule["expr"] for rule in RULES) for name in told)


def test_each_alert_has_a_name_of_its_own() -> None:
    names = [named(rule) for rule in RULES]
    assert len(set(names)) == len(names)


# --- the dashboard ---


def titled(panel: dict[str, Any]) -> str:
    return str(panel["title"])


@pytest.mark.parametrize("panel", PANELS, ids=titled)
def test_a_panel_shows_what_is_there(panel: dict[str, Any], exported: Exported) -> None:
    for target in panel["targets"]:
        expression = target["expr"].replace("$__rate_interval", "5m").replace("$job", "naeringsbot")
        assert list(faults(expression, exported)) == []
        groups = {
            label for one in parts(expression, promql.AggregateExpr) if one.modifier for label in one.modifier.labels
        }
        assert set(re.findall(r"\{\{(\w+)\}\}", target["legendFormat"])) <= groups | ADDED_BY_PROMETHEUS
    assert panel["fieldConfig"]["defaults"]["unit"] in UNITS


def test_panels_lie_side_by_side() -> None:
    taken = [
        (x, y)
        for at in (panel["gridPos"] for panel in PANELS)
        for x in range(at["x"], at["x"] + at["w"])
        for y in range(at["y"], at["y"] + at["h"])
    ]
    assert len(set(taken)) == len(taken)
    assert max(x for x, _ in taken) < 24
    assert sorted(panel["id"] for panel in PANELS) == list(range(1, len(PANELS) + 1))


def test_whatever_is_counted_is_on_the_dashboard(exported: Exported) -> None:
    shown = {
        str(selector.name).removesuffix("_bucket")
        for panel in PANELS
        for target in panel["targets"]
        for selector in selectors(target["expr"].replace("$__rate_interval", "5m"))
    }
    ours = {re.sub("_(bucket|count|sum)$", "", name) for name in exported.types if name.startswith("naeringsbot_")}
    assert ours - shown == {"naeringsbot_database_up", "naeringsbot_inquiries_oldest_seconds"}


@pytest.mark.parametrize(
    ("expression", "fault"),
    [
        ("naeringsbot_nothing > 0", "there is no naeringsbot_nothing"),
        ('naeringsbot_outbox_rows{colour="red"}', "naeringsbot_outbox_rows has no label colour"),
        ('naeringsbot_outbox_rows{state="lost"}', "naeringsbot_outbox_rows is never state=lost"),
        ("rate(naeringsbot_ready[5m])", "rate of naeringsbot_ready, which is a gauge"),
        ("sum by (colour) (naeringsbot_ready)", "naeringsbot_ready has no colour to group by"),
    ],
)
def test_what_does_not_fit_would_be_found(expression: str, fault: str, exported: Exported) -> None:
    assert list(faults(expression, exported)) == [fault]
