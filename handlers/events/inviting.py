"""Who is invited: organizers choose, each is told once, and others ask for a seat where only those invited may come."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, actions, button, input_of, modal, plain, section
from bot.core.texts import Lang, escape
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.events import following, invitations, invited, unanswered
from bot.domain.events.invitations import KIND
from bot.domain.events.invited import ASKED, Chosen, EventInvited, NotInvited
from bot.domain.events.reminders import CHUNK
from bot.domain.events.rows import Event
from bot.slack import choosing
from bot.slack.context import Ctx, Parts
from bot.slack.fields import picked_time
from bot.slack.listen import Listen
from bot.slack.push import opt_out
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, PICK, SAVE
from handlers.events import forms, letters, organizing, series, series_words, views
from handlers.events import inviting_words as words
from scheduler import bundles, due
from scheduler.outbox import ANSWER, Outgoing, enqueue

SECOND = timedelta(seconds=1)
MOST_ASKING = 20  # in the form; the others come when these are answered


# --- the list ---


def open_list(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event, rows = invited.listed(session, ctx.value, ctx.person, ctx.now)
        known = [(one.id, one.name) for one in companies.everyone(session)]
    view = _list(ctx, event, rows, known)
    return Reply(update=view) if ctx.view_id else Reply(open=view)


def _list(ctx: Ctx, event: Event, rows: Sequence[EventInvited], known: list[tuple[str, str]]) -> View:
    lang = ctx.lang
    people = [row.who for row in invited.shown(rows, company=False)]
    chosen = [row.who for row in invited.shown(rows, company=True)]
    users: Block = {"type": "multi_users_select", "action_id": "people", "placeholder": plain(PICK[lang])}
    users |= {"initial_users": people} if people else {}
    menu = choosing.several("companies", PICK[lang], known, chosen)
    hint = words.COMPANIES_HINT[lang]
    only: Block = {"text": plain(words.ONLY[lang]), "value": "yes"}
    box: Block = {"type": "checkboxes", "action_id": "only", "options": [only]}
    box |= {"initial_options": [only]} if event.by_invitation else {}
    asking = [row.who for row in rows if row.state == ASKED][:MOST_ASKING]
    blocks = [
        section(words.INTRO(lang, title=event.name(lang))),
        *(block for person in asking for block in _asks(lang, event, person)),
        input_of("people", words.PEOPLE[lang], users, optional=True),
        *([input_of("companies", words.COMPANIES[lang], menu, optional=True, hint=hint)] if known else []),
        input_of("only", words.WHO[lang], box, optional=True, hint=words.ONLY_HINT[lang]),
        *series.scope(lang, event, series_words.SCOPE_HINT_INVITED),
    ]
    data = f"{event.id} {int((ctx.now + SECOND).timestamp())}"
    return modal("event.invited", words.TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)


def save_list(ctx: Ctx) -> Reply:
    event_id, _, seen = ctx.data.partition(" ")
    people, chosen = (ctx.fields.get(name, "").split() for name in ("people", "companies"))
    only, all_of_them = ctx.fields.get("only") == "yes", series.all_following(ctx)
    given = Chosen(people, chosen, picked_time(seen) or ctx.now, only, following=all_of_them)
    with ctx.once() as session:
        change = following.invite if all_of_them else _change_one
        events = change(session, event_id, ctx.person, given, ctx.now)
        for one in events:
            due.soon(session, "event.redraw", one.id, ctx.now, 0)
            _invite_when_out(session, one, ctx.now)
    if events[0].draft:
        return Reply(update=organizing.previewed(ctx, events[0]))
    said = [words.SAVED[ctx.lang], *([series_words.DONE_WITH(ctx.lang, len(events))] if all_of_them else [])]
    return Reply(update=forms.notice(ctx.lang, words.TITLE, " ".join(said)))


def _change_one(session: Session, event_id: str, person: str, given: Chosen, now: datetime) -> list[Event]:
    return [invited.change(session, event_id, person, given, now)]


def _invite_when_out(session: Session, event: Event, now: datetime) -> None:
    """At once; to what is posted later, with its post."""
    posted_at = due.when(session, "event.post", event.id)
    if posted_at and posted_at > now:
        due.schedule(session, "event.invite", event.id, posted_at)
        return
    due.soon(session, "event.invite", event.id, now, 0)


# --- asking for a seat ---


def not_invited(lang: Lang, refused: NotInvited) -> Reply:
    said = refused.say(lang)
    row = actions(button(words.ASK[lang], "event.ask_seat", refused.event_id))
    return Reply(private=Message(said, [section(said), row]))


def ask(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        members.meet(session, ctx.person)
        event, state, new = invited.ask(session, ctx.value, ctx.person, ctx.now)
        if new and event.by:
            lang = members.language(session, event.by, ctx.parts.settings.default_language)
            company = companies.of(session, ctx.person)
            blocks = _asks(lang, event, ctx.person, company.name if company else "")
            message = asdict(Message(blocks[0]["text"]["text"], blocks))
            key = f"event:{event.id}:asked:{ctx.person}:{_asked(ctx.now)}"
            enqueue(session, Outgoing(key, event.by, message, priority=ANSWER))
    return Reply(private=_answered(ctx.lang, event, state))


def _asked(at: datetime) -> str:
    """When it was: who is taken off the list may ask once more, and is answered once more."""
    return f"{at.astimezone(UTC):%Y%m%d%H%M%S%f}"


def _asks(lang: Lang, event: Event, person: str, company: str = "") -> list[Block]:
    said = words.ASKS[lang].format(person=person, title=escape(event.name(lang)))
    said += f"\n{words.OF_COMPANY(lang, company=company)}" if company else ""
    value = f"{event.id} {person}"
    grant = button(words.GRANT[lang], "event.grant", value, style="primary")
    return [section(said), actions(grant, button(words.DECLINE[lang], "event.decline", value))]


def grant(ctx: Ctx) -> Reply:
    return _decide(ctx, given=True)


def decline(ctx: Ctx) -> Reply:
    return _decide(ctx, given=False)


def _decide(ctx: Ctx, *, given: bool) -> Reply:
    event_id, _, person = ctx.value.partition(" ")
    with ctx.once() as session:
        event, row, news = invited.decide(session, event_id, person, ctx.person, ctx.now, given=given)
        if news and row:
            lang = members.language(session, person, ctx.parts.settings.default_language)
            message = asdict(_answered(lang, event, row.state))
            key = f"event:{event.id}:seat:{person}:{_asked(row.at)}"
            enqueue(session, Outgoing(key, person, message, priority=ANSWER))
    said = words.DECIDED[given][ctx.lang].format(person=person) if news else words.DECIDED_BEFORE[ctx.lang]
    if ctx.view_id:
        return Reply(update=forms.notice(ctx.lang, words.TITLE, said))
    return Reply(private=Message(said))


def _answered(lang: Lang, event: Event, state: str) -> Message:
    said = words.ANSWERED[state](lang, title=event.name(lang))
    row = [views.answer_buttons(lang, event)] if state in invited.MAY_COME else []
    return Message(said, [section(said), *row])


# --- the personal invitation ---


def invite(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: each who is invited is told when it suits; in pieces."""
    event = session.get(Event, event_id)
    if event is None or event.draft or event.cancelled or event.starts_at <= now:
        return None
    people = invitations.to_tell(session, event, CHUNK)
    for person in people:
        if when := invitations.plan(session, event, person, now, parts.quiet):
            due.schedule(session, "event.invited", f"{event.id}:{person}", when)
    return now if len(people) == CHUNK else None


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Due work: one invitation, if it is still right."""
    event_id, _, person = subject.partition(":")
    event = session.get(Event, event_id)
    planned = invitations.judge(session, event, person, now, parts.quiet) if event else None
    if event is None or planned is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    lang = members.language(session, person, parts.settings.default_language)
    message = asdict(letters.invitation(lang, event, parts.local(now), opt_out(KIND, lang)))
    unanswered.knows(session, event, person, now, parts.quiet)
    outgoing = Outgoing(invitations.about(event, person).outgoing, person, message)
    bundles.leave(session, outgoing, now, bundled=planned.why == "budget")
    return None


def register(listen: Listen) -> None:
    listen.action("event.invited", open_list)
    listen.view("event.invited", save_list)
    listen.action("event.ask_seat", ask)
    listen.action("event.grant", grant)
    listen.action("event.decline", decline)


DUE = {"event.invite": invite, "event.invited": tell}
