"""Reading the knowledge base, and what is said about what is wrong with it."""

from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from knowledge.library import NO_GENERAL, SHIPPED, KnowledgeError, load, problems, schema
from knowledge.reading import FORMS

GOOD = """
- id: area.her
  kind: area
  title: {nb: Her, nn: Her, en: Here}
  text: {nb: Her er det., nn: Her er det., en: Here it is.}
  question: {nb: Hva er her?, nn: Kva er her?, en: What is here?}
  source: [{document: Plan, section: Om, position: 1. avsnitt, as_of: '2019'}]
"""
OTHER = """
- id: area.der
  kind: area
  title: {nb: Der, nn: Der, en: There}
  text: {nb: Der er det., nn: Der er det., en: There it is.}
  question: {nb: Hva er der?, nn: Kva er der?, en: What is there?}
  handled_by: contact.kommunen
  source: [{document: Plan, section: Om, position: 1. avsnitt, as_of: '2019'}]
"""
CONTACT = """
- id: contact.kommunen
  kind: contact
  title: {nb: Enheten, nn: Eininga, en: The unit}
  text: {nb: Enheten hjelper., nn: Eininga hjelper., en: The unit helps.}
  question: {nb: Hvem hjelper?, nn: Kven hjelper?, en: Who helps?}
  areas: [area.her]
  contact: {role: {nb: Enheten, nn: Eininga, en: The unit}, phone: 12 34 56 78}
  source: [{document: Plan, section: Om, position: 1. avsnitt, as_of: '2019'}]
"""
CSV_HEAD = "id,topic,area,role_nb,role_nn,role_en,email,phone,url,verified_on\n"


def said(folder: Path, shipped: Path) -> list[str]:
    return [f"{problem.file.name}:{problem.line}: {problem.words}" for problem in problems(folder, shipped)]


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    folder = tmp_path / "shipped"
    folder.mkdir()
    (folder / "areas.yaml").write_text(GOOD, encoding="utf-8")
    (folder / "contacts.yaml").write_text(CONTACT, encoding="utf-8")
    return folder


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_a_deployment_adds_and_replaces_by_id(shipped: Path, own: Path) -> None:
    (own / "mine.yaml").write_text(GOOD.replace("Her er det.", "Nytt.") + OTHER)
    library = load(own, shipped)
    assert {name: entry.text.nb for name, entry in library.entries.items()} == {
        "area.her": "Nytt.",
        "contact.kommunen": "Enheten hjelper.",
        "area.der": "Der er det.",
    }
    assert said(own, shipped) == []


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (GOOD.replace("kind: area", "kind: thing"), "mine.yaml:3: area.her: kind: must be one of area, contact, "),
        (GOOD.replace("nn: Her er det., ", ""), "mine.yaml:5: area.her: text.nn: is missing."),
        (GOOD + "  colour: red\n", "mine.yaml:8: area.her: colour: is not a field of an entry."),
        (
            GOOD.replace("'2019'", "'i fjor'"),
            "mine.yaml:7: area.her: source.1.as_of: must be a year, a month or a day, in quotes",
        ),
        (GOOD + "  kind: area\n", "mine.yaml:2: area.her: a field stands twice."),
        (GOOD + GOOD[1:], "mine.yaml:8: area.her: this id stands already in mine.yaml, line 2."),
        (GOOD + "  links: [area.borte]\n", "mine.yaml:8: area.her: links: there is no entry «area.borte» to link to."),
        (GOOD + "  areas: [area.borte]\n", "mine.yaml:8: area.her: areas: there is no area «area.borte»."),
        (GOOD + "  handled_by: area.her\n", "mine.yaml:8: area.her: handled_by: there is no contact «area.her»."),
        (GOOD + "  topics: [fjas]\n", "mine.yaml:8: area.her: topics: «fjas» is no topic of vocabulary.tsv."),
        (GOOD.replace("nn: Her,", "nn: ' ',"), "mine.yaml:4: area.her: title.nn: nynorsk is missing."),
        (
            GOOD.replace("Here it is.", "x" * 481),
            "mine.yaml:5: area.her: text.en: English has 481 characters",
        ),
        (GOOD.replace("Her er det.", "Det " * 20), "mine.yaml:5: area.her: text.nn: nynorsk is the same as bokmål."),
        (
            GOOD + "  valid: {since: 2020-01-02, until: 2020-01-01}\n",
            "mine.yaml:8: area.her: valid.until: valid.until lies before valid.since.",
        ),
        (GOOD + "  deadline: 2026-02-30\n", "mine.yaml:8: area.her: deadline: must be a day that there is, written as"),
        (
            GOOD.replace("'2019'", "2019"),
            "mine.yaml:7: area.her: source.1.as_of: must be a year, a month or a day, in q",
        ),
        (GOOD + "  next_check: snart\n", "mine.yaml:8: area.her: next_check: must be a day that there is, written as"),
        (GOOD + "  history: kanskje\n", "mine.yaml:8: area.her: history: must be yes or no."),
        ("- just words\n", "mine.yaml:1: An entry must have fields, such as id, kind and title."),
        ("id: area.her\n", "mine.yaml:1: The file must be a list of entries, each beginning with «- id:»."),
        ("- id: [\n", "mine.yaml:2: This is no valid YAML: "),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(shipped: Path, own: Path, wrong: str, words: str) -> None:
    (own / "mine.yaml").write_text(wrong, encoding="utf-8")
    (first, *others) = said(own, shipped)
    assert first.startswith(words)
    assert others == []


def test_all_faults_of_all_entries_are_told_at_once_each_at_its_field(shipped: Path, own: Path) -> None:
    wrong = OTHER.replace("area.der", "area.x").replace("Der er det.", "' '").replace("'2019'", "snart")
    (own / "mine.yaml").write_text(f"{wrong}  deadline: 2026-02-30\n  links: [area.borte]\n  colour: red\n")
    assert said(own, shipped) == [
        "mine.yaml:5: area.x: text.nb: bokmål is missing.",
        "mine.yaml:5: area.x: text.nn: nynorsk is missing.",
        f"mine.yaml:8: area.x: source.1.as_of: {FORMS['as_of']}.",
        "mine.yaml:9: area.x: deadline: must be a day that there is, written as 2026-01-31.",
        "mine.yaml:10: area.x: links: there is no entry «area.borte» to link to.",
        "mine.yaml:11: area.x: colour: is not a field of an entry.",
    ]


def test_all_faults_of_a_row_are_told_at_once_each_at_its_column(shipped: Path, own: Path) -> None:
    first = "contact.x,fjas,area.y,Kari Nordmann,,A,a@b,12,ftp://x,31.01.2026\n"
    (own / "contacts.csv").write_text(CSV_HEAD + first + "contact.z,regulering,,A,A,A,,,,2099-01-01\n")
    found = [one.words for one in problems(own, shipped, date(2026, 3, 10)) if one.file.suffix == ".csv"]
    assert found == [
        "contact.x: url: must begin with http:// or https://.",
        "contact.x: verified_on: must be a day that there is, written as 2026-01-31.",
        "contact.x: area: there is no area «area.y».",
        "contact.x: email: «a@b» is no e-mail address.",
        "contact.x: phone: «12» is no Norwegian phone number; write it as 12 34 56 78.",
        "contact.x: role_nb: «Kari Nordmann» looks like a person's name; write a role or a unit.",
        "contact.x: topic: «fjas» is no topic of vocabulary.tsv.",
        "contact.x: role_nn: nynorsk is missing.",
        "contact.z: email: a contact needs an e-mail, a phone or an address.",
        "contact.z: verified_on: it is verified on 2099-01-01, which is yet to come.",
    ]


def test_an_entry_of_a_broken_file_is_not_said_to_be_missing_too(shipped: Path, own: Path) -> None:
    (own / "broken.yaml").write_text(OTHER.replace("title: {", "title: ["))
    (own / "mine.yaml").write_text(
        GOOD.replace("area.her", "area.x") + "  links: [area.der]\n  topics: [fjas]\n  handled_by: contact.kommunen\n"
    )
    first, second = said(own, shipped)
    assert first.startswith("broken.yaml:4: This is no valid YAML: ")
    assert second == "mine.yaml:9: area.x: topics: «fjas» is no topic of vocabulary.tsv."


def test_a_deployment_retires_what_is_shipped_and_cannot_retire_what_is_not(shipped: Path, own: Path) -> None:
    (own / "retired.txt").write_text("# no longer\narea.her\n\narea.borte\n")
    assert said(own, shipped) == ["retired.txt:4: There is no shipped entry «area.borte» to retire."]
    (own / "retired.txt").write_text("area.her\n")
    assert list(load(own, shipped).entries) == ["contact.kommunen"]


def test_that_nobody_is_named_where_nothing_fits_is_a_fault(shipped: Path, own: Path) -> None:
    (shipped / "contacts.yaml").unlink()
    assert f"{own.name}:1: {NO_GENERAL}" in said(own, shipped)


def test_what_cannot_be_read_is_an_error_and_a_forgotten_link_is_not(shipped: Path, own: Path) -> None:
    file = own / "mine.yaml"
    file.write_text(GOOD + "  links: [area.borte]\n")
    assert list(load(own, shipped).entries) == ["area.her", "contact.kommunen"]
    file.write_text(GOOD.replace("kind: area", "kind: thing"))
    with pytest.raises(KnowledgeError, match=r"mine\.yaml:3: area\.her: kind"):
        load(own, shipped)


def test_a_missing_folder_is_said(shipped: Path, tmp_path: Path) -> None:
    assert said(tmp_path / "nowhere", shipped) == ["nowhere:1: There is no such folder."]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_contacts_come_from_a_table(shipped: Path, own: Path, delimiter: str) -> None:
    row = "contact.plan,regulering,area.her,Planenheten,Planeininga,The planning unit,,12 34 56 78,,2026-01-31\n"
    (own / "contacts.csv").write_text((CSV_HEAD + row).replace(",", delimiter), encoding="utf-8-sig")
    entry = load(own, shipped).entries["contact.plan"]
    assert entry.text.nn == "Planeininga svarer på spørsmål om regulering."
    assert entry.question.en == "Who answers questions about zoning?"
    assert entry.areas == ("area.her",)
    assert entry.contact is not None
    assert entry.contact.phone == "12 34 56 78"
    assert said(own, shipped) == []


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("id,topic\n", "contacts.csv:1: The first line must name the columns; missing: area, role_nb, "),
        (
            CSV_HEAD + "contact.x,fjas,,A,A,A,a@b.no,,,2026-01-31\n",
            "contacts.csv:2: contact.x: topic: «fjas» is",
        ),
        (
            CSV_HEAD + "contact.x,regulering,,A,A,A,a@b.no,,,i fjor\n",
            "contacts.csv:2: contact.x: verified_on: must be",
        ),
        (
            CSV_HEAD + "contact.x,regulering,,A,A,A,a@b.no,,,\n",
            "contacts.csv:2: contact.x: verified_on: must be",
        ),
        (
            CSV_HEAD + "contact.x,regulering,,A,A,A,,,,2026-01-31\n",
            "contacts.csv:2: contact.x: email: a contact",
        ),
        (
            CSV_HEAD + "contact.x,regulering,area.y,A,A,A,,12345,,2026-01-31\n",
            "contacts.csv:2: contact.x: area: there is no area",
        ),
    ],
)
def test_what_is_wrong_in_a_table_is_said_with_its_line(shipped: Path, own: Path, table: str, words: str) -> None:
    (own / "contacts.csv").write_text(table, encoding="utf-8")
    (first, *others) = said(own, shipped)
    assert first.startswith(words)
    assert others == []


def test_the_published_schema_describes_our_own_files() -> None:
    for file in SHIPPED.glob("*.yaml"):
        jsonschema.validate(yaml.load(file.read_text(encoding="utf-8"), _Plain), schema())


class _Plain(yaml.SafeLoader):
    """Dates stay words, as in JSON."""


_Plain.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
