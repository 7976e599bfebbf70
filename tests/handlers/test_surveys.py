"""A survey through the whole bot: written from the questions of 2018, answered step by step, closed, read."""

from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import Company
from bot.domain.surveys import answering, lines, waves, writing
from bot.domain.surveys.answering import SENT
from bot.domain.surveys.tables import Invitation, Wave
from bot.slack.once import Claim
from handlers.surveys import words as said
from tests.clock import Clock
from tests.handlers.choosing import fills
from tests.handlers.forging import presses
from tests.handlers.polling import fills as enters
from tests.house import House, Person, words
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually

COMMAND = "/naering undersøkelse"


def begun(house: House, **fields: Any) -> Wave:
    """Næringspuls 2027, to Kari's and Ola's companies."""
    with house.bot.parts.database.write() as session:
        for person, name in ((KARI, "Eksempel Kafé AS"), (OLA, "Eksempel Bygg AS")):
            session.add(company := Company(name=name))
            session.flush()
            members.find(session, person).company_id = company.id
        session.add(Company(name="Eksempel uten folk AS"))
    organizer = house.staff
    organizer.presses(organizer.types(COMMAND), "survey.2018", NETWORK)
    assert fills(organizer) == {}
    assert "Næringspuls" in words(organizer.modal)
    organizer.presses(organizer.types(COMMAND), "survey.begin", NETWORK)
    assert enters(organizer, name="2027", **fields) == {}
    assert said.STATE("nb", invited=3, told=0, answered=0, rate=0) in words(organizer.modal)
    eventually(lambda: len([one for one in house.all(Invitation) if one.told_at]) == 2)
    house.rest()
    wave: Wave = house.all(Wave)[0]
    return wave


def answers(person: Person, **given: Any) -> Any:
    """The part that is open, by the questions' places."""
    fields = [block["block_id"] for block in person.modal["blocks"] if block["type"] == "input"]
    return fills(person, **{fields[int(place[1:])]: value for place, value in given.items()})


def open_sheet(house: House, person: Person) -> None:
    house.rest()
    person.presses(person.types(COMMAND), "survey.answer", NETWORK)


def test_a_survey_is_answered_step_by_step_left_and_continued_and_sent_once(house: House) -> None:
    begun(house)
    invited = [one for one in house.kari.told() if "Næringspuls 2027" in one["text"]]
    assert len(invited) == 1
    house.kari.presses(invited[0], "survey.answer")
    assert said.STEP("nb", step=1, steps=3) in words(house.kari.modal)
    refused = answers(house.kari, q0=["0", "2"])
    assert len(refused["errors"]) == 1
    assert answers(house.kari, q0=["0", "2"], q1=["1"]) == {}
    assert said.STEP("nb", step=2, steps=3) in words(house.kari.modal)
    assert len(house.all(Ballot)) == 2
    house.kari.presses_in(house.kari.modal, "survey.back")
    boxes = next(block["element"] for block in house.kari.modal["blocks"] if block["type"] == "input")
    assert [one["value"] for one in boxes["initial_options"]] == ["0", "2"]
    open_sheet(house, house.kari)
    assert said.STEP("nb", step=2, steps=3) in words(house.kari.modal)
    answers(house.kari, q0=["0"], q1=["4"])
    assert answers(house.kari, q0="3", q1="10", q2="0") == {}
    assert said.THANKS.nb in words(house.kari.modal)
    assert len(house.all(Roll)) == 1
    house.kari.presses(invited[0], "survey.answer")
    assert house.kari.private(house.kari.im)[-1]["text"] == SENT.nb


def test_organizers_see_how_many_answered_and_close_it_and_too_few_answers_are_not_shown(house: House) -> None:
    begun(house)
    open_sheet(house, house.kari)
    answers(house.kari, q0=["0"], q1=["1"])
    answers(house.kari, q0=["0"], q1=["4"])
    answers(house.kari, q0="3", q1="10", q2="0")
    open_sheet(house, house.ola)
    answers(house.ola, q0=["0"], q1=["1"])
    listed = house.staff.types(COMMAND)
    assert said.STATE("nb", invited=3, told=2, answered=1, rate=33) in listed["text"]
    house.staff.presses(listed, "survey.close", NETWORK)
    eventually(lambda: house.all(Wave)[0].closed_at)
    house.rest()
    assert house.all(Ballot) == []
    assert house.rows(sa.select(Claim.scope).where(Claim.scope != "")) == []
    state = said.STATE("nb", invited=3, told=2, answered=1, rate=33)
    assert len([one for one in house.staff.told() if state in one["text"]]) == 1
    wave = house.all(Wave)[0]
    assert presses(house, house.staff.id, "survey.result", f"{wave.id} 0").ok
    assert "må ha minst 5 svar" in house.staff.private()[-1]["text"]
    house.staff.presses(house.staff.types(COMMAND), "survey.results", NETWORK)
    house.staff.presses(house.staff.private()[-1], "survey.xlsx", NETWORK)
    house.rest()
    assert [row.state for row in house.outgoing() if ":file:" in row.key] == ["sent"]


def test_who_has_not_answered_is_reminded_twice_at_most(house: House, clock: Clock) -> None:
    begun(house)
    open_sheet(house, house.kari)
    answers(house.kari, q0=["0"], q1=["1"])
    answers(house.kari, q0=["0"], q1=["4"])
    answers(house.kari, q0="3", q1="10", q2="0")

    def reminded(person: Person) -> int:
        return len([one for one in person.told() if "ikke svart på «Næringspuls 2027»" in one["text"]])

    clock.move(days=3, minutes=1)
    eventually(lambda: reminded(house.ola) == 1)
    clock.move(days=4)
    eventually(lambda: reminded(house.ola) == 2)
    clock.move(days=7)
    house.rest()
    assert (reminded(house.ola), reminded(house.kari)) == (2, 0)
    clock.move(days=30)
    eventually(lambda: house.all(Wave)[0].closed_at)


def test_what_organizers_do_is_refused_to_members_who_replay_it(house: House) -> None:
    wave = begun(house)
    for action in ("write", "2018", "begin", "close", "results", "result", "csv", "xlsx"):
        value = {"write": wave.survey, "begin": wave.survey, "result": f"{wave.id} 0", "2018": ""}.get(action, wave.id)
        presses(house, KARI, f"survey.{action}", value)
    house.rest()
    assert house.workspace.modals(KARI) == []
    assert house.all(Wave)[0].closed_at is None
    refused = [one for one in house.kari.private() if members.NOT_ALLOWED.nb in one["text"]]
    assert len(refused) == 8


def test_bad_input_is_answered_at_its_field(house: House) -> None:
    organizer = house.staff
    organizer.presses(organizer.types(COMMAND), "survey.write", NETWORK)
    refused = fills(organizer, title_nb=" ", parts_nb="Hva?")
    assert refused["errors"] == {"title_nb": writing.NO_TITLE.nb, "parts_nb": lines.NO_PART.nb}
    assert fills(organizer, title_nb="Puls", parts_nb="# Del\nHva?\n- a\n- b") == {}
    organizer.presses(organizer.types(COMMAND), "survey.begin", NETWORK)
    assert "2027" not in words(organizer.modal)
    assert house.all(Wave) == []


def test_results_come_question_by_question_with_a_chart_and_the_rounds_before(house: House) -> None:
    keys, database = Keys(house.bot.parts.settings), house.bot.parts.database
    now, quiet = house.bot.parts.now(), house.bot.parts.quiet
    for name in ("2026", "2027"):
        with database.write() as session:
            for n in range(6):
                if session.get(Company, f"C{n}") is None:
                    session.add(Company(id=f"C{n}", name=f"Eksempel {n}", branch="it"))
                    session.flush()
                    members.find(session, f"U0M{n}").company_id = f"C{n}"
            known = next(iter(waves.surveys(session)), None)
            draft = writing.Draft({"nb": "Puls"}, {"nb": "# Del\nAnbefaler du oss? (0–10)\nHvorfor? (egne ord)"})
            survey = writing.save(session, draft, known.id if known else "", house.staff.id, now)
            plan = waves.Plan(name, (), now + timedelta(days=9))
            wave = waves.begin(session, keys, survey, plan, house.staff.id, now, quiet)
        for n in range(6):
            with database.write() as session:
                on = answering.sheet(session, keys, wave.id, f"U0M{n}", now, lock=True)
                score, why = on.wave.questions()
                given = {score.id: Given(5 + n), why.id: Given(0, f"Fordi <{n}>")}
                answering.fill(session, keys, on, 0, given)
                session.flush()
                answering.send(session, answering.sheet(session, keys, wave.id, f"U0M{n}", now))
        assert presses(house, house.staff.id, "survey.close", wave.id).ok
    for number in (0, 1):
        assert presses(house, house.staff.id, "survey.result", f"{wave.id} {number}").ok
    first, second = house.staff.private()[-2:]
    charts = [block["chart"]["type"] for block in first["blocks"] if block["type"] == "data_visualization"]
    assert charts == ["bar", "line"]
    assert "Anbefaling: 0 (av −100 til 100)" in first["text"]
    assert said.UNSURE.nb in first["text"]
    assert "Over tid" in first["text"]
    assert "Fordi &lt;0&gt;" in second["text"]
