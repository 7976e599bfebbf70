"""Together the processes keep the receiver's limits; answers go first; «too many» is obeyed by all."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from bot.core.db import Database
from bot.slack.send import SlackSend
from scheduler.closures import Closures
from scheduler.delivery import deliver
from scheduler.outbox import ANSWER, BULK, NORMAL, POSTS, Outgoing
from scheduler.pacing import Pace, PaceRow, Rate, rates
from tests.scheduler.office import Office, hello
from tests.slacks import KARI, NETWORK, OLA, STAFF

PACE = Pace({POSTS: Rate(4, 8)}, answers_ahead=3)


def reserve(database: Database, pace: Pace, priority: int, now: float) -> float:
    with database.write() as session:
        return pace.reserve(session, POSTS, priority, now) - now


def rate(database: Database) -> float:
    with database.read() as session:
        return session.get_one(PaceRow, POSTS).rate


def complain(database: Database, pace: Pace, seconds: float) -> None:
    with database.write() as session:
        pace.complained(session, POSTS, seconds)


def test_the_first_leaves_at_once_and_the_others_at_the_set_rate(database: Database) -> None:
    steady = Pace({POSTS: Rate(4, 4)})
    assert [reserve(database, steady, NORMAL, 1000.0) for _ in range(4)] == pytest.approx([0, 0.25, 0.5, 0.75])


def test_what_a_busy_moment_cost_is_caught_up_but_idleness_earns_nothing(database: Database) -> None:
    steady = Pace({POSTS: Rate(4, 4)})
    reserve(database, steady, NORMAL, 1000.0)
    assert [reserve(database, steady, NORMAL, 1000.9) for _ in range(4)] == pytest.approx([0, 0, 0, 0.1])
    assert [reserve(database, steady, NORMAL, 1060.0) for _ in range(2)] == pytest.approx([0, 0.25])


def test_two_processes_get_moments_apart(database: Database) -> None:
    other = Database(database.url.render_as_string(hide_password=False))
    steady = Pace({POSTS: Rate(10, 10)})
    moments = [reserve(one, steady, BULK, 1000.0) for one in (database, other, other, database)]
    other.close()
    assert moments == pytest.approx([0, 0.1, 0.2, 0.3])


def test_answers_run_ahead_of_the_rest_but_not_without_end(database: Database) -> None:
    steady = Pace({POSTS: Rate(4, 4)}, answers_ahead=3)
    for _ in range(2):
        reserve(database, steady, BULK, 1000.0)
    assert [reserve(database, steady, ANSWER, 1000.0) for _ in range(3)] == pytest.approx([0, 0.25, 0.5])
    assert reserve(database, steady, BULK, 1000.0) == pytest.approx(1.25)


def test_while_nobody_complains_the_rate_rises_to_its_most(database: Database) -> None:
    now, rising = 1000.0, []
    for _ in range(400):
        now += reserve(database, PACE, BULK, now)
        rising.append(rate(database))
    assert rising == sorted(rising)
    assert rising[0] == pytest.approx(4.025)
    assert rising.index(8) == 239  # at six a second in the mean, after forty seconds


def test_a_complaint_halves_the_rate_once_and_stops_everybody_for_as_long_as_it_says(database: Database) -> None:
    reserve(database, PACE, BULK, time.time())
    before = rate(database)
    for _ in range(3):
        complain(database, PACE, 30)
    assert rate(database) == pytest.approx(before / 2)
    for priority in (ANSWER, BULK):
        assert reserve(database, PACE, priority, time.time()) >= 29
    with database.read() as session:
        assert PACE.closed(session, time.time()) == ([POSTS], [POSTS])


def test_a_complaint_is_obeyed_where_no_limit_is_set(database: Database) -> None:
    complain(database, Pace(), 30)
    assert reserve(database, Pace(), ANSWER, time.time()) >= 29


def test_however_many_complaints_come_the_rate_does_not_vanish(database: Database) -> None:
    reserve(database, PACE, BULK, time.time())
    for _ in range(9):
        complain(database, PACE, -1)
    assert rate(database) == pytest.approx(0.5)


def test_a_rate_that_is_set_lower_holds_from_then_on(database: Database) -> None:
    reserve(database, PACE, BULK, time.time())
    reserve(database, Pace({POSTS: Rate(1, 2)}), BULK, time.time())
    assert rate(database) == 2


def test_no_limit_is_zero() -> None:
    assert rates(0, 0, 0, 0) == {}
    minutely = dict.fromkeys(("chat.update", "chat.delete", "files.share", "look-ups"), Rate(1, 1))
    assert rates(40, 8, 60, 0) == {POSTS: Rate(40, 40)} | minutely


# --- in the post office ---


def test_what_slack_says_to_one_process_another_obeys(office: Office, database: Database) -> None:
    second = Office(office.workspace, database, "second")
    office.workspace.fault("chat.postMessage", "429", seconds=30)
    office.write(hello(), hello("test:2:hello:1", KARI, priority=ANSWER), hello("test:3:hello:1", OLA))
    assert [deliver(office.post), deliver(second.post), deliver(office.post)] == [True, False, False]
    assert len(office.calls("chat.postMessage")) == 1
    second.close()


def test_what_is_heard_while_a_row_is_being_claimed_is_obeyed(office: Office, database: Database) -> None:
    office.post = replace(office.post, pace=PACE)
    office.write(hello())
    assert deliver(office.post)
    office.write(hello("test:2:hello:1", STAFF))
    with ThreadPoolExecutor(1) as pool:
        with database.write() as session:
            PACE.complained(session, POSTS, 30)
            delivered = pool.submit(deliver, office.post)
            time.sleep(0.3)  # on PostgreSQL it has seen the old pace by then, and waits for the row
        assert delivered.result(5) is False
    assert office.row("test:2:hello:1").state == "waiting"


def test_too_many_files_do_not_stop_the_messages(office: Office) -> None:
    office.workspace.fault("files.getUploadURLExternal", "429", seconds=30)
    shared = {"filename": "data.json", "content": "1", "text": "Hei"}
    office.write(Outgoing("test:1:file:1", KARI, shared, method="files.share"), hello("test:2:hello:1", STAFF))
    assert [deliver(office.post), deliver(office.post), deliver(office.post)] == [True, True, False]
    assert [office.row(key).state for key in ("test:1:file:1", "test:2:hello:1")] == ["waiting", "sent"]


def test_too_many_looks_do_not_stop_the_messages(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    office.workspace.fault("conversations.history", "429", seconds=30)
    office.write(hello(), hello("test:2:hello:1", STAFF))
    deliver(office.post)
    office.change("test:1:hello:1", due_at=0)
    assert [deliver(office.post), deliver(office.post), deliver(office.post)] == [True, True, False]
    assert office.posts(STAFF) == ["Hei"]


def test_too_many_opened_conversations_stop_all_that_begins_with_opening_one(office: Office) -> None:
    opening = office.api.heeding(Closures(office.database, office.post.pace))
    office.post = replace(office.post, send=SlackSend(office.api, opening=opening))
    office.workspace.fault("conversations.open", "429", seconds=30)
    office.workspace.fault("chat.postMessage", "drop")
    shared = {"filename": "data.json", "content": "1", "text": "Hei"}
    office.write(Outgoing("test:1:file:1", KARI, shared, method="files.share"), hello("test:2:hello:1", OLA))
    assert [deliver(office.post), deliver(office.post)] == [True, True]
    office.change("test:2:hello:1", due_at=0)
    assert deliver(office.post)
    assert len(office.calls("conversations.open")) == 1
    assert [office.row(key).reason for key in ("test:1:file:1", "test:2:hello:1")] == ["ratelimited", "ratelimited"]


def test_where_the_rate_is_used_up_answers_leave_all_the_same(office: Office) -> None:
    office.post = replace(office.post, pace=Pace({POSTS: Rate(1, 1)}))
    office.write(hello(), hello("test:2:hello:1", STAFF))
    assert [deliver(office.post), deliver(office.post)] == [True, False]

    office.write(hello("test:3:hello:1", KARI, priority=ANSWER))
    assert [deliver(office.post), deliver(office.post)] == [True, False]
    assert (office.row("test:2:hello:1").state, office.row("test:3:hello:1").state) == ("waiting", "sent")


def test_a_channel_rests_between_two_messages_others_do_not_wait(office: Office) -> None:
    office.post = replace(office.post, pace=Pace(channel=30.0))
    office.write(hello(), hello("test:2:hello:1"), hello("test:3:hello:1", STAFF))
    assert [deliver(office.post), deliver(office.post), deliver(office.post)] == [True, True, False]
    assert (office.posts(), office.posts(STAFF)) == (["Hei"], ["Hei"])

    office.change("test:1:hello:1", finished_at=time.time() - 31)
    assert deliver(office.post)
    assert office.posts() == ["Hei", "Hei"]


def test_a_change_needs_no_rest_of_its_channel(office: Office) -> None:
    office.post = replace(office.post, pace=Pace(channel=30.0))
    new = Outgoing("test:1:hello:2", NETWORK, {"text": "Nytt"}, method="chat.update", parent="test:1:hello:1")
    office.write(hello(), new)
    assert [deliver(office.post), deliver(office.post)] == [True, True]
    assert office.posts() == ["Nytt"]


def test_whoever_was_idle_sends_an_answer_at_once(database: Database) -> None:
    usual = Pace(rates(4, 8, 50, 100), channel=1.0)
    reserve(database, usual, BULK, 1000.0)
    assert reserve(database, usual, ANSWER, 1060.0) == 0
