"""Events: organizers make them, members answer with one click, everybody is told in time."""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.events import merging, people, punctual, rows, seats
from bot.domain.events.invited import NotInvited
from bot.domain.events.rows import GONE, Event
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.paging import page
from bot.slack.reply import Reply
from handlers.events import (
    afterwards,
    attaching,
    calendar,
    feed_pages,
    inviting,
    knows,
    letters,
    managing,
    meetings,
    more,
    organizing,
    reminding,
    reminding_words,
    roll,
    series,
    stands,
    subscribing,
    telling,
    views,
    words,
)
from scheduler import due
from scheduler.outbox import ANSWER, Outgoing, enqueue


def overview(ctx: Ctx) -> Reply:
    return Reply(private=_overview(ctx))


def turn(ctx: Ctx) -> Reply:
    """Another page of the list, in the place of this one."""
    return Reply(private=_overview(ctx), instead=True)


def _overview(ctx: Ctx) -> Message:
    with ctx.parts.read() as session:
        events = page(rows.coming(session, ctx.now), ctx.value, views.SHOWN)
        counted = rows.counts(session, [event.id for event in events.shown])
        mine = rows.answers(session, ctx.person, counted)
        organizer = members.may(session, ctx.person, "organizer")
        drafts = len(rows.drafts(session, ctx.now)) if organizer else 0
        lately = rows.lately(session, ctx.now - telling.JUST_OVER) if organizer and not events.begins else []
    over = [event for event in lately if event.ends_at <= ctx.now and not event.cancelled]
    reader = views.Reader(ctx.lang, ctx.local, organizer, subscribing.offered(ctx.parts, ctx.lang), drafts)
    return views.overview(reader, events, over, counted, mine)


def answer(ctx: Ctx) -> Reply:
    """One press; the same again changes nothing."""
    event_id, _, choice = ctx.value.partition(" ")
    try:
        with ctx.once() as session:
            members.meet(session, ctx.person)
            answered = seats.answer(session, event_id, ctx.person, choice, ctx.now)
            if answered.freed:
                due.soon(session, "event.seats", answered.event.id, ctx.now, 0)
            if answered.changed:
                due.soon(session, "event.plan", answered.event.id, ctx.now, 0)
                due.soon(session, "event.redraw", answered.event.id, ctx.now, telling.REDRAW)
    except NotInvited as refused:
        return inviting.not_invited(ctx.lang, refused)
    return Reply(private=letters.receipt(ctx.lang, answered, ctx.local))


def bring_guest(ctx: Ctx) -> Reply:
    event_id, _, guests = ctx.value.partition(" ")
    number = int(guests == "1")
    with ctx.once() as session:
        answered = seats.bring(session, event_id, ctx.person, number, ctx.now)
        if answered.freed:
            due.soon(session, "event.seats", answered.event.id, ctx.now, 0)
        if answered.changed:
            due.soon(session, "event.redraw", answered.event.id, ctx.now, telling.REDRAW)
    return Reply(private=letters.with_guest(ctx.lang, answered, number))


def calendar_file(ctx: Ctx) -> Reply:
    """Once a minute for each version; a double press is one file."""
    with ctx.once() as session:
        event = session.get(Event, ctx.value)
        if event is None or event.draft:
            raise UserError(GONE)
        key = f"event:{event.id}:file:{ctx.person}:{event.version}:{ctx.now:%y%m%d%H%M}"
        shared = calendar.file(event, ctx.lang, ctx.now, ctx.parts.quiet.zone)
        enqueue(session, Outgoing(key, ctx.person, shared, method=METHOD, priority=ANSWER))
    return Reply(private=Message(words.FILE_SENT[ctx.lang]))


def home(session: Session, person: Person) -> list[Block]:
    now = person.parts.now()
    mine, more = people.mine(session, person.id, now), subscribing.offered(person.parts, person.lang)
    return views.home(person.lang, mine, person.parts.local(now), more)


def register(listen: Listen) -> None:
    listen.command(words.WORD, overview)
    listen.action("event.list", turn)
    listen.action("event.answer", answer)
    listen.action("event.guest", bring_guest)
    listen.action("event.calendar", calendar_file)
    organizing.register(listen)
    more.register(listen)
    inviting.register(listen)
    meetings.register(listen)
    stands.register(listen)
    reminding.register(listen)
    roll.register(listen)
    series.register(listen)
    managing.register(listen)
    subscribing.register(listen)
    afterwards.register(listen)


FEATURE = Feature(
    "events",
    register,
    home=home,
    menu=(words.LINE, reminding_words.LINE),
    nightly=people.forget_answers,
    follow=lambda _parts, session, person, now: people.follow(session, person, now),
    due={**telling.DUE, **series.DUE, **inviting.DUE},
    knows=knows.source,
    attach=attaching.EVENT,
    figures=punctual.figures,
    pages=feed_pages.pages,
    merge=merging.merge,
    forget=people.forget,
    export=people.export,
)
