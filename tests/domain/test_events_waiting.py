"""The line of those who wait: in order, one offer for each free seat, and an offer ends once."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta

import pytest

from bot.core.db import Database
from bot.domain.events import organizing, rows, seats, waiting
from bot.domain.events.rows import Event, EventAnswer
from tests.domain.gatherings import KARI, LISE, NOW, OLA, ORGANIZER, OSLO, QUIET, STARTS, at, details, makes

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
HOUR = timedelta(hours=1)


def full(database: Database, *line: str) -> str:
    """An event with one seat, which Kari has; the others wait."""
    with database.write() as session:
        event = makes(session, capacity=1).id
    for person in (KARI, *line):
        says(database, event, person, "yes")
    return event


def says(database: Database, event: str, person: str, choice: str, now: datetime = NOW) -> seats.Answered:
    with database.write() as session:
        return seats.answer(session, event, person, choice, now)


def offers(database: Database, event: str, now: datetime = NOW) -> list[str]:
    """To whom a seat is offered now."""
    with database.write() as session:
        held = rows.held(session, event)
        return [answer.person for answer in waiting.offer(session, held, now, QUIET).given] if held else ["nobody"]


def expires(database: Database, event: str, person: str, now: datetime) -> bool:
    with database.write() as session:
        held = session.get_one(Event, event, with_for_update=True)
        return waiting.expire(session, held, person, now)


def standing(database: Database, event: str) -> dict[str, str]:
    with database.read() as session:
        answers = session.query(EventAnswer).filter_by(event=event)
        return {one.person: "offered" if one.offered_until else one.choice for one in answers}


@ON_SQLITE
def test_a_free_seat_is_offered_to_the_first_and_nobody_passes_the_line(database: Database) -> None:
    event = full(database, OLA, LISE)
    assert (offers(database, event), says(database, event, LISE, "yes").number) == ([], 2)
    assert says(database, event, KARI, "no").freed
    assert (offers(database, event), offers(database, event)) == ([OLA], [])
    assert says(database, event, KARI, "yes").choice == "waiting"
    assert says(database, event, OLA, "yes").changed
    assert standing(database, event) == {KARI: "waiting", OLA: "yes", LISE: "waiting"}


@ON_SQLITE
def test_who_declines_or_lets_it_pass_leaves_it_to_the_next(database: Database) -> None:
    event = full(database, OLA, LISE, "U0PER")
    says(database, event, KARI, "no")
    assert offers(database, event) == [OLA]
    assert says(database, event, OLA, "no").freed
    assert offers(database, event) == [LISE]
    assert not expires(database, event, LISE, NOW + 23 * HOUR)
    assert expires(database, event, LISE, NOW + 24 * HOUR)
    assert offers(database, event) == ["U0PER"]
    assert standing(database, event) == {KARI: "no", OLA: "no", "U0PER": "offered"}


@ON_SQLITE
def test_more_seats_are_offered_to_as_many(database: Database) -> None:
    event = full(database, OLA, LISE, "U0PER")
    for capacity, expected in ((3, [OLA, LISE]), (None, ["U0PER"])):
        with database.write() as session:
            version = str(session.get_one(Event, event).version)
            organizing.change(session, event, version, ORGANIZER, details(capacity=capacity), NOW, OSLO)
        assert offers(database, event) == expected


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-03-10 10:00", "2026-03-11 10:00"),
        ("2026-03-13 15:00", "2026-03-16 07:00"),  # Friday: not on Saturday
        ("2026-03-18 12:00", "2026-03-19 07:00"),  # half of the time is in the night
        ("2026-03-19 10:00", "2026-03-19 14:00"),
    ],
)
def test_an_offer_lasts_a_day_at_most_and_ends_in_working_hours(now: str, until: str) -> None:
    assert waiting.lasts_until(STARTS, at(now), QUIET) == at(until)


@ON_SQLITE
def test_an_offer_ends_before_the_event_also_where_that_moves_nearer(database: Database) -> None:
    event = full(database, OLA, LISE)
    says(database, event, KARI, "no")
    offers(database, event)
    with database.write() as session:
        sooner = details(NOW + 4 * HOUR, capacity=1)
        moved, _ = organizing.change(session, event, "0", ORGANIZER, sooner, NOW, OSLO)
        assert [one.person for one in waiting.offer(session, moved, NOW, QUIET).shortened] == [OLA]
        assert waiting.offer(session, moved, NOW, QUIET) == waiting.Offers()
    assert (expires(database, event, OLA, NOW + 2 * HOUR), offers(database, event)) == (True, [LISE])


@ON_SQLITE
def test_at_night_a_seat_waits_for_the_morning_unless_it_would_be_too_late(database: Database) -> None:
    event = full(database, OLA)
    night = at("2026-03-12 22:00")
    says(database, event, KARI, "no", night)
    with database.write() as session:
        found = waiting.offer(session, session.get_one(Event, event), night, QUIET)
        assert (found.given, found.again) == ((), at("2026-03-13 07:00"))
    with database.write() as session:
        session.get_one(Event, event).starts_at = at("2026-03-13 06:30")
        assert [one.person for one in waiting.offer(session, session.get_one(Event, event), night, QUIET).given] == [
            OLA
        ]


@ON_SQLITE
def test_for_what_has_begun_or_is_called_off_nothing_is_offered(database: Database) -> None:
    event = full(database, OLA)
    says(database, event, KARI, "no")
    assert offers(database, event, STARTS) == []
    with database.write() as session:
        organizing.cancel(session, event, ORGANIZER, NOW)
    assert offers(database, event) == []


def test_an_offer_that_ends_while_it_is_taken_is_had_by_one(database: Database) -> None:
    """Twelve times: the first in line presses just when the time is over, and the next is offered what is free."""
    outcomes: Counter[str] = Counter()
    for _ in range(12):
        event = full(database, OLA, LISE)
        says(database, event, KARI, "no")
        assert offers(database, event) == [OLA]
        late = NOW + 24 * HOUR
        with ThreadPoolExecutor(3) as pool:
            taking = pool.submit(says, database, event, OLA, "yes", late)
            ending = pool.submit(expires, database, event, OLA, late)
            offering = pool.submit(offers, database, event, late)
            ended = (taking.result().choice, ending.result(), offering.result())[1]
        offers(database, event, late)
        found = standing(database, event)
        held = [person for person, what in found.items() if what in ("yes", "offered")]
        assert held == ([LISE] if ended else [OLA])
        assert found[OLA] == ("waiting" if ended else "yes")
        outcomes["ended" if ended else "taken"] += 1
    assert outcomes.total() == 12


def test_of_200_who_press_at_once_as_many_get_seats_as_there_are_offers(database: Database) -> None:
    crowd = [f"U{n:03}" for n in range(200)]
    event = full(database)
    with database.write() as session:
        session.get_one(Event, event).capacity = 4
        for n, person in enumerate(crowd, 1):
            session.add(EventAnswer(event=event, person=person, choice="waiting", at=NOW, heard=0, turn=n))
    assert offers(database, event) == crowd[:3]
    with ThreadPoolExecutor(16) as pool:
        list(pool.map(lambda person: says(database, event, person, "yes"), crowd))
    assert Counter(standing(database, event).values()) == {"yes": 4, "waiting": 197}


@ON_SQLITE
def test_after_a_move_each_confirms_with_one_press(database: Database) -> None:
    event = full(database)
    with database.write() as session:
        organizing.change(session, event, "0", ORGANIZER, details(STARTS + 24 * HOUR, capacity=1), NOW, OSLO)
    first, second = says(database, event, KARI, "yes"), says(database, event, KARI, "yes")
    assert [(one.changed, one.confirmed) for one in (first, second)] == [(False, True), (False, False)]
