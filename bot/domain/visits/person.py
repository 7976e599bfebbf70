"""What visits keep about a person: what they asked for, what they promised, what they dealt with."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.visits.news import TELL
from bot.domain.visits.rows import OPEN, Visit, VisitPromise, VisitRequest
from scheduler.due import DueWork

KEEP_NAMES = timedelta(days=30)  # after the visit, or after a promise was closed
KEEP_WORDS = timedelta(days=1096)  # three years; when which company was visited stays


def export(session: Session, person: str) -> dict[str, list[dict[str, Any]]]:
    asked = session.scalars(
        sa.select(VisitRequest).where(VisitRequest.person == person).order_by(VisitRequest.asked_at)
    )
    mine = sa.or_(VisitPromise.owner == person, VisitPromise.by == person, VisitPromise.closed_by == person)
    promised = session.scalars(sa.select(VisitPromise).where(mine).order_by(VisitPromise.at, VisitPromise.id))
    told, given = ("whom", "wishes", "suits", "asked_at"), ("words", "role", "due_on", "closed_at", "outcome")
    dealt = session.scalars(sa.select(Visit).where(Visit.by == person).order_by(Visit.at, Visit.id))
    return {
        "asked": [{name: getattr(one, name) for name in told} for one in asked],
        "promises": [{name: getattr(one, name) for name in given} for one in promised],
        "dealt with": [{name: getattr(one, name) for name in ("state", "starts_at", "changed_at")} for one in dealt],
    }


def forget(session: Session, person: str, _now: datetime) -> int:
    """The request stays the company's, and a promise the municipality's; the name goes."""
    count = sum(
        changed(session.execute(sa.update(column.class_).where(column == person).values({column.key: None})))
        for column in (VisitRequest.person, VisitPromise.owner, VisitPromise.by, VisitPromise.closed_by, Visit.by)
    )
    planned = (DueWork.kind == TELL, DueWork.subject.endswith(f":{person}", autoescape=True))
    return count + changed(session.execute(sa.delete(DueWork).where(*planned)))


def forget_with_time(session: Session, now: datetime) -> None:
    """Names some time after the visit, all words after some years; what was called off goes altogether."""
    over = sa.select(Visit.id).where(Visit.state.not_in(OPEN), Visit.changed_at < now - KEEP_NAMES)
    session.execute(sa.update(VisitRequest).where(VisitRequest.visit.in_(over)).values(person=None))
    closed = VisitPromise.closed_at < now - KEEP_NAMES
    session.execute(sa.update(VisitPromise).where(closed).values(owner=None, by=None, closed_by=None))
    session.execute(sa.update(Visit).where(Visit.id.in_(over)).values(by=None))
    off = sa.select(Visit.id).where(Visit.state == "off", Visit.changed_at < now - KEEP_NAMES)
    session.execute(sa.delete(VisitRequest).where(VisitRequest.visit.in_(off)))
    session.execute(sa.delete(Visit).where(Visit.state == "off", Visit.changed_at < now - KEEP_NAMES))
    old = sa.select(Visit.id).where(Visit.state == "held", Visit.ends_at < now - KEEP_WORDS)
    session.execute(sa.update(VisitRequest).where(VisitRequest.visit.in_(old)).values(wishes="", suits=""))
    done = (VisitPromise.visit.in_(old), VisitPromise.closed_at.is_not(None))
    session.execute(sa.update(VisitPromise).where(*done).values(words="", outcome=""))
    session.execute(
        sa.update(Visit).where(Visit.id.in_(old)).values(notes="", answer="", reason="", place="", party="")
    )
