"""Who somebody is, what they want to receive, roles, and guests."""

import json
from pathlib import Path
from shutil import copy

import httpx
import pytest
import sqlalchemy as sa

from bot.app import build
from bot.commands.demo import settings_for
from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.audit import AuditRow
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.questions import Question
from bot.slack.gate import GUEST
from bot.slack.people import sync_people
from bot.workspace import Workspace, elements
from handlers.home import words as home_words
from handlers.members import words as said
from handlers.privacy import words as privacy_words
from tests.clock import Clock
from tests.handlers.polling import fills
from tests.house import FAST, House, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER
from tests.waiting import eventually

VISPERUD = "Hvem har ansvar for regulering på Visperud?"


def member(house: House, person: str) -> Member:
    found: Member = next(one for one in house.all(Member) if one.id == person)
    return found


def test_the_first_visit_is_welcomed_once(house: House) -> None:
    house.kari.home()
    house.kari.home()
    assert [one["text"] for one in house.kari.told()] == [home_words.WELCOME.nb]


def test_what_a_person_tells_is_kept_and_shown(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "members.edit")
    values = {
        "language": {"language": {"selected_option": "nn"}},
        "company": {"company": {"value": "Eksempel Bakeri AS <!channel>"}},
        "areas": {"areas": {"selected_options": ["area.visperud"]}},
        "receive": {"receive": {"selected_options": ["reminder"]}},
    }
    assert house.workspace.submit(KARI, house.kari.modal["id"], values) == {}
    kari = member(house, KARI)
    assert (kari.language, kari.company, kari.areas) == ("nn", "Eksempel Bakeri AS <!channel>", ["area.visperud"])
    assert kari.muted == ["announcement", "survey", "premises"]
    # Without being opened anew the Home tab shows it.
    eventually(lambda: "Bedrift: Eksempel Bakeri AS &lt;!channel&gt;" in words(house.workspace.home(KARI) or {}))
    drawn = house.workspace.home(KARI) or {}
    asks = {one["action_id"]: one["value"] for _, one in elements.inside(drawn["blocks"]) if "value" in one}
    assert asks["ask.again:area.visperud"] == "Kva er planane for Visperud?"


def test_the_home_tab_shows_at_once_what_was_saved(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "members.edit")
    assert fills(house.kari, language="nb", company="Eksempel Bakeri AS") == {}
    eventually(lambda: "Bedrift: Eksempel Bakeri AS" in words(house.workspace.home(KARI) or {}))


def test_who_joins_the_workspace_is_known_at_once(house: House) -> None:
    house.workspace.add_user(id="U0NY", name="nina", real_name="Nina Eksempel")
    house.rest()
    assert member(house, "U0NY").standing == "full"


def test_an_administrator_gives_a_role_and_it_is_written_down(house: House) -> None:
    assert house.staff.types("/naering", "C0STAB")["text"].count("roller") == 1
    house.workspace.command(STAFF_MEMBER, "C0STAB", "/naering roller")
    values = {
        "person": {"person": {"selected_user": OLA}},
        "role": {"role": {"selected_option": "organizer"}},
    }
    assert house.workspace.submit(STAFF_MEMBER, house.staff.modal["id"], values) == {}
    assert said.GIVEN.nb.format(person=f"<@{OLA}>", role="arrangør") in words(house.staff.modal)
    assert member(house, OLA).role == "organizer"
    assert [(row.who, row.about, row.detail) for row in house.all(AuditRow)] == [
        (STAFF_MEMBER, OLA, "member -> organizer")
    ]


def test_a_member_gives_nobody_a_role(house: House) -> None:
    assert house.kari.types("/naering roller")["text"] == NOT_ALLOWED.nb
    assert "roller" not in house.kari.types("/naering")["text"]
    assert house.workspace.modals(KARI) == []


def gives(house: House, person: str, role: str) -> str:
    """What the administrator is told."""
    house.workspace.command(STAFF_MEMBER, "C0STAB", "/naering roller")
    values = {"person": {"person": {"selected_user": person}}, "role": {"role": {"selected_option": role}}}
    answer = house.workspace.submit(STAFF_MEMBER, house.staff.modal["id"], values)
    return str(answer.get("errors") or words(house.staff.modal))


def test_who_is_administrator_by_the_settings_stays_so(house: House) -> None:
    assert said.BY_SETTINGS.nb in gives(house, STAFF_MEMBER, "member")
    assert member(house, STAFF_MEMBER).role == "administrator"


def test_where_none_is_set_the_workspaces_owners_stay_administrators(
    workspace: Workspace, migrated_sqlite: Path, tmp_path: Path, clock: Clock
) -> None:
    file = copy(migrated_sqlite, tmp_path / "naeringsbot.db")
    bot = build(settings_for(workspace, f"sqlite:///{file}").model_copy(update=FAST | {"admins": ()}), clock)
    sync_people(bot.parts)
    house = House(workspace, bot)
    house.open()
    with bot.parts.read() as session:
        owners = list(session.scalars(sa.select(Member.id).where(Member.role == "administrator")))
    told = gives(house, owners[0], "member") if owners == [STAFF_MEMBER] else owners
    house.close()
    assert said.BY_SETTINGS.nb in told


def test_a_large_workspace_is_read_to_its_end_however_often_slack_asks_to_wait(house: House) -> None:
    for n in range(450):
        house.workspace.add_user(id=f"U0P{n:03}", name=f"p{n}", real_name=f"Person {n}")
    house.workspace.fault("users.list", "ok")
    house.workspace.fault("users.list", "429", times=2, seconds=0.1)
    sync_people(house.bot.parts)
    assert member(house, "U0P449").standing == "full"


def test_the_last_administrator_cannot_step_down(database: Database, clock: Clock) -> None:
    with database.write() as session:
        for person in ("U1", "U2"):
            members.find(session, person).role = "administrator"
        members.give_role(session, "U1", "U2", "member", clock())
    with database.write() as session, pytest.raises(UserError, match="last administrator"):
        members.give_role(session, "U1", "U1", "editor", clock())


def test_who_is_deactivated_stands_in_no_list_of_roles(house: House) -> None:
    gives(house, OLA, "organizer")
    house.workspace.change_user(OLA, deleted=True)
    house.rest()
    house.workspace.command(STAFF_MEMBER, "C0STAB", "/naering roller")
    assert f"<@{OLA}>" not in words(house.staff.modal)


def test_a_guest_is_refused_until_an_administrator_opens_the_channel(house: House) -> None:
    house.workspace.change_user(OLA, is_restricted=True)
    house.rest()
    house.ola.writes(f"@Næringsbot {VISPERUD}", NETWORK)
    assert [one["text"] for one in house.ola.told()] == [GUEST.nb]
    shown = house.staff.types("/naering gjester", NETWORK)
    house.staff.presses(shown, "members.open", NETWORK)
    assert "Kontakt" in house.ola.mentions(VISPERUD)["text"]
    assert house.ola.types(f"/naering {VISPERUD}")["text"] == GUEST.nb


def test_somebody_of_another_workspace_is_a_guest_too(house: House) -> None:
    house.workspace.change_user(OLA, team_id="T0ANDRE", is_stranger=True)
    house.rest()
    assert house.ola.types(f"/naering {VISPERUD}")["text"] == GUEST.nb


def test_who_is_deactivated_is_known_at_once(house: House) -> None:
    house.workspace.change_user(OLA, deleted=True)
    house.rest()
    assert member(house, OLA).active is False


def test_who_joins_counts_as_a_full_member_at_once(house: House) -> None:
    house.workspace.add_user(id="U0NEW", name="ny", real_name="Ny Eksempel")
    house.rest()
    assert (member(house, "U0NEW").standing, member(house, "U0NEW").active) == ("full", True)


def test_everything_stored_comes_as_a_file(house: House) -> None:
    house.kari.asks(VISPERUD)
    shown = house.kari.types("/naering personvern")
    house.kari.presses(shown, "privacy.export", NETWORK)
    file = house.kari.told()[-1]["files"][0]
    kept = json.loads(httpx.get(file["url_private"]).text)
    assert [question["words"] for question in kept["questions"]] == [VISPERUD]
    assert kept["about me"]["role"] == "member"


def test_delete_me_leaves_nothing_of_me(house: House) -> None:
    house.kari.asks(VISPERUD)
    shown = house.kari.types("/naering personvern")
    house.kari.presses(shown, "privacy.delete", NETWORK)
    assert house.kari.private()[-1]["text"] == privacy_words.DELETED.nb
    assert [row for row in house.all(Question) if row.asker == KARI] == []


def test_who_deleted_themselves_gets_nothing_until_they_choose_anew(house: House) -> None:
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.delete", NETWORK)
    house.night()
    left = member(house, STAFF_MEMBER)
    assert (left.role, left.language, left.muted) == (
        "administrator",
        None,
        ["announcement", "premises", "reminder", "survey"],
    )
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.delete", NETWORK)
    assert house.staff.private()[-1]["text"] == privacy_words.NONE.nb


def test_ones_file_holds_the_log_and_announcements(house: House) -> None:
    house.staff.presses(house.staff.types("/naering utsending", "C0STAB"), "broadcast.new", "C0STAB")
    house.staff.submits(nb="Frokost")
    house.staff.submits()
    eventually(lambda: "broadcast sent" in [row.what for row in house.all(AuditRow)])
    house.rest()
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.export", NETWORK)
    [file] = [file for one in house.staff.told() for file in one.get("files", [])]
    kept = json.loads(httpx.get(file["url_private"]).text)
    assert [row["what"] for row in kept["about me"]["log"]] == [
        "broadcast made",
        "broadcast approved",
        "broadcast sent",
    ]
    assert [one["nb"] for one in kept["announcements"]["written"]] == ["Frokost"]
    assert (kept["about me"]["active"], kept["about me"]["welcomed"]) == (True, False)


def test_delete_me_takes_the_name_off_announcements(house: House) -> None:
    house.staff.presses(house.staff.types("/naering utsending", "C0STAB"), "broadcast.new", "C0STAB")
    house.staff.submits(nb="Frokost")
    house.staff.submits()
    house.rest()
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.delete", NETWORK)
    assert [one.by for one in house.all(Broadcast)] == [""]
    assert house.all(BroadcastReceiver) != []
    assert [one for one in house.all(BroadcastReceiver) if one.person == STAFF_MEMBER] == []
