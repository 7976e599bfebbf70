"""A round: its companies and its end are chosen, it is begun, and closed by hand."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, button, context, input_of, modal, section
from bot.core.texts import Lang, bold
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import everyone
from bot.domain.surveys import closing, ready, waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.tables import Survey, Wave, find, for_organizer
from bot.slack import choosing
from bot.slack.context import Ctx
from bot.slack.fields import picked_time
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, PICK, SEND
from handlers.surveys import telling, views, words
from scheduler import rhythm

USUAL_DAYS = 21

Known = list[tuple[str, str]]
"""The companies of the register: id and name."""


def begin(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.value, ctx.person)
        known = register(session)
    closes = rhythm.closing(ctx.now, USUAL_DAYS, ctx.parts.quiet)
    return Reply(open=_form(survey, known, None, closes, ctx.lang))


def look_over(ctx: Ctx) -> Reply:
    """One that was made ready."""
    with ctx.parts.read() as session:
        made = ready.find(session, ctx.value, ctx.person)
        survey, known = for_organizer(session, made.survey, ctx.person), register(session)
    closes = rhythm.closing(ctx.now, made.days, ctx.parts.quiet)
    return Reply(open=_form(survey, known, made, closes, ctx.lang))


def register(session: Session) -> Known:
    return [(one.id, one.name) for one in everyone(session)]


def _form(survey: Survey, known: Known, made: Ready | None, closes: datetime, lang: Lang) -> View:
    picker: Block = {"type": "datetimepicker", "action_id": "at", "initial_date_time": int(closes.timestamp())}
    name: Block = {"type": "plain_text_input", "action_id": "name", "max_length": waves.LONGEST_NAME}
    name |= {"initial_value": made.name} if made else {}
    blocks = [
        section(bold(survey.named(lang)), button(words.PREVIEW[lang], "survey.preview", survey.id)),
        input_of("name", words.ROUND[lang], name),
        *([companies(known, made.companies if made else [], lang)] if known else []),
        input_of("closes", words.CLOSES[lang], picker),
        context(words.REMINDERS[lang]),
        context(words.PROMISED(lang, promise=words.PROMISE[lang])),
    ]
    data = f"{survey.id} {made.id}" if made else survey.id
    return modal("survey.begin", words.BEGIN[lang], blocks, submit=SEND[lang], close=CANCEL[lang], data=data)


def companies(known: Known, chosen: list[str], lang: Lang) -> Block:
    """The menu of companies; none chosen stands for all."""
    menu = choosing.several("companies", PICK[lang], known, chosen)
    return input_of("companies", words.COMPANIES[lang], menu, optional=True, hint=words.ALL[lang])


def start(ctx: Ctx) -> Reply:
    settings, quiet = ctx.parts.settings, ctx.parts.quiet
    chosen, closes = ctx.fields.get("companies", "").split(), picked_time(ctx.fields.get("closes", ""))
    plan = waves.Plan(ctx.fields.get("name", ""), chosen, closes, settings.poll_enough)
    survey_id, _, made = ctx.data.partition(" ")
    with ctx.parts.read() as session:
        survey = for_organizer(session, survey_id, ctx.person)
        if faults := list(waves.faults(session, survey, plan, ctx.now)):
            where = {"companies"} & {fault.field for fault in faults} and not everyone(session)
            if where:  # there is no such field where there are no companies
                raise next(fault for fault in faults if fault.field == "companies")
            return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        survey = for_organizer(session, survey_id, ctx.person)
        if made:
            ready.drop(session, made, ctx.person)
        wave = waves.begin(session, Keys(settings), survey, plan, ctx.person, ctx.now, quiet)
        state = views.counted(waves.count(session, wave), ctx.lang)
    when = ctx.local.moment(wave.closes_at, ctx.lang)
    said = words.BEGUN(ctx.lang, name=wave.named(ctx.lang), when=when, state=state)
    return Reply(update=views.notice(ctx.lang, said))


def close(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        closed = closing.close_by(session, Keys(ctx.parts.settings), ctx.value, ctx.person, ctx.now)
        if closed:
            telling.announce(ctx.parts, session, closed)
        said = _closed(session, closed or find(session, ctx.value), ctx.lang)
    return Reply(private=Message(said))


def _closed(session: Session, wave: Wave, lang: Lang) -> str:
    return words.CLOSED(lang, name=wave.named(lang), state=views.counted(waves.count(session, wave), lang))
