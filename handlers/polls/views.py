"""What a poll looks like: on the wall, to the voter alone, in the list, and as a result."""

from collections.abc import Mapping, Sequence

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
    quoted,
    section,
)
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.answers import kinds
from bot.domain.answers.asked import Given, Tally, Wording, said, wording
from bot.domain.answers.ballots import Roll
from bot.domain.answers.kinds import Kind
from bot.domain.polls.making import Draft
from bot.domain.polls.person import Listed
from bot.domain.polls.tables import Poll
from bot.slack.paging import Page
from bot.slack.results import words as result_words
from bot.slack.results.figures import joined, listed, numbered, outcome
from bot.slack.words import CANCEL, CLOSE, TRY_AGAIN
from handlers.polls import words

SHOWN = 10  # polls on one page: each takes four blocks of Slack's fifty
NAMES = 100  # names that are shown of each option
WROTE = 40  # answers in words: each takes two blocks of the hundred of a window
SAID = 500  # characters of an answer in its receipt
HOW: dict[Kind, Text] = {"several": words.CHOOSE_SEVERAL, "words": words.CHOOSE_WORDS}  # in a window, not by one press


# --- the wall ---


def wall(poll: Poll, tally: Tally, lang: Lang, local: Local) -> Message:
    """The message in the channel: an open poll with its buttons, or a closed one."""
    return _closed_wall(poll, tally, lang) if poll.closed_at else _open_wall(poll, tally, lang, local)


def _open_wall(poll: Poll, tally: Tally, lang: Lang, local: Local) -> Message:
    asked = wording(poll, lang)
    secrecy = (result_words.NAMED if poll.named else result_words.ANONYMOUS)[lang]
    answered = result_words.ANSWERED(lang, count=tally.turnout)
    state = f"{answered} · {words.CLOSES(lang, when=local.moment(poll.closes_at, lang))}"
    each = [_each(poll.named, lang)] if poll.by_company else []
    numbers = numbered(asked, tally, lang) if tally.turnout else ""
    how = HOW.get(poll.kind, words.CHOOSE)[lang]
    text = [escape(asked.question), *listed(asked), how, *each, numbers, state, secrecy]
    blocks = [
        header(asked.question),
        context(how),
        *choices(poll, asked, lang),
        *([section(numbers)] if numbers else []),
        context("\n".join([state, *each, secrecy])),
        actions(button(words.MINE[lang], "poll.mine", poll.id)),
    ]
    return Message(joined(text), blocks)


def choices(poll: Poll, asked: Wording, lang: Lang) -> list[Block]:
    """A button for each option; what one press cannot answer opens a window."""
    if poll.kind in HOW:
        shown = [section("\n".join(listed(asked)))] if asked.options else []
        return [*shown, actions(button(words.ANSWER[lang], "poll.answer", poll.id, style="primary"))]
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
    secrecy = context((result_words.NAMED if draft.named else result_words.ANONYMOUS)[lang])
    unit = [context(_each(draft.named, lang))] if draft.by_company else []
    return modal("notice", words.PREVIEW_TITLE[lang], [*parts, *unit, secrecy], close=CLOSE[lang])


def _each(named: bool, lang: Lang) -> str:
    """Where one answers for each company."""
    return (words.ONE_EACH if named else words.EACH_HIDDEN)[lang]


def _closed_wall(poll: Poll, tally: Tally, lang: Lang) -> Message:
    asked = wording(poll, lang)
    state = f"{words.SHUT[lang]} {result_words.ANSWERED(lang, count=tally.turnout)}."
    told = numbered(asked, tally, lang) if tally.counts else "\n".join(listed(asked))
    shown = [section(told)] if told else []
    return Message(joined([escape(asked.question), state, told]), [header(asked.question), *shown, context(state)])


def result(poll: Poll, tally: Tally, lang: Lang) -> Message:
    """What is posted when the poll has closed."""
    title = f"{words.RESULT[lang]}: {wording(poll, lang).question}"
    said, drawn = outcome(poll, tally, lang)
    return Message(joined([escape(title), *said]), [header(cut(title, 150)), *drawn])


# --- to one person ---


def receipt(poll: Poll, given: Given, lang: Lang, local: Local, *, changed: bool) -> Message:
    """Only the voter sees it, and it is stored nowhere."""
    yours = (words.YOURS if changed else words.ALREADY)(lang, option=cut(said(poll, given, lang), SAID))
    until = f"{yours} {words.UNTIL(lang, when=local.moment(poll.closes_at, lang))}"
    promise = (result_words.NAMED if poll.named else words.PROMISE)[lang]
    question = words.TO_QUESTION(lang, question=wording(poll, lang).question)
    return Message(f"{question}\n{until}\n{promise}", [context(question), section(until), context(promise)])


def not_shown(poll: Poll, lang: Lang, *, answered: bool) -> Message:
    said = words.HIDDEN if answered else words.NOT_ANSWERED
    return Message(said(lang, question=wording(poll, lang).question))


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
        result_words.ANSWERED(lang, count=tally.turnout),
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


def who(poll: Poll, rolled: list[Roll], companies: Mapping[str, str], lang: Lang) -> View:
    """A named poll's answers with names, for organizers."""
    asked = wording(poll, lang)
    chosen: dict[int, list[str]] = {}
    wrote: list[Block] = []
    for row in rolled:
        named = escape(companies.get(row.person, "–")) if poll.by_company else f"<@{row.person}>"
        wrote += [context(named), quoted(row.words)] if row.words else []
        for option in kinds.chosen(poll.kind, row.option or 0):
            chosen.setdefault(option, []).append(named)
    parts = [section(f"{line}\n{_names(chosen.get(n, []), lang)}") for n, line in enumerate(listed(asked))]
    if poll.kind == "words":
        more = [context(words.MORE(lang, count=len(rolled) - WROTE))] if len(rolled) > WROTE else []
        parts = [*wrote[: 2 * WROTE], *more] or [section(words.NOBODY[lang])]
    return modal("notice", words.WHO[lang], [header(asked.question), *parts], close=CLOSE[lang])


def _names(people: list[str], lang: Lang) -> str:
    shown = people[:NAMES]
    more = [words.MORE(lang, count=len(people) - NAMES)] if len(people) > NAMES else []
    return ", ".join([*shown, *more]) or words.NOBODY[lang]


def not_posted(poll: Poll, lang: Lang) -> Message:
    """To the organizer, when the channel cannot be reached."""
    question = escape(wording(poll, lang).question)
    said = words.NOT_POSTED[lang].format(question=question, channel=f"<#{poll.channel}>")
    return Message(said, [section(said), actions(button(TRY_AGAIN[lang], "poll.post", poll.id))])
