"""How each kind of database is opened, and how its writers queue."""

import fcntl
import os
import select
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any
from weakref import finalize

import sqlalchemy as sa

from bot.core.errors import CannotRun

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "busy_timeout=10000",
    "foreign_keys=ON",
    "secure_delete=ON",
    "temp_store=MEMORY",
    "cache_size=-1000",  # kilobytes of each connection; the machine keeps the pages once for all
)
# A server that is gone without a word, with its machine or its network, is given up within seconds, not hours.
GONE = {
    "connect_timeout": 5,
    "tcp_user_timeout": 10_000,  # milliseconds
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 2,
}
WRITERS = 4  # of one process at a time on PostgreSQL
LOOK = 0.005  # seconds between two looks whether it is the turn of a process that stands back
CLOSING = 2.0  # seconds that closing waits for those who write
RESTED = 5.0  # seconds unused, after which PostgreSQL may have closed the connection: it is asked first


def postgresql(url: sa.URL) -> sa.Engine:
    import psycopg  # noqa: PLC0415  (much to load, and SQLite needs none of it)

    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        hide_parameters=True,  # an error in the log must not tell what people wrote
        pool_size=16,
        max_overflow=24,
        pool_use_lifo=True,
        pool_timeout=2,
        connect_args={"options": "-c lock_timeout=3s -c idle_in_transaction_session_timeout=30s", **GONE},
    )

    @sa.event.listens_for(engine, "checkin")
    def checkin(_connection: Any, record: Any) -> None:
        record.info["used"] = monotonic()

    @sa.event.listens_for(engine, "checkout")
    def checkout(connection: Any, record: Any, _proxy: object) -> None:
        """A connection that has rested is asked whether it still is one: a question for each use would be too many."""
        used = record.info.get("used", monotonic())
        try:
            if monotonic() - used >= RESTED or _spoken(connection):
                engine.dialect.do_ping(connection)
        except psycopg.OperationalError:
            raise sa.exc.InvalidatePoolError from None

    return engine


def _spoken(connection: Any) -> bool:
    """Whether the server said something while nobody asked; mostly, that it closes the connection."""
    heard = select.poll()
    heard.register(connection.fileno(), select.POLLIN)
    return bool(heard.poll(0))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotRun(f"The folder {folder} for the database cannot be made: {error.strerror}.") from None


def sqlite(url: sa.URL) -> sa.Engine:
    if url.database:
        _make_folder(Path(url.database).parent)
    # The connection used last knows the pages and statements that are asked for next.
    engine = sa.create_engine(url, pool_size=16, max_overflow=24, pool_use_lifo=True, hide_parameters=True)

    @sa.event.listens_for(engine, "connect")
    def connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # the driver must not begin by itself; `begin` below does
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        how = connection.get_execution_options().get("sqlite_begin", "IMMEDIATE")
        connection.exec_driver_sql(f"BEGIN {how}")

    return engine


class Queue:
    """First come, first served; `at_once` threads of this process at a time.

    SQLite has one writer, and its own waiting is unfair and asleep for long: some would wait for seconds. PostgreSQL
    has many, but Python carries out one at a time: more of them would only hold their locks while they wait for it.
    Between processes the one whose turn it is holds a lock on `file`, where there is one.
    """

    def __init__(self, at_once: int, file: str | None = None) -> None:
        self._file = _open(file) if file else None
        self._end = finalize(self, os.close, self._file) if self._file is not None else lambda: None
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()
        self._at_once = self._free = at_once
        self.stands_back = 0.0  # seconds for which other processes go first

    def close(self) -> None:
        """When who has a turn is done, or soon."""
        until = monotonic() + CLOSING
        while self._free < self._at_once and monotonic() < until:
            sleep(LOOK)
        self._end()

    @contextmanager
    def turn(self) -> Iterator[None]:
        with self._turn_of_threads(), self._turn_of_processes():
            yield

    @contextmanager
    def _turn_of_threads(self) -> Iterator[None]:
        mine = Lock()
        mine.acquire()
        with self._guard:
            if self._free:
                self._free -= 1
                mine.release()
            else:
                self._waiting.append(mine)
        mine.acquire()
        try:
            yield
        finally:
            with self._guard:
                if self._waiting:
                    self._waiting.popleft().release()
                else:
                    self._free += 1

    @contextmanager
    def _turn_of_processes(self) -> Iterator[None]:
        if self._file is None:
            yield
            return
        self._take(self._file)
        try:
            yield
        finally:
            fcntl.flock(self._file, fcntl.LOCK_UN)

    def _take(self, file: int) -> None:
        until = monotonic() + self.stands_back
        while monotonic() < until:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                sleep(LOOK)
            else:
                return
        fcntl.flock(file, fcntl.LOCK_EX)


def sqlite_writers(url: sa.URL) -> Queue:
    return Queue(1, f"{url.database}-turn" if url.database else None)


def _open(file: str) -> int:
    try:
        return os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise CannotRun(
            f"The file {file}, by which processes take turns at the database, cannot be opened: {error.strerror}. "
            "It must belong to whoever runs the bot."
        ) from None
