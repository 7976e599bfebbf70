"""Quiet time: when nobody is disturbed. Evenings, nights, weekends and Norwegian holidays, as it is set."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import holidays

from bot.core.settings import Settings

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NOON = 12
FREE_BY_CUSTOM = {(12, 24), (12, 31)}  # half days by law, on which nobody expects messages from work


@dataclass(frozen=True)
class Quiet:
    """Working time is from `ends` to `begins`, hours of the local day (0–24); all points in time are aware.

    `days`: weekends and holidays are quiet too. `pushes`: how many messages that they did not ask for a person may get
    in a day.
    """

    zone: ZoneInfo
    begins: int = 20
    ends: int = 7
    days: bool = True
    pushes: int = 2

    @classmethod
    def by(cls, settings: Settings) -> "Quiet":
        zone = ZoneInfo(settings.timezone)
        return cls(zone, settings.quiet_from, settings.quiet_until, settings.quiet_days, settings.pushes_a_day)

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
        begins = min(self.begins, NOON) if self.days and day + DAY == maundy_thursday(day.year) else self.begins
        if begins <= self.ends or (self.days and _free(day)):
            return None
        midnight = datetime.combine(day, time(0), self.zone)
        return midnight + self.ends * HOUR, midnight + begins * HOUR  # by the clock on the wall


def _free(day: date) -> bool:
    return day.weekday() >= 5 or day in _public(day.year) or (day.month, day.day) in FREE_BY_CUSTOM


@cache
def _public(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NO", years=year, language="no"))


@cache
def maundy_thursday(year: int) -> date:
    """Skjærtorsdag; most workplaces close at noon on the day before."""
    named = holidays.country_holidays("NO", years=year, language="no")
    return next(day for day, name in named.items() if "Skjærtorsdag" in name)
