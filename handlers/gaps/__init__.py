"""What lacks an answer, for the staff: each week, on `/naering ubesvart`, and one press to fill a gap."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.errors import UserError
from bot.core.settings import Settings
from bot.core.texts import Text
from bot.domain import audit
from bot.domain.questions import Question, gaps
from bot.domain.questions.gaps import Filling, Topic
from bot.slack.context import Ctx, Parts
from bot.slack.feature import Feature
from bot.slack.gate import check_staff
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import EMPTY
from handlers.gaps import views, words
from knowledge.library import Library
from knowledge.topics import topic_of
from scheduler import due
from scheduler.outbox import ANSWER, Outgoing, enqueue
from scheduler.quiet import Quiet

Publish = Callable[[Session, str, Filling, datetime], str]
"""Makes what a person of the staff answers one of the bot's own answers; gives the id that it is known by.

Refused at `question_nb` or `answer_nb` where the bot may not answer so.
"""

WEEK = timedelta(days=7)
WEEKLY = "gaps.weekly"
MORNING = 9  # o'clock, on Mondays


def listing(ctx: Ctx) -> Reply:
    check_staff(ctx)
    library = ctx.parts.library()
    with ctx.parts.read() as session:
        found = gaps.found(session, ctx.now, _topics(library))
    return Reply(private=views.listing(ctx.lang, library, words.TITLE, found))


def open_form(ctx: Ctx) -> Reply:
    check_staff(ctx)
    with ctx.parts.read() as session:
        gap = gaps.find(session, ctx.now, _topics(ctx.parts.library()), *views.read_key(ctx.value))
    return Reply(open=views.form(ctx.lang, gap))


def dismiss(ctx: Ctx) -> Reply:
    """Nothing for us: it is asked about no more, and who put it aside is kept."""
    check_staff(ctx)
    with ctx.parts.read() as session:
        gap = gaps.find(session, ctx.now, _topics(ctx.parts.library()), *views.read_key(ctx.value))
    with ctx.once() as session:
        asked = gaps.chosen(session, ctx.now, [question.id for question in gap.questions])
        name = gaps.dismiss(session, asked)
        audit.note(session, ctx.now, who=ctx.person, what="gap dismissed", about=name)
    return Reply(private=views.dismissed(ctx.lang, len(asked), name))


def restore(ctx: Ctx) -> Reply:
    check_staff(ctx)
    with ctx.once() as session:
        gaps.restore(session, ctx.value)
        audit.note(session, ctx.now, who=ctx.person, what="gap restored", about=ctx.value)
    return Reply(private=Message(words.RESTORED[ctx.lang]))


def _fill(ctx: Ctx, publish: Publish) -> Reply:
    """The answer is kept, and goes to everybody who asked: an answer, so neither quiet hours nor the budget count."""
    _, topic = views.read_key(ctx.data)
    question, answer = _written(ctx, "question"), _written(ctx, "answer")
    if not ctx.fields.get("which"):
        raise UserError(words.PICK, field="which")
    with ctx.once() as session:
        asked = gaps.chosen(session, ctx.now, ctx.fields["which"].split())
        asks = tuple(dict.fromkeys(views.anonymous(each.words) for each in asked))
        filling = Filling(question, answer, asks, topic)
        askers = gaps.settle(session, asked, publish(session, ctx.person, filling, ctx.now))
        enqueue(session, *(_told(each, answer) for each in askers))
    return Reply(update=views.saved(ctx.lang, len(askers)))


def _written(ctx: Ctx, what: str) -> Text:
    """In all three languages; refused at the field that is empty."""
    nb, nn, en = (_filled(ctx, f"{what}_{lang}") for lang in ("nb", "nn", "en"))
    return Text(nb=nb, nn=nn, en=en)


def _filled(ctx: Ctx, field: str) -> str:
    typed = ctx.fields.get(field, "").strip()
    if not typed:
        raise UserError(EMPTY, field=field)
    return typed


def _told(question: Question, answer: Text) -> Outgoing:
    """To the asker alone, wherever it was asked."""
    message = asdict(views.answer(question, answer))
    return Outgoing(f"ask:{question.id}:filled:1", question.asker or "", message, priority=ANSWER)


def weekly(parts: Parts, session: Session, _subject: str, now: datetime) -> datetime:
    """The gaps that somebody has asked about in the last week, in the staff channel."""
    library, channel = parts.library(), parts.settings.staff_channel
    found = gaps.found(session, now, _topics(library))
    new = [gap for gap in found if gap.questions[0].asked_at > now - WEEK]
    if channel and new:
        message = asdict(views.listing(parts.settings.default_language, library, words.LATEST, new))
        enqueue(session, Outgoing(f"gaps:week:{now:%G-%V}", channel, message))
    return next_monday(now, parts.quiet)


def next_monday(now: datetime, quiet: Quiet) -> datetime:
    """In the morning; where that is a holiday, the first working hour after it."""
    local = now.astimezone(quiet.zone)
    monday = (local + timedelta(days=-local.weekday())).replace(hour=MORNING, minute=0, second=0, microsecond=0)
    coming = monday if monday > local else monday + WEEK
    return quiet.later(coming)


def _topics(library: Library) -> Topic:
    return lambda question, near: topic_of(question, library.find(near or ""))


def feature(settings: Settings, publish: Publish) -> Feature:
    quiet = Quiet.by(settings)

    def fill(ctx: Ctx) -> Reply:
        return _fill(ctx, publish)

    def nightly(session: Session, now: datetime) -> None:
        due.first(session, WEEKLY, "staff", next_monday(now, quiet))

    def register(listen: Listen) -> None:
        listen.command(words.WORD, listing)
        listen.action("gap.open", open_form)
        listen.view("gap.fill", fill)
        listen.action("gap.dismiss", dismiss)
        listen.action("gap.restore", restore)

    return Feature("gaps", register, menu_for={"staff": (words.LINE,)}, nightly=nightly, due={WEEKLY: weekly})
