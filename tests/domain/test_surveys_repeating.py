"""Surveys that come again: on the right day, once, with the same questions and companies, until they are stopped."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.recurrence import read, said
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.surveys import closing, person, ready, repeating, results, waves
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.repeating import REPEAT, Come, Wish
from bot.domain.surveys.tables import Wave
from scheduler import rhythm
from scheduler.due import DueWork
from scheduler.rhythm import Rhythm
from tests.domain.balloting import KEYS, ORGANIZER
from tests.domain.surveying import NOW, QUIET, begun, closes, fills, sends

OSLO = ZoneInfo("Europe/Oslo")
FIRST = date(2027, 3, 10)  # a Wednesday


def wished(database: Database, wave: Wave, **more: object) -> datetime:
    about = {name: more.pop(name) for name in ("opens", "companies") if name in more}
    wish = Wish(Rhythm(**({"first": FIRST, "often": "year"} | more)), **about)  # type: ignore[arg-type]
    with database.write() as session:
        return repeating.repeat(session, wave.survey, wish, ORGANIZER, NOW, QUIET).next_at


def comes(database: Database, wave: Wave, at: datetime) -> Come | None:
    with database.write() as session:
        return repeating.come(session, KEYS, wave.survey, at, QUIET)


def due_at(database: Database) -> list[datetime]:
    with database.read() as session:
        return list(session.scalars(sa.select(DueWork.due_at).where(DueWork.kind == REPEAT)))


def local(at: datetime) -> str:
    return f"{at.astimezone(OSLO):%Y-%m-%d %H:%M}"


# --- when ---


@pytest.mark.parametrize(
    ("first", "moment"),
    [
        (date(2027, 3, 10), "2027-03-10 09:00"),  # winter time
        (date(2027, 6, 9), "2027-06-09 09:00"),  # summer time
        (date(2027, 3, 13), "2027-03-15 09:00"),  # a Saturday
        (date(2027, 5, 17), "2027-05-18 09:00"),
        (date(2027, 3, 25), "2027-03-30 09:00"),  # Maundy Thursday: until Easter is over
        (date(2027, 12, 24), "2027-12-27 09:00"),
    ],
)
def test_it_comes_at_nine_on_the_day_or_the_next_working_day(first: date, moment: str) -> None:
    assert local(rhythm.at_nine(first, QUIET)) == moment


@pytest.mark.parametrize(
    ("first", "often", "rule", "words", "days"),
    [
        (FIRST, "year", "FREQ=YEARLY;BYMONTHDAY=10;BYMONTH=3", "den 10. mars hvert år", ["2027-03-10", "2028-03-10"]),
        (date(2028, 2, 29), "year", "FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2", None, ["2028-02-29", "2029-02-28"]),
        (date(2027, 1, 31), "quarter", "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", None, ["2027-02-01", "2027-04-30"]),
        (date(2027, 1, 4), "half", "FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=4", None, ["2027-01-04", "2027-07-05"]),
        (date(2027, 1, 4), "month", "FREQ=MONTHLY;BYMONTHDAY=4", None, ["2027-01-04", "2027-02-04"]),
    ],
)
def test_how_often_becomes_a_rule_that_leaves_no_month_out(
    first: date, often: str, rule: str, words: str | None, days: list[str]
) -> None:
    made = Rhythm(first, often).rule(QUIET)
    assert str(made) == rule
    starts_at = datetime(first.year, first.month, first.day, 9, tzinfo=OSLO)
    found = [local(moment) for _, moment in rhythm.coming(made, starts_at, NOW, QUIET)]
    assert len(found) > 40
    assert found[:2] == [f"{day} 09:00" for day in days]
    assert words is None or said(read(rule), OSLO).nb == words


# --- what comes ---


def test_a_round_is_opened_with_the_same_questions_and_companies_and_can_be_compared(database: Database) -> None:
    first = begun(database, 6, "2026")
    with database.read() as session:
        asked = waves.companies_of(session, first)
    assert asked == []  # all in the register
    for n in range(6):
        fills(database, first, n, 0, Given(n % 2))
        fills(database, first, n, 1, Given(1 + n % 2))
        sends(database, first, n)
    closes(database, first)
    next_at = wished(database, first, opens=True, companies=[f"U0P00{n}" for n in range(5)], days=14)
    assert (local(next_at), due_at(database)) == ("2027-03-10 09:00", [next_at])
    came = comes(database, first, next_at)
    assert came
    assert isinstance(came.round, Wave)
    assert (came.round.name, local(came.round.closes_at)) == ("2027", "2027-03-24 15:00")
    assert came.again
    assert local(came.again) == "2028-03-10 09:00"
    with database.write() as session:
        assert waves.companies_of(session, came.round) == [f"U0P00{n}" for n in range(5)]
        assert waves.count(session, came.round).invited == 5
        kinds = set(session.scalars(sa.select(DueWork.kind).where(DueWork.subject.startswith(came.round.id))))
        assert kinds == {waves.ROUND, waves.CLOSE}
        shut = closing.close(session, KEYS, came.round.id, came.round.closes_at)
        assert shut
        asked_again = [(one.question, one.options, one.kind) for one in shut.questions()]
        assert asked_again == [(one.question, one.options, one.kind) for one in first.questions()]
        assert {one.id for one in shut.questions()} & {one.id for one in first.questions()} == set()
        assert len(results.trend(session, shut, shut.questions()[0])) == 1  # nobody answered the second


def test_a_round_that_is_made_ready_asks_nobody_until_an_organizer_opens_it(database: Database) -> None:
    first = begun(database, 3, "2026")
    next_at = wished(database, first)
    came = comes(database, first, next_at)
    assert came
    assert isinstance(came.round, Ready)
    with database.write() as session:
        assert [one.name for one in waves.of_survey(session, first.survey)] == ["2026"]
        assert [one.name for one in ready.of(session, first.survey)] == ["2027"]
        with pytest.raises(UserError):
            ready.drop(session, came.round.id, "M000")
        ready.drop(session, came.round.id, ORGANIZER)
        assert list(ready.of(session, first.survey)) == []


def test_it_ends_with_its_last_time_or_day(database: Database) -> None:
    first = begun(database, 1, "2026")
    for more in ({"times": 2}, {"last": date(2028, 3, 10)}):
        at: datetime | None = wished(database, first, **more)
        found = []
        while at:
            came = comes(database, first, at)
            found.append(local(at))
            assert came
            at = came.again
        assert found == ["2027-03-10 09:00", "2028-03-10 09:00"]
        with database.read() as session:
            assert repeating.of(session, [first.survey]) == {}
    assert comes(database, first, NOW) is None


def test_where_nobody_was_there_for_years_it_comes_once_and_then_in_time_again(database: Database) -> None:
    first = begun(database, 1, "2026")
    wished(database, first)
    came = comes(database, first, datetime(2029, 6, 1, 10, tzinfo=UTC))
    assert came
    assert came.again
    assert (came.round.name, local(came.again)) == ("2029", "2030-03-11 09:00")


def test_it_is_changed_and_stopped_at_any_time(database: Database) -> None:
    first = begun(database, 1, "2026")
    wished(database, first)
    next_at = wished(database, first, first=date(2027, 1, 4), often="quarter", opens=True)
    assert due_at(database) == [next_at]
    with database.read() as session:
        assert repeating.of(session, [first.survey])[first.survey].rule == "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=4"
    with database.write() as session, pytest.raises(UserError) as refused:
        repeating.stop(session, first.survey, "M000", NOW)
    assert refused.value.words == members.NOT_ALLOWED
    with database.write() as session:
        repeating.stop(session, first.survey, ORGANIZER, NOW)
    assert due_at(database) == []
    assert comes(database, first, next_at) is None


def test_nothing_is_opened_for_who_is_no_organizer_any_more(database: Database) -> None:
    first = begun(database, 1, "2026")
    next_at = wished(database, first, opens=True)
    with database.write() as session:
        assert {"repeats": first.survey, "rule": "FREQ=YEARLY;BYMONTHDAY=10;BYMONTH=3"} in person.export(
            KEYS, session, ORGANIZER
        )
        person.forget(KEYS, session, ORGANIZER, NOW)
    came = comes(database, first, next_at)
    assert came
    assert (isinstance(came.round, Ready), came.by) == (True, None)


def test_names_are_not_given_twice(database: Database) -> None:
    first = begun(database, 1, "2027")
    next_at = wished(database, first)
    found = [comes(database, first, next_at + timedelta(minutes=n)) for n in range(4)]
    names = [came.round.name for came in found if came]
    assert names == ["2027-03", "2027-03-10", "2027-03-10 2", "2027-03-10 3"]
    assert max(map(len, names)) <= waves.LONGEST_NAME


def test_a_round_that_would_read_like_one_of_another_survey_gets_another_name(database: Database) -> None:
    first = begun(database, 1, "2027")
    next_at = wished(database, first, opens=True)
    with database.write() as session:
        session.execute(sa.update(Wave).values(survey="another"))  # as if that was called so when it was asked
    came = comes(database, first, next_at)
    assert came
    assert (came.round.name, isinstance(came.round, Wave)) == ("2027-03", True)


@pytest.mark.parametrize(
    ("wished", "fields"),
    [
        (Rhythm(None, "year"), ["first"]),
        (Rhythm(date(2026, 3, 10), "day"), ["first", "often"]),
        (Rhythm(date(2200, 3, 10), "year"), ["first"]),
        (Rhythm(FIRST, "year", times=None, days=None), ["times", "days"]),
        (Rhythm(FIRST, "year", times=41, days=91), ["times", "days"]),
        (Rhythm(FIRST, "year", times=2, last=date(2030, 1, 1)), ["last"]),
        (Rhythm(FIRST, "year", last=date(2027, 3, 9)), ["last"]),
    ],
)
def test_what_cannot_be_wished_is_told_at_its_field(wished: Rhythm, fields: list[str]) -> None:
    assert [fault.field for fault in rhythm.faults(wished, NOW, QUIET)] == fields
