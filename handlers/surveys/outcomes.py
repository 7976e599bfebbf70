"""Results of a round that has closed, question by question: totals for the invited companies; groups, earlier rounds,
answers in words and files for organizers. What is done because of them stands with them.
"""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, context, cut, header, quoted, section, select
from bot.core.errors import UserError
from bot.core.texts import Lang, escape
from bot.domain import audit, members
from bot.domain.answers.asked import wording
from bot.domain.companies.rows import TRAITS, areas
from bot.domain.surveys import doing, results
from bot.domain.surveys.doing import Doing
from bot.domain.surveys.tables import GONE, Question, Wave
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.results import sheets
from bot.slack.results import words as result_words
from bot.slack.results.closed import Closed
from bot.slack.results.figures import outcome
from bot.slack.results.split import grouped, over_time
from handlers.surveys import doing as doing_views
from handlers.surveys import doing_words, selecting_words, words
from scheduler.outbox import ANSWER, Outgoing, enqueue

TEXTS = 20  # answers in words that are shown; the file has all
BEGINNING = 150  # characters of what is done, in the list
FEW = 10  # answers; below that an interval spans more than half of the scale


def closed(session: Session, ctx: Ctx) -> list[Closed]:
    """Rounds whose results the person may see, with what is done because of them."""
    found = results.all_seen(session, ctx.person)
    done = doing.of(session, [wave.id for wave in found])
    return [
        Closed(
            wave.closed_at,
            wave.named(ctx.lang),
            wave.turnout or 0,
            "survey.results",
            wave.id,
            _begun(done[wave.id], ctx.lang) if wave.id in done else "",
        )
        for wave in found
        if wave.closed_at
    ]


def _begun(what: Doing, lang: Lang) -> str:
    """The beginning of it."""
    return f"*{doing_words.DOING[lang]}:* {escape(cut(' '.join(what.said(lang).split()), BEGINNING))}"


def listing(ctx: Ctx) -> Reply:
    lang = ctx.lang
    with ctx.parts.read() as session:
        wave = results.seen(session, ctx.value, ctx.person)
        organizer = members.may(session, ctx.person, "organizer")
        done = doing.of(session, [wave.id]).get(wave.id)
    asked = [wording(one, lang).question for one in wave.questions()]
    menu = select("survey.result", words.CHOOSE[lang], [(f"{wave.id} {n}", name) for n, name in enumerate(asked)])
    said = words.CLOSED(lang, name=wave.named(lang), state=_answered(wave, lang))
    lines = [f"{n}. {escape(name)}" for n, name in enumerate(asked, 1)]
    told, stands = doing_views.stands(done, lang, ctx.local) if done else ([], [])
    more = [actions(*_more(wave, lang))] if organizer else []
    few = [result_words.TOO_FEW(lang, enough=wave.enough)] if (wave.turnout or 0) < wave.enough else []
    blocks = [section(" ".join([said, *few])), *stands, section("\n".join(lines)), actions(menu), *more]
    return Reply(private=Message("\n".join([said, *few, *told, *lines]), blocks))


def _more(wave: Wave, lang: Lang) -> list[Block]:
    """What organizers can do besides."""
    files = [button("CSV", "survey.csv", wave.id), button("Excel", "survey.xlsx", wave.id)]
    choose = button(selecting_words.SELECT[lang], "survey.select", wave.id)
    return [button(doing_words.DOING[lang], "survey.doing", wave.id), choose, *files]


def _answered(wave: Wave, lang: Lang) -> str:
    return f"{result_words.ANSWERED(lang, count=wave.turnout or 0)}."


def show(ctx: Ctx) -> Reply:
    wave_id, _, number = ctx.value.partition(" ")
    with ctx.parts.read() as session:
        wave = results.seen(session, wave_id, ctx.person)
        asked = wave.questions()
        if not (number.isdecimal() and len(number) < 4 and int(number) < len(asked)):
            raise UserError(GONE)
        question = asked[int(number)]
        if members.may(session, ctx.person, "organizer"):
            return Reply(private=_detail(ctx, session, wave, question))
    return Reply(private=_totals(wave, question, ctx.lang))


def _totals(wave: Wave, question: Question, lang: Lang) -> Message:
    """What the invited companies see."""
    lines, drawn = _figures(wave, question, lang)
    return Message("\n".join(lines), drawn)


def _figures(wave: Wave, question: Question, lang: Lang) -> tuple[list[str], list[Block]]:
    tally = results.tally(wave, question)
    title, name = wording(question, lang).question, escape(wave.named(lang))
    lines, drawn = outcome(question, tally, lang)
    unsure = [words.UNSURE[lang]] if tally.counts and tally.turnout < FEW else []
    blocks = [header(cut(title, 150)), context(name), *drawn, *map(section, unsure)]
    return [escape(title), name, *lines, *unsure], blocks


def _detail(ctx: Ctx, session: Session, wave: Wave, question: Question) -> Message:
    """What organizers see."""
    lang, told = ctx.lang, results.groups(wave, question)
    named = areas(ctx.parts.library().entries)
    lines, drawn = _figures(wave, question, lang)
    groups = [grouped(question, trait, told[trait], lang, named) for trait in TRAITS if trait in told]
    hidden = [result_words.HIDDEN(lang, enough=question.enough)] if results.tally(wave, question).counts else []
    trend, chart = over_time(question, results.trend(session, wave, question), lang, ctx.local)
    written = results.texts(session, question)
    texts = written[:TEXTS]
    more = [result_words.MORE_TEXTS(lang, len(written) - TEXTS)] if len(written) > TEXTS else []
    blocks: list[Block] = [
        *drawn,
        *map(section, groups),
        *(context(said) for said in hidden),
        *chart,
        *(quoted(cut(text, 1000)) for text in texts),
        *map(context, more),
    ]
    return Message("\n".join([*lines, *groups, *hidden, *trend, *map(escape, texts), *more]), blocks)


def as_csv(ctx: Ctx) -> Reply:
    return _send(ctx, "csv")


def as_xlsx(ctx: Ctx) -> Reply:
    return _send(ctx, "xlsx")


def _send(ctx: Ctx, form: str) -> Reply:
    """The file goes to the organizer alone, as a direct message."""
    with ctx.once() as session:
        wave = results.closed(session, ctx.value, ctx.person)
        exported = [
            sheets.Exported(
                one, results.tally(wave, one), results.groups(wave, one), [], {}, results.texts(session, one)
            )
            for one in wave.questions()
        ]
        tables = sheets.together(exported, ctx.lang, areas(ctx.parts.library().entries))
        written = sheets.csv_file(tables) if form == "csv" else sheets.xlsx_file(tables)
        file = {"filename": f"undersokelse.{form}", "title": wave.named(ctx.lang), "text": result_words.FILE[ctx.lang]}
        key = f"survey:{wave.id}:file:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.person, file | written, METHOD, priority=ANSWER))
        audit.note(session, ctx.now, who=ctx.person, what="survey exported", about=wave.id)
    return Reply(private=Message(result_words.EXPORTED[ctx.lang]))
