"""What surveys keep about a person: what they made, what they have not sent yet, that they sent it while the round is
open, and whether they may be asked for a talk. Answers that were sent, and invitations, are a company's.
"""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import changed
from bot.domain.answers.asked import said
from bot.domain.answers.ballots import Roll
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import answering
from bot.domain.surveys.agreeing import Agreement, agreed
from bot.domain.surveys.asking import TELL
from bot.domain.surveys.doing import Doing
from bot.domain.surveys.repeating import Repeat
from bot.domain.surveys.selecting import ASK, Picked, Selection
from bot.domain.surveys.tables import Invitation, Survey, Wave
from scheduler.due import DueWork

KEEP_ROLL = timedelta(days=365)  # after the wave has closed


def export(keys: Keys, session: Session, person: str) -> list[dict[str, Any]]:
    made = [
        {"survey": one.title["nb"], "made_at": one.made_at.isoformat()}
        for one in session.scalars(sa.select(Survey).where(Survey.made_by == person).order_by(Survey.made_at))
    ]
    doings = session.scalars(sa.select(Doing).where(Doing.by == person).order_by(Doing.at))
    made += [{"what we do": one.text["nb"], "made_at": one.at.isoformat()} for one in doings]
    begun = session.scalars(sa.select(Wave).where(Wave.made_by == person).order_by(Wave.made_at))
    made += [{"round": one.named("nb"), "made_at": one.made_at.isoformat()} for one in begun]
    drawn = session.scalars(sa.select(Selection).where(Selection.by == person).order_by(Selection.at))
    made += [{"selection": one.id, "made_at": one.at.isoformat()} for one in drawn]
    repeats = session.scalars(sa.select(Repeat).where(Repeat.by == person).order_by(Repeat.survey))
    made += [{"repeats": one.survey, "rule": one.rule} for one in repeats]
    made += [{"may be contacted after": one.named("nb")} for one in agreed(session, person)]
    made += [
        {
            "not sent": wave.named("nb"),
            "question": one.question["nb"],
            "answer": said(one, given, "nb"),
        }
        for wave, one, given in answering.unsent(session, keys, person)
    ]
    is_open = answering.opened(session)
    sent = answering.sent_for(session, keys, is_open, person)
    made += [{"sent for the company": wave.named("nb")} for wave in is_open if wave.id in sent]
    picked = sa.select(Picked.selection).where(Picked.person == person).order_by(Picked.selection)
    return made + [{"chosen in selection": one} for one in session.scalars(picked)]


def forget(keys: Keys, session: Session, person: str, _now: datetime) -> int:
    """The name is taken away, what is not sent is deleted, and no message that is planned comes."""
    count = answering.forget(session, keys, person)
    for column in (Survey.made_by, Wave.made_by, Doing.by, Selection.by, Repeat.by):
        forgotten = sa.update(column.class_).where(column == person).values({column.key: None})
        count += changed(session.execute(forgotten))
    for table in (Agreement, Picked):
        count += changed(session.execute(sa.delete(table).where(table.person == person)))
    theirs = DueWork.subject.endswith(f":{person}", autoescape=True)
    return count + changed(session.execute(sa.delete(DueWork).where(DueWork.kind.in_((TELL, ASK)), theirs)))


def forget_rolls(session: Session, now: datetime) -> None:
    """Which companies were asked and answered, and who may be contacted, is forgotten a year after; numbers stay."""
    old = sa.select(Wave.id).where(Wave.closed_at < now - KEEP_ROLL)
    session.execute(sa.delete(Roll).where(Roll.poll_id.in_(old)))
    session.execute(
        sa.delete(Picked).where(Picked.selection.in_(sa.select(Selection.id).where(Selection.wave.in_(old))))
    )
    for table in (Invitation, Agreement, Selection):
        session.execute(sa.delete(table).where(table.wave.in_(old)))
