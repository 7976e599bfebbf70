"""Organizers make an event: a draft, as members will see it, posted, changed, called off."""

from collections import Counter
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message, View
from bot.core.errors import UserError
from bot.core.recurrence import Rule
from bot.core.texts import LANGUAGES, Lang
from bot.domain import members
from bot.domain.events import drafts, following, organizing, rows, unanswered
from bot.domain.events import series as rules
from bot.domain.events.organizing import Details
from bot.domain.events.rows import GONE, Event
from bot.slack import channels
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.events import draft_views, forms, series, series_words, telling
from handlers.events import more_words as words
from scheduler import due, outbox


def open_new(ctx: Ctx) -> Reply:
    _check_organizer(ctx)
    zone = ctx.parts.quiet.zone
    return Reply(open=forms.new(ctx.lang, zone, *series.fields(ctx.lang, None, zone)))


def create(ctx: Ctx) -> Reply:
    """A draft, shown as it will be."""
    _check_organizer(ctx)
    details, faults = organizing.read(ctx.fields, ctx.now, ctx.parts.quiet.zone)
    channel, rule = ctx.fields.get("channel", ""), _rule(ctx, details, faults)
    if faults := [*faults, *_channel_faults(ctx, channel)]:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        event = organizing.create(session, ctx.person, channel, details, ctx.now, draft=True)
        drafts.as_usual(event, ctx.fields.get("kind", ""), ctx.now, ctx.parts.quiet)
        rules.tie(session, event, rule)
    return Reply(update=previewed(ctx, event))


def _rule(ctx: Ctx, details: Details, faults: list[UserError]) -> Rule | None:
    """How the draft comes again; what is wrong with it is added to the faults."""
    try:
        return rules.wanted(ctx.fields, details.starts_at, ctx.parts.quiet.zone)
    except UserError as fault:
        faults.append(fault)
        return None


def previewed(ctx: Ctx, event: Event, lang: Lang | None = None) -> View:
    """`lang`: none is the channel's."""
    with ctx.parts.read() as session:
        rule = rules.rules(session, [event]).get(event.series or "")
    channels_own = ctx.parts.settings.default_language
    drawn_in = lang or channels_own
    wall = telling.wall_of(ctx.parts, event, Counter(), ctx.now, rule, drawn_in)
    usual = drafts.is_usual(event, ctx.now, ctx.parts.quiet)
    return draft_views.preview(ctx.lang, event, wall, drawn_in, on_wall=drawn_in == channels_own, usual=usual)


def preview(ctx: Ctx) -> Reply:
    event_id, _, asked = ctx.value.partition(" ")
    with ctx.parts.read() as session:
        event = organizing.for_change(session, event_id, ctx.person, ctx.now)
    if not event.draft:
        raise UserError(GONE)
    return _shown(ctx, previewed(ctx, event, next((lang for lang in LANGUAGES if lang == asked), None)))


def make_usual(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        event = drafts.make_usual(session, ctx.value, ctx.person, ctx.now, ctx.parts.quiet)
    return Reply(update=previewed(ctx, event))


def list_drafts(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        waiting = rows.drafts(session, ctx.now)
    return Reply(open=draft_views.drafts(ctx.lang, waiting, ctx.local))


def publish(ctx: Ctx) -> Reply:
    event_id, _, seen = ctx.data.partition(" ")
    with ctx.once() as session:
        event, now_out = drafts.publish(session, event_id, seen, ctx.person, ctx.now)
        if now_out:
            telling.comes_out(session, event, ctx.now, ctx.now)
            if event.series:
                due.schedule(session, "event.series", event.series, ctx.now)
    quiet = ctx.parts.quiet
    template = forms.POSTED_LATER if quiet.holds(ctx.now) else forms.POSTED
    when = ctx.local.moment(quiet.later(ctx.now), ctx.lang)
    said = template[ctx.lang].format(channel=f"<#{event.channel}>", when=when) if now_out else forms.OUT[ctx.lang]
    return Reply(update=forms.notice(ctx.lang, forms.NEW, f"{said} {forms.lacks(ctx.lang, event)}".strip()))


def discard(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        drafts.discard(session, ctx.value, ctx.person, ctx.now)
    return Reply(update=forms.notice(ctx.lang, words.DRAFTS_TITLE, words.DISCARDED[ctx.lang]))


def open_edit(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
        rule = rules.rules(session, [event]).get(event.series or "")
    lang, zone = ctx.lang, ctx.parts.quiet.zone
    again = series.fields(lang, rule, zone) if event.draft else series.scope(lang, event)
    return _shown(ctx, forms.edit(lang, zone, event, *again))


def change(ctx: Ctx) -> Reply:
    event_id, _, seen = ctx.data.partition(" ")
    with ctx.parts.read() as session:
        before = organizing.for_change(session, event_id, ctx.person, ctx.now)
    begins = None if before.draft else before.starts_at
    details, faults = organizing.read(ctx.fields, ctx.now, ctx.parts.quiet.zone, begins)
    channel = ctx.fields.get("channel", before.channel) if before.draft else before.channel
    faults += _channel_faults(ctx, channel) if channel != before.channel else []
    rule = _rule(ctx, details, faults)
    if faults:
        return Reply.refused(faults, ctx.lang)
    if before.draft:
        with ctx.once() as session:
            event, _ = organizing.change(session, event_id, seen, ctx.person, details, ctx.now, ctx.parts.quiet.zone)
            event.channel = channel
            rules.tie(session, event, rule)
        return Reply(update=previewed(ctx, event))
    with ctx.once() as session:
        changed = _changed(ctx, session, event_id, seen, details)
        for event, moved in changed:
            telling.planned_anew(ctx.parts, session, event, ctx.now, moved=moved)
            due.schedule(session, "event.seats", event.id, ctx.now)
            if event.series:
                due.schedule(session, "event.series", event.series, ctx.now)
    event, moved = changed[0]
    said = [(forms.SAVED_MOVE if moved else forms.SAVED)[ctx.lang]]
    said += [series_words.DONE_WITH(ctx.lang, len(changed))] if series.all_following(ctx) else []
    return Reply(
        update=forms.notice(ctx.lang, forms.EDIT_TITLE, " ".join([*said, forms.lacks(ctx.lang, event)]).strip())
    )


def _changed(ctx: Ctx, session: Session, event_id: str, seen: str, details: Details) -> list[tuple[Event, bool]]:
    """Each event that was changed, and whether it moved."""
    if series.all_following(ctx):
        return following.change(session, event_id, seen, ctx.person, details, ctx.now, ctx.parts.quiet.zone)
    return [organizing.change(session, event_id, seen, ctx.person, details, ctx.now, ctx.parts.quiet.zone)]


def open_call_off(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
        hear = unanswered.hear(session, event)
    scope = series.scope(ctx.lang, event, series_words.SCOPE_HINT_OFF)
    return Reply(open=forms.call_off(ctx.lang, event, hear, *scope))


def call_off(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        cancel = following.cancel if series.all_following(ctx) else _cancel_one
        events = cancel(session, ctx.data, ctx.person, ctx.now)
        for event in events:
            telling.planned_anew(ctx.parts, session, event, ctx.now, moved=True)
    said = [forms.CALLED_OFF[ctx.lang]]
    said += [series_words.CALLED_OFF(ctx.lang, len(events))] if series.all_following(ctx) else []
    return Reply(update=forms.notice(ctx.lang, forms.CANCEL_TITLE, " ".join(said)))


def _cancel_one(session: Session, event_id: str, person: str, now: datetime) -> list[Event]:
    return [organizing.cancel(session, event_id, person, now)]


def post_again(ctx: Ctx) -> Reply:
    """«Prøv igjen», when the wall could not be posted."""
    with ctx.once() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
        if outbox.states(session, telling.wall_key(event))["failed"]:
            event.wall, event.posted = event.wall + 1, False
            due.schedule(session, "event.post", event.id, ctx.now)
    return Reply(private=Message((forms.THERE if event.posted else forms.TRYING)[ctx.lang]))


def _shown(ctx: Ctx, view: View) -> Reply:
    """In the open modal, where the button stands in one."""
    return Reply(update=view) if ctx.view_id else Reply(open=view)


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


def register(listen: Listen) -> None:
    listen.action("event.new", open_new)
    listen.view("event.create", create)
    listen.action("event.drafts", list_drafts)
    listen.action("event.preview", preview)
    listen.action("event.usual", make_usual)
    listen.view("event.publish", publish)
    listen.action("event.discard", discard)
    listen.action("event.post", post_again)
    listen.action("event.edit", open_edit)
    listen.view("event.change", change)
    listen.action("event.call_off", open_call_off)
    listen.view("event.cancel", call_off)
