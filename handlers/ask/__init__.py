"""Asking and being answered."""

from bot.core.blocks import Message, actions, button, section
from bot.domain import questions
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.ask import words
from handlers.ask.asking import about_message, pressed, share, typed


def helpful(ctx: Ctx) -> Reply:
    _rate(ctx, helpful=True)
    return Reply(private=Message(words.THANKS[ctx.lang]))


def unhelpful(ctx: Ctx) -> Reply:
    _rate(ctx, helpful=False)
    if ctx.parts.settings.staff_channel is None:
        return Reply(private=Message(words.THANKS[ctx.lang]))
    forward = button(words.FORWARD[ctx.lang], "inquiry.open", ctx.value)
    return Reply(private=Message(words.SORRY[ctx.lang], [section(words.SORRY[ctx.lang]), actions(forward)]))


def _rate(ctx: Ctx, *, helpful: bool) -> None:
    with ctx.once() as session:
        questions.rate(session, ctx.value, ctx.person, helpful)


def register(listen: Listen) -> None:
    listen.event("message", typed)
    listen.event("app_mention", typed, public=True)
    listen.anything_else(typed)
    listen.shortcut("ask.message", about_message)
    listen.action("ask.again", pressed, public=True)
    listen.action("ask.helpful", helpful, public=True)
    listen.action("ask.unhelpful", unhelpful, public=True)
    listen.action("ask.share", share)


FEATURE = Feature(
    "questions",
    register,
    nightly=questions.forget_names,
    figures=questions.figures,
    forget=questions.delete_all,
    export=questions.export,
)
