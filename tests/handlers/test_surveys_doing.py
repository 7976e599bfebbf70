"""«Dette gjør vi» through the whole bot: written, told once, read with the results, corrected."""

from bot.domain import members
from bot.domain.surveys.doing import EMPTY, NO_ROLE
from bot.workspace.shapes import Json
from handlers.surveys import doing_words, words
from tests.handlers.choosing import fills
from tests.handlers.forging import presses, submits
from tests.handlers.surveying import answered
from tests.house import House, actions
from tests.house import words as written
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually

RESULTS = "/naering resultat"


def told(house: House) -> list[Json]:
    return [one for one in house.kari.told() if doing_words.DOING.nb in one["text"]]


def test_who_answered_is_told_once_and_reads_it_with_the_totals(house: House) -> None:
    wave = answered(house, people=(KARI, OLA))
    assert presses(house, house.staff.id, "survey.doing", wave.id).ok
    assert doing_words.WHO("nb", 6) in written(house.staff.modal)
    refused = fills(house.staff, text_nb=" ", role=" ")
    assert refused["errors"] == {"text_nb": EMPTY.nb, "role": NO_ROLE.nb}
    assert fills(house.staff, text_nb="Vi bygger <gangvei>.", role="Næringssjefen") == {}
    assert doing_words.SENT("nb", name="Puls 2027") in written(house.staff.modal)
    eventually(lambda: len(told(house)) == 1)
    first = told(house)[0]
    assert "Vi bygger &lt;gangvei&gt;." in first["text"]
    assert "Næringssjefen, 10. mars 2026" in first["text"]
    assert actions(first) == ["survey.results", "push.mute"]
    house.kari.presses(first, "survey.results")
    listed = house.kari.private(house.kari.im)[-1]
    assert "Vi bygger &lt;gangvei&gt;." in listed["text"]
    assert actions(listed) == ["survey.result"]
    # A correction stands with the results, and nobody is told again.
    assert presses(house, house.staff.id, "survey.doing", wave.id).ok
    assert doing_words.CORRECTION.nb in written(house.staff.modal)
    assert fills(house.staff, text_nb="Vi bygger bussholdeplass.") == {}
    house.rest()
    assert len(told(house)) == 1
    line = house.kari.types(RESULTS)
    assert "*Dette gjør vi:* Vi bygger bussholdeplass." in line["text"]
    assert "Puls 2027" in line["text"]
    house.kari.presses(line, "survey.results", NETWORK)
    assert "Rettet 10. mars 2026" in house.kari.private()[-1]["text"]


def test_participants_see_totals_and_organizers_words_groups_and_files_too(house: House) -> None:
    wave = answered(house, people=(KARI,))
    for person in (house.kari, house.staff):
        for number in (0, 1):
            assert presses(house, person.id, "survey.result", f"{wave.id} {number}").ok
        assert presses(house, person.id, "survey.results", wave.id).ok
    score, own_words, _ = house.kari.private()[-3:]
    assert "Anbefaling: 0 (av −100 til 100)" in score["text"]
    assert [one for one in ("Bransje", "Fordi", "Over tid") if one in score["text"] + own_words["text"]] == []
    assert "Fordi &lt;0&gt;" in house.staff.private()[-2]["text"]
    assert {"survey.doing", "survey.csv", "survey.xlsx"} <= set(actions(house.staff.private()[-1]))


def test_others_neither_see_a_round_nor_say_what_is_done(house: House) -> None:
    wave = answered(house, people=(KARI,))
    assert "Puls 2027" not in house.ola.types(RESULTS)["text"]
    for action, value in (("results", wave.id), ("result", f"{wave.id} 0"), ("doing", wave.id)):
        presses(house, OLA, f"survey.{action}", value)
    presses(house, KARI, "survey.doing", wave.id)
    fields = {"text_nb": "Falskt", "role": "Næringssjefen"}
    submits(house, KARI, "survey.doing", wave.id, **fields)
    house.rest()
    assert house.workspace.modals(KARI) == house.workspace.modals(OLA) == []
    assert told(house) == []
    refused = [one for one in house.kari.private() if members.NOT_ALLOWED.nb in one["text"]]
    assert len(refused) == 1
    assert words.SHUT.nb not in house.ola.types("/naering undersøkelse")["text"]
