"""What a poll looks like: on the wall, to the voter alone, in the list, and as a result."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    cut,
    divider,
    header,
    modal,
    section,
)
from bot.core.texts import Lang, Text, day, escape
from bot.domain.answers import kinds
from bot.domain.answers.figures import share
from bot.domain.answers.kinds import Kind
from bot.domain.polls.closing import Tally
from bot.domain.polls.making import Draft
from bot.domain.polls.person import Listed
from bot.domain.polls.results import summary
from bot.domain.polls.tables import Poll, Roll, Wording, wording
from bot.domain.polls.voting import Given
from bot.domain.polls.wordings import said
from handlers.polls import words

CHART_TITLE, CHART_LABEL = 50, 20  # Slack's limits
NAMES = 100  # names that are shown of each option
SAID = 500  # characters of an answer in its receipt
HOW: dict[Kind, Text] = {"several": words.CHOOSE_SEVERAL, "words": words.CHOOSE_WORDS}  # in a window, not by one press


def moment(at: datetime, lang: Lang, zone: ZoneInfo) -> str:
    local = at.astimezone(zone)
    hour = f"{local:%H:%M}" if lang == "en" else f"{local:%H.%M}"
    return words.AT(lang, day=day(local.date(), lang), hour=hour)


# --- the wall ---


def wall(poll: Poll, tally: Tally, lang: Lang, zone: ZoneInfo) -> Message:
    """The message in the channel: an open poll with its buttons, or a closed one."""
    return _closed_wall(poll, tally, lang) if poll.closed_at else _open_wall(poll, tally, lang, zone)


def _open_wall(poll: Poll, tally: Tally, lang: Lang, zone: ZoneInfo) -> Message:
    asked = wording(poll, lang)
    secrecy = (words.NAMED if poll.named else words.ANONYMOUS)[lang]
    state = (
        f"{words.ANSWERED(lang, count=tally.turnout)} · {words.CLOSES(lang, when=moment(poll.closes_at, lang, zone))}"
    )
    each = [words.ONE_EACH[lang]] if poll.by_company else []
    numbers = _numbers(asked, tally, lang) if tally.turnout else ""
    how = HOW.get(poll.kind, words.CHOOSE)[lang]
    text = [escape(asked.question), *_listed(asked), how, *each, numbers, state, secrecy]
    blocks = [
        header(asked.question),
        context(how),
        *_choices(poll, asked, lang),
        *([section(numbers)] if numbers else []),
        context("\n".join([state, *each, secrecy])),
        actions(button(words.MINE[lang], "poll.mine", poll.id)),
    ]
    return Message(_text(text), blocks)


def _choices(poll: Poll, asked: Wording, lang: Lang) -> list[Block]:
    """A button for each option; what one press cannot answer opens a window."""
    if poll.kind in HOW:
        listed = [section("\n".join(_listed(asked)))] if asked.options else []
        return [*listed, actions(button(words.ANSWER[lang], "poll.answer", poll.id, style="primary"))]
    values = [(option, f"{poll.id} {n}") for n, option in enumerate(asked.options)]
    if poll.kind == "one":  # a row for each, since they may be long
        return [actions(button(option, "poll.vote", value)) for option, value in values]
    return [actions(*(button(option, f"poll.vote:{n}", value) for n, (option, value) in enumerate(values)))]


def preview(draft: Draft, lang: Lang) -> View:
    """The wall as it will be, without buttons."""
    parts: list[Block] = []
    for each in draft.languages():
        choices = "\n".join(f"• {escape(choice)}" for choice in draft.choices(each))
        parts += [header(draft.asked(each))] if draft.asked(each) else [section(words.NO_PREVIEW[lang])]
        parts += [context(HOW.get(draft.kind, words.CHOOSE)[each]), *([section(choices)] if choices else [])]
    secrecy = context((words.NAMED if draft.named else words.ANONYMOUS)[lang])
    return modal("notice", words.PREVIEW[lang], [*parts, secrecy], close=words.CLOSE[lang])


def _closed_wall(poll: Poll, tally: Tally, lang: Lang) -> Message:
    asked = wording(poll, lang)
    state = f"{words.SHUT[lang]} {words.ANSWERED(lang, count=tally.turnout)}."
    told = _numbers(asked, tally, lang) if tally.counts else "\n".join(_listed(asked))
    shown = [section(told)] if told else []
    return Message(_text([escape(asked.question), state, told]), [header(asked.question), *shown, context(state)])


def result(poll: Poll, tally: Tally, lang: Lang) -> Message:
    """What is posted when the poll has closed."""
    title = f"{words.RESULT[lang]}: {wording(poll, lang).question}"
    said, drawn = outcome(poll, tally, lang)
    return Message(_text([escape(title), *said]), [header(cut(title, 150)), *drawn])


def outcome(poll: Poll, tally: Tally, lang: Lang) -> tuple[list[str], list[Block]]:
    """Lines and blocks of what is told of a closed poll."""
    asked = wording(poll, lang)
    state = f"{words.ANSWERED(lang, count=tally.turnout)}."
    few = not poll.named and tally.turnout < poll.enough
    if poll.kind == "words" and not few:
        return [state, words.IN_WORDS[lang]], [section(f"{state} {words.IN_WORDS[lang]}")]
    if tally.counts is None:
        said = words.TOO_FEW(lang, enough=poll.enough)
        return [state, said], [section(f"{state} {said}")]
    numbers = _estimated(asked, tally, lang)
    one_figure = summarized(poll, tally.counts, lang)
    lines = [numbers, *([one_figure] if one_figure else []), state]
    drawn = [chart(asked, tally.counts, lang)] if tally.turnout else []
    likely = [words.LIKELY[lang]] if tally.turnout else []
    blocks = [section(line) for line in lines[:-1]]
    return [*lines, *likely], [*drawn, *blocks, context(" ".join([state, *likely]))]


def _estimated(asked: Wording, tally: Tally, lang: Lang) -> str:
    """A line for each option: «1. Buss: 3 (60 %, trolig 23–88 %)»."""
    lines = []
    for option, count in zip(_listed(asked), tally.counts or (), strict=True):
        found = share(count, tally.turnout)
        percent, low, high = (round(end or 0) for end in (found.value, found.low, found.high))
        between = words.BETWEEN(lang, count=count, percent=percent, low=low, high=high)
        lines.append(f"{option}: {between if tally.turnout else words.SHARE(lang, count=0, percent=0)}")
    return "\n".join(lines)


def summarized(poll: Poll, counts: tuple[int, ...], lang: Lang) -> str:
    """«Median: 4, trolig 3 til 5»; empty where the kind has no one figure."""
    found = summary(poll, counts) if sum(counts) else None
    if found is None:
        return ""
    said = (words.SCORE if poll.kind == "recommend" else words.MEDIAN)(lang, value=number(found.value, lang))
    if found.low is None or found.high is None:
        return f"{said}, {words.NO_RANGE[lang]}"
    return f"{said}, {words.RANGE(lang, low=number(found.low, lang), high=number(found.high, lang))}"


def number(value: float, lang: Lang) -> str:
    """Whole, or with one decimal where it is a half."""
    said = f"{value:.0f}" if abs(value) > 10 or value == int(value) else f"{value:.1f}"
    return (said if lang == "en" else said.replace(".", ",")).replace("-", "−")


def chart(asked: Wording, counts: tuple[int, ...], lang: Lang) -> Block:
    """Bars; long options are shortened and numbered as in the list below."""
    fits = all(len(option) <= CHART_LABEL for option in asked.options)
    labels = [option if fits else cut(f"{n}. {option}", CHART_LABEL) for n, option in enumerate(asked.options, 1)]
    points = [{"label": label, "value": count} for label, count in zip(labels, counts, strict=True)]
    series = [{"name": words.ANSWERS[lang], "data": points}]
    drawn = {"type": "bar", "series": series, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": cut(asked.question, CHART_TITLE), "chart": drawn}


def _listed(asked: Wording) -> list[str]:
    return [f"{n}. {escape(option)}" for n, option in enumerate(asked.options, 1)]


def _numbers(asked: Wording, tally: Tally, lang: Lang) -> str:
    """A line for each option: «1. Buss: 3 (60 %)»."""
    percents = [round(100 * count / max(1, tally.turnout)) for count in tally.counts or ()]
    pairs = zip(tally.counts or (), percents, strict=True)
    shares = [words.SHARE(lang, count=count, percent=percent) for count, percent in pairs]
    return "\n".join(f"{option}: {share}" for option, share in zip(_listed(asked), shares, strict=False))


def _text(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)


# --- to one person ---


def receipt(poll: Poll, given: Given, lang: Lang, zone: ZoneInfo, *, changed: bool) -> Message:
    """Only the voter sees it, and it is stored nowhere."""
    yours = (words.YOURS if changed else words.ALREADY)(lang, option=cut(said(poll, given, lang), SAID))
    until = f"{yours} {words.UNTIL(lang, when=moment(poll.closes_at, lang, zone))}"
    promise = (words.NAMED if poll.named else words.PROMISE)[lang]
    question = words.TO_QUESTION(lang, question=wording(poll, lang).question)
    return Message(f"{question}\n{until}\n{promise}", [context(question), section(until), context(promise)])


def not_answered(poll: Poll, lang: Lang) -> Message:
    return Message(words.NOT_ANSWERED(lang, question=wording(poll, lang).question))


def listing(polls: list[tuple[Listed, Tally]], lang: Lang, zone: ZoneInfo, *, organizer: bool) -> Message:
    new = [actions(button(words.NEW[lang], "poll.new", style="primary"))] if organizer else []
    if not polls:
        return Message(words.NONE[lang], [section(words.NONE[lang]), *new])
    shown = [_entry(one, tally, lang, zone, organizer=organizer) for one, tally in polls]
    text = [words.OPEN[lang], *(said for said, _ in shown)]
    blocks = [block for _, part in shown for block in (divider(), *part)]
    return Message("\n\n".join(text), [header(words.OPEN[lang]), *blocks, *([divider(), *new] if new else [])])


def _entry(one: Listed, tally: Tally, lang: Lang, zone: ZoneInfo, *, organizer: bool) -> tuple[str, list[Block]]:
    poll, asked = one.poll, wording(one.poll, lang)
    facts = [
        words.WHERE[lang].format(channel=f"<#{poll.channel}>"),
        words.CLOSES(lang, when=moment(poll.closes_at, lang, zone)),
        words.ANSWERED(lang, count=tally.turnout),
        (words.YOU_DID if one.answered else words.YOU_DID_NOT)[lang],
        *([words.FALLBACK[lang]] if asked.fallback else []),
    ]
    said = " · ".join(facts)
    plain_question: Block = {"type": "section", "text": {"type": "plain_text", "text": asked.question, "emoji": False}}
    buttons = _buttons(one, asked, lang, organizer=organizer)
    return (
        f"{escape(asked.question)}\n{said}",
        [plain_question, context(said), *([actions(*buttons)] if buttons else [])],
    )


def _buttons(one: Listed, asked: Wording, lang: Lang, *, organizer: bool) -> list[Block]:
    def spoken(label: str) -> str:
        return cut(f"{label}: {asked.question}", 75)

    def press(label: str, action: str) -> Block:
        return button(label, action, one.poll.id, spoken=spoken(label))

    sure = confirm(words.CLOSE_NOW[lang], words.SURE[lang], words.YES[lang], words.NO[lang])
    mine = [press(words.MINE[lang], "poll.mine")] if one.answered else []
    who = [press(words.WHO[lang], "poll.who")] if one.poll.named else []
    return [*mine, *who, press(words.CLOSE_NOW[lang], "poll.close") | {"confirm": sure}] if organizer else mine


def who(poll: Poll, rolled: list[Roll], companies: Mapping[str, str], lang: Lang) -> View:
    """A named poll's answers with names, for organizers."""
    asked = wording(poll, lang)
    chosen: dict[int, list[str]] = {}
    for row in rolled:
        named = escape(companies.get(row.person, "–")) if poll.by_company else f"<@{row.person}>"
        for option in kinds.chosen(poll.kind, row.option or 0):
            chosen.setdefault(option, []).append(named)
    parts = [section(f"{line}\n{_names(chosen.get(n, []), lang)}") for n, line in enumerate(_listed(asked))]
    if poll.kind == "words":
        parts = [section(words.IN_WORDS[lang])]
    return modal("notice", words.WHO[lang], [header(asked.question), *parts], close=words.CLOSE[lang])


def _names(people: list[str], lang: Lang) -> str:
    shown = people[:NAMES]
    more = [words.MORE(lang, count=len(people) - NAMES)] if len(people) > NAMES else []
    return ", ".join([*shown, *more]) or words.NOBODY[lang]


def not_posted(poll: Poll, lang: Lang) -> Message:
    """To the organizer, when the channel cannot be reached."""
    question = escape(wording(poll, lang).question)
    said = words.NOT_POSTED[lang].format(question=question, channel=f"<#{poll.channel}>")
    return Message(said, [section(said), actions(button(words.TRY_AGAIN[lang], "poll.post", poll.id))])
