"""The thumbs under an answer; one that points down may tell why."""

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    input_of,
    modal,
    options,
    section,
    text_input,
)
from bot.core.texts import Lang
from bot.domain import members, questions
from bot.domain.questions import REASONS
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from bot.slack.words import CLOSE, SEND
from handlers.ask import words

LONGEST_REMARK = 500


def helpful(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        questions.rate(session, ctx.value, ctx.person, helpful=True)
    return Reply(private=Message(words.THANKS[ctx.lang]))


def unhelpful(ctx: Ctx) -> Reply:
    """The thumb counts at once; the form, which guests cannot send, only asks why."""
    with ctx.once() as session:
        questions.rate(session, ctx.value, ctx.person, helpful=False)
        standing, _ = members.known(session, ctx.person)
    if standing != "full":
        return Reply(private=Message(words.THANKS[ctx.lang]))
    return Reply(open=form(ctx.lang, ctx.value))


def explain(ctx: Ctx) -> Reply:
    reason = next((each for each in REASONS if each == ctx.fields.get("reason")), None)
    remark = ctx.fields.get("remark", "").strip()[:LONGEST_REMARK]
    with ctx.once() as session:
        questions.explain(session, ctx.data, ctx.person, reason, remark)
    return Reply(update=thanks(ctx.lang, ctx.data, staffed=ctx.parts.settings.staff_channel is not None))


def form(lang: Lang, question_id: str) -> View:
    offered = options((reason, words.REASONS[reason][lang]) for reason in REASONS)
    reasons: Block = {"type": "radio_buttons", "action_id": "reason", "options": offered}
    remark = text_input("remark", words.REMARK[lang], longest=LONGEST_REMARK)
    blocks = [
        input_of("reason", words.WHY[lang], reasons, optional=True),
        remark | {"optional": True},
        context(words.SEEN_BY[lang]),
    ]
    title, close = words.WHY_TITLE[lang], CLOSE[lang]
    return modal("ask.explain", title, blocks, submit=SEND[lang], close=close, data=question_id)


def thanks(lang: Lang, question_id: str, *, staffed: bool) -> View:
    """`staffed`: there are people to send the question to."""
    said = words.SORRY if staffed else words.THANKS
    forward = [actions(button(words.FORWARD[lang], "inquiry.open", question_id))] if staffed else []
    return modal("notice", words.WHY_TITLE[lang], [section(said[lang]), *forward], close=CLOSE[lang])
