"""Quiet time: when nobody is disturbed. Evenings, nights, weekends and Norwegian holidays."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NOON = time(12)
FREE_BY_CUSTOM = {(12, 24), (12, 31)}  # half days by law, on which nobody expects messages from work


@dataclass(frozen=True)
class Quiet:
    """Working time is from `ends` to `begins`, hours of the local day; all points in time are aware."""

    zone: ZoneInfo
    begins: int = 20
    ends: int = 7

    def holds(self, at: datetime) -> bool:
        local = at.astimezone(self.zone)
        working = self._working(local.date())
        return working is None or not working[0] <= local < working[1]

    def later(self, at: datetime) -> datetime:
        """The first moment from `at` on that is not quiet."""
        day = at.astimezone(self.zone).date()
        while True:
            working = self._working(day)
            if working and at < working[1]:
                return max(at, working[0])
            day += DAY

    def earlier(self, at: datetime) -> datetime:
        """`at`, or the last working hour before it where that is quiet: a reminder must not come too late."""
        if not self.holds(at):
            return at
        day = at.astimezone(self.zone).date()
        while True:
            working = self._working(day)
            if working and working[1] <= at:
                return working[1] - HOUR
            day -= DAY

    def next_day(self, at: datetime) -> datetime:
        """The beginning of the first working day after that of `at`."""
        local = at.astimezone(self.zone)
        return self.later(datetime.combine(local.date() + DAY, time(0), self.zone))

    def _working(self, day: date) -> tuple[datetime, datetime] | None:
        if day.weekday() >= 5 or day in _public(day.year) or (day.month, day.day) in FREE_BY_CUSTOM:
            return None
        ends = NOON if day + DAY == maundy_thursday(day.year) else time(self.begins)
        return datetime.combine(day, time(self.ends), self.zone), datetime.combine(day, ends, self.zone)


@cache
def _public(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NO", years=year, language="no"))


@cache
def maundy_thursday(year: int) -> date:
    """Skjærtorsdag; most workplaces close at noon on the day before."""
    named = holidays.country_holidays("NO", years=year, language="no")
    return next(day for day, name in named.items() if "Skjærtorsdag" in name)
