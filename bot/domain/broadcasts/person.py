"""What announcements keep about a person: exported, deleted, forgotten with time."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.broadcasts.segments import Segment
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver

KEEP_DRAFTS = timedelta(days=1)
KEEP_NAMES = timedelta(days=30)  # of who received it, after it is done


def forget_receivers(session: Session, now: datetime) -> None:
    """Nightly: who was in the audience of what ended 30 days ago, and drafts that nobody approved within a day."""
    old = sa.select(Broadcast.id).where(Broadcast.ended_at < now - KEEP_NAMES)
    session.execute(sa.delete(BroadcastReceiver).where(BroadcastReceiver.broadcast.in_(old)))
    session.execute(sa.delete(Broadcast).where(Broadcast.state == "draft", Broadcast.created_at < now - KEEP_DRAFTS))


def forget(session: Session, person: str, _now: datetime) -> int:
    """What was received goes; what was sent stays without the name, unsent drafts go."""
    unsent = session.execute(sa.delete(Broadcast).where(Broadcast.by == person, Broadcast.state == "draft"))
    session.execute(sa.update(Broadcast).where(Broadcast.changed_by == person).values(changed_by=""))
    sent = session.execute(sa.update(Broadcast).where(Broadcast.by == person).values(by=""))
    received = session.execute(sa.delete(BroadcastReceiver).where(BroadcastReceiver.person == person))
    kept = session.execute(sa.update(Segment).where(Segment.by == person).values(by=""))
    return changed(unsent) + changed(sent) + changed(received) + changed(kept)


def export(session: Session, person: str) -> dict[str, Any]:
    """What the person wrote, and what they were to receive."""
    written = session.scalars(sa.select(Broadcast).where(Broadcast.by == person).order_by(Broadcast.created_at))
    mine = sa.select(Broadcast, BroadcastReceiver).join(BroadcastReceiver, BroadcastReceiver.broadcast == Broadcast.id)
    received = session.execute(mine.where(BroadcastReceiver.person == person).order_by(Broadcast.created_at))
    names = ("nb", "nn", "en", "channel", "kind", "reason", "at", "created_at", "state")
    kept = session.scalars(sa.select(Segment).where(Segment.by == person).order_by(Segment.name))
    return {
        "segments": [{"name": one.name, "chosen": one.chosen} for one in kept],
        "written": [{name: getattr(one, name) for name in names} for one in written],
        "received": [
            {"text": one.nb, "planned": to.due_at, "why": to.why, "given out": to.fed} for one, to in received
        ],
    }
