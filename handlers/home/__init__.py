"""The first things a person sees: the Home tab, the menu, the prompts, the greeting in a channel."""

from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, actions, button, context, divider, header, section, select
from bot.core.db import new_id
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import members
from bot.slack.context import Ctx, Parts
from bot.slack.feature import Feature, Person
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import LANGUAGE, THEIR_OWN_NAMES
from handlers.home import words
from scheduler.outbox import ANSWER, Outgoing, enqueue

Section = Callable[[Session, Person], list[Block]]
Buttons = Sequence[tuple[Text, str]]
MENU = Text(nb="", nn="", en="")


def feature(features: Sequence[Feature]) -> Feature:
    """With the other features' parts of the Home tab and of the command's menu."""
    sections = [feature.home for feature in features if feature.home]
    lines = [line for feature in features for line in feature.menu]
    buttons = [each for feature in features for each in feature.buttons]
    more = [(role, line) for feature in features for role, theirs in feature.menu_for.items() for line in theirs]

    publish = partial(_publish, buttons, sections)

    def opened(ctx: Ctx) -> Reply:
        with ctx.once() as session:
            _welcome(session, ctx)
            if ctx.value == "messages" and ctx.channel:
                enqueue(session, _prompts(ctx))
            else:
                publish(ctx.parts, session, ctx.person, ctx.now)
        return Reply()

    def choose_language(ctx: Ctx) -> Reply:
        with ctx.once() as session:
            members.choose_language(session, ctx.person, next((one for one in LANGUAGES if one == ctx.value), ctx.lang))
            publish(ctx.parts, session, ctx.person, ctx.now)
        return Reply()

    def register(listen: Listen) -> None:
        listen.event("app_home_opened", opened)
        listen.event("member_joined_channel", joined)
        listen.action("home.language", choose_language)
        listen.command(MENU, menu)
        listen.command(words.HELP, menu)

    def menu(ctx: Ctx) -> Reply:
        with ctx.parts.read() as session:
            theirs = [line for role, line in more if members.may(session, ctx.person, role)]
        return Reply(private=menu_message(ctx.lang, buttons, [*lines, *theirs]))

    return Feature("home", register, follow=publish)


def joined(ctx: Ctx) -> Reply:
    """Invited to a channel, the bot says one line."""
    if ctx.channel and ctx.person == ctx.parts.myself.identify().bot_user_id:
        with ctx.once() as session:
            hello = Message(words.HELLO[ctx.parts.settings.default_language])
            enqueue(session, Outgoing(f"home:hello:{hashed(ctx.keys[0])}", ctx.channel, asdict(hello)))
    return Reply()


def menu_message(lang: Lang, buttons: Buttons, menu_lines: Sequence[Text]) -> Message:
    """`/naering` alone."""
    commands = "\n".join(line[lang] for line in menu_lines)
    examples = "\n".join(f"• {example[lang]}" for example in words.EXAMPLES)
    text = "\n".join([words.CAN[lang], words.HOW[lang], words.TRY[lang], examples, commands])
    blocks = [section(f"{words.CAN[lang]}\n{words.HOW[lang]}"), context(words.TRY[lang])]
    return Message(text, [*blocks, _examples(lang), *_offered(lang, buttons), section(commands)])


def view(session: Session, person: Person, buttons: Buttons, sections: Sequence[Section]) -> View:
    lang = person.lang
    choice = select("home.language", LANGUAGE[lang], THEIR_OWN_NAMES, lang)
    language = section(f"*{LANGUAGE[lang]}*\n{words.CHOSEN[lang]}", choice)
    blocks = [
        header(words.TITLE[lang]),
        section(words.CAN[lang]),
        section(words.HOW[lang]),
        context(words.TRY[lang]),
        _examples(lang),
        *_offered(lang, buttons),
        divider(),
        language,
    ]
    return {"type": "home", "blocks": [*blocks, *(block for part in sections for block in part(session, person))]}


def _welcome(session: Session, ctx: Ctx) -> None:
    """A first friendly message, once in a life."""
    member = members.find(session, ctx.person)
    if not member.welcomed:
        member.welcomed = True
        lang = ctx.lang
        tell_more = actions(button(words.ABOUT_ME[lang], "members.edit", style="primary"))
        hello = Message(words.WELCOME[lang], [section(words.WELCOME[lang]), tell_more])
        enqueue(session, Outgoing(f"home:welcome:{hashed(ctx.person)}", ctx.person, asdict(hello), priority=ANSWER))


def _examples(lang: Lang) -> Block:
    asked = [example[lang] for example in words.EXAMPLES]
    return actions(*(button(question, f"ask.again:{n}", question) for n, question in enumerate(asked)))


def _offered(lang: Lang, buttons: Buttons) -> list[Block]:
    return [actions(*(button(label[lang], action) for label, action in buttons))] if buttons else []


def _publish(
    buttons: Buttons, sections: Sequence[Section], parts: Parts, session: Session, person: str, _now: datetime
) -> None:
    """The Home tab of who has seen it."""
    member = members.find(session, person)
    if member.welcomed and member.active:
        lang = members.language(session, person, parts.settings.default_language)
        payload = {"view": view(session, Person(parts, person, lang), buttons, sections)}
        enqueue(session, Outgoing(f"home:{new_id()}", person, payload, method="views.publish", priority=ANSWER))


def _prompts(ctx: Ctx) -> Outgoing:
    asked = [example[ctx.lang] for example in words.EXAMPLES]
    payload = {"title": words.PROMPTS[ctx.lang], "prompts": [{"title": one, "message": one} for one in asked]}
    key = f"home:prompts:{hashed(ctx.keys[0])}"
    method = "assistant.threads.setSuggestedPrompts"
    return Outgoing(key, ctx.channel or "", payload, method=method, priority=ANSWER)
