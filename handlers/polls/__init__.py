"""Pulse polls: `/naering puls`, the wall with its buttons, and the result."""

from dataclasses import asdict
from datetime import datetime
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.clocks import machine
from bot.core.settings import Settings
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.polls import closing, making, numbers, person, tables, voting
from bot.domain.polls.closing import tally
from bot.domain.polls.tables import Poll
from bot.domain.polls.voting import Click
from bot.slack import channels
from bot.slack.context import Ctx, Parts
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.once import Claim
from bot.slack.paging import page
from bot.slack.reply import Reply
from handlers.polls import form, views, words
from scheduler import due, outbox
from scheduler.outbox import ANSWER, Outgoing, OutgoingRow, enqueue

POST, CLOSE, RESULT = "poll.post", "poll.close", "poll.result"

# --- organizers ---


def new(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    return Reply(open=form.form(ctx.lang, ctx.local, ctx.parts.quiet.later(ctx.now)))


def make(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    place = channels.look(ctx.parts.api, ctx.fields.get("channel", ""))
    opens = ctx.now if ctx.fields.get("posts") == form.AT_ONCE else ctx.parts.quiet.later(ctx.now)
    draft = form.draft(ctx.fields, private=place.private)
    if faults := [*making.faults(draft, ctx.now, opens), *([place.refused] if place.refused else [])]:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        poll = making.make(session, Keys(ctx.parts.settings), draft, ctx.person, ctx.now)
        if opens > ctx.now:
            due.schedule(session, POST, poll.id, opens)
        else:
            enqueue(session, _wall(ctx.parts, session, poll))
    return Reply(update=form.made(poll, ctx.lang, ctx.local, opens))


def post_again(ctx: Ctx) -> Reply:
    """«Prøv igjen», when the wall could not be posted."""
    with ctx.once() as session:
        members.require(session, ctx.person, "organizer")
        poll = tables.take(session, ctx.value)
        state = session.scalar(sa.select(OutgoingRow.state).where(OutgoingRow.key == _wall_key(poll)))
        if state != "failed" or poll.closed_at:
            return Reply(private=Message(words.POSTED[ctx.lang]))
        poll.wall += 1
        enqueue(session, _wall(ctx.parts, session, poll))
    return Reply(private=Message(words.TRYING[ctx.lang]))


def close_now(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        closed = closing.close_by(session, ctx.value, ctx.person, ctx.now)
        if closed:
            _announce(ctx.parts, session, closed, ctx.now)
        question = tables.wording(closed or tables.find(session, ctx.value), ctx.lang).question
    quiet, said = ctx.parts.quiet, words.CLOSED_BEFORE
    if closed:
        said = words.CLOSED_QUIET if quiet.holds(ctx.now) else words.CLOSED_NOW
    when = ctx.local.moment(quiet.later(ctx.now), ctx.lang)
    return Reply(private=Message(said(ctx.lang, question=question, when=when)))


def who(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=views.who(*closing.answers(session, ctx.value, ctx.person), ctx.lang))


# --- everybody ---


def listing(ctx: Ctx) -> Reply:
    return Reply(private=_listing(ctx))


def turn(ctx: Ctx) -> Reply:
    """Another page of the list, in the place of this one."""
    return Reply(private=_listing(ctx), instead=True)


def _listing(ctx: Ctx) -> Message:
    with ctx.parts.read() as session:
        organizer = members.may(session, ctx.person, "organizer")
        polls = page(person.open_polls(session, ctx.person, ctx.place or ctx.channel, ctx.now), ctx.value, views.SHOWN)
        tallies = [tally(session, one.poll) for one in polls.shown]
    return views.listing(polls, tallies, ctx.lang, ctx.local, organizer=organizer)


def vote(ctx: Ctx) -> Reply:
    poll_id, _, option = ctx.value.partition(" ")
    click = Click(poll_id, ctx.channel, ctx.person, int(option) if option.isdecimal() and option.isascii() else -1)
    with ctx.once(scope=_scope(poll_id)) as session:
        voted = voting.vote(session, Keys(ctx.parts.settings), click, ctx.now)
    return _told(ctx, views.receipt(voted.poll, click.option, ctx.lang, ctx.local, changed=voted.changed))


def mine(ctx: Ctx) -> Reply:
    """«Mitt svar»: the receipt once more."""
    with ctx.parts.read() as session:
        poll, option = voting.own(session, Keys(ctx.parts.settings), ctx.value, ctx.person)
    if option is None:
        return _told(ctx, views.not_answered(poll, ctx.lang))
    return _told(ctx, views.receipt(poll, option, ctx.lang, ctx.local, changed=True))


def _told(ctx: Ctx, receipt: Message) -> Reply:
    """By the request's own address or not at all: the other way leads through the outbox, which is stored."""
    return Reply(private=receipt) if ctx.respond_to else Reply()


# --- when it is time ---


def redraw(parts: Parts, session: Session, poll_id: str, _now: datetime) -> None:
    poll = tables.share(session, poll_id)
    if poll.closed_at is None:
        enqueue(session, _redrawn(parts, session, poll, f"poll:{poll.id}:redraw:{machine() * 1000:.0f}"))


def close(parts: Parts, session: Session, poll_id: str, now: datetime) -> None:
    poll = closing.close(session, poll_id, now)
    if poll:
        _announce(parts, session, poll, now)


def _announce(parts: Parts, session: Session, poll: Poll, now: datetime) -> None:
    """The wall as closed, the result when the channel may be disturbed; and nothing is left that says who pressed."""
    session.execute(sa.delete(Claim).where(Claim.scope == _scope(poll.id)))
    if outbox.states(session, _wall_key(poll)):
        enqueue(session, _redrawn(parts, session, poll, f"poll:{poll.id}:closed:1"))
    if again := post_result(parts, session, poll.id, now):
        due.schedule(session, RESULT, poll.id, again)


def post_result(parts: Parts, session: Session, poll_id: str, now: datetime) -> datetime | None:
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    poll = tables.find(session, poll_id)
    result = asdict(views.result(poll, tally(session, poll), parts.settings.default_language))
    otherwise = Outgoing(f"poll:{poll.id}:unposted:result", poll.made_by, result) if poll.made_by else None
    enqueue(session, Outgoing(f"poll:{poll.id}:result:1", poll.channel, result, otherwise=otherwise))
    return None


def post(parts: Parts, session: Session, poll_id: str, _now: datetime) -> None:
    """What was made in quiet time, when that is over."""
    poll = tables.take(session, poll_id)
    if not poll.closed_at:
        enqueue(session, _wall(parts, session, poll))


def _wall(parts: Parts, session: Session, poll: Poll) -> Outgoing:
    drawn = views.wall(poll, tally(session, poll), parts.settings.default_language, parts.local(parts.now()))
    return Outgoing(_wall_key(poll), poll.channel, asdict(drawn), otherwise=_sorry(parts, session, poll))


def _sorry(parts: Parts, session: Session, poll: Poll) -> Outgoing | None:
    if not poll.made_by:
        return None
    said = asdict(views.not_posted(poll, members.language(session, poll.made_by, parts.settings.default_language)))
    return Outgoing(f"poll:{poll.id}:unposted:{poll.wall}", poll.made_by, said, priority=ANSWER)


def _redrawn(parts: Parts, session: Session, poll: Poll, key: str) -> Outgoing:
    drawn = views.wall(poll, tally(session, poll), parts.settings.default_language, parts.local(parts.now()))
    return Outgoing(key, poll.channel, asdict(drawn), method="chat.update", parent=_wall_key(poll))


def _wall_key(poll: Poll) -> str:
    return f"poll:{poll.id}:wall:{poll.wall}"


def _scope(poll_id: str) -> str:
    return f"poll:{poll_id}"[:64]


def register(listen: Listen) -> None:
    listen.command(words.WORD, listing)
    listen.action("poll.list", turn)
    listen.action("poll.new", new)
    listen.view("poll.make", make)
    listen.action("poll.post", post_again)
    listen.action("poll.close", close_now)
    listen.action("poll.who", who)
    listen.action("poll.vote", vote, public=True)
    listen.action("poll.mine", mine, public=True)


def feature(settings: Settings) -> Feature:
    keys = Keys(settings)
    return Feature(
        "polls",
        register,
        menu=(words.LINE,),
        due={POST: post, voting.REDRAW: redraw, CLOSE: close, RESULT: post_result},
        nightly=person.forget_rolls,
        follow=lambda _parts, session, who, now: person.leave(keys, session, who, now),
        gauges=numbers.gauges,
        figures=numbers.figures,
        forget=partial(person.forget, keys),
        export=partial(person.export, keys),
    )
