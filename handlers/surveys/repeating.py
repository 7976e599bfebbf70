"""A survey that comes again: how it is wished, stopped, and told of when its day has come."""

from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    modal,
    section,
)
from bot.core.moments import Local
from bot.core.recurrence import read, said
from bot.core.texts import Lang, bold
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import ready, repeating, waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.repeating import Come, Repeat, Wish
from bot.domain.surveys.tables import Survey, for_organizer
from bot.slack import rhythm as rhythm_form
from bot.slack.context import Ctx, Parts
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE
from handlers.surveys import repeating_words as words
from handlers.surveys import rounds, views
from scheduler import rhythm
from scheduler.outbox import NORMAL, Outgoing, enqueue
from scheduler.rhythm import Rhythm

A_YEAR = timedelta(days=365)


# --- in the list ---


def repeats(repeat: Repeat, lang: Lang, local: Local) -> str:
    return rhythm_form.repeats(repeat.rule, repeat.next_at, lang, local)


def buttons(survey: Survey, repeat: Repeat | None, lang: Lang) -> list[Block]:
    return rhythm_form.buttons("survey", survey.id, words.SURE, lang, repeats=repeat is not None)


def is_ready(survey: Survey, made: Ready, lang: Lang) -> tuple[str, Block]:
    told = words.IS_READY(lang, name=survey.named(lang), round=made.name)
    row = actions(
        button(words.OPEN[lang], "survey.open", made.id, style="primary"),
        button(words.DROP[lang], "survey.drop", made.id),
    )
    return told, row


# --- wished, stopped ---


def ask(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.value, ctx.person)
        before = repeating.of(session, [survey.id]).get(survey.id)
        latest = waves.of_survey(session, survey.id)[:1]
        chosen = before.companies if before else [one for wave in latest for one in waves.companies_of(session, wave)]
        known = rounds.register(session)
    menu = [rounds.companies(known, chosen, ctx.lang)] if known else []
    shown = Rhythm(ctx.local.today + A_YEAR, "year")
    if before:
        quiet = ctx.parts.quiet
        shown = rhythm.left(read(before.rule), before.starts_at, before.days, ctx.now, quiet)
    return Reply(open=_form(survey, shown, menu, ctx.lang, opens=bool(before and before.opens)))


def _form(survey: Survey, shown: Rhythm, menu: list[Block], lang: Lang, *, opens: bool) -> View:
    blocks = [
        section(bold(survey.named(lang))),
        *rhythm_form.fields(shown, words.DAYS, words.HOWS, lang, opens=opens),
        *menu,
        context(words.SAME[lang]),
    ]
    title = rhythm_form.REPEAT[lang]
    return modal("survey.repeat", title, blocks, submit=SAVE[lang], close=CANCEL[lang], data=survey.id)


def save(ctx: Ctx) -> Reply:
    wished, opens = rhythm_form.read(ctx.fields)
    wish = Wish(wished, opens, ctx.fields.get("companies", "").split())
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.data, ctx.person)
    if faults := list(rhythm.faults(wished, ctx.now, ctx.parts.quiet)):
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        row = repeating.repeat(session, survey.id, wish, ctx.person, ctx.now, ctx.parts.quiet)
    rule, when = said(read(row.rule), ctx.local.zone)[ctx.lang], ctx.local.moment(row.next_at, ctx.lang)
    told = words.SAVED(ctx.lang, name=survey.named(ctx.lang), rule=rule, when=when)
    return Reply(update=views.notice(ctx.lang, told))


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        survey = repeating.stop(session, ctx.value, ctx.person, ctx.now)
    return Reply(private=Message(words.STOPPED(ctx.lang, name=survey.named(ctx.lang))))


def drop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        made = ready.drop(session, ctx.value, ctx.person)
    return Reply(private=Message(words.DROPPED(ctx.lang, round=made.name)))


# --- its day has come ---


def come(parts: Parts, session: Session, survey_id: str, now: datetime) -> datetime | None:
    """Due work; where nobody was here on the day, it comes in the next working time."""
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    settings = parts.settings
    came = repeating.come(session, Keys(settings), survey_id, now, parts.quiet, settings.poll_enough)
    if came is None:
        return None
    if came.by:
        lang = members.language(session, came.by, settings.default_language)
        message = asdict(_told(came, lang, parts.local(now)))
        enqueue(session, Outgoing(f"survey:{survey_id}:came:{came.round.id}", came.by, message, priority=NORMAL))
    return came.again


def _told(came: Come, lang: Lang, local: Local) -> Message:
    """To whoever wished it."""
    again = [rhythm_form.NEXT(lang, when=local.moment(came.again, lang))] if came.again else []
    if isinstance(came.round, Ready):
        told, row = is_ready(came.survey, came.round, lang)
        return Message("\n".join([told, *again]), [section(told), row, *map(context, again)])
    when = local.moment(came.round.closes_at, lang)
    told = words.OPENED(lang, name=came.round.named(lang), when=when)
    return Message("\n".join([told, *again]), [section(told), *map(context, again)])
