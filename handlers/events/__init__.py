"""Events: organizers make them, members answer with one click, everybody is told in time."""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.events import organizing, people, punctual, rows, seats
from bot.domain.events.rows import GONE, Event
from bot.slack import channels
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.paging import page
from bot.slack.reply import Reply
from handlers.events import (
    afterwards,
    calendar,
    feed_pages,
    forms,
    knows,
    managing,
    reminding,
    reminding_words,
    roll,
    subscribing,
    telling,
    views,
    words,
)
from scheduler import due, outbox
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
        lately = rows.lately(session, ctx.now - telling.JUST_OVER) if organizer and not events.begins else []
    over = [event for event in lately if event.ends_at <= ctx.now and not event.cancelled]
    reader = views.Reader(ctx.lang, ctx.local, organizer, subscribing.offered(ctx.parts, ctx.lang))
    return views.overview(reader, events, over, counted, mine)


def answer(ctx: Ctx) -> Reply:
    """One press; the same again changes nothing."""
    event_id, _, choice = ctx.value.partition(" ")
    with ctx.once() as session:
        members.meet(session, ctx.person)
        answered = seats.answer(session, event_id, ctx.person, choice, ctx.now)
        if answered.freed:
            due.soon(session, "event.seats", answered.event.id, ctx.now, 0)
        if answered.changed:
            due.soon(session, "event.plan", answered.event.id, ctx.now, 0)
            due.soon(session, "event.redraw", answered.event.id, ctx.now, telling.REDRAW)
    return Reply(private=views.receipt(ctx.lang, answered, ctx.local))


def bring_guest(ctx: Ctx) -> Reply:
    event_id, _, guests = ctx.value.partition(" ")
    number = int(guests == "1")
    with ctx.once() as session:
        answered = seats.bring(session, event_id, ctx.person, number, ctx.now)
        if answered.freed:
            due.soon(session, "event.seats", answered.event.id, ctx.now, 0)
        if answered.changed:
            due.soon(session, "event.redraw", answered.event.id, ctx.now, telling.REDRAW)
    return Reply(private=views.with_guest(ctx.lang, answered, number))


def calendar_file(ctx: Ctx) -> Reply:
    """Once a minute for each version; a double press is one file."""
    with ctx.once() as session:
        event = session.get(Event, ctx.value)
        if event is None:
            raise UserError(GONE)
        key = f"event:{event.id}:file:{ctx.person}:{event.version}:{ctx.now:%y%m%d%H%M}"
        shared = calendar.file(event, ctx.lang, ctx.now, ctx.parts.quiet.zone)
        enqueue(session, Outgoing(key, ctx.person, shared, method=METHOD, priority=ANSWER))
    return Reply(private=Message(words.FILE_SENT[ctx.lang]))


def open_new(ctx: Ctx) -> Reply:
    _check_organizer(ctx)
    return Reply(open=forms.new(ctx.lang, ctx.parts.quiet.zone))


def create(ctx: Ctx) -> Reply:
    _check_organizer(ctx)
    details, faults = organizing.read(ctx.fields, ctx.now, ctx.parts.quiet.zone)
    channel = ctx.fields.get("channel", "")
    if faults := [*faults, *_channel_faults(ctx, channel)]:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        event = organizing.create(session, ctx.person, channel, details, ctx.now)
        for kind, at in (("event.post", ctx.now), ("event.plan", ctx.now), ("event.over", event.ends_at)):
            due.schedule(session, kind, event.id, at)
    quiet = ctx.parts.quiet
    template = forms.POSTED_LATER if quiet.holds(ctx.now) else forms.POSTED
    when = ctx.local.moment(quiet.later(ctx.now), ctx.lang)
    said = template[ctx.lang].format(channel=f"<#{channel}>", when=when)
    return Reply(update=forms.notice(ctx.lang, forms.NEW, f"{said} {forms.lacks(ctx.lang, event)}".strip()))


def open_edit(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
    return Reply(open=forms.edit(ctx.lang, ctx.parts.quiet.zone, event))


def change(ctx: Ctx) -> Reply:
    event_id, _, seen = ctx.data.partition(" ")
    with ctx.parts.read() as session:
        begins = organizing.for_change(session, event_id, ctx.person, ctx.now).starts_at
    details, faults = organizing.read(ctx.fields, ctx.now, ctx.parts.quiet.zone, begins)
    if faults:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        event, moved = organizing.change(session, event_id, seen, ctx.person, details, ctx.now)
        telling.planned_anew(ctx.parts, session, event, ctx.now, moved=moved)
        due.schedule(session, "event.seats", event.id, ctx.now)
    said = f"{(forms.SAVED_MOVE if moved else forms.SAVED)[ctx.lang]} {forms.lacks(ctx.lang, event)}"
    return Reply(update=forms.notice(ctx.lang, forms.EDIT_TITLE, said.strip()))


def open_call_off(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
        counted = rows.counts(session, [event.id])[event.id]
    others = counted["maybe"] + counted[rows.WAITING]
    return Reply(open=forms.call_off(ctx.lang, event, counted["yes"], others))


def call_off(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        event = organizing.cancel(session, ctx.data, ctx.person, ctx.now)
        telling.planned_anew(ctx.parts, session, event, ctx.now, moved=True)
    return Reply(update=forms.notice(ctx.lang, forms.CANCEL_TITLE, forms.CALLED_OFF[ctx.lang]))


def _check_organizer(ctx: Ctx) -> None:
    """Before the fields are looked at; the rules check again in the transaction."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")


def _channel_faults(ctx: Ctx, channel: str) -> list[UserError]:
    """It must be a public channel that we are in."""
    if not channel:
        return [UserError(organizing.EMPTY, field="channel")]
    place = channels.look(ctx.parts.api, channel)
    fault = place.refused or (UserError(forms.NOT_PUBLIC, field="channel") if place.private else None)
    return [fault] if fault else []


def post_again(ctx: Ctx) -> Reply:
    """«Prøv igjen», when the wall could not be posted."""
    with ctx.once() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
        if outbox.states(session, telling.wall_key(event))["failed"]:
            event.wall, event.posted = event.wall + 1, False
            due.schedule(session, "event.post", event.id, ctx.now)
    return Reply(private=Message((forms.THERE if event.posted else forms.TRYING)[ctx.lang]))


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
    listen.action("event.new", open_new)
    listen.view("event.create", create)
    listen.action("event.post", post_again)
    listen.action("event.edit", open_edit)
    listen.view("event.change", change)
    listen.action("event.call_off", open_call_off)
    listen.view("event.cancel", call_off)
    reminding.register(listen)
    roll.register(listen)
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
    due=telling.DUE,
    knows=knows.source,
    figures=punctual.figures,
    pages=feed_pages.pages,
    forget=people.forget,
    export=people.export,
)
