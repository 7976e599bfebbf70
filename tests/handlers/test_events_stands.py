"""Stands at an expo: asked for by a company, given a place once, declined, and told."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.companies import rows as known
from bot.domain.events import people, stands
from bot.domain.events.rows import Event
from bot.domain.events.stands import DECLINED, GIVEN, EventStand
from bot.workspace.block_kit import faults
from handlers.events import stands_words as words
from tests.clock import Clock
from tests.domain.gatherings import KARI, NOW, OLA, ORGANIZER, STARTS, at
from tests.domain.gatherings import makes as plans
from tests.handlers.gatherings import TITLE, answers, makes, presses, told, wall
from tests.handlers.polling import bare, fills
from tests.house import House, actions
from tests.house import words as read
from tests.waiting import eventually


def belongs(database: Database, person: str, company: str) -> None:
    with database.write() as session:
        members.meet(session, person)
        session.flush()
        known.choose(session, person, "", company)


def expo(database: Database) -> str:
    """An expo that two companies have asked for a stand at."""
    with database.write() as session:
        event = plans(session)
        event.kind = "expo"
        name = event.id
    for person, company in ((KARI, "Eksempel AS"), (OLA, "Prøve AS")):
        belongs(database, person, company)
        with database.write() as session:
            stands.ask(session, name, person, "Strøm", NOW)
    return name


def decides(database: Database, event: str, person: str, place: str, *, given: bool = True) -> bool:
    with database.write() as session:
        company, _ = stands.own(session, event, person)
        return stands.decide(session, event, company.id, ORGANIZER, place, NOW, given=given)[1]


def test_no_place_is_given_twice_and_the_same_again_is_no_news(database: Database) -> None:
    event = expo(database)
    assert [decides(database, event, KARI, "A 1"), decides(database, event, KARI, " A  1")] == [True, False]
    for place, said in (("a 1", stands.TAKEN), (" ", stands.NO_PLACE)):
        with pytest.raises(UserError) as refused:
            decides(database, event, OLA, place)
        assert (refused.value.words, refused.value.field) == (said, "place")
    assert decides(database, event, KARI, "", given=False)
    assert decides(database, event, OLA, "A 1")


def test_asking_anew_keeps_a_place_and_reopens_what_was_declined(database: Database) -> None:
    event = expo(database)
    decides(database, event, KARI, "A 1")
    decides(database, event, OLA, "", given=False)
    for person, before, after in ((KARI, GIVEN, GIVEN), (OLA, DECLINED, "asked")):
        with database.write() as session:
            assert stands.own(session, event, person)[1].state == before  # type: ignore[union-attr]
            assert stands.ask(session, event, person, "Bord", NOW)[0].state == after


def test_of_many_who_ask_the_same_for_a_company_at_once_one_brings_news(database: Database) -> None:
    event = expo(database)
    decides(database, event, KARI, "", given=False)

    def asks(needs: str) -> bool:
        with database.write() as session:
            return stands.ask(session, event, KARI, needs, NOW)[1]

    for needs in ("Bord", "To bord"):  # asked for again, then changed
        with ThreadPoolExecutor(8) as pool:
            assert sum(pool.map(asks, [needs] * 8)) == 1


def test_who_asked_is_forgotten_and_the_stand_stays_the_companys_until_it_is_long_over(database: Database) -> None:
    event = expo(database)
    with database.write() as session:
        assert [one["needs"] for one in people.export(session, KARI)["stands"]] == ["Strøm"]
        people.forget(session, KARI, NOW)
        assert people.export(session, KARI)["stands"] == []
        assert len(stands.of(session, event, ORGANIZER)[1]) == 2
        people.forget_answers(session, STARTS.replace(month=6))
        assert stands.of(session, event, ORGANIZER)[1] == []


def test_a_company_asks_is_given_a_place_and_told(house: House) -> None:
    makes(house, kind="expo")
    assert "event.stands" in actions(wall(house))
    presses(house.kari, wall(house), "event.stands")
    assert told(house.kari) == stands.NO_COMPANY.nb
    belongs(house.bot.parts.database, house.kari.id, "Eksempel & Co")
    presses(house.kari, wall(house), "event.stands")
    assert fills(house.kari, needs="Strøm og <bord>") == {}
    assert words.SENT.nb in read(house.kari.modal)

    presses(house.staff, wall(house), "event.stands")
    assert faults("modal", bare(house.staff.modal)) == []
    assert "*Eksempel &amp; Co*\nStrøm og &lt;bord&gt;\nVenter på svar" in read(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.stand_answer")
    assert fills(house.staff) == {"errors": {"place": stands.NO_PLACE.nb}}
    assert fills(house.staff, place="A 12") == {}
    eventually(house.kari.told)
    assert [one["text"] for one in house.kari.told()] == [words.TOLD["given"]("nb", title=TITLE, place="A 12")]
    presses(house.kari, wall(house), "event.stands")
    assert "Tildelt: A 12" in read(house.kari.modal)


def test_who_made_the_event_hears_who_asks_and_answers_there(house: House, clock: Clock) -> None:
    makes(house, kind="expo")
    belongs(house.bot.parts.database, house.kari.id, "Eksempel & Co")
    for needs in ("<bord>", "<bord>"):  # the same again is no news
        presses(house.kari, wall(house), "event.stands")
        assert fills(house.kari, needs=needs) == {}
    eventually(house.staff.told)
    (asked,) = house.staff.told()
    assert asked["text"] == f"{words.ASKS('nb', company='Eksempel & Co', title=TITLE)}\n&lt;bord&gt;"
    presses(house.staff, asked, "event.stand_answer", house.staff.im)
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, place="A 12") == {}
    eventually(house.kari.told)
    clock.move(hours=1)
    presses(house.kari, wall(house), "event.stands")
    assert fills(house.kari, needs="To bord") == {}
    eventually(lambda: len(house.staff.told()) == 2)
    assert house.staff.told()[1]["text"] == f"{words.NEEDS_ELSE('nb', company='Eksempel & Co', title=TITLE)}\nTo bord"


def test_a_reminder_tells_where_ones_companys_stand_is(house: House, clock: Clock) -> None:
    makes(house, kind="expo", capacity="")
    belongs(house.bot.parts.database, house.kari.id, "Eksempel & Co")
    presses(house.kari, wall(house), "event.stands")
    assert fills(house.kari, needs="Strøm") == {}
    for person in (house.kari, house.ola):
        answers(person, wall(house), "yes")
    presses(house.staff, wall(house), "event.stands")
    house.staff.presses_in(house.staff.modal, "event.stand_answer")
    assert fills(house.staff, place="A 12") == {}
    eventually(house.kari.told)
    clock.at = at("2026-03-17 09:00")
    eventually(lambda: house.ola.told() and len(house.kari.told()) == 2)
    assert house.kari.told()[1]["text"].splitlines()[-1] == words.REMINDED("nb", place="A 12")
    assert "A 12" not in house.ola.told()[0]["text"]


def test_the_fullest_list_keeps_slacks_limits(house: House) -> None:
    makes(house, kind="expo")
    event = house.all(Event)[0].id
    with house.bot.parts.database.write() as session:
        for n in range(120):
            company = known.Company(name=f"{n:03}" + "&" * 117)
            session.add(company)
            stand = EventStand(event=event, company=company.id, person=None, needs="&" * 300, at=house.bot.parts.now())
            session.add(stand)
    presses(house.staff, wall(house), "event.stands")
    assert faults("modal", bare(house.staff.modal)) == []


def test_an_organizer_asks_for_their_own_company_too(house: House) -> None:
    message = makes(house, kind="expo")
    belongs(house.bot.parts.database, house.staff.id, "Eksempel Messe AS")
    presses(house.staff, message, "event.stands")
    assert faults("modal", bare(house.staff.modal)) == []
    house.staff.presses_in(house.staff.modal, "event.stand_own")
    assert "Stand for Eksempel Messe AS" in read(house.staff.modal)
    assert fills(house.staff, needs="To bord") == {}
    presses(house.staff, message, "event.stands")
    assert "*Eksempel Messe AS*\nTo bord" in read(house.staff.modal)
