"""What organizers do: make a poll, look at it first, post it again, close it, see who answered what in a named one."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message, View
from bot.domain import members
from bot.domain.answers.asked import wording
from bot.domain.answers.kinds import KINDS
from bot.domain.answers.sealing import Keys
from bot.domain.polls import closing, making, results, tables
from bot.domain.polls.making import Draft
from bot.slack import channels
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from handlers.polls import form, templates, views, words
from handlers.polls.outcome_views import SHOWN
from handlers.polls.wall import POST, announce, drawn, wall_key
from scheduler import due
from scheduler.outbox import OutgoingRow, enqueue


def new(ctx: Ctx) -> Reply:
    """An empty form, or one that asks the same as an earlier poll (the button's value)."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        begun = _begun(ctx, session, f"same:{ctx.value}") if ctx.value else form.Begun()
        return Reply(open=_form(ctx, session, begun))


def choose(ctx: Ctx) -> Reply:
    """Another kind, a template, or the same as an earlier poll; what was typed stays where there is a field for it."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        return Reply(update=_form(ctx, session, _begun(ctx, session, ctx.value)))


def _begun(ctx: Ctx, session: Session, choice: str) -> form.Begun:
    what, _, name = choice.partition(":")
    if what == "same":
        return templates.same_as(results.find(session, name, ctx.person, ctx.channel))
    if what == "template" and name in templates.TEMPLATES:
        return templates.begun(templates.TEMPLATES[name])
    return form.Begun(next((kind for kind in KINDS if kind == name), "one"), ctx.fields)


def _form(ctx: Ctx, session: Session, begun: form.Begun) -> View:
    opens, enough = ctx.parts.quiet.later(ctx.now), ctx.parts.settings.poll_enough
    names = [(name, template.name[ctx.lang]) for name, template in templates.TEMPLATES.items()]
    closed = results.closed(session, ctx.person, ctx.channel)
    earlier = [(poll.id, wording(poll, ctx.lang).question) for poll in closed[:SHOWN]]
    return form.form(ctx.lang, ctx.local, opens, begun, form.ready(ctx.lang, names, earlier), enough)


def preview(ctx: Ctx) -> Reply:
    """How it will look, in each language that something was written in; faults are told when it is sent."""
    draft = form.draft(ctx.fields, ctx.data, private=False)
    return Reply(push=views.preview(draft, ctx.lang))


def make(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    place = channels.look(ctx.parts.api, ctx.fields.get("channel", ""))
    opens = ctx.now if ctx.fields.get("posts") == form.AT_ONCE else ctx.parts.quiet.later(ctx.now)
    draft = form.draft(ctx.fields, ctx.data, private=place.private)
    if faults := [*making.faults(draft, ctx.now, opens), *([place.refused] if place.refused else [])]:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        poll = _made(ctx, session, draft)
        if opens > ctx.now:
            due.schedule(session, POST, poll.id, opens)
        else:
            enqueue(session, drawn(ctx.parts, session, poll))
    return Reply(update=form.made(poll, ctx.lang, ctx.local, opens))


def _made(ctx: Ctx, session: Session, draft: Draft) -> tables.Poll:
    settings = ctx.parts.settings
    return making.make(session, Keys(settings), draft, ctx.person, ctx.now, settings.poll_enough)


def post_again(ctx: Ctx) -> Reply:
    """«Prøv igjen», when the wall could not be posted."""
    with ctx.once() as session:
        members.require(session, ctx.person, "organizer")
        poll = tables.take(session, ctx.value)
        state = session.scalar(sa.select(OutgoingRow.state).where(OutgoingRow.key == wall_key(poll)))
        if state != "failed" or poll.closed_at:
            return Reply(private=Message(words.POSTED[ctx.lang]))
        poll.wall += 1
        enqueue(session, drawn(ctx.parts, session, poll))
    return Reply(private=Message(words.TRYING[ctx.lang]))


def close_now(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        closed = closing.close_by(session, Keys(ctx.parts.settings), ctx.value, ctx.person, ctx.now)
        if closed:
            announce(ctx.parts, session, closed, ctx.now)
        question = wording(closed or tables.find(session, ctx.value), ctx.lang).question
    quiet, said = ctx.parts.quiet, words.CLOSED_BEFORE
    if closed:
        said = words.CLOSED_QUIET if quiet.holds(ctx.now) else words.CLOSED_NOW
    when = ctx.local.moment(quiet.later(ctx.now), ctx.lang)
    return Reply(private=Message(said(ctx.lang, question=question, when=when)))


def who(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=views.who(*closing.answers(session, ctx.value, ctx.person), ctx.lang))
