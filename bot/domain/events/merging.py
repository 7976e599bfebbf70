"""Two companies become one: the stands and invitations of the one are the other's."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.events.invited import INVITED, EventInvited
from bot.domain.events.stands import GIVEN, EventStand
from scheduler import due


def merge(session: Session, gone: str, kept: str) -> None:
    _stands(session, gone, kept)
    _invitations(session, gone, kept)


def _stands(session: Session, gone: str, kept: str) -> None:
    """Of two requests for a stand at one event, the one that was given a place counts, else that of who stays."""
    theirs = {one.event: one for one in session.scalars(sa.select(EventStand).where(EventStand.company == kept))}
    for stand in session.scalars(sa.select(EventStand).where(EventStand.company == gone)).all():
        other = theirs.get(stand.event)
        if other and (stand.state != GIVEN or other.state == GIVEN):
            session.delete(stand)
            continue
        if other:
            session.delete(other)
            session.flush()
        stand.company = kept


def _invitations(session: Session, gone: str, kept: str) -> None:
    """It is invited where either was; those of the other are told as all are who come on the list."""
    query = sa.select(EventInvited).where(EventInvited.who.in_([gone, kept])).order_by(EventInvited.event)
    found: dict[str, dict[str, EventInvited]] = {}
    for row in session.scalars(query.with_for_update()):
        found.setdefault(row.event, {})[row.who] = row
    for event, rows in found.items():
        states = [row.state for row in rows.values()]
        row = rows.get(kept) or rows[gone]
        row.who, row.once = kept, all(one.once for one in rows.values())
        row.state = INVITED if INVITED in states else row.state
        if len(rows) == 2:
            session.delete(rows[gone])
        if INVITED in states and states != [INVITED, INVITED]:
            # What is posted later invites with its post; the time of the row has passed, so the others are told now.
            due.schedule(session, "event.invite", event, due.when(session, "event.post", event) or row.at)
