"""The day before an agreed visit those whom it concerns are reminded: at nine, on the last working day before it."""

from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.domain.visits.rows import Visit
from scheduler import due
from scheduler.quiet import Quiet

EVE = "visit.eve"  # due work, by the visit's id
DAY, MORNING = timedelta(days=1), time(9)


def plan(session: Session, visit: Visit, now: datetime, quiet: Quiet) -> None:
    """What has just been agreed for so soon needs no reminder."""
    if (at := eve(visit, quiet)) and at > now:
        due.schedule(session, EVE, visit.id, at)
    else:
        due.cancel(session, EVE, visit.id)


def eve(visit: Visit, quiet: Quiet) -> datetime | None:
    """When to remind of it; none where no visit is agreed."""
    if visit.state != "confirmed" or visit.starts_at is None:
        return None
    before = visit.starts_at.astimezone(quiet.zone).date() - DAY
    working = quiet.earlier(datetime.combine(before, MORNING, quiet.zone)).astimezone(quiet.zone).date()
    return quiet.later(datetime.combine(working, MORNING, quiet.zone))
