"""A post office in a test's hands: rows are delivered one step at a time, and no wait has to be waited for."""

import time

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from bot.workspace import Workspace
from bot.workspace.shapes import Json
from scheduler.delivery import deliver
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from scheduler.pacing import PaceRow
from scheduler.post_office import Post
from tests.slacks import NETWORK, said

LOOKUPS = (5.0, 30.0)


class Office:
    """`left`: the keys of rows that failed or were parked, as the post office told."""

    def __init__(self, workspace: Workspace, database: Database, owner: str = "first") -> None:
        self.workspace = workspace
        self.database = database
        self.left: list[str] = []
        self.api = WebApi(workspace.api_url, workspace.app.bot_token, timeout=5)
        self.post = Post(database, SlackSend(self.api), owner, 30.0, LOOKUPS, self._left)

    def close(self) -> None:
        self.api.close()

    def _left(self, _session: Session, row: OutgoingRow) -> None:
        self.left.append(row.key)

    def write(self, *outgoing: Outgoing) -> None:
        with self.database.write() as session:
            enqueue(session, *outgoing)

    def row(self, key: str) -> OutgoingRow:
        with self.database.read() as session:
            return session.scalars(sa.select(OutgoingRow).where(OutgoingRow.key == key)).one()

    def change(self, key: str, /, **values: object) -> None:
        with self.database.write() as session:
            session.execute(sa.update(OutgoingRow).where(OutgoingRow.key == key).values(**values))

    def lose_lease(self, key: str) -> None:
        """As if its time had run out."""
        self.change(key, lease_until=time.time() - 1)

    def step(self) -> bool:
        """Deliver one row; what waits is due, and no limit is remembered."""
        self.post.access.probe_at = 0.0
        with self.database.write() as session:
            session.execute(sa.delete(PaceRow))
            session.execute(sa.update(OutgoingRow).where(OutgoingRow.state == "waiting").values(due_at=0))
        return deliver(self.post)

    def work(self) -> None:
        """Until nothing is left."""
        for _ in range(100):
            if not self.step():
                return
        raise AssertionError("the work does not end")

    def posts(self, channel: str = NETWORK, thread: str | None = None) -> list[str]:
        return [one["text"] for one in said(self.workspace, channel, thread)]

    def calls(self, method: str) -> list[Json]:
        return [exchange.request for exchange in self.workspace.traffic.find(method)]


def hello(key: str = "test:1:hello:1", to: str = NETWORK, **more: object) -> Outgoing:
    return Outgoing(key, to, {"text": "Hei"}, **more)  # type: ignore[arg-type]
