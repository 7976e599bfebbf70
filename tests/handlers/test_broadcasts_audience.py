"""Whom an announcement is for, in the hands of an organizer: chosen, counted, kept, used again."""

import pytest

from bot.domain.broadcasts import segments
from bot.domain.broadcasts.segments import Segment
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.companies.rows import Company
from bot.domain.members import Member
from bot.workspace.shapes import Json
from handlers.broadcasts import words as said
from handlers.members import words as member_words
from tests.handlers.forging import submits
from tests.handlers.test_broadcasts import TEXT, finished, written
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER


@pytest.fixture(autouse=True)
def _a_company_each(house: House) -> None:
    with house.bot.parts.database.write() as session:
        shop = Company(name="EKSEMPEL Butikk", branch="trade", area="area.metro")
        works = Company(name="EKSEMPEL Verk", branch="industry", area="area.visperud")
        session.add_all([shop, works])
        session.flush()
        session.get_one(Member, KARI).company_id = shop.id
        session.get_one(Member, OLA).company_id = works.id


def picks(house: House, trait: str, *wanted: str) -> None:
    """Choose in one field of the modal on top, as it tells the bot at once."""
    view = house.staff.modal
    (block,) = [one for one in view["blocks"] if one["block_id"] == trait]
    field: Json = {"type": "multi_static_select", "selected_options": list(wanted)}
    given = {"block_id": trait, "action_id": block["element"]["action_id"], "view_id": view["id"]} | field
    values = {trait: {block["element"]["action_id"]: field}}
    assert house.workspace.click(STAFF_MEMBER, **given, values=values) == {}


def uses(house: House, name: str = "", **chosen: list[str]) -> Json:
    """Submit the choice."""
    inputs = {block["block_id"]: block["element"] for block in house.staff.modal["blocks"] if block["type"] == "input"}
    values: Json = {
        trait: {inputs[trait]["action_id"]: {"type": "multi_static_select", "selected_options": wanted}}
        for trait, wanted in chosen.items()
    }
    values["name"] = {inputs["name"]["action_id"]: {"type": "plain_text_input", "value": name}}
    return house.workspace.submit(STAFF_MEMBER, house.staff.modal["id"], values)


def opens(house: House) -> None:
    assert written(house) == {}
    assert house.staff.presses_in(house.staff.modal, "broadcast.choose") == {}


def test_it_is_counted_while_it_is_chosen_and_goes_to_those_alone(house: House) -> None:
    opens(house)
    assert said.RECEIVE("nb", count=5) in words(house.staff.modal)
    picks(house, "branch", "trade", "it")
    assert said.RECEIVE("nb", count=1) in words(house.staff.modal)
    assert uses(house, branch=["trade", "it"]) == {}
    assert said.RECEIVE("nb", count=1) in words(house.staff.modal)
    assert house.staff.submits() == {}
    finished(house)
    assert ([one["text"].splitlines()[0] for one in house.kari.told()], house.ola.told()) != ([], [])
    assert [one.person for one in house.all(BroadcastReceiver)] == [KARI]


def test_the_areas_that_members_choose_decide_what_they_get_and_the_form_tells_them_so(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "members.edit")
    assert member_words.AREAS_HINT.nb in words(house.kari.modal)
    assert "sende utsendinger til dem som har valgt et område" in member_words.AREAS_HINT.nb
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).areas = ["area.visperud"]
    opens(house)
    picks(house, "interest", "area.visperud")
    assert said.RECEIVE("nb", count=1) in words(house.staff.modal)


def test_counting_changes_nothing_that_is_kept(house: House) -> None:
    opens(house)
    picks(house, "branch", "trade")
    assert [one.segment for one in house.all(Broadcast)] == [{}]


def test_what_is_kept_with_a_name_is_used_again_and_deleted(house: House) -> None:
    opens(house)
    assert uses(house, name="Handel", branch=["trade"]) == {}
    opens(house)
    (kept,) = house.all(Segment)
    house.staff.presses_in(house.staff.modal, "broadcast.reuse", selected_option=kept.id, type="static_select")
    assert said.RECEIVE("nb", count=1) in words(house.staff.modal)
    house.staff.submits()
    assert [one.segment for one in house.all(Broadcast)] == [{"branch": ["trade"]}] * 2
    house.staff.presses_in(house.staff.modal, "broadcast.choose")
    house.staff.presses_in(house.staff.modal, "broadcast.reuse", selected_option=kept.id, type="static_select")
    house.staff.presses_in(house.staff.modal, "broadcast.unsave")
    assert house.all(Segment) == []
    assert "broadcast.unsave" not in actions(house.staff.modal)


def test_a_name_that_is_taken_is_refused_at_its_field(house: House) -> None:
    opens(house)
    uses(house, name="Handel", branch=["trade"])
    house.staff.presses_in(house.staff.modal, "broadcast.choose")
    assert uses(house, name="Handel", branch=["it"]) == {"errors": {"name": segments.TAKEN.nb}}


def test_the_next_one_to_the_same_is_compared(house: House) -> None:
    written(house)
    house.staff.submits()
    finished(house)
    written(house, nb="EKSEMPEL: Nummer to")
    day = "tirsdag 10. mars"
    assert said.BEFORE("nb", day=day, count=5, change=said.AS_MANY.nb) in words(house.staff.modal)


def test_each_language_is_shown_as_its_readers_see_it(house: House) -> None:
    written(house, en="EKSEMPEL: Breakfast")
    assert TEXT.split()[0] in words(house.staff.modal)
    view = house.staff.modal
    (press,) = [
        (block, element)
        for block in view["blocks"]
        for element in block.get("elements", [])
        if element.get("action_id") == "broadcast.read:en"
    ]
    house.staff._click(*press, view_id=view["id"])
    assert "EKSEMPEL: Breakfast" in words(house.staff.modal)
    assert "From <@" in words(house.staff.modal)


@pytest.mark.parametrize(
    "chosen", [{"branch": "everything"}, {"area": "area.nowhere"}, {"role": "trade"}, {"interest": KARI}]
)
def test_a_group_that_no_menu_offers_is_refused_and_nothing_is_chosen(house: House, chosen: dict[str, str]) -> None:
    written(house)
    (draft,) = house.all(Broadcast)
    reply = submits(house, STAFF_MEMBER, "broadcast.audience", draft.id, **chosen)
    assert reply["errors"] == dict.fromkeys(chosen, segments.UNKNOWN.nb)
    assert house.all(Broadcast)[0].segment == {}


def test_nobody_chooses_for_somebody_elses_draft_by_its_name(house: House) -> None:
    """Not even another organizer, whatever the modal's data says."""
    written(house)
    (draft,) = house.all(Broadcast)
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "organizer"
    for who in (KARI, OLA):
        assert "errors" not in submits(house, who, "broadcast.audience", f"{draft.id} x", branch="trade")
    assert house.all(Broadcast)[0].segment == {}


def test_what_goes_to_a_channel_has_no_segment(house: House) -> None:
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb="Hei", channel=NETWORK)
    assert "broadcast.choose" not in actions(reply["view"])
    (draft,) = house.all(Broadcast)
    submits(house, STAFF_MEMBER, "broadcast.audience", draft.id, branch="trade")
    assert house.all(Broadcast)[0].segment == {}
