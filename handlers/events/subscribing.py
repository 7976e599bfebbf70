"""«Abonner på kalenderen»: a person gets an address of their own, once, and can give it up with one press."""

from bot.core.blocks import Block, View, actions, button, context, modal, section
from bot.core.moments import day
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.events import feeds
from bot.slack.context import Ctx, Parts
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CLOSE
from handlers.events import feed_pages, forms
from handlers.events import subscribing_words as words


def offered(parts: Parts, lang: Lang) -> list[Block]:
    """The button, where there is a calendar to subscribe to."""
    return [button(words.SUBSCRIBE[lang], "event.subscribe")] if parts.settings.public_url else []


def subscribe(ctx: Ctx) -> Reply:
    """In a modal, which Slack does not keep; an address that is in use is left alone."""
    with ctx.once() as session:
        members.meet(session, ctx.person)
        since = feeds.subscribed(session, ctx.person)
        token = None if since else feeds.subscribe(session, ctx.person, ctx.now)
    if token:
        return Reply(open=_address(ctx, token))
    made = (since or ctx.now).astimezone(ctx.parts.quiet.zone).date()
    told = section(words.ALREADY(ctx.lang, when=day(made, ctx.lang)))
    another = button(words.ANOTHER[ctx.lang], "event.subscribe_anew")
    return Reply(open=_view(ctx.lang, told, actions(another, _stop(ctx.lang)), *_public(ctx)))


def subscribe_anew(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        token = feeds.subscribe(session, ctx.person, ctx.now)
    return Reply(update=_address(ctx, token))


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        feeds.stop(session, ctx.person)
    return Reply(update=forms.notice(ctx.lang, words.TITLE, words.STOPPED[ctx.lang]))


def _address(ctx: Ctx, token: str) -> View:
    lang, address = ctx.lang, feed_pages.own_address(ctx.parts, token)
    said = section(words.ADDRESS(lang, address=address))
    return _view(lang, said, context(words.SECRET[lang]), actions(_stop(lang)), *_public(ctx))


def _public(ctx: Ctx) -> list[Block]:
    return [section(words.PUBLIC(ctx.lang, address=feed_pages.public_address(ctx.parts)))]


def _stop(lang: Lang) -> Block:
    return button(words.STOP[lang], "event.unsubscribe", style="danger")


def _view(lang: Lang, *blocks: Block) -> View:
    return modal("notice", words.TITLE[lang], list(blocks), close=CLOSE[lang])


def register(listen: Listen) -> None:
    listen.action("event.subscribe", subscribe)
    listen.action("event.subscribe_anew", subscribe_anew)
    listen.action("event.unsubscribe", stop)
