"""What is kept about a person who answers or organizes, and for how long."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.events import afterwards, feeds, invited, meetings, series, stands, wishes
from bot.domain.events.rows import Event, EventAnswer
from bot.domain.members import Member
from scheduler.due import DueWork, schedule

KEEP_NAMES = timedelta(days=30)  # who answered, after the event


def mine(session: Session, person: str, now: datetime) -> Sequence[tuple[Event, str]]:
    """The coming events that the person said yes or maybe to, the next first."""
    query = sa.select(Event, EventAnswer.choice).join(EventAnswer, EventAnswer.event == Event.id)
    ahead = (EventAnswer.person == person, EventAnswer.choice != "no", Event.ends_at > now, Event.cancelled.is_(False))
    found = session.execute(query.where(*ahead).order_by(Event.starts_at, Event.id))
    return [(event, choice) for event, choice in found]


def follow(session: Session, person: str, now: datetime) -> None:
    """Their wishes changed: what they are told is planned anew. Who was deactivated gives up their seats for good."""
    theirs = (EventAnswer.person == person, EventAnswer.event.in_(sa.select(Event.id).where(Event.ends_at > now)))
    answered = session.scalars(sa.select(EventAnswer.event).where(*theirs).order_by(EventAnswer.event)).all()
    active = session.scalar(sa.select(Member.active).where(Member.id == person))
    stay = sa.update(EventAnswer).values(planned=False)
    if not active:
        feeds.stop(session, person)
        meetings.forget(session, person, sa.select(Event.id).where(Event.ends_at > now))
    session.execute((stay if active else sa.delete(EventAnswer)).where(*theirs))
    for event in answered:
        for kind in ("event.plan", "event.redraw", "event.seats"):
            schedule(session, kind, event, now)


def forget_answers(session: Session, now: datetime) -> None:
    """Nightly: who answered, 30 days after the event."""
    old = sa.select(Event.id).where(Event.ends_at < now - KEEP_NAMES)
    session.execute(sa.delete(EventAnswer).where(EventAnswer.event.in_(old)))
    session.execute(sa.delete(Event).where(Event.draft, Event.ends_at < now - KEEP_NAMES))
    series.without_events(session)
    meetings.forget_all(session, old)
    stands.forget_all(session, old)
    invited.forget_all(session, old)
    afterwards.forget_all(session, old)


def forget(session: Session, person: str, now: datetime) -> int:
    """The person's answers and drafts go, their seats are free; events that they posted stay without their name."""
    answered = (EventAnswer.person == person,)
    for event in session.scalars(sa.select(Event).where(Event.id.in_(sa.select(EventAnswer.event).where(*answered)))):
        schedule(session, "event.redraw", event.id, now)
        schedule(session, "event.seats", event.id, now)
    theirs = (DueWork.kind.in_(("event.tell", "event.news", "event.invited")), DueWork.subject.endswith(f":{person}"))
    session.execute(sa.delete(DueWork).where(*theirs))
    wishes.forget(session, person)
    feeds.stop(session, person)
    meetings.forget(session, person)
    stands.forget(session, person)
    invited.forget(session, person)
    afterwards.forget(session, person)
    drafted = changed(session.execute(sa.delete(Event).where(Event.by == person, Event.draft)))
    series.without_events(session)
    made = drafted + changed(session.execute(sa.update(Event).where(Event.by == person).values(by=None)))
    return made + changed(session.execute(sa.delete(EventAnswer).where(*answered)))


def export(session: Session, person: str) -> dict[str, Any]:
    answered = sa.select(Event, EventAnswer).join(EventAnswer, EventAnswer.event == Event.id)
    given = session.execute(answered.where(EventAnswer.person == person).order_by(EventAnswer.at))
    made = session.scalars(sa.select(Event).where(Event.by == person).order_by(Event.created_at))
    return {
        "answers": [
            {
                "event": event.name("nb"),
                "starts": event.starts_at,
                "answer": answer.choice,
                "at": answer.at,
                "attended": answer.attended,
            }
            for event, answer in given
        ],
        "reminders": wishes.wished(session, person),
        "calendar address since": feeds.subscribed(session, person),
        "meetings": meetings.export(session, person),
        "invited": invited.export(session, person),
        "stands": stands.export(session, person),
        "evaluated": afterwards.answered(session, person),
        "made": [{"event": event.name("nb"), "starts": event.starts_at} for event in made],
    }
