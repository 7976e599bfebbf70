"""The windows and messages of a survey for those who answer."""

from collections.abc import Mapping, Sequence

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    cut,
    header,
    input_of,
    modal,
    options,
    section,
    select,
)
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.asked import Given, wording
from bot.domain.answers.kinds import chosen
from bot.domain.surveys.answering import Invited, Sheet
from bot.domain.surveys.tables import Part, Question, Wave
from bot.domain.surveys.waves import Count
from bot.slack.push import opt_out
from bot.slack.words import BACK, CLOSE, PICK, SEND
from handlers.surveys import words

LONGEST = 1000  # characters of an answer in words


def invitation(wave: Wave, lang: Lang, local: Local, *, again: bool) -> Message:
    """An invitation, or a reminder of it."""
    about = {"name": wave.named(lang), "when": local.moment(wave.closes_at, lang)}
    told = words.REMINDED(lang, **about) if again else words.INVITED(lang, len(wave.parts), **about)
    start = actions(button(words.ANSWER[lang], "survey.answer", wave.id, style="primary"))
    promise = words.PROMISE[lang]
    return Message(f"{told}\n{promise}", [section(told), start, context(promise), opt_out("survey", lang)])


def step(on: Sheet, number: int, lang: Lang, found: list[str] | None = None) -> View:
    """One part. `found`: what in words could point to somebody; it is kept all the same when it is sent again."""
    parts = on.wave.read()
    last = number == len(parts) - 1
    above = [context(words.CHANGING[lang])] if on.sent else []
    above += [section(words.POINTS(lang, found=" · ".join(found)))] if found else []
    back = [button(BACK[lang], "survey.back")] if number else []
    blocks = [
        *part(on.wave.named(lang), parts, number, on.given, lang, above),
        actions(*back, button(words.LATER[lang], "survey.later")),
        *([context(words.PROMISE[lang])] if last or not number else []),
    ]
    data = f"{on.wave.id} {number} {'shown' if found else ''}".strip()
    submit = SEND[lang] if last else words.NEXT[lang]
    return modal("survey.fill", words.TITLE[lang], blocks, submit=submit, close=CLOSE[lang], data=data)


def part(
    name: str, parts: Sequence[Part], number: int, given: Mapping[str, Given], lang: Lang, above: Sequence[Block] = ()
) -> list[Block]:
    """Of what it is a part (`name`) and which, its title, what stands above the questions, and these."""
    shown = parts[number]
    return [
        context(f"{escape(name)} · {words.STEP(lang, step=number + 1, steps=len(parts))}"),
        header(cut(shown.title.get(lang) or shown.title["nb"], 150)),
        *above,
        *(_field(one, given.get(one.id), lang) for one in shown.questions),
    ]


def _field(question: Question, given: Given | None, lang: Lang) -> Block:
    asked = wording(question, lang)
    hint = words.AT_MOST(lang, most=question.most) if question.most else ""
    if question.kind == "words":
        element: Block = {"type": "plain_text_input", "action_id": "words", "multiline": True, "max_length": LONGEST}
        element |= {"initial_value": given.words} if given and given.words else {}
        return input_of(question.id, asked.question, element, optional=True, hint=words.OPTIONAL[lang])
    choices = [(str(n), option) for n, option in enumerate(asked.options)]
    before = [str(n) for n in chosen(question.kind, given.option)] if given else []
    if question.kind == "recommend":
        return input_of(question.id, asked.question, select("choice", PICK[lang], choices, next(iter(before), None)))
    several = question.kind == "several"
    offered = options(choices)
    element = {"type": "checkboxes" if several else "radio_buttons", "action_id": "choice", "options": offered}
    marked = [option for option in offered if option["value"] in before]
    element |= {"initial_options" if several else "initial_option": marked if several else marked[0]} if marked else {}
    return input_of(question.id, asked.question, element, hint=hint)


def notice(lang: Lang, said: str, *more: Block) -> View:
    return modal("notice", words.TITLE[lang], [section(said), *more], close=CLOSE[lang])


def invited(
    asked: Sequence[Invited], more: Mapping[str, Block], lang: Lang, local: Local
) -> tuple[list[str], list[Block]]:
    """The open surveys of a person's company. `more`: a button for some of them."""
    if not asked:
        return [words.NONE[lang]], [section(words.NONE[lang])]
    lines: list[str] = []
    blocks: list[Block] = []
    for one in asked:
        wave = one.wave
        lines.append(_state(one)(lang, name=wave.named(lang), when=local.moment(wave.closes_at, lang)))
        row = [*_start(one, lang), *([more[wave.id]] if wave.id in more else [])]
        blocks += [section(lines[-1]), *([actions(*row)] if row else [])]
    return lines, blocks


def _state(one: Invited) -> Text:
    if one.mine:
        return words.PENDING if one.pending else words.MINE
    return words.DONE if one.answered else words.OPEN


def _start(one: Invited, lang: Lang) -> list[Block]:
    """«Svar», or «Endre svaret» for who sent it."""
    if one.mine:
        return [button(words.CHANGE[lang], "survey.answer", one.wave.id)]
    return [] if one.answered else [button(words.ANSWER[lang], "survey.answer", one.wave.id, style="primary")]


def counted(count: Count, lang: Lang) -> str:
    told = {"invited": count.invited, "told": count.told, "answered": count.answered, "rate": count.rate}
    alone = f"\n{words.UNREACHABLE(lang, count=count.unreachable)}" if count.unreachable else ""
    return words.STATE(lang, **told) + alone


def typed(question: Question, fields: Mapping[str, str]) -> str:
    return fields.get(question.id, "").strip()
