"""Two clocks: calendar time, which rules and texts use, and machine time, which leases and waits use."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

Now = Callable[[], datetime]


def now() -> datetime:
    """Calendar time, aware and UTC."""
    return datetime.now(UTC)


def machine() -> float:
    """Machine time in seconds since 1970; comparable between processes, never moved."""
    return time.time()


@dataclass(frozen=True)
class Day:
    """A local day in calendar time; `seen`: when it is looked at."""

    begins: datetime
    ends: datetime
    seen: datetime

    @classmethod
    def of(cls, day: date, zone: ZoneInfo, now: datetime) -> "Day":
        midnights = (datetime(each.year, each.month, each.day, tzinfo=zone) for each in (day, day + timedelta(days=1)))
        begins, ends = (midnight.astimezone(UTC) for midnight in midnights)
        return cls(begins, ends, now)

    def by_machine(self) -> tuple[float, float]:
        """The same in machine time, as far from now as it is by the calendar: the two differ in the demonstration."""
        moved = machine() - self.seen.timestamp()
        return self.begins.timestamp() + moved, self.ends.timestamp() + moved
