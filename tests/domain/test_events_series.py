"""A series of events: made ahead by its rule, changed and called off from one occurrence on."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.recurrence import ending, usual
from bot.domain.events import drafts, following, invited, more, organizing, seats, series
from bot.domain.events.invited import ASKED, DECLINED, Chosen, EventInvited
from bot.domain.events.more import LONGEST, More
from bot.domain.events.rows import Event
from bot.domain.events.series import EventSeries
from tests.domain.gatherings import CHANNEL, KARI, LISE, NOW, OLA, ORGANIZER, OSLO, STARTS, at, details, makes

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def made(database: Database, again: str = "month", starts: datetime = STARTS, **more: Any) -> str:
    """A series whose first event is posted; its id. What is ahead is not made yet."""
    ends = {name: more.pop(name, None) for name in ("count", "last")}
    with database.write() as session:
        event = makes(session, starts=starts, **more)
        event.draft = True
        series.tie(session, event, ending(usual(again, starts, OSLO), OSLO, **ends))
        event.deadline = (starts - 2 * DAY).replace(hour=12)
        event.programme = {"nb": "Åpning"}
        session.flush()
        drafts.publish(session, event.id, "0", ORGANIZER, NOW)
        return str(event.series)


def ahead(database: Database, name: str, now: datetime = NOW) -> tuple[list[str], str]:
    """What is made, with when it is posted, and when to look again."""
    with database.write() as session:
        new, again = series.make_ahead(session, name, now, OSLO)
        return [f"{local(event.starts_at)} / {local(at)}" for event, at in new], local(again) if again else ""


def local(at: datetime) -> str:
    return f"{at.astimezone(OSLO):%Y-%m-%d %H:%M}"


def events(database: Database) -> list[Event]:
    with database.read() as session:
        found = list(session.query(Event).all())
        return sorted(found, key=lambda event: event.starts_at)


def rules(database: Database) -> dict[str, str]:
    with database.read() as session:
        return {local(one.starts_at): one.rule for one in session.query(EventSeries).all()}


def test_what_begins_within_sixty_days_becomes_an_event_of_its_own(database: Database) -> None:
    name = made(database)
    assert ahead(database, name) == (["2026-04-16 18:00 / 2026-03-19 20:00"], "2026-03-22 17:00")
    assert ahead(database, name) == ([], "2026-03-22 17:00")
    assert ahead(database, name, at("2026-03-22 18:00"))[0] == ["2026-05-21 18:00 / 2026-04-16 20:00"]
    first, second, _ = events(database)
    assert (second.title, second.capacity, second.channel, second.by) == (first.title, 2, CHANNEL, ORGANIZER)
    assert second.deadline == at("2026-04-14 12:00").astimezone(UTC)
    assert (second.programme, second.version, second.draft) == ({}, 0, False)


def test_the_next_one_of_a_yearly_series_is_known_as_soon_as_this_is_past_and_posted_six_weeks_before(
    database: Database,
) -> None:
    name = made(database, "year")
    assert ahead(database, name) == ([], "2026-03-19 18:00")
    new, again = ahead(database, name, at("2026-03-19 18:00"))
    assert (new, again) == (["2027-03-18 18:00 / 2027-02-04 18:00"], "2027-03-18 18:00")


def test_a_series_with_an_end_ends(database: Database) -> None:
    name = made(database, "week", count=3)
    assert ahead(database, name) == (
        ["2026-03-26 18:00 / 2026-03-19 20:00", "2026-04-02 18:00 / 2026-03-26 20:00"],
        "",
    )
    assert ahead(database, name, NOW + 300 * DAY) == ([], "")


def test_after_a_long_stop_only_what_is_ahead_is_made(database: Database) -> None:
    name = made(database, "week")
    new, _ = ahead(database, name, at("2027-01-06 10:00"))
    assert new[0] == "2027-01-07 18:00 / 2027-01-06 10:00"


def test_a_draft_makes_none_and_takes_its_rule_with_it(database: Database) -> None:
    with database.write() as session:
        event = makes(session)
        event.draft = True
        series.tie(session, event, usual("week", STARTS, OSLO))
    assert ahead(database, str(event.series)) == ([], "")
    with database.write() as session:
        drafts.discard(session, event.id, ORGANIZER, NOW)
    assert rules(database) == {}


# --- this and the following ---


def weekly(database: Database, **ends: Any) -> list[Event]:
    name = made(database, "week", at("2026-03-12 08:00"), **ends)
    ahead(database, name)
    return events(database)


def change(database: Database, event: Event, **given: Any) -> list[tuple[str, bool]]:
    with database.write() as session:
        changed = following.change(session, event.id, str(event.version), ORGANIZER, details(**given), NOW, OSLO)
        return [(one.id, moved) for one, moved in changed]


def test_moving_one_and_the_following_moves_them_alike_and_leaves_those_before(database: Database) -> None:
    found = weekly(database, count=10)
    with database.write() as session:
        seats.answer(session, found[3].id, KARI, "yes", NOW)
    changed = change(database, found[2], starts=at("2026-03-27 09:30"))
    after = events(database)
    assert [local(one.starts_at) for one in after[:5]] == [
        "2026-03-12 08:00",
        "2026-03-19 08:00",
        "2026-03-27 09:30",
        "2026-04-03 09:30",
        "2026-04-10 09:30",
    ]
    assert changed == [(one.id, True) for one in found[2:]]
    assert rules(database) == {
        "2026-03-12 08:00": "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260326T065959Z",
        "2026-03-27 09:30": "FREQ=WEEKLY;BYDAY=FR;COUNT=8",
    }
    assert [(one.moves, one.slot == one.starts_at) for one in after[1:3]] == [(0, True), (1, True)]
    assert ahead(database, str(after[2].series), at("2026-05-20 10:00"))[0] == []


@pytest.mark.parametrize("first", ["2026-03-13 08:00", "2026-03-19 08:00", "2026-03-26 08:00"])
def test_the_last_day_of_a_series_moves_along_so_that_it_comes_as_often(database: Database, first: str) -> None:
    found = weekly(database, last=date(2026, 4, 2))
    change(database, found[0], starts=at(first))
    after = events(database)
    assert [local(one.starts_at) for one in after] == [local(at(first) + n * 7 * DAY) for n in range(len(found))]
    assert ahead(database, str(found[0].series), NOW + 40 * DAY) == ([], "")


def test_from_the_first_on_it_stays_the_same_series(database: Database) -> None:
    found = weekly(database)
    change(database, found[0], starts=at("2026-03-13 08:00"), title={"nb": "Frokostmøte"})
    after = events(database)
    assert {one.series for one in after} == {found[0].series}
    assert {one.title["nb"] for one in after} == {"Frokostmøte"}
    assert rules(database) == {"2026-03-13 08:00": "FREQ=WEEKLY;BYDAY=FR"}


def test_what_was_changed_alone_stays_as_it_is_and_other_words_move_nothing(database: Database) -> None:
    found = weekly(database)
    with database.write() as session:
        given = details(starts=at("2026-04-03 18:00"), title={"nb": "Påskemøte"})
        organizing.change(session, found[3].id, "0", ORGANIZER, given, NOW, OSLO)
    changed = change(database, found[1], starts=at("2026-03-19 08:00"), title={"nb": "Nytt navn"})
    assert changed == [(one.id, False) for one in (found[1], found[2], *found[4:])]
    after = {one.id: one for one in events(database)}
    assert (after[found[3].id].title, local(after[found[3].id].starts_at)) == ({"nb": "Påskemøte"}, "2026-04-03 18:00")
    assert after[found[3].id].series == after[found[1].id].series != found[0].series


def test_new_ones_are_like_those_that_were_not_changed_alone(database: Database) -> None:
    found = weekly(database)
    with database.write() as session:
        given = details(starts=found[-1].starts_at, title={"nb": "Sommeravslutning"})
        organizing.change(session, found[-1].id, "0", ORGANIZER, given, NOW, OSLO)
    ahead(database, str(found[0].series), NOW + 14 * DAY)
    assert events(database)[-1].title == {"nb": "SNR Næringsseminar"}


def tells_more(database: Database, event: Event, *, following_too: bool = False, **given: Any) -> None:
    told = More(dict.fromkeys(LONGEST, "") | given.pop("words", {}), {}, **given)
    with database.write() as session:
        seen = str(session.get_one(Event, event.id).version)
        if following_too:
            following.extend(session, event.id, seen, ORGANIZER, told, NOW, OSLO)
        else:
            more.extend(session, event.id, seen, ORGANIZER, told, NOW)


def test_what_more_is_told_of_one_alone_is_told_of_none_made_later(database: Database) -> None:
    name = made(database)
    (first,) = events(database)
    deadline = at("2026-03-18 09:00")
    alone: dict[str, Any] = {"kind": "course", "plus_one": True, "public": True, "units": ("Plan",), "area": "x"}
    for host in ("Eksempel AS", "Et annet AS"):
        tells_more(database, first, words={"host": host, "invited": "alle"}, deadline=deadline, **alone)
    ahead(database, name)
    first, second = events(database)
    assert (first.host, first.deadline, first.kind) == ("Et annet AS", deadline.astimezone(UTC), "course")
    assert (second.host, second.invited, second.area, second.kind, second.units) == ("", "", "", "", [])
    assert (second.plus_one, second.public, second.shared) == (False, False, {})
    assert second.deadline == at("2026-04-14 12:00").astimezone(UTC)


def test_what_more_is_told_of_the_following_too_is_told_of_those_made_later(database: Database) -> None:
    name = made(database)
    (first,) = events(database)
    tells_more(database, first, words={"host": "Eksempel AS"}, plus_one=True)
    tells_more(database, first, words={"host": "Eksempel AS"}, deadline=at("2026-03-18 09:00"), following_too=True)
    ahead(database, name)
    second = events(database)[1]
    assert (second.host, second.plus_one) == ("Eksempel AS", False)
    assert second.deadline == at("2026-04-15 09:00").astimezone(UTC)


def test_one_of_which_more_is_told_alone_moves_with_the_others(database: Database) -> None:
    first, second, *_ = weekly(database, count=4)
    tells_more(database, second, words={"host": "Eksempel AS"})
    change(database, first, starts=at("2026-03-13 08:00"))
    assert [(local(one.starts_at), one.host) for one in events(database)][1] == ("2026-03-20 08:00", "Eksempel AS")


def chooses_reminders(database: Database, event: Event, *chosen: str, following_too: bool = False) -> None:
    with database.write() as session:
        seen = str(session.get_one(Event, event.id).version)
        remind = following.remind if following_too else organizing.remind
        remind(session, event.id, seen, ORGANIZER, chosen, NOW)


def test_reminders_of_one_alone_are_those_of_none_made_later(database: Database) -> None:
    name = made(database)
    (first,) = events(database)
    usual_ones = first.reminders
    chooses_reminders(database, first, "day")
    chooses_reminders(database, first, "hour")
    ahead(database, name)
    assert [one.reminders for one in events(database)] == [["hour"], usual_ones]


def test_reminders_of_this_and_the_following_hold_for_those_made_later_too(database: Database) -> None:
    name = made(database, "week", count=12)
    ahead(database, name)
    first, second, third, *_ = events(database)
    with database.write() as session:
        organizing.cancel(session, third.id, ORGANIZER, NOW)
    chooses_reminders(database, second, "day")
    chooses_reminders(database, second, "hour", following_too=True)
    ahead(database, name, NOW + 7 * DAY)
    found = [one.reminders for one in events(database)]
    assert (found[0], found[1], found[2]) == (first.reminders, ["hour"], third.reminders)
    assert {tuple(one) for one in found[3:]} == {("hour",)}


def test_calling_off_one_and_the_following_ends_the_series(database: Database) -> None:
    found = weekly(database)
    with database.write() as session:
        off = [one.id for one in following.cancel(session, found[1].id, ORGANIZER, NOW)]
    assert off == [one.id for one in found[1:]]
    assert [one.cancelled for one in events(database)] == [False, *[True] * (len(found) - 1)]
    assert ahead(database, str(found[0].series), NOW + 60 * DAY) == ([], "")


def test_one_that_is_called_off_alone_stays_off_when_the_following_are_changed(database: Database) -> None:
    found = weekly(database)
    with database.write() as session:
        organizing.cancel(session, found[2].id, ORGANIZER, NOW)
    change(database, found[1], starts=at("2026-03-20 08:00"))
    off = next(one for one in events(database) if one.id == found[2].id)
    assert (off.cancelled, local(off.starts_at), local(off.slot or NOW)) == (
        True,
        "2026-03-26 08:00",
        "2026-03-27 08:00",
    )


def test_an_event_that_does_not_come_again_has_no_following(database: Database) -> None:
    with database.write() as session:
        event = makes(session)
    with pytest.raises(UserError) as refused:
        change(database, event, starts=STARTS)
    assert refused.value.words.en == "The event is no longer here."


# --- who is invited ---


def invites(database: Database, event: Event, *people: str, following_too: bool) -> int:
    """These stand in the list of the event when it is saved; how many events it applied to."""
    chosen = Chosen(people, (), NOW + DAY, only=True, following=following_too)
    with database.write() as session:
        if following_too:
            return len(following.invite(session, event.id, ORGANIZER, chosen, NOW))
        invited.change(session, event.id, ORGANIZER, chosen, NOW)
        return 1


def lists(database: Database) -> list[str]:
    """Who may come to each, in order of time."""
    found = []
    with database.read() as session:
        for one in events(database):
            rows = session.query(EventInvited).filter_by(event=one.id).order_by(EventInvited.who)
            found.append(" ".join(row.who for row in rows if row.state in invited.MAY_COME))
    return found


def test_who_is_invited_to_this_and_the_following_is_so_each_time_and_in_those_made_later(database: Database) -> None:
    name = made(database)
    ahead(database, name)
    first, second = events(database)
    invites(database, second, OLA, following_too=False)
    assert invites(database, first, KARI, LISE, following_too=True) == 2
    assert lists(database) == [f"{KARI} {LISE}", f"{KARI} {LISE} {OLA}"]
    assert invites(database, first, KARI, following_too=True) == 2
    assert lists(database) == [KARI, f"{KARI} {OLA}"]
    ahead(database, name, at("2026-03-22 18:00"))
    assert lists(database) == [KARI, f"{KARI} {OLA}", KARI]
    assert [one.by_invitation for one in events(database)] == [True] * 3


def test_one_that_is_for_those_invited_alone_leaves_those_made_later_open_to_all(database: Database) -> None:
    name = made(database)
    (first,) = events(database)
    invites(database, first, KARI, following_too=False)
    ahead(database, name)
    assert [one.by_invitation for one in events(database)] == [True, False]
    with database.write() as session:
        assert seats.answer(session, events(database)[1].id, OLA, "yes", NOW).choice == "yes"
    invites(database, first, KARI, following_too=True)
    ahead(database, name, at("2026-03-22 18:00"))
    assert [one.by_invitation for one in events(database)] == [True] * 3


def test_who_is_invited_to_or_left_out_of_one_alone_is_so_of_no_other(database: Database) -> None:
    name = made(database)
    first = events(database)[0]
    invites(database, first, KARI, following_too=True)
    invites(database, first, OLA, following_too=False)
    with database.write() as session:
        assert invited.ask(session, first.id, LISE, NOW)[1:] == (ASKED, True)
        invited.decide(session, first.id, LISE, ORGANIZER, NOW, given=True)
    ahead(database, name)
    assert lists(database) == [f"{LISE} {OLA}", KARI]
    with database.write() as session:
        assert invited.ask(session, first.id, KARI, NOW)[1:] == (ASKED, True)
    invites(database, first, KARI, LISE, following_too=True)
    assert lists(database) == [f"{KARI} {LISE}", f"{KARI} {LISE}"]


def test_who_only_asked_is_not_invited_to_the_next_also_where_a_version_before_wrote_the_row(
    database: Database,
) -> None:
    name = made(database)
    first = events(database)[0]
    invites(database, first, KARI, following_too=True)
    with database.write() as session:
        for who, state in ((OLA, ASKED), (LISE, DECLINED)):
            session.add(EventInvited(event=first.id, who=who, company=False, at=NOW, state=state, once=False))
    ahead(database, name)
    assert lists(database) == [KARI, KARI]


def test_who_was_left_out_of_one_and_asks_for_a_seat_there_is_invited_to_the_next(database: Database) -> None:
    name = made(database)
    ahead(database, name)
    first, second = events(database)
    invites(database, first, KARI, following_too=True)
    invites(database, second, following_too=False)
    with database.write() as session:
        invited.ask(session, second.id, KARI, NOW)
        invited.decide(session, second.id, KARI, ORGANIZER, NOW, given=False)
    ahead(database, name, at("2026-03-22 18:00"))
    assert lists(database) == [KARI, "", KARI]


def test_what_is_called_off_or_over_takes_nobody_on_its_list(database: Database) -> None:
    name = made(database, "week", count=3)
    ahead(database, name)
    first, second, _ = events(database)
    with database.write() as session:
        organizing.cancel(session, second.id, ORGANIZER, NOW)
    assert invites(database, first, KARI, following_too=True) == 2
    assert lists(database) == [KARI, "", KARI]


# --- the form ---


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ({}, "None"),
        ({"again": "never"}, "None"),
        ({"again": "month"}, "FREQ=MONTHLY;BYDAY=3TH"),
        ({"again": "year", "times": "5"}, "FREQ=YEARLY;BYDAY=3TH;BYMONTH=3;COUNT=5"),
        ({"again": "week", "last_time": "2026-06-18"}, "FREQ=WEEKLY;BYDAY=TH;UNTIL=20260618T215959Z"),
    ],
)
def test_what_the_form_says(typed: dict[str, str], rule: str) -> None:
    assert str(series.wanted(typed, STARTS, OSLO)) == rule


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"last_time": "2026-03-19"}, "last_time"),
        ({"last_time": "x"}, "last_time"),
        ({"last_time": "9999-12-31"}, "last_time"),
        ({"times": "1"}, "times"),
        ({"times": "201"}, "times"),
        ({"times": "²"}, "times"),
        ({"times": "3", "last_time": "2026-06-18"}, "times"),
    ],
)
def test_an_end_that_is_none_is_refused_at_its_field(typed: dict[str, str], field: str) -> None:
    with pytest.raises(UserError) as refused:
        series.wanted({"again": "week"} | typed, STARTS, OSLO)
    assert refused.value.field == field
