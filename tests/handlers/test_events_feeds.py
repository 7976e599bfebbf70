"""Calendars that programs subscribe to: one's own at an address that nobody can guess, and the open one."""

import logging
import re
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from typing import Any

import httpx
import pytest
import sqlalchemy as sa

from bot.domain import members
from bot.domain.events.feeds import EventFeed
from bot.domain.events.rows import Event
from bot.slack.example import as_example
from bot.workspace import Workspace
from bot.workspace.shapes import Json
from handlers.events import subscribing_words as words
from handlers.events.calendar import public
from tests.clock import Clock
from tests.domain.gatherings import OSLO
from tests.handlers.calendars import parsed
from tests.handlers.gatherings import TITLE, answers, makes, presses
from tests.handlers.polling import fills
from tests.handlers.test_events_calendar import event
from tests.handlers.test_events_meetings import books
from tests.house import House, Person, actions, open_house
from tests.house import words as read
from tests.slacks import NETWORK
from tests.waiting import eventually

LIST = "/naering arrangement"
ADDRESS = re.compile(r"https://naering\.example\.org(/kalender/([\w-]{43})\.ics)")
SITE = "https://naering.example.org"


@pytest.fixture(name="house")
def a_public_house(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock) -> Iterator[House]:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}", clock, public_url=SITE) as house:
        yield house


def subscribes(person: Person) -> str:
    """The path of the person's own calendar."""
    assert presses(person, person.types(LIST), "event.subscribe") == {}
    return shown(person.modal)


def shown(modal: Json) -> str:
    found = ADDRESS.search(read(modal))
    assert found, read(modal)
    return found[1]


def fetch(house: House, path: str, **headers: str) -> httpx.Response:
    return httpx.get(f"{house.url}{path}", headers=headers)


def entries(house: House, path: str) -> list[tuple[str, str]]:
    """What stands in a calendar, with its status."""
    response = fetch(house, path)
    assert (response.status_code, response.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    events: list[Any] = parsed(response.text).contents.get("vevent", [])
    return [(one.summary.value, one.status.value) for one in events]


def opens(house: House, title: str) -> None:
    """An organizer lets everybody see an event."""
    message = house.staff.types(LIST)
    assert title in message["text"]
    presses(house.staff, message, "event.more")
    assert fills(house.staff, public=["yes"]) == {}


def test_a_series_stands_in_the_open_calendar_as_its_rule_and_in_ones_own_one_by_one(house: House) -> None:
    makes(house, again="week", times="3")
    eventually(lambda: len(house.all(Event)) == 3)
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, public=["yes"], scope="following") == {}
    (whole,) = parsed(fetch(house, "/kalender.ics").text).vevent_list
    assert whole.rrule.value == "FREQ=WEEKLY;COUNT=3;BYDAY=TH"
    assert entries(house, subscribes(house.kari)) == [(TITLE, "CONFIRMED")] * 3


def test_meetings_that_one_booked_stand_in_ones_own_calendar(house: House) -> None:
    message = makes(house)
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, units="Byggesak") == {}
    path = subscribes(house.kari)
    answers(house.kari, message, "yes")
    presses(house.kari, house.kari.types(LIST), "event.meetings")
    books(house.kari, 15)
    mine = [(TITLE, "CONFIRMED"), (f"Møte med Byggesak: {TITLE}", "CONFIRMED")]
    assert entries(house, path) == mine
    house.kari.presses_in(house.kari.modal, "event.give_up")
    assert entries(house, path) == mine[:1]


# --- one's own ---


def test_it_follows_what_one_answers_and_what_becomes_of_the_event(house: House) -> None:
    path = subscribes(house.kari)
    message = makes(house)
    assert entries(house, path) == []
    answers(house.kari, message, "maybe")
    assert entries(house, path) == [(TITLE, "TENTATIVE")]
    answers(house.kari, message, "yes")
    assert entries(house, path) == [(TITLE, "CONFIRMED")]
    presses(house.staff, house.staff.types(LIST), "event.call_off")
    assert house.staff.submits() == {}
    assert entries(house, path) == [(f"AVLYST: {TITLE}", "CANCELLED")]


def test_an_open_event_stands_in_everybodys_until_they_decline(house: House) -> None:
    path = subscribes(house.kari)
    message = makes(house)
    opens(house, TITLE)
    assert entries(house, path) == [(TITLE, "CONFIRMED")]
    answers(house.kari, message, "no")
    assert entries(house, path) == []


def test_it_is_in_the_persons_language(house: House) -> None:
    path = subscribes(house.kari)
    answers(house.kari, makes(house, title_en="SNR business seminar"), "yes")
    with house.bot.parts.database.write() as session:
        members.choose_language(session, house.kari.id, "en")
    assert entries(house, path) == [("SNR business seminar", "CONFIRMED")]


def test_an_event_stays_for_thirty_days_after_it(house: House, clock: Clock) -> None:
    path = subscribes(house.kari)
    answers(house.kari, makes(house), "yes")
    clock.move(days=38)
    assert entries(house, path) == [(TITLE, "CONFIRMED")]
    clock.move(days=2)
    assert entries(house, path) == []


def test_the_address_is_kept_nowhere(house: House) -> None:
    token = subscribes(house.kari).removeprefix("/kalender/").removesuffix(".ics")
    [row] = house.all(EventFeed)
    assert (row.person, len(row.hashed)) == (house.kari.id, 64)
    file = Path(str(house.bot.parts.database.url.database))
    assert [each for each in file.parent.iterdir() if token.encode() in each.read_bytes()] == []


def test_who_has_one_gets_another_only_when_they_ask_and_the_old_one_ends(house: House) -> None:
    old = subscribes(house.kari)
    presses(house.kari, house.kari.types(LIST), "event.subscribe")
    assert words.ALREADY("nb", when="10. mars 2026") in read(house.kari.modal)
    assert not ADDRESS.search(read(house.kari.modal))
    assert entries(house, old) == []
    house.kari.presses_in(house.kari.modal, "event.subscribe_anew")
    new = shown(house.kari.modal)
    assert (fetch(house, old).status_code, fetch(house, new).status_code) == (404, 200)


def test_one_press_ends_it(house: House) -> None:
    path = subscribes(house.kari)
    house.kari.presses_in(house.kari.modal, "event.unsubscribe")
    assert read(house.kari.modal) == words.STOPPED.nb
    assert fetch(house, path).status_code == 404
    assert subscribes(house.kari) != path


def test_deleting_oneself_ends_it(house: House) -> None:
    path = subscribes(house.kari)
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    assert (fetch(house, path).status_code, house.all(EventFeed)) == (404, [])


def test_who_leaves_the_workspace_has_none_any_more(house: House) -> None:
    path = subscribes(house.kari)
    house.workspace.change_user(house.kari.id, deleted=True)
    eventually(lambda: house.all(EventFeed) == [])
    assert fetch(house, path).status_code == 404


def test_mine_data_tells_since_when(house: House) -> None:
    subscribes(house.kari)
    with house.bot.parts.read() as session:
        export = next(feature.export for feature in house.bot.features if feature.name == "events")
        assert export
        assert str(export(session, house.kari.id)["calendar address since"]) == "2026-03-10 09:00:00+00:00"


def test_the_home_tab_offers_it(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "event.subscribe")
    assert fetch(house, shown(house.kari.modal)).status_code == 200


# --- the open one ---


def test_the_open_calendar_has_only_what_an_organizer_put_there(house: House) -> None:
    makes(house)
    assert entries(house, "/kalender.ics") == []
    opens(house, TITLE)
    assert entries(house, "/kalender.ics") == [(TITLE, "CONFIRMED")]
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, public=[]) == {}
    assert entries(house, "/kalender.ics") == []


def test_the_open_calendar_tells_of_nobody(house: House) -> None:
    answers(house.kari, makes(house), "yes")
    opens(house, TITLE)
    text = fetch(house, "/kalender.ics").text
    assert [who for who in (house.kari.id, house.staff.id, "ATTENDEE", "ORGANIZER", "Svaret ditt") if who in text] == []


def test_the_open_calendar_speaks_the_language_of_its_address(house: House) -> None:
    makes(house, title_en="SNR business seminar")
    opens(house, TITLE)
    assert entries(house, "/kalender.ics?lang=en") == [("SNR business seminar", "CONFIRMED")]
    assert entries(house, "/kalender.ics?lang=xx") == [(TITLE, "CONFIRMED")]


# --- the pages ---


def test_programs_that_ask_again_are_told_when_nothing_changed(house: House, clock: Clock) -> None:
    path = subscribes(house.kari)
    first = fetch(house, path)
    clock.move(hours=1)
    again = fetch(house, path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    answers(house.kari, makes(house), "yes")
    assert fetch(house, path, **{"If-None-Match": first.headers["ETag"]}).status_code == 200


def test_ones_own_may_not_be_kept_by_what_stands_between_and_the_open_one_may(house: House) -> None:
    mine, everybodys = fetch(house, subscribes(house.kari)).headers, fetch(house, "/kalender.ics").headers
    assert (mine["Cache-Control"], everybodys["Cache-Control"]) == ("private, max-age=300", "public, max-age=300")
    assert (mine["X-Robots-Tag"], mine["Referrer-Policy"]) == ("noindex", "no-referrer")


@pytest.mark.parametrize("token", ["", "x", "a" * 42, "a" * 43, "æ" * 43, "a" * 5000, "%00" * 43, "a/b"])
def test_what_is_no_address_finds_nothing(house: House, token: str) -> None:
    subscribes(house.kari)
    assert fetch(house, f"/kalender/{token}.ics").status_code in (404, 414)


def test_nothing_of_an_address_is_logged_whatever_happens(house: House, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        path = subscribes(house.kari)
        fetch(house, path)
        with house.bot.parts.database.write() as session:
            session.execute(sa.text("ALTER TABLE event_feeds RENAME TO elsewhere"))
        broken = fetch(house, path)
    assert (broken.status_code, broken.text) == (503, "Service Unavailable\n")
    token = path.removeprefix("/kalender/").removesuffix(".ics")
    ours = [one.getMessage() for one in caplog.records if one.name != "httpx"]  # which is the test's own
    assert [line for line in ours if token in line] == []
    assert "a calendar could not be given: OperationalError" in ours


def test_without_a_public_address_there_is_none(workspace: Workspace, migrated_sqlite: Path, tmp_path: Path) -> None:
    file = copy(migrated_sqlite, tmp_path / "other.db")
    with open_house(workspace, f"sqlite:///{file}") as house:
        assert fetch(house, "/kalender.ics").status_code == 404
        assert "event.subscribe" not in actions(house.kari.types(LIST)) + actions(house.kari.home())


def test_a_demonstration_marks_what_stands_there() -> None:
    found = parsed(as_example({"content": public([event()], "nb", OSLO)})["content"])
    assert found.vevent.summary.value.startswith("EKSEMPEL: ")
    assert found.x_wr_calname.value.startswith("EKSEMPEL: ")
