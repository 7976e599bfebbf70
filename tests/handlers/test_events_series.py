"""A series as organizers make it and members meet it, and as other programs' calendars read it."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.recurrence import occurrences, read
from bot.domain.events.rows import Event
from bot.domain.events.series import EventSeries
from bot.workspace import elements
from bot.workspace.block_kit import faults
from handlers.events import series_words as words
from handlers.events.calendar import of_all, public
from tests.clock import Clock
from tests.domain.gatherings import OSLO, at
from tests.handlers.calendars import parsed
from tests.handlers.gatherings import FORM, TITLE, answers, makes, opens_form, presses, told, wall
from tests.handlers.polling import bare, fills
from tests.handlers.test_events_calendar import event
from tests.house import House
from tests.house import words as shown
from tests.slacks import NETWORK
from tests.waiting import eventually

LIST = "/naering arrangement"
DEADLINE = int(at("2026-03-16 12:00").timestamp())
HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def events(house: House) -> list[Event]:
    return sorted(house.all(Event), key=lambda one: one.starts_at)


def starts(house: House) -> list[str]:
    return [f"{one.starts_at.astimezone(OSLO):%Y-%m-%d %H:%M}" for one in events(house)]


def makes_series(house: House, **fields: Any) -> None:
    makes(house, **{"again": "week", "times": "3"} | fields)
    eventually(lambda: len(house.all(Event)) > 1)


def contents(house: House) -> list[str]:
    return [file.content.decode() for file in house.workspace.state.uploads.values() if file.content]


# --- in Slack ---


def test_a_draft_says_how_often_it_comes_and_follows_its_day(house: House) -> None:
    opens_form(house.staff)
    assert faults("modal", bare(house.staff.modal)) == []
    refused = fills(house.staff, **FORM | {"again": "month", "times": "1"})
    assert refused["errors"] == {"times": "Skriv et helt tall fra 2 til 200, eller la feltet stå tomt."}
    assert fills(house.staff, **FORM | {"again": "month", "times": "4"}) == {}
    assert "Gjentas: tredje torsdag hver måned, 4 ganger i alt" in shown(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.edit")
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, day="2026-03-20") == {}
    assert "Gjentas: tredje fredag hver måned, 4 ganger i alt" in shown(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.discard")
    assert (house.all(Event), house.all(EventSeries)) == ([], [])


def test_each_is_answered_by_itself_and_posted_when_the_one_before_is_over(house: House, clock: Clock) -> None:
    makes_series(house)
    assert starts(house) == ["2026-03-19 18:00", "2026-03-26 18:00", "2026-04-02 18:00"]
    assert "Gjentas: hver torsdag, 3 ganger i alt" in wall(house)["text"]
    assert len(house.said(NETWORK)) == 1
    answers(house.kari, wall(house), "yes")
    listed = house.kari.types(LIST)["text"]
    assert listed.count("Kommer: 1 av 2") == 1
    assert listed.count("Kommer: 0 av 2") == 2
    clock.at = at("2026-03-19 19:59").astimezone(UTC)
    house.rest()
    clock.at = at("2026-03-20 09:00").astimezone(UTC)
    eventually(lambda: any("torsdag 26. mars" in one["text"] for one in house.said(NETWORK)))


def test_moving_this_and_the_following_tells_those_who_come_to_each(house: House) -> None:
    makes_series(house)
    second = events(house)[1]
    message = house.kari.types(LIST)
    pairs = elements.inside(message["blocks"])
    block, yes = next(pair for pair in pairs if pair[1].get("value") == f"{second.id} yes")
    house.kari._click(block, yes, channel=NETWORK, ts=message["ts"])
    assert "torsdag 26. mars" in told(house.kari)
    presses(house.staff, house.staff.types(LIST), "event.edit")  # of the first
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, begins="17:00", scope=words.FOLLOWING) == {}
    assert words.DONE_WITH.more.nb.format(count=3) in shown(house.staff.modal)
    assert [start[-5:] for start in starts(house)] == ["17:00"] * 3
    eventually(lambda: any("er flyttet" in one["text"] for one in house.kari.told()))
    (moved,) = [one for one in house.kari.told() if "er flyttet" in one["text"]]
    assert "torsdag 26. mars kl. 17.00–20.00" in moved["text"]


def test_one_alone_is_moved_or_called_off_alone_and_then_this_and_the_following(house: House) -> None:
    makes_series(house)
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, begins="17:00", scope=words.ONE) == {}
    assert [start[-5:] for start in starts(house)] == ["17:00", "18:00", "18:00"]
    presses(house.staff, house.staff.types(LIST), "event.call_off")
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, scope=words.ONE) == {}
    assert [one.cancelled for one in events(house)] == [True, False, False]
    presses(house.staff, house.staff.types(LIST), "event.call_off")
    assert fills(house.staff, scope=words.FOLLOWING) == {}
    assert words.CALLED_OFF.more.nb.format(count=2) in shown(house.staff.modal)
    assert all(one.cancelled for one in events(house))


def test_the_file_of_all_holds_the_rule(house: House) -> None:
    makes_series(house)
    answers(house.kari, wall(house), "yes")
    presses(house.kari, house.kari.private()[-1], "event.series")
    eventually(lambda: contents(house))
    (content,) = contents(house)
    assert parsed(content).vevent.rrule.value == "FREQ=WEEKLY;COUNT=3;BYDAY=TH"


def test_more_is_told_of_this_and_the_following_save_what_belongs_to_one(house: House) -> None:
    makes_series(house)
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert faults("modal", bare(house.staff.modal)) == []
    more = {"host": "Eksempel Næringsråd", "programme_nb": "18.00 Åpning", "deadline": DEADLINE}
    assert fills(house.staff, **more, scope=words.FOLLOWING) == {}
    assert [one.host for one in events(house)] == ["Eksempel Næringsråd"] * 3
    assert [one.programme.get("nb") for one in events(house)] == ["18.00 Åpning", None, None]
    deadlines = [one.deadline for one in events(house) if one.deadline]
    assert [f"{one.astimezone(OSLO):%d. %H:%M}" for one in deadlines] == ["16. 12:00", "23. 12:00", "30. 12:00"]


def test_reminders_are_chosen_for_one_or_for_this_and_the_following(house: House) -> None:
    makes_series(house)
    presses(house.staff, house.staff.types(LIST), "event.reminders")
    assert faults("modal", bare(house.staff.modal)) == []
    assert words.SCOPE_HINT_REMINDED.nb in str(house.staff.modal)
    assert fills(house.staff, which=["day"], scope=words.ONE) == {}
    assert [one.reminders == ["day"] for one in events(house)] == [True, False, False]
    presses(house.staff, house.staff.types(LIST), "event.reminders")
    assert fills(house.staff, which=["hour"], scope=words.FOLLOWING) == {}
    assert words.DONE_WITH.more.nb.format(count=3) in shown(house.staff.modal)
    assert [one.reminders for one in events(house)] == [["hour"]] * 3


def test_the_list_of_those_invited_follows_and_each_is_told_when_it_is_posted(house: House, clock: Clock) -> None:
    makes_series(house)
    presses(house.staff, house.staff.types(LIST), "event.invited")
    assert faults("modal", bare(house.staff.modal)) == []
    assert words.SCOPE_HINT_INVITED.nb in str(house.staff.modal)
    assert fills(house.staff, people=[house.kari.id], scope=words.FOLLOWING) == {}
    assert words.DONE_WITH.more.nb.format(count=3) in shown(house.staff.modal)
    eventually(house.kari.told)
    house.rest()
    assert len(house.kari.told()) == 1
    clock.at = at("2026-03-20 09:00").astimezone(UTC)
    eventually(lambda: len(house.kari.told()) == 2)
    assert "torsdag 26. mars" in house.kari.told()[-1]["text"]


# --- as calendars read it ---

FIRST = at("2026-03-19 08:00").astimezone(UTC)


def weekly(rule: str = "FREQ=WEEKLY;BYDAY=TH", number: int = 4) -> tuple[EventSeries, list[Event]]:
    series = EventSeries(rule=rule, starts_at=FIRST, id="s1")
    slots = list(occurrences(read(rule), FIRST, OSLO))[:number]
    made = [
        event(starts_at=slot, ends_at=slot + HOUR, slot=slot, series="s1", id=f"e{n}", public=True)
        for n, slot in enumerate(slots)
    ]
    return series, made


def seen(text: str, number: int) -> list[datetime]:
    """When the other parser says that the series takes place, with its exceptions, in UTC."""
    entries = parsed(text).vevent_list
    (master,) = [one for one in entries if "rrule" in one.contents]
    ruled = [moment.astimezone(UTC) for moment in list(master.getrruleset(addRDate=True))[:number]]
    instead = {
        one.recurrence_id.value.astimezone(UTC): one.dtstart.value.astimezone(UTC) for one in entries if is_of(one)
    }
    return [instead.get(moment, moment) for moment in ruled]


def is_of(entry: Any) -> bool:
    return "recurrence-id" in entry.contents


def test_a_rule_is_read_back_with_the_same_moments_across_the_changes_of_the_clocks() -> None:
    series, made = weekly(number=1)
    wanted = list(occurrences(read(series.rule), FIRST, OSLO))[:60]
    assert seen(of_all(series, made, "nb", OSLO), 60) == wanted
    assert {moment.astimezone(OSLO).hour for moment in wanted} == {8}


def test_one_that_is_off_is_an_exception_and_one_that_moved_stands_instead() -> None:
    series, made = weekly()
    made[1].cancelled, made[1].version = True, 1
    made[2].starts_at, made[2].version = made[2].starts_at + HOUR, 2
    written = of_all(series, made, "nb", OSLO)
    slots = [FIRST, made[2].starts_at, made[3].starts_at]
    assert seen(written, 3) == slots
    entries = parsed(written).vevent_list
    assert [one.uid.value for one in entries] == ["s1@naeringsbot"] * 2
    assert [one.sequence.value for one in entries] == ["3"] * 2
    assert "\r\nEXDATE;TZID=Europe/Oslo:20260326T080000\r\n" in written
    assert "\r\nRECURRENCE-ID;TZID=Europe/Oslo:20260402T080000\r\n" in written


def test_other_words_of_one_stand_instead_and_what_was_changed_alone_is_not_the_pattern() -> None:
    series, made = weekly()
    made[3].title, made[3].alone = {"nb": "Sommeravslutning"}, True
    entries = parsed(of_all(series, made, "nb", OSLO)).vevent_list
    assert [(one.summary.value, is_of(one)) for one in entries] == [
        ("Møte; med, tegn", False),
        ("Sommeravslutning", True),
    ]


@pytest.mark.parametrize("end", ["COUNT=3", "UNTIL=20260402T060000Z"])
def test_an_end_is_read_back(end: str) -> None:
    series, made = weekly(f"FREQ=WEEKLY;BYDAY=TH;{end}", 3)
    assert seen(of_all(series, made, "nb", OSLO), 10) == [one.starts_at for one in made]


def test_the_open_calendar_tells_a_series_once_and_what_is_off_of_it_as_off() -> None:
    series, made = weekly()
    made[1].cancelled = True
    made[2].public = False
    other = event(id="e9", public=True)
    written = public([made[0], made[1], made[3], other], "nb", OSLO, [(series, made)])
    found = parsed(written).vevent_list
    assert [(one.uid.value, one.status.value) for one in found] == [
        ("e1@naeringsbot", "CANCELLED"),
        ("e9@naeringsbot", "CONFIRMED"),
        ("s1@naeringsbot", "CONFIRMED"),
    ]
    assert seen(written, 2) == [made[0].starts_at, made[3].starts_at]
    assert {one.transp.value for one in found} == {"TRANSPARENT"}


def test_a_series_that_was_parted_is_two_rules_one_after_the_other() -> None:
    before, made = weekly("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260326T070000Z", 2)
    after = EventSeries(rule="FREQ=WEEKLY;BYDAY=FR", starts_at=FIRST + 15 * timedelta(days=1), id="s2")
    later = event(starts_at=after.starts_at, ends_at=after.starts_at + HOUR, slot=after.starts_at, id="e7", public=True)
    entries = parsed(public([*made, later], "nb", OSLO, [(before, made), (after, [later])])).vevent_list
    assert [one.rrule.value for one in entries] == [
        "FREQ=WEEKLY;UNTIL=20260326T070000Z;BYDAY=TH",
        "FREQ=WEEKLY;BYDAY=FR",
    ]


@pytest.mark.parametrize("those", [[True, True], [False, True]])
def test_a_series_that_is_called_off_from_its_first_on_stands_there_as_what_is_off(those: Sequence[bool]) -> None:
    series, made = weekly("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260319T065959Z", 0)
    made = [event(id=f"e{n}", slot=FIRST + n * WEEK, cancelled=True, public=one) for n, one in enumerate(those)]
    shown_there = [one for one in made if one.public]
    entries = parsed(public(shown_there, "nb", OSLO, [(series, made)])).vevent_list
    assert [one.status.value for one in entries] == ["CANCELLED"] * sum(those)


def test_the_title_is_there() -> None:
    series, made = weekly()
    assert parsed(of_all(series, made, "en", OSLO)).vevent.summary.value == "Meeting" != TITLE
