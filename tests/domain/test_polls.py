"""Any clicks give what the plain definition gives, one after the other or at once."""

import random
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.polls import person, tables, voting
from bot.domain.polls.voting import Click, vote
from tests.domain.balloting import CHANNEL, CHOICES, END, KEYS, NOW, PEOPLE, click, close, counted, make, rows, stored

CLICKS = st.lists(st.tuples(st.sampled_from(PEOPLE), st.integers(0, CHOICES - 1), st.booleans()), max_size=40)


def plainly(clicks: Sequence[tuple[str, int, bool]]) -> dict[str, int]:
    """The definition: each person's last click counts; who was deleted has not answered."""
    answers: dict[str, int] = {}
    for who, option, deletes in clicks:
        if deletes:
            answers.pop(who, None)
        else:
            answers[who] = option
    return answers


@pytest.mark.parametrize("named", [False, True])
@given(clicks=CLICKS)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_clicks_give_what_the_definition_gives(
    database: Database, named: bool, clicks: list[tuple[str, int, bool]]
) -> None:
    poll = make(database, named=named)
    seen: dict[str, int] = {}
    for who, option, deletes in clicks:
        if deletes:
            with database.write() as session:
                person.forget(KEYS, session, who, NOW)
            seen.pop(who, None)
        else:
            assert click(database, poll, who, option) == (seen.get(who) != option)
            seen[who] = option
    expected = plainly(clicks)
    assert {who: stored(database, poll, who) for who in expected} == expected
    assert sorted(row.person for row in rows(database, Roll, poll)) == sorted(expected)  # type: ignore[union-attr]
    counts = tuple(Counter(expected.values())[option] for option in range(CHOICES))
    assert counted(database, poll) == (len(expected), counts if named else None)
    close(database, poll)
    enough = named or len(expected) >= 5
    assert counted(database, poll) == (len(expected), counts if enough else None)


@pytest.mark.parametrize("named", [False, True])
def test_clicks_at_once_lose_and_double_nothing(database: Database, named: bool) -> None:
    poll = make(database, named=named)
    everyone = [(f"U0{n}", option) for n in range(20) for option in (0, 1, 1)]
    random.shuffle(everyone)
    with ThreadPoolExecutor(12) as pool:
        list(pool.map(lambda one: click(database, poll, *one), everyone))
    assert len(rows(database, Roll, poll)) == 20
    assert len(rows(database, Ballot, poll)) == (0 if named else 20)
    close(database, poll)
    turnout, counts = counted(database, poll)
    assert (turnout, sum(counts or ())) == (20, 20)


def test_clicks_and_the_close_at_once_end_in_the_numbers_that_are_shown(database: Database) -> None:
    poll = make(database, named=True)
    start = Barrier(9)

    def press(n: int) -> bool:
        start.wait()
        try:
            return click(database, poll, f"U0{n}", n % CHOICES)
        except UserError:
            return False

    def shut() -> None:
        start.wait()
        close(database, poll, NOW)

    with ThreadPoolExecutor(9) as pool:
        pressed = [pool.submit(press, n) for n in range(8)]
        pool.submit(shut).result()
        taken = sum(each.result() for each in pressed)
    assert counted(database, poll)[0] == taken == len(rows(database, Roll, poll))


@pytest.mark.parametrize(
    ("option", "channel", "at", "words"),
    [
        (CHOICES, CHANNEL, NOW, tables.GONE),
        (-1, CHANNEL, NOW, tables.GONE),
        (0, "C0ANOTHER", NOW, tables.GONE),
        (0, CHANNEL, END, voting.CLOSED),
    ],
)
def test_what_is_no_vote_is_refused(database: Database, option: int, channel: str, at: datetime, words: object) -> None:
    poll = make(database)
    with pytest.raises(UserError) as refusal, database.write() as session:
        vote(session, KEYS, Click(poll, channel, "U0A", option), at)
    assert (refusal.value.words, rows(database, Roll, poll)) == (words, [])


def test_a_poll_that_does_not_exist_is_gone(database: Database) -> None:
    with pytest.raises(UserError) as refusal:
        click(database, "0" * 16, "U0A", 0)
    assert refusal.value.words == tables.GONE
