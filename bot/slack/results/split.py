"""Results by group, and over time."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.blocks import Block, cut
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.asked import Asked, Point, summary, wording
from bot.domain.answers.figures import share
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS, label
from bot.slack.results import words
from bot.slack.results.figures import CHART_LABEL, number

LINES = 5  # options in a trend
CHART_TITLE = 50  # Slack's limit


def grouped(asked: Asked, trait: str, groups: list[Group], lang: Lang, areas: Mapping[str, Text]) -> str:
    """«*Bransje*», then a line for each group that may be shown."""
    lines = [f"*{TRAITS[trait][lang]}*"]
    for group in groups:
        name = words.GROUP(lang, group.turnout, name=label(trait, group.name, areas)[lang])
        lines.append(f"{name}: {_group(asked, group, lang)}")
    return "\n".join(lines)


def _group(asked: Asked, group: Group, lang: Lang) -> str:
    found = summary(asked, group.counts)
    if found is not None:
        title = words.SCORE if asked.kind == "recommend" else words.MEDIAN
        return title(lang, value=number(found.value, lang))
    options = wording(asked, lang).options
    percents = [round(share(count, group.turnout).value) for count in group.counts]
    shares = [f"{escape(option)} {percent} %" for option, percent in zip(options, percents, strict=True)]
    return ", ".join(shares)


def over_time(asked: Asked, points: Sequence[Point], lang: Lang, local: Local) -> tuple[list[str], list[Block]]:
    """A line for each option, or one for the figure; only where the same was asked before."""
    if len(points) < 2:
        return [], []
    labels = [_short_day(point.closed_at, local) for point in points]
    labels = [name if labels.count(name) == 1 else f"{n}. {name}" for n, name in enumerate(labels, 1)]
    series = [
        {
            "name": cut(name, CHART_LABEL),
            "data": [{"label": at, "value": value} for at, value in zip(labels, values, strict=True)],
        }
        for name, values in _lines(asked, points, lang)
    ]
    chart = {"type": "line", "series": series, "axis_config": {"categories": labels}}
    title = cut(f"{words.TREND[lang]}: {wording(asked, lang).question}", CHART_TITLE)
    said = [
        f"{name}: {', '.join(f'{at} {number(value, lang)}' for at, value in zip(labels, values, strict=True))}"
        for name, values in _lines(asked, points, lang)
    ]
    return [words.TREND[lang], *map(escape, said)], [{"type": "data_visualization", "title": title, "chart": chart}]


def _lines(asked: Asked, points: Sequence[Point], lang: Lang) -> list[tuple[str, list[float]]]:
    found = [summary(asked, point.counts) for point in points]
    if all(one is not None for one in found):
        name = words.SCORE_NAME if asked.kind == "recommend" else words.MEDIAN_NAME
        return [(name[lang], [one.value for one in found if one is not None])]
    return [
        (f"{option} (%)", [round(share(point.counts[n], point.turnout).value) for point in points])
        for n, option in enumerate(wording(asked, lang).options[:LINES])
    ]


def _short_day(at: datetime, local: Local) -> str:
    return f"{at.astimezone(local.zone):%d.%m.%y}"
