"""What everybody does: see which polls are open, answer with one press or in a window, look at the own answer."""

from bot.core.blocks import Message
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.kinds import together
from bot.domain.answers.pointing import pointers
from bot.domain.answers.sealing import Keys
from bot.domain.polls import person, tables, voting
from bot.domain.polls.closing import tally
from bot.domain.polls.tables import GONE, Poll
from bot.domain.polls.voting import CLOSED, NO_COMPANY, Click
from bot.slack.context import Ctx
from bot.slack.paging import page
from bot.slack.reply import Reply
from handlers.polls import views, windows, words
from handlers.polls.wall import scope

MOST_OPTIONS = 10


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
    chosen = int(option) if option.isdecimal() and option.isascii() else -1
    click = Click(poll_id, ctx.channel or "", ctx.person, chosen)
    with ctx.once(scope=scope(poll_id)) as session:
        voted = voting.vote(session, Keys(ctx.parts.settings), click, ctx.now)
    return _told(ctx, views.receipt(voted.poll, Given(chosen), ctx.lang, ctx.local, changed=voted.changed))


def answer(ctx: Ctx) -> Reply:
    """«Svar»: a window, with what was answered before."""
    with ctx.parts.read() as session:
        poll, given = voting.own(session, Keys(ctx.parts.settings), ctx.value, ctx.person)
        if not voting.within_reach(poll, ctx.channel):
            raise UserError(GONE)
        if ctx.now >= poll.closes_at:
            raise UserError(CLOSED)
        if voting.voter(session, poll, ctx.person) is None:
            raise UserError(NO_COMPANY)
    return Reply(open=windows.answering(poll, given, ctx.lang))


def give(ctx: Ctx) -> Reply:
    """The window is sent. What points to somebody is shown to the writer first, who may send it all the same."""
    poll_id, _, shown = ctx.data.partition(" ")
    with ctx.parts.read() as session:
        poll = tables.find(session, poll_id)
    given = _given(ctx, poll)
    if (found := pointers(given.words or "")) and not shown:
        return Reply(update=windows.answering(poll, given, ctx.lang, found))
    with ctx.once(scope=scope(poll_id)) as session:
        click = Click(poll_id, None, ctx.person, given.option, given.words)
        voted = voting.vote(session, Keys(ctx.parts.settings), click, ctx.now)
    receipt = views.receipt(voted.poll, given, ctx.lang, ctx.local, changed=voted.changed)
    return Reply(update=windows.received(receipt, ctx.lang))


def _given(ctx: Ctx, poll: Poll) -> Given:
    if poll.kind == "words":
        return Given(0, windows.written(ctx.fields.get("answer", "")))
    typed = ctx.fields.get("answer", "").split()
    picked = [int(one) for one in typed if one.isdecimal() and one.isascii() and len(one) < 3]
    if poll.most and len(picked) > poll.most:
        raise UserError(words.TOO_MANY, field="answer", most=poll.most, count=len(picked))
    return Given(together(one for one in picked if one < MOST_OPTIONS))


def mine(ctx: Ctx) -> Reply:
    """«Mitt svar»: the receipt once more."""
    with ctx.parts.read() as session:
        poll, given = voting.own(session, Keys(ctx.parts.settings), ctx.value, ctx.person)
        answered = voting.hidden(poll) and voting.answered(session, poll, ctx.person)
    if given is None:
        return _told(ctx, views.not_shown(poll, ctx.lang, answered=answered))
    return _told(ctx, views.receipt(poll, given, ctx.lang, ctx.local, changed=True))


def _told(ctx: Ctx, receipt: Message) -> Reply:
    """By the request's own address or not at all: the other way leads through the outbox, which is stored."""
    return Reply(private=receipt) if ctx.respond_to else Reply()
