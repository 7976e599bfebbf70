"""Word of a change to those who are invited, or asked for a seat or a stand, and have not answered."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain.events import unanswered
from bot.domain.events.reminders import CHUNK
from bot.domain.events.rows import Event
from bot.slack.context import Parts
from scheduler import due

NEWS = "event.news"  # a kind of its own: versions that know no such news leave it to those that do


def plan(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: each of them is told when it suits; in pieces."""
    event = session.get(Event, event_id)
    if event is None or event.draft or event.ends_at <= now:
        return None
    people = unanswered.to_tell(session, event, CHUNK)
    for person in people:
        about, when = unanswered.plan(session, event, person, now, parts.quiet)
        if when:
            due.schedule(session, NEWS, str(about), when)
    return now if len(people) == CHUNK else None


DUE = {"event.unanswered": plan}
