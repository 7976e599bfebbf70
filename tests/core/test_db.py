"""The database: aware times only, a fair queue of writers, rows that are inserted once."""

import socket
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from threading import Barrier, Event, Thread
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError, StatementError

from bot.core import engines
from bot.core.db import STANDS_BACK, Database, insert_once, insert_or_change
from bot.core.engines import Queue
from bot.core.errors import CannotRun
from bot.domain.members import Member
from bot.migrations import missing
from bot.slack.once import Claim
from tests import postgres
from tests.waiting import eventually

AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)


def claim(key: str, at: datetime = AT) -> Claim:
    return Claim(key=key, scope="", at=at)


def count(database: Database, table: type[Claim] | type[Member] = Claim) -> int:
    with database.read() as session:
        return session.scalar(sa.select(sa.func.count()).select_from(table)) or 0


def test_a_time_without_its_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError, match="needs its zone"), database.write() as session:
        session.execute(sa.insert(Claim).values(key="a", scope="", at=AT.replace(tzinfo=None)))
    assert count(database) == 0


def test_a_time_comes_back_aware_and_in_utc(database: Database) -> None:
    with database.write() as session:
        session.add(claim("a", AT.astimezone(timezone(timedelta(hours=2)))))
    with database.read() as session:
        at = session.scalars(sa.select(Claim.at)).one()
    assert (at, at.tzinfo) == (AT, UTC)


def test_a_row_is_inserted_once(database: Database) -> None:
    with database.write() as session:
        assert [insert_once(session, claim("a")), insert_once(session, claim("a"))] == [True, False]
    with database.write() as session:
        assert insert_once(session, claim("a")) is False
    assert count(database) == 1


def test_of_eight_at_once_one_inserts(database: Database) -> None:
    together = Barrier(8)

    def insert(_: int) -> bool:
        together.wait()
        with database.write() as session:
            return insert_once(session, claim("a"))

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(insert, range(8))) == [False] * 7 + [True]
    assert count(database) == 1


def test_an_insert_that_is_rolled_back_leaves_room(database: Database) -> None:
    def fail_after_it() -> None:
        with database.write() as session:
            insert_once(session, claim("a"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_after_it()
    with database.write() as session:
        assert insert_once(session, claim("a")) is True


def test_insert_or_change_changes_the_named_values_alone(database: Database) -> None:
    with database.write() as session:
        insert_or_change(session, Member(id="U1", language="nn", role="administrator"), "language")
        insert_or_change(session, Member(id="U1", language="en", role="member"), "language")
    with database.read() as session:
        member = session.get_one(Member, "U1")
    assert (member.language, member.role) == ("en", "administrator")


def test_an_error_tells_nothing_of_the_values(database: Database) -> None:
    with pytest.raises(IntegrityError) as caught, database.write() as session:
        session.execute(sa.insert(Claim), [{"key": "secret words", "scope": "", "at": AT}] * 2)
    assert "secret words" not in str(caught.value).partition("DETAIL")[0]


def test_many_writers_all_get_their_turn(database: Database) -> None:
    def write(worker: int) -> None:
        for n in range(10):
            with database.write() as session:
                session.add(claim(f"{worker}:{n}"))

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(write, range(16)))
    assert count(database) == 160


@SQLITE
def test_writers_are_served_in_the_order_they_came(database: Database) -> None:
    queue = database._writers
    served: list[int] = []

    def write(n: int) -> None:
        with database.write():
            served.append(n)

    with database.write():
        threads = [Thread(target=write, args=(n,)) for n in range(8)]
        for n, thread in enumerate(threads):
            thread.start()
            eventually(lambda n=n: len(queue._waiting) == n + 1)  # type: ignore[misc]
    for thread in threads:
        thread.join()
    assert served == list(range(8))


@SQLITE
def test_writers_of_two_processes_wait_for_each_other(database: Database) -> None:
    """Two databases on one file are to each other as two processes are."""
    other = Database(database.url.render_as_string())
    with database.write() as session:
        session.add(claim("a"))
        late = Thread(target=_claim_b, args=(other,))
        late.start()
        late.join(0.2)
        assert late.is_alive()
    late.join()
    other.close()
    assert count(database) == 2


@SQLITE
def test_a_process_that_stands_back_writes_in_the_end_all_the_same(database: Database) -> None:
    modest, served = Database(database.url.render_as_string()), list[int]()
    modest.stand_back()
    assert modest._writers.stands_back == STANDS_BACK

    def write(n: int) -> None:
        with modest.write():
            served.append(n)

    with database.write():
        late = Thread(target=write, args=(1,))
        late.start()
        late.join(STANDS_BACK * 2)
        assert served == []
    late.join()
    write(2)
    assert served == [1, 2]
    modest.close()


@SQLITE
def test_a_process_that_stands_back_mostly_writes_after_the_others(database: Database) -> None:
    """Which of two that wait wakes first is the machine's choice, so it is tried many times."""
    url, first = database.url.render_as_string(), list[Database]()
    modest, other = Database(url), Database(url)
    modest.stand_back()
    modest._writers.stands_back = 30.0
    for _ in range(15):
        served = list[Database]()

        def write(one: Database, served: list[Database] = served) -> None:
            with one.write():
                served.append(one)

        with database.write():
            threads = [Thread(target=write, args=(one,)) for one in (modest, other)]
            for thread in threads:
                thread.start()
                thread.join(0.02)
        for thread in threads:
            thread.join()
        first.append(served[0])
    assert first.count(other) > first.count(modest)
    for one in (modest, other):
        one.close()


def test_no_more_than_so_many_have_their_turn_at_once() -> None:
    queue, having, most = Queue(3), list[int](), list[int]()

    def take(n: int) -> None:
        with queue.turn():
            having.append(n)
            most.append(len(having))
            time.sleep(0.002)
            having.remove(n)

    with ThreadPoolExecutor(16) as pool:
        list(pool.map(take, range(64)))
    assert max(most) == 3


@SQLITE
def test_a_turn_that_cannot_be_taken_leaves_the_others_theirs(database: Database) -> None:
    database._writers.close()
    for _ in range(2):
        with pytest.raises(OSError, match="Bad file descriptor"), database.write():
            pass


def test_a_file_for_the_turns_that_cannot_be_opened_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.db-turn").mkdir()
    with pytest.raises(CannotRun, match=r"a\.db-turn, by which .* cannot be opened: Is a directory\. It must belong"):
        Database(f"sqlite:///{tmp_path}/a.db")


def _claim_b(database: Database) -> None:
    with database.write() as session:
        session.add(claim("b"))


@POSTGRESQL
@pytest.mark.parametrize("rested", [0.0, engines.RESTED])
def test_connections_that_were_cut_while_they_rested_are_made_anew(
    database: Database, monkeypatch: pytest.MonkeyPatch, rested: float
) -> None:
    """Also those that were in use just now."""
    with database.read() as one, database.read() as another:  # so that two rest
        for session in (one, another):
            session.execute(sa.select(1))
    monkeypatch.setattr(engines, "RESTED", rested)
    postgres.cut(database.url.render_as_string(hide_password=False))
    assert count(database) == 0
    with database.write() as session:
        session.add(claim("a"))
    assert count(database) == 1


@POSTGRESQL
def test_a_server_that_says_nothing_is_given_up(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(engines.GONE, "connect_timeout", 2)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        away = Database(database.url.set(host="127.0.0.1", port=silent.getsockname()[1]).render_as_string())
        assert str(missing(away)).startswith("the database cannot be reached: connection timeout expired")
        away.close()
    with database.engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        assert driver.info.get_parameters()["tcp_user_timeout"] == str(engines.GONE["tcp_user_timeout"])


@SQLITE
def test_a_connection_in_use_is_closed_when_it_is_given_back(database: Database) -> None:
    with database.read() as session:
        connection = session.connection().connection.dbapi_connection
        assert connection
        database.close()
        assert session.scalar(sa.text("SELECT 1")) == 1
    with pytest.raises(Exception, match="closed"):
        connection.cursor()


@SQLITE
def test_closing_waits_for_who_writes(database: Database) -> None:
    inside = Event()

    def write() -> None:
        with database.write() as session:
            inside.set()
            time.sleep(0.1)
            session.add(claim("a"))

    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(write)
        assert inside.wait(5)
        database.close()
        writing.result()
    with closing(Database(database.url.render_as_string())) as again:
        assert count(again) == 1


def test_a_reader_does_not_wait_for_a_writer(database: Database) -> None:
    with database.write() as session:
        session.add(claim("a"))
        session.flush()
        assert count(database) == 0
    assert count(database) == 1
