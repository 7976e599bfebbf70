"""Hints between processes: who writes outgoing rows wakes the senders of all others, where the database can do that.

PostgreSQL passes a hint on when the writing transaction commits. Hints only save waiting: without them, as on SQLite
or while the connection is lost, the senders find the rows by looking.
"""

import logging
from collections.abc import Callable
from threading import Event

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core import engines
from bot.core.db import Database

log = logging.getLogger("naeringsbot.hints")
CHANNEL = "naeringsbot_outgoing"
LISTENING = f"LISTEN {CHANNEL}"
TELLING = (sa.func.pg_notify(CHANNEL, "").cast(sa.Text),)
PATIENCE = 0.1  # seconds after which it is looked whether to stop
RECONNECT = 1.0


def telling(session: Session) -> tuple[sa.ColumnElement[str], ...]:
    """What to do with the first row of a transaction, so that all who listen are told when it is committed."""
    told = session.info.get("outgoing") or session.get_bind().dialect.name != "postgresql"
    return () if told else TELLING


def listen(database: Database, wake: Callable[[], None], stopping: Event) -> None:
    """Call `wake` at each hint, until `stopping`; at once done where the database has none."""
    if database.engine.dialect.name != "postgresql":
        return
    import psycopg  # noqa: PLC0415  (much to load, and SQLite needs none of it)

    address = database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    while not stopping.is_set():
        try:
            _listen(address, wake, stopping)
        except psycopg.OperationalError:
            log.warning("no hints from other processes: the connection to the database was lost; trying again")
            stopping.wait(RECONNECT)


def _listen(address: str, wake: Callable[[], None], stopping: Event) -> None:
    import psycopg  # noqa: PLC0415
    from psycopg.conninfo import make_conninfo  # noqa: PLC0415

    with psycopg.connect(make_conninfo(address, **engines.GONE), autocommit=True) as connection:
        connection.execute(LISTENING)
        wake()  # for what was written before
        while not stopping.is_set():
            for _ in connection.notifies(timeout=PATIENCE, stop_after=1):
                wake()
