"""Results of a round that has closed, for organizers: question by question, with groups, earlier rounds and files."""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, context, cut, header, quoted, section, select
from bot.core.errors import UserError
from bot.core.texts import Lang, escape
from bot.domain import audit
from bot.domain.answers.asked import wording
from bot.domain.companies.rows import TRAITS, areas
from bot.domain.surveys import results
from bot.domain.surveys.tables import GONE, Question, Wave
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.results import sheets
from bot.slack.results import words as result_words
from bot.slack.results.figures import outcome
from bot.slack.results.split import grouped, over_time
from handlers.surveys import words
from scheduler.outbox import ANSWER, Outgoing, enqueue

TEXTS = 20  # answers in words that are shown; the file has all
FEW = 10  # answers; below that an interval spans more than half of the scale


def listing(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        wave = results.closed(session, ctx.value, ctx.person)
    asked = [wording(one, ctx.lang).question for one in wave.questions()]
    menu = select("survey.result", words.CHOOSE[ctx.lang], [(f"{wave.id} {n}", name) for n, name in enumerate(asked)])
    files = [button("CSV", "survey.csv", wave.id), button("Excel", "survey.xlsx", wave.id)]
    said = words.CLOSED(ctx.lang, name=escape(wave.named(ctx.lang)), state=_answered(wave, ctx.lang))
    lines = [f"{n}. {escape(name)}" for n, name in enumerate(asked, 1)]
    blocks = [section(said), section("\n".join(lines)), actions(menu, *files)]
    return Reply(private=Message("\n".join([said, *lines]), blocks))


def _answered(wave: Wave, lang: Lang) -> str:
    return f"{result_words.ANSWERED(lang, count=wave.turnout or 0)}."


def show(ctx: Ctx) -> Reply:
    wave_id, _, number = ctx.value.partition(" ")
    with ctx.parts.read() as session:
        wave = results.closed(session, wave_id, ctx.person)
        asked = wave.questions()
        if not (number.isdecimal() and len(number) < 4 and int(number) < len(asked)):
            raise UserError(GONE)
        return Reply(private=_detail(ctx, session, wave, asked[int(number)]))


def _detail(ctx: Ctx, session: Session, wave: Wave, question: Question) -> Message:
    lang, tally, told = ctx.lang, results.tally(wave, question), results.groups(wave, question)
    named = areas(ctx.parts.library().entries)
    title = wording(question, lang).question
    lines, drawn = outcome(question, tally, lang)
    unsure = [words.UNSURE[lang]] if tally.counts and tally.turnout < FEW else []
    groups = [grouped(question, trait, told[trait], lang, named) for trait in TRAITS if trait in told]
    hidden = [result_words.HIDDEN(lang, enough=question.enough)] if tally.counts else []
    trend, chart = over_time(question, results.trend(session, wave, question), lang, ctx.local)
    texts = results.texts(session, question)[:TEXTS]
    blocks: list[Block] = [
        header(cut(title, 150)),
        context(escape(wave.named(lang))),
        *drawn,
        *(section(part) for part in [*unsure, *groups]),
        *(context(said) for said in hidden),
        *chart,
        *(quoted(cut(text, 1000)) for text in texts),
    ]
    said = [escape(title), escape(wave.named(lang)), *lines, *unsure, *groups, *hidden, *trend, *map(escape, texts)]
    return Message("\n".join(said), blocks)


def as_csv(ctx: Ctx) -> Reply:
    return _send(ctx, "csv")


def as_xlsx(ctx: Ctx) -> Reply:
    return _send(ctx, "xlsx")


def _send(ctx: Ctx, form: str) -> Reply:
    """The file goes to the organizer alone, as a direct message."""
    with ctx.once() as session:
        wave = results.closed(session, ctx.value, ctx.person)
        tables: dict[str, sheets.Table] = {}
        for n, one in enumerate(wave.questions(), 1):
            exported = sheets.Exported(
                one, results.tally(wave, one), results.groups(wave, one), [], {}, results.texts(session, one)
            )
            found = sheets.tables(exported, ctx.lang, areas(ctx.parts.library().entries))
            tables |= {f"{n} {name}": table for name, table in found.items()}
        written = sheets.csv_file(tables) if form == "csv" else sheets.xlsx_file(tables)
        file = {"filename": f"undersokelse.{form}", "title": wave.named(ctx.lang), "text": result_words.FILE[ctx.lang]}
        key = f"survey:{wave.id}:file:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.person, file | written, METHOD, priority=ANSWER))
        audit.note(session, ctx.now, who=ctx.person, what="survey exported", about=wave.id)
    return Reply(private=Message(result_words.EXPORTED[ctx.lang]))
