"""`/naering resultat`: what has closed; what a poll told, the same over time, and a file for the organizer."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.domain import audit, members
from bot.domain.answers.asked import wording
from bot.domain.companies.rows import areas
from bot.domain.polls import closing, repeating, results
from bot.domain.polls.closing import tally
from bot.domain.polls.tables import Poll
from bot.slack import people
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.once import hashed
from bot.slack.paging import page
from bot.slack.reply import Reply
from bot.slack.results import sheets
from bot.slack.results import words as result_words
from bot.slack.results.closed import Closed, Results
from handlers.polls import outcome_views, words
from scheduler.outbox import ANSWER, Outgoing, enqueue


def listing(others: Sequence[Results], ctx: Ctx) -> Reply:
    return Reply(private=_listing(others, ctx))


def turn(others: Sequence[Results], ctx: Ctx) -> Reply:
    """Another page of the list, in the place of this one."""
    return Reply(private=_listing(others, ctx), instead=True)


def _listing(others: Sequence[Results], ctx: Ctx) -> Message:
    with ctx.parts.read() as session:
        found = [one for look in (_polls, *others) for one in look(session, ctx)]
    found.sort(key=lambda one: one.at, reverse=True)
    return outcome_views.listing(page(found, ctx.value, outcome_views.SHOWN), ctx.lang, ctx.local)


def _polls(session: Session, ctx: Ctx) -> list[Closed]:
    return [
        Closed(poll.closed_at, wording(poll, ctx.lang).question, poll.turnout or 0, "poll.result", poll.id)
        for poll in results.closed(session, ctx.person, ctx.place or ctx.channel)
        if poll.closed_at
    ]


def show(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        poll = results.find(session, ctx.value, ctx.person, ctx.channel)
        organizer = members.may(session, ctx.person, "organizer")
        told = outcome_views.Told(
            poll,
            tally(session, poll),
            results.groups(poll),
            results.trend(session, poll),
            results.texts(session, poll, ctx.person) if organizer else [],
            repeating.of(session, poll) if organizer else None,
        )
    named = areas(ctx.parts.library().entries)
    return Reply(private=outcome_views.detail(told, ctx.lang, ctx.local, named, organizer=organizer))


def as_csv(ctx: Ctx) -> Reply:
    return _send(ctx, "csv")


def as_xlsx(ctx: Ctx) -> Reply:
    return _send(ctx, "xlsx")


def _send(ctx: Ctx, form: str) -> Reply:
    """The file goes to the organizer alone, as a direct message."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        poll = results.find(session, ctx.value, ctx.person, ctx.channel)
    names = people.names(ctx.parts.api) if poll.named and not poll.by_company else {}
    with ctx.once() as session:
        poll = results.find(session, ctx.value, ctx.person, ctx.channel)
        tables = sheets.tables(_exported(session, poll, names, ctx), ctx.lang, areas(ctx.parts.library().entries))
        written = sheets.csv_file(tables) if form == "csv" else sheets.xlsx_file(tables)
        title = f"{words.RESULT[ctx.lang]}: {wording(poll, ctx.lang).question}"
        file = {"filename": f"resultat.{form}", "title": title, "text": result_words.FILE[ctx.lang]}
        key = f"poll:{poll.id}:file:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.person, file | written, METHOD, priority=ANSWER))
        audit.note(session, ctx.now, who=ctx.person, what="poll exported", about=poll.id)
    return Reply(private=Message(result_words.EXPORTED[ctx.lang]))


def _exported(session: Session, poll: Poll, names: Mapping[str, str], ctx: Ctx) -> sheets.Exported:
    _, rolled, companies = closing.answers(session, poll.id, ctx.person)
    called = companies | {row.person: f"{names[row.person]} ({row.person})" for row in rolled if row.person in names}
    texts = [] if poll.named else results.texts(session, poll, ctx.person)
    return sheets.Exported(poll, tally(session, poll), results.groups(poll), rolled, called, texts)
