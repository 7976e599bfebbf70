"""Drafts, kinds, deadlines, and what else is told of an event."""

from datetime import datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.events import drafts, feeds, invited, kinds, more, organizing, people, rows, seats
from bot.domain.events.invited import Chosen
from bot.domain.events.kinds import KINDS
from bot.domain.events.more import More
from bot.domain.events.occasions import CHANNEL, REMINDERS
from bot.domain.events.rows import Event
from tests.domain.gatherings import KARI, NOW, OLA, ORGANIZER, OSLO, QUIET, STARTS, at, details, makes

DEADLINE = at("2026-03-16 12:00")
MOMENT = timedelta(seconds=1)


def drafted(database: Database) -> str:
    with database.write() as session:
        makes(session, capacity=1).draft = True
        event: str = session.scalars(sa.select(Event.id)).one()
    return event


def told(deadline: datetime | None = None, **words: str) -> More:
    return More({name: words.get(name, "") for name in more.LONGEST}, {}, deadline=deadline)


def closing(database: Database) -> str:
    """An event that nobody new can sign up for after DEADLINE."""
    with database.write() as session:
        event = makes(session)
        more.extend(session, event.id, "0", ORGANIZER, told(DEADLINE), NOW)
        return event.id


def test_a_draft_is_seen_by_organizers_alone_until_it_is_posted(database: Database) -> None:
    event = drafted(database)
    with database.write() as session:
        session.get_one(Event, event).public = True
    with database.write() as session:
        assert (rows.coming(session, NOW), rows.lately(session, NOW)) == ([], [])
        assert (feeds.open_to_all(session, NOW), feeds.theirs(session, KARI, NOW)) == ([], [])
        assert [one.id for one in rows.drafts(session, NOW)] == [event]
        for refused in (
            lambda: seats.answer(session, event, KARI, "yes", NOW),
            lambda: organizing.cancel(session, event, ORGANIZER, NOW),
        ):
            with pytest.raises(UserError, match="no longer here"):
                refused()
        assert [drafts.publish(session, event, "0", ORGANIZER, NOW)[1] for _ in range(2)] == [True, False]
        assert ([one.id for one in rows.coming(session, NOW)], rows.drafts(session, NOW)) == ([event], [])
        with pytest.raises(UserError, match="no longer here"):
            drafts.discard(session, event, ORGANIZER, NOW)


def test_a_draft_whose_time_has_come_is_kept_and_not_posted(database: Database) -> None:
    event = drafted(database)
    with database.write() as session:
        with pytest.raises(UserError, match="has passed"):
            drafts.publish(session, event, "0", ORGANIZER, STARTS)
        drafts.discard(session, event, ORGANIZER, STARTS)
        session.flush()
        assert session.get(Event, event) is None


def test_a_change_of_a_draft_is_no_move(database: Database) -> None:
    event = drafted(database)
    with database.write() as session:
        later = details(STARTS + timedelta(days=1))
        changed, moved = organizing.change(session, event, "0", ORGANIZER, later, NOW, OSLO)
        assert (changed.moves, moved, changed.starts_at) == (0, False, STARTS + timedelta(days=1))


def test_drafts_go_with_who_made_them_and_30_days_after_their_time(database: Database) -> None:
    for forgets in (
        lambda session: people.forget(session, ORGANIZER, NOW),
        lambda session: people.forget_answers(session, STARTS + timedelta(days=31)),
    ):
        event = drafted(database)
        with database.write() as session:
            forgets(session)
            assert session.get(Event, event) is None


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_usual_for_a_kind_holds_until_it_is_changed(database: Database, kind: str) -> None:
    with database.write() as session:
        event, usual = makes(session), KINDS[kind]
        drafts.as_usual(event, kind, NOW, QUIET)
        assert (event.kind, event.plus_one, tuple(event.reminders)) == (kind, usual.plus_one, usual.reminders)
        assert set(event.reminders) <= {*REMINDERS, CHANNEL}
        days = None if event.deadline is None else (STARTS.date() - event.deadline.astimezone(OSLO).date()).days
        assert days == usual.deadline


@pytest.mark.parametrize(
    ("kind", "begins", "deadline"),
    [
        ("breakfast", "2026-03-16 08:30", "2026-03-13 12:00"),  # Sunday before a Monday
        ("course", "2026-04-07 12:00", "2026-04-01 12:00"),  # Easter; the Wednesday before is worked until noon
        ("course", "2026-12-28 12:00", "2026-12-23 12:00"),
        ("course", "2026-03-19 12:00", "2026-03-16 12:00"),
    ],
)
def test_a_usual_deadline_lies_on_a_working_day(kind: str, begins: str, deadline: str) -> None:
    assert kinds.usual_deadline(KINDS[kind], at(begins), NOW, QUIET) == at(deadline)


@pytest.mark.parametrize(
    ("now", "deadline"),
    [
        ("2026-03-13 11:59", "2026-03-13 12:00"),
        ("2026-03-13 12:00", "2026-03-15 12:00"),
        ("2026-03-15 11:59", "2026-03-15 12:00"),
        ("2026-03-15 12:00", None),
    ],
)
def test_after_the_working_day_a_usual_deadline_is_its_own_day_until_that_has_passed(
    now: str, deadline: str | None
) -> None:
    found = kinds.usual_deadline(KINDS["breakfast"], at("2026-03-16 08:30"), at(now), QUIET)
    assert found == (at(deadline) if deadline else None)


def test_a_usual_deadline_that_has_passed_is_none_and_an_unknown_kind_changes_nothing(database: Database) -> None:
    usual = KINDS["seminar"]
    assert kinds.usual_deadline(usual, STARTS, DEADLINE - MOMENT, QUIET) == DEADLINE
    assert kinds.usual_deadline(usual, STARTS, DEADLINE, QUIET) is None
    with database.write() as session:
        event = makes(session)
        drafts.as_usual(event, "party", NOW, QUIET)
        assert (event.kind, event.deadline) == ("", None)


def test_after_the_deadline_nobody_new_signs_up(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        assert seats.answer(session, event, KARI, "yes", DEADLINE - MOMENT).changed
        with pytest.raises(UserError, match="deadline has passed"):
            seats.answer(session, event, OLA, "yes", DEADLINE)
        assert not seats.answer(session, event, KARI, "yes", DEADLINE).changed
        assert seats.answer(session, event, OLA, "no", DEADLINE).changed
        assert seats.answer(session, event, KARI, "no", DEADLINE).freed
        with pytest.raises(UserError, match="deadline has passed"):
            seats.answer(session, event, KARI, "yes", DEADLINE)


def test_whom_an_organizer_gives_a_seat_takes_it_after_the_deadline_too(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        invited.change(session, event, ORGANIZER, Chosen((KARI,), (), NOW, only=True), NOW)
        invited.ask(session, event, OLA, NOW)
        invited.decide(session, event, OLA, ORGANIZER, DEADLINE, given=True)
        session.flush()
        assert seats.answer(session, event, OLA, "yes", DEADLINE).choice == "yes"
        with pytest.raises(UserError, match="deadline has passed"):
            seats.answer(session, event, KARI, "yes", DEADLINE)


def test_who_stands_in_line_may_take_a_seat_that_is_offered_after_the_deadline(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        session.get_one(Event, event).capacity = 1
        for person in (KARI, OLA):
            seats.answer(session, event, person, "yes", NOW)
        seats.answer(session, event, KARI, "no", NOW)
        session.get_one(rows.EventAnswer, (event, OLA)).offered_until = STARTS
        assert seats.answer(session, event, OLA, "yes", DEADLINE).choice == "yes"


@pytest.mark.parametrize(
    ("starts", "deadline"),
    [
        (at("2026-04-16 18:00"), at("2026-04-13 12:00")),  # in summer time
        (STARTS - timedelta(hours=2), DEADLINE - timedelta(hours=2)),
        (NOW + MOMENT, NOW + MOMENT),  # as long before, it would have passed
    ],
)
def test_the_deadline_moves_with_its_event(database: Database, starts: datetime, deadline: datetime) -> None:
    event = closing(database)
    with database.write() as session:
        changed, _ = organizing.change(session, event, "1", ORGANIZER, details(starts), NOW, OSLO)
        assert changed.deadline == deadline


@pytest.mark.parametrize(
    ("deadline", "now", "said"),
    [(STARTS + MOMENT, NOW, more.TOO_LATE), (NOW - MOMENT, NOW, more.PAST)],
)
def test_a_deadline_after_the_beginning_or_in_the_past_is_refused(
    database: Database, deadline: datetime, now: datetime, said: object
) -> None:
    with database.write() as session:
        event = makes(session)
        with pytest.raises(UserError) as refused:
            more.extend(session, event.id, "0", ORGANIZER, told(deadline), now)
        assert (refused.value.words, refused.value.field) == (said, "deadline")


def test_a_deadline_that_has_passed_does_not_stand_in_the_way_of_the_rest(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        told_now = told(DEADLINE, material="Lysark")
        assert more.extend(session, event, "1", ORGANIZER, told_now, STARTS).material == "Lysark"


def test_what_another_changed_meanwhile_is_not_overwritten(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        organizing.change(session, event, "1", ORGANIZER, details(STARTS + timedelta(days=7)), NOW, OSLO)
    for seen in ("0", "1", "", "x"):
        with pytest.raises(UserError, match="Somebody else has changed"), database.write() as session:
            more.extend(session, event, seen, ORGANIZER, told(DEADLINE, host="X"), NOW)
    with database.read() as session:
        found = session.get_one(Event, event)
        assert (found.host, found.deadline, found.version) == ("", DEADLINE + timedelta(days=7), 2)


def test_of_what_is_called_off_nothing_more_is_told(database: Database) -> None:
    event = closing(database)
    with database.write() as session:
        organizing.cancel(session, event, ORGANIZER, NOW)
    with pytest.raises(UserError, match="has been cancelled"), database.write() as session:
        more.extend(session, event, "2", ORGANIZER, told(material="Lysark"), NOW)


def test_a_draft_that_another_changed_is_not_posted_unseen(database: Database) -> None:
    event = drafted(database)
    with database.write() as session:
        more.extend(session, event, "0", ORGANIZER, told(host="X"), NOW)
    with pytest.raises(UserError, match="Somebody else has changed"), database.write() as session:
        drafts.publish(session, event, "0", ORGANIZER, NOW)
    with database.write() as session:
        assert drafts.publish(session, event, "1", ORGANIZER, NOW)[1]


def test_faults_of_the_form_are_told_each_at_its_field() -> None:
    fields = {"host": "x" * 101, "programme_nn": "x" * 1001, "area": "area.nowhere", "contact": "Næringsavdelingen"}
    read, faults = more.read(fields, None, ["area.visperud"], None)
    assert [fault.field for fault in faults] == ["host", "programme_nn", "area"]
    assert (read.words["contact"], read.programme) == ("Næringsavdelingen", {})


def test_a_programme_that_lacks_a_language_is_marked() -> None:
    titled = details(title={"nb": "Møte", "nn": "Møte", "en": "Meeting"})
    event = Event(by=None, channel="C0", created_at=NOW, changed_at=NOW, **vars(titled))
    assert event.lacks() == []
    event.programme = {"nb": "18.00 Åpning"}
    assert (event.lacks(), event.points("en")) == (["nn", "en"], "18.00 Åpning")
