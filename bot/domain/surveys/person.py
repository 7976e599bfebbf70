"""What surveys keep about a person: what they made. Answers and invitations are a company's."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.answers.ballots import Roll
from bot.domain.surveys.asking import TELL
from bot.domain.surveys.doing import Doing
from bot.domain.surveys.tables import Invitation, Survey, Wave
from scheduler.due import DueWork

KEEP_ROLL = timedelta(days=365)  # after the wave has closed


def export(session: Session, person: str) -> list[dict[str, Any]]:
    made = [
        {"survey": one.title["nb"], "made_at": one.made_at.isoformat()}
        for one in session.scalars(sa.select(Survey).where(Survey.made_by == person).order_by(Survey.made_at))
    ]
    doings = session.scalars(sa.select(Doing).where(Doing.by == person).order_by(Doing.at))
    made += [{"what we do": one.text["nb"], "made_at": one.at.isoformat()} for one in doings]
    begun = session.scalars(sa.select(Wave).where(Wave.made_by == person).order_by(Wave.made_at))
    return made + [{"round": one.named("nb"), "made_at": one.made_at.isoformat()} for one in begun]


def forget(session: Session, person: str, _now: datetime) -> int:
    """The name is taken away, and no message that is planned comes."""
    count = 0
    for table in (Survey, Wave):
        count += changed(session.execute(sa.update(table).where(table.made_by == person).values(made_by=None)))
    count += changed(session.execute(sa.update(Doing).where(Doing.by == person).values(by=None)))
    planned = (DueWork.kind == TELL, DueWork.subject.endswith(f":{person}", autoescape=True))
    return count + changed(session.execute(sa.delete(DueWork).where(*planned)))


def forget_rolls(session: Session, now: datetime) -> None:
    """Which companies were asked and answered is forgotten a year after; the numbers stay."""
    old = sa.select(Wave.id).where(Wave.closed_at < now - KEEP_ROLL)
    session.execute(sa.delete(Roll).where(Roll.poll_id.in_(old)))
    session.execute(sa.delete(Invitation).where(Invitation.wave.in_(old)))
