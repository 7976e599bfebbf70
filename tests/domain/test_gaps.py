"""Gaps: what belongs together, what a filled one settles, and who is to be told."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.questions import Question, explain, export, gaps, rate
from bot.domain.questions.gaps import ALREADY, Gap
from tests.clock import Clock

NOW = Clock()()


def question(asker: str | None, words: str, **given: Any) -> Question:
    fields: dict[str, Any] = {"channel": None, "thread": None, "follows": None, "lang": "nb", "outcome": "refused"}
    fields |= {"entries": ["area.visperud"], "asked_at": NOW}
    return Question(asker=asker, words=words, **fields | given)


def topic(words: str, _near: str | None) -> str | None:
    return "gebyr" if "gebyr" in words.casefold() else None


def keep(database: Database, *rows: Question) -> None:
    with database.write() as session:
        session.add_all(rows)


def found(database: Database) -> list[Gap]:
    with database.read() as session:
        return gaps.found(session, NOW, topic)


def test_refused_and_disliked_questions_are_grouped_by_entry_and_topic(database: Database) -> None:
    keep(
        database,
        question("U1", "Hva er gebyret?", asked_at=NOW - timedelta(days=2)),
        question("U2", "hva er GEBYRET"),
        question("U3", "Hvor høyt er gebyret?", outcome="answered", helpful=False),
        question("U4", "Finnes det pingviner?", entries=[]),
        question("U5", "Svart på", outcome="answered", helpful=True),
        question("U6", "Uten tommel", outcome="answered"),
        question("U7", "Gammelt gebyr", asked_at=NOW - timedelta(days=91)),
        question("U8", "Avklart gebyr", settled_by="x"),
    )
    fees, penguins = found(database)
    assert (fees.near, fees.topic, len(fees.questions), fees.disliked) == ("area.visperud", "gebyr", 3, 1)
    assert [one.words for one in fees.wordings()] == ["hva er GEBYRET", "Hvor høyt er gebyret?"]
    assert (penguins.near, penguins.topic) == (None, None)


def test_what_is_filled_settles_the_same_words_and_tells_each_person_once(database: Database) -> None:
    old = NOW - timedelta(days=40)
    keep(
        database,
        question("U1", "Hva er gebyret?", asked_at=NOW - timedelta(days=1), lang="nn"),
        question("U1", "Hva er gebyret", id="newest"),
        question("U2", "hva er  gebyret?", lang="en"),
        question(None, "Hva er gebyret?", asked_at=old),
        question("U3", "Hvor høyt er gebyret?"),
    )
    with database.write() as session:
        asked = gaps.chosen(session, NOW, ["newest"])
        told = gaps.settle(session, asked, "answer")
    assert {(one.asker, one.lang) for one in told} == {("U1", "nb"), ("U2", "en")}
    assert [gap.questions[0].asker for gap in found(database)] == ["U3"]


def test_a_gap_is_filled_once(database: Database) -> None:
    keep(database, question("U1", "Hva er gebyret?", id="one"))
    with database.write() as session:
        gaps.settle(session, gaps.chosen(session, NOW, ["one"]), "answer")
    with database.write() as session, pytest.raises(UserError) as refused:
        gaps.chosen(session, NOW, ["one"])
    assert refused.value.words == ALREADY
    with database.read() as session, pytest.raises(UserError):
        gaps.find(session, NOW, topic, "area.visperud", "gebyr")


def test_a_thumb_up_takes_back_why_it_pointed_down(database: Database) -> None:
    keep(database, question("U1", "Hva?", id="one", outcome="answered"))
    with database.write() as session:
        rate(session, "one", "U1", helpful=False)
        explain(session, "one", "U1", "old", "Det er fra 2019.")
    with database.write() as session:
        [mine] = export(session, "U1")
        assert (mine["reason"], mine["remark"]) == ("old", "Det er fra 2019.")
        rate(session, "one", "U1", helpful=True)
        explain(session, "one", "U1", "old", "For sent")
    with database.read() as session:
        kept = session.get_one(Question, "one")
    assert (kept.helpful, kept.reason, kept.remark) == (True, None, "")
