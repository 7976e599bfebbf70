"""What is told of all polls together: how many are open, and how many took part in those that closed on a day."""

from collections.abc import Iterator
from datetime import datetime

import sqlalchemy as sa
from prometheus_client import Metric
from sqlalchemy.orm import Session

from bot.core import metrics
from bot.core.clocks import Day
from bot.domain.answers.ballots import Roll
from bot.domain.polls.tables import Poll


def gauges(session: Session, _now: datetime) -> Iterator[Metric]:
    is_open = sa.select(Poll.id).where(Poll.closed_at.is_(None))
    polls = session.scalar(sa.select(sa.func.count()).select_from(is_open.subquery())) or 0
    answers = session.scalar(sa.select(sa.func.count()).select_from(Roll).where(Roll.poll_id.in_(is_open))) or 0
    yield metrics.gauge("naeringsbot_polls_open", "Polls that are open", polls)
    yield metrics.gauge("naeringsbot_poll_answers", "People's answers in open polls, all together", answers)


def figures(session: Session, day: Day) -> dict[str, float]:
    closed = (Poll.closed_at >= day.begins, Poll.closed_at < day.ends)
    counted = sa.select(sa.func.count(), sa.func.sum(Poll.turnout)).where(*closed)
    polls, answers = session.execute(counted).one()
    return {"polls": polls, "turnout": answers or 0}
