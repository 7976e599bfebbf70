"""The first things a person sees: the Home tab, the menu, the prompts, the greeting in a channel."""

import re

import pytest

from bot.domain import members
from tests.house import House, actions, words
from tests.slacks import ELSEWHERE, KARI, NETWORK


def test_the_home_tab_shows_what_to_do(house: House) -> None:
    home = house.kari.home()
    for part in ("Jeg svarer på spørsmål om næringslivet", "Hvem har ansvar for regulering på Visperud?", "*Språk*"):
        assert part in words(home)
    assert {"ask.again", "home.language", "privacy.show"} <= set(actions(home))


def test_a_question_of_the_home_tab_is_answered_by_direct_message(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "ask.again")
    assert house.kari.told()[-1]["text"].startswith("Spørsmål: Hvem har ansvar for regulering på Visperud?")


def test_a_chosen_language_counts_at_once(house: House) -> None:
    home = house.kari.home()
    assert house.kari.presses_in(home, "home.language", selected_option="en") == {}
    house.rest()
    assert "I answer questions about business" in words(house.workspace.home(house.kari.id) or {})
    assert house.kari.types("/naering")["text"].startswith("I answer questions about business")
    assert "Jeg svarer" in house.ola.types("/naering")["text"]


def test_opening_the_home_tab_twice_draws_it_twice(house: House) -> None:
    house.kari.home()
    house.kari.home()
    assert len(house.workspace.traffic.find("views.publish")) == 2


def test_the_messages_tab_offers_questions(house: House) -> None:
    house.workspace.open_home(house.kari.id, "messages")
    house.rest()
    [offered] = [exchange.request for exchange in house.workspace.traffic.find("assistant.threads.setSuggestedPrompts")]
    assert (offered["channel_id"], offered["title"]) == (house.kari.im, "Hva lurer du på?")
    assert offered["prompts"][0]["message"] == "Hvem har ansvar for regulering på Visperud?"


def test_without_a_paid_plan_there_are_no_prompts_and_no_trouble(house: House) -> None:
    house.workspace.app.manifest["oauth_config"]["scopes"]["bot"].remove("assistant:write")
    house.workspace.open_home(house.kari.id, "messages")
    house.rest()
    assert house.outgoing("failed") == []


@pytest.mark.parametrize("typed", ["/naering", "/naering hjelp", "/naering help", "/naering  HJELP "])
def test_the_command_alone_is_the_menu(house: House, typed: str) -> None:
    menu = house.kari.types(typed)
    assert menu["text"].startswith("Jeg svarer på spørsmål")
    assert "`/naering personvern`" in menu["text"]
    house.kari.presses(menu, "ask.again", NETWORK)
    assert house.kari.private()[-1]["text"].startswith("Spørsmål: ")


def test_administrators_see_their_commands_too(house: House) -> None:
    house.night()
    assert "roller" in house.staff.types("/naering")["text"]
    assert "roller" not in house.kari.types("/naering")["text"]


def test_invited_to_a_channel_it_says_one_line(house: House) -> None:
    house.workspace.invite(house.kari.id, ELSEWHERE, house.workspace.app.bot_user)
    [hello] = house.said(ELSEWHERE)
    assert hello["text"].startswith("Hei! Nevn meg med et spørsmål")
    assert "\n" not in hello["text"]


def test_others_may_join_in_silence(house: House) -> None:
    house.workspace.leave(house.ola.id, NETWORK)
    house.workspace.join(house.ola.id, NETWORK)
    assert house.said(NETWORK) == []


RESTRICTED: dict[members.Role, set[str]] = {
    "member": set(),
    "organizer": {"utsending"},
    "editor": {"innhold"},
    "staff": {"ubesvart", "statistikk"},
    "administrator": {"utsending", "innhold", "ubesvart", "statistikk", "roller", "gjester"},
}


@pytest.mark.parametrize("role", members.ROLES)
def test_the_menu_shows_what_the_person_can_use(house: House, role: members.Role) -> None:
    with house.bot.parts.database.write() as session:
        members.find(session, KARI).role = role
    typed = set(re.findall(r"`/naering (\w+)`", house.kari.types("/naering")["text"]))
    assert typed & RESTRICTED["administrator"] == RESTRICTED[role]
    assert {"arrangement", "puls", "personvern", "kontakt"} <= typed
