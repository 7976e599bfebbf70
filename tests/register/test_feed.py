"""What we keep follows the register's changes, each once, from where it stopped; nothing is asked about others."""

import time
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.core.db import Database
from bot.domain.companies import progress, register, rows
from bot.domain.companies.links import link
from bot.domain.companies.register import RegisterUnit
from bot.register.client import Register
from bot.register.feed import follow
from bot.register.reading import unit
from tests.clock import Clock
from tests.register.standin import NUMBERS, PERSON, StandIn, branch, company

A, B, C, D = NUMBERS[:4]


def keeps(database: Database, standin: StandIn, clock: Clock, *told: dict[str, object]) -> None:
    """As it stands in the register now."""
    standin.add(*told)
    with database.write() as session:
        register.take(session, [unit(one, branch="beliggenhetsadresse" in one) for one in told], clock())


def known(database: Database, number: str) -> RegisterUnit:
    with database.read() as session:
        return session.get_one(RegisterUnit, number)


def looked_up(standin: StandIn) -> list[str]:
    return [path for path, _, _ in standin.asked if path.rpartition("/")[2].isdecimal()]


def test_nothing_is_asked_while_nothing_is_kept_or_it_is_switched_off(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    standin.changed(A)
    follow(client, database, clock)
    keeps(database, standin, clock, company(A))
    follow(replace(client, on=False), database, clock)
    assert standin.asked == []


def test_changed_moved_bankrupt_deleted_and_gone_are_followed(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    keeps(database, standin, clock, *(company(number, f"EKSEMPEL {n} AS") for n, number in enumerate(NUMBERS[:6])))
    with database.write() as session:
        ids = [link(session, f"U{n}", known(database, number).unit(), clock()).id for n, number in enumerate((A, C))]
    clock.move(days=1)
    moved = {"adresse": ["Prøvegata 1"], "postnummer": "1400", "poststed": "EKSEMPEL", "kommunenummer": "0001"}
    standin.add(company(A, "NYTT EKSEMPEL AS", forretningsadresse=moved, naeringskode1={"kode": "47.110"}))
    standin.add(company(B, konkurs=True), company(C, "EKSEMPEL 2 AS", slettedato="2026-03-10"))
    standin.gone.add(D)
    del standin.companies[NUMBERS[4]]
    standin.changed(*NUMBERS[:4], what="Endring")
    standin.changed(NUMBERS[4], what="Sletting")
    standin.changed(NUMBERS[6], what="Ny")  # of a company that we do not keep
    follow(client, database, clock)
    assert [known(database, number).state for number in NUMBERS[:6]] == [
        "active",
        "bankrupt",
        "deleted",
        "gone",
        "deleted",
        "active",
    ]
    assert (known(database, A).place, known(database, A).read_at) == ("1400 prøvegata", clock())
    assert (known(database, D).name, known(database, D).form) == ("", "AS")
    with database.read() as session:
        assert [(one.name, one.branch) for one in rows.everyone(session) if one.id == ids[0]] == [
            ("NYTT EKSEMPEL AS", "trade")
        ]
    assert sorted(looked_up(standin)) == sorted(f"enheter/{number}" for number in NUMBERS[:5])


def test_what_cannot_be_read_of_one_does_not_keep_back_the_others(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    keeps(database, standin, clock, company(A), company(B))
    standin.add(company(A) | {"organisasjonsform": None}, company(B, konkurs=True))
    standin.changed(A, B)
    follow(client, database, clock)
    assert [known(database, number).state for number in (A, B)] == ["active", "bankrupt"]
    with database.read() as session:
        assert progress.position(session, "enheter") == 24_000_003


@pytest.mark.parametrize("status", [400, 406])
def test_a_register_that_refuses_our_questions_loses_no_change(
    database: Database, standin: StandIn, client: Register, clock: Clock, status: int
) -> None:
    keeps(database, standin, clock, company(A))
    standin.changed(A)
    real = standin.answer
    standin.answer = lambda path, query: (status, {}) if "enheter/" in path else real(path, query)  # type: ignore[method-assign]
    follow(client, database, clock)
    with database.read() as session:
        assert progress.position(session, "enheter") is None


def test_branches_have_a_feed_of_their_own(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    keeps(database, standin, clock, branch(B, A))
    standin.add(company(A, PERSON, "ENK"), branch(B, A, PERSON))
    standin.changed(B, kind="underenheter")
    follow(client, database, clock)
    assert [path for path, _, _ in standin.asked[:2]] == ["oppdateringer/underenheter", f"underenheter/{B}"]
    assert known(database, B).unit().name == ""  # it turned out to be a person's


def test_the_next_night_goes_on_where_this_one_stopped(
    database: Database, standin: StandIn, client: Register, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    keeps(database, standin, clock, *(company(number) for number in NUMBERS[:150]))
    standin.add(*(company(number, konkurs=True) for number in NUMBERS[:150]))
    standin.changed(*NUMBERS[:150])
    standin.fails(200)  # the first question
    standin.trouble.clear()
    real, calls = standin.answer, []

    def failing(path: str, query: dict[str, str]) -> tuple[int, dict[str, object]]:
        calls.append(path)
        return (503, {}) if len(calls) > 120 else real(path, query)

    standin.answer = failing  # type: ignore[method-assign]
    follow(client, database, clock)
    assert "the register's changes were followed in part (http 503)" in caplog.text
    with database.read() as session:
        assert progress.position(session, "enheter") == 24_000_000 + 3 * 99
    standin.answer = real  # type: ignore[method-assign]
    standin.asked.clear()
    follow(client, database, clock)
    assert [known(database, NUMBERS[n]).state for n in (0, 99, 100, 149)] == ["bankrupt"] * 4
    assert len(looked_up(standin)) == 50
    standin.asked.clear()
    follow(client, database, clock)
    assert [query for _, query, _ in standin.asked] == [{"oppdateringsid": str(24_000_000 + 3 * 149), "size": "100"}]


def test_ten_thousand_changes_are_replayed_in_little_time_and_twice_is_the_same(
    database: Database, standin: StandIn, client: Register, clock: Clock
) -> None:
    mine = NUMBERS[::60]  # fifty of three thousand
    keeps(database, standin, clock, *(company(number) for number in mine))
    clock.move(days=3)
    standin.add(*(company(number, f"EKSEMPEL {n} AS", antallAnsatte=n) for n, number in enumerate(mine)))
    standin.changed(*[NUMBERS[n * 7 % 3000] for n in range(10_000)])
    begun = time.monotonic()
    follow(client, database, clock)
    took = time.monotonic() - begun
    expected = [(f"EKSEMPEL {n} AS", n) for n in range(len(mine))]
    assert [(known(database, number).name, known(database, number).employees) for number in mine] == expected
    feed = [path for path, _, _ in standin.asked if path.startswith("oppdateringer")]
    assert (len(feed), len(set(looked_up(standin)))) == (102, 50)  # each page but the first begins with one seen before
    with database.write() as session:
        progress.followed(session, "enheter", 24_000_000 + 3 * 8_000)  # as after an older backup was restored
    follow(client, database, clock)
    assert [(known(database, number).name, known(database, number).employees) for number in mine] == expected
    with database.read() as session:
        assert progress.position(session, "enheter") == 24_000_000 + 3 * 9_999
    assert timedelta(seconds=took) < timedelta(minutes=1)
