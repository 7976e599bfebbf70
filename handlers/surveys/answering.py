"""Answering: one part a step, back, left and continued, sent, and changed until the round closes."""

from collections.abc import Mapping

from bot.core.blocks import Message
from bot.core.errors import UserError, short
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.kinds import together
from bot.domain.answers.pointing import pointers
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import agreeing, answering
from bot.domain.surveys.answering import MISSING, Sheet
from bot.domain.surveys.tables import GONE, Question
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from handlers.surveys import agreeing as agreeing_views
from handlers.surveys import desk, views, words

MOST_OPTIONS = 11


def listing(ctx: Ctx) -> Reply:
    return Reply(private=_listing(ctx))


def turn(ctx: Ctx) -> Reply:
    """Another page of the list, in the place of this one."""
    return Reply(private=_listing(ctx), instead=True)


def _listing(ctx: Ctx) -> Message:
    """What the person's company is asked, and for organizers all surveys."""
    with ctx.parts.read() as session:
        keys = Keys(ctx.parts.settings)
        asked, agreed = answering.invited(session, keys, ctx.person, ctx.now), agreeing.agreed(session, ctx.person)
        waves = [one.wave for one in asked]
        buttons = {wave.id: agreeing_views.offer(wave, ctx.lang) for wave in waves if wave not in agreed}
        found = [views.invited(asked, buttons, ctx.lang, ctx.local), agreeing_views.listed(agreed, ctx.lang)]
        if members.may(session, ctx.person, "organizer"):
            found.append(desk.listing(session, ctx.value, ctx.lang, ctx.local))
    lines, blocks = ([one for part in parts for one in part] for parts in zip(*found, strict=True))
    return Message("\n".join(lines).strip(), blocks)


def answer(ctx: Ctx) -> Reply:
    """«Svar»: the first part in which something is missing. «Endre svaret»: the first part."""
    with ctx.parts.read() as session:
        on = answering.sheet(session, Keys(ctx.parts.settings), ctx.value, ctx.person, ctx.now)
    return Reply(open=views.step(on, on.step, ctx.lang))


def fill(ctx: Ctx) -> Reply:
    """«Neste», or «Send» on the last part."""
    wave_id, number, shown = _place(ctx)
    keys = Keys(ctx.parts.settings)
    with ctx.once(scope=scope(wave_id)) as session:
        on = answering.sheet(session, keys, wave_id, ctx.person, ctx.now, lock=True)
        questions, last = _questions(on, number)
        given, faults = _read(questions, ctx.fields, ctx.lang, strict=True)
        if faults:
            return Reply(errors=faults)
        answering.fill(session, keys, on, number, given)
        session.flush()
        on = answering.sheet(session, keys, wave_id, ctx.person, ctx.now)
        found = pointers("\n".join(one.words or "" for one in given.values()))
        if found and not shown:
            return Reply(update=views.step(on, number, ctx.lang, found))
        if last and on.lacks is None:
            answering.send(session, keys, on)
            agreed = on.wave in agreeing.agreed(session, ctx.person)
            return Reply(update=agreeing_views.thanks(on, ctx.lang, ctx.local, agreed=agreed))
    return Reply(update=views.step(on, on.step if last else number + 1, ctx.lang))


def back(ctx: Ctx) -> Reply:
    on, number = _kept(ctx)
    return Reply(update=views.step(on, max(0, number - 1), ctx.lang))


def later(ctx: Ctx) -> Reply:
    on, _ = _kept(ctx)
    said = (words.KEPT_CHANGE if on.sent else words.KEPT)(ctx.lang, when=ctx.local.moment(on.wave.closes_at, ctx.lang))
    return Reply(update=views.notice(ctx.lang, said))


def _kept(ctx: Ctx) -> tuple[Sheet, int]:
    """What was filled in and can be taken is kept; a part may be left half empty."""
    wave_id, number, _ = _place(ctx)
    keys = Keys(ctx.parts.settings)
    with ctx.once(scope=scope(wave_id)) as session:
        on = answering.sheet(session, keys, wave_id, ctx.person, ctx.now, lock=True)
        questions, _ = _questions(on, number)
        given, _ = _read(questions, ctx.fields, ctx.lang, strict=False)
        answering.fill(session, keys, on, number, given)
        session.flush()
        return answering.sheet(session, keys, wave_id, ctx.person, ctx.now), number


def _place(ctx: Ctx) -> tuple[str, int, bool]:
    wave_id, _, rest = ctx.data.partition(" ")
    number, _, shown = rest.partition(" ")
    return wave_id, int(number) if number.isdecimal() and len(number) < 3 else -1, bool(shown)


def _questions(on: Sheet, number: int) -> tuple[tuple[Question, ...], bool]:
    parts = on.wave.read()
    if not 0 <= number < len(parts):
        raise UserError(GONE)
    return parts[number].questions, number == len(parts) - 1


def _read(
    questions: tuple[Question, ...], fields: Mapping[str, str], lang: Lang, *, strict: bool
) -> tuple[dict[str, Given], dict[str, str]]:
    """What was answered, and a sentence for each field that cannot be taken."""
    given: dict[str, Given] = {}
    faults: dict[str, str] = {}
    for one in questions:
        try:
            answer = _given(one, views.typed(one, fields))
        except UserError as fault:
            faults[one.id] = fault.say(lang)
            continue
        if answer:
            given[one.id] = answer
        elif strict and not one.optional:
            faults[one.id] = MISSING[lang]
    return given, faults


def _given(question: Question, typed: str) -> Given | None:
    if not typed:
        return None
    if question.kind == "words":
        return Given(0, short(typed, question.id, views.LONGEST))
    picked = {int(one) for one in typed.split() if one.isdecimal() and one.isascii() and len(one) < 3}
    if not picked or max(picked) >= min(MOST_OPTIONS, len(question.options["nb"])):
        raise UserError(GONE)
    if question.kind != "several":
        return Given(min(picked))
    if question.most and len(picked) > question.most:
        raise UserError(words.TOO_MANY, most=question.most, count=len(picked))
    return Given(together(picked))


def scope(wave_id: str) -> str:
    """Under which the presses of a survey are claimed, so that they can be removed when it closes."""
    return f"survey:{wave_id}"[:64]
