"""A survey that comes again through the whole bot: wished in its form, come on its day, opened, changed, stopped."""

from typing import Any

from bot.domain import members
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.repeating import Repeat
from bot.domain.surveys.tables import Survey, Wave
from bot.slack.rhythm import NEXT, REPEAT, REPEATS
from handlers.surveys import repeating_words as said
from handlers.surveys import words as survey_words
from scheduler.rhythm import NO_FIRST
from tests.clock import Clock
from tests.handlers.forging import presses
from tests.handlers.polling import fills
from tests.handlers.surveying import COMMAND, begun
from tests.house import House, Person, words
from tests.slacks import KARI, NETWORK
from tests.waiting import eventually

RULE = "den 10. april hvert år"
OPTION = {"value": "opens", "text": {"type": "plain_text", "text": "x"}}


def wishes(organizer: Person, first: str = "2026-04-10", **more: object) -> None:
    organizer.presses(organizer.types(COMMAND), "survey.repeat", NETWORK)
    year = {"value": "year", "text": {"type": "plain_text", "text": "x"}}
    assert fills(organizer, first="2026-03-09", often=year, days="14")["errors"] == {"first": NO_FIRST.nb}
    assert fills(organizer, **{"first": first, "often": year, "days": "14"} | more) == {}


def test_a_round_is_made_ready_on_its_day_looked_over_and_opened(house: House, clock: Clock) -> None:
    begun(house)
    organizer = house.staff
    wishes(organizer)
    saved = said.SAVED("nb", name="Næringspuls", rule=RULE, when="fredag 10. april kl. 09.00")
    assert saved in words(organizer.modal)
    assert REPEATS("nb", rule=RULE, when="fredag 10. april kl. 09.00") in organizer.types(COMMAND)["text"]
    clock.move(days=31)
    eventually(lambda: house.all(Ready))
    house.rest()
    told = organizer.told()[-1]
    assert said.IS_READY("nb", name="Næringspuls", round="2026") in told["text"]
    assert NEXT("nb", when="mandag 12. april 2027 kl. 09.00") in told["text"]
    assert len(house.all(Wave)) == 1
    organizer.presses(told, "survey.open")
    fields = {block["block_id"]: block["element"] for block in organizer.modal["blocks"] if block["type"] == "input"}
    assert fields["name"]["initial_value"] == "2026"
    assert fills(organizer, name="2026", closes=fields["closes"]["initial_date_time"]) == {}
    assert house.all(Ready) == []
    assert sorted(wave.name for wave in house.all(Wave)) == ["2026", "2027"]


def test_a_round_is_opened_by_itself_and_the_companies_are_invited(house: House, clock: Clock) -> None:
    begun(house)
    wishes(house.staff, how=OPTION)
    assert house.all(Repeat)[0].opens
    clock.move(days=31)
    eventually(lambda: len(house.all(Wave)) == 2)
    eventually(lambda: [one for one in house.kari.told() if "Næringspuls 2026" in one["text"]])
    told = house.staff.told()[-1]["text"]
    assert said.OPENED("nb", name="Næringspuls 2026", when="fredag 24. april kl. 15.00") in told


def test_it_is_changed_and_stopped_from_the_list(house: House) -> None:
    begun(house)
    organizer = house.staff
    wishes(organizer)
    organizer.presses(organizer.types(COMMAND), "survey.repeat", NETWORK)
    fields = {block["block_id"]: block["element"] for block in organizer.modal["blocks"] if block["type"] == "input"}
    assert (fields["first"]["initial_date"], fields["days"]["initial_value"]) == ("2026-04-10", "14")
    organizer.presses(organizer.types(COMMAND), "survey.stop", NETWORK)
    assert said.STOPPED("nb", name="Næringspuls") in organizer.private()[-1]["text"]
    assert house.all(Repeat) == []
    assert REPEAT.nb in words(organizer.types(COMMAND))


def test_members_neither_repeat_nor_stop_nor_open_a_survey(house: House) -> None:
    wave = begun(house)
    with house.bot.parts.database.write() as session:
        session.add(made := Ready(survey=wave.survey, name="2028", companies=[], days=14, at=house.bot.parts.now()))
    for action, value in (("repeat", wave.survey), ("stop", wave.survey), ("open", made.id), ("drop", made.id)):
        presses(house, KARI, f"survey.{action}", value)
    house.rest()
    refused = [one for one in house.kari.private() if members.NOT_ALLOWED.nb in one["text"]]
    assert (len(refused), house.workspace.modals(KARI), len(house.all(Ready))) == (4, [], 1)


def test_many_surveys_are_turned_page_by_page(house: House) -> None:
    now = house.bot.parts.now()
    with house.bot.parts.database.write() as session:
        for n in range(8):
            survey = Survey(title={"nb": f"Puls {n}"}, typed={"nb": "# Del\nHva?\n- a\n- b"}, made_by=None, made_at=now)
            session.add(survey)
            session.flush()
            for name in range(4):
                row: dict[str, Any] = {
                    "title": survey.title,
                    "parts": [],
                    "made_by": None,
                    "made_at": now,
                    "closes_at": now,
                }
                session.add(Wave(survey=survey.id, name=str(name), **row))
                session.add(Ready(survey=survey.id, name=f"r{name}", companies=[], days=9, at=now))
    listed = house.staff.types(COMMAND)
    assert "Viser 1–3 av 8." in listed["text"]
    assert len(listed["blocks"]) <= 50
    house.staff.presses(listed, "survey.list", NETWORK)
    assert "Viser 4–6 av 8." in house.staff.private()[-1]["text"]
    assert survey_words.NEW.nb in words(listed)
