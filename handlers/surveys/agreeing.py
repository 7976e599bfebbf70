"""«Kan arrangørene kontakte deg?»: asked when the answer has been sent, and in the list; taken back at any time."""

from collections.abc import Sequence

from bot.core.blocks import Block, Message, View, actions, button, section
from bot.core.moments import Local
from bot.core.texts import Lang
from bot.domain.surveys import agreeing
from bot.domain.surveys.answering import Sheet
from bot.domain.surveys.tables import Wave
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from handlers.surveys import selecting_words, views, words


def thanks(on: Sheet, lang: Lang, local: Local, *, agreed: bool) -> View:
    """The answer has been sent; the question that comes then is no part of it."""
    said = (words.CHANGED if on.sent else words.THANKS)(lang, when=local.moment(on.wave.closes_at, lang))
    yes = _yes(on.wave, selecting_words.AGREE[lang])
    return views.notice(lang, said, *([] if agreed else [section(selecting_words.ASK[lang]), actions(yes)]))


def offer(wave: Wave, lang: Lang) -> Block:
    return _yes(wave, selecting_words.OFFER[lang])


def _yes(wave: Wave, label: str) -> Block:
    return button(label, "survey.agree", wave.id)


def _no(wave: Wave, lang: Lang) -> Block:
    return button(selecting_words.WITHDRAW[lang], "survey.withdraw", wave.id)


def listed(agreed: Sequence[Wave], lang: Lang) -> tuple[list[str], list[Block]]:
    """What the person has agreed to."""
    lines = [selecting_words.MAY(lang, name=wave.named(lang)) for wave in agreed]
    blocks = [
        block for said, wave in zip(lines, agreed, strict=True) for block in (section(said), actions(_no(wave, lang)))
    ]
    return lines, blocks


def agree(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        wave = agreeing.agree(session, ctx.value, ctx.person, ctx.now)
    return _reply(ctx, selecting_words.AGREED(ctx.lang, name=wave.named(ctx.lang)), actions(_no(wave, ctx.lang)))


def withdraw(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        wave = agreeing.withdraw(session, ctx.value, ctx.person)
    return _reply(ctx, selecting_words.WITHDRAWN(ctx.lang, name=wave.named(ctx.lang)))


def _reply(ctx: Ctx, said: str, *more: Block) -> Reply:
    """In the window, where it was pressed there."""
    if ctx.view_id:
        return Reply(update=views.notice(ctx.lang, said, *more))
    return Reply(private=Message(said, [section(said), *more]))
