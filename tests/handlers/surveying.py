"""A survey in the hands of a test: written and begun by an organizer, answered by members."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain import members
from bot.domain.answers.asked import Given
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import Company, Told
from bot.domain.surveys import answering, waves, writing
from bot.domain.surveys.tables import Invitation, Wave
from handlers.surveys import words as said
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


TYPED = "# Del\nAnbefaler du oss? (0–10)\nHvorfor? (egne ord)"


def answered(house: House, name: str = "2027", people: tuple[str, ...] = (), **more: Any) -> Wave:
    """As `filled_in`, and closed."""
    wave = filled_in(house, name, people, **more)
    closes(house, wave)
    return wave


def filled_in(
    house: House,
    name: str = "2027",
    people: tuple[str, ...] = (),
    *,
    typed: str = TYPED,
    why: str = "Fordi <{n}>",
    count: int = 6,
    traits: Sequence[Told] = (Told("", branch="it"),),
) -> Wave:
    """A round of two questions that all companies have answered; the first are those of these people.

    `traits`: of the companies, in turn.
    """
    keys, database = Keys(house.bot.parts.settings), house.bot.parts.database
    now, quiet = house.bot.parts.now(), house.bot.parts.quiet
    who = [*people, *(f"U0M{n}" for n in range(len(people), count))]
    with database.write() as session:
        for n, person in enumerate(who):
            if session.get(Company, f"C{n}") is None:
                told = traits[n % len(traits)]
                row = Company(id=f"C{n}", name=f"Eksempel {n}", branch=told.branch, area=told.area, size=told.size)
                session.add(row)
                session.flush()
                members.find(session, person).company_id = f"C{n}"
        known = next(iter(waves.surveys(session)), None)
        draft = writing.Draft({"nb": "Puls"}, {"nb": typed})
        survey = writing.save(session, draft, known.id if known else "", house.staff.id, now)
        plan = waves.Plan(name, (), now + timedelta(days=9))
        wave = waves.begin(session, keys, survey, plan, house.staff.id, now, quiet)
    for n, person in enumerate(who):
        with database.write() as session:
            on = answering.sheet(session, keys, wave.id, person, now, lock=True)
            score, own_words = on.wave.questions()
            given = {score.id: Given((5 + n) % 11), own_words.id: Given(0, why.format(n=n))}
            answering.fill(session, keys, on, 0, given)
            session.flush()
            answering.send(session, keys, answering.sheet(session, keys, wave.id, person, now))
    return wave


def closes(house: House, wave: Wave) -> None:
    assert presses(house, house.staff.id, "survey.close", wave.id).ok
    house.rest()
