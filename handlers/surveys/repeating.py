"""A survey that comes again: how it is wished, stopped, and told of when its day has come."""

from dataclasses import asdict
from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    input_of,
    modal,
    options,
    section,
    select,
)
from bot.core.moments import Local
from bot.core.recurrence import read, said
from bot.core.texts import Lang, escape
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import ready, repeating, waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.repeating import MONTHS, Come, Repeat, Wish
from bot.domain.surveys.tables import Survey, for_organizer
from bot.slack.context import Ctx, Parts
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE
from handlers.surveys import repeating_words as words
from handlers.surveys import rounds, views
from scheduler.outbox import NORMAL, Outgoing, enqueue
from scheduler.quiet import Quiet

A_YEAR = timedelta(days=365)


# --- in the list ---


def repeats(repeat: Repeat, lang: Lang, local: Local) -> str:
    when = local.moment(repeat.next_at, lang)
    return words.REPEATS(lang, rule=said(read(repeat.rule), local.zone)[lang], when=when)


def buttons(survey: Survey, repeat: Repeat | None, lang: Lang) -> list[Block]:
    if repeat is None:
        return [button(words.REPEAT[lang], "survey.repeat", survey.id)]
    sure = confirm(words.STOP[lang], words.SURE[lang], words.STOP[lang], CANCEL[lang])
    stop = button(words.STOP[lang], "survey.stop", survey.id) | {"confirm": sure}
    return [button(words.CHANGE[lang], "survey.repeat", survey.id), stop]


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
    shown = _before(before, ctx.now, ctx.parts.quiet) if before else Wish(ctx.local.today + A_YEAR, "year")
    return Reply(open=_form(survey, shown, menu, ctx.lang))


def _before(row: Repeat, now: datetime, quiet: Quiet) -> Wish:
    """What is still to come of it."""
    rule = read(row.rule)
    days = [day for day, _ in repeating.coming(rule, row.starts_at, now, quiet)]
    months = 12 if rule.freq == "YEARLY" else rule.interval
    often = next(often for often, number in MONTHS.items() if number == months)
    last = rule.until.astimezone(quiet.zone).date() if rule.until else None
    times = len(days) if rule.count else 0
    return Wish(days[0] if days else None, often, times, last, opens=row.opens, days=row.days)


def _form(survey: Survey, shown: Wish, menu: list[Block], lang: Lang) -> View:
    choices = [(name, label[lang]) for name, label in words.CHOICES.items()]
    hows = options([(name, label[lang]) for name, label in words.HOWS.items()])
    how: Block = {"type": "radio_buttons", "action_id": "how", "options": hows}
    how |= {"initial_option": hows[shown.opens]}
    blocks = [
        section(f"*{escape(survey.named(lang))}*"),
        input_of("first", words.FIRST[lang], _picker("first", shown.first), hint=words.FIRST_HINT[lang]),
        input_of("often", words.OFTEN[lang], select("often", words.OFTEN[lang], choices, shown.often)),
        input_of("times", words.TIMES[lang], _number("times", shown.times), optional=True),
        input_of("last", words.LAST[lang], _picker("last", shown.last), optional=True, hint=words.END_HINT[lang]),
        *menu,
        input_of("days", words.DAYS[lang], _number("days", shown.days)),
        input_of("how", words.HOW[lang], how),
        context(words.SAME[lang]),
    ]
    return modal("survey.repeat", words.REPEAT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=survey.id)


def _number(name: str, initial: int | None) -> Block:
    block: Block = {"type": "plain_text_input", "action_id": name, "max_length": 3}
    return block | ({"initial_value": str(initial)} if initial else {})


def _picker(name: str, initial: date | None) -> Block:
    block: Block = {"type": "datepicker", "action_id": name}
    return block | ({"initial_date": initial.isoformat()} if initial else {})


def save(ctx: Ctx) -> Reply:
    wish = Wish(
        _day(ctx.fields.get("first", "")),
        ctx.fields.get("often", ""),
        _typed(ctx.fields.get("times", "").strip() or "0"),
        _day(ctx.fields.get("last", "")),
        opens=ctx.fields.get("how") == words.OPENS,
        companies=ctx.fields.get("companies", "").split(),
        days=_typed(ctx.fields.get("days", "").strip()),
    )
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.data, ctx.person)
    if faults := list(repeating.faults(wish, ctx.now, ctx.parts.quiet)):
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        row = repeating.repeat(session, survey.id, wish, ctx.person, ctx.now, ctx.parts.quiet)
    rule, when = said(read(row.rule), ctx.local.zone)[ctx.lang], ctx.local.moment(row.next_at, ctx.lang)
    told = words.SAVED(ctx.lang, name=survey.named(ctx.lang), rule=rule, when=when)
    return Reply(update=views.notice(ctx.lang, told))


def _typed(typed: str) -> int | None:
    return int(typed) if typed.isdecimal() and typed.isascii() else None


def _day(picked: str) -> date | None:
    try:
        return date.fromisoformat(picked)
    except ValueError:
        return None


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
    again = [words.NEXT(lang, when=local.moment(came.again, lang))] if came.again else []
    if isinstance(came.round, Ready):
        told, row = is_ready(came.survey, came.round, lang)
        return Message("\n".join([told, *again]), [section(told), row, *map(context, again)])
    when = local.moment(came.round.closes_at, lang)
    told = words.OPENED(lang, name=came.round.named(lang), when=when)
    return Message("\n".join([told, *again]), [section(told), *map(context, again)])
