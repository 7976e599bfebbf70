"""A survey through the whole bot: written from the questions of 2018, answered step by step, closed, read."""

import sqlalchemy as sa

from bot.core.texts import LANGUAGES
from bot.domain import members
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.surveys import lines, waves, writing
from bot.domain.surveys.answering import SENT
from bot.domain.surveys.tables import GONE, Survey, Wave
from bot.slack.once import Claim
from handlers.surveys import words as said
from tests.clock import Clock
from tests.handlers.choosing import fills
from tests.handlers.forging import presses
from tests.handlers.polling import fills as enters
from tests.handlers.surveying import COMMAND, answered, answers, begun, open_sheet
from tests.house import House, Person, actions, words
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually

UNTIL = "tirsdag 31. mars kl. 15.00"


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
    assert said.THANKS("nb", when=UNTIL) in words(house.kari.modal)
    assert len(house.all(Roll)) == 1


def test_who_sent_the_answer_changes_it_and_a_colleague_does_not(house: House) -> None:
    wave = begun(house)
    open_sheet(house, house.kari)
    answers(house.kari, q0=["0"], q1=["1"])
    answers(house.kari, q0=["0"], q1=["4"])
    answers(house.kari, q0="3", q1="10", q2="0")
    listed = house.kari.types(COMMAND)
    assert said.MINE("nb", name="Næringspuls 2027", when=UNTIL) in listed["text"]
    house.kari.presses(listed, "survey.answer", NETWORK)
    assert f"Næringspuls 2027 · {said.STEP('nb', step=1, steps=3)}" in words(house.kari.modal)
    assert said.CHANGING.nb in words(house.kari.modal)
    assert answers(house.kari, q0=["2"], q1=["1"]) == {}
    house.kari.presses_in(house.kari.modal, "survey.later")
    assert said.KEPT_CHANGE("nb", when=UNTIL) in words(house.kari.modal)
    first = wave.questions()[0].id
    assert sorted(row.option for row in house.all(Ballot) if row.poll_id == first) == [0b001, 0b100]
    house.rest()
    waits = house.kari.types(COMMAND)
    assert said.PENDING("nb", name="Næringspuls 2027", when=UNTIL) in waits["text"]
    house.kari.presses(waits, "survey.answer", NETWORK)
    for given in ({}, {}, {"q1": "9"}):
        assert answers(house.kari, **given) == {}
    assert said.CHANGED("nb", when=UNTIL) in words(house.kari.modal)
    house.rest()
    assert said.MINE("nb", name="Næringspuls 2027", when=UNTIL) in house.kari.types(COMMAND)["text"]
    assert [row.option for row in house.all(Ballot) if row.poll_id == first] == [0b100]
    with house.bot.parts.database.write() as session:
        members.find(session, OLA).company_id = members.find(session, KARI).company_id
    listed = house.ola.types(COMMAND)
    assert said.DONE("nb", name="Næringspuls 2027", when="") in listed["text"]
    assert "survey.answer" not in actions(listed)
    presses(house, OLA, "survey.answer", wave.id)
    assert house.ola.private()[-1]["text"] == SENT.nb


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
    assert "må ha minst 5 svar" in house.staff.private()[-1]["text"]
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
    told = [one["text"] for one in house.kari.private()]
    assert len([one for one in told if members.NOT_ALLOWED.nb in one]) == 6
    assert len([one for one in told if GONE.nb in one]) == 2  # what members may see once it has closed


def test_bad_input_is_answered_at_its_field(house: House) -> None:
    organizer = house.staff
    organizer.presses(organizer.types(COMMAND), "survey.write", NETWORK)
    refused = fills(organizer, title_nb=" ", parts_nb="Hva?")
    assert refused["errors"] == {"title_nb": writing.NO_TITLE.nb, "parts_nb": lines.NO_PART.nb}
    assert fills(organizer, title_nb="Puls", parts_nb="# Del\nHva?\n- a\n- b") == {}
    organizer.presses(organizer.types(COMMAND), "survey.begin", NETWORK)
    assert "2027" not in words(organizer.modal)
    assert house.all(Wave) == []


def test_the_survey_of_2018_taken_twice_needs_another_name_and_keeps_what_was_typed(house: House) -> None:
    wave, organizer = begun(house), house.staff
    organizer.presses(organizer.types(COMMAND), "survey.2018", NETWORK)
    taken = writing.TAKEN("nb", name="Næringspuls")
    assert fills(organizer)["errors"] == {f"title_{lang}": taken for lang in LANGUAGES}
    again = {f"title_{lang}": "Næringspuls for butikker" for lang in LANGUAGES}
    assert fills(organizer, **again) == {}
    assert sorted(one.named("nb") for one in house.all(Survey)) == ["Næringspuls", "Næringspuls for butikker"]
    assert presses(house, organizer.id, "survey.write", wave.survey).ok
    assert fills(organizer) == {}  # under its own name
    assert presses(house, organizer.id, "survey.begin", wave.survey).ok
    assert enters(organizer, name="2027")["errors"] == {"name": waves.TAKEN("nb", name="Næringspuls 2027")}


def test_results_come_question_by_question_with_a_chart_and_the_rounds_before(house: House) -> None:
    for name in ("2026", "2027"):
        wave = answered(house, name)
    for number in (0, 1):
        assert presses(house, house.staff.id, "survey.result", f"{wave.id} {number}").ok
    first, second = house.staff.private()[-2:]
    charts = [block["chart"]["type"] for block in first["blocks"] if block["type"] == "data_visualization"]
    assert charts == ["bar", "line"]
    assert "Anbefaling: 0 (av −100 til 100)" in first["text"]
    assert said.UNSURE.nb in first["text"]
    assert "Over tid" in first["text"]
    assert "Fordi &lt;0&gt;" in second["text"]


def test_of_many_answers_in_own_words_it_is_told_how_many_more_the_file_has(house: House) -> None:
    wave = answered(house, count=22)
    assert presses(house, house.staff.id, "survey.result", f"{wave.id} 1").ok
    shown = house.staff.private()[-1]
    assert (shown["text"].count("Fordi"), "2 svar til står i fila." in shown["text"]) == (20, True)


def test_a_screen_reader_hears_which_survey_and_round_a_button_is_about(house: House) -> None:
    answered(house)
    listed = house.staff.types(COMMAND)
    elements = [one for block in listed["blocks"] for one in (*block.get("elements", []), block.get("accessory", {}))]
    heard = [one["accessibility_label"] for one in elements if "accessibility_label" in one]
    named = ["Start en runde: Puls", "Endre spørsmålene: Puls", "Forhåndsvis: Puls", "Resultater: Puls 2027"]
    assert heard == named
