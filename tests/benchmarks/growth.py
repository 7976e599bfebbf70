"""What the database grows by for each message, question and vote, on both databases, with indexes and claims.

Questions come by HTTP from the local workspace, and their answers are sent; votes are cast in one anonymous poll.
Nothing is pruned meanwhile: a message's row goes after 30 days, a claim after 48 hours.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.domain.polls.voting import Click, vote
from bot.migrations.upgrading import migrate
from bot.slack.once import claim
from scheduler.outbox import Outgoing, OutgoingRow, enqueue
from tests import postgres
from tests.benchmarks import Figure
from tests.domain import balloting
from tests.house import open_house
from tests.slacks import KARI, NETWORK, slack

MESSAGES, QUESTIONS, VOTES = 1000, 100, 1000
AT_ONCE = 10  # questions
ASKED = "Hvem har ansvar for regulering på Visperud?"
POSTED = {"text": "Arrangementet er flyttet til Eksempelsalen, og begynner klokka ti. " * 4}


def run() -> list[Figure]:
    return [figure for kind in ("sqlite", "postgresql") for figure in _measure(kind)]


def _measure(kind: str) -> Iterator[Figure]:
    with TemporaryDirectory() as folder, _database(kind, Path(folder)) as url, closing(Database(url)) as database:
        for name, times, do in (
            ("message that was sent", MESSAGES, lambda: _send(database)),
            ("question with its answer", QUESTIONS, lambda: _ask(url)),
            ("vote", VOTES, lambda: _vote(database)),
        ):
            grown = _growth(database, do) / times
            yield Figure(f"{kind}: a {name}", grown / 1024, "KB")


def _growth(database: Database, do: Callable[[], None]) -> int:
    before = _size(database)
    do()
    return _size(database) - before


def _size(database: Database) -> int:
    """Bytes of what is held, without what later rows may fill."""
    statement = "SELECT pg_database_size(current_database())"
    if database.engine.dialect.name == "sqlite":
        statement = "SELECT (page_count - freelist_count) * page_size FROM pragma_page_count, pragma_freelist_count, "
        statement += "pragma_page_size"
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM FULL")
    with database.read() as session:
        return int(session.scalar(sa.text(statement)) or 0)


def _send(database: Database) -> None:
    """Rows as they are once Slack has them: their words are emptied."""

    def posted(session: Session, n: int) -> None:
        enqueue(session, Outgoing(f"growth:{n}:told:1", f"D0{n:08}", POSTED))

    _each(database, MESSAGES, posted)
    with database.write() as session:
        session.execute(sa.update(OutgoingRow).values(state="sent", payload={}, ts="1700000000.000000"))


def _ask(url: str) -> None:
    with slack() as workspace, open_house(workspace, url) as house:
        for _ in range(QUESTIONS // AT_ONCE):
            for _ in range(AT_ONCE):
                workspace.say(KARI, NETWORK, f"@Næringsbot {ASKED}")
            house.rest()


def _vote(database: Database) -> None:
    poll = balloting.make(database)

    def pressed(session: Session, n: int) -> None:
        claim(session, (f"action:U0{n:08}:{n}",), "", balloting.NOW)
        vote(session, balloting.KEYS, Click(poll, balloting.CHANNEL, f"U0{n:08}", n % balloting.CHOICES), balloting.NOW)

    _each(database, VOTES, pressed)


def _each(database: Database, times: int, do: Callable[[Session, int], None]) -> None:
    for n in range(times):
        with database.write() as session:
            do(session, n)


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        migrate(url := f"sqlite:///{folder}/naeringsbot.db")
        yield url
        return
    with postgres.server() as server, postgres.database(server) as url:
        migrate(url)
        yield url
