"""Polls of each kind from the form to the result: made from the menu, answered by a press or in a window."""

from typing import Any

import pytest

from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.polls.tables import Poll
from bot.domain.polls.voting import NO_COMPANY
from bot.slack.once import Claim, hashed
from bot.slack.results import words as result_words
from bot.workspace.block_kit import faults
from bot.workspace.shapes import Json
from handlers.polls import words as said
from tests.handlers.choosing import fills as writes
from tests.handlers.forging import presses, submits
from tests.handlers.polling import amir, bare, fills, opens_form, result, told, votes, wall
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually


def chooses(house: House, choice: str) -> None:
    """What is chosen in the menu of the form."""
    organizer = amir(house)
    organizer.presses_in(organizer.modal, "poll.kind", selected_option=choice)
    assert faults("modal", bare(organizer.modal)) == []


def makes(house: House, choice: str, **fields: Any) -> Json:
    opens_form(amir(house))
    chooses(house, choice)
    assert fills(amir(house), channel=NETWORK, **fields) == {}
    return wall(house)


def closes(house: House) -> None:
    amir(house).presses(amir(house).types("/naering puls"), "poll.close", NETWORK)
    house.rest()


def test_a_scale_has_words_at_its_ends_and_a_median(house: House) -> None:
    shown = makes(house, "kind:scale", question_nb="Hvordan går det?", ends_nb="Dårlig\nBra", secrecy="named")
    assert shown["text"].splitlines()[1:6] == ["1 – Dårlig", "2", "3", "4", "5 – Bra"]
    assert actions(shown) == ["poll.vote"] * 5 + ["poll.mine"]
    votes(house.kari, shown, 4)
    assert "Svaret ditt er «5 – Bra»." in told(house.kari)
    pressed = next(each.request for each in reversed(house.workspace.log()) if each.what == "block_actions")
    action = pressed["actions"][0]
    claims = {claim.key for claim in house.all(Claim)}
    telling, bare_one = (hashed(f"action:{KARI}:{action['action_ts']}:{name}") for name in ("poll.vote:4", "poll.vote"))
    assert (action["action_id"], telling in claims, bare_one in claims) == ("poll.vote:4", False, True)
    closes(house)
    assert f"Median: 5, {result_words.NO_RANGE.nb}" in result(house)["text"]
    assert faults("message", result(house)["blocks"]) == []


def test_a_recommendation_has_eleven_buttons_and_a_score(house: House) -> None:
    shown = makes(house, "template:recommend", secrecy="named")
    assert actions(shown) == ["poll.vote"] * 11 + ["poll.mine"]
    votes(house.kari, shown, 10)
    closes(house)
    assert "Anbefaling: 100 (av −100 til 100), trolig −51 til 100" in result(house)["text"]


def test_yes_no_and_not_sure_are_ready_in_three_languages(house: House) -> None:
    shown = makes(house, "kind:unsure", question_nb="Kommer dere?", question_en="Are you coming?")
    assert shown["text"].splitlines()[1:4] == ["Ja", "Nei", "Vet ikke"]
    assert house.all(Poll)[0].options["en"] == ["Yes", "No", "Not sure"]


def test_several_options_are_ticked_in_a_window_up_to_the_limit(house: House) -> None:
    shown = makes(house, "kind:several", question_nb="Når?", options_nb="Morgen\nLunsj\nKveld", most="2")
    assert actions(shown) == ["poll.answer", "poll.mine"]
    house.kari.presses(shown, "poll.answer", NETWORK)
    refused = {"errors": {"answer": "Velg høyst 2. Her er det 3."}}
    assert writes(house.kari, answer=["0", "1", "2"]) == refused
    writes(house.kari, answer=["0", "2"])
    assert "Svaret ditt er «Morgen, Kveld»." in words(house.kari.modal)
    assert [ballot.option for ballot in house.all(Ballot)] == [0b101]
    house.kari.presses(wall(house), "poll.mine", NETWORK)
    assert "Morgen, Kveld" in told(house.kari)


def test_an_option_in_digits_that_the_window_does_not_send_is_no_answer(house: House) -> None:
    makes(house, "kind:several", question_nb="Når?", options_nb="Morgen\nLunsj\nKveld")
    poll = house.all(Poll)[0].id
    submits(house, KARI, "poll.give", poll, answer="١")
    assert house.all(Ballot) == []
    submits(house, KARI, "poll.give", poll, answer="1")
    assert [ballot.option for ballot in house.all(Ballot)] == [0b010]


def test_own_words_are_read_by_organizers_alone_and_what_points_to_somebody_is_shown_first(house: House) -> None:
    shown = makes(house, "kind:words", question_nb="Hva kan bli bedre?", secrecy="named")
    house.kari.presses(shown, "poll.answer", NETWORK)
    assert writes(house.kari, answer="  ") == {"errors": {"answer": said.NO_ANSWER.nb}}
    pointing = "Spør Kari Eksempel, kari@firma.example."
    writes(house.kari, answer=pointing)
    assert "kari@firma.example · Spør Kari Eksempel" in words(house.kari.modal)
    assert house.all(Roll) == []
    writes(house.kari)  # sent all the same
    assert [row.words for row in house.all(Roll)] == [pointing]
    amir(house).presses(amir(house).types("/naering puls"), "poll.who", NETWORK)
    assert f"<@{KARI}>\n{pointing}" in words(amir(house).modal)
    assert faults("modal", bare(amir(house).modal)) == []
    closes(house)
    assert result_words.IN_WORDS.nb in result(house)["text"]
    assert pointing not in result(house)["text"]
    for person, reads in ((house.kari, False), (amir(house), True)):
        listed = person.types("/naering resultat")
        person.presses(listed, "poll.result", NETWORK)
        assert (pointing in told(person)) is reads


def test_the_form_says_who_reads_answers_in_own_words(house: House) -> None:
    opens_form(amir(house))
    assert (said.SEEN.nb in words(amir(house).modal), said.READ.nb in words(amir(house).modal)) == (True, False)
    chooses(house, "kind:words")
    assert (said.SEEN.nb in words(amir(house).modal), said.READ.nb in words(amir(house).modal)) == (False, True)
    assert said.FEW_READ("nb", enough=5) in words(amir(house).modal)


def test_one_answer_for_a_company_is_shared_by_colleagues(house: House) -> None:
    opens_form(amir(house))
    assert (
        fills(
            amir(house),
            question_nb="Hva?",
            options_nb="a\nb",
            channel=NETWORK,
            by_company=["yes"],
            secrecy="named",
        )
        == {}
    )
    poll = house.all(Poll)[0].id
    presses(house, KARI, "poll.vote", f"{poll} 0")
    assert told(house.kari) == NO_COMPANY.nb
    for person in (house.kari, house.ola):
        person.presses_in(person.home(), "members.edit")
        writes(person, company="Eksempel Bakeri AS", known=None)  # type: ignore[arg-type]
    presses(house, KARI, "poll.vote", f"{poll} 0")
    presses(house, OLA, "poll.vote", f"{poll} 1")
    assert [row.option for row in house.all(Roll)] == [1]
    house.kari.presses(wall(house), "poll.mine", NETWORK)
    assert "«b»" in told(house.kari)
    amir(house).presses(amir(house).types("/naering puls"), "poll.who", NETWORK)
    assert "2. b\nEksempel Bakeri AS" in words(amir(house).modal)


def test_a_secret_answer_of_a_company_is_shown_to_nobody_who_says_that_they_are_in_it(house: House) -> None:
    opens_form(amir(house))
    made = {"question_nb": "Hva?", "options_nb": "a\nb", "channel": NETWORK, "by_company": ["yes"]}
    assert fills(amir(house), **made) == {}
    assert said.EACH_HIDDEN.nb in wall(house)["text"]
    poll = house.all(Poll)[0].id
    for person in (house.kari, house.ola):
        person.presses_in(person.home(), "members.edit")
        writes(person, company="Eksempel Bakeri AS", known=None)  # type: ignore[arg-type]
    house.ola.presses(wall(house), "poll.mine", NETWORK)
    assert told(house.ola) == said.NOT_ANSWERED("nb", question="Hva?")
    presses(house, KARI, "poll.vote", f"{poll} 0")
    house.ola.presses(wall(house), "poll.mine", NETWORK)
    assert told(house.ola) == said.HIDDEN("nb", question="Hva?")
    presses(house, OLA, "poll.vote", f"{poll} 0")
    assert said.YOURS("nb", option="a") in told(house.ola)  # not that it is as it was
    assert [row.option for row in house.all(Ballot)] == [0]


def test_what_was_typed_stays_when_the_kind_is_changed_and_the_preview_shows_it(house: House) -> None:
    opens_form(amir(house))
    organizer = amir(house)
    organizer.presses_in(organizer.modal, "poll.kind", selected_option="template:when")
    organizer.presses_in(organizer.modal, "poll.kind", selected_option="kind:one")
    view = organizer.modal
    assert "Før jobb" in str(view["blocks"])
    organizer.presses_in(view, "poll.preview")
    assert "• Før jobb\n• I lunsjen" in words(organizer.modal)


@pytest.mark.parametrize(
    ("typed", "shown"), [("", "• 1\n"), ("Dårlig", "• 1\n"), ("Dårlig\nBra", "• 1 – Dårlig\n"), ("a\nb\nc", "• 1\n")]
)
def test_a_scale_is_previewed_however_many_of_its_ends_have_words(house: House, typed: str, shown: str) -> None:
    opens_form(amir(house))
    chooses(house, "kind:scale")
    organizer = amir(house)
    organizer.presses_in(organizer.modal, "poll.preview", values={"ends_nb": {"words": {"value": typed}}})
    assert shown in words(organizer.modal)


def test_the_same_is_asked_again_and_shown_over_time(house: House) -> None:
    for option in (0, 2):
        opens_form(amir(house))
        if house.all(Poll):
            chooses(house, f"same:{house.all(Poll)[0].id}")
            assert fills(amir(house)) == {}
        else:
            chooses(house, "template:mood")
            assert fills(amir(house), channel=NETWORK, secrecy="named") == {}
        votes(house.kari, wall(house), option)
        closes(house)
    first, second = house.all(Poll)
    assert first.series == second.series
    house.kari.presses(house.kari.types("/naering resultat"), "poll.result", NETWORK)
    shown = house.kari.private(NETWORK)[-1]
    charts = [block["chart"]["type"] for block in shown["blocks"] if block["type"] == "data_visualization"]
    assert (charts, faults("message", shown["blocks"])) == (["bar", "line"], [])
    assert "Over tid" in shown["text"]


@pytest.mark.parametrize(
    ("choice", "fields", "field"),
    [
        ("several", {"options_nb": "a\nb", "most": "3"}, "most"),
        ("several", {"options_nb": "a\nb", "most": "mange"}, "most"),
        ("scale", {"ends_nb": "bare ett"}, "ends_nb"),
        ("scale", {"ends_nb": "dårlig\nbra", "question_nn": "Kva?"}, "ends_nn"),
        ("scale", {"ends_en": "bad\ngood", "question_en": "What?"}, "ends_nb"),
        ("words", {"question_nb": ""}, "question_nb"),
    ],
)
def test_what_is_wrong_is_told_at_its_field(house: House, choice: str, fields: Json, field: str) -> None:
    given = {"question_nb": "Hva?", "channel": NETWORK, "closes": 1773999999} | fields
    assert set(submits(house, amir(house).id, "poll.make", choice, **given)["errors"]) == {field}


def test_the_files_go_to_the_organizer_alone(house: House) -> None:
    shown = makes(house, "kind:one", question_nb="=1+1", options_nb="-a\n@b", secrecy="named")
    votes(house.kari, shown, 0)
    closes(house)
    for action in ("poll.csv", "poll.xlsx"):
        presses(house, KARI, action, house.all(Poll)[0].id)
        amir(house).presses(amir(house).types("/naering resultat"), "poll.result", NETWORK)
        amir(house).presses(house.staff.private(NETWORK)[-1], action, NETWORK)
    eventually(lambda: len(uploaded(house)) == 2)
    csv, xlsx = uploaded(house)
    text = csv.decode("utf-8-sig")
    assert "Alle;Alle;1;'-a;1;100,0;20,7;100,0" in text
    assert "Spørsmål;'=1+1" in text
    assert f"\nKari Eksempel ({KARI});'-a" in text
    assert xlsx.startswith(b"PK")
    assert [one for one in house.kari.said() if one.get("files")] == []


def uploaded(house: House) -> list[bytes]:
    return [file.content for file in house.workspace.state.uploads.values() if file.content]
