"""What people see of polls that have closed: the list, one with its groups, and the same question over time."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.blocks import Block, Message, actions, button, context, cut, divider, header, quoted, section
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.asked import Point, Tally, wording
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS
from bot.domain.polls.repeating import PollRepeat
from bot.domain.polls.tables import Poll
from bot.slack.paging import Page
from bot.slack.results import words as result_words
from bot.slack.results.closed import Closed
from bot.slack.results.figures import outcome
from bot.slack.results.split import grouped, over_time
from handlers.polls import outcome_words, repeating

SHOWN = 10  # lines on one page
TEXTS = 20  # answers in words that are shown; the file has all


@dataclass(frozen=True)
class Told:
    """All that is told of a closed poll. `texts`, `repeat`: for organizers."""

    poll: Poll
    tally: Tally
    groups: Mapping[str, list[Group]]
    trend: list[Point]
    texts: list[str]
    repeat: PollRepeat | None = None


def listing(found: Page[Closed], lang: Lang, local: Local) -> Message:
    if not found.shown:
        return Message(outcome_words.NO_RESULTS[lang])
    parts: list[Block] = []
    lines = []
    for one in found.shown:
        facts, name = one.facts(lang, local), outcome_words.SHOW[lang]
        more = [one.more] if one.more else []
        show = button(name, one.action, one.value, spoken=cut(f"{name}: {one.title}", 75))
        parts += [quoted(one.title), context(facts, *more), actions(show)]
        lines.append("\n".join([escape(one.title), facts, *more]))
    text = "\n\n".join([outcome_words.RESULTS[lang], *lines, found.place(lang)]).strip()
    return Message(text, [header(outcome_words.RESULTS[lang]), *parts, *found.blocks(lang, "poll.results")])


def detail(told: Told, lang: Lang, local: Local, areas: Mapping[str, Text], *, organizer: bool) -> Message:
    poll = told.poll
    question = wording(poll, lang).question
    lines, drawn = outcome(poll, told.tally, lang)
    groups = [grouped(poll, trait, told.groups[trait], lang, areas) for trait in TRAITS if trait in told.groups]
    hidden = [result_words.HIDDEN(lang, enough=poll.enough)] if told.tally.counts is not None else []
    trend, chart = over_time(poll, told.trend, lang, local)
    texts = [quoted(cut(text, 1000)) for text in told.texts[:TEXTS]]
    more = [result_words.MORE_TEXTS(lang, len(told.texts) - TEXTS)] if len(told.texts) > TEXTS else []
    again = [repeating.repeats(told.repeat, lang, local)] if organizer and told.repeat else []
    blocks = [
        header(cut(question, 150)),
        *drawn,
        *(section(part) for part in groups),
        *(context(said) for said in [*hidden, *more]),
        *chart,
        *([divider(), *texts] if texts else []),
        *map(context, again),
        *([actions(*_files(poll, lang), *repeating.buttons(poll, told.repeat, lang))] if organizer else []),
    ]
    written = [escape(text) for text in told.texts[:TEXTS]]
    return Message("\n".join([escape(question), *lines, *groups, *hidden, *trend, *written, *more, *again]), blocks)


def _files(poll: Poll, lang: Lang) -> list[Block]:
    again = button(outcome_words.AGAIN[lang], "poll.new", poll.id)
    return [button("CSV", "poll.csv", poll.id), button("Excel", "poll.xlsx", poll.id), again]
