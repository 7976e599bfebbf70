"""Two companies that are the same become one, and nothing of either is lost or counted twice."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import Base, Database
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Text
from bot.domain import audit, members
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.companies import links, merging, rows
from bot.domain.companies.facts import CompanyFact
from bot.domain.companies.links import link
from bot.domain.companies.merging import Merge
from bot.domain.companies.rows import Told
from bot.domain.events import merging as events
from bot.domain.events.invited import INVITED, LEFT_OUT, EventInvited
from bot.domain.events.stands import ASKED, GIVEN, EventStand
from bot.domain.polls import merging as polls
from bot.domain.polls.closing import tally
from bot.domain.polls.tables import Poll
from bot.domain.premises import merging as premises
from bot.domain.premises import offering
from bot.domain.premises.rows import Premises
from bot.domain.surveys import answering, tables, waves
from bot.domain.surveys import merging as surveys
from bot.domain.surveys.agreeing import agree
from bot.domain.surveys.repeating import Repeat
from bot.domain.surveys.selecting import Picked
from bot.domain.surveys.tables import Invitation
from bot.domain.visits import asking, planning, promises, report
from bot.domain.visits import merging as visits
from bot.domain.visits.rows import VisitRequest, whole
from scheduler import due
from tests.domain import surveying, visiting
from tests.domain.balloting import KEYS, NOW, click, close, make
from tests.domain.lettings import details
from tests.domain.test_companies_register import CAFE, STAFF, staffed

KARI, OLA, LISE = "U0KARI", "U0OLA", "U0LISE"
ALL: list[Merge] = [
    partial(polls.merge, KEYS),
    partial(surveys.merge, KEYS),
    events.merge,
    visits.merge,
    premises.merge,
]


def two(session: Session) -> tuple[str, str]:
    """Kari's company, which stays, and Ola's and Lise's, which is the same."""
    staffed(session)
    ids = []
    for company, people in (("Eksempel AS", [KARI]), ("Eksempel", [OLA, LISE])):
        for person in people:
            rows.choose(session, person, "", company)
        ids.append(members.find(session, people[0]).company_id or "")
    return ids[0], ids[1]


def merge(session: Session, kept: str, gone: str) -> merging.Merged:
    done = merging.merge(session, STAFF, kept, gone, NOW, ALL)
    session.flush()
    return done


def refused(database: Database, kept: str, gone: str, by: str = STAFF) -> tuple[Text, str | None]:
    with pytest.raises(UserError) as refusal, database.write() as session:
        merging.merge(session, by, kept, gone, NOW, ALL)
    return refusal.value.words, refusal.value.field


def test_members_and_what_is_known_go_over_and_it_stands_in_the_log(database: Database) -> None:
    with database.write() as session:
        kept, gone = two(session)
        rows.describe(session, KARI, Told("", "it", "", ""))
        rows.describe(session, OLA, Told("", "trade", "area.visperud", "5-19"))
        done = merge(session, kept, gone)
        assert (done.kept.id, done.gone, done.moved) == (kept, "Eksempel", [LISE, OLA])
        [row] = rows.everyone(session)
        assert (row.name, row.branch, row.area, row.size) == ("Eksempel AS", "it", "area.visperud", "5-19")
        assert [(one.id, one.company) for one in links.colleagues(session, kept)] == [
            (who, "Eksempel AS") for who in (KARI, LISE, OLA)
        ]
        [noted] = audit.of(session, "company")
        assert (noted.who, noted.what, noted.about, noted.detail) == (
            STAFF,
            "company merged",
            kept,
            f"{gone}: Eksempel",
        )


@pytest.mark.parametrize("linked", ["kept", "gone"])
def test_the_one_that_is_linked_to_the_register_stays_with_its_contact(database: Database, linked: str) -> None:
    with database.write() as session:
        kept, gone = two(session)
        link(session, KARI, CAFE, NOW)
        done = merge(session, *((kept, gone) if linked == "kept" else (gone, kept)))
        assert (done.kept.name, done.gone) == (CAFE.name, "Eksempel")
        assert [one.id for one in links.contacts(session, kept)] == [KARI]


@pytest.mark.parametrize(("linked", "spoken_for"), [(True, True), (True, False), (False, True), (False, False)])
def test_a_contact_of_the_other_stays_one_unless_the_linked_one_has_some_and_it_is_logged(
    database: Database, linked: bool, spoken_for: bool
) -> None:
    with database.write() as session:
        kept, gone = two(session)
        if linked:
            link(session, KARI, CAFE, NOW)
        members.find(session, KARI).contact = spoken_for
        members.find(session, OLA).contact = True
        merge(session, kept, gone)
        stays = not (linked and spoken_for)
        assert [one.id for one in links.contacts(session, kept)] == [KARI] * spoken_for + [OLA] * stays
        noted = [(one.who, one.detail) for one in audit.of(session, "company") if one.about == OLA]
        assert noted == [(STAFF, f"{kept}: given" if stays else f"{gone}: taken")]


def test_who_comes_while_it_is_merged_is_left_in_no_company_that_is_gone(database: Database) -> None:
    with database.write() as session:
        kept, gone = two(session)

    def choose() -> str:
        with database.write() as session:
            rows.choose(session, "U0SIRI", gone, "")
        return "chosen"

    def ask() -> str:
        with database.write() as session:
            return asking.ask(session, OLA, visiting.WISH, NOW)[0].company

    def offer() -> str:
        with database.write() as session:
            return offering.offer(session, OLA, gone, details(), NOW).company or ""

    with ThreadPoolExecutor(3) as pool:
        with database.write() as session:
            merge(session, kept, gone)
            waiting = [pool.submit(one) for one in (choose, ask, offer)]
            assert not wait(waiting, timeout=0.5).done
        for one in waiting:
            error = one.exception()
            assert (isinstance(error, UserError) and error.words == rows.NOT_THERE) or one.result() == kept
    with database.read() as session:
        assert [one.id for one in rows.everyone(session)] == [kept]
        for column in (members.Member.company_id, VisitRequest.company, Premises.company):
            assert set(session.scalars(sa.select(column).where(column.is_not(None)))) <= {kept}


def test_what_cannot_be_merged_is_refused_at_its_field(database: Database) -> None:
    with database.write() as session:
        kept, gone = two(session)
    assert refused(database, kept, kept) == (merging.SAME, "gone")
    assert refused(database, "x", gone) == (rows.NOT_THERE, "kept")
    assert refused(database, kept, "x") == (rows.NOT_THERE, "gone")
    assert refused(database, kept, gone, KARI) == (members.NOT_ALLOWED, None)
    with database.write() as session:
        link(session, KARI, CAFE, NOW)
        other = link(session, "U0SIRI", type(CAFE)("700000002", "AS", "active", name="ANNET EKSEMPEL AS"), NOW).id
    assert refused(database, kept, other) == (merging.BOTH_LINKED, "gone")


# --- what it answered ---


def poll_of(database: Database, *, named: bool, private: bool = False) -> tuple[str, str, str]:
    with database.write() as session:
        kept, gone = two(session)
    return kept, gone, make(database, by_company=True, named=named, private=private)


def counts(database: Database, poll: str) -> tuple[int, tuple[int, ...] | None]:
    with database.read() as session:
        found = tally(session, session.get_one(Poll, poll))
        return found.turnout, found.counts


@pytest.mark.parametrize("named", [True, False])
def test_what_one_answered_in_an_open_poll_is_the_answer_of_both_and_can_be_moved(
    database: Database, named: bool
) -> None:
    kept, gone, poll = poll_of(database, named=named)
    click(database, poll, OLA, 1)
    with database.write() as session:
        merge(session, kept, gone)
    assert click(database, poll, KARI, 2)
    with database.read() as session:
        assert list(session.scalars(sa.select(Roll.person))) == [kept]
        assert list(session.scalars(sa.select(Roll.option if named else Ballot.option))) == [2]


@pytest.mark.parametrize("named", [True, False])
def test_where_both_answered_it_is_refused_until_the_poll_is_closed_and_the_total_stays(
    database: Database, named: bool
) -> None:
    kept, gone, poll = poll_of(database, named=named)
    for who in (KARI, OLA):
        click(database, poll, who, 1)
    assert refused(database, kept, gone) == (polls.BOTH, "gone")
    close(database, poll)
    before = counts(database, poll)
    with database.write() as session:
        merge(session, kept, gone)
        assert list(session.scalars(sa.select(Roll.person))) == [kept]
    assert counts(database, poll) == before


def test_what_is_asked_in_a_private_channel_is_not_told_to_staff_when_it_is_refused(database: Database) -> None:
    kept, gone, poll = poll_of(database, named=False, private=True)
    for who in (KARI, OLA):
        click(database, poll, who, 1)
    with database.write() as session:
        question = session.get_one(Poll, poll).question["nb"]
    with pytest.raises(UserError) as refusal, database.write() as session:
        merging.merge(session, STAFF, kept, gone, NOW, ALL)
    assert (refusal.value.words, refusal.value.field) == (polls.BOTH_PRIVATE, "gone")
    assert all(question not in refusal.value.say(lang) for lang in LANGUAGES)


def test_a_person_who_answers_for_themselves_has_nothing_to_do_with_it(database: Database) -> None:
    with database.write() as session:
        kept, gone = two(session)
    poll = make(database)
    for who in (KARI, OLA):
        click(database, poll, who, 0)
    with database.write() as session:
        merge(session, kept, gone)
        assert sorted(session.scalars(sa.select(Roll.person))) == [KARI, OLA]


def test_a_survey_that_one_was_asked_and_answered_is_both_of_theirs(database: Database) -> None:
    wave = surveying.begun(database, 3)
    for step, answers in enumerate(([Given(1)], [Given(1)])):
        surveying.fills(database, wave, 1, step, *answers)
    with database.write() as session:
        staffed(session)
        agree(session, wave.id, "M001", NOW)
        session.add(Picked(selection="s", person="M001", company="U0P001"))
        every = ["U0P000", "U0P001", "U0P002"]
        given: dict[str, Any] = {"rule": "", "starts_at": NOW, "opens": True, "days": 7, "by": None, "next_at": NOW}
        session.add(Repeat(survey="x", companies=every, **given))
    surveying.sends(database, wave, 1)
    with database.write() as session:
        merge(session, "U0P000", "U0P001")
        assert sorted(session.scalars(sa.select(Invitation.company))) == ["U0P000", "U0P002"]
        assert list(session.scalars(sa.select(Picked.company))) == ["U0P000"]
        assert session.get_one(Repeat, "x").companies == ["U0P000", "U0P002"]
        with pytest.raises(UserError) as refusal:
            answering.sheet(session, KEYS, wave.id, "M000", NOW)
        assert refusal.value.words == answering.SENT
    surveying.fills(database, wave, 2, 0, Given(2))
    surveying.fills(database, wave, 2, 1, Given(2))
    surveying.sends(database, wave, 2)
    assert refused(database, "U0P000", "U0P002") == (surveys.BOTH, "gone")
    closed = surveying.closes(database, wave)
    assert closed.turnout == 2
    assert [len(surveying.ballots(database, one.id)) for one in closed.questions()[:1]] in ([0], [2])
    with database.write() as session:
        merge(session, "U0P000", "U0P002")
        assert (tables.find(session, wave.id).turnout, list(session.scalars(sa.select(Roll.person)))) == (2, ["U0P000"])


def test_who_sent_the_answer_of_the_other_still_changes_it(database: Database) -> None:
    wave = surveying.begun(database, 2)
    for step in (0, 1):
        surveying.fills(database, wave, 1, step, Given(1))
    surveying.sends(database, wave, 1)
    with database.write() as session:
        staffed(session)
        merge(session, "U0P000", "U0P001")
        assert answering.sheet(session, KEYS, wave.id, "M001", NOW).sent
    surveying.fills(database, wave, 1, 0, Given(2))
    surveying.sends(database, wave, 1)
    assert [one.option for one in surveying.ballots(database, wave.questions()[0].id)] == [2]


def test_a_closed_round_that_asked_both_has_still_asked_two(database: Database) -> None:
    wave = surveying.begun(database, 2)
    for n in (0, 1):
        for step in (0, 1):
            surveying.fills(database, wave, n, step, Given(1))
        surveying.sends(database, wave, n)
    surveying.closes(database, wave)
    with database.write() as session:
        staffed(session)
        merge(session, "U0P000", "U0P001")
        how = waves.count(session, tables.find(session, wave.id))
        assert (how.answered, how.invited, how.rate) == (2, 2, 100)


@pytest.mark.parametrize(
    ("own", "theirs", "told"), [(0, None, 0), (None, 1, 1), (2, 1, 1), (1, 2, 1), (None, None, None)]
)
def test_an_open_round_that_asks_both_told_them_when_the_first_was(
    database: Database, own: int | None, theirs: int | None, told: int | None
) -> None:
    wave = surveying.begun(database, 2)
    at = {None: None} | {days: NOW + timedelta(days=days) for days in range(3)}
    with database.write() as session:
        staffed(session)
        for company, days in (("U0P000", own), ("U0P001", theirs)):
            session.get_one(Invitation, (wave.id, company)).told_at = at[days]
        merge(session, "U0P000", "U0P001")
        session.expire_all()
        assert [(one.company, one.told_at) for one in session.scalars(sa.select(Invitation))] == [("U0P000", at[told])]


# --- what else it has ---


def test_premises_and_visits_go_over_and_two_open_requests_are_refused(database: Database) -> None:
    with database.write() as session:
        kept, gone = two(session)
        members.find(session, visiting.SIRI).role = "staff"
        offered = Premises(**vars(details()), by=OLA, company=gone, made_at=NOW, changed_at=NOW, until=NOW)
        session.add(offered)
        request, _ = asking.ask(session, OLA, visiting.WISH, NOW)
    with database.write() as session:
        asking.ask(session, KARI, visiting.WISH, NOW)
    assert refused(database, kept, gone) == (visits.BOTH, "gone")
    with database.write() as session:
        asking.withdraw(session, KARI, asking.own(session, KARI)[1].visit.id, NOW)  # type: ignore[union-attr]
        merge(session, kept, gone)
        session.expire_all()
        assert session.get_one(Premises, offered.id).company == kept
        found = session.get_one(VisitRequest, request.id)
        assert (found.company, found.open) == (kept, kept)
        assert asking.own(session, KARI)[1].visit.id == request.visit  # type: ignore[union-attr]


def joined(database: Database) -> tuple[str, str, str]:
    """Both companies ask, and staff have joined what they ask for into one visit."""
    with database.write() as session:
        kept, gone = two(session)
        members.find(session, visiting.SIRI).role = "staff"
        own, _ = asking.ask(session, KARI, asking.Wish("political", "Vi trenger mer strøm."), NOW)
        theirs, _ = asking.ask(session, OLA, visiting.WISH, NOW - timedelta(days=1))
        session.flush()
        return kept, gone, planning.merge(session, STAFF, own.visit, theirs.visit, NOW).id


def test_what_both_ask_of_one_visit_becomes_one_request_with_the_words_of_both(database: Database) -> None:
    kept, gone, visit = joined(database)
    with database.write() as session:
        merge(session, kept, gone)
        session.expire_all()
        [request] = session.scalars(sa.select(VisitRequest)).all()
        assert (request.visit, request.company, request.open) == (visit, kept, kept)
        assert request.wishes == f"{visiting.WISH.wishes}\nVi trenger mer strøm."
        assert (request.whom, request.suits) == ("both", visiting.WISH.suits)
        assert (request.asked_at, request.person) == (NOW - timedelta(days=1), KARI)
        assert asking.own(session, LISE)[1].names == "Eksempel AS"  # type: ignore[union-attr]


def test_a_visit_that_was_held_at_both_was_held_at_one_company(database: Database) -> None:
    kept, gone, visit = joined(database)
    with database.write() as session:
        planning.agree(session, STAFF, visit, visiting.ON, NOW)
        promises.hold(session, visit, visiting.LATER + timedelta(hours=2))
    with database.write() as session:
        merge(session, kept, gone)
        session.expire_all()
        assert whole(session, visit).names == "Eksempel AS"
        [year] = report.years(session, STAFF, surveying.QUIET.zone)
        assert (year.visits, year.companies) == (1, 1)


@pytest.mark.parametrize(
    ("states", "left"),
    [((ASKED, ASKED), "kept"), ((ASKED, GIVEN), "gone"), ((GIVEN, GIVEN), "kept"), (("", ASKED), "gone")],
)
def test_of_two_stands_at_an_event_one_is_left_and_invitations_are_one(
    database: Database, states: tuple[str, str], left: str
) -> None:
    with database.write() as session:
        kept, gone = two(session)
        for company, needs, state in ((kept, "kept", states[0]), (gone, "gone", states[1])):
            if state:
                session.add(EventStand(event="e", company=company, person=None, needs=needs, at=NOW, state=state))
            session.add(EventInvited(event="e", who=company, company=True, at=NOW))
        session.add(EventInvited(event="f", who=gone, company=True, at=NOW))
        session.flush()
        merge(session, kept, gone)
        session.expire_all()
        assert [(one.company, one.needs) for one in session.scalars(sa.select(EventStand))] == [(kept, left)]
        invited = session.execute(sa.select(EventInvited.event, EventInvited.who).order_by(EventInvited.event)).all()
        assert [tuple(row) for row in invited] == [("e", kept), ("f", kept)]


@pytest.mark.parametrize(
    ("own", "theirs", "after", "told"),
    [
        ((LEFT_OUT, False), (INVITED, True), (INVITED, False), True),
        ((INVITED, True), (LEFT_OUT, False), (INVITED, False), True),
        ((INVITED, True), (INVITED, True), (INVITED, True), False),
        ((INVITED, True), (INVITED, False), (INVITED, False), False),
        ((LEFT_OUT, False), (LEFT_OUT, False), (LEFT_OUT, False), False),
        ((INVITED, False), None, (INVITED, False), True),
        (None, (INVITED, True), (INVITED, True), True),
        (None, (LEFT_OUT, False), (LEFT_OUT, False), False),
    ],
)
@pytest.mark.parametrize("posted", [None, NOW + timedelta(days=2)])
def test_it_is_invited_where_either_was_and_the_people_of_the_other_are_told(
    database: Database,
    own: tuple[str, bool] | None,
    theirs: tuple[str, bool] | None,
    after: tuple[str, bool],
    told: bool,
    posted: datetime | None,
) -> None:
    with database.write() as session:
        kept, gone = two(session)
        for company, given in ((kept, own), (gone, theirs)):
            if given:
                state, once = given
                session.add(EventInvited(event="e", who=company, company=True, at=NOW, state=state, once=once))
        if posted:
            due.schedule(session, "event.post", "e", posted)
        merge(session, kept, gone)
        session.expire_all()
        [row] = session.scalars(sa.select(EventInvited)).all()
        assert (row.who, (row.state, row.once)) == (kept, after)
        assert due.when(session, "event.invite", "e") == ((posted or NOW) if told else None)


MERGED: dict[str, Callable[..., None] | str] = {
    f"{CompanyFact.__tablename__}.company": "of one that is linked, which stays",
    "company_links.company": "of one that is linked, which stays",
    "event_invited.company": "whether it is one",
    "event_stands.company": events.merge,
    "members.company": "its name",
    "members.company_id": "the rule itself",
    "polls.by_company": "whether companies answer",
    "premises.company": premises.merge,
    "survey_agreements.company": surveys.merge,
    "survey_invitations.company": surveys.merge,
    "survey_picked.company": surveys.merge,
    "survey_ready.companies": surveys.merge,
    "survey_repeats.companies": surveys.merge,
    "visit_requests.company": visits.merge,
}


HIDDEN: dict[str, Callable[..., None]] = {  # whose names do not tell that a company can stand there
    "event_invited.who": events.merge,
    "poll_ballots.words": surveys.merge,
    "poll_roll.person": polls.merge,
    "visit_requests.open": visits.merge,
}


def test_no_table_that_holds_a_company_is_forgotten() -> None:
    named = {f"{table.name}.{one.name}" for table in Base.metadata.tables.values() for one in table.columns}
    assert {one for one in named if "compan" in one.partition(".")[2]} == set(MERGED)
    assert HIDDEN.keys() <= named
