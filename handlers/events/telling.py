"""What is done when its time has come: plans, reminders, word of a move, the wall."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.db import new_id
from bot.core.recurrence import Rule, said
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.events import afterwards as rules
from bot.domain.events import again, invitations, reminders, series, unanswered
from bot.domain.events.occasions import CHANNEL
from bot.domain.events.reminders import CHUNK, Subject
from bot.domain.events.rows import Event, EventAnswer, counts
from bot.domain.pushes import Planned
from bot.slack.context import Parts
from handlers.events import afterwards, letters, meetings, stands, views, waiting
from handlers.events import unanswered as uncertain
from scheduler import bundles, due, outbox
from scheduler.outbox import ANSWER, BULK, Outgoing, enqueue

JUST_OVER = timedelta(days=7)  # so long organizers see what became of an event's reminders
REDRAW = 1.0  # seconds between two changes of the wall, at least


def planned_anew(parts: Parts, session: Session, event: Event, now: datetime, *, moved: bool) -> None:
    """After a change: the wall follows; after a move, so do all reminders, and people are told."""
    if moved:
        for kind in ("event.tell", uncertain.NEWS):
            due.cancel_all(session, kind, f"{event.id}:")
        outbox.cancel(session, f"event:{event.id}:to:")
        outbox.cancel(session, f"event:{event.id}:offer:")  # word of the move tells of the seat too
        if not event.cancelled and invitations.invite_anew(session, event):
            due.schedule(session, "event.invite", event.id, now)
        due.schedule(session, "event.plan", event.id, now)
        due.schedule(session, "event.unanswered", event.id, now)
        due.schedule(session, "event.over", event.id, event.ends_at)
        due.schedule(session, "event.seats", event.id, now)
        _mend_posts(parts, session, event, now)
    if event.deadline:
        due.schedule(session, "event.deadline", event.id, event.deadline)
    due.soon(session, "event.redraw", event.id, now, 0)


def comes_out(session: Session, event: Event, posted_at: datetime, now: datetime) -> None:
    """An event that members see from now on; its wall is posted then, and those invited are told."""
    times = {"event.post": posted_at, "event.plan": now, "event.invite": posted_at, "event.over": event.ends_at}
    times |= {"event.deadline": event.deadline} if event.deadline else {}
    for kind, at in times.items():
        due.schedule(session, kind, event.id, at)


def _mend_posts(parts: Parts, session: Session, event: Event, now: datetime) -> None:
    """The posts that reminded the channel told of another time or place."""
    wall = asdict(_wall(parts, session, event, now))
    for moves in range(event.moves):
        post = Subject(event.id, moves, CHANNEL, event.channel).outgoing
        if outbox.states(session, post)["sent"]:
            key = f"event:{event.id}:redraw:{new_id()}"
            enqueue(session, Outgoing(key, event.channel, wall, method="chat.update", parent=post))


def plan(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: everybody whose messages are not planned yet, and the post for the rest; in pieces."""
    event = session.get(Event, event_id)
    if event is None:
        return None
    _schedule(session, event, event.channel, reminders.plan_for_channel(session, event, now, parts.quiet))
    stale = reminders.unplanned(session, event)
    for answer in stale:
        planned = reminders.plan_for(session, event, answer, now, parts.quiet, due.asked(session, now))
        _schedule(session, event, answer.person, planned)
    return now if len(stale) == CHUNK else None


def _schedule(session: Session, event: Event, person: str, planned: list[Planned]) -> None:
    for one in planned:
        if one.when:
            due.schedule(session, "event.tell", str(Subject(event.id, event.moves, one.what, person)), one.when)


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Due work: one reminder or word of a change, if it is still right."""
    about = Subject.read(subject)
    event = session.get(Event, about.event)
    judge = unanswered.judge if about.what in unanswered.NEWS else reminders.judge
    verdict = judge(session, event, about, now, parts.quiet)
    if event is None or not verdict.send:
        return verdict.again
    message = _message(parts, session, event, about, now)
    outgoing = Outgoing(about.outgoing, about.person, asdict(message))
    bundles.leave(session, outgoing, now, bundled=verdict.bundled)
    return None


def _message(parts: Parts, session: Session, event: Event, about: Subject, now: datetime) -> Message:
    local = parts.local(now)
    if about.what == CHANNEL:
        return letters.channel_reminder(parts.settings.default_language, event, local)
    lang = members.language(session, about.person, parts.settings.default_language)
    if about.what in unanswered.NEWS:
        return letters.news(lang, event, unanswered.standing(session, event, about.person) or "", local)
    answer = session.get_one(EventAnswer, (event.id, about.person))
    if about.what == "cancelled":
        return letters.called_off(lang, event, answer.choice, local)
    if about.what == "moved":
        booked = meetings.after_a_change(session, event, about.person, lang, local)
        return letters.moved(lang, event, answer.choice, local, answer.offered_until, meetings=booked)
    own = [meetings.reminded(session, event, about.person, lang, local)]
    own.append(stands.reminded(session, event, about.person, lang))
    once_more = again.helps(event, now, parts.quiet)
    return letters.reminder(lang, event, answer, local, again=once_more, own="\n".join(filter(None, own)))


def post(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: the wall is put up; in a channel the bot keeps quiet hours too."""
    event = session.get(Event, event_id, with_for_update=True)
    if event is None or event.draft or event.cancelled or event.posted or event.ends_at <= now:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    event.posted = True
    by = event.by or ""
    sorry = letters.not_posted(members.language(session, by, parts.settings.default_language), event)
    otherwise = (
        Outgoing(f"event:{event.id}:not_posted:{event.wall}", by, asdict(sorry), priority=ANSWER) if by else None
    )
    wall = asdict(_wall(parts, session, event, now))
    enqueue(session, Outgoing(wall_key(event), event.channel, wall, priority=ANSWER, otherwise=otherwise))
    return None


def redraw(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: the wall shows what is now."""
    event = session.get(Event, event_id)
    if event and event.posted:
        key, wall = f"event:{event.id}:redraw:{new_id()}", asdict(_wall(parts, session, event, now))
        enqueue(
            session, Outgoing(key, event.channel, wall, method="chat.update", parent=wall_key(event), priority=BULK)
        )
    return None


def over(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: the event is over."""
    event = session.get(Event, event_id)
    if event and not event.cancelled:
        due.schedule(session, "event.thank", event.id, rules.begins(event, parts.quiet))
        due.schedule(session, "event.pulse", event.id, rules.closes(event, parts.quiet))
    return redraw(parts, session, event_id, now)


def _wall(parts: Parts, session: Session, event: Event, now: datetime) -> Message:
    rule = series.rules(session, [event]).get(event.series or "")
    return wall_of(parts, event, counts(session, [event.id])[event.id], now, rule)


def wall_of(
    parts: Parts, event: Event, counted: Counter[str], now: datetime, rule: Rule | None = None, lang: Lang | None = None
) -> Message:
    """`lang`: none is the channel's."""
    lang, area = lang or parts.settings.default_language, parts.library().entries.get(event.area)
    again = said(rule, parts.quiet.zone)[lang] if rule else ""
    return views.wall(lang, event, counted, parts.local(now), area.title[lang] if area else "", again)


def wall_key(event: Event) -> str:
    return f"event:{event.id}:wall:{event.wall}"


DUE = (
    {
        "event.plan": plan,
        "event.tell": tell,
        uncertain.NEWS: tell,
        "event.post": post,
        "event.redraw": redraw,
        "event.over": over,
        "event.deadline": redraw,
    }
    | waiting.DUE
    | afterwards.DUE
    | uncertain.DUE
)
