"""The threads that carry out what is due, woken by every commit that wrote something for them, here or elsewhere."""

import logging
from collections.abc import Iterator
from math import inf
from threading import Event, Lock, Thread

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.clocks import machine
from scheduler import hints
from scheduler.claims import next_due
from scheduler.delivery import Claim, carry_out, claim_next
from scheduler.outbox import ANSWER
from scheduler.post_office import Post

log = logging.getLogger("naeringsbot.delivery")
POLL = 0.2  # seconds; what other processes wrote is found this late at most, also without a hint
PAUSE = 2.0  # seconds after an error of the database
SILENCE = 90.0  # seconds without a sign of life after which a thread hangs; a call and its tries take less
PATIENCE = 60.0  # seconds that an answer may be due, and could be sent, before something is wrong


class Senders:
    """`start` and `stop` once each; `stop` lets what is under way finish.

    One thread at a time looks for work. When it has found some, the next one looks, and it carries out what it found.
    """

    def __init__(self, post: Post, threads: int = 4) -> None:
        self._post = post
        self._due = Event()
        self._looking = Lock()
        self._expected = False  # there probably is work
        self._stopping = Event()
        self._threads = [Thread(target=self._run, args=(n,), name=f"sender-{n}", daemon=True) for n in range(threads)]
        self._seen = [machine()] * threads  # each thread's last sign of life
        hearing = (post.database, self._due.set, self._stopping)
        self._threads.append(Thread(target=hints.listen, args=hearing, name="hints", daemon=True))
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

    def faults(self) -> Iterator[str]:
        """What keeps messages from leaving, in words."""
        if hanging := sum(machine() - seen > SILENCE for seen in self._seen):
            yield f"delivery does not move: {hanging} of {len(self._seen)} senders hang"
        if self._post.access.refused:
            yield f"Slack refuses our token ({self._post.access.refused}): messages wait until it is mended"

    def overdue(self) -> bool:
        """An answer that could have left a minute ago is still there; the rest may have to wait for its turn."""
        with self._post.database.read() as session:
            row = next_due(session, self._post.pace, machine() - PATIENCE)
            return row is not None and row.priority == ANSWER

    def _committed(self, session: Session) -> None:
        if session.info.pop("outgoing", False):
            self._due.set()

    def _run(self, n: int) -> None:
        while not self._stopping.is_set():
            try:
                self._round(n)
            except Exception:  # around one message to Slack: the others go on, its lease runs out and it is looked up
                log.exception("delivery round failed")
                self._seen[n] = machine()
                self._stopping.wait(PAUSE)

    def _round(self, n: int) -> None:
        self._seen[n] = inf  # whoever waits for their turn to look hangs no more than the one who has it
        with self._looking:
            claim = None
            while claim is None and not self._stopping.is_set():
                self._seen[n] = machine()
                claim = self._find()
        if claim:
            carry_out(self._post, claim)

    def _find(self) -> Claim | None:
        """None where there was nothing to do, until something may be, or where what there was took no call."""
        claim = claim_next(self._post, expected=self._expected)
        self._expected = claim is not False or self._due.wait(POLL)
        if claim is False:
            self._due.clear()
        return claim if isinstance(claim, Claim) else None
