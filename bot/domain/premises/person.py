"""What premises keep about a person: what they put out, where they are the contact, what they look for."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.premises.alerts import TELL
from bot.domain.premises.keeping import ASK, BY_OTHER, HIDE, NEW
from bot.domain.premises.rows import SHOWN, Premises
from bot.domain.premises.searching import SavedSearch, Told, kept
from scheduler.due import DueWork

KEEP_HIDDEN = timedelta(days=90)  # in which they can be put out again


def export(session: Session, person: str) -> dict[str, Any]:
    made = session.scalars(sa.select(Premises).where(Premises.by == person).order_by(Premises.made_at))
    named = session.scalars(sa.select(Premises).where(Premises.contact_person == person).order_by(Premises.made_at))
    return {
        "put out": [
            {"title": one.name("nb"), "at": one.made_at, "until": one.until, "state": one.state} for one in made
        ],
        "contact for": [one.name("nb") for one in named],
        "searches": [{"search": one.wanted, "since": one.made_at} for one in kept(session, person)],
    }


def forget(session: Session, person: str, _now: datetime) -> int:
    """Searches go, and what one put out for no company; what is a company's stays without the name."""
    planned = (DueWork.kind.in_((TELL, BY_OTHER)), DueWork.subject.endswith(f":{person}", autoescape=True))
    count = changed(session.execute(sa.delete(DueWork).where(*planned)))
    for table in (SavedSearch, Told):
        count += changed(session.execute(sa.delete(table).where(table.person == person)))
    count += _remove(session, sa.and_(Premises.by == person, Premises.company.is_(None)))
    for column in (Premises.by, Premises.contact_person):
        count += changed(session.execute(sa.update(Premises).where(column == person).values({column: None})))
    return count


def nightly(session: Session, now: datetime) -> None:
    """What has not been in the list for long goes."""
    _remove(session, sa.and_(Premises.state != SHOWN, Premises.changed_at < now - KEEP_HIDDEN))


def _remove(session: Session, which: sa.ColumnElement[bool]) -> int:
    gone = list(session.scalars(sa.select(Premises.id).where(which)))
    due = (DueWork.kind.in_((ASK, HIDE, NEW)), DueWork.subject.in_(gone))
    session.execute(sa.delete(DueWork).where(*due))
    session.execute(sa.delete(Told).where(Told.premises.in_(gone)))
    return changed(session.execute(sa.delete(Premises).where(Premises.id.in_(gone))))
