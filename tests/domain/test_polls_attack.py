"""After an anonymous poll has closed, no copy of the database ties persons to choices; careless ways are caught."""

import random
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.domain.answers.ballots import Ballot
from bot.domain.answers.sealing import _xor
from bot.domain.polls.tables import Poll
from tests.domain.attacking import best, copies
from tests.domain.balloting import CHOICES, END, KEYS, click, close, make, rows

VOTERS = 40
GIVEN_AWAY = 31  # by guessing one gets 13 right, and six standard deviations more almost never
SECRET = KEYS.settings.ballot_secret.get_secret_value().encode()


def voted(database: Database) -> tuple[str, dict[str, int]]:
    """A poll in which all voted, some of them twice; who chose what in the end."""
    people = [f"U0P{n:03}" for n in range(VOTERS)]
    random.shuffle(people)
    poll = make(database)
    truth = {}
    for who in [*people, *random.sample(people, 5)]:
        truth[who] = random.randrange(CHOICES)
        click(database, poll, who, truth[who])
    return poll, truth


def given_away(database: Database, folder: Path, poll: str, truth: dict[str, int], secret: bytes | None) -> int:
    return max(best(copy, poll, truth, secret)[1] for copy in copies(database.url, folder))


@pytest.mark.parametrize("secret", [None, SECRET], ids=["without the secret", "with the secret"])
def test_a_copy_taken_after_closing_ties_nobody_to_a_choice(
    database: Database, tmp_path: Path, secret: bytes | None
) -> None:
    poll, truth = voted(database)
    before = [row.key.encode() for row in rows(database, Ballot, poll)]  # type: ignore[union-attr]
    close(database, poll)
    for copy in copies(database.url, tmp_path):
        attack, right = best(copy, poll, truth, secret)
        assert right < GIVEN_AWAY, attack
        assert [key for key in before if key in copy.raw] == []
    assert len(rows(database, Ballot, poll)) == VOTERS


def test_the_attack_finds_everybody_in_a_copy_of_an_open_poll_with_the_secret(
    database: Database, tmp_path: Path
) -> None:
    poll, truth = voted(database)
    assert given_away(database, tmp_path, poll, truth, SECRET) == VOTERS


# --- closing carelessly ---


def shut(database: Database, poll: str, **values: object) -> None:
    with database.write() as session:
        session.execute(sa.update(Poll).where(Poll.id == poll).values(closed_at=END, **values))
    with database.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.rollback()
            connection.connection.driver_connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # type: ignore[union-attr]


def test_ballots_that_are_not_shuffled_are_caught(database: Database, tmp_path: Path) -> None:
    poll, truth = voted(database)
    shut(database, poll, key=None)
    assert given_away(database, tmp_path, poll, truth, None) >= GIVEN_AWAY


def test_a_key_that_is_not_wrapped_is_caught(database: Database, tmp_path: Path) -> None:
    poll, truth = voted(database)
    with database.read() as session:
        sealed = bytes.fromhex(str(session.get_one(Poll, poll).key)[:64])
    shut(database, poll, key=_xor(sealed, KEYS._derived("seal", poll)).hex())
    assert given_away(database, tmp_path, poll, truth, None) == VOTERS


def test_a_key_that_is_not_destroyed_is_caught_with_the_secret(database: Database, tmp_path: Path) -> None:
    poll, truth = voted(database)
    shut(database, poll)
    assert given_away(database, tmp_path, poll, truth, SECRET) == VOTERS


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_a_log_that_is_left_is_caught(database: Database, tmp_path: Path) -> None:
    poll, truth = voted(database)
    with database.read() as reader:
        reader.execute(sa.select(Poll.id))  # holds the log, as any open look does
        database.engine.pool.dispose()
        with database.write() as session:
            session.execute(sa.update(Poll).where(Poll.id == poll).values(closed_at=END, key=None))
    assert given_away(database, tmp_path, poll, truth, None) == VOTERS
