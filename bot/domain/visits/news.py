"""What companies are told of their visit: planned into the ledger, and looked at once more when the time has come.

Keys of the ledger: `visit:{visit}:{person}:{version}:{what}`.
Subjects of due work: `{visit}:{version}:{what}:{person}`.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import pushes
from bot.domain.companies import links
from bot.domain.members import Member
from bot.domain.pushes import OWED, Moment, Occasion, Push
from bot.domain.visits.rows import Visit, VisitRequest
from scheduler import due
from scheduler.quiet import Quiet

TELL = "visit.tell"
STATES = {  # what is told, and the state of the visit in which that is right
    "proposed": "proposed",
    "confirmed": "confirmed",
    "moved": "confirmed",
    "changed": "confirmed",
    "put_off": "asked",
    "off": "off",
}


def tell(session: Session, visit: Visit, what: str, now: datetime, quiet: Quiet) -> int:
    """Whoever asked is told, else all who speak for the company; how many they are. The session must be flushed."""
    told = people(session, visit.id)
    for person in told:
        book(session, f"visit:{visit.id}:{person}:{visit.version}", person, what, now, quiet)
        due.schedule(session, TELL, f"{visit.id}:{visit.version}:{what}:{person}", quiet.later(now))
    return len(told)


def people(session: Session, visit_id: str) -> list[str]:
    """For each company whoever asked, where they are still there; else all who speak for it."""
    found: list[str] = []
    for request in session.scalars(sa.select(VisitRequest).where(VisitRequest.visit == visit_id)):
        there = sa.select(Member.id).where(Member.company_id == request.company, Member.active).order_by(Member.id)
        members = list(session.scalars(there))
        found += [request.person] if request.person in members else _speakers(session, members)
    return list(dict.fromkeys(found))


def _speakers(session: Session, members: list[str]) -> list[str]:
    return [person for person in members if links.may_edit(session, person)]


def book(session: Session, key: str, person: str, what: str, now: datetime, quiet: Quiet) -> bool:
    """Into the ledger, once; whether it is to be sent."""
    planned = pushes.book(session, key, person, Occasion(OWED, (Moment(what, now),)), now, quiet)
    return any(one.when for one in planned)


def still_right(
    session: Session, visit: Visit | None, version: int, what: str, person: str, now: datetime, quiet: Quiet
) -> bool:
    """What has come after stands for what was planned; the ledger tells why nothing is sent."""
    if visit is None:
        return False
    row = session.get(Push, f"visit:{visit.id}:{person}:{version}:{what}")
    if row is None or row.when is None:
        return False
    right = (visit.version, visit.state) == (version, STATES[what])
    if not right or person not in people(session, visit.id):
        pushes.settle(session, row.key, None, "not needed", quiet)
        return False
    if why := pushes.unwanted(pushes.receiver(session, person, now, quiet), OWED, urgent=False):
        pushes.settle(session, row.key, None, why, quiet)
        return False
    return True
