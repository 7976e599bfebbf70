"""The queue of those who want a visit: never visited first, then so that no area and no size is left out."""

from datetime import timedelta

from bot.core.db import Database
from bot.domain.visits import planning, report
from bot.domain.visits.fairness import past, queue
from bot.domain.visits.promises import Given, close, give
from bot.domain.visits.rows import Visit, wholes
from tests.domain.gatherings import OSLO
from tests.domain.visiting import LATER, NOW, ON, QUIET, SIRI, asks, held

DAY = timedelta(days=1)
YEAR = 365 * DAY


def order(database: Database) -> list[str]:
    with database.read() as session:
        return [one.names for one in queue(wholes(session, Visit.state == "asked"), past(session, NOW), NOW)]


def wanted(database: Database, *companies: tuple[str, str, str, int]) -> None:
    """Name, area, size, and for how many days they have waited."""
    for name, area, size, days in companies:
        asks(database, f"U0{name}", name, NOW - days * DAY, area=area, size=size)


def test_who_was_never_visited_comes_before_who_was_and_among_those_who_was_visited_longest_ago(
    database: Database,
) -> None:
    for name, years in (("A", 3), ("B", 4)):
        held(database, f"U0{name}", name, NOW - years * YEAR)
    wanted(database, ("A", "", "", 90), ("B", "", "", 30), ("C", "", "", 1))
    assert order(database) == ["C AS", "B AS", "A AS"]


def test_areas_take_turns_however_many_ask_from_one(database: Database) -> None:
    wanted(database, ("A", "x", "", 9), ("B", "x", "", 8), ("C", "x", "", 7), ("D", "y", "", 2), ("E", "z", "", 1))
    assert order(database) == ["A AS", "D AS", "E AS", "B AS", "C AS"]


def test_an_area_that_was_visited_lately_or_will_be_stands_back(database: Database) -> None:
    held(database, "U0P", "P", NOW - YEAR, area="x")
    held(database, "U0Q", "Q", NOW - 3 * YEAR, area="y")  # too long ago to count
    agreed = asks(database, "U0R", "R", area="z")
    with database.write() as session:
        planning.agree(session, SIRI, agreed, ON, NOW)
    wanted(database, ("A", "x", "", 9), ("B", "y", "", 3), ("C", "z", "", 8))
    assert order(database) == ["B AS", "A AS", "C AS"]


def test_within_an_area_sizes_take_turns(database: Database) -> None:
    wanted(database, ("A", "x", "100+", 9), ("B", "x", "100+", 8), ("C", "x", "1-4", 1))
    assert order(database) == ["A AS", "C AS", "B AS"]


def test_who_has_waited_for_half_a_year_waits_no_longer_for_the_turn_of_others(database: Database) -> None:
    held(database, "U0P", "P", NOW - YEAR, area="x")
    wanted(database, ("A", "x", "", 181), ("B", "y", "", 1))
    assert order(database) == ["B AS", "A AS"]
    wanted(database, ("C", "x", "", 200))
    assert order(database) == ["C AS", "B AS", "A AS"]


def test_a_visit_to_two_companies_stands_where_the_first_of_them_would(database: Database) -> None:
    held(database, "U0P", "P", NOW - YEAR, area="x")
    wanted(database, ("A", "x", "", 9), ("B", "y", "", 5), ("C", "x", "", 10))
    with database.write() as session:
        by_name = {one.names: one.visit.id for one in wholes(session, Visit.state == "asked")}
        planning.merge(session, SIRI, by_name["A AS"], by_name["B AS"], NOW)
    assert order(database) == ["A AS, B AS", "C AS"]


def test_visits_and_promises_are_counted_by_year_as_the_companies_were_then(database: Database) -> None:
    last_year = LATER.replace(year=2025, month=12, day=31, hour=23)
    visits = [
        held(database, "U0A", "A", last_year, area="x", size="1-4"),
        held(database, "U0B", "B", LATER, area="x", size="100+"),
        held(database, "U0A", "A", LATER + DAY),
    ]
    asks(database, "U0C", "C", area="x")  # not visited yet
    with database.write() as session:
        for visit in visits[1:]:
            one = give(session, SIRI, visit, Given("Svare", "Plan", "", LATER.date() + DAY), LATER, QUIET)
        close(session, SIRI, one.id, "Gjort", LATER)
        new, old = report.years(session, SIRI, OSLO)
    assert (new.year, new.visits, new.companies, dict(new.areas), new.kept, new.left) == (2026, 2, 2, {"x": 2}, 1, 1)
    assert (old.year, old.visits, dict(old.sizes), old.kept, old.left) == (2025, 1, {"1-4": 1}, 0, 0)
