"""Bringing events and interactions to the bot by Slack's rules: 3 seconds, three retries, sometimes twice or late."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from bot.workspace.doors import Answer, Door, Parcel
from bot.workspace.faults import Faults
from bot.workspace.traffic import Traffic

RETRY_AFTER = (0.0, 60.0, 300.0)  # seconds before the first, second, third retry
REORDER_SECONDS = 1.0  # a parcel held back to be overtaken goes at the latest after this


class Deliveries:
    def __init__(self, faults: Faults, traffic: Traffic, changed: Callable[[], None], retry_scale: float = 1.0) -> None:
        self.door: Door | None = None
        self.retry_scale = retry_scale
        self.pending = 0
        self._faults = faults
        self._traffic = traffic
        self._changed = changed
        self._lock = threading.Lock()
        self._held: list[Parcel] = []
        self._closed = False
        self._timers: set[threading.Timer] = set()
        self._pool = ThreadPoolExecutor(max_workers=32, thread_name_prefix="slack-events")

    def close(self) -> None:
        with self._lock:
            self._closed = True
        for timer in list(self._timers):
            timer.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)
        if self.door:
            self.door.close()

    def now(self, parcel: Parcel, what: str) -> Answer:
        """One delivery, waited for: interactions and commands are never tried again."""
        entry = self._traffic.begin("to bot", what, parcel.payload)
        entry.retry = parcel.retry
        answer = self.door.send(parcel) if self.door else Answer(reason="app_unreachable")
        entry.status, entry.ms, entry.ok, entry.error = answer.status, answer.ms, answer.ok, answer.reason or None
        entry.reply = answer.json() or answer.body.decode(errors="replace")
        self._changed()
        return answer

    def later(self, event: Parcel) -> None:
        """An event: not waited for, and tried again where it fails."""
        self._count(+1)
        if self._faults.take_delivery("reorder"):
            with self._lock:
                self._held.append(event)
            self._after(REORDER_SECONDS, self._let_go)
            return
        for _ in range(self._faults.copies - 1 if self._faults.take_delivery("duplicate") else 0):
            self._count(+1)
            self._submit(event)
        self._submit(event)

    def _submit(self, event: Parcel) -> None:
        with self._lock:
            if not self._closed:
                self._pool.submit(self._attempt, event)

    def _let_go(self) -> None:
        with self._lock:
            held, self._held = self._held[::-1], []
        for event in held:
            self._submit(event)

    def _attempt(self, event: Parcel) -> None:
        answer = self.now(event, event.payload["event"]["type"])
        if self._faults.take_delivery("lost"):
            answer = replace(answer, reason="http_timeout")
        self._let_go()
        if answer.ok or answer.no_retry or event.retry >= len(RETRY_AFTER) or self.door is None:
            self._count(-1)
            return
        again = replace(event, retry=event.retry + 1, reason=answer.reason)
        self._after(RETRY_AFTER[event.retry] * self.retry_scale, lambda: self._submit(again))

    def _after(self, seconds: float, act: Callable[[], object]) -> None:
        def fire() -> None:
            self._timers.discard(timer)
            act()

        timer = threading.Timer(seconds, fire)
        timer.daemon = True
        self._timers.add(timer)
        timer.start()

    def _count(self, change: int) -> None:
        with self._lock:
            self.pending += change
        self._changed()
