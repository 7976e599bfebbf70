"""What a page never offers: other owners' premises, replayed buttons, markup, too long texts, guests."""

from typing import Any

import pytest

from bot.core.errors import TOO_LONG, TOO_SPECIAL
from bot.core.texts import escape
from bot.domain.audit import AuditRow
from bot.domain.premises import offering, rows, searching
from bot.domain.premises.offering import LONGEST_LINE, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.premises.rows import SHOWN, TAKEN, Premises
from bot.domain.premises.searching import SavedSearch
from bot.slack.gate import GUEST
from handlers.premises.words import OFF
from tests.handlers.forging import presses, submits
from tests.handlers.letting import COMMAND, FORM, puts_out
from tests.handlers.polling import fills
from tests.house import House, words
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually

STRANGER = "U0GJEST"
NASTY = f"*fet* <!channel> <@{OLA}> <https://x.example|lenke> & `kode`"


def forged(house: House, user: str, data: str) -> Any:
    kinds = {"kind": "office", "area": "area.visperud", "price": "-"}
    typed = {"title_nb": "Kapret", "least": "1", "contact": "Meg"}
    return submits(house, user, "premises.change", data, **typed | kinds)


@pytest.mark.parametrize("action", ["edit", "vacant", "taken"])
def test_another_owners_premises_cannot_be_touched_by_a_button_with_their_id(house: House, action: str) -> None:
    premises = puts_out(house, house.kari)
    presses(house, OLA, f"premises.{action}", premises.id)
    assert house.ola.private()[-1]["text"] == rows.NOT_YOURS.nb
    assert house.workspace.modals(OLA) == []
    [after] = house.all(Premises)
    assert (after.state, after.version, after.until) == (SHOWN, premises.version, premises.until)


def test_another_owners_premises_cannot_be_changed_by_a_forged_form(house: House) -> None:
    premises = puts_out(house, house.kari)
    told = forged(house, OLA, f"{premises.id} {premises.version}")
    assert words(told["view"]) == rows.NOT_YOURS.nb
    told = forged(house, OLA, "nothing 1")
    assert words(told["view"]) == rows.GONE.nb
    assert [one.title["nb"] for one in house.all(Premises)] == ["Eksempelkontor"]


def test_staff_may_and_it_is_logged_and_the_owner_hears_of_it(house: House) -> None:
    premises = puts_out(house, house.kari)
    assert house.all(AuditRow) == []
    presses(house, house.staff.id, "premises.taken", premises.id)
    [noted] = house.all(AuditRow)
    assert (noted.who, noted.what, noted.about) == (house.staff.id, "premises taken", premises.id)
    assert house.all(Premises)[0].state == TAKEN
    [told] = eventually(lambda: [one for one in house.kari.told() if "har endret" in one["text"]])
    assert told["text"].startswith(f"<@{house.staff.id}> har endret «Eksempelkontor», som du la ut.")
    assert OFF.nb in told["text"]
    house.kari.presses(told, "premises.vacant")
    assert house.all(Premises)[0].state == SHOWN


def test_a_button_that_is_pressed_again_later_does_no_harm(house: House) -> None:
    premises = puts_out(house, house.kari)
    for _ in range(2):
        presses(house, KARI, "premises.taken", premises.id)
    assert house.all(Premises)[0].version == premises.version + 1
    presses(house, OLA, "premises.show", premises.id)
    assert house.ola.private()[-1]["text"] == rows.GONE.nb


def test_what_is_off_is_shown_to_nobody_else(house: House) -> None:
    premises = puts_out(house, house.kari)
    presses(house, KARI, "premises.taken", premises.id)
    presses(house, OLA, "premises.show", premises.id)
    assert house.workspace.modals(OLA) == []
    presses(house, KARI, "premises.show", premises.id)
    assert "Eksempelkontor" in words(house.kari.modal)


def test_another_persons_search_cannot_be_stopped(house: House) -> None:
    presses(house, KARI, "premises.keep", "")
    presses(house, OLA, "premises.stop", house.all(SavedSearch)[0].id)
    assert house.ola.private()[-1]["text"] == searching.NO_SEARCH.nb
    assert len(house.all(SavedSearch)) == 1


@pytest.mark.parametrize("value", ["castle|area.x|-1|cheap|never", "|" * 2000, "<!channel>|<!channel>||", "office"])
def test_a_search_that_no_page_offers_is_read_as_less_or_refused(house: House, value: str) -> None:
    puts_out(house, house.kari)
    for action in ("keep", "filter", "search"):
        presses(house, OLA, f"premises.{action}", value)
    presses(house, OLA, "premises.list", f"999999 {value}")
    house.rest()
    assert "<!channel>" not in str([one["text"] for one in house.ola.private()])
    assert {one.wanted for one in house.all(SavedSearch)} <= {"||||", "office||||"}


def test_no_markup_comes_through(house: House) -> None:
    presses(house, OLA, "premises.keep", "")
    premises = puts_out(house, house.kari, title_nb=NASTY, text_nb=NASTY, address=NASTY, contact=NASTY)
    assert "«" in words(house.kari.modal)
    house.ola.presses(house.ola.types(COMMAND), "premises.show", NETWORK)
    shown, listed = words(house.ola.modal), house.ola.types(COMMAND)
    [alert] = eventually(lambda: [one for one in house.ola.told() if "Nytt i oversikten" in one["text"]])
    answer = house.ola.asks("ledig kontor på Visperud?")
    for said in (shown, listed["text"], words(listed), alert["text"], words(alert), answer["text"]):
        assert escape(NASTY) in said
        assert "<!channel>" not in said
        assert f"<@{OLA}>" not in said
    assert shown.count(escape(NASTY)) == 4
    presses(house, KARI, "premises.taken", premises.id)
    assert "<!channel>" not in house.kari.private()[-1]["text"]


def test_the_longest_that_may_be_typed_is_shown_and_more_is_refused(house: House) -> None:
    longest = {f"title_{lang}": "Æ" * LONGEST_TITLE for lang in ("nb", "nn", "en")}
    longest |= {f"text_{lang}": "Ø" * LONGEST_TEXT for lang in ("nb", "nn", "en")}
    premises = puts_out(house, house.kari, **longest, address="Å" * LONGEST_LINE, contact="&" * LONGEST_LINE)
    presses(house, OLA, "premises.show", premises.id)
    assert "Ø" * LONGEST_TEXT in words(house.ola.modal)
    presses(house, KARI, "premises.edit", premises.id)
    house.workspace.close_view(KARI, house.kari.modal["id"])
    typed = {"title_nb": "Æ" * (LONGEST_TITLE + 1), "text_nb": "&" * LONGEST_TEXT, "least": "9" * 500}
    told = submits(house, KARI, "premises.create", **typed)
    assert told["errors"] == {
        "title_nb": TOO_LONG("nb", most=LONGEST_TITLE),
        "text_nb": TOO_SPECIAL.nb,
        "least": offering.NO_SIZE.nb,
        "kind": offering.NO_KIND.nb,
        "contact": offering.NO_CONTACT.nb,
    }


def test_the_contact_is_no_guest_and_no_forged_name(house: House) -> None:
    house.kari.presses(house.kari.types(COMMAND), "premises.new", NETWORK)
    told = fills(house.kari, **FORM | {"contact_person": "U0INGEN"})
    assert told["errors"] == {"contact_person": offering.NO_MEMBER.nb}
    assert house.all(Premises) == []


def test_a_guest_is_refused(house: House) -> None:
    premises = puts_out(house, house.kari)
    house.workspace.add_user(id=STRANGER, name="gjest", real_name="Gjest Eksempel", guest=True)
    house.workspace.invite(KARI, NETWORK, STRANGER)
    house.rest()
    for action, value in (("show", premises.id), ("keep", ""), ("taken", premises.id), ("new", "")):
        presses(house, STRANGER, f"premises.{action}", value)
    house.rest()
    private = house.workspace.state.channels[NETWORK].seen_by(STRANGER)
    assert [post.body["text"] for post in private if post.shown_to] == [GUEST.nb] * 4
    assert (house.all(SavedSearch), house.all(Premises)[0].state) == ([], SHOWN)
