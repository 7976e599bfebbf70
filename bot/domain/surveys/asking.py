"""Who is sent an invitation, a reminder or what comes of it, and when; looked at once more when its time has come.

Subjects of due work: `{wave}:{what}` for a round, `{wave}:{what}:{person}` for one of its messages.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import pushes
from bot.domain.answers.ballots import Roll
from bot.domain.members import Member
from bot.domain.pushes import Moment, Occasion, Push, Why
from bot.domain.surveys.doing import DOING
from bot.domain.surveys.tables import Invitation, Wave
from bot.domain.surveys.waves import FIRST, SECOND, reminded_at
from scheduler import due
from scheduler.quiet import Quiet

TELL = "survey.tell"


def plan_round(session: Session, wave: Wave, what: str, now: datetime, quiet: Quiet) -> None:
    """Plan the message for everybody in the companies that have not answered; in those that have, of what is done."""
    if _is_over(wave, what, now, quiet):
        return
    occasion = Occasion("survey", (Moment(what, now),), until=None if what == DOING else wave.closes_at)
    for person in session.scalars(_whom(wave, what).order_by(Member.id)).all():
        for one in pushes.book(session, _key(wave, person), person, occasion, now, quiet):
            if one.when:
                due.schedule(session, TELL, f"{wave.id}:{what}:{person}", one.when)


def _is_over(wave: Wave, what: str, now: datetime, quiet: Quiet) -> bool:
    """Also where nobody was here to send a reminder until the next one came: two at once are one too many."""
    if what == DOING:
        return False
    overtaken = what == FIRST and now >= reminded_at(wave.made_at, SECOND, quiet)
    return wave.closed_at is not None or now >= wave.closes_at or overtaken


def _whom(wave: Wave, what: str) -> sa.Select[str]:
    answered = sa.exists().where(Roll.poll_id == wave.id, Roll.person == Invitation.company)
    query = sa.select(Member.id).join(Invitation, Invitation.company == Member.company_id)
    return query.where(Invitation.wave == wave.id, Member.active, answered if what == DOING else ~answered)


def reach(session: Session, wave: Wave, what: str) -> int:
    """How many people it is for."""
    return session.scalar(sa.select(sa.func.count()).select_from(_whom(wave, what).subquery())) or 0


def _key(wave: Wave, person: str) -> str:
    return f"survey:{wave.id}:{person}"


def judge(session: Session, wave: Wave, what: str, person: str, now: datetime, quiet: Quiet) -> Push | None:
    """What was planned, where it is still right; the ledger tells why where it is not."""
    row = session.get(Push, f"{_key(wave, person)}:{what}")
    if row is None or row.when is None:
        return None
    why = _why_not(session, wave, what, person, now, quiet)
    if why:
        pushes.settle(session, row.key, None, why, quiet)
        return None
    return row


def _why_not(session: Session, wave: Wave, what: str, person: str, now: datetime, quiet: Quiet) -> Why | None:
    if _is_over(wave, what, now, quiet):
        return "too late"
    if session.scalar(_whom(wave, what).where(Member.id == person)) is None:
        return "not needed"
    return pushes.unwanted(pushes.receiver(session, person, now, quiet), "survey", urgent=False)


def told(session: Session, wave: Wave, person: str, now: datetime) -> None:
    """The person's company has been sent the invitation."""
    company = sa.select(Member.company_id).where(Member.id == person).scalar_subquery()
    mine = (Invitation.wave == wave.id, Invitation.company == company, Invitation.told_at.is_(None))
    session.execute(sa.update(Invitation).where(*mine).values(told_at=now))
