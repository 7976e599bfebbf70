"""Members find their company in the public register; what it says of itself is for its contact persons."""

from pathlib import Path
from shutil import copy
from threading import Thread
from typing import Any

import pytest

from bot.core.texts import LANGUAGES
from bot.domain.audit import AuditRow
from bot.domain.companies import links, rows
from bot.domain.companies.facts import CompanyFact
from bot.domain.companies.merging import SAME
from bot.domain.companies.numbers import WRONG_DIGIT
from bot.domain.companies.places import Place
from bot.domain.companies.register import Link, RegisterUnit
from bot.domain.companies.rows import Company
from bot.domain.members import NOT_ALLOWED, Member
from bot.slack import later
from bot.workspace import Workspace
from bot.workspace.block_kit import faults
from handlers.companies import desk_words
from handlers.companies import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers import polling
from tests.handlers.choosing import fills
from tests.handlers.forging import presses, submits
from tests.handlers.linking import CAFE, A, B, C, a_house_with_a_register, edits, joins, opens_desk, resigns, searches  # noqa: F401
from tests.house import House, actions, open_house, words
from tests.register.standin import NUMBERS, PERSON, StandIn, a_standin, branch, company  # noqa: F401
from tests.slacks import KARI, NETWORK, OLA, STAFF
from tests.waiting import eventually

# --- finding it ---


def test_a_member_finds_the_company_by_number_sees_it_and_confirms(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    assert searches(house.kari, f"{A[:3]} {A[3:6]} {A[6:]}") == {}
    shown = words(house.kari.modal)
    for part in (CAFE, "Org.nr.: 700 000", "Form: AS", "Næring: 56.110 Drift av restauranter og kafeer (Servering og"):
        assert part in shown
    for part in (
        "Adresse: Eksempelveien 12, 1470 LØRENSKOG",
        "Ansatte: 7",
        "Kilde: Enhetsregisteret, hentet 10. mars 2026.",
    ):
        assert part in shown
    assert house.all(RegisterUnit) == []  # nothing is kept of what was only looked at
    assert house.kari.submits() == {}
    [row], [link] = house.all(Company), house.all(Link)
    assert (row.name, row.branch, row.size, row.derived) == (CAFE, "hospitality", "5-19", ["branch", "size"])
    assert (link.number, link.linked_by) == (A, KARI)
    home = words(house.kari.home())
    assert f"*Min bedrift*: {CAFE}\nOrg.nr. 700 000" in home


def test_by_name_one_of_several_is_chosen_and_colleagues_share_it(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE), company(B, "EKSEMPEL KAFFEBAR AS"), branch(C, A, "EKSEMPEL KAFÉ AVD FJELLHAMAR"))
    assert searches(house.kari, "eksempel kaf") == {}
    assert faults("modal", polling.bare(house.kari.modal)) == []
    assert [word in words(house.kari.modal) for word in (CAFE, "KAFFEBAR", "FJELLHAMAR")] == [True] * 3
    assert fills(house.kari, unit=C) == {}
    assert house.kari.submits() == {}
    joins(house.ola, C)
    assert [one.name for one in house.all(Company)] == ["EKSEMPEL KAFÉ AVD FJELLHAMAR"]
    assert [(one.company, one.contact) for one in house.all(Member) if one.id in (KARI, OLA)] == [
        ("EKSEMPEL KAFÉ AVD FJELLHAMAR", True),
        ("EKSEMPEL KAFÉ AVD FJELLHAMAR", False),
    ]


def test_what_cannot_be_found_is_said_at_the_field_and_nothing_typed_is_lost(house: House, standin: StandIn) -> None:
    wrong = A[:-1] + str((int(A[-1]) + 1) % 10)
    for typed, answer in ((wrong, WRONG_DIGIT), (B, said.NO_NUMBER), ("Finnes Ikke AS", said.NO_NAME)):
        assert searches(house.kari, typed) == {"errors": {"search": answer.nb}}
        house.workspace.close_view(KARI, house.kari.modal["id"])
    for trouble in ((503, b""), (429, b""), (200, b"<html>")):
        standin.fails(*trouble)
        assert searches(house.kari, A) == {"errors": {"search": said.SILENT.nb}}
        house.workspace.close_view(KARI, house.kari.modal["id"])


def test_a_company_that_was_read_before_is_found_while_the_register_is_silent(house: House, standin: StandIn) -> None:
    standin.add(company(A, "EKSEMPEL MØBEL AS"))
    joins(house.kari)
    standin.fails(503, times=9)
    for typed in ("møbel", A):
        assert searches(house.ola, typed) == {}
        assert "EKSEMPEL MØBEL AS" in words(house.ola.modal)
        house.workspace.close_view(OLA, house.ola.modal["id"])
    joins(house.ola)


def test_a_slow_register_is_waited_for_in_the_modal(
    house: House, standin: StandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    standin.add(company(A, CAFE))
    monkeypatch.setattr(later, "PATIENCE", 0.05)
    standin.hold.clear()
    assert searches(house.kari, A) == {}
    assert words(house.kari.modal).startswith(said.WAITING.nb)
    standin.hold.set()
    eventually(lambda: CAFE in words(house.kari.modal))
    standin.hold.clear()
    assert house.kari.submits() == {}
    standin.fails(503)
    assert house.ola.home()  # nobody waits for the register but who asked it
    standin.hold.set()
    eventually(
        lambda: said.LINKED.nb.partition("{")[0] in words(house.kari.modal) or said.SILENT.nb in words(house.kari.modal)
    )
    assert said.SILENT.nb in words(house.kari.modal)
    house.kari.presses_in(house.kari.modal, "companies.find")
    assert house.kari.modal["blocks"][0]["element"]["initial_value"] == A
    assert fills(house.kari, search="Finnes Ikke AS") in ({}, {"errors": {"search": said.NO_NAME.nb}})


def test_of_a_sole_proprietorship_no_name_is_shown_or_kept(house: House, standin: StandIn) -> None:
    standin.add(company(A, PERSON, "ENK"))
    assert searches(house.kari, PERSON[:10]) == {}
    assert (PERSON in words(house.kari.modal), "ENK 700 000" in words(house.kari.modal)) == (False, True)
    assert fills(house.kari, unit=A) == {}
    assert said.SOLE.nb in words(house.kari.modal)
    assert house.kari.submits() == {}
    [row] = house.all(RegisterUnit)
    kept = {name: value for name, value in vars(row).items() if not name.startswith("_") and value not in ("", None)}
    assert kept.keys() == {"number", "form", "state", "code", "source", "read_at"}
    assert house.all(Company)[0].name.startswith("Enkeltpersonforetak 700 000")
    assert PERSON not in str(house.workspace.log())


def test_leaving_is_for_oneself_and_an_old_button_takes_nobody_out(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE), company(B, "EKSEMPEL TO AS"))
    for person in (house.kari, house.ola):
        joins(person)
    first = house.all(Link)[0].company
    joins(house.kari, B)
    presses(house, KARI, "companies.leave", first)
    house.rest()
    assert {one.id: one.company for one in house.all(Member)}[KARI] == "EKSEMPEL TO AS"
    house.kari.presses_in(house.kari.home(), "companies.leave")
    house.rest()
    companies = {one.id: one.company for one in house.all(Member)}
    assert (companies[KARI], companies[OLA]) == ("", CAFE)


def test_at_night_companies_follow_the_register_while_everybody_else_goes_on(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    standin.add(company(A, "NYTT EKSEMPEL AS", konkurs=True, naeringskode1={"kode": "62.010"}))
    standin.changed(A)
    standin.hold.clear()
    night = Thread(target=house.night)
    night.start()
    eventually(lambda: [path for path, _, _ in standin.asked if path == "oppdateringer/enheter"])
    assert CAFE in words(house.kari.home())
    standin.hold.set()
    night.join()
    assert "*Min bedrift*: NYTT EKSEMPEL AS\nOrg.nr. 700 000 001, konkurs" in words(house.kari.home())
    assert [(one.branch, one.size) for one in house.all(Company)] == [("it", "5-19")]


# --- what it says of itself ---


def test_who_links_a_company_that_others_are_in_is_told_that_staff_choose(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    with house.bot.parts.database.write() as session:
        rows.choose(session, OLA, "", CAFE)
    joins(house.kari)
    assert said.UNSPOKEN.nb in words(house.kari.modal)
    assert said.SPEAKS.nb not in words(house.kari.modal)


def test_who_links_it_first_is_told_that_they_speak_for_it_and_colleagues_are_not(
    house: House, standin: StandIn
) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    assert said.SPEAKS.nb in words(house.kari.modal)
    house.kari.presses_in(house.kari.home(), "companies.edit")
    assert f"Kontaktpersoner: <@{KARI}>" in words(house.kari.modal)
    joins(house.ola)
    assert said.SPEAKS.nb not in words(house.ola.modal)
    assert said.UNSPOKEN.nb not in words(house.ola.modal)
    assert [(one.who, one.about, one.detail) for one in house.all(AuditRow)] == [
        (KARI, KARI, f"{house.all(Company)[0].id}: given")
    ]


def test_staff_approve_a_contact_person_who_then_changes_what_the_company_says(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    resigns(house, house.kari)
    house.kari.presses_in(house.kari.home(), "companies.edit")
    assert not house.kari.modal.get("submit")
    assert faults("modal", polling.bare(house.kari.modal)) == []
    house.kari.presses_in(house.kari.modal, "companies.ask")
    house.staff.presses(house.said(STAFF)[-1], "companies.approve", STAFF)
    house.rest()
    assert house.kari.told()[-1]["text"] == said.YOU_ARE("nb", company=CAFE)
    assert edits(house.kari, role="Daglig leder", interests=["green"], consent=["yes"], branch="culture") == {}
    assert {one.name: one.value for one in house.all(CompanyFact)} == {
        "role": "Daglig leder",
        "interests": ["green"],
        "consent": True,
    }
    [row] = house.all(Company)
    assert (row.branch, row.size, row.derived) == ("culture", "5-19", ["size"])
    joins(house.ola)
    house.ola.presses_in(house.ola.home(), "companies.edit")
    seen = words(house.ola.modal)
    for part in ("Hvem kommunen bør kontakte: Daglig leder (oppgitt 10. mars 2026)", "Miljø og klima", f"<@{KARI}>"):
        assert part in seen
    house.ola.presses_in(house.ola.modal, "companies.ask")  # now the contact person is asked
    eventually(lambda: "vil være kontaktperson" in house.kari.told()[-1]["text"])
    house.kari.presses(house.kari.told()[-1], "companies.approve")
    house.rest()
    house.kari.presses_in(house.kari.home(), "companies.edit")
    house.kari.presses_in(house.kari.modal, "companies.resign")
    assert [one.id for one in house.all(Member) if one.contact] == [OLA]


def test_once_a_year_contact_persons_confirm_with_one_press(house: House, standin: StandIn, clock: Clock) -> None:
    standin.add(company(A, CAFE))
    for person in (house.kari, house.ola):
        joins(person)
        opens_desk(house)
        house.staff.presses_in(house.staff.modal, "companies.contact")
        assert faults("modal", polling.bare(house.staff.modal)) == []
        given = submits(house, house.staff.id, "companies.contact", person=person.id, decision="give")
        assert said.SAVED.nb in words(given["view"])
        house.rest()
    assert edits(house.kari, role="Daglig leder") == {}
    clock.move(days=366)
    asked = eventually(lambda: [one for one in house.kari.told() if "Stemmer dette fortsatt" in one["text"]])
    assert [one["text"].splitlines()[:2] for one in asked] == [
        [f"Stemmer dette fortsatt for {CAFE}?", "Hvem kommunen bør kontakte: Daglig leder (oppgitt 10. mars 2026)"]
    ]
    assert eventually(lambda: [one for one in house.ola.told() if "Stemmer dette fortsatt" in one["text"]])
    house.kari.presses(asked[0], "companies.confirm")
    assert house.kari.private(house.kari.im)[-1]["text"] == said.THANKS.nb
    assert house.all(Link)[0].confirmed_at == clock()
    house.kari.presses(asked[0], "companies.edit")
    assert house.kari.modal["submit"]
    clock.move(days=369)  # to a working day
    eventually(lambda: len([one for one in house.kari.told() if "Stemmer dette fortsatt" in one["text"]]) == 2)


def test_who_opted_out_of_reminders_or_stopped_is_not_asked(house: House, standin: StandIn, clock: Clock) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    presses(house, KARI, "push.mute", "reminder", house.kari.im)
    clock.move(days=366)
    eventually(lambda: house.bot.clock.ticking() and not links_due(house, clock))
    assert [one for one in house.kari.told() if "Stemmer dette fortsatt" in one["text"]] == []


def links_due(house: House, clock: Clock) -> list[Any]:
    return [one for one in house.all(DueWork) if one.kind == links.CONFIRM and one.due_at <= clock()]


# --- for staff ---


def test_staff_see_how_companies_stand_and_say_where_addresses_lie(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE, konkurs=True))
    joins(house.kari)
    resigns(house, house.kari)
    opens_desk(house)
    assert faults("modal", polling.bare(house.staff.modal)) == []
    shown = words(house.staff.modal)
    for part in (
        "Koblet til Enhetsregisteret: 1\nMed kontaktperson: 0",
        f"{CAFE}: konkurs",
        f"{CAFE}: ingen kontaktperson, aldri bekreftet",
        "1470 eksempelveien: 1 bedrift",
    ):
        assert part in shown
    house.staff.presses_in(house.staff.modal, "companies.place")
    assert fills(house.staff, place="Eksempelveien", area="area.visperud")["errors"].keys() == {"place"}
    assert fills(house.staff, place="1470 Eksempelveien", area="area.visperud") == {}
    assert [(one.place, one.area) for one in house.all(Place)] == [("1470 eksempelveien", "area.visperud")]
    assert house.all(Company)[0].area == "area.visperud"
    opens_desk(house)
    assert desk_words.ALL_KNOWN.nb in words(house.staff.modal)
    assert "1470 eksempelveien: Visperud" in words(house.staff.modal)


def test_staff_merge_what_was_typed_with_what_was_linked(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    house.ola.presses_in(house.ola.home(), "members.edit")
    assert fills(house.ola, company="Kafeen på hjørnet") == {}
    opens_desk(house)
    house.staff.presses_in(house.staff.modal, "companies.merge")
    assert faults("modal", polling.bare(house.staff.modal)) == []
    ids = {one.name: one.id for one in house.all(Company)}
    twice = {"kept": ids[CAFE], "gone": ids[CAFE]}
    assert polling.fills(house.staff, **twice) == {"errors": {"gone": SAME.nb}}
    assert polling.fills(house.staff, kept=ids["Kafeen på hjørnet"], gone=ids[CAFE]) == {}
    assert f"Kafeen på hjørnet er slått sammen med {CAFE}. 1 medlem er flyttet." in words(house.staff.modal)
    house.rest()
    assert [one.name for one in house.all(Company)] == [CAFE]
    assert f"*Min bedrift*: {CAFE}" in words(house.ola.home())
    assert [one.id for one in house.all(Member) if one.contact] == [KARI]


def test_where_there_are_no_two_companies_nothing_can_be_merged(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    presses(house, house.staff.id, "companies.merge", "")
    assert house.staff.private()[-1]["text"] == desk_words.NO_TWO.nb


def test_members_do_not_get_the_staffs_list(house: House) -> None:
    assert house.kari.types("/naering bedrifter")["text"] == NOT_ALLOWED.nb
    presses(house, KARI, "companies.place", "1470")
    assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb


@pytest.mark.parametrize("lang", LANGUAGES)
def test_all_that_is_shown_keeps_slacks_limits(house: House, standin: StandIn, lang: str) -> None:
    standin.add(*(company(number, "&" * 3000 + number) for number in NUMBERS[:15]))
    house.kari.presses_in(house.kari.home(), "home.language", selected_option=lang)
    assert searches(house.kari, "&&&") == {}
    assert faults("modal", polling.bare(house.kari.modal)) == []
    assert fills(house.kari, unit=A) == {}
    assert faults("modal", polling.bare(house.kari.modal)) == []
    assert house.kari.submits() == {}
    house.kari.presses_in(house.kari.home(), "companies.edit")
    assert faults("modal", polling.bare(house.kari.modal)) == []
    assert "companies.leave" in actions(house.kari.home())
    assert house.outgoing("failed") == []


def test_switched_off_the_manual_way_is_the_only_one(
    workspace: Workspace, migrated_sqlite: Path, tmp_path: Path
) -> None:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    with open_house(workspace, f"sqlite:///{file}") as house:
        assert "companies.find" not in actions(house.kari.home())
        presses(house, KARI, "companies.find", "", NETWORK)
        assert fills(house.kari, search=A) == {"errors": {"search": said.OFF.nb}}
