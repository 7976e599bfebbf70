"""A question goes to a person of the staff, and the reply comes back to where it was asked."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import inquiries, questions
from bot.domain.inquiries import Inquiry
from bot.domain.questions import Question
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.gate import check_staff
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import EMPTY
from handlers.inquiries import views, words
from handlers.inquiries.statistics import statistics
from scheduler import outbox
from scheduler.outbox import ANSWER, Outgoing, enqueue


def open_form(ctx: Ctx) -> Reply:
    """«Send til en person»: first what will be sent, and to whom."""
    question = _own_question(ctx, ctx.value)
    form = views.form(ctx.lang, question.id, question.words, question.channel)
    return Reply(push=form) if ctx.view_id else Reply(open=form)


def send(ctx: Ctx) -> Reply:
    question, typed = _own_question(ctx, ctx.data), _filled(ctx, "question")
    wall = ctx.parts.settings.default_language
    with ctx.once() as session:
        inquiry = Inquiry(
            question_id=question.id,
            asker=ctx.person,
            channel=question.channel,
            thread=question.thread,
            words=typed,
            lang=question.lang,
            sent_at=ctx.now,
        )
        inquiries.send(session, inquiry)
        message = views.for_staff(wall, inquiry)
        enqueue(session, Outgoing(_wall_key(inquiry), _staff_channel(ctx), asdict(message), priority=ANSWER))
    return Reply(update=views.receipt(ctx.lang, question.channel))


def open_reply(ctx: Ctx) -> Reply:
    """«Svar» in the staff channel."""
    check_staff(ctx, words.NOT_STAFF)
    with ctx.parts.read() as session:
        return Reply(open=views.reply_form(ctx.lang, inquiries.unanswered(session, ctx.value)))


def preview(ctx: Ctx) -> Reply:
    """The reply is kept as a draft and shown as the asker will see it."""
    with ctx.once() as session:
        inquiry = inquiries.write_draft(session, ctx.data, _filled(ctx, "reply"))
    return Reply(push=views.preview(ctx.lang, inquiry))


def confirm(ctx: Ctx) -> Reply:
    """The reply goes to the asker, once, and the staff channel shows that it is answered."""
    inquiry_id, seen = ctx.data.split()
    wall = ctx.parts.settings.default_language
    with ctx.once() as session:
        inquiry = inquiries.reply(session, inquiry_id, seen, ctx.person, ctx.now)
        channel = _staff_channel(ctx)
        done = asdict(views.answered(wall, inquiry))
        enqueue(
            session,
            _to_asker(inquiry),
            Outgoing(f"inquiry:{inquiry.id}:wall:2", channel, done, method="chat.update", parent=_wall_key(inquiry)),
            Outgoing(f"inquiry:{inquiry.id}:copy:1", channel, _copy(inquiry), parent=_wall_key(inquiry)),
        )
    return Reply(close=True)


def _to_asker(inquiry: Inquiry) -> Outgoing:
    """To the thread where it was asked; where that cannot be, to the asker alone."""
    message = asdict(views.reply_message(inquiry, inquiry.reply or ""))
    asker = inquiry.asker or ""
    private = Outgoing(f"inquiry:{inquiry.id}:private:1", asker, message, priority=ANSWER)
    if not inquiry.channel:
        return private
    thread = {"thread_ts": inquiry.thread} if inquiry.thread else {}
    key = f"inquiry:{inquiry.id}:reply:1"
    return Outgoing(key, inquiry.channel, message | thread, priority=ANSWER, otherwise=private)


def _copy(inquiry: Inquiry) -> dict[str, object]:
    """What was replied, in the staff's own thread."""
    return asdict(views.reply_message(inquiry, inquiry.reply or ""))


def _wall_key(inquiry: Inquiry) -> str:
    return f"inquiry:{inquiry.id}:wall:1"


def _own_question(ctx: Ctx, question_id: str) -> Question:
    _staff_channel(ctx)
    with ctx.parts.read() as session:
        return questions.own(session, question_id, ctx.person)


def _filled(ctx: Ctx, field: str) -> str:
    typed = ctx.fields.get(field, "").strip()
    if not typed:
        raise UserError(EMPTY, field=field)
    return typed


def _staff_channel(ctx: Ctx) -> str:
    channel = ctx.parts.settings.staff_channel
    if channel is None:
        raise UserError(words.NOBODY)
    return channel


def forget(session: Session, person: str, _now: datetime) -> int:
    """The staff's messages about what the person asked lose name, words and button too, or never come."""
    for inquiry in inquiries.of(session, person):
        wall = f"inquiry:{inquiry.id}:wall"
        outbox.forget_all(session, f"inquiry:{inquiry.id}:")
        gone = Outgoing(f"{wall}:3", "", asdict(views.withdrawn()), method="chat.update", parent=f"{wall}:1")
        enqueue(session, gone)
    return inquiries.delete_all(session, person)


def register(listen: Listen) -> None:
    listen.action("inquiry.open", open_form)
    listen.view("inquiry.send", send)
    listen.action("inquiry.reply", open_reply)
    listen.view("inquiry.preview", preview)
    listen.view("inquiry.confirm", confirm)


FEATURE = Feature(
    "sent to a person",
    register,
    nightly=inquiries.forget_names,
    gauges=inquiries.gauges,
    statistics=statistics,
    forget=forget,
    export=inquiries.export,
)
