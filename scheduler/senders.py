"""The threads that carry out what is due, woken by every commit that wrote something for them, here or elsewhere."""

import logging
from threading import Event, Thread

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from scheduler import hints
from scheduler.delivery import Post, deliver

log = logging.getLogger("naeringsbot.delivery")
POLL = 0.2  # seconds; what other processes wrote is found this late at most, also without a hint
PAUSE = 2.0  # seconds after an error of the database
ALIVE = 30.0  # seconds without a round after which delivery is not moving


class Senders:
    """`start` and `stop` once each; `stop` lets what is under way finish."""

    def __init__(self, post: Post, threads: int = 4) -> None:
        self._post = post
        self._due = Event()
        self._stopping = Event()
        self._threads = [Thread(target=self._run, name=f"sender-{n}", daemon=True) for n in range(threads)]
        hearing = (post.database, self._due.set, self._stopping)
        self._threads.append(Thread(target=hints.listen, args=hearing, name="hints", daemon=True))
        self._last_round = machine()
        sa.event.listen(post.database.sessions, "after_commit", self._committed)

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def ask_to_stop(self) -> None:
        """No further call is begun."""
        self._stopping.set()
        self._due.set()

    def stop(self, within: float) -> None:
        self.ask_to_stop()
        until = machine() + within
        for thread in self._threads:
            thread.join(max(0.0, until - machine()))

    def moving(self) -> bool:
        return machine() - self._last_round < ALIVE

    def _committed(self, session: Session) -> None:
        if session.info.pop("outgoing", False):
            self._due.set()

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._due.wait(POLL)
            self._due.clear()
            self._round()

    def _round(self) -> None:
        try:
            while not self._stopping.is_set() and deliver(self._post):
                self._last_round = machine()
            self._last_round = machine()
        except Exception:  # around one message to Slack: the others go on, the row's lease runs out and it is looked up
            log.exception("delivery round failed")
            self._stopping.wait(PAUSE)
