"""How many of a day's reminders came in time."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import Day
from bot.domain.events.reminders import LATE
from bot.domain.pushes import Push
from scheduler.reports import delays


def figures(session: Session, day: Day) -> dict[str, float]:
    """In time: Slack had it within a quarter of an hour of the time that it was planned for."""
    planned = (Push.kind == "reminder", Push.when >= day.begins, Push.when < min(day.ends, day.seen))
    rows = session.execute(sa.select(Push.key, Push.why).where(*planned)).all()
    took = {key.replace(":to:", ":"): seconds for key, _, seconds in delays(session, *day.by_machine())}
    in_time = [key for key, why in rows if why != "late" and took.get(key, LATE.total_seconds()) < LATE.total_seconds()]
    return {"reminders": len(rows), "in_time": len(in_time)}
