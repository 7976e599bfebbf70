"""Whatever is pressed, pressed again, taken back and closed: the ballots are those of the plain definition."""

from dataclasses import dataclass, field

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.kinds import WRITTEN, Kind, count
from bot.domain.companies import rows as companies
from bot.domain.polls import closing, person, results, tables, voting
from bot.domain.polls.voting import Click, vote
from tests.domain.balloting import CHANNEL, END, KEYS, NOW, ORGANIZER, PEOPLE, close, counted, make, rows

OPTIONS = 3
WORDS = ("", "Buss", "Bredbånd")
STEPS = st.lists(
    st.one_of(
        st.tuples(st.sampled_from(["press", "press", "press", "again"]), st.sampled_from(PEOPLE), st.integers(0, 8)),
        st.tuples(st.just("delete"), st.sampled_from(PEOPLE), st.just(0)),
        st.tuples(st.just("close"), st.just(""), st.just(0)),
    ),
    max_size=30,
)


@dataclass
class Plainly:
    """The definition: the last answer of each that the kind allows, until it is closed; who is deleted has none."""

    kind: Kind
    answers: dict[str, tuple[int, str | None]] = field(default_factory=dict)
    closed: bool = False

    def allows(self, option: int) -> bool:
        if self.kind == "words":
            return WORDS[option % 3] != ""
        return 0 < option < 7 if self.kind == "several" else option < OPTIONS  # at most two of three

    def given(self, option: int) -> tuple[int, str | None]:
        return (0, WORDS[option % 3]) if self.kind == "words" else (option, None)


def make_kind(database: Database, kind: Kind, *, named: bool) -> str:
    options = {"nb": "a\nb\nc"} if kind in WRITTEN else {}
    return make(database, kind=kind, named=named, most="2" if kind == "several" else "", options=options)


@pytest.mark.parametrize("kind", ["one", "several", "words"])
@pytest.mark.parametrize("named", [False, True])
@given(steps=STEPS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_steps_give_the_ballots_of_the_definition(
    database: Database, named: bool, kind: Kind, steps: list[tuple[str, str, int]]
) -> None:
    poll, plain = make_kind(database, kind, named=named), Plainly(kind)
    for what, who, option in steps:
        if what == "close":
            assert (close(database, poll) is None) is plain.closed
            plain.closed = True
        elif what == "delete":
            with database.write() as session:
                person.forget(KEYS, session, who, NOW)
            if not plain.closed:
                plain.answers.pop(who, None)
        else:
            _press(database, poll, plain, who, option)
    close(database, poll)
    cast = rows(database, Roll if named else Ballot, poll)
    kept = sorted((row.option or 0, row.words or "") for row in cast)
    expected = sorted((option, words or "") for option, words in plain.answers.values())
    gone = named and len(cast) < len(expected)  # deleted from the roll after it had closed; the numbers stay
    shown = named or len(expected) >= 5
    assert gone or kept == (expected if shown else [])
    numbers = count(kind, OPTIONS, (option for option, _ in expected)) if shown and kind != "words" else None
    assert counted(database, poll) == (len(expected), numbers)


def _press(database: Database, poll: str, plain: Plainly, who: str, option: int) -> None:
    chosen, words = plain.given(option)
    if plain.closed or not plain.allows(option):
        with pytest.raises(UserError) as refusal, database.write() as session:
            vote(session, KEYS, Click(poll, None, who, chosen, words), NOW)
        assert refusal.value.words in (tables.GONE, voting.CLOSED)
        return
    before = plain.answers.get(who)
    with database.write() as session:
        changed = vote(session, KEYS, Click(poll, None, who, chosen, words), NOW).changed
    plain.answers[who] = (chosen, words)
    assert changed == (before != plain.answers[who])


def test_several_of_three_at_most_two(database: Database) -> None:
    poll = make_kind(database, "several", named=True)
    for option, refused in ((0b11, False), (0b111, True), (0, True), (0b1000, True)):
        plain = Plainly("several")
        assert plain.allows(option) is not refused
        _press(database, poll, plain, PEOPLE[0], option)


def test_a_company_has_one_answer_whoever_gives_it_and_keeps_it_when_somebody_is_deleted(database: Database) -> None:
    poll = make(database, by_company=True)
    with database.write() as session:
        for who in PEOPLE[:2]:
            companies.choose(session, who, "", "Eksempel AS")
        company = companies.everyone(session)[0].id
    for who, option in ((PEOPLE[0], 0), (PEOPLE[1], 2)):
        with database.write() as session:
            vote(session, KEYS, Click(poll, None, who, option), NOW)
    with pytest.raises(UserError) as refusal, database.write() as session:
        vote(session, KEYS, Click(poll, None, PEOPLE[2], 0), NOW)
    assert refusal.value.words == voting.NO_COMPANY
    with database.write() as session:
        person.forget(KEYS, session, PEOPLE[0], NOW)
        assert person.export(KEYS, session, PEOPLE[1]) == []
    assert [row.person for row in rows(database, Roll, poll)] == [company]  # type: ignore[union-attr]
    assert [row.option for row in rows(database, Ballot, poll)] == [2]


def test_a_poll_of_a_private_channel_is_not_shown_to_who_only_says_that_their_company_answered(
    database: Database,
) -> None:
    poll, mine = make(database, private=True, by_company=True), make(database, private=True)
    with database.write() as session:
        for who in PEOPLE[:2]:
            companies.choose(session, who, "", "Eksempel AS")
    with database.write() as session:
        vote(session, KEYS, Click(poll, None, PEOPLE[0], 0), NOW)
        vote(session, KEYS, Click(mine, None, PEOPLE[0], 0), NOW)
    with database.read() as session:
        seen = [[one.poll.id for one in person.open_polls(session, who, None, NOW)] for who in PEOPLE[:2]]
        there = person.open_polls(session, PEOPLE[1], CHANNEL, NOW)
    assert seen == [[mine], []]
    assert {one.poll.id: one.answered for one in there} == {poll: True, mine: False}


def test_the_same_question_over_time_is_compared_only_where_it_is_the_same(database: Database) -> None:
    first = make(database, named=True)
    second = make(database, named=True, same_as=first)
    other = make(database, named=True, same_as=second, options={"nb": "a\nb\nd"})
    for poll in (first, second, other):
        with database.write() as session:
            vote(session, KEYS, Click(poll, None, PEOPLE[0], 1), NOW)
        close(database, poll)
    with database.read() as session:
        found = {one.id: one for one in session.scalars(sa.select(tables.Poll))}
        assert {one.series for one in found.values()} == {first}
        assert [len(results.trend(session, found[poll])) for poll in (first, second, other)] == [2, 2, 1]


def test_own_words_are_told_to_organizers_in_an_order_that_tells_nothing(database: Database) -> None:
    poll = make_kind(database, "words", named=False)
    for who, words in zip(PEOPLE, ("d", "b", "e", "a", "c"), strict=False):
        with database.write() as session:
            vote(session, KEYS, Click(poll, None, who, 0, words), NOW)
    close(database, poll)
    with database.read() as session:
        found = results.find(session, poll, ORGANIZER, None)
        assert results.texts(session, found, ORGANIZER) == ["a", "b", "c", "d", "e"]
        with pytest.raises(UserError):
            results.texts(session, found, PEOPLE[0])


def test_a_poll_needs_as_many_answers_as_were_promised_when_it_was_made(database: Database) -> None:
    poll = make(database)
    with database.write() as session:
        session.execute(sa.update(tables.Poll).values(enough=3))
    for who in PEOPLE[:3]:
        with database.write() as session:
            vote(session, KEYS, Click(poll, None, who, 1), NOW)
    close(database, poll, END)
    assert counted(database, poll) == (3, (0, 3, 0))


def test_nothing_is_closed_twice(database: Database) -> None:
    poll = make(database, named=True)
    close(database, poll)
    with database.write() as session:
        assert closing.close(session, KEYS, poll, END) is None
