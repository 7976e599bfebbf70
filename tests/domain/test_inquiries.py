"""A question to a person is sent once and answered once, by whoever comes first, with the words that were seen."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import inquiries
from bot.domain.inquiries import ALREADY_ANSWERED, ALREADY_SENT, CHANGED, GONE, Inquiry, fingerprint
from tests.clock import Clock

NOW = Clock()()


def inquiry(name: str = "i1", question: str = "q1") -> Inquiry:
    given = {"channel": "C1", "thread": "1.1", "asker": "U1", "words": "Hva?", "lang": "nb", "sent_at": NOW}
    return Inquiry(id=name, question_id=question, **given)  # type: ignore[arg-type]


@pytest.fixture
def sent(database: Database) -> str:
    with database.write() as session:
        inquiries.send(session, inquiry())
        inquiries.write_draft(session, "i1", "Ti.")
    return "i1"


def reply(database: Database, seen: str = "Ti.", person: str = "U9") -> None:
    with database.write() as session:
        inquiries.reply(session, "i1", fingerprint(seen), person, NOW)


def refusal(act: object, *given: object) -> Text:
    with pytest.raises(UserError) as refused:
        act(*given)  # type: ignore[operator]
    return refused.value.words


@pytest.mark.usefixtures("sent")
def test_a_question_is_sent_once(database: Database) -> None:
    with database.write() as session:
        assert refusal(inquiries.send, session, inquiry("i2")) == ALREADY_SENT
        inquiries.send(session, inquiry("i3", "q2"))


def test_the_draft_that_was_seen_becomes_the_reply(database: Database, sent: str) -> None:
    reply(database)
    with database.read() as session:
        done = session.get_one(Inquiry, sent)
    assert (done.reply, done.draft, done.replied_by, done.replied_at) == ("Ti.", "", "U9", NOW)


@pytest.mark.usefixtures("sent")
def test_another_draft_is_refused(database: Database) -> None:
    assert refusal(reply, database, "Tjue.") == CHANGED


def test_what_is_answered_stays_so(database: Database, sent: str) -> None:
    reply(database)
    assert refusal(reply, database, "") == ALREADY_ANSWERED
    with database.write() as session:
        assert refusal(inquiries.write_draft, session, sent, "Tjue.") == ALREADY_ANSWERED
        assert refusal(inquiries.unanswered, session, "nothing") == GONE


@pytest.mark.usefixtures("sent")
def test_of_eight_who_reply_at_once_one_does(database: Database) -> None:
    together = Barrier(8)

    def try_it(n: int) -> bool:
        together.wait()
        try:
            reply(database, person=f"U{n}")
        except UserError:
            return False
        return True

    with ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(try_it, range(8))) == 1


@pytest.mark.parametrize(("days", "asker"), [(29, "U1"), (31, None)])
def test_names_go_thirty_days_after_the_reply(database: Database, sent: str, days: int, asker: str | None) -> None:
    reply(database)
    with database.write() as session:
        inquiries.forget_names(session, NOW + timedelta(days=days))
    with database.read() as session:
        assert session.get_one(Inquiry, sent).asker == asker


@pytest.mark.parametrize(("days", "asker"), [(89, "U1"), (91, None)])
def test_without_a_reply_names_go_after_ninety_days(
    database: Database, sent: str, days: int, asker: str | None
) -> None:
    with database.write() as session:
        inquiries.forget_names(session, NOW + timedelta(days=days))
    with database.read() as session:
        assert session.get_one(Inquiry, sent).asker == asker
