"""The figures of each day that everybody may see: counted from the rows while they are there, kept when they go."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.clocks import Day
from bot.core.db import Base, insert_once

LOOK_BACK = 7  # days that are made good after the program has not run
DAY = timedelta(days=1)

Figures = Callable[[Session, Day], Mapping[str, float]]
"""What a feature counts of a day, by names that no other feature uses."""


class DayFigure(Base):
    """One number of one local day; nothing of a person."""

    __tablename__ = "day_figures"

    day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    value: Mapped[float]


def count(session: Session, counted: Sequence[Figures], day: Day) -> dict[str, float]:
    return {name: value for figures in counted for name, value in figures(session, day).items()}


def keep(session: Session, counted: Sequence[Figures], now: datetime, zone: ZoneInfo) -> None:
    """Nightly: write down the days that are over."""
    today = now.astimezone(zone).date()
    kept = set(session.scalars(sa.select(DayFigure.day).where(DayFigure.day >= today - LOOK_BACK * DAY)))
    for day in {today - back * DAY for back in range(1, LOOK_BACK + 1)} - kept:
        for name, value in count(session, counted, Day.of(day, zone, now)).items():
            insert_once(session, DayFigure(day=day, name=name, value=value))


def days(session: Session, first: date) -> dict[date, dict[str, float]]:
    """What was kept, the newest day first."""
    rows = session.scalars(sa.select(DayFigure).where(DayFigure.day >= first).order_by(DayFigure.day.desc()))
    found: dict[date, dict[str, float]] = {}
    for row in rows:
        found.setdefault(row.day, {})[row.name] = row.value
    return found
