"""What people see of polls that have closed: the list, one with its groups, and the same question over time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.core.blocks import Block, Message, actions, button, context, cut, divider, header, quoted, section
from bot.core.moments import Local, day
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.asked import Point, Tally, wording
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS
from bot.domain.polls.tables import Poll
from bot.slack.paging import Page
from bot.slack.results import words as result_words
from bot.slack.results.figures import outcome
from bot.slack.results.split import grouped, over_time
from handlers.polls import outcome_words

SHOWN = 10  # polls on one page
TEXTS = 20  # answers in words that are shown; the file has all


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
        facts = f"{_day(poll.closed_at, lang, local)} · {result_words.ANSWERED(lang, count=poll.turnout or 0)}"
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
    groups = [grouped(poll, trait, told.groups[trait], lang, areas) for trait in TRAITS if trait in told.groups]
    hidden = [result_words.HIDDEN(lang, enough=poll.enough)] if told.tally.counts is not None else []
    trend, chart = over_time(poll, told.trend, lang, local)
    texts = [quoted(cut(text, 1000)) for text in told.texts[:TEXTS]]
    more = [result_words.MORE_TEXTS(lang, len(told.texts) - TEXTS)] if len(told.texts) > TEXTS else []
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
    return Message("\n".join([escape(question), *lines, *groups, *hidden, *trend, *written, *more]), blocks)


def _files(poll: Poll, lang: Lang) -> list[Block]:
    again = button(outcome_words.AGAIN[lang], "poll.new", poll.id)
    return [button("CSV", "poll.csv", poll.id), button("Excel", "poll.xlsx", poll.id), again]


def _day(at: datetime | None, lang: Lang, local: Local) -> str:
    return day(at.astimezone(local.zone).date(), lang) if at else ""
