"""A person asks: in a direct message, by mention, by the command, from a message's menu, or by pressing a question."""

from dataclasses import asdict

from bot.core import metrics
from bot.core.blocks import Message, View, context, modal
from bot.core.errors import UserError
from bot.core.texts import Lang, Text, escape
from bot.domain import members, questions
from bot.domain.questions import Question
from bot.slack.context import Ctx
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import CLOSE
from handlers.ask import smalltalk, words
from handlers.ask.render import headed, render, with_buttons
from knowledge.answers import Answer
from knowledge.ask import answer
from scheduler.leftovers import give_another_try
from scheduler.outbox import ANSWER, Outgoing, enqueue

LONGEST = 1000


def typed(ctx: Ctx) -> Reply:
    """A direct message, a mention, or what follows the command: its words are the question."""
    return ask(ctx, ctx.words)


def pressed(ctx: Ctx) -> Reply:
    """A question offered as a button; it stands above its answer, since nobody typed it."""
    return ask(ctx, ctx.value, shown=True)


def about_message(ctx: Ctx) -> Reply:
    """«Finn svar på dette» in a message's menu."""
    return ask(ctx, ctx.words, shown=True)


def ask(ctx: Ctx, question: str, *, shown: bool = False) -> Reply:
    """Answer in the thread where it was asked, or to the asker alone who asked alone."""
    _check(question)
    if small_talk := smalltalk.reply(question):
        return _chat(ctx, small_talk)
    previous = _previous(ctx)
    given = answer(question, previous, ctx.now, ctx.parts.library(), ctx.parts.sources)
    lang = given.spoken(ctx.lang)
    with ctx.once() as session:
        members.meet(session, ctx.person)
        row = Question(
            asker=ctx.person,
            channel=None if ctx.hidden else ctx.channel,
            thread=None if ctx.hidden else ctx.thread,
            words=question,
            follows=previous,
            lang=lang,
            outcome=given.outcome,
            entries=[entry.id for entry in given.entries],
            asked_at=ctx.now,
        )
        session.add(row)
        metrics.count(session, metrics.ANSWERS.labels(given.outcome, lang))
        editable = (ctx.hidden or _direct(ctx)) and members.may(session, ctx.person, "editor")
        message = _message(ctx, given, row, lang, editable=editable)
        if shown:
            message = headed(words.ASKED(lang, words=question), message)
        if ctx.hidden:
            return Reply(private=message)
        enqueue(session, _outgoing(ctx, row, message))
    at_home = ctx.kind == "action" and not ctx.channel
    return Reply(open=_window(message, lang)) if at_home else Reply()


def share(ctx: Ctx) -> Reply:
    """Post in the channel what only the asker saw; where we may not post there, the asker is told."""
    with ctx.parts.read() as session:
        row = questions.own(session, ctx.value, ctx.person)
    lang: Lang = row.lang  # type: ignore[assignment]
    given = answer(row.words, row.follows, ctx.now, ctx.parts.library(), ctx.parts.sources)
    asked = words.SHARED[lang].format(person=f"<@{row.asker}>", words=escape(row.words))
    shared = with_buttons(headed(asked, render(given, lang)), given, lang, row.id, staffed=False, shareable=False)
    sorry = Outgoing(
        f"ask:{row.id}:not_shared:{hashed(ctx.keys[0])}", ctx.person, asdict(Message(words.NOT_SHARED[lang]))
    )
    with ctx.once() as session:
        key = f"ask:{row.id}:share:{ctx.channel}"
        give_another_try(session, key)
        enqueue(session, Outgoing(key, ctx.channel or ctx.person, asdict(shared), priority=ANSWER, otherwise=sorry))
    return Reply()


def _chat(ctx: Ctx, said: Text) -> Reply:
    """No question: it is not kept, and nothing is looked for."""
    message = Message(said[ctx.lang])
    if ctx.hidden:
        return Reply(private=message)
    with ctx.once() as session:
        thread = {"thread_ts": ctx.thread} if ctx.thread else {}
        key = f"ask:chat:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.channel or ctx.person, asdict(message) | thread, priority=ANSWER))
    return Reply()


def _window(message: Message, lang: Lang) -> View:
    """The answer at once, where a question was pressed in the Home tab; it stands in the conversation too."""
    read_only = [block for block in message.blocks if block["type"] != "actions"]
    return modal("notice", words.ANSWER[lang], [*read_only, context(words.IN_MESSAGES[lang])], close=CLOSE[lang])


def _check(question: str) -> None:
    if not question:
        raise UserError(words.EMPTY)
    if len(question) > LONGEST:
        raise UserError(words.TOO_LONG, most=LONGEST)


def _previous(ctx: Ctx) -> str | None:
    with ctx.parts.read() as session:
        channel, thread = (None, None) if ctx.hidden else (ctx.channel, ctx.thread)
        return questions.previous(session, ctx.person, channel, thread, ctx.now)


def _direct(ctx: Ctx) -> bool:
    """Nobody else reads there."""
    return not ctx.channel or ctx.channel.startswith("D")


def _message(ctx: Ctx, given: Answer, row: Question, lang: Lang, *, editable: bool) -> Message:
    staffed = ctx.parts.settings.staff_channel is not None
    shareable = ctx.kind == "command" and not (ctx.place or "").startswith("D")
    shown = render(given, lang)
    return with_buttons(shown, given, lang, row.id, staffed=staffed, shareable=shareable, editable=editable)


def _outgoing(ctx: Ctx, row: Question, message: Message) -> Outgoing:
    thread = {"thread_ts": ctx.thread} if ctx.thread else {}
    return Outgoing(f"ask:{row.id}:answer:1", ctx.channel or ctx.person, asdict(message) | thread, priority=ANSWER)
