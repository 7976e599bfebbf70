"""Visits: one open request a company, times that nobody else gets, merged and called off, and the company's alone."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import audit, members
from bot.domain.pushes import Push
from bot.domain.visits import asking, news, person, planning, promises
from bot.domain.visits.asking import Wish
from bot.domain.visits.planning import Agreement
from bot.domain.visits.rows import GONE, Visit, VisitRequest, whole
from scheduler.due import DueWork
from tests.domain.visiting import (
    KARI,
    LATER,
    LISE,
    NOW,
    OLA,
    ON,
    QUIET,
    SIRI,
    WISH,
    asks,
    belongs,
    held,
    staffed,
)

HOUR = timedelta(hours=1)


def proposes(database: Database, visit: str, *starts: object, minutes: int = 60) -> int:
    with database.write() as session:
        return planning.propose(session, SIRI, visit, starts, minutes, NOW).version  # type: ignore[arg-type]


def picks(database: Database, who: str, visit: str, version: int = 1, n: int = 0) -> bool:
    with database.write() as session:
        return planning.pick(session, who, visit, version, n, NOW)[1]


def state(database: Database, visit: str) -> str:
    with database.read() as session:
        return session.get_one(Visit, visit).state


# --- asking ---


def test_asking_again_adds_to_the_one_open_request(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        belongs(session, OLA, "A")
        same, new = asking.ask(session, OLA, Wish("political", "Parkering ved senteret", ""), NOW)
        assert (same.visit, new, same.person) == (visit, False, OLA)
        asking.ask(session, OLA, Wish("both", "Parkering ved senteret", "Etter påske"), NOW)
    with database.read() as session:
        (request,) = session.scalars(sa.select(VisitRequest))
        assert (request.whom, request.wishes, request.suits) == (
            "both",
            "Vi trenger større lokaler.\nParkering ved senteret",
            "Etter påske",
        )


def test_of_many_colleagues_who_ask_at_once_one_makes_the_request_and_the_others_add(database: Database) -> None:
    crowd = [f"U0P{n}" for n in range(8)]
    with database.write() as session:
        for one in crowd:
            belongs(session, one, "A")

    def ask(one: str) -> bool:
        with database.write() as session:
            return asking.ask(session, one, Wish("political", f"Fra {one}"), NOW)[1]

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(ask, crowd)) == [False] * 7 + [True]
    with database.read() as session:
        (request,) = session.scalars(sa.select(VisitRequest))
        assert sorted(request.wishes.splitlines()) == [f"Fra {one}" for one in crowd]


@pytest.mark.parametrize(
    ("wish", "field"),
    [
        (Wish("everybody", "Hei"), "whom"),
        (Wish("both", "  "), "wishes"),
        (Wish("both", "x" * 1501), "wishes"),
        (Wish("both", "&" * 1000), "wishes"),
        (Wish("both", "Hei", "x" * 301), "suits"),
    ],
)
def test_what_cannot_be_taken_is_refused_at_its_field(database: Database, wish: Wish, field: str) -> None:
    with database.write() as session:
        belongs(session, KARI, "A")
    with pytest.raises(UserError) as refused, database.write() as session:
        asking.ask(session, KARI, wish, NOW)
    assert refused.value.field == field


def test_what_does_not_fit_in_any_more_is_refused_and_nothing_is_lost(database: Database) -> None:
    asks(database, KARI, "A")
    with pytest.raises(UserError) as refused, database.write() as session:
        asking.ask(session, KARI, Wish("both", "x" * 1480), NOW)
    assert (refused.value.words, refused.value.values) == (asking.FULL, {"left": 1500 - len(WISH.wishes) - 1})


def test_who_has_no_company_is_told_what_to_do_first(database: Database) -> None:
    with pytest.raises(UserError) as refused, database.write() as session:
        asking.ask(session, KARI, WISH, NOW)
    assert refused.value.words == asking.NO_COMPANY


def test_what_is_withdrawn_is_gone_with_its_words_and_another_can_be_asked(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        company, gone = asking.withdraw(session, KARI, visit, NOW)
        assert (company.name, gone.state) == ("A AS", "off")
        assert session.scalars(sa.select(VisitRequest)).all() == []
    assert asks(database, KARI, "A") != visit


# --- whose it is ---


def test_another_companys_visit_cannot_be_touched_nor_told_apart_from_none(database: Database) -> None:
    visit = asks(database, KARI, "A")
    asks(database, OLA, "B")
    proposes(database, visit, LATER)
    for one in (visit, "no-such-visit"):
        for act in (
            lambda session, one=one: planning.pick(session, OLA, one, 1, 0, NOW),
            lambda session, one=one: planning.none_fits(session, OLA, one, 1, "", NOW),
            lambda session, one=one: asking.withdraw(session, OLA, one, NOW),
        ):
            with pytest.raises(UserError) as refused, database.write() as session:
                act(session)
            assert refused.value.words == GONE
    assert state(database, visit) == "proposed"


def test_who_is_not_of_the_staff_can_do_nothing_of_theirs(database: Database) -> None:
    visit = asks(database, KARI, "A")
    given = promises.Given("x", "Plan", "", LATER.date())
    for act in (
        lambda session: planning.merge(session, KARI, visit, visit, NOW),
        lambda session: planning.split(session, KARI, visit, NOW),
        lambda session: planning.propose(session, KARI, visit, [LATER], 60, NOW),
        lambda session: planning.agree(session, KARI, visit, ON, NOW),
        lambda session: planning.call_off(session, KARI, visit, "Nei", NOW, keep=False),
        lambda session: promises.write_notes(session, KARI, visit, "x", NOW),
        lambda session: promises.not_held(session, KARI, visit, NOW),
        lambda session: promises.give(session, KARI, visit, given, NOW, QUIET),
        lambda session: promises.change(session, KARI, "x", given, NOW, QUIET),
        lambda session: promises.close(session, KARI, "x", "Gjort", NOW),
    ):
        with pytest.raises(UserError) as refused, database.write() as session:
            act(session)
        assert refused.value.words == members.NOT_ALLOWED
    assert state(database, visit) == "asked"


# --- times ---


def test_the_company_picks_one_of_the_times_once_and_the_same_press_again_is_no_news(database: Database) -> None:
    visit = asks(database, KARI, "A")
    proposes(database, visit, LATER + HOUR, None, LATER, minutes=90)
    assert [picks(database, KARI, visit, n=1), picks(database, KARI, visit, n=1)] == [True, False]
    with database.read() as session:
        found = session.get_one(Visit, visit)
        assert (found.state, found.starts_at, found.ends_at) == ("picked", LATER + HOUR, LATER + HOUR * 2.5)
    with pytest.raises(UserError) as refused:
        picks(database, KARI, visit, n=0)
    assert refused.value.words == planning.OUTDATED


@pytest.mark.parametrize(("version", "n"), [(1, 2), (1, -1), (0, 0), (2, 0), (9, 0)])
def test_a_press_on_an_older_proposal_or_on_a_time_that_is_not_there_is_refused(
    database: Database, version: int, n: int
) -> None:
    visit = asks(database, KARI, "A")
    proposes(database, visit, LATER, LATER + HOUR)
    with pytest.raises(UserError) as refused:
        picks(database, KARI, visit, version, n)
    assert refused.value.words == planning.OUTDATED


def test_of_two_companies_that_press_the_same_time_at_once_one_gets_it(database: Database) -> None:
    visits = {KARI: asks(database, KARI, "A"), OLA: asks(database, OLA, "B")}
    for visit in visits.values():
        proposes(database, visit, LATER)

    def press(who: str) -> str:
        try:
            return str(picks(database, who, visits[who]))
        except UserError as refused:
            return refused.words.en

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, visits)) == [planning.TAKEN.en, "True"]
    assert sorted(state(database, visit) for visit in visits.values()) == ["picked", "proposed"]


def test_political_and_administrative_leaders_can_be_at_two_companies_at_once(database: Database) -> None:
    for who, whom in ((KARI, "political"), (OLA, "administrative")):
        with database.write() as session:
            staffed(session)
            belongs(session, who, who[2:])
            visit = asking.ask(session, who, Wish(whom, "Hei"), NOW)[0].visit
            assert planning.agree(session, SIRI, visit, ON, NOW)[1] == "confirmed"
    visit = asks(database, LISE, "C")
    with pytest.raises(UserError) as refused:
        proposes(database, visit, None, LATER + HOUR / 2)
    assert (refused.value.words, refused.value.field) == (planning.BUSY, "slot_2")


@pytest.mark.parametrize(
    ("starts", "minutes", "words", "field"),
    [
        ([None, None], 60, planning.NO_SLOT, "slot_1"),
        ([LATER, LATER], 60, planning.TWICE, "slot_2"),
        ([LATER, None, NOW], 60, planning.PASSED, "slot_3"),
        ([LATER], 61, planning.CHOOSE_MINUTES, "minutes"),
    ],
)
def test_times_that_cannot_be_are_refused_at_their_field(
    database: Database, starts: list[object], minutes: int, words: object, field: str
) -> None:
    visit = asks(database, KARI, "A")
    with pytest.raises(UserError) as refused:
        proposes(database, visit, *starts, minutes=minutes)
    assert (refused.value.words, refused.value.field) == (words, field)


def test_where_none_fits_the_company_is_in_the_queue_again_with_its_words(database: Database) -> None:
    visit = asks(database, KARI, "A")
    proposes(database, visit, LATER)
    with database.write() as session:
        planning.none_fits(session, KARI, visit, 1, "Bare fredager", NOW)
    with database.read() as session:
        found = session.get_one(Visit, visit)
        assert (found.state, len(found.slots), found.answer) == ("asked", 1, "Bare fredager")
    assert proposes(database, visit, LATER + HOUR) == 2


def test_a_time_is_confirmed_moved_changed_and_the_same_again_is_no_news(database: Database) -> None:
    visit = asks(database, KARI, "A")
    moved = Agreement(LATER + HOUR, 60, ON.place, ON.party)
    with database.write() as session:
        told = [
            planning.agree(session, SIRI, visit, on, NOW)[1]
            for on in (ON, ON, moved, Agreement(LATER + HOUR, 90, ON.place, ON.party))
        ]
    assert told == ["confirmed", "same", "moved", "changed"]
    with database.read() as session:
        (due,) = session.scalars(sa.select(DueWork).where(DueWork.kind == planning.OVER))
        assert due.due_at == LATER + HOUR * 2.5


@pytest.mark.parametrize(
    ("on", "field"),
    [
        (Agreement(None, 60, "Her"), "slot"),
        (Agreement(NOW, 60, "Her"), "slot"),
        (Agreement(LATER, 60, " "), "place"),
        (Agreement(LATER, 60, "x" * 201), "place"),
        (Agreement(LATER, 60, "Her", "x" * 201), "party"),
        (Agreement(LATER, 0, "Her"), "minutes"),
    ],
)
def test_an_agreement_that_lacks_something_is_refused_at_its_field(
    database: Database, on: Agreement, field: str
) -> None:
    visit = asks(database, KARI, "A")
    with pytest.raises(UserError) as refused, database.write() as session:
        planning.agree(session, SIRI, visit, on, NOW)
    assert refused.value.field == field


@pytest.mark.parametrize(("keep", "after"), [(True, "asked"), (False, "off")])
def test_what_is_called_off_is_over_or_waits_again(database: Database, *, keep: bool, after: str) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        planning.agree(session, SIRI, visit, ON, NOW)
        planning.call_off(session, SIRI, visit, "Sykdom", NOW, keep=keep)
    assert state(database, visit) == after
    with database.read() as session:
        assert session.scalars(sa.select(DueWork).where(DueWork.kind == planning.OVER)).all() == []
        assert (asking.own(session, KARI)[1] is None) == (not keep)
    assert (asks(database, KARI, "A") == visit) == keep


# --- merging ---


def test_two_requests_become_one_visit_that_either_company_answers_and_can_leave(database: Database) -> None:
    visit, other = asks(database, KARI, "A"), asks(database, OLA, "B", NOW + HOUR)
    with database.write() as session:
        planning.merge(session, SIRI, visit, other, NOW)
        assert whole(session, visit).names == "A AS, B AS"
        assert session.get(Visit, other) is None
    proposes(database, visit, LATER)
    assert picks(database, OLA, visit)
    with database.write() as session:
        assert news.people(session, visit) == [KARI, OLA]
        asking.withdraw(session, KARI, visit, NOW)
        assert (whole(session, visit).names, whole(session, visit).visit.state) == ("B AS", "picked")


def test_what_was_merged_by_mistake_is_split_again(database: Database) -> None:
    visit, other = asks(database, KARI, "A"), asks(database, OLA, "B")
    with pytest.raises(UserError) as refused, database.write() as session:
        planning.merge(session, SIRI, visit, visit, NOW)
    assert refused.value.field == "other"
    with database.write() as session:
        planning.merge(session, SIRI, visit, other, NOW)
        assert planning.split(session, SIRI, visit, NOW) == 2
    with database.read() as session:
        names = {one: asking.own(session, who)[1].names for one, who in (("A", KARI), ("B", OLA))}  # type: ignore[union-attr]
        assert names == {"A": "A AS", "B": "B AS"}


# --- what is told, kept and forgotten ---


def test_whoever_asked_is_told_or_else_the_whole_company_and_what_came_after_counts(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        belongs(session, OLA, "A")
        assert news.people(session, visit) == [KARI]
        members.find(session, KARI).active = False
        session.flush()
        found = planning.propose(session, SIRI, visit, [LATER], 60, NOW)
        session.flush()
        assert news.tell(session, found, "proposed", NOW, QUIET) == 1
        assert news.still_right(session, found, 1, "proposed", OLA, NOW, QUIET)
        planning.pick(session, OLA, visit, 1, 0, NOW)
        assert not news.still_right(session, found, 1, "proposed", OLA, NOW, QUIET)
        assert [(one.person, one.why) for one in session.scalars(sa.select(Push))] == [(OLA, "not needed")]


def test_in_quiet_time_word_of_a_visit_waits_for_the_morning(database: Database) -> None:
    evening = NOW.replace(hour=21)
    visit = asks(database, KARI, "A")
    with database.write() as session:
        found = planning.agree(session, SIRI, visit, ON, NOW)[0]
        session.flush()
        news.tell(session, found, "confirmed", evening, QUIET)
        (due,) = session.scalars(sa.select(DueWork).where(DueWork.kind == news.TELL))
        assert due.due_at == NOW.replace(day=11, hour=7)


def test_what_the_staff_did_stands_in_the_log_without_words(database: Database) -> None:
    visit = held(database, KARI, "A")
    with database.write() as session:
        promises.write_notes(session, SIRI, visit, "Hemmelig", NOW)
        rows = audit.export(session, SIRI)
    assert [row["what"] for row in rows] == ["visit confirmed", "visit noted"]
    assert "Hemmelig" not in str(rows)


def test_who_asked_is_given_their_data_and_forgotten_and_the_request_stays_the_companys(database: Database) -> None:
    visit = asks(database, KARI, "A")
    with database.write() as session:
        found = planning.propose(session, SIRI, visit, [LATER], 60, NOW)
        session.flush()
        news.tell(session, found, "proposed", NOW, QUIET)
        assert [one["wishes"] for one in person.export(session, KARI)["asked"]] == [WISH.wishes]
        assert [one["state"] for one in person.export(session, SIRI)["dealt with"]] == ["proposed"]
        assert (person.forget(session, KARI, NOW), person.forget(session, SIRI, NOW)) == (2, 1)
        assert (person.forget(session, KARI, NOW), person.export(session, KARI)["asked"]) == (0, [])
        assert session.scalars(sa.select(DueWork).where(DueWork.kind == news.TELL)).all() == []
        assert whole(session, visit).requests[0][0].wishes == WISH.wishes


def test_names_go_a_month_after_and_words_three_years_after_and_the_visit_still_counts(database: Database) -> None:
    visit, off = held(database, KARI, "A", area="area.x", size="5-19"), asks(database, OLA, "B")
    with database.write() as session:
        promises.write_notes(session, SIRI, visit, "Notat", LATER)
        planning.call_off(session, SIRI, off, "Nei", NOW, keep=False)
    for days, expected in ((20, (KARI, "Notat", True)), (40, (None, "Notat", False)), (1200, (None, "", False))):
        with database.write() as session:
            person.forget_with_time(session, LATER + timedelta(days=days))
        with database.read() as session:
            found = whole(session, visit)
            request = found.requests[0][0]
            assert (request.person, found.visit.notes, session.get(Visit, off) is not None) == expected
            assert (request.area, request.size, found.visit.state) == ("area.x", "5-19", "held")
    assert request.wishes == ""
