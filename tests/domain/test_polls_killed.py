"""A process killed while people vote, or while the poll closes, loses no answer and leaves no key."""

import time
from collections import Counter
from pathlib import Path

import pytest

from bot.core.db import Database
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.polls import tables
from tests.domain.attacking import copies
from tests.domain.balloting import CHOICES, click, close, counted, make, rows
from tests.domain.killing import killed, killed_after, started


def test_votes_that_were_told_are_there_after_a_kill_and_the_poll_goes_on(database: Database) -> None:
    poll = make(database)
    voters = {f"U0P{n:03}" for n in killed_after(started(database, "vote", poll), 15)}
    rolled = {row.person for row in rows(database, Roll, poll)}  # type: ignore[union-attr]
    assert (voters - rolled, len(rolled - voters) <= 1) == (set(), True)  # one may be committed and not told
    assert len(rows(database, Ballot, poll)) == len(rolled)
    click(database, poll, "U0P999", 0)
    close(database, poll)
    expected = Counter(int(who[3:]) % CHOICES for who in rolled) + Counter([0])
    assert counted(database, poll) == (len(rolled) + 1, tuple(expected[option] for option in range(CHOICES)))


@pytest.mark.parametrize("after", [0.0, 0.01, 0.05])
def test_a_poll_is_open_as_before_or_wholly_closed_after_a_kill(
    database: Database, tmp_path: Path, after: float
) -> None:
    poll = make(database)
    for n in range(30):
        click(database, poll, f"U0P{n:03}", n % CHOICES)
    before = {row.key for row in rows(database, Ballot, poll)}  # type: ignore[union-attr]
    process = started(database, "close", poll)
    time.sleep(after)
    killed(process)
    with database.read() as session:
        found = tables.find(session, poll)
    left = {row.key for row in rows(database, Ballot, poll)}  # type: ignore[union-attr]
    assert (left == before) if found.closed_at is None else (found.key is None and not left & before)
    close(database, poll)  # what is due is carried out again
    database.empty_log()  # as at each start
    assert counted(database, poll) == (30, (10, 10, 10))
    for copy in copies(database.url, tmp_path):
        assert [key for key in before if key.encode() in copy.raw] == []
