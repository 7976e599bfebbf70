"""Two companies become one: the stands and invitations of the one are the other's."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.events.invited import EventInvited
from bot.domain.events.stands import GIVEN, EventStand


def merge(session: Session, gone: str, kept: str) -> None:
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
    also = sa.select(EventInvited.event).where(EventInvited.who == kept)
    session.execute(sa.delete(EventInvited).where(EventInvited.who == gone, EventInvited.event.in_(also)))
    session.execute(sa.update(EventInvited).where(EventInvited.who == gone).values(who=kept))
