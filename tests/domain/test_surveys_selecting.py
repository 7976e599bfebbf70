"""Who agreed to be contacted, and whom of them an organizer asks: balanced, repeatable, and blind to all answers."""

import random
from collections import Counter
from datetime import timedelta
from itertools import pairwise

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from bot.core.db import Base, Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.companies.rows import Company
from bot.domain.pushes import Push
from bot.domain.surveys import agreeing, answering, person, selecting
from bot.domain.surveys.agreeing import Agreement
from bot.domain.surveys.balance import balanced, seats
from bot.domain.surveys.selecting import Picked, Selection
from bot.domain.surveys.tables import Wave
from tests.domain.balloting import KEYS, ORGANIZER
from tests.domain.surveying import END, NOW, QUIET, begun, closes, fills, sends

SEED, SIZE = 7, 6
LATER = END + timedelta(days=1)
BRANCHES, AREAS, SIZES = ("it", "trade", "health"), ("area.north", "area.south"), ("1-4", "5-19", "20-99")


def agrees(database: Database, wave: Wave, who: str) -> None:
    with database.write() as session:
        agreeing.agree(session, wave.id, who, NOW)


def ready(database: Database, dice: random.Random, companies: int = 24) -> Wave:
    """Every second company's member agrees; who answers, and what, is thrown with the dice."""
    wave = begun(database, companies)
    with database.write() as session:
        for n, company in enumerate(session.scalars(sa.select(Company).order_by(Company.id))):
            company.branch, company.area, company.size = BRANCHES[n % 3], AREAS[n // 3 % 2], SIZES[n % 5 % 3]
    for n in range(companies):
        if dice.random() < 0.7:
            fills(database, wave, n, 0, Given(dice.randrange(3)))
            fills(database, wave, n, 1, Given(dice.choice([1, 2, 4])), Given(0, dice.choice(["Buss", "Lokaler"])))
            sends(database, wave, n)
        if n % 2 == 0:
            agrees(database, wave, f"M{n:03}")
    return closes(database, wave)


def drawn(database: Database, wave: Wave, size: int = SIZE, seed: int = SEED) -> tuple[Selection, list[str]]:
    with database.write() as session:
        selection = selecting.draw(session, wave.id, size, ORGANIZER, LATER, seed)
        return selection, [one.person for one in selecting.named(session, selection)]


def emptied(database: Database) -> None:
    with database.write() as session:
        for table in reversed(Base.metadata.sorted_tables):
            session.execute(sa.delete(table))


# --- the rule ---


def test_seats_are_shared_out_by_largest_remainder() -> None:
    assert seats({"a": 50, "b": 30, "c": 20}, 7) == Counter({"a": 4, "b": 2, "c": 1})
    assert seats({"a": 1, "b": 1, "c": 1}, 2) == Counter({"a": 1, "b": 1, "c": 0})


COMPANIES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from("xyz"), st.sampled_from("st"), st.booleans()),
    min_size=1,
    max_size=30,
)


@given(COMPANIES, st.integers(1, 12), st.integers(0, 2**31 - 1))
def test_a_selection_is_full_one_of_a_company_and_the_same_again(
    told: list[tuple[str, str, str, bool]], size: int, seed: int
) -> None:
    invited = [f"C{n}" for n in range(len(told))]
    branches, areas, sizes = ([one[n] for one in told] for n in (0, 1, 2))
    traits = {
        name: dict(zip(invited, map(str, groups), strict=True))
        for name, groups in (("branch", branches), ("area", areas), ("size", sizes))
    }
    candidates = {
        f"{company}-{n}": company for company, one in zip(invited, told, strict=True) if one[3] for n in (1, 2)
    }
    chosen = balanced(candidates, invited, traits, size, seed)
    agreed = set(candidates.values())
    assert len(chosen) == len({candidates[one] for one in chosen}) == min(size, len(agreed))
    assert chosen == balanced(dict(reversed(candidates.items())), invited, traits, size, seed)
    if not agreed:
        return
    # With one trait the seats are filled exactly, as far as somebody of the group agreed.
    of = traits["branch"]
    quota, found = (
        seats(Counter(of.values()), size),
        Counter(of[candidates[one]] for one in balanced(candidates, invited, {"branch": of}, size, seed)),
    )
    there = Counter(of[company] for company in agreed)
    assert [group for group, number in quota.items() if found[group] < min(number, there[group])] == []


def test_no_group_is_forgotten_where_lots_alone_would_forget_it() -> None:
    invited = [f"C{n:02}" for n in range(40)]
    traits = {"branch": {one: "it" if n < 30 else "health" for n, one in enumerate(invited)}}
    candidates = {f"M{one}": one for one in invited}
    found = [
        Counter(traits["branch"][candidates[one]] for one in balanced(candidates, invited, traits, 8, seed))
        for seed in range(20)
    ]
    assert found == [Counter(it=6, health=2)] * 20
    assert len({tuple(balanced(candidates, invited, traits, 8, seed)) for seed in range(20)}) == 20


# --- blind to answers ---


def test_a_selection_hangs_on_nothing_that_was_answered(database: Database) -> None:
    """The same companies and the same who agreed, with other turnouts and answers each time: the same selection."""
    found = []
    for throw in range(4):
        wave = ready(database, random.Random(throw))
        found.append(drawn(database, wave)[1])
        emptied(database)
    assert len(found[0]) == SIZE
    assert [one == other for one, other in pairwise(found)] == [True] * 3


def test_a_draw_reads_neither_the_roll_nor_any_ballot(database: Database) -> None:
    wave = ready(database, random.Random(1))
    read: list[str] = []
    sa.event.listen(database.engine, "before_cursor_execute", lambda *given: read.append(given[2]))
    drawn(database, wave)
    assert [one for one in read if "survey_agreements" in one] != []
    assert [one for one in read if "poll_ballots" in one or "poll_roll" in one] == []


# --- agreeing ---


def test_agreeing_is_no_condition_of_answering_nor_answering_of_agreeing(database: Database) -> None:
    wave = begun(database, 3)
    agrees(database, wave, "M000")
    agrees(database, wave, "M000")
    fills(database, wave, 1, 0, Given(0))
    fills(database, wave, 1, 1, Given(1))
    sends(database, wave, 1)
    for who, said in (("MSTRANGER", answering.NOT_INVITED), ("M002", answering.CLOSED)):
        with database.write() as session, pytest.raises(UserError) as refused:
            agreeing.agree(session, wave.id, who, NOW if said is answering.NOT_INVITED else END)
        assert refused.value.words == said
    with database.read() as session:
        assert [one.person for one in session.scalars(sa.select(Agreement))] == ["M000"]
        assert [one.id for one in agreeing.agreed(session, "M000")] == [wave.id]
    columns = set(Agreement.__table__.columns.keys())
    assert columns == {"wave", "person", "company"}


def test_who_takes_it_back_is_not_asked(database: Database) -> None:
    wave = ready(database, random.Random(1))
    selection, people = drawn(database, wave)
    with database.write() as session:
        selecting.invite(session, selection.id, {"nb": "Kom til intervju."}, "", ORGANIZER, LATER)
        selecting.plan(session, selection.id, LATER, QUIET)
        agreeing.withdraw(session, wave.id, people[0])
        found = session.get(Selection, selection.id)
        assert found
        judged = [selecting.judge(session, found, one, LATER, QUIET) is not None for one in people]
    assert judged == [False] + [True] * (SIZE - 1)
    with database.read() as session:
        why = session.scalars(sa.select(Push.why).where(Push.person == people[0], Push.key.startswith("survey-meet")))
        assert list(why) == ["not needed"]


def test_an_invitation_goes_once_and_only_by_organizers_and_who_wants_no_surveys_gets_none(database: Database) -> None:
    wave = ready(database, random.Random(1))
    selection, people = drawn(database, wave)
    with database.write() as session:
        members.find(session, people[0]).muted = ["survey"]
    with database.write() as session, pytest.raises(UserError) as refused:
        selecting.invite(session, selection.id, {"nb": "Hei"}, "", "M000", LATER)
    assert refused.value.words == members.NOT_ALLOWED
    with database.write() as session, pytest.raises(UserError) as refused:
        selecting.invite(session, selection.id, {"nb": " "}, "", ORGANIZER, LATER)
    assert (refused.value.field, refused.value.words) == ("text_nb", selecting.EMPTY)
    for _ in range(2):
        with database.write() as session:
            if not session.get(Selection, selection.id).invited_at:  # type: ignore[union-attr]
                selecting.invite(session, selection.id, {"nb": "Hei"}, "", ORGANIZER, LATER)
            selecting.plan(session, selection.id, LATER, QUIET)
    with database.write() as session, pytest.raises(UserError) as refused:
        selecting.invite(session, selection.id, {"nb": "Hei"}, "", ORGANIZER, LATER)
    assert refused.value.words == selecting.INVITED
    with database.read() as session:
        rows = session.scalars(sa.select(Push).where(Push.key.startswith("survey-meet"))).all()
        assert {row.person: row.why for row in rows} == dict.fromkeys(people, "on time") | {people[0]: "opted out"}


def test_a_draw_needs_a_closed_round_somebody_who_agreed_and_a_number(database: Database) -> None:
    wave = begun(database, 2)
    with database.write() as session, pytest.raises(UserError):
        selecting.draw(session, wave.id, 1, ORGANIZER, LATER, SEED)
    agrees(database, wave, "M001")
    closes(database, wave)
    for size in (0, 41):
        with database.write() as session, pytest.raises(UserError) as refused:
            selecting.draw(session, wave.id, size, ORGANIZER, LATER, SEED)
        assert (refused.value.field, refused.value.words) == ("size", selecting.NO_SIZE)
    drawn(database, wave)
    assert drawn(database, wave)[1] == ["M001"]  # and the one drawn before is thrown away
    with database.read() as session:
        assert len(list(session.scalars(sa.select(Selection)))) == 1
    with database.write() as session:
        agreeing.withdraw(session, wave.id, "M001")
        with pytest.raises(UserError) as refused:
            selecting.draw(session, wave.id, 1, ORGANIZER, LATER, SEED)
    assert refused.value.words == selecting.NOBODY


def test_all_of_it_is_told_and_forgotten(database: Database) -> None:
    wave = ready(database, random.Random(1))
    selection, people = drawn(database, wave)
    with database.write() as session:
        told = person.export(KEYS, session, people[0])
        assert told == [{"may be contacted after": "Puls 2027"}, {"chosen in selection": selection.id}]
        assert {"selection": selection.id, "made_at": LATER.isoformat()} in person.export(KEYS, session, ORGANIZER)
        assert person.forget(KEYS, session, people[0], LATER) == 2
        assert person.export(KEYS, session, people[0]) == []
        person.forget_rolls(session, END + timedelta(days=366))
    with database.read() as session:
        assert [list(session.scalars(sa.select(table))) for table in (Agreement, Picked, Selection)] == [[], [], []]
