"""Every row of the outbox leaves the house once: whatever Slack, the line or the process does."""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from threading import Thread

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.slack.send import SlackSend
from bot.slack.web_api import WebApi
from bot.workspace import Workspace
from scheduler import delivery, pacing
from scheduler.calls import Found, Missing, Outcome, Posted
from scheduler.delivery import deliver
from scheduler.leftovers import retry
from scheduler.outbox import ANSWER, BULK, POSTS, Outgoing, OutgoingRow, cancel, forget, forget_all
from scheduler.pacing import Pace, PaceRow, Rate
from tests import postgres
from tests.scheduler.office import LOOKUPS, Office, hello
from tests.slacks import ELSEWHERE, KARI, NETWORK, STAFF
from tests.waiting import eventually

KEY = "test:1:hello:1"
AMBIGUOUS = ["drop", "500", "internal_error", "not_json"]


def place(office: Office, kind: str) -> tuple[Outgoing, str, str | None]:
    """A row for a place of this kind, and the channel and thread where its message must stand."""
    im = office.workspace.im(KARI)
    if kind == "thread":
        root = office.workspace.say(KARI, NETWORK, "Spørsmål")["ts"]
        return Outgoing(KEY, NETWORK, {"text": "Hei", "thread_ts": root}), NETWORK, root
    to = {"channel": NETWORK, "private channel": STAFF, "person": KARI, "direct message": im}[kind]
    return hello(to=to), im if kind == "person" else to, None


PLACES = ["channel", "private channel", "person", "direct message", "thread"]


def test_a_row_is_sent_once(office: Office) -> None:
    office.write(hello())
    office.write(hello())

    assert [deliver(office.post), deliver(office.post)] == [True, False]
    assert office.posts() == ["Hei"]


def test_what_became_of_it_is_written_down_and_its_words_are_forgotten(office: Office) -> None:
    office.write(hello(to=KARI, otherwise=hello("test:1:other:1")))
    office.work()

    row, im = office.row(KEY), office.workspace.im(KARI)
    [message] = office.workspace.messages(KARI, im)
    assert (row.state, row.sent_to, row.ts, row.reason) == ("sent", im, message["ts"], None)
    assert (row.payload, row.otherwise, row.lease_owner, row.attempted_at) == ({}, None, None, None)


def test_what_can_never_be_delivered_is_kept_with_its_reason(office: Office) -> None:
    office.write(hello(to="C0NOWHERE"))
    office.work()

    row = office.row(KEY)
    assert (row.state, row.reason, row.payload) == ("failed", "channel_not_found", {"text": "Hei"})
    assert office.left == [KEY]
    assert len(office.calls("chat.postMessage")) == 1


def test_where_it_cannot_go_its_replacement_goes(office: Office) -> None:
    office.write(hello(to=ELSEWHERE, otherwise=Outgoing("test:1:private:1", KARI, {"text": "Privat"})))
    office.work()

    assert (office.row(KEY).reason, office.row("test:1:private:1").state) == ("not_in_channel", "sent")
    assert office.posts(office.workspace.im(KARI)) == ["Privat"]


def test_when_slack_says_wait_it_waits_that_long(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "429", seconds=7)
    office.write(hello())
    deliver(office.post)

    row = office.row(KEY)
    assert (row.state, row.reason, row.attempted_at) == ("waiting", "ratelimited", None)
    assert row.due_at == pytest.approx(time.time() + 7, abs=2)
    assert deliver(office.post) is False

    office.work()
    assert office.posts() == ["Hei"]
    assert office.calls("conversations.history") == []


def test_a_refused_connection_is_tried_again_without_looking(office: Office) -> None:
    nobody = WebApi(f"http://127.0.0.1:{postgres.free_port()}/api/", "xoxb-1", timeout=1)
    office.write(hello())
    deliver(replace(office.post, send=SlackSend(nobody)))
    nobody.close()

    row = office.row(KEY)
    assert (row.state, row.reason, row.attempted_at) == ("waiting", "ConnectError", None)
    office.work()
    assert office.posts() == ["Hei"]


@pytest.mark.parametrize("kind", PLACES)
def test_after_a_dropped_reply_the_message_is_found_and_not_sent_again(office: Office, kind: str) -> None:
    outgoing, channel, thread = place(office, kind)
    office.workspace.fault("chat.postMessage", "drop")
    office.write(outgoing)
    office.work()

    assert office.posts(channel, thread) == ["Hei"]
    assert len(office.calls("chat.postMessage")) == 1
    row = office.row(KEY)
    assert (row.state, row.sent_to) == ("sent", channel)
    assert row.ts in office.workspace.state.channels[channel].posts


@pytest.mark.parametrize("fault", AMBIGUOUS)
def test_whatever_hides_the_outcome_there_is_one_message(office: Office, fault: str) -> None:
    office.workspace.fault("chat.postMessage", fault)
    office.write(hello())
    office.work()

    assert office.posts() == ["Hei"]
    assert len(office.calls("chat.postMessage")) == 1


@pytest.mark.parametrize("kind", PLACES)
@pytest.mark.parametrize("fault", ["drop_before", "500_before"])
def test_what_was_never_done_is_sent_after_the_last_look(office: Office, kind: str, fault: str) -> None:
    outgoing, channel, thread = place(office, kind)
    office.workspace.fault("chat.postMessage", fault)
    office.write(outgoing)
    steps = [office.step() for _ in range(2 + len(LOOKUPS))]

    assert steps == [True] * (2 + len(LOOKUPS))
    looks = office.calls("conversations.replies" if thread else "conversations.history")
    assert (len(looks), len(office.calls("chat.postMessage"))) == (len(LOOKUPS), 2)
    assert office.posts(channel, thread) == ["Hei"]


def test_the_waits_before_the_looks_are_those_set(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop_before")
    office.write(hello())
    for wait in LOOKUPS:
        office.step()
        assert office.row(KEY).due_at == pytest.approx(time.time() + wait, abs=2)


def test_a_history_that_lags_behind_is_looked_at_again(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    [message] = [post for post in office.workspace.state.channels[NETWORK].posts.values() if "bot_id" in post.body]
    message.in_history_from = time.time() + 1000
    office.step()
    assert (office.row(KEY).state, office.row(KEY).reason) == ("waiting", "RemoteProtocolError, not found yet")

    message.in_history_from = 0.0
    office.work()
    assert (office.row(KEY).state, office.row(KEY).ts, office.posts()) == ("sent", message.ts, ["Hei"])


def test_a_look_that_fails_is_no_look(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    for fault in ("drop", "429", "500_before"):
        office.workspace.fault("conversations.history", fault)
    office.write(hello())
    for _ in range(4):
        office.step()
    assert (office.row(KEY).state, office.row(KEY).lookups) == ("waiting", 0)

    office.work()
    assert office.posts() == ["Hei"]


def test_a_message_is_found_among_many(office: Office) -> None:
    office.workspace.page_size = 3
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    for n in range(10):
        office.workspace.say(KARI, NETWORK, f"Prat {n}")
    office.work()

    assert office.posts() == ["Hei"]
    assert len(office.calls("chat.postMessage")) == 1


def test_where_it_can_never_be_looked_up_it_is_not_sent_again(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    office.workspace.state.channels[NETWORK].members.remove(office.workspace.app.bot_user)
    office.work()

    assert (office.row(KEY).state, office.posts(), office.left) == ("parked", ["Hei"], [KEY])
    assert office.row(KEY).reason == "perhaps sent, cannot look: not_in_channel"


def test_a_thread_whose_first_message_is_not_found_is_looked_for_again_and_then_parked(office: Office) -> None:
    outgoing, _, thread = place(office, "thread")
    office.workspace.fault("chat.postMessage", "drop")
    office.write(outgoing)
    office.step()
    root = office.workspace.state.channels[NETWORK].posts[str(thread)]
    root.in_history_from = time.time() + 1000
    office.step()
    assert office.row(KEY).reason == "RemoteProtocolError, not found yet"
    office.work()
    assert (office.row(KEY).state, office.row(KEY).reason) == ("parked", "perhaps sent, the place to look is gone")
    assert len(office.calls("chat.postMessage")) == 1


def test_a_look_that_takes_longer_than_the_lease_counts(office: Office) -> None:
    office.workspace.page_size = 1
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    for n in range(3):
        office.workspace.say(KARI, NETWORK, f"Prat {n}")
    office.workspace.fault("conversations.history", "hold", times=4, seconds=0.4)
    office.post = replace(office.post, lease=0.6)
    assert office.step()
    assert (office.row(KEY).state, office.posts()) == ("sent", ["Hei"])


def test_that_a_message_was_found_is_true_whoever_holds_its_row(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    office.workspace.fault("conversations.history", "hold", seconds=20)
    looking = Thread(target=office.step)
    looking.start()
    eventually(lambda: office.calls("conversations.history"))
    office.change(KEY, lease_owner="another", lease_until=time.time() + 60)
    office.workspace.release()
    looking.join()
    assert (office.row(KEY).state, office.posts()) == ("sent", ["Hei"])


def test_a_message_that_slack_never_takes_is_parked_after_twelve_hours_of_tries(office: Office) -> None:
    office.post = replace(office.post, lookups=(3600.0, 3 * 3600.0))
    office.workspace.fault("chat.postMessage", "502_before", times=10)
    office.write(hello(otherwise=hello("test:1:other:1")))
    office.work()

    row = office.row(KEY)
    assert (row.state, row.reason) == ("parked", "perhaps sent, never found after 3 tries: http 502")
    assert (len(office.calls("chat.postMessage")), office.left, row.payload) == (3, [KEY], {"text": "Hei"})

    office.write(hello())
    assert not office.step()  # its key stays
    office.workspace.faults.clear()
    with office.database.write() as session:
        retry(session, KEY)
    office.work()
    assert office.posts() == ["Hei"]


def test_while_slack_cannot_be_looked_at_either_no_message_is_given_up(office: Office) -> None:
    office.post = replace(office.post, lookups=(13 * 3600.0,))
    office.workspace.fault("chat.postMessage", "500_before")
    office.workspace.fault("conversations.history", "500", times=20)
    office.write(hello())
    for _ in range(21):
        office.step()
    assert (office.row(KEY).state, office.row(KEY).lookups) == ("waiting", 0)


class Blind(SlackSend):
    """Sees nothing when it looks: delivery without its look-up."""

    def find(self, posted: Posted, still_ours: Callable[[], bool]) -> Found:
        return Missing()


def test_without_the_look_a_message_would_come_twice(office: Office) -> None:
    """The tests above can fail."""
    office.post = replace(office.post, send=Blind(office.api))
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.work()
    assert office.posts() == ["Hei", "Hei"]


# --- leases ---


def test_after_a_kill_the_row_is_looked_up_first(office: Office, database: Database) -> None:
    """The first process is frozen in its call; its lease runs out; another takes over; the first wakes up."""
    second = Office(office.workspace, database, "second")
    office.workspace.fault("chat.postMessage", "hold", seconds=20)
    office.write(hello())
    first = Thread(target=deliver, args=(office.post,))
    first.start()
    eventually(office.posts)
    assert deliver(second.post) is False

    office.lose_lease(KEY)
    assert deliver(second.post) is True
    found = office.row(KEY)
    office.workspace.release()
    first.join()
    second.work()

    assert (found.state, found.lease_owner, office.row(KEY).ts) == ("sent", None, found.ts)
    assert len(office.calls("chat.postMessage")) == 1
    second.close()


def test_a_row_whose_process_died_before_the_call_is_simply_sent(office: Office) -> None:
    office.write(hello())
    office.change(KEY, state="leased", lease_owner="dead")
    office.lose_lease(KEY)
    office.work()

    assert (office.posts(), office.calls("conversations.history")) == (["Hei"], [])


@contextmanager
def claimed(office: Office, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Within, the row is claimed and waits for its moment."""
    for module in (pacing, delivery):
        monkeypatch.setattr(module, "HORIZON", 60.0)
    office.post = replace(office.post, pace=Pace({POSTS: Rate(1, 1)}))
    office.write(hello())
    with office.database.write() as session:
        session.add(PaceRow(name=POSTS, rate=1, free_at=time.time() + 5))
    with ThreadPoolExecutor(1) as pool:
        pool.submit(deliver, office.post)
        eventually(lambda: office.row(KEY).state == "leased")
        yield


def test_whoever_lost_the_lease_sends_nothing(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with claimed(office, monkeypatch):
        office.change(KEY, lease_owner="thief")

    assert office.calls("chat.postMessage") == []
    assert (office.row(KEY).state, office.row(KEY).lease_owner) == ("leased", "thief")


def test_whoever_froze_before_the_call_for_longer_than_the_lease_sends_nothing(office: Office) -> None:
    office.write(hello())
    office.post = replace(office.post, lease=0.0)
    deliver(office.post)
    assert office.calls("chat.postMessage") == []

    office.post = replace(office.post, lease=30.0)
    office.work()
    assert (office.posts(), len(office.calls("conversations.history"))) == (["Hei"], len(LOOKUPS))


# --- what is taken back ---


@pytest.mark.parametrize(("fault", "expected"), [("drop_before", []), ("drop", ["Hei"]), ("429", [])])
def test_what_is_taken_back_while_its_outcome_is_unknown_is_not_sent_again(
    office: Office, fault: str, expected: list[str]
) -> None:
    office.workspace.fault("chat.postMessage", fault, seconds=1)
    office.write(hello())
    office.step()
    with office.database.write() as session:
        cancel(session, "test:1:")
    office.work()

    assert (office.posts(), len(office.calls("chat.postMessage")), office.left) == (expected, 1, [])
    assert office.row(KEY).state == ("sent" if expected else "cancelled")


def test_what_is_taken_back_just_before_its_moment_is_not_sent(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    with claimed(office, monkeypatch), office.database.write() as session:
        cancel(session, "test:1:")
    assert (office.calls("chat.postMessage"), office.row(KEY).state) == ([], "cancelled")


def test_a_file_that_is_taken_back_while_it_is_looked_for_is_given_up(office: Office) -> None:
    office.workspace.fault("files.completeUploadExternal", "drop_before")
    office.write(Outgoing(KEY, KARI, {"filename": "data.json", "content": "1", "text": "Hei"}, method="files.share"))
    office.step()
    office.write(hello("other:1:hello:1", KARI))
    with office.database.write() as session:
        cancel(session, "test:1:")
    office.work()
    assert office.row(KEY).state == "cancelled"


def test_a_file_of_who_is_forgotten_while_it_is_being_sent_is_not_sent_after_all(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.workspace.fault("files.getUploadURLExternal", "429", seconds=0.1)
    shared = {"filename": "data.json", "content": "1", "text": "Hei"}
    office.write(Outgoing(KEY, KARI, shared, method="files.share"))
    call = SlackSend.__call__

    def forgotten_meanwhile(send: SlackSend, posted: Posted) -> Outcome:
        with office.database.write() as session:
            forget(session, KARI, datetime.now(UTC))
        return call(send, posted)

    monkeypatch.setattr(SlackSend, "__call__", forgotten_meanwhile)
    office.work()
    row = office.row(KEY)
    assert (row.state, row.payload, office.calls("files.completeUploadExternal")) == ("cancelled", {}, [])


def test_a_change_that_is_taken_back_while_its_outcome_is_unknown_is_not_made_again(office: Office) -> None:
    office.write(hello())
    office.work()
    office.workspace.fault("chat.update", "drop")
    office.write(Outgoing("test:1:hello:2", NETWORK, {"text": "Ny"}, method="chat.update", parent=KEY))
    office.step()
    with office.database.write() as session:
        cancel(session, "test:1:hello:2")
    office.work()
    assert (office.row("test:1:hello:2").state, len(office.calls("chat.update"))) == ("cancelled", 1)


def test_a_change_is_made_although_a_later_one_was_refused(office: Office) -> None:
    office.write(hello())
    office.work()
    office.workspace.fault("chat.update", "429", seconds=0.1)
    office.write(Outgoing("test:1:hello:2", NETWORK, {"text": "Ny"}, method="chat.update", parent=KEY))
    office.step()
    office.write(Outgoing("test:1:hello:3", NETWORK, {"text": ""}, method="chat.update", parent=KEY))
    office.change("test:1:hello:3", state="failed")
    office.work()
    assert office.posts() == ["Ny"]


def test_several_processes_send_each_row_once_and_each_channel_in_order(
    office: Office, database: Database, workspace: Workspace
) -> None:
    channels = [NETWORK, STAFF, "C0ARRANGEMENT", KARI]
    office.write(*(Outgoing(f"test:{n}:{to}:1", to, {"text": f"{n}"}) for n in range(12) for to in channels))
    other = Database(database.url.render_as_string(hide_password=False))
    offices = [Office(workspace, base, name) for name, base in (("a", database), ("b", other))]

    def work(one: Office) -> None:
        eventually(lambda: not deliver(one.post) and not busy(database), within=30)

    with ThreadPoolExecutor(6) as pool:
        for future in [pool.submit(work, one) for one in offices * 3]:
            future.result()
    for channel in (*channels[:3], workspace.im(KARI)):
        assert office.posts(channel) == [f"{n}" for n in range(12)]
    for one in offices:
        one.close()
    other.close()


def busy(database: Database) -> bool:
    with database.read() as session:
        query = sa.select(OutgoingRow.id).where(OutgoingRow.state.in_(["waiting", "leased"])).limit(1)
        return session.scalar(query) is not None


# --- order ---


def test_in_a_channel_one_at_a_time_others_do_not_wait(office: Office) -> None:
    office.write(hello("test:1:a:1"), hello("test:2:a:1"), hello("test:3:a:1", to=STAFF))
    office.change("test:1:a:1", state="leased", lease_owner="another", lease_until=time.time() + 30)

    assert [office.step(), office.step()] == [True, False]
    assert (office.row("test:2:a:1").state, office.row("test:3:a:1").state) == ("waiting", "sent")


def test_answers_leave_before_the_rest_and_the_rest_in_its_order(office: Office) -> None:
    rows = [("bulk", BULK), ("first", 5), ("second", 5), ("answer", ANSWER)]
    office.write(*(Outgoing(f"test:{text}:a:1", NETWORK, {"text": text}, priority=at) for text, at in rows))
    office.work()
    assert office.posts() == ["answer", "first", "second", "bulk"]


@pytest.mark.parametrize("fault", ["429", "drop_before"])
def test_a_message_that_has_to_be_tried_again_is_not_overtaken_in_its_channel(office: Office, fault: str) -> None:
    office.workspace.fault("chat.postMessage", fault, seconds=1)
    root = office.workspace.say(KARI, NETWORK, "Spørsmål")["ts"]
    reply = Outgoing("test:3:a:1", NETWORK, {"text": "I tråden", "thread_ts": root})
    office.write(*(Outgoing(f"test:{n}:a:1", NETWORK, {"text": f"{n}"}) for n in (1, 2)), reply)
    deliver(office.post)
    with office.database.write() as session:
        session.execute(sa.delete(PaceRow))
    assert [deliver(office.post), deliver(office.post)] == [True, False]
    assert (office.posts(), office.posts(thread=root)) == ([], ["I tråden"])

    office.work()
    assert office.posts() == ["1", "2"]


def test_a_message_whose_outcome_stays_unknown_does_not_hold_up_its_channel_for_ever(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop_before")
    office.write(hello(), Outgoing("test:2:a:1", NETWORK, {"text": "Neste"}))
    deliver(office.post)
    assert deliver(office.post) is False
    office.change(KEY, tried_at=time.time() - 601)
    assert deliver(office.post)
    assert office.posts() == ["Neste"]


def test_what_is_more_urgent_overtakes(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop_before")
    office.write(hello(), Outgoing("test:2:a:1", NETWORK, {"text": "Svar"}, priority=ANSWER))
    office.change("test:2:a:1", due_at=time.time() + 60)
    deliver(office.post)
    office.change("test:2:a:1", due_at=0)
    assert deliver(office.post)
    assert office.posts() == ["Svar"]


# --- rows that belong to another ---


def update() -> Outgoing:
    return Outgoing("test:1:hello:2", NETWORK, {"text": "Nytt"}, method="chat.update", parent=KEY)


def test_a_change_and_a_reply_wait_for_their_message(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "429", seconds=60)
    office.write(hello(), update(), Outgoing("test:1:reply:1", NETWORK, {"text": "Svar"}, parent=KEY))
    assert [deliver(office.post), deliver(office.post)] == [True, False]
    assert (office.row("test:1:hello:2").state, office.row("test:1:reply:1").state) == ("waiting", "waiting")

    office.work()
    root = office.row(KEY).ts
    assert office.posts() == ["Nytt"]
    assert office.posts(thread=root) == ["Nytt", "Svar"]


def test_a_change_of_a_personal_message_goes_to_its_conversation(office: Office) -> None:
    office.write(hello(to=KARI), Outgoing("test:1:hello:2", KARI, {"text": "Nytt"}, method="chat.update", parent=KEY))
    office.work()
    assert office.posts(office.workspace.im(KARI)) == ["Nytt"]


@pytest.mark.parametrize("parent", [hello(to="C0NOWHERE"), None])
def test_what_belongs_to_a_message_that_never_was_fails(office: Office, parent: Outgoing | None) -> None:
    office.write(*([parent] if parent else []), update())
    office.work()
    assert (office.row("test:1:hello:2").state, office.row("test:1:hello:2").reason) == ("failed", "parent_failed")


@pytest.mark.parametrize("state", ["failed", "parked", None])
def test_a_reply_to_a_message_that_is_not_there_goes_out_without_a_thread_once(
    office: Office, state: str | None
) -> None:
    office.write(*([hello()] if state else []), Outgoing("test:1:reply:1", NETWORK, {"text": "Svar"}, parent=KEY))
    office.change(KEY, state=state)
    office.workspace.fault("chat.postMessage", "drop")
    office.step()
    assert office.row("test:1:reply:1").state == "waiting"
    if state:
        with office.database.write() as session:
            retry(session, KEY)  # meanwhile its message comes all the same
    office.work()
    assert office.posts().count("Svar") == 1
    assert office.row("test:1:reply:1").state == "sent"


@pytest.mark.parametrize(("fault", "state", "there"), [("drop", "sent", ["Hei"]), ("drop_before", "cancelled", [])])
def test_what_is_forgotten_while_nobody_knows_whether_it_arrived_is_looked_for_and_not_sent_again(
    office: Office, fault: str, state: str, there: list[str]
) -> None:
    office.workspace.fault("chat.postMessage", fault)
    office.write(hello(), update())
    office.step()
    with office.database.write() as session:
        assert forget_all(session, "test:1:hello:1") == 1
    assert (office.row(KEY).state, office.row(KEY).payload) == ("waiting", {})
    office.work()
    assert office.row(KEY).state == state
    assert office.posts() == (["Nytt"] if there else [])
    assert office.left == []


def test_what_is_to_go_out_instead_to_who_is_forgotten_does_not(office: Office) -> None:
    office.write(hello(to="C0NOWHERE", otherwise=hello("test:1:sorry:1", to=KARI)))
    with office.database.write() as session:
        forget(session, KARI, datetime.now(UTC))
    office.work()
    assert (office.row(KEY).state, office.posts(office.workspace.im(KARI))) == ("failed", [])


def test_what_failed_in_the_conversation_with_who_is_forgotten_loses_its_words(office: Office) -> None:
    im = office.workspace.im(KARI)
    office.write(hello(to=KARI))
    office.work()
    office.write(hello("test:2:hello:1", to=im), hello("test:3:hello:1"))
    office.change("test:2:hello:1", state="failed")
    with office.database.write() as session:
        forget(session, KARI, datetime.now(UTC))
    assert (office.row("test:2:hello:1").state, office.row("test:2:hello:1").payload) == ("cancelled", {})
    assert office.row("test:3:hello:1").state == "waiting"


def test_a_change_of_unknown_outcome_is_made_again(office: Office) -> None:
    office.workspace.fault("chat.update", "drop")
    office.write(hello(), update())
    office.work()
    assert (office.posts(), len(office.calls("chat.update"))) == (["Nytt"], 2)


def test_a_change_that_stays_unknown_is_repeated_ever_more_seldom(office: Office) -> None:
    office.write(hello(), update())
    deliver(office.post)
    office.workspace.fault("chat.update", "500", times=100)
    waits = []
    for _ in range(22):
        office.step()
        waits.append(office.row("test:1:hello:2").due_at - time.time())
    assert waits == pytest.approx([1] * 10 + [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600], abs=1)


# --- access ---


@pytest.mark.parametrize("word", ["token_revoked", "account_inactive", "invalid_auth", "ekm_access_denied"])
def test_without_a_valid_token_nothing_is_tried_and_nothing_is_lost(office: Office, word: str) -> None:
    office.workspace.app.token_fault = word
    office.write(hello(), hello("test:2:hello:1", STAFF))
    assert [deliver(office.post), deliver(office.post)] == [True, False]
    assert (office.row(KEY).state, office.row(KEY).reason, office.left) == ("waiting", word, [])
    assert (office.post.access.refused, len(office.calls("chat.postMessage"))) == (word, 1)

    office.workspace.app.token_fault = None
    office.work()
    assert (office.posts(), office.posts(STAFF), office.post.access.refused) == (["Hei"], ["Hei"], None)


@pytest.mark.parametrize("word", ["team_added_to_org", "org_login_required"])
def test_while_the_workspace_moves_to_an_organization_messages_wait(office: Office, word: str) -> None:
    office.workspace.app.token_fault = word
    office.write(hello())
    deliver(office.post)
    assert (office.row(KEY).state, office.row(KEY).reason, office.left) == ("waiting", word, [])

    office.workspace.app.token_fault = None
    office.work()
    assert (office.posts(), office.post.access.refused) == (["Hei"], None)


def test_that_the_token_was_mended_is_found_out_without_a_message(office: Office) -> None:
    office.post.access.refuse("token_revoked")
    assert (office.step(), office.post.access.refused) == (False, None)

    office.post.access.refuse("token_revoked")
    assert (deliver(office.post), office.calls("auth.test")[1:]) == (False, [])

    office.workspace.app.token_fault = "invalid_auth"
    office.step()
    assert (office.post.access.refused, office.post.access.closed()) == ("invalid_auth", True)

    office.workspace.fault("auth.test", "500")
    office.step()
    assert (office.post.access.refused, office.post.access.closed()) == ("invalid_auth", True)


def test_a_receiver_who_has_left_does_not_make_a_refused_token_good(office: Office) -> None:
    office.workspace.app.token_fault = "token_revoked"
    office.write(hello())
    deliver(office.post)
    office.post = replace(office.post, send=SlackSend(office.api, has_left=lambda _person: True))
    office.write(hello("test:2:hello:1", KARI))
    office.change(KEY, due_at=time.time() + 60)
    office.post.access.probe_at = 0.0
    deliver(office.post)
    assert (office.row("test:2:hello:1").state, office.post.access.refused) == ("cancelled", "token_revoked")


def test_a_look_without_a_valid_token_waits_too(office: Office) -> None:
    office.workspace.fault("chat.postMessage", "drop")
    office.write(hello())
    office.step()
    office.workspace.app.token_fault = "token_revoked"
    office.step()
    assert (office.row(KEY).state, office.row(KEY).lookups) == ("waiting", 0)

    office.workspace.app.token_fault = None
    office.work()
    assert office.posts() == ["Hei"]
