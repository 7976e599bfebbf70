"""Real processes, real faults, real kills: nothing is lost, nothing comes twice. Longer: `make bench ARGS=faults`."""

import pytest

from bot.core.db import Database
from tests.postmen.judge import Verdict
from tests.postmen.trial import CONTROL, SHORT, try_out

RIGHT = Verdict(lost=[], doubled=[], disordered=0, stale=0, parked=[], open=[])


def test_whatever_fails_and_whoever_is_killed_all_arrives_once_and_in_order(database: Database) -> None:
    report = try_out(database, SHORT, workers=2)
    assert report.verdict == RIGHT
    assert (report.kills, len(report.came) > 8, report.came.total() > 80) == (SHORT.kills, True, True)


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_without_the_look_up_the_same_trial_shows_doubles(database: Database) -> None:
    assert try_out(database, CONTROL, 1, "--blind").verdict.doubled
