"""Surveys: read as they are written, filled in step by step, sent once, closed so that nobody can be pointed at."""

import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Roll
from bot.domain.pushes import Push
from bot.domain.surveys import agreeing, answering, asking, lines, person, results, tables, waves, writing
from bot.domain.surveys.tables import Invitation, Wave
from bot.domain.surveys.writing import Draft
from handlers.surveys import template
from tests.domain.attacking import best, copies
from tests.domain.balloting import KEYS, ORGANIZER
from tests.domain.surveying import COMPANIES, END, NOW, QUIET, TYPED, ballots, begun, closes, fills, sends

SECRET = KEYS.settings.ballot_secret.get_secret_value().encode()
GIVEN_AWAY = 31  # by guessing one gets 13 right, and six standard deviations more almost never


# --- as it is written ---


def test_the_questions_of_2018_can_be_read_in_every_language_and_fit_the_form() -> None:
    draft = Draft({"nb": "Næringspuls"}, {lang: template.PARTS[lang] for lang in ("nb", "nn", "en")})
    assert list(writing.faults(draft)) == []
    parts = writing.parts(draft)
    kinds = [[one.kind for one in part.questions] for part in parts]
    assert kinds == [["several", "several"], ["several", "several"], ["scale", "recommend", "scale"]]
    assert all(len(typed) <= writing.LONGEST_TYPED for typed in draft.typed.values())
    assert parts[2].questions[0].options["nn"][0] == "1 – Svært misnøgd"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", writing.NOTHING),
        ("Hva?\n- a\n- b", lines.NO_PART),
        ("# En\n- a", lines.NO_QUESTION),
        ("# En\n(0–10)", writing.ONLY_KIND),
        ("# En", writing.EMPTY_PART),
        ("#\nHva? (0–10)", writing.NO_PART_NAME),
        ("# En\nHva?\n- a", writing.HOW_MANY),
        ("# En\nHva?\n- a\n- a", writing.TWICE),
        ("# En\nHva?\n- Buss\n- buss", writing.TWICE),
        ("# En\nHva? (1–5)\n- a", writing.TWO_ENDS),
        ("# En\nHva? (ja/nei)\n- a", writing.NO_OPTIONS),
        ("# En\nHva? (flere, høyst 3)\n- a\n- b", writing.NO_MOST),
        (f"# En\n{'x' * 151} (0–10)", writing.LONG),
    ],
)
def test_what_cannot_be_asked_is_told_at_its_field(typed: str, said: object) -> None:
    found = list(writing.faults(Draft({"nb": "Puls"}, {"nb": typed})))
    assert [(fault.field, fault.words) for fault in found] == [("parts_nb", said)]


def test_brackets_alone_are_refused_by_their_line_and_read_where_an_earlier_version_took_them() -> None:
    draft = Draft({"nb": "Puls"}, {"nb": "# En\nHva? (0–10)\n\n(ja/nei)"})
    assert [fault.say("nb") for fault in writing.faults(draft)] == [writing.ONLY_KIND("nb", line=4)]
    (part,) = writing.parts(draft)
    assert [(one.question["nb"], one.kind) for one in part.questions] == [("Hva?", "recommend"), ("", "unsure")]


def test_a_round_of_a_survey_that_an_earlier_version_took_can_be_begun(database: Database) -> None:
    first = begun(database, 1, "2027")
    with database.write() as session:
        kept = tables.for_organizer(session, first.survey, ORGANIZER)
        kept.typed = {"nb": "# En\n(0–10)"}
        wave = waves.begin(session, KEYS, kept, waves.Plan("2028", (), END), ORGANIZER, NOW, QUIET)
        assert [one.kind for one in wave.read()[0].questions] == ["recommend"]


def test_another_language_must_ask_the_same() -> None:
    draft = Draft(
        {"nb": "Puls"}, {"nb": TYPED, "en": TYPED.replace("- c\n", "").replace("(flere, høyst 2)", "(several)")}
    )
    assert [(fault.field, fault.words) for fault in writing.faults(draft)] == [("parts_en", writing.NOT_SAME)]


def named(database: Database, survey: str = "", **title: str) -> str:
    """A survey with this name in each of these languages, saved; its id."""
    with database.write() as session:
        members.find(session, ORGANIZER).role = "organizer"
        draft = Draft(title, {"nb": TYPED})
        return writing.save(session, draft, survey, ORGANIZER, NOW).id


def test_no_two_surveys_read_the_same_in_any_language(database: Database) -> None:
    first = named(database, nb="Puls", en="Pulse")
    named(database, nb="Pulsen")
    for title, field in (
        ({"nb": " puls "}, "title_nb"),
        ({"nb": "Ny", "en": "Pulse"}, "title_en"),
        ({"nb": "Pulse"}, "title_nb"),  # as it reads in English
        ({"nb": "Ny", "nn": "Puls"}, "title_nn"),  # as the other one reads in nynorsk
    ):
        with pytest.raises(UserError) as refused:
            named(database, **title)
        assert (refused.value.words, refused.value.field) == (writing.TAKEN, field)
    named(database, first, nb="Puls", en="Pulse", nn="Pulsen vår")  # its own name is no other's
    with pytest.raises(UserError) as refused:
        named(database, first, nb="Pulsen")
    assert refused.value.words == writing.TAKEN


def test_no_two_rounds_read_the_same_in_any_language(database: Database) -> None:
    first = begun(database, 1, "2027")
    renamed = named(database, first.survey, nb="Målinga")
    puls = named(database, nb="Puls")  # as the other one was called when it was asked
    year = named(database, nb="Puls 2027")
    faults = {}
    with database.read() as session:
        for survey, name in ((renamed, "2027"), (puls, " 2027 "), (puls, "2028"), (year, "1")):
            plan = waves.Plan(name, (), END)
            of = tables.for_organizer(session, survey, ORGANIZER)
            faults[survey, name] = [one.say("nb") for one in waves.faults(session, of, plan, NOW)]
        of = tables.for_organizer(session, puls, ORGANIZER)
        assert not waves.is_taken(session, of, "2027 1")
    with database.write() as session:
        of = tables.for_organizer(session, year, ORGANIZER)
        waves.begin(session, KEYS, of, waves.Plan("1", (), END), ORGANIZER, NOW, QUIET)
        assert waves.is_taken(session, tables.for_organizer(session, puls, ORGANIZER), "2027 1")
    assert faults == {
        (renamed, "2027"): [waves.TAKEN("nb", name="Målinga 2027")],
        (puls, " 2027 "): [waves.TAKEN("nb", name="Puls 2027")],
        (puls, "2028"): [],
        (year, "1"): [],
    }


# --- answered ---


def test_what_was_filled_in_is_kept_and_counts_only_when_it_is_sent(database: Database) -> None:
    wave = begun(database, 6)
    for n in range(5):
        fills(database, wave, n, 0, Given(n % 3))
        fills(database, wave, n, 1, Given(0b011))
        sends(database, wave, n)
    fills(database, wave, 5, 0, Given(2))
    with database.read() as session:
        on = answering.sheet(session, KEYS, wave.id, "M005", NOW)
        assert (on.step, [one.option for one in on.given.values()]) == (1, [2])
        assert waves.count(session, wave) == waves.Count(6, 0, 0, 5)
    with pytest.raises(UserError) as refused:
        sends(database, wave, 5)
    assert refused.value.words == answering.MISSING
    first, second, third = wave.questions()
    assert len(ballots(database, first.id)) == 6
    shut = closes(database, wave)
    assert len(ballots(database, first.id)) == 5
    assert (results.tally(shut, first).counts, results.tally(shut, second).counts) == ((2, 2, 1), (5, 5, 0))
    assert results.tally(shut, third).turnout == 0


def test_an_answer_is_sent_once_for_each_company_and_by_nobody_who_is_not_invited(database: Database) -> None:
    wave = begun(database, 2)
    with database.write() as session:
        members.find(session, "MCOLLEAGUE").company_id = "U0P000"
    fills(database, wave, 0, 0, Given(0))
    fills(database, wave, 0, 1, Given(1))
    sends(database, wave, 0)
    for who, said in (("MCOLLEAGUE", answering.SENT), ("MSTRANGER", answering.NOT_INVITED)):
        with database.read() as session, pytest.raises(UserError) as refused:
            answering.sheet(session, KEYS, wave.id, who, NOW)
        assert refused.value.words == said
    with database.read() as session, pytest.raises(UserError) as refused:
        answering.sheet(session, KEYS, wave.id, "M001", END)
    assert refused.value.words == answering.CLOSED


def test_who_sent_an_answer_changes_it_until_the_round_closes_and_nobody_else_does(database: Database) -> None:
    wave = begun(database, 5)
    for n in range(5):
        fills(database, wave, n, 0, Given(0))
        fills(database, wave, n, 1, Given(0b001), Given(0, "Buss"))
        sends(database, wave, n)
    with database.write() as session:
        members.find(session, "MCOLLEAGUE").company_id = "U0P000"
    fills(database, wave, 0, 0, Given(2))
    with database.read() as session:
        on = answering.sheet(session, KEYS, wave.id, "M000", NOW)
        assert (on.sent, on.step, [on.given[one.id].option for one in wave.questions()]) == (True, 0, [2, 1, 0])
        invited = {who: answering.invited(session, KEYS, who, NOW)[0] for who in ("M000", "MCOLLEAGUE")}
        assert {who: (one.answered, one.mine) for who, one in invited.items()} == {
            "M000": (True, True),
            "MCOLLEAGUE": (True, False),
        }
        with pytest.raises(UserError) as refused:
            answering.sheet(session, KEYS, wave.id, "MCOLLEAGUE", NOW)
        assert refused.value.words == answering.SENT
    fills(database, wave, 0, 1, Given(0b010))
    sends(database, wave, 0)
    fills(database, wave, 1, 0, Given(1))  # never sent anew, so what was sent before counts
    with database.read() as session:
        assert waves.count(session, wave).answered == 5
    shut = closes(database, wave)
    assert [results.tally(shut, one).counts for one in shut.questions()[:2]] == [(4, 0, 1), (4, 1, 0)]
    assert results.tally(shut, shut.questions()[2]).turnout == 4


def test_an_answer_in_own_words_that_was_sent_can_be_emptied(database: Database) -> None:
    wave = begun(database, 5, typed="# En\nHvorfor? (egne ord)")
    why = wave.questions()[0]

    def seen() -> tuple[list[Given], bool]:
        with database.read() as session:
            on = answering.sheet(session, KEYS, wave.id, "M000", NOW)
            return list(on.given.values()), answering.invited(session, KEYS, "M000", NOW)[0].pending

    for n in range(5):
        fills(database, wave, n, 0, Given(0, "Buss"))
        sends(database, wave, n)
    assert seen() == ([Given(0, "Buss")], False)
    fills(database, wave, 0, 0, Given(0, "Buss"))  # as it was
    assert seen() == ([Given(0, "Buss")], False)
    fills(database, wave, 0, 0)
    assert (seen(), len(ballots(database, why.id))) == (([], True), 5)
    sends(database, wave, 0)
    assert (seen(), len(ballots(database, why.id))) == (([], False), 4)
    fills(database, wave, 1, 0)  # never sent anew
    shut = closes(database, wave)
    assert (results.tally(shut, why).turnout, ballots(database, wave.id)) == (4, [])


def test_who_sent_an_answer_is_known_only_while_they_are_in_the_company_and_the_round_is_open(
    database: Database,
) -> None:
    wave = begun(database, 2)

    def sent() -> None:
        for step, given in enumerate((Given(0), Given(1))):
            fills(database, wave, 0, step, given)
        sends(database, wave, 0)

    def moved(company: str) -> None:
        with database.write() as session:
            members.find(session, "M000").company_id = company

    def refused() -> object:
        with database.read() as session, pytest.raises(UserError) as found:
            answering.sheet(session, KEYS, wave.id, "M000", NOW)
        return found.value.words

    sent()
    moved("U0P001")
    sent()  # for the other one
    moved("U0P000")
    assert refused() == answering.SENT
    moved("U0P001")
    with database.read() as session:
        assert {"sent for the company": "Puls 2027"} in person.export(KEYS, session, "M000")
    assert len(ballots(database, wave.id)) == 1
    with database.write() as session:
        person.forget(KEYS, session, "M000", NOW)
    assert (refused(), ballots(database, wave.id)) == (answering.SENT, [])
    with database.read() as session:
        assert waves.count(session, wave).answered == 2
    other = begun(database, 2, "2028")
    fills(database, other, 1, 0, Given(0))
    fills(database, other, 1, 1, Given(1))
    sends(database, other, 1)
    closes(database, other)
    assert ballots(database, other.id) == []


def test_what_is_not_sent_is_shown_to_nobody_else_in_the_company_and_deleted_with_whom_it_is_of(
    database: Database,
) -> None:
    wave = begun(database, 1)
    fills(database, wave, 0, 0, Given(2))
    with database.write() as session:
        members.find(session, "MCOLLEAGUE").company_id = "U0P000"
    with database.read() as session:
        assert answering.sheet(session, KEYS, wave.id, "MCOLLEAGUE", NOW).given == {}
        told = {"not sent": "Puls 2027", "question": "Hva?", "answer": "c"}
        assert [person.export(KEYS, session, who) for who in ("M000", "MCOLLEAGUE")] == [[told], []]
    with database.write() as session:
        assert [person.forget(KEYS, session, who, NOW) for who in ("MCOLLEAGUE", "M000")] == [0, 1]
    assert ballots(database, wave.questions()[0].id) == []


def test_too_few_answers_are_deleted_and_never_shown(database: Database) -> None:
    wave = begun(database, 6)
    for n in range(4):
        fills(database, wave, n, 0, Given(0))
        fills(database, wave, n, 1, Given(1), Given(0, "Ord"))
        sends(database, wave, n)
    shut = closes(database, wave)
    assert [results.tally(shut, one).counts for one in shut.questions()] == [None, None, None]
    assert [ballots(database, one.id) for one in shut.questions()] == [[], [], []]


def test_rounds_are_compared_only_where_the_same_was_asked(database: Database) -> None:
    shut = []
    for name, typed in (("2026", TYPED), ("2027", TYPED.replace("- c", "- C"))):
        wave = begun(database, 5, name, typed)
        for n in range(5):
            fills(database, wave, n, 0, Given(n % 2))
            fills(database, wave, n, 1, Given(1 + n % 2))
            sends(database, wave, n)
        shut.append(closes(database, wave))
    first, second, _ = shut[1].questions()
    with database.read() as session:
        assert [point.counts for point in results.trend(session, shut[1], first)] == [(3, 2, 0)]
        assert [point.counts for point in results.trend(session, shut[1], second)] == [(3, 2, 0), (3, 2, 0)]


# --- asked ---


def test_invitations_go_to_all_and_reminders_to_those_who_have_not_answered(database: Database) -> None:
    wave = begun(database, 2)
    third_day = waves.working_days(NOW, 3, QUIET)
    assert third_day == datetime(2026, 3, 13, 9, 0, tzinfo=UTC)
    assert waves.working_days(NOW, 5, QUIET) == datetime(2026, 3, 17, 9, 0, tzinfo=UTC)
    with database.write() as session:
        asking.plan_round(session, wave, waves.INVITE, NOW, QUIET)
        assert asking.judge(session, wave, waves.INVITE, "M000", NOW, QUIET)
        asking.told(session, wave, "M000", NOW)
    fills(database, wave, 0, 0, Given(0))
    fills(database, wave, 0, 1, Given(1))
    sends(database, wave, 0)
    with database.write() as session:
        assert asking.judge(session, wave, waves.INVITE, "M000", NOW, QUIET) is None
        asking.plan_round(session, wave, waves.FIRST, third_day, QUIET)
        assert waves.count(session, wave) == waves.Count(2, 1, 0, 1)
    with database.read() as session:
        kept = {row.key.removeprefix(f"survey:{wave.id}:"): row.why for row in session.scalars(sa.select(Push))}
    assert kept == {"M000:invite": "not needed", "M001:invite": "on time", "M001:first": "on time"}


def test_reminders_that_could_not_be_sent_in_time_come_as_one(database: Database) -> None:
    wave = begun(database, 1)
    third_day, fifth_day = (waves.working_days(NOW, days, QUIET) for days in (3, 5))
    with database.write() as session:
        asking.plan_round(session, wave, waves.FIRST, third_day, QUIET)
        assert asking.judge(session, wave, waves.FIRST, "M000", third_day, QUIET)
        asking.plan_round(session, wave, waves.SECOND, fifth_day, QUIET)
        assert asking.judge(session, wave, waves.FIRST, "M000", fifth_day, QUIET) is None
        assert asking.judge(session, wave, waves.SECOND, "M000", fifth_day, QUIET)
    late = begun(database, 1, "2028")
    with database.write() as session:
        asking.plan_round(session, late, waves.FIRST, fifth_day, QUIET)
        assert session.get(Push, f"survey:{late.id}:M000:{waves.FIRST}") is None


# --- attacked ---


def answered(database: Database) -> tuple[Wave, dict[str, int]]:
    """All companies answer, some after having filled in or even sent something else first, and agree to be contacted;
    who chose what.
    """
    wave = begun(database)
    order = list(range(COMPANIES))
    random.shuffle(order)
    truth = {}
    for n in order:
        if n % 5 == 0:
            fills(database, wave, n, 0, Given(random.randrange(3)))
        if n % 5 == 1:
            fills(database, wave, n, 0, Given(random.randrange(3)))
            fills(database, wave, n, 1, Given(1))
            sends(database, wave, n)
        truth[f"U0P{n:03}"] = random.randrange(3)
        fills(database, wave, n, 0, Given(truth[f"U0P{n:03}"]))
        fills(database, wave, n, 1, Given(random.choice([1, 2, 4])))
        sends(database, wave, n)
        with database.write() as session:  # as the window offers it then
            agreeing.agree(session, wave.id, f"M{n:03}", NOW)
    return wave, truth


@pytest.mark.parametrize("secret", [None, SECRET], ids=["without the secret", "with the secret"])
def test_a_copy_taken_after_closing_ties_no_company_to_an_answer(
    database: Database, tmp_path: Path, secret: bytes | None
) -> None:
    wave, truth = answered(database)
    asked = wave.questions()[0].id
    for n in range(0, COMPANIES, 4):  # a change that is never sent
        fills(database, wave, n, 0, Given(random.randrange(3)))
    before = [
        row.key.encode() for of in (wave.id, *(one.id for one in wave.questions())) for row in ballots(database, of)
    ]
    assert len(before) > 3 * COMPANIES
    closes(database, wave)
    for copy in copies(database.url, tmp_path):
        attack, right = best(copy, wave.id, truth, secret, asked)
        assert right < GIVEN_AWAY, attack
        assert [key for key in before if key in copy.raw] == []
    assert len(ballots(database, asked)) == COMPANIES


def test_the_attack_finds_every_company_in_a_copy_of_an_open_survey_with_the_secret(
    database: Database, tmp_path: Path
) -> None:
    wave, truth = answered(database)
    asked = wave.questions()[0].id
    assert max(best(copy, wave.id, truth, SECRET, asked)[1] for copy in copies(database.url, tmp_path)) == COMPANIES


def test_a_survey_whose_ballots_are_not_shuffled_is_caught(database: Database, tmp_path: Path) -> None:
    """The attack ties companies to answers by the order in which PostgreSQL's rows and SQLite's log got them."""
    wave, truth = answered(database)
    with database.write() as session:
        session.execute(sa.update(Wave).values(closed_at=END, key=None))
    found = [best(copy, wave.id, truth, None, wave.questions()[0].id)[1] for copy in copies(database.url, tmp_path)]
    assert max(found) >= GIVEN_AWAY


def test_who_was_asked_and_answered_is_forgotten_a_year_after(database: Database) -> None:
    wave = begun(database, 1)
    fills(database, wave, 0, 0, Given(0))
    fills(database, wave, 0, 1, Given(1))
    sends(database, wave, 0)
    closes(database, wave)
    with database.write() as session:
        person.forget_rolls(session, END + timedelta(days=366))
        assert person.forget(KEYS, session, ORGANIZER, END) == 2
    with database.read() as session:
        assert [list(session.scalars(sa.select(table))) for table in (Roll, Invitation)] == [[], []]
