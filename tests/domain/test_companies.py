"""Companies come from a table and from members; what is wrong in a table is told by line, and nothing is taken."""

import pytest

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.texts import Text, same
from bot.domain import members
from bot.domain.companies import rows
from bot.domain.companies.rows import Told
from bot.domain.companies.table import Fault, read, size_of

AREAS = {"visperud": "area.visperud"}
TABLE = "name;branch;area;size\nEksempel Bakeri AS;Industri;Visperud;4\nEksempel IT;it;;20–99\n"


def test_a_table_is_read_with_names_and_words_numbers_and_classes() -> None:
    told = [Told("Eksempel Bakeri AS", "industry", "area.visperud", "1-4"), Told("Eksempel IT", "it", "", "20-99")]
    assert read("\ufeff" + TABLE, AREAS) == (told, [])
    assert read(TABLE.replace(";", ","), AREAS) == (told, [])


def test_what_is_wrong_is_told_by_line() -> None:
    told, faults = read("name,branch,area,size\nA,baking,,\n,,,\nB,,,\nb,,,many\n", AREAS)
    assert told == [Told("B")]
    assert [fault.line for fault in faults] == [2, 3, 5]
    assert faults[0].words.startswith("«baking» is no branch; known are: building, ")
    assert read("name,branch\nA,it\n", AREAS) == ([], [Fault(1, "these columns are missing: area, size")])
    assert read("name,branch,area,size\nA,,,\na,,,\n", AREAS)[1] == [Fault(1, "«a» stands there twice")]


@pytest.mark.parametrize(
    ("typed", "size"), [("0", "1-4"), ("4", "1-4"), ("5", "5-19"), ("99", "20-99"), ("2000", "100+"), ("", "")]
)
def test_a_number_of_employees_becomes_a_class(typed: str, size: str) -> None:
    assert size_of(typed) == size


def test_the_same_table_again_changes_nothing_and_empty_fields_take_nothing_away(database: Database) -> None:
    told, _ = read(TABLE, AREAS)
    with database.write() as session:
        assert rows.take(session, told) == (2, 0)
        assert rows.take(session, told) == (0, 0)
        assert rows.take(session, [Told("EKSEMPEL it", size="100+"), Told("Eksempel Bakeri AS")]) == (0, 1)
    with database.read() as session:
        kept = [(one.name, one.branch, one.area, one.size) for one in rows.everyone(session)]
    assert kept == [("Eksempel Bakeri AS", "industry", "area.visperud", "1-4"), ("Eksempel IT", "it", "", "100+")]


def test_members_choose_a_known_company_or_write_its_name(database: Database) -> None:
    with database.write() as session:
        rows.take(session, [Told("Eksempel IT", branch="it")])
        known = rows.everyone(session)[0].id
        rows.choose(session, "U0KARI", known, "")
        rows.choose(session, "U0OLA", "", " eksempel  it ")
        rows.choose(session, "U0SIRI", "", "Ny AS")
        rows.describe(session, "U0SIRI", Told("", area="area.visperud", size="1-4"))
        with pytest.raises(UserError) as refusal:
            rows.choose(session, "U0X", "nothing", "")
        assert (refusal.value.words, refusal.value.field) == (rows.NOT_THERE, "known")
        people = ["U0KARI", "U0OLA", "U0SIRI", "U0NOBODY"]
        assert rows.traits(session, people, by_company=False) == {
            "branch": {"U0KARI": "it", "U0OLA": "it"},
            "area": {"U0SIRI": "area.visperud"},
            "size": {"U0SIRI": "1-4"},
        }
        assert rows.traits(session, [known], by_company=True)["branch"] == {known: "it"}
        assert [one.name for one in rows.everyone(session)] == ["Eksempel IT", "Ny AS"]
        rows.choose(session, "U0KARI", "", "")
        assert (rows.of(session, "U0KARI"), members.find(session, "U0KARI").company) == (None, "")


def test_groups_have_names() -> None:
    areas = {"area.visperud": same("Visperud")}
    labels = [("branch", "it"), ("size", "100+"), ("area", "area.visperud"), ("area", "")]
    said: list[Text] = [rows.label(trait, group, areas) for trait, group in labels]
    assert [text.nb for text in said] == ["IT og kommunikasjon", "100 ansatte eller flere", "Visperud", "Ikke oppgitt"]
