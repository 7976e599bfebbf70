"""Who hears of new premises, and when; looked at once more when the time has come.

The subject of due work is `{premises}:{person}`.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import insert_once
from bot.domain import pushes
from bot.domain.members import Member
from bot.domain.premises.rows import Premises, is_owner
from bot.domain.premises.searching import SavedSearch, Told, fits, read
from bot.domain.pushes import Kind, Moment, Occasion, Push, Why
from scheduler import due
from scheduler.quiet import Quiet

KIND: Kind = "premises"
TELL = "premises.tell"


def plan(session: Session, premises: Premises, now: datetime, quiet: Quiet) -> None:
    """Plan the message for everybody who looks for such premises and has not heard of them."""
    pushes.cancel(session, f"premises:{premises.id}:new:", now)
    occasion = Occasion(KIND, (Moment(str(premises.version), now),), until=premises.until)
    for person in sorted(_lookers(session, premises, now)):
        for one in pushes.book(session, _key(premises, person), person, occasion, now, quiet):
            if one.when:
                due.schedule(session, TELL, f"{premises.id}:{person}", one.when)


def _lookers(session: Session, premises: Premises, now: datetime) -> set[str]:
    heard = sa.exists().where(Told.person == SavedSearch.person, Told.premises == premises.id)
    query = sa.select(SavedSearch).join(Member, Member.id == SavedSearch.person).where(Member.active, ~heard)
    people = {one.person for one in session.scalars(query) if fits(premises, read(one.wanted), now)}
    return {person for person in people if not is_owner(session, premises, person)}


def _key(premises: Premises, person: str) -> str:
    return f"premises:{premises.id}:new:{person}"


def judge(
    session: Session, premises: Premises, person: str, now: datetime, quiet: Quiet
) -> tuple[Push, SavedSearch] | None:
    """What was planned, and the search that it is for, where that is still right; the ledger tells why where not."""
    row = session.get(Push, f"{_key(premises, person)}:{premises.version}")
    if row is None or row.when is None:
        return None
    search = _search(session, premises, person, now)
    why: Why | None = "not needed"
    if search is not None:
        why = pushes.unwanted(pushes.receiver(session, person, now, quiet), KIND, urgent=False)
    if search is None or why:
        pushes.settle(session, row.key, None, why or "not needed", quiet)
        return None
    return row, search


def _search(session: Session, premises: Premises, person: str, now: datetime) -> SavedSearch | None:
    """The oldest of their searches that it fits, unless they have heard of it."""
    if session.get(Told, (person, premises.id)):
        return None
    mine = sa.select(SavedSearch).where(SavedSearch.person == person).order_by(SavedSearch.made_at, SavedSearch.id)
    return next((one for one in session.scalars(mine) if fits(premises, read(one.wanted), now)), None)


def told(session: Session, premises: Premises, person: str) -> bool:
    """They have heard of it; False where they had before."""
    return insert_once(session, Told(person=person, premises=premises.id))
