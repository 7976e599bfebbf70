"""What members reply to an announcement goes to its organizer, and the answer back. Nothing of it is kept."""

from dataclasses import asdict

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message, View, actions, button, modal, quoted, section, text_input
from bot.core.errors import UserError, short
from bot.core.texts import Lang, Text, escape
from bot.domain import members
from bot.domain.broadcasts.tables import GONE, Broadcast, got
from bot.domain.broadcasts.writing import LONGEST
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, EMPTY, SEND
from handlers.broadcasts import letters, views
from handlers.broadcasts import reply_words as words
from scheduler.outbox import ANSWER, Outgoing, OutgoingRow, enqueue


def open_reply(ctx: Ctx) -> Reply:
    """«Svar arrangøren»."""
    with ctx.parts.read() as session:
        broadcast = _replied_to(session, ctx.value, ctx.person)
    return Reply(open=_form(ctx.lang, "broadcast.replied", words.REPLY, words.HINT, broadcast.id))


def reply(ctx: Ctx) -> Reply:
    said = _typed(ctx)
    with ctx.once() as session:
        broadcast = _replied_to(session, ctx.data, ctx.person)
        _pass_on(ctx, session, broadcast, said)
    return Reply(update=_done(ctx.lang, broadcast.by))


def hear(ctx: Ctx) -> Reply | None:
    """A reply in the thread of an announcement, in a direct message; all else is no reply."""
    if not (ctx.channel or "").startswith("D"):
        return None
    with ctx.parts.read() as session:
        found = _announced(session, ctx.person, ctx.thread)
    if found is None or not ctx.words:
        return None
    said = short(ctx.words, "text", LONGEST)
    with ctx.once() as session:
        broadcast = _replied_to(session, found, ctx.person)
        _pass_on(ctx, session, broadcast, said)
        heard = words.HEARD[ctx.lang].format(person=f"<@{broadcast.by}>")
        key = f"broadcast:{broadcast.id}:heard:{hashed(ctx.keys[0])}"
        payload = {"text": heard, "thread_ts": ctx.thread}
        enqueue(session, Outgoing(key, ctx.channel or ctx.person, payload, priority=ANSWER))
    return Reply()


def open_answer(ctx: Ctx) -> Reply:
    """«Svar», by the organizer."""
    with ctx.parts.read() as session:
        _asked(ctx, session, ctx.value)
    return Reply(open=_form(ctx.lang, "broadcast.answered", words.ANSWER, words.ANSWER_HINT, ctx.value))


def answer(ctx: Ctx) -> Reply:
    said = _typed(ctx)
    with ctx.once() as session:
        broadcast, person = _asked(ctx, session, ctx.data)
        lang = letters.language(ctx.parts, session, person)
        message = _told(lang, words.ANSWERED, ctx.person, broadcast, said)
        more = button(words.REPLY[lang], "broadcast.reply", broadcast.id)
        key = f"broadcast:{broadcast.id}:answer:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, person, asdict(_with(message, more)), priority=ANSWER))
    return Reply(update=_done(ctx.lang, person))


def _pass_on(ctx: Ctx, session: Session, broadcast: Broadcast, said: str) -> None:
    lang = letters.language(ctx.parts, session, broadcast.by)
    message = _told(lang, words.REPLIED, ctx.person, broadcast, said)
    press = button(words.ANSWER[lang], "broadcast.answer", f"{broadcast.id} {ctx.person}")
    key = f"broadcast:{broadcast.id}:reply:{hashed(ctx.keys[0])}"
    enqueue(session, Outgoing(key, broadcast.by, asdict(_with(message, press)), priority=ANSWER))


def _replied_to(session: Session, broadcast_id: str, person: str) -> Broadcast:
    broadcast = got(session, broadcast_id, person)
    if not broadcast.by or members.has_left(session, broadcast.by):
        raise UserError(words.NOBODY)
    return broadcast


def _asked(ctx: Ctx, session: Session, value: str) -> tuple[Broadcast, str]:
    """What it is about, and who wrote."""
    members.require(session, ctx.person, "organizer")
    broadcast_id, _, person = value.partition(" ")
    broadcast = session.get(Broadcast, broadcast_id)
    if broadcast is None or not members.known(session, person)[0]:
        raise UserError(GONE)
    return broadcast, person


def _announced(session: Session, person: str, thread: str | None) -> str | None:
    """Which announcement stands at the top of the thread; none where it is another message, or holds several."""
    key = OutgoingRow.key
    mine = (OutgoingRow.channel == person, OutgoingRow.ts == thread)
    ours = key.like("broadcast:%:to:%") | key.like("broadcast:%:answer:%")
    found = {one.split(":")[1] for one in session.scalars(sa.select(key).where(*mine, ours))}
    return found.pop() if len(found) == 1 else None


def _typed(ctx: Ctx) -> str:
    typed = ctx.fields.get("text", "").strip()
    if not typed:
        raise UserError(EMPTY, field="text")
    return short(typed, "text", LONGEST)


def _told(lang: Lang, head: Text, person: str, broadcast: Broadcast, said: str) -> Message:
    """What was written is shown as it was written."""
    about = escape(views.short(broadcast.text(lang)))
    heading = head[lang].format(person=f"<@{person}>", about=about)
    return Message(f"{heading}\n{escape(said)}", [section(heading), quoted(said)])


def _with(message: Message, press: dict[str, object]) -> Message:
    return Message(message.text, [*message.blocks, actions(press)])


def _form(lang: Lang, name: str, title: Text, hint: Text, data: str) -> View:
    field = text_input("text", words.MESSAGE[lang], longest=LONGEST, hint=hint[lang])
    return modal(name, title[lang], [field], submit=SEND[lang], close=CANCEL[lang], data=data)


def _done(lang: Lang, person: str) -> View:
    said = section(words.HEARD[lang].format(person=f"<@{person}>"))
    return modal("notice", words.MESSAGE[lang], [said], close=CLOSE[lang])


def register(listen: Listen) -> None:
    listen.action("broadcast.reply", open_reply)
    listen.view("broadcast.replied", reply)
    listen.first(hear)
    listen.action("broadcast.answer", open_answer)
    listen.view("broadcast.answered", answer)
