"""Calendar time that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta

NEVER_QUIET = {"QUIET_FROM": "24", "QUIET_UNTIL": "0", "QUIET_DAYS": "no"}
"""Settings of a program that runs by the real clock, so that it does the same at night and at weekends."""


class Clock:
    """Call it for the time, as one calls `bot.core.clocks.now`. It begins on a Tuesday at 10:00 in Oslo."""

    def __init__(self) -> None:
        self.at = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def move(self, **by: float) -> None:
        """`move(hours=2)`; the names are timedelta's."""
        self.at += timedelta(**by)
