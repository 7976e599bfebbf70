"""Vacant premises through the whole bot: put out, found, told of, asked after, taken off."""

from datetime import timedelta
from typing import Any

from bot.domain import members
from bot.domain.companies.rows import Company
from bot.domain.members import Member
from bot.domain.premises import offering
from bot.domain.premises.rows import SHOWN, TAKEN, UNANSWERED, Premises
from bot.domain.premises.searching import SavedSearch
from bot.domain.pushes import Push
from bot.workspace.block_kit import faults
from handlers.premises import words as said
from tests.clock import Clock
from tests.handlers.letting import COMMAND, puts_out, settles
from tests.handlers.polling import bare, fills
from tests.handlers.visiting import belongs
from tests.house import House, Person, actions, button, words
from tests.slacks import KARI, NETWORK, OLA, STAFF
from tests.waiting import eventually

FACTS = "Kontor · Visperud · 50–200 m² · 1500–1999 kr per m² i året · ledig nå"


def state(house: House) -> str:
    return str(house.all(Premises)[0].state)


def heard(person: Person, part: str) -> list[dict[str, Any]]:
    return [one for one in person.told() if part in one["text"]]


# --- putting out and looking ---


def test_premises_are_put_out_and_everybody_finds_them_with_contact_plan_and_zoning(house: House) -> None:
    empty = house.ola.types(COMMAND)
    assert said.NEVER.nb in empty["text"]
    puts_out(house, house.kari)
    assert "«Eksempelkontor» står i oversikten." in words(house.kari.modal)
    listed = house.ola.types(COMMAND)
    assert FACTS in listed["text"]
    assert FACTS in words(listed)
    house.ola.presses(listed, "premises.show", NETWORK)
    shown = words(house.ola.modal)
    for part in (FACTS, f"<@{KARI}> · Utleier i Eksempel Eiendom AS", "Står i oversikten til 16. april 2026."):
        assert part in shown
    assert "*Plan og regulering for Visperud*\nVisperud skal bli et viktig næringsområde" in shown
    assert "Reguleringsavdelingen" in shown
    assert "Kilde" in shown
    assert "premises.edit" not in actions(house.ola.modal)
    assert faults("modal", bare(house.ola.modal)) == []


def test_the_words_are_there_in_each_language(house: House) -> None:
    puts_out(house, house.kari, title_nn="Dømekontor", title_en="Example office", free_from="2026-05-01")
    told = {}
    for lang, word in (("nn", "lokale"), ("en", "premises")):
        house.ola.presses_in(house.ola.home(), "home.language", selected_option=lang)
        told[lang] = house.ola.types(f"/naering {word}")["text"]
    assert "Dømekontor" in told["nn"]
    assert "ledig frå 1. mai 2026" in told["nn"]
    assert "Example office" in told["en"]
    assert "Office · Visperud · 50–200 m² · NOK 1500–1999 per m² a year · free from 1 May 2026" in told["en"]


def test_filters_change_the_list_in_its_place(house: House) -> None:
    puts_out(house, house.kari)
    puts_out(house, house.kari, title_nb="Eksempellager", kind="warehouse", area="area.ahus")
    listed = house.ola.types(COMMAND)
    block, menu = button(listed, "premises.filter")
    chosen = next(option["value"] for option in menu["options"] if option["text"]["text"] == "Lager")
    place = {"channel": NETWORK, "ts": listed["ts"], "block_id": block["block_id"], "action_id": menu["action_id"]}
    house.workspace.click(OLA, **place, selected_option=chosen)
    settles(house)
    narrowed = house.ola.private()[-1]
    assert narrowed["ts"] == listed["ts"]
    assert "Eksempellager" in words(narrowed)
    assert "Eksempelkontor" not in words(narrowed)
    assert "Viser: Lager." in narrowed["text"]


def test_a_search_shows_what_fits_page_by_page_and_says_when_the_list_was_touched_where_nothing_does(
    house: House,
) -> None:
    for number in range(8):
        puts_out(house, house.kari, title_nb=f"Eksempel {number}")
    house.ola.presses(house.ola.types(COMMAND), "premises.search", NETWORK)
    assert fills(house.ola, size="100", price="2000", by="2026-04-01") == {}
    found = words(house.ola.modal)
    assert "Viser: minst 100 m² · under 2000 kr per m² i året · ledig innen 1. april 2026." in found
    assert "Viser 1–6 av 8." in found
    house.ola.presses_in(house.ola.modal, "premises.list")
    assert "Viser 7–8 av 8." in words(house.ola.modal)
    assert "minst 100 m²" in words(house.ola.modal)
    house.ola.presses_in(house.ola.modal, "premises.search")
    assert fills(house.ola, size="5000") == {}
    assert f"{said.NOTHING.nb} Oversikten ble sist endret 10. mars 2026." in words(house.ola.modal)


def test_what_is_wrong_is_told_at_its_field_and_nothing_typed_is_lost(house: House) -> None:
    house.kari.presses(house.kari.types(COMMAND), "premises.new", NETWORK)
    view = house.kari.modal["id"]
    refused = fills(house.kari, title_nb=" ", kind="office", area="area.visperud", least="50", most="10")
    assert refused["errors"] == {"title_nb": offering.EMPTY.nb, "most": offering.BACKWARDS.nb}
    assert (house.kari.modal["id"], house.all(Premises)) == (view, [])


def test_the_owner_changes_and_takes_off_and_puts_back(house: House) -> None:
    puts_out(house, house.kari)
    house.kari.presses(house.kari.types(COMMAND), "premises.mine", NETWORK)
    house.kari.presses_in(house.kari.modal, "premises.edit")
    assert fills(house.kari, title_nb="Eksempelloft", most="") == {}
    assert "Endringen av «Eksempelloft» er lagret." in words(house.kari.modal)
    assert [(one.title["nb"], one.most) for one in house.all(Premises)] == [("Eksempelloft", 50)]
    house.kari.presses(house.kari.types(COMMAND), "premises.mine", NETWORK)
    house.kari.presses_in(house.kari.modal, "premises.taken")
    assert said.OFF.nb in words(house.kari.modal)
    assert "Eksempelloft" not in house.ola.types(COMMAND)["text"]
    house.kari.presses_in(house.kari.modal, "premises.vacant")
    assert "Eksempelloft" in house.ola.types(COMMAND)["text"]


def test_colleagues_own_what_is_put_out_for_their_company(house: House) -> None:
    with house.bot.parts.database.write() as session:
        session.add(company := Company(name="Eksempel Eiendom AS"))
        session.flush()
        for person in (KARI, OLA):
            members.find(session, person).company_id = company.id
    house.kari.presses(house.kari.types(COMMAND), "premises.new", NETWORK)
    assert "Lokalet legges ut for Eksempel Eiendom AS." in words(house.kari.modal)
    house.workspace.close_view(KARI, house.kari.modal["id"])
    puts_out(house, house.kari)
    house.ola.presses(house.ola.types(COMMAND), "premises.show", NETWORK)
    assert "Lagt ut av: Eksempel Eiendom AS" in words(house.ola.modal)
    assert "premises.edit" in actions(house.ola.modal)


# --- still vacant? ---


def test_after_thirty_days_the_owner_is_asked_once_and_one_press_keeps_it(either_house: House, clock: Clock) -> None:
    house = either_house
    puts_out(house, house.kari)
    clock.move(days=29)
    settles(house)
    assert heard(house.kari, "Fortsatt ledig?") == []
    clock.move(days=1, minutes=1)
    [asked] = eventually(lambda: heard(house.kari, "Fortsatt ledig?"))
    assert "«Eksempelkontor» står i oversikten over ledige lokaler. Uten svar innen 16. april 2026" in asked["text"]
    house.kari.presses(asked, "premises.vacant")
    assert "står i oversikten i 30 dager til" in house.kari.private(house.kari.im)[-1]["text"]
    clock.move(days=8)
    settles(house)
    assert (state(house), len(heard(house.kari, "Fortsatt ledig?"))) == (SHOWN, 1)
    clock.move(days=24)
    eventually(lambda: len(heard(house.kari, "Fortsatt ledig?")) == 2)


def test_no_takes_it_off_and_one_press_puts_it_back(house: House, clock: Clock) -> None:
    puts_out(house, house.kari)
    clock.move(days=30, minutes=1)
    [asked] = eventually(lambda: heard(house.kari, "Fortsatt ledig?"))
    house.kari.presses(asked, "premises.taken")
    settles(house)
    assert state(house) == TAKEN
    house.kari.presses(house.kari.private(house.kari.im)[-1], "premises.vacant")
    assert state(house) == SHOWN


def test_without_an_answer_it_is_hidden_and_the_owner_is_told(either_house: House, clock: Clock) -> None:
    house = either_house
    puts_out(house, house.kari)
    clock.move(days=30, hours=12)  # in the evening: the question waits for the morning, and so does the week
    settles(house)
    assert heard(house.kari, "Fortsatt ledig?") == []
    clock.move(hours=10)
    eventually(lambda: heard(house.kari, "Fortsatt ledig?"))
    clock.move(days=6)
    settles(house)
    assert state(house) == SHOWN
    clock.move(days=1, hours=1)
    [told] = eventually(lambda: heard(house.kari, "Jeg fikk ikke svar"))
    assert state(house) == UNANSWERED
    assert "Eksempelkontor" not in house.ola.types(COMMAND)["text"]
    house.kari.presses(told, "premises.vacant")
    assert state(house) == SHOWN
    assert len(heard(house.kari, "Fortsatt ledig?")) == 1


# --- searches that are kept ---


def looks(person: Person) -> None:
    person.presses(person.types(COMMAND), "premises.keep", NETWORK)
    assert "Du får en melding når noe nytt passer: alle lokaler og tomter." in person.private()[-1]["text"]


def test_where_nobody_is_left_to_ask_the_staff_hear_of_it_once_for_all_of_a_companys(
    house: House, clock: Clock
) -> None:
    belongs(house, house.kari, "Eksempel Eiendom AS")
    for title in ("Eksempelkontor", "Eksempellager"):
        puts_out(house, house.kari, title_nb=title)
    with house.bot.parts.database.write() as session:
        members.find(session, KARI).active = False
    clock.move(days=30, minutes=1)
    settles(house)
    [told] = [one["text"] for one in house.said(STAFF) if "Ingen kan svare" in one["text"]]
    assert told.startswith("Ingen kan svare på om lokalene til Eksempel Eiendom AS fortsatt er ledige.")


def test_where_it_belongs_to_no_company_the_staff_hear_of_it_by_its_title(house: House, clock: Clock) -> None:
    puts_out(house, house.kari, title_nb="Eksempelkontor")
    with house.bot.parts.database.write() as session:
        members.find(session, KARI).active = False
    clock.move(days=30, minutes=1)
    settles(house)
    [told] = [one["text"] for one in house.said(STAFF) if "Ingen kan svare" in one["text"]]
    assert told.startswith("Ingen kan svare på om «Eksempelkontor» fortsatt er ledig.")


def test_who_keeps_a_search_hears_of_what_is_new_once_and_stops_with_one_press(either_house: House) -> None:
    house = either_house
    puts_out(house, house.kari, title_nb="Eksempel som var der")
    looks(house.ola)
    puts_out(house, house.kari)
    [told] = eventually(lambda: heard(house.ola, "Nytt i oversikten"))
    assert (FACTS in told["text"], heard(house.ola, "som var der")) == (True, [])
    house.ola.presses(told, "premises.show")
    assert "Eksempelkontor" in words(house.ola.modal)
    house.kari.presses(house.kari.types(COMMAND), "premises.mine", NETWORK)
    house.kari.presses_in(house.kari.modal, "premises.edit")
    assert fills(house.kari, title_nb="Eksempelkontor, endret") == {}
    house.ola.presses(told, "premises.stop")
    assert house.ola.private(house.ola.im)[-1]["text"] == "Søket er stoppet: alle lokaler og tomter."
    puts_out(house, house.kari, title_nb="Enda et eksempel")
    settles(house)
    assert len(heard(house.ola, "Nytt i oversikten")) == 1
    assert heard(house.kari, "Nytt i oversikten") == []
    assert house.all(SavedSearch) == []


def test_news_comes_in_working_time_and_not_to_who_opted_out(house: House, clock: Clock) -> None:
    looks(house.ola)
    looks(house.staff)
    clock.move(hours=11)
    puts_out(house, house.kari)
    settles(house)
    assert heard(house.ola, "Nytt i oversikten") == []
    with house.bot.parts.database.write() as session:
        session.get_one(Member, house.staff.id).muted = ["premises"]
    clock.move(hours=10)
    [told] = eventually(lambda: heard(house.ola, "Nytt i oversikten"))
    house.ola.presses(told, "push.mute")
    assert "Du får ikke flere av denne typen (Nye lokaler)." in house.ola.private(house.ola.im)[-1]["text"]
    puts_out(house, house.kari)
    settles(house)
    assert (len(heard(house.ola, "Nytt i")), heard(house.staff, "Nytt i")) == (1, [])


def test_what_does_not_fit_into_the_day_comes_together_the_next_one(house: House, clock: Clock) -> None:
    looks(house.ola)
    for number in range(4):
        puts_out(house, house.kari, title_nb=f"Eksempel {number}")
    eventually(lambda: len([one for one in house.all(Push) if one.kind == "premises"]) == 4)
    eventually(lambda: len(heard(house.ola, "Nytt i oversikten")) == 2)
    clock.move(days=1)
    eventually(lambda: len(heard(house.ola, "Nytt i oversikten")) == 3)
    assert all(f"Eksempel {number}" in "\n".join(one["text"] for one in house.ola.told()) for number in range(4))


# --- what is kept ---


def test_delete_me_takes_premises_and_searches_along(house: House) -> None:
    puts_out(house, house.kari)
    looks(house.kari)
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.export", NETWORK)
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    settles(house)
    assert (house.all(Premises), house.all(SavedSearch)) == ([], [])


def test_the_night_removes_what_has_long_been_off(house: House, clock: Clock) -> None:
    puts_out(house, house.kari)
    house.kari.presses(house.kari.types(COMMAND), "premises.mine", NETWORK)
    house.kari.presses_in(house.kari.modal, "premises.taken")
    clock.at += timedelta(days=91)
    house.night()
    assert house.all(Premises) == []
