"""The database: SQLite or PostgreSQL, decided by the address alone."""

import logging
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any, ClassVar
from zlib import crc32

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import DeclarativeBase, MappedAsDataclass, Session, sessionmaker

from bot.core import engines

log = logging.getLogger("naeringsbot.db")
STANDS_BACK = 0.1  # seconds for each transaction on SQLite
YIELDING = 10


class UtcDateTime(sa.TypeDecorator[datetime]):
    """A point in time, aware and UTC. Naive values are refused, since SQLite would silently drop the zone."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is not None and value.tzinfo is None:
            raise ValueError("a point in time needs its zone")
        return value.astimezone(UTC) if value else None

    def process_result_value(self, value: datetime | None, dialect: sa.Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Base(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """The tables of all features."""

    metadata = sa.MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: UtcDateTime(),
        dict[str, Any]: sa.JSON(),
        list[str]: sa.JSON(),
    }


def new_id() -> str:
    """A short random name for a row; it tells nothing and cannot be guessed."""
    return secrets.token_hex(8)


def insert_once(session: Session, row: Base, *and_do: sa.ColumnElement[Any]) -> bool:
    """Insert a row unless one with the same unique key stands there; says whether it did.

    `and_do` is called in the database for the row that was inserted, without a way of its own.
    """
    return changed(_execute(session, _inserting(_dialect(session), type(row), and_do=and_do), row)) > 0


def insert_or_change(session: Session, row: Base, *names: str) -> None:
    """Insert a row; where one with the same primary key stands there, give it these values of the new one."""
    _execute(session, _inserting(_dialect(session), type(row), names), row)


def in_turn(session: Session, queue: str) -> None:
    """From here to its commit one transaction of this queue at a time goes on, as SQLite's do anyway."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(sa.select(sa.func.pg_advisory_xact_lock(crc32(queue.encode()))))


def leave_no_log(session: Session) -> None:
    """What this transaction removes shall not stay in SQLite's log either: that is emptied after the commit."""
    session.info["leave no log"] = True


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


@cache
def _inserting(
    dialect: str, kind: type[Base], names: tuple[str, ...] = (), and_do: tuple[sa.ColumnElement[Any], ...] = ()
) -> Any:
    """The statement, built once: building it takes longer than carrying it out."""
    table: Any = sa.inspect(kind).local_table
    insert: Any = (sqlite if dialect == "sqlite" else postgresql).insert(table)
    # Without the option PostgreSQL's driver forgets how many rows an INSERT wrote.
    insert = insert.execution_options(preserve_rowcount=True)
    if and_do:
        insert = insert.returning(*and_do)
    if not names:
        return insert.on_conflict_do_nothing()
    new = {name: insert.excluded[name] for name in names}
    return insert.on_conflict_do_update(index_elements=list(table.primary_key), set_=new)


def _execute(session: Session, statement: Any, row: Base) -> sa.CursorResult[Any]:
    """Past the object layer, which would only look for objects to refresh."""
    session.flush()
    given = ((key, getattr(row, name)) for key, name in _columns(type(row)))
    return session.connection().execute(statement, {key: value for key, value in given if value is not None})


@cache
def _columns(kind: type[Base]) -> list[tuple[str, str]]:
    """The columns' names in the database and here."""
    return [(column.key, name) for name, column in sa.inspect(kind).columns.items()]


def changed(result: sa.Result[Any]) -> int:
    """How many rows a statement wrote or deleted."""
    return int(result.rowcount)  # type: ignore[attr-defined]


class Database:
    """Sessions for reading and for writing. `write()` is one transaction: it commits, or nothing happened."""

    def __init__(self, url: str) -> None:
        self.url = sa.make_url(url)
        self.engine = (
            engines.sqlite(self.url) if self.url.get_backend_name() == "sqlite" else engines.postgresql(self.url)
        )
        on_sqlite = self.engine.dialect.name == "sqlite"
        self._on_sqlite = on_sqlite
        self._writers = engines.sqlite_writers(self.url) if on_sqlite else engines.Queue(engines.WRITERS)
        self.sessions = sessionmaker(self.engine, expire_on_commit=False)
        # PostgreSQL's reads need no BEGIN and no ROLLBACK: each statement sees what is committed, as with them.
        reading = {"sqlite_begin": "DEFERRED"} if on_sqlite else {"isolation_level": "AUTOCOMMIT"}
        self._reading = sessionmaker(self.engine.execution_options(**reading), expire_on_commit=False)

    @contextmanager
    def write(self) -> Iterator[Session]:
        with self._writers.turn(), self.sessions.begin() as session:
            yield session
        for counter in session.info.pop("counted", ()):  # bot.core.metrics.count
            counter.inc()
        if session.info.pop("leave no log", False):
            self.empty_log()

    @contextmanager
    def read(self) -> Iterator[Session]:
        with self._reading() as session:
            yield session

    def stand_back(self) -> None:
        """From now on other processes go first where one has to wait: on SQLite for the turn to write, else for the
        processor. (With little of the processor, SQLite's turn would be held for long.)
        """
        if self._on_sqlite:
            self._writers.stands_back = STANDS_BACK
        else:
            os.nice(YIELDING)

    def empty_log(self) -> None:
        """SQLite's log keeps every page as it was after each commit, until this empties it. Elsewhere: nothing.

        It is done each night and at each start too, so a process that dies before it, or finds the log in use, does not
        leave it.
        """
        if not self._on_sqlite:
            return
        with self._writers.turn(), self.engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            (in_use, *_) = driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if in_use:
            log.warning("SQLite's log is in use and could not be emptied; that is tried again at night")

    def close(self) -> None:
        """What another thread still uses is closed when it gives it back."""
        sa.event.listen(self.engine.pool, "checkin", lambda connection, _: connection and connection.close())
        self.engine.dispose()
        self._writers.close()
