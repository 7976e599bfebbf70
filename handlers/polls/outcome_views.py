"""What people see of polls that have closed: the list, one with its groups, and the same question over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.blocks import Block, Message, actions, button, context, cut, divider, header, quoted, section
from bot.core.moments import Local, day
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.figures import share
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS, label
from bot.domain.polls.closing import Tally
from bot.domain.polls.results import Point, summary
from bot.domain.polls.tables import Poll, wording
from bot.slack.paging import Page
from handlers.polls import outcome_words, words
from handlers.polls.figures import CHART_LABEL, CHART_TITLE, number, outcome

SHOWN = 10  # polls on one page
TEXTS = 20  # answers in words that are shown; the file has all
LINES = 5  # options in a trend


@dataclass(frozen=True)
class Told:
    """All that is told of a closed poll. `texts`: for organizers."""

    poll: Poll
    tally: Tally
    groups: Mapping[str, list[Group]]
    trend: list[Point]
    texts: list[str]


def listing(polls: Page[Poll], lang: Lang, local: Local) -> Message:
    if not polls.shown:
        return Message(outcome_words.NO_RESULTS[lang])
    parts: list[Block] = []
    lines = []
    for poll in polls.shown:
        question = wording(poll, lang).question
        facts = f"{_day(poll.closed_at, lang, local)} · {words.ANSWERED(lang, count=poll.turnout or 0)}"
        show = button(
            outcome_words.SHOW[lang], "poll.result", poll.id, spoken=cut(f"{outcome_words.SHOW[lang]}: {question}", 75)
        )
        parts += [quoted(question), context(facts), actions(show)]
        lines.append(f"{escape(question)}\n{facts}")
    text = "\n\n".join([outcome_words.RESULTS[lang], *lines, polls.place(lang)]).strip()
    return Message(text, [header(outcome_words.RESULTS[lang]), *parts, *polls.blocks(lang, "poll.results")])


def detail(told: Told, lang: Lang, local: Local, areas: Mapping[str, Text], *, organizer: bool) -> Message:
    poll = told.poll
    question = wording(poll, lang).question
    lines, drawn = outcome(poll, told.tally, lang)
    groups = [_groups(poll, trait, told.groups[trait], lang, areas) for trait in TRAITS if trait in told.groups]
    hidden = [outcome_words.HIDDEN(lang, enough=poll.enough)] if told.tally.counts is not None else []
    over_time, chart = _trend(told, lang, local)
    texts = [quoted(cut(text, 1000)) for text in told.texts[:TEXTS]]
    more = [outcome_words.MORE_TEXTS(lang, len(told.texts) - TEXTS)] if len(told.texts) > TEXTS else []
    blocks = [
        header(cut(question, 150)),
        *drawn,
        *(section(part) for part in groups),
        *(context(said) for said in [*hidden, *more]),
        *chart,
        *([divider(), *texts] if texts else []),
        *([actions(*_files(poll, lang))] if organizer else []),
    ]
    written = [escape(text) for text in told.texts[:TEXTS]]
    return Message("\n".join([escape(question), *lines, *groups, *hidden, *over_time, *written, *more]), blocks)


def _files(poll: Poll, lang: Lang) -> list[Block]:
    again = button(outcome_words.AGAIN[lang], "poll.new", poll.id)
    return [button("CSV", "poll.csv", poll.id), button("Excel", "poll.xlsx", poll.id), again]


def _groups(poll: Poll, trait: str, groups: list[Group], lang: Lang, areas: Mapping[str, Text]) -> str:
    """«*Bransje*», then a line for each group that may be shown."""
    lines = [f"*{TRAITS[trait][lang]}*"]
    for group in groups:
        name = outcome_words.GROUP(lang, group.turnout, name=label(trait, group.name, areas)[lang])
        lines.append(f"{name}: {_group(poll, group, lang)}")
    return "\n".join(lines)


def _group(poll: Poll, group: Group, lang: Lang) -> str:
    found = summary(poll, group.counts)
    if found is not None:
        title = words.SCORE if poll.kind == "recommend" else words.MEDIAN
        return title(lang, value=number(found.value, lang))
    options = wording(poll, lang).options
    percents = [round(share(count, group.turnout).value) for count in group.counts]
    shares = [f"{escape(option)} {percent} %" for option, percent in zip(options, percents, strict=True)]
    return ", ".join(shares)


def _trend(told: Told, lang: Lang, local: Local) -> tuple[list[str], list[Block]]:
    """A line for each option, or one for the figure; only where the same was asked before."""
    if len(told.trend) < 2:
        return [], []
    labels = [_short_day(point.closed_at, local) for point in told.trend]
    labels = [name if labels.count(name) == 1 else f"{n}. {name}" for n, name in enumerate(labels, 1)]
    series = [
        {
            "name": cut(name, CHART_LABEL),
            "data": [{"label": at, "value": value} for at, value in zip(labels, values, strict=True)],
        }
        for name, values in _lines(told, lang)
    ]
    chart = {"type": "line", "series": series, "axis_config": {"categories": labels}}
    title = cut(f"{outcome_words.TREND[lang]}: {wording(told.poll, lang).question}", CHART_TITLE)
    said = [
        f"{name}: {', '.join(f'{at} {number(value, lang)}' for at, value in zip(labels, values, strict=True))}"
        for name, values in _lines(told, lang)
    ]
    return [outcome_words.TREND[lang], *map(escape, said)], [
        {"type": "data_visualization", "title": title, "chart": chart}
    ]


def _lines(told: Told, lang: Lang) -> list[tuple[str, list[float]]]:
    found = [summary(told.poll, point.counts) for point in told.trend]
    if all(one is not None for one in found):
        name = outcome_words.SCORE_NAME if told.poll.kind == "recommend" else outcome_words.MEDIAN_NAME
        return [(name[lang], [one.value for one in found if one is not None])]
    return [
        (f"{option} (%)", [round(share(point.counts[n], point.turnout).value) for point in told.trend])
        for n, option in enumerate(wording(told.poll, lang).options[:LINES])
    ]


def _day(at: datetime | None, lang: Lang, local: Local) -> str:
    return day(at.astimezone(local.zone).date(), lang) if at else ""


def _short_day(at: datetime, local: Local) -> str:
    return f"{at.astimezone(local.zone):%d.%m.%y}"
