"""A process killed while companies answer a survey, or while it closes, loses no answer and leaves no key."""

import time
from collections import Counter
from pathlib import Path

import pytest

from bot.core.db import Database
from bot.domain.answers import ballots as kept
from bot.domain.answers.asked import Given
from bot.domain.surveys import closing, results, tables
from bot.domain.surveys.tables import Wave
from tests.domain.attacking import copies
from tests.domain.balloting import KEYS
from tests.domain.killing import killed, killed_after, started
from tests.domain.surveying import END, ballots, begun, fills, sends
from tests.domain.voter import COMPANIES


def rolled(database: Database, wave: Wave) -> set[int]:
    with database.read() as session:
        return {int(company[3:]) for company in kept.on_roll(session, wave.id)}


def shut(database: Database, wave: Wave) -> Wave:
    """Closed, if it was not."""
    with database.write() as session:
        closing.close(session, KEYS, wave.id, END)
    with database.read() as session:
        return tables.find(session, wave.id)


def counts(n_of: set[int]) -> tuple[int, ...]:
    found = Counter(n % 3 for n in n_of)
    return found[0], found[1], found[2]


def test_answers_that_were_sent_are_there_after_a_kill_and_the_survey_goes_on(database: Database) -> None:
    wave = begun(database, COMPANIES)
    told = killed_after(started(database, "answer", wave.id), 10)
    sent = rolled(database, wave)
    assert (told - sent, len(sent - told) <= 1) == (set(), True)  # one may be committed and not told
    half_filled = max(sent) + 1  # where the process was killed; whatever of it is there goes on
    fills(database, wave, half_filled, 0, Given(half_filled % 3))
    fills(database, wave, half_filled, 1, Given(1 << half_filled % 3))
    sends(database, wave, half_filled)
    fills(database, wave, COMPANIES - 1, 0, Given(0))  # never sent
    closed = shut(database, wave)
    expected = counts(sent | {half_filled})
    first, second, _ = closed.questions()
    assert [results.tally(closed, one).counts for one in (first, second)] == [expected, expected]
    assert [len(ballots(database, one.id)) for one in (first, second)] == [sum(expected)] * 2


@pytest.mark.parametrize("after", [0.0, 0.01, 0.05])
def test_a_survey_is_open_as_before_or_wholly_closed_after_a_kill(
    database: Database, tmp_path: Path, after: float
) -> None:
    wave = begun(database, 30)
    asked = [one.id for one in wave.questions()[:2]]
    for n in range(30):
        fills(database, wave, n, 0, Given(n % 3))
        fills(database, wave, n, 1, Given(1 << n % 3))
        if n < 24:
            sends(database, wave, n)
    before = [{row.key for row in ballots(database, one)} for one in asked]
    process = started(database, "shut", wave.id)
    time.sleep(after)
    killed(process)
    with database.read() as session:
        found = tables.find(session, wave.id)
    left = [{row.key for row in ballots(database, one)} for one in asked]
    if found.closed_at is None:
        assert (left, found.key) == (before, wave.key)
    else:
        assert (found.key, [now & then for now, then in zip(left, before, strict=True)]) == (None, [set(), set()])
    closed = shut(database, wave)  # what is due is carried out again
    database.empty_log()  # as at each start
    assert [results.tally(closed, one).counts for one in closed.questions()[:2]] == [(8, 8, 8)] * 2
    assert [len(ballots(database, one)) for one in asked] == [24, 24]
    sealed = str(wave.key).encode()
    for copy in copies(database.url, tmp_path):
        assert [key for keys in before for key in keys if key.encode() in copy.raw] == []
        assert sealed[:64] not in copy.raw
