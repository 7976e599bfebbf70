"""The demonstration's calendar: it begins on a working day at 10:00, so that nothing waits for quiet hours."""

import json
from datetime import datetime, timedelta
from pathlib import Path

from bot.core.clocks import now
from scheduler.quiet import Quiet

MORNING = timedelta(hours=3)  # from the beginning of the working day, at 07:00, to 10:00


class DemoClock:
    """Call it for the time. The offset is kept in a file, over a restart."""

    def __init__(self, kept_in: Path, quiet: Quiet) -> None:
        self._kept_in = kept_in
        if kept_in.exists():
            self._offset = timedelta(seconds=json.loads(kept_in.read_text())["seconds ahead"])
        else:
            self._offset = quiet.next_day(now()) + MORNING - now()
            self._keep()

    def __call__(self) -> datetime:
        return now() + self._offset

    def move(self, by: timedelta) -> None:
        self._offset += by
        self._keep()

    def _keep(self) -> None:
        self._kept_in.write_text(json.dumps({"seconds ahead": self._offset.total_seconds()}))
