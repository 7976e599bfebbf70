"""Due work: what is to be done at a time, as rows; each is carried out in one transaction with what it leaves behind.

A row is named by its kind and subject (`poll.close`, the poll's id), so that it stands there once. The transaction that
carries it out also takes it away or moves it on: after a crash it is still due, and two processes never do it twice.
"""

import logging
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache

import sqlalchemy as sa
from prometheus_client import Metric
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core import logs, metrics
from bot.core.clocks import Now, machine
from bot.core.db import Base, Database, insert_once, insert_or_change

log = logging.getLogger("naeringsbot.due")
AT_ONCE = 1.0  # seconds until work that is due again at once is looked at, so that it keeps no other waiting
FAILED_WAIT = 60.0  # seconds until work that failed is tried again

Work = Callable[[Session, str, datetime], datetime | None]
"""Carries out a subject's work; gives the time when it is due again (`now`: in a second), or none."""


class DueWork(Base):
    """`due_at` is calendar time. `not_before` is machine time: how soon the row may be looked at again."""

    __tablename__ = "due_work"

    kind: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    subject: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    not_before: Mapped[float] = mapped_column(default=0.0)


def schedule(session: Session, kind: str, subject: str, due_at: datetime) -> None:
    """Make it due at this time, and at no other."""
    insert_or_change(session, DueWork(kind=kind, subject=subject, due_at=due_at), "due_at")


def first(session: Session, kind: str, subject: str, due_at: datetime) -> None:
    """Make it due at this time, unless it is due already at some other."""
    insert_once(session, DueWork(kind=kind, subject=subject, due_at=due_at))


def soon(session: Session, kind: str, subject: str, now: datetime, pause: float) -> None:
    """Make it due in `pause` seconds, unless it is due already: many calls become one.

    Call it last: a row that is being carried out just now is waited for, and then made anew, so that no change is lost.
    """
    insert_or_change(session, DueWork(kind=kind, subject=subject, due_at=now, not_before=machine() + pause), "due_at")


def when(session: Session, kind: str, subject: str) -> datetime | None:
    """When it is due; none where it is not."""
    row = session.get(DueWork, (kind, subject))
    return row.due_at if row else None


def cancel(session: Session, kind: str, subject: str) -> None:
    session.execute(sa.delete(DueWork).where(DueWork.kind == kind, DueWork.subject == subject))


def cancel_all(session: Session, kind: str, prefix: str) -> None:
    """Take back all of a kind whose subjects begin with `prefix`; what is being carried out just now is waited for."""
    session.execute(sa.delete(DueWork).where(DueWork.kind == kind, DueWork.subject.startswith(prefix, autoescape=True)))


def asked(session: Session, now: datetime) -> datetime:
    """In a piece of work: when it became due, which is earlier than now where nobody was there to do it."""
    return now - timedelta(seconds=max(0.0, machine() - session.info.get("due_since", machine())))


def next_due(session: Session, now: datetime) -> datetime | None:
    """When something is due for the first time from now on."""
    found: datetime | None = session.scalar(sa.select(sa.func.min(DueWork.due_at)).where(DueWork.due_at > now))
    return found


def gauges(session: Session, now: datetime) -> Iterator[Metric]:
    """How far behind the clock's work is."""
    first = session.scalar(sa.select(sa.func.min(DueWork.due_at)).where(DueWork.due_at <= now))
    age = (now - first).total_seconds() if first else 0.0
    yield metrics.gauge("naeringsbot_due_work_oldest_seconds", "How long the oldest due work has been due", age)


def run_due(database: Database, kinds: Mapping[str, Work], now: Now) -> bool:
    """Carry out the work that is due first; False when there was none."""
    at = now()
    with database.read() as session:
        if session.scalar(_due(tuple(kinds)), _moment(at)) is None:
            return False
    with logs.request():
        return _carry_out(database, kinds, at)


def _carry_out(database: Database, kinds: Mapping[str, Work], at: datetime) -> bool:
    name: tuple[str, str] | None = None
    try:
        with database.write() as session:
            row = session.scalar(_due(tuple(kinds), claimed=True), _moment(at))
            if row is None:
                return False
            name = row.kind, row.subject  # what is rolled back can be asked for nothing any more
            session.info["due_since"] = machine() - (at - row.due_at).total_seconds()
            again = kinds[row.kind](session, row.subject, at)
            _move_on(session, row, again, at)
            metrics.count(session, metrics.DUE_WORK.labels(row.kind, "done"))
    except Exception:  # around one piece of work among many: the others go on, this one is tried again
        if name is None:
            raise
        metrics.DUE_WORK.labels(name[0], "failed").inc()
        # Without the subject, which may name a person.
        log.exception("%s failed; nothing of it was kept, it is tried again in a minute", name[0])
        with database.write() as session:
            session.execute(_row(*name).values(not_before=machine() + FAILED_WAIT))
    return True


@cache  # put together once: it is asked for several times a second
def _due(kinds: tuple[str, ...], *, claimed: bool = False) -> sa.Select[DueWork]:
    at: sa.BindParameter[datetime] = sa.bindparam("at")
    by_machine: sa.BindParameter[float] = sa.bindparam("by_machine")
    ready = (DueWork.kind.in_(kinds), DueWork.due_at <= at, DueWork.not_before <= by_machine)
    query = sa.select(DueWork).where(*ready).order_by(DueWork.due_at).limit(1)
    return query.with_for_update(skip_locked=True) if claimed else query


def _moment(at: datetime) -> dict[str, object]:
    return {"at": at, "by_machine": machine()}


def _move_on(session: Session, row: DueWork, again: datetime | None, at: datetime) -> None:
    if again is None:
        session.execute(sa.delete(DueWork).where(DueWork.kind == row.kind, DueWork.subject == row.subject))
        return
    not_before = machine() + AT_ONCE if again <= at else 0.0
    session.execute(_row(row.kind, row.subject).values(due_at=again, not_before=not_before))


def _row(kind: str, subject: str) -> sa.Update:
    return sa.update(DueWork).where(DueWork.kind == kind, DueWork.subject == subject)
