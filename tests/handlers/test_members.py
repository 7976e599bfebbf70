"""Who somebody is, what they want to receive, roles, and guests."""

import json

import httpx

from bot.domain.audit import AuditRow
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.questions import Question
from bot.slack.gate import GUEST
from handlers.home import words as home_words
from handlers.members import words as said
from handlers.privacy import words as privacy_words
from tests.handlers.polling import fills
from tests.house import House, words
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
    assert kari.muted == ["announcement"]
    shown = words(house.kari.home())
    assert "Bedrift: Eksempel Bakeri AS &lt;!channel&gt;" in shown
    assert "Visperud" in shown


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
    assert [row for row in house.all(Member) if row.id == KARI] == []
