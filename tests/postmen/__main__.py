"""A process with the real senders alone, for trials: `python -m tests.postmen [--blind]`, settings as ever.

A line `POINT N` on standard input holds the thread that comes to this point of a delivery for the Nth time from then
on; it says `held` and goes no further, until the process is killed. POINT: begun, answered, marked.
`--blind`: it sees nothing when it looks whether a call was done.
"""

import os
import sys
from collections.abc import Callable
from threading import Event, Lock

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import logs
from bot.core.db import Database
from bot.core.settings import Settings
from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from scheduler.calls import Found, Missing, Outcome, Posted
from scheduler.outbox import OutgoingRow
from scheduler.pacing import Pace, rates
from scheduler.post_office import Post
from scheduler.senders import Senders

THREADS = 8


class Points:
    """Where a delivery has come to, and where the next one is to be held."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._wanted, self._left = "", 0

    def listen(self) -> None:
        for line in sys.stdin:
            point, _, times = line.partition(" ")
            with self._lock:
                self._wanted, self._left = point, int(times)

    def reached(self, point: str) -> None:
        with self._lock:
            self._left -= point == self._wanted
            if point != self._wanted or self._left:
                return
        print("held", flush=True)
        Event().wait()

    def committed(self, session: Session) -> None:
        for row in [one for one in session.identity_map.values() if isinstance(one, OutgoingRow)]:
            if row.state == "leased" and row.attempted_at:
                self.reached("begun")
            elif row.state == "sent":
                self.reached("marked")


class Sender(SlackSend):
    """Slack's, which tells where it is; `blind` is delivery without its look-up."""

    def __init__(self, api: WebApi, points: Points, *, blind: bool) -> None:
        super().__init__(api)
        self._points, self._blind = points, blind

    def __call__(self, posted: Posted) -> Outcome:
        outcome = super().__call__(posted)
        self._points.reached("answered")
        return outcome

    def find(self, posted: Posted, still_ours: Callable[[], bool]) -> Found:
        return Missing() if self._blind else super().find(posted, still_ours)


def main(*, blind: bool) -> None:
    settings = Settings.read("slack_bot_token")
    logs.configure(settings.log_level)
    database, points = Database(settings.database_url), Points()
    api = WebApi(settings.slack_api_url, settings.slack_bot_token.get_secret_value(), settings.delivery_timeout)
    limits = rates(settings.pace_posts, settings.pace_posts_most, settings.pace_tier_3, settings.pace_tier_4)
    post = Post(
        database,
        Sender(api, points, blind=blind),
        f"postman:{os.getpid()}",
        settings.delivery_lease,
        settings.delivery_lookups,
        lambda _session, _row: None,
        Pace(limits, 1 / settings.pace_channel if settings.pace_channel else 0.0, settings.pace_answers),
    )
    sa.event.listen(database.sessions, "after_commit", points.committed)
    Senders(post, THREADS).start()
    print("ready", flush=True)
    points.listen()  # until whoever started us is gone


if __name__ == "__main__":
    main(blind="--blind" in sys.argv)
