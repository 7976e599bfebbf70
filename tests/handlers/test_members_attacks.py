"""Whoever sends what their page never offered them is told so in a sentence; nobody gets a role or is let in by it."""

import pytest

from bot.core.errors import TOO_LONG
from bot.domain import members
from bot.domain.audit import AuditRow
from bot.domain.members import NOT_ALLOWED, Member, OpenChannel
from bot.slack.gate import GUEST
from bot.workspace import interact
from handlers.members import words as said
from tests.handlers.forging import presses, submits
from tests.house import House, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER
from tests.waiting import eventually

STRANGER = "U0GJEST"
OF_OTHERS = [{"is_restricted": True}, {"is_ultra_restricted": True}, {"team_id": "T0ANDRE"}, {"is_stranger": True}]


def member(house: House, person: str) -> Member:
    found: Member = eventually(lambda: [one for one in house.all(Member) if one.id == person])[0]
    return found


def nothing_changed(house: House) -> bool:
    return house.all(AuditRow) == [] and house.all(OpenChannel) == []


@pytest.mark.parametrize("action", ["members.open", "members.close"])
def test_a_member_who_presses_an_administrators_button_is_refused(house: House, action: str) -> None:
    presses(house, KARI, action, NETWORK)
    assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb
    assert nothing_changed(house)


@pytest.mark.parametrize("role", members.ROLES)
def test_a_member_who_submits_the_form_of_roles_gives_nobody_one(house: House, role: str) -> None:
    for person in (KARI, OLA):
        assert NOT_ALLOWED.nb in words(submits(house, KARI, "members.role", person=person, role=role)["view"])
    assert (member(house, KARI).role, member(house, OLA).role, nothing_changed(house)) == ("member", "member", True)


@pytest.mark.parametrize("role", ["organizer", "editor", "staff"])
def test_no_other_role_gives_roles_or_lets_guests_in(house: House, role: str) -> None:
    member(house, KARI)
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).role = role
    shown = submits(house, KARI, "members.role", person=KARI, role="administrator")["view"]
    assert NOT_ALLOWED.nb in words(shown)
    presses(house, KARI, "members.open", NETWORK)
    assert (member(house, KARI).role, nothing_changed(house)) == (role, True)


@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"person": KARI, "role": "root"}, {"role": said.PICK_ROLE.nb}),
        ({"person": KARI, "role": ""}, {"role": said.PICK_ROLE.nb}),
        ({"person": "", "role": "staff"}, {"person": said.PICK_PERSON.nb}),
        ({"person": "U0NOBODY", "role": "staff"}, {"person": members.NO_MEMBER.nb}),
        ({"person": "<!channel>", "role": "staff"}, {"person": members.NO_MEMBER.nb}),
        ({"person": "é" * 3000, "role": "staff"}, {"person": members.NO_MEMBER.nb}),
        ({"person": STRANGER, "role": "staff"}, {"person": members.NO_MEMBER.nb}),
    ],
)
def test_an_administrator_gives_only_roles_that_there_are_to_members_who_are_there(
    house: House, fields: dict[str, str], wrong: dict[str, str]
) -> None:
    house.workspace.add_user(id=STRANGER, name="gjest", real_name="Gjest Eksempel", guest=True)
    house.rest()
    assert submits(house, STAFF_MEMBER, "members.role", **fields)["errors"] == wrong
    assert nothing_changed(house)


def test_who_was_deactivated_is_given_no_role(house: House) -> None:
    house.workspace.change_user(OLA, deleted=True)
    house.rest()
    reply = submits(house, STAFF_MEMBER, "members.role", person=OLA, role="staff")
    assert reply["errors"] == {"person": members.NO_MEMBER.nb}


@pytest.mark.parametrize("standing", OF_OTHERS)
def test_guests_and_people_of_other_workspaces_reach_no_feature_by_forged_presses_and_forms(
    house: House, standing: dict[str, object]
) -> None:
    house.workspace.change_user(OLA, **standing)
    house.rest()
    for action in ("poll.new", "event.new", "event.answer", "broadcast.new", "members.open", "members.edit"):
        presses(house, OLA, action, "x yes")
        assert house.ola.private()[-1]["text"] == GUEST.nb
    for form in ("poll.make", "event.create", "broadcast.preview", "broadcast.send", "members.role", "members.save"):
        assert GUEST.nb in words(submits(house, OLA, form, "x", nb="Hei", person=OLA, role="administrator")["view"])
    assert (member(house, OLA).role, member(house, OLA).company, nothing_changed(house)) == ("member", "", True)


@pytest.mark.parametrize("kind", ["", "event", "everything", "announcement reminder", "é" * 2000])
def test_nobody_opts_out_of_what_is_no_kind(house: House, kind: str) -> None:
    for action in ("push.mute", "push.unmute"):
        presses(house, KARI, action, kind)
        assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb
    assert member(house, KARI).muted == []


@pytest.mark.parametrize("company", ["x" * 121, "&" * 3000])
def test_a_company_of_an_endless_name_is_refused_at_its_field(house: House, company: str) -> None:
    assert submits(house, KARI, "members.save", company=company)["errors"] == {"company": TOO_LONG("nb", most=120)}
    assert member(house, KARI).company == ""


def test_a_role_that_was_taken_again_is_not_given_by_the_same_form_sent_twice(house: House) -> None:
    submits(house, STAFF_MEMBER, "members.role", person=OLA, role="organizer")
    sent = next(entry.request for entry in reversed(house.workspace.log()) if entry.what == "view_submission")
    submits(house, STAFF_MEMBER, "members.role", person=OLA, role="member")
    assert interact.send(house.workspace, sent).ok
    assert (member(house, OLA).role, len(house.all(AuditRow))) == ("member", 2)
