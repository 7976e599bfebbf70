"""Guided help: which support fits us, and whom to turn to. Nothing of what is chosen is stored."""

from dataclasses import asdict

from bot.core.blocks import Message, modal, section
from bot.core.texts import Text
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import CLOSE
from handlers.guides import contacts, support, words
from knowledge.support import Company, Match, matches
from scheduler.outbox import ANSWER, Outgoing, enqueue


def open_support(ctx: Ctx) -> Reply:
    return Reply(open=support.form(ctx.lang))


def show_support(ctx: Ctx) -> Reply:
    return Reply(update=support.shown(ctx.lang, _matches(ctx, support.company(ctx.fields)), ctx.fields))


def send_support(ctx: Ctx) -> Reply:
    found = _matches(ctx, support.remembered(ctx.data))
    return _keep(ctx, words.SUPPORT_TITLE, support.result(ctx.lang, found))


def open_contacts(ctx: Ctx) -> Reply:
    return Reply(open=contacts.form(ctx.lang, ctx.parts.library()))


def show_contact(ctx: Ctx) -> Reply:
    topic = ctx.fields.get("topic", "")
    found = contacts.find(topic, ctx.fields.get("area", ""), ctx.parts.library())
    return Reply(update=contacts.shown(ctx.lang, topic, found))


def send_contact(ctx: Ctx) -> Reply:
    topic, _, area = ctx.data.partition("\n")
    found = contacts.find(topic, area, ctx.parts.library())
    return _keep(ctx, words.CONTACT, contacts.result(ctx.lang, topic, found))


def _matches(ctx: Ctx, company: Company) -> list[Match]:
    today = ctx.now.astimezone(ctx.parts.quiet.zone).date()
    return matches(company, ctx.parts.library().entries.values(), today)


def _keep(ctx: Ctx, title: Text, message: Message) -> Reply:
    """The result as a direct message."""
    with ctx.once() as session:
        enqueue(session, Outgoing(f"guide:{hashed(ctx.keys[0])}", ctx.person, asdict(message), priority=ANSWER))
    return Reply(update=modal("notice", title[ctx.lang], [section(words.SENT[ctx.lang])], close=CLOSE[ctx.lang]))


def register(listen: Listen) -> None:
    listen.command(words.SUPPORT_WORD, open_support)
    listen.action("support.open", open_support)
    listen.view("support.show", show_support)
    listen.action("support.send", send_support)
    listen.command(words.CONTACT_WORD, open_contacts)
    listen.action("contact.open", open_contacts)
    listen.view("contact.show", show_contact)
    listen.action("contact.send", send_contact)


FEATURE = Feature(
    "guides",
    register,
    menu=(words.SUPPORT_LINE, words.CONTACT_LINE),
    buttons=((words.SUPPORT, "support.open"), (words.CONTACT, "contact.open")),
)
