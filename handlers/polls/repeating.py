"""A poll that is asked again: how it is wished, stopped, and what comes on its day."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, context, modal, quoted, section
from bot.core.moments import Local
from bot.core.recurrence import read
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.answers.asked import wording
from bot.domain.answers.sealing import Keys
from bot.domain.polls import repeating, tables
from bot.domain.polls.repeating import REPEAT, Come, PollRepeat, Wish
from bot.domain.polls.tables import Poll
from bot.slack import rhythm as form
from bot.slack.context import Ctx, Parts
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, SAVE
from handlers.polls import outcome_words, wall
from handlers.polls import repeating_words as words
from scheduler import rhythm
from scheduler.outbox import NORMAL, Outgoing, enqueue
from scheduler.rhythm import Rhythm

A_YEAR, USUAL_DAYS = timedelta(days=365), 3


# --- with the result ---


def repeats(row: PollRepeat, lang: Lang, local: Local) -> str:
    return form.repeats(row.rule, row.next_at, lang, local)


def buttons(poll: Poll, row: PollRepeat | None, lang: Lang) -> list[Block]:
    return form.buttons("poll", poll.id, words.SURE, lang, repeats=row is not None)


# --- wished, stopped ---


def ask(ctx: Ctx) -> Reply:
    lang, quiet = ctx.lang, ctx.parts.quiet
    with ctx.parts.read() as session:
        poll = repeating.to_repeat(session, ctx.value, ctx.person, ctx.channel)
        row = repeating.of(session, poll)
    shown = Rhythm(ctx.local.today + A_YEAR, "year", days=USUAL_DAYS)
    if row:
        shown = rhythm.left(read(row.rule), row.starts_at, row.days, ctx.now, quiet)
    fields = form.fields(shown, words.DAYS, words.HOWS, lang, opens=bool(row and row.opens))
    blocks = [quoted(wording(poll, lang).question), *fields]
    data = f"{poll.id} {ctx.channel or ''}".strip()
    return Reply(open=modal("poll.repeat", form.REPEAT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data))


def save(ctx: Ctx) -> Reply:
    lang, quiet = ctx.lang, ctx.parts.quiet
    poll_id, _, place = ctx.data.partition(" ")
    wish = Wish(*form.read(ctx.fields), place)
    with ctx.parts.read() as session:
        repeating.to_repeat(session, poll_id, ctx.person, place)
    if faults := list(rhythm.faults(wish.rhythm, ctx.now, quiet)):
        return Reply.refused(faults, lang)
    with ctx.once() as session:
        row = repeating.repeat(session, poll_id, wish, ctx.person, ctx.now, quiet)
    blocks = [section(repeats(row, lang, ctx.local))]
    return Reply(update=modal("notice", form.REPEAT[lang], blocks, close=CLOSE[lang]))


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        poll = repeating.stop(session, ctx.value, ctx.person, ctx.channel, ctx.now)
    return Reply(private=Message(words.STOPPED(ctx.lang, question=wording(poll, ctx.lang).question)))


# --- its day has come ---


def come(parts: Parts, session: Session, series: str, now: datetime) -> datetime | None:
    """Due work; where nobody was here on the day, it comes in the next working time."""
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    settings = parts.settings
    came = repeating.come(session, Keys(settings), series, now, parts.quiet, settings.poll_enough)
    if came is None:
        return None
    if came.poll:
        enqueue(session, wall.drawn(parts, session, tables.find(session, came.poll.id)))
    lang = members.language(session, came.by, settings.default_language)
    message = asdict(_told(came, lang, parts.local(now)))
    enqueue(session, Outgoing(f"poll:{series}:again:{now:%y%m%d}", came.by, message, priority=NORMAL))
    return came.again


def _told(came: Come, lang: Lang, local: Local) -> Message:
    """To whoever wished it."""
    question = wording(came.latest, lang).question
    again = [form.NEXT(lang, when=local.moment(came.again, lang))] if came.again else []
    if came.poll:
        told = words.ASKED(lang, question=question, when=local.moment(came.poll.closes_at, lang))
        return Message("\n".join([told, *again]), [section(told), *map(context, again)])
    told = words.TIME_TO_ASK(lang, question=question)
    row = actions(button(outcome_words.AGAIN[lang], "poll.new", came.latest.id, style="primary"))
    return Message("\n".join([told, *again]), [section(told), row, *map(context, again)])


def register(listen: Listen) -> None:
    listen.action("poll.repeat", ask)
    listen.view("poll.repeat", save)
    listen.action("poll.stop", stop)


DUE = {REPEAT: come}
