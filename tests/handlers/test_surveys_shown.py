"""All that is ever shown of a survey, in chat, lists and files, to organizers and to companies, tells of no company."""

import csv
import io
import random
import re

from bot.domain.answers.sealing import Keys
from bot.domain.companies import rows as companies
from bot.domain.companies.rows import BRANCHES, SIZES, Told
from bot.domain.surveys import person, results, tables
from bot.domain.surveys.tables import Wave
from handlers.surveys import words as said
from tests.domain.test_protection import attacked
from tests.handlers.forging import presses
from tests.handlers.surveying import COMMAND, closes, filled_in
from tests.house import House, Person
from tests.slacks import KARI
from tests.waiting import eventually

COUNT = 16
DICE = random.Random(7)
TRAITS = [
    Told("", DICE.choice(["it", "trade"]), DICE.choice(["area.visperud", "area.skarer"]), DICE.choice(["1-4", "5-19"]))
    for _ in range(COUNT)
]
NAMES = {text.nb: name for name, text in {**BRANCHES, **{name: text for name, (_, text) in SIZES.items()}}.items()}
GROUP = re.compile(r"^(.+) \(\d+ svar\):", re.MULTILINE)


def chat(house: House, who: Person, wave: Wave) -> str:
    """The list, and each question's detail."""
    for number in (0, 1):
        assert presses(house, who.id, "survey.result", f"{wave.id} {number}").ok
    assert presses(house, who.id, "survey.results", wave.id).ok
    listed: str = who.types("/naering resultat")["text"]
    return "\n".join([*(one["text"] for one in who.private()[-4:-1]), listed])


def file(house: House, wave: Wave) -> list[list[str]]:
    """The newest that the organizer got."""
    before = len(house.workspace.state.uploads)
    assert presses(house, house.staff.id, "survey.csv", wave.id).ok
    eventually(lambda: len(house.workspace.state.uploads) > before)
    house.rest()
    content = list(house.workspace.state.uploads.values())[-1].content or b""
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_no_sum_or_difference_of_all_that_is_shown_is_of_few(house: House) -> None:
    wave = filled_in(house, people=(KARI,), count=COUNT, traits=TRAITS)
    for who in (house.staff, house.kari):
        told = who.types(COMMAND)["text"]
        assert re.findall(r"Svart: \d+ \(\d+ %\)", told) == ([f"Svart: {COUNT} (100 %)"] if who is house.staff else [])
        for number in (0, 1):
            presses(house, who.id, "survey.result", f"{wave.id} {number}")
        assert tables.GONE.nb in who.private()[-1]["text"]  # nothing before it has closed
    closes(house, wave)

    organizer, member, sheet = chat(house, house.staff, wave), chat(house, house.kari, wave), file(house, wave)
    everybody = [f"C{n}" for n in range(COUNT)]
    sums, stored = [frozenset(everybody)], []
    with house.bot.parts.read() as session:
        shut = tables.find(session, wave.id)
        first, second = shut.questions()
        groups = results.groups(shut, first)
        assert results.groups(shut, second) == {}
    for trait, found in groups.items():
        for group in found:
            stored.append(group.name)
            sums.append(frozenset(one for n, one in enumerate(everybody) if getattr(TRAITS[n], trait) == group.name))
            assert (len(sums[-1]), sum(group.counts)) == (group.turnout, group.turnout)
    assert len(sums) > 2
    assert not attacked(sums, shut.enough)

    # Chat and file tell of no other groups, and companies of none.
    areas = {text.nb: name for name, text in companies.areas(house.bot.parts.library().entries).items()}
    names = NAMES | areas
    assert sorted(names[name] for name in GROUP.findall(organizer)) == sorted(stored)
    assert GROUP.findall(member) == []
    in_file = {tuple(row[:3]) for row in sheet if len(row) == 9 and row[1] in ("Bransje", "Område", "Størrelse")}
    assert sorted(names[row[2]] for row in in_file) == sorted(stored)

    # Whatever happens afterwards, what is shown stays as it was worked out when the survey closed.
    with house.bot.parts.database.write() as session:
        person.forget(Keys(house.bot.parts.settings), session, house.staff.id, house.bot.parts.now())
        companies.choose(session, "U0M1", "", "Eksempel 2")
        companies.describe(session, "U0M3", Told("", branch="health"))
    closes(house, wave)
    assert [chat(house, house.staff, wave), chat(house, house.kari, wave)] == [organizer, member]
    assert file(house, wave) == sheet
    assert said.SHUT.nb in house.staff.types(COMMAND)["text"]
