"""The clock: APScheduler fires cron times in local time; it remembers nothing, so what it calls may run twice."""

import logging
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.schedulers.base import STATE_RUNNING
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.core.clocks import machine

log = logging.getLogger("naeringsbot.clock")
ALIVE = 30.0


class Clock:
    """Every `tick` seconds: what is due (`due` carries out one thing, and says whether there was one).

    At 03:30 local time, outside the hours that summer time skips or repeats, and once at the start: the nightly work.
    """

    def __init__(
        self, timezone: str, tick: float, nightly: dict[str, Callable[[], None]], due: Callable[[], bool]
    ) -> None:
        self._tick_seconds = tick
        self._nightly = nightly
        self._due = due
        self._last_tick = machine()
        self._scheduler = BackgroundScheduler(
            timezone=ZoneInfo(timezone),
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )

    def start(self) -> None:
        self._scheduler.add_job(self._tick, IntervalTrigger(seconds=self._tick_seconds))
        # One job, not a second for the start alone: APScheduler stumbles over taking that away while it is shut down.
        at_once = datetime.now(self._scheduler.timezone)
        self._scheduler.add_job(self._night, CronTrigger(hour=3, minute=30), next_run_time=at_once)
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)  # work that is under way ends with its transaction

    def ticking(self) -> bool:
        return machine() - self._last_tick < ALIVE

    def _tick(self) -> None:
        while self._due() and self._scheduler.state == STATE_RUNNING:
            self._last_tick = machine()
        self._last_tick = machine()

    def _night(self) -> None:
        for name, work in self._nightly.items():
            if self._scheduler.state != STATE_RUNNING:
                log.info("the rest of the nightly work is left for the next start")
                return
            try:
                work()
            except Exception:  # around one piece of work among many
                log.exception("nightly work %s failed; it runs again tomorrow night", name)
