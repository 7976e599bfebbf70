"""Who is invited: persons and companies may come, others ask, and each is told once."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.events import invitations, invited, people, seats, sharing
from bot.domain.events.invited import ASKED, DECLINED, GRANTED, INVITED, Chosen, EventInvited, NotInvited
from bot.domain.pushes import Push
from tests.domain.gatherings import KARI, LISE, NOW, OLA, ORGANIZER, QUIET, STARTS, makes

MINUTE = timedelta(minutes=1)


def made(database: Database, *who: str, only: bool = True, **more: Any) -> str:
    """An event to which these persons are invited."""
    with database.write() as session:
        event = makes(session, **more)
        for person in (KARI, OLA, LISE):
            members.meet(session, person)
        session.flush()
        invited.change(session, event.id, ORGANIZER, Chosen(who, (), NOW, only), NOW)
        return event.id


def company(database: Database, person: str, name: str = "Eksempel Bakeri AS") -> str:
    with database.write() as session:
        companies.choose(session, person, "", name)
        session.flush()
        return str(session.get_one(members.Member, person).company_id)


def invites(
    database: Database, event: str, people: tuple[str, ...], firms: tuple[str, ...] = (), seen: datetime = NOW
) -> None:
    with database.write() as session:
        invited.change(session, event, ORGANIZER, Chosen(people, firms, seen, only=True), NOW + MINUTE)


def states(database: Database, event: str) -> dict[str, str]:
    with database.read() as session:
        return {row.who: row.state for row in invited.listed(session, event, ORGANIZER, NOW)[1]}


def answers(database: Database, event: str, person: str, choice: str = "yes") -> str:
    try:
        with database.write() as session:
            return seats.answer(session, event, person, choice, NOW).choice
    except NotInvited as refused:
        return refused.say("en")


NOT_FOR_YOU = (
    "“SNR Næringsseminar” is for those invited, and you are not on the list. If you want to come, you can ask the "
    "organizer for a seat."
)


def test_only_those_invited_can_sign_up_and_whoever_has_a_seat_keeps_it(database: Database) -> None:
    event = made(database, KARI)
    told = [answers(database, event, *given) for given in ((KARI, "yes"), (OLA, "yes"), (OLA, "maybe"), (OLA, "no"))]
    assert told == ["yes", NOT_FOR_YOU, "maybe", "no"]
    invites(database, event, (OLA,))
    assert [answers(database, event, KARI), answers(database, event, OLA)] == ["yes", "yes"]
    assert [answers(database, event, KARI, "no"), answers(database, event, KARI)] == ["no", NOT_FOR_YOU]


def test_all_of_a_company_are_invited_with_it(database: Database) -> None:
    event = made(database)
    bakery = company(database, OLA)
    company(database, LISE, "Eksempel Bygg AS")
    invites(database, event, (), (bakery,))
    assert [answers(database, event, OLA), answers(database, event, LISE)] == ["yes", NOT_FOR_YOU]


def test_an_event_for_all_refuses_nobody(database: Database) -> None:
    event = made(database, KARI, only=False)
    assert answers(database, event, OLA) == "yes"


def test_who_came_on_the_list_since_it_was_shown_stays(database: Database) -> None:
    event = made(database, KARI)
    invites(database, event, (KARI, OLA))
    invites(database, event, (LISE,), seen=NOW)
    assert states(database, event) == {OLA: INVITED, LISE: INVITED}


def test_what_is_no_person_and_no_company_comes_on_no_list(database: Database) -> None:
    event = made(database)
    invites(database, event, (KARI, KARI, "U" * 33, "Å"), ("nocompany",))
    assert states(database, event) == {KARI: INVITED}


# --- asking ---


def test_one_asks_once_and_the_first_answer_holds(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        assert invited.ask(session, event, OLA, NOW)[1:] == (ASKED, True)
    with database.write() as session:
        assert invited.ask(session, event, OLA, NOW)[1:] == (ASKED, False)
    for given, news in ((True, True), (False, False)):
        with database.write() as session:
            assert invited.decide(session, event, OLA, ORGANIZER, NOW, given=given)[2] is news
    assert (states(database, event), answers(database, event, OLA)) == ({OLA: GRANTED}, "yes")


def test_who_was_declined_is_told_so_and_may_be_invited_after_all(database: Database) -> None:
    event = made(database)
    with database.write() as session:
        invited.ask(session, event, OLA, NOW)
    with database.write() as session:
        invited.decide(session, event, OLA, ORGANIZER, NOW, given=False)
    with database.write() as session:
        assert invited.ask(session, event, OLA, NOW)[1:] == (DECLINED, False)
    invites(database, event, (OLA,))
    assert states(database, event) == {OLA: INVITED}
    with database.write() as session:
        assert invited.ask(session, event, OLA, NOW)[1:] == (INVITED, False)


def test_only_organizers_see_and_change_the_list(database: Database) -> None:
    event = made(database, KARI)
    for use in (
        lambda session: invited.listed(session, event, KARI, NOW),
        lambda session: invited.change(session, event, KARI, Chosen((OLA,), (), NOW, only=False), NOW),
        lambda session: invited.decide(session, event, OLA, KARI, NOW, given=True),
    ):
        with pytest.raises(UserError) as refused, database.write() as session:
            use(session)
        assert refused.value.words == members.NOT_ALLOWED


# --- being told ---


def planned(database: Database, event: str) -> list[str]:
    with database.write() as session:
        told = invitations.to_tell(session, invited.listed(session, event, ORGANIZER, NOW)[0], 10)
        for person in told:
            invitations.plan(session, invited.listed(session, event, ORGANIZER, NOW)[0], person, NOW, QUIET)
        return told


def right(database: Database, event: str, person: str, now: datetime = NOW) -> bool:
    with database.write() as session:
        found = invited.listed(session, event, ORGANIZER, NOW)[0]
        return invitations.judge(session, found, person, now, QUIET) is not None


def why(database: Database, event: str, person: str) -> str:
    with database.read() as session:
        return session.get_one(Push, f"event:{event}:{person}:0:invited").why


def test_each_is_told_once_also_who_is_invited_with_the_company_too(database: Database) -> None:
    event = made(database, KARI)
    bakery = company(database, OLA)
    invites(database, event, (KARI, OLA), (bakery,))
    assert planned(database, event) == [KARI, OLA]
    assert planned(database, event) == []


def test_who_asked_or_answered_is_not_told(database: Database) -> None:
    event = made(database, LISE)
    with database.write() as session:
        invited.ask(session, event, OLA, NOW)
    with database.write() as session:
        invited.decide(session, event, OLA, ORGANIZER, NOW, given=True)
    answers(database, event, LISE)
    assert planned(database, event) == []


def test_what_is_not_right_any_more_when_its_time_has_come_is_not_told(database: Database) -> None:
    event = made(database, KARI, OLA)
    assert planned(database, event) == [KARI, OLA]
    assert right(database, event, KARI)
    answers(database, event, KARI)
    invites(database, event, ())
    assert [right(database, event, one) for one in (KARI, OLA)] == [False, False]
    assert [why(database, event, one) for one in (KARI, OLA)] == ["not needed", "not needed"]


def test_nobody_is_invited_to_what_has_begun(database: Database) -> None:
    event = made(database, KARI)
    planned(database, event)
    assert (right(database, event, KARI, STARTS), why(database, event, KARI)) == (False, "too late")


def test_who_wants_no_announcements_gets_no_invitation(database: Database) -> None:
    event = made(database, KARI)
    with database.write() as session:
        members.mute(session, KARI, "announcement", muted=True)
    planned(database, event)
    assert why(database, event, KARI) == "opted out"


# --- what is kept ---


def test_who_is_invited_comes_along_in_a_series_and_is_forgotten_in_time(database: Database) -> None:
    event = made(database, KARI)
    with database.write() as session:
        invited.copy(session, event, "another", NOW)
    with database.read() as session:
        assert [row["state"] for row in invited.export(session, KARI)] == [INVITED]
    with database.write() as session:
        people.forget(session, KARI, NOW)
    with database.read() as session:
        assert [row.event for row in session.query(EventInvited)] == []
    assert "by_invitation" in sharing.COPIED


def test_thirty_days_after_the_event_nobody_is_on_its_list(database: Database) -> None:
    made(database, KARI)
    with database.write() as session:
        people.forget_answers(session, STARTS + timedelta(days=31))
    with database.read() as session:
        assert session.query(EventInvited).all() == []
