"""Before an event is posted: what is usual for its kind, and whether it is posted or thrown away."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.domain import audit, members
from bot.domain.events import organizing, series
from bot.domain.events.kinds import KINDS, usual_deadline
from bot.domain.events.rows import GONE, Event
from scheduler.quiet import Quiet


def as_usual(event: Event, kind: str, now: datetime, quiet: Quiet) -> None:
    """What is usual for this kind holds for the event; what is no kind of ours changes nothing."""
    if kind in KINDS:
        usual = KINDS[kind]
        event.kind, event.plus_one, event.reminders = kind, usual.plus_one, list(usual.reminders)
        event.deadline = usual_deadline(usual, event.starts_at, now, quiet)
        event.by_invitation = usual.by_invitation


def is_usual(event: Event, now: datetime, quiet: Quiet) -> bool:
    """Whether all is as usual for the event's kind."""
    usual = KINDS.get(event.kind)
    if usual is None:
        return True
    wanted = (usual.plus_one, list(usual.reminders), usual.by_invitation)
    deadline = usual_deadline(usual, event.starts_at, now, quiet)
    return wanted == (event.plus_one, event.reminders, event.by_invitation) and deadline == event.deadline


def make_usual(session: Session, event_id: str, person: str, now: datetime, quiet: Quiet) -> Event:
    """What is usual for its kind holds for the draft from now on."""
    event = organizing.for_change(session, event_id, person, now)
    if not event.draft:
        raise UserError(GONE)
    as_usual(event, event.kind, now, quiet)
    event.version += 1
    return event


def publish(session: Session, event_id: str, seen: str, person: str, now: datetime) -> tuple[Event, bool]:
    """The event, and whether it was a draft until now. `seen`: the version that was looked at; refused where another
    came between.
    """
    event = organizing.for_change(session, event_id, person, now)
    if not event.draft:
        return event, False
    if str(event.version) != seen:
        raise UserError(organizing.CHANGED)
    if event.starts_at <= now:
        raise UserError(organizing.PAST)
    event.draft, event.changed_at = False, now
    audit.note(session, now, who=person, what="event published", about=event.id)
    return event, True


def discard(session: Session, event_id: str, person: str, now: datetime) -> None:
    """A draft is deleted; what was posted can only be called off."""
    members.require(session, person, "organizer")
    event = session.get(Event, event_id, with_for_update=True)
    if event is None or not event.draft:
        raise UserError(GONE)
    series.tie(session, event, None)
    session.delete(event)
    audit.note(session, now, who=person, what="event draft deleted", about=event_id)
