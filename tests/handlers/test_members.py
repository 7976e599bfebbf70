"""Who somebody is, what they want to receive, roles, and guests."""

import json

import httpx

from bot.domain.audit import AuditRow
from bot.domain.broadcasts import Broadcast, BroadcastReceiver
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.questions import Question
from bot.slack.gate import GUEST
from handlers.home import words as home_words
from handlers.members import words as said
from handlers.privacy import words as privacy_words
from tests.house import House, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER

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
        "receive": {"receive": {"selected_options": ["event", "reminder"]}},
    }
    assert house.workspace.submit(KARI, house.kari.modal["id"], values) == {}
    kari = member(house, KARI)
    assert (kari.language, kari.company, kari.areas) == ("nn", "Eksempel Bakeri AS <!channel>", ["area.visperud"])
    assert kari.muted == ["poll", "announcement"]
    shown = words(house.kari.home())
    assert "Bedrift: Eksempel Bakeri AS &lt;!channel&gt;" in shown
    assert "Visperud" in shown


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


def test_who_joins_is_a_member_at_once_and_gets_announcements(house: House) -> None:
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
        ["announcement", "event", "poll", "reminder"],
    )
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.delete", NETWORK)
    assert house.staff.private()[-1]["text"] == privacy_words.NONE.nb


def test_ones_file_holds_the_log_and_announcements(house: House) -> None:
    house.staff.presses(house.staff.types("/naering utsending", "C0STAB"), "broadcast.new", "C0STAB")
    house.staff.submits(nb="Frokost")
    house.staff.submits()
    house.rest()
    house.staff.presses(house.staff.types("/naering personvern"), "privacy.export", NETWORK)
    kept = json.loads(httpx.get(house.staff.told()[-1]["files"][0]["url_private"]).text)
    assert [row["what"] for row in kept["about me"]["log"]] == ["broadcast approved"]
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
