"""Questions: whose they are, what a follow-up follows, when a name is forgotten."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import questions
from bot.domain.questions import GONE, NOT_YOURS, Question
from tests.clock import Clock

NOW = Clock()()


def question(asker: str | None = "U1", **given: Any) -> Question:
    fields: dict[str, Any] = {"channel": None, "thread": None, "words": "Hva?", "follows": None, "lang": "nb"}
    fields |= {"outcome": "answered", "entries": ["a.b"], "asked_at": NOW}
    return Question(asker=asker, **fields | given)


def keep(database: Database, *rows: Question) -> None:
    with database.write() as session:
        session.add_all(rows)


def follows(database: Database, asker: str, channel: str | None = None, thread: str | None = None) -> str | None:
    with database.read() as session:
        return questions.previous(session, asker, channel, thread, NOW)


def test_a_thread_is_followed_whoever_asked_and_however_long_ago(database: Database) -> None:
    old = NOW - timedelta(days=3)
    keep(database, question("U2", channel="C1", thread="1.1", words="I tråden", asked_at=old), question(words="Privat"))
    assert follows(database, "U1", "C1", "1.1") == "I tråden"


def test_elsewhere_ones_own_recent_private_question_is_followed(database: Database) -> None:
    keep(database, question(words="Først", asked_at=NOW - timedelta(minutes=5)), question(words="Sist"))
    assert follows(database, "U1", "D1", "9.9") == "Sist"


@pytest.mark.parametrize(
    "other",
    [
        question("U2"),
        question(channel="C1", thread="2.2"),
        question(asked_at=NOW - timedelta(minutes=15)),
        question(None),
    ],
    ids=["another's", "in public", "long ago", "forgotten"],
)
def test_nothing_else_is_followed(database: Database, other: Question) -> None:
    keep(database, other)
    assert follows(database, "U1", "D1", "9.9") is None


def test_only_the_asker_owns_a_question(database: Database) -> None:
    keep(database, question(id="mine"), question(None, id="forgotten"))
    with database.read() as session:
        assert questions.own(session, "mine", "U1").id == "mine"
        for name, person, words in (("mine", "U2", NOT_YOURS), ("forgotten", "U1", GONE), ("none", "U1", GONE)):
            with pytest.raises(UserError) as refused:
                questions.own(session, name, person)
            assert refused.value.words == words


def test_after_thirty_days_name_and_place_go_the_question_stays(database: Database) -> None:
    old = NOW - timedelta(days=30, seconds=1)
    keep(database, question(id="old", channel="C1", thread="1.1", asked_at=old), question(id="new", channel="C1"))
    with database.write() as session:
        questions.forget_names(session, NOW)
    with database.read() as session:
        gone, kept = session.get_one(Question, "old"), session.get_one(Question, "new")
    assert (gone.asker, gone.channel, gone.thread, gone.words) == (None, None, None, "Hva?")
    assert (kept.asker, kept.channel) == ("U1", "C1")


def test_deleting_takes_ones_own(database: Database) -> None:
    keep(database, question(), question(), question("U2"))
    with database.write() as session:
        assert [questions.delete_all(session, who) for who in ("U1", "U1")] == [2, 0]
