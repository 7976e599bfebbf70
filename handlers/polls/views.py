"""What a poll looks like: on the wall, to the voter alone, in the list, and as a result."""

from collections.abc import Sequence

from bot.core.blocks import (
    BUTTON,
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
from bot.core.few import ENOUGH
from bot.core.moments import Local
from bot.core.texts import Lang, escape
from bot.domain.polls.closing import Tally
from bot.domain.polls.person import Listed
from bot.domain.polls.tables import Poll, Wording, wording
from bot.slack.paging import Page
from bot.slack.words import CANCEL, CLOSE, TRY_AGAIN
from handlers.polls import words

CHART_TITLE, CHART_LABEL = 50, 20  # Slack's limits
SHOWN = 10  # polls on one page: each takes four blocks of Slack's fifty
NAMES = 100  # names that are shown of each option


# --- the wall ---


def wall(poll: Poll, tally: Tally, lang: Lang, local: Local) -> Message:
    """The message in the channel: an open poll with its buttons, or a closed one."""
    return _closed_wall(poll, tally, lang) if poll.closed_at else _open_wall(poll, tally, lang, local)


def _open_wall(poll: Poll, tally: Tally, lang: Lang, local: Local) -> Message:
    asked = wording(poll, lang)
    # A row and a name for each button of its own: the name must not tell what was chosen, since it is logged.
    rows = [actions(button(option, "poll.vote", f"{poll.id} {n}")) for n, option in enumerate(asked.options)]
    secrecy = (words.NAMED if poll.named else words.ANONYMOUS)[lang]
    state = (
        f"{words.ANSWERED(lang, count=tally.turnout)} · {words.CLOSES(lang, when=local.moment(poll.closes_at, lang))}"
    )
    numbers = _numbers(asked, tally, lang) if tally.turnout else ""
    text = [escape(asked.question), *_listed(asked), words.CHOOSE[lang], numbers, state, secrecy]
    blocks = [
        header(asked.question),
        context(words.CHOOSE[lang]),
        *rows,
        *([section(numbers)] if numbers else []),
        context(f"{state}\n{secrecy}"),
        actions(button(words.MINE[lang], "poll.mine", poll.id)),
    ]
    return Message(_text(text), blocks)


def _closed_wall(poll: Poll, tally: Tally, lang: Lang) -> Message:
    asked = wording(poll, lang)
    state = f"{words.SHUT[lang]} {words.ANSWERED(lang, count=tally.turnout)}."
    said = _numbers(asked, tally, lang) if tally.counts else "\n".join(_listed(asked))
    return Message(
        _text([escape(asked.question), state, said]), [header(asked.question), section(said), context(state)]
    )


def result(poll: Poll, tally: Tally, lang: Lang) -> Message:
    """What is posted when the poll has closed."""
    asked = wording(poll, lang)
    title = f"{words.RESULT[lang]}: {asked.question}"
    state = f"{words.ANSWERED(lang, count=tally.turnout)}."
    if tally.counts is None:
        said = words.TOO_FEW(lang, enough=ENOUGH)
        return Message(_text([escape(title), state, said]), [header(cut(title, 150)), section(f"{state} {said}")])
    numbers = _numbers(asked, tally, lang)
    drawn = [chart(asked, tally.counts, lang)] if tally.turnout else []
    blocks = [header(cut(title, 150)), *drawn, section(numbers), context(state)]
    return Message(_text([escape(title), numbers, state]), blocks)


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


def receipt(poll: Poll, option: int, lang: Lang, local: Local, *, changed: bool) -> Message:
    """Only the voter sees it, and it is stored nowhere."""
    asked = wording(poll, lang)
    yours = (words.YOURS if changed else words.ALREADY)(lang, option=asked.options[option])
    said = f"{yours} {words.UNTIL(lang, when=local.moment(poll.closes_at, lang))}"
    promise = (words.NAMED if poll.named else words.PROMISE)[lang]
    question = words.TO_QUESTION(lang, question=asked.question)
    return Message(f"{question}\n{said}\n{promise}", [context(question), section(said), context(promise)])


def not_answered(poll: Poll, lang: Lang) -> Message:
    return Message(words.NOT_ANSWERED(lang, question=wording(poll, lang).question))


def listing(polls: Page[Listed], tallies: Sequence[Tally], lang: Lang, local: Local, *, organizer: bool) -> Message:
    new = [actions(button(words.NEW[lang], "poll.new", style="primary"))] if organizer else []
    if not polls.shown:
        return Message(words.NONE[lang], [section(words.NONE[lang]), *new])
    pairs = zip(polls.shown, tallies, strict=True)
    shown = [_entry(one, tally, lang, local, organizer=organizer) for one, tally in pairs]
    text = [words.OPEN[lang], *(said for said, _ in shown), polls.place(lang)]
    blocks = [block for _, part in shown for block in (divider(), *part)]
    blocks += [*polls.blocks(lang, "poll.list"), *([divider(), *new] if new else [])]
    return Message("\n\n".join(text).strip(), [header(words.OPEN[lang]), *blocks])


def _entry(one: Listed, tally: Tally, lang: Lang, local: Local, *, organizer: bool) -> tuple[str, list[Block]]:
    poll, asked = one.poll, wording(one.poll, lang)
    facts = [
        words.WHERE[lang].format(channel=f"<#{poll.channel}>"),
        words.CLOSES(lang, when=local.moment(poll.closes_at, lang)),
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
        return cut(f"{label}: {asked.question}", BUTTON)

    def press(label: str, action: str) -> Block:
        return button(label, action, one.poll.id, spoken=spoken(label))

    sure = confirm(words.CLOSE_NOW[lang], words.SURE[lang], words.CLOSE_IT[lang], CANCEL[lang])
    mine = [press(words.MINE[lang], "poll.mine")] if one.answered else []
    who = [press(words.WHO[lang], "poll.who")] if one.poll.named else []
    return [*mine, *who, press(words.CLOSE_NOW[lang], "poll.close") | {"confirm": sure}] if organizer else mine


def who(poll: Poll, chosen: dict[int, list[str]], lang: Lang) -> View:
    """A named poll's answers with names, for organizers."""
    asked = wording(poll, lang)
    parts = [section(f"{line}\n{_names(chosen.get(n, []), lang)}") for n, line in enumerate(_listed(asked))]
    return modal("notice", words.WHO[lang], [header(asked.question), *parts], close=CLOSE[lang])


def _names(people: list[str], lang: Lang) -> str:
    shown = [f"<@{person}>" for person in people[:NAMES]]
    more = [words.MORE(lang, count=len(people) - NAMES)] if len(people) > NAMES else []
    return ", ".join([*shown, *more]) or words.NOBODY[lang]


def not_posted(poll: Poll, lang: Lang) -> Message:
    """To the organizer, when the channel cannot be reached."""
    question = escape(wording(poll, lang).question)
    said = words.NOT_POSTED[lang].format(question=question, channel=f"<#{poll.channel}>")
    return Message(said, [section(said), actions(button(TRY_AGAIN[lang], "poll.post", poll.id))])
