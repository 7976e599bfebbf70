"""Whoever sends what their page never offered about visits is told so in a sentence, and nothing changes."""

from datetime import timedelta
from typing import Any

import pytest

from bot.core.texts import LANGUAGES, Lang, escape
from bot.domain.companies.register import Link
from bot.domain.companies.rows import LONGEST_NAME
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.visits import asking, planning, promises
from bot.domain.visits.asking import CONTACTS, NOBODY
from bot.domain.visits.rows import GONE, LONGEST_ROLE, Visit, VisitPromise, VisitRequest
from bot.slack.gate import GUEST
from bot.workspace.block_kit import faults
from bot.workspace.shapes import Json
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.polling import bare, fills
from tests.handlers.visiting import ASKED, COMPANY, FIRST, agrees, asks, belongs, last, opens, proposes, staffed
from tests.house import House, words
from tests.slacks import KARI, NETWORK, OLA, OTHER_STAFF, STAFF, STAFF_MEMBER
from tests.waiting import eventually

STRANGER = "U0GJEST"
NASTY = f"<!channel> <@{OLA}> <https://example.com|trykk> {{names}} *x* & `y`"
STAFF_BUTTONS = ["propose", "agree", "off", "merge", "split", "notes", "not_held", "promise", "promise_edit", "close"]
STAFF_LISTS = ["queue", "agreed", "promises", "years", "csv"]
STAFF_FORMS = ["propose", "agree", "off", "merge", "notes", "promise", "promise_edit", "close"]
FILLED = {
    "slot_1": str(int(FIRST.timestamp())),
    "slot": str(int(FIRST.timestamp())),
    "minutes": "60",
    "place": "Her",
    "reason": "Nei",
    "next": "end",
    "notes": "x",
    "words": "x",
    "role": "Plan",
    "due_on": "2026-03-27",
    "outcome": "Gjort",
    "other": "another",
}


def told(house: House, user: str, channel: str = NETWORK) -> str:
    posts = house.workspace.state.channels[channel].seen_by(user)
    return str([post.body for post in posts if post.shown_to and "bot_id" in post.body][-1]["text"])


def kept(house: House) -> list[Any]:
    """All that is kept of visits, as it stands."""
    return [
        {name: value for name, value in vars(row).items() if not name.startswith("_")}
        for table in (Visit, VisitRequest, VisitPromise)
        for row in house.all(table)
    ]


def followed_up(house: House, clock: Clock) -> str:
    """A visit of Kari's company was held, and something was promised; the promise."""
    asks(house, house.kari)
    agrees(house)
    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: "er over" in staffed(house)["text"])
    opens(house.staff, staffed(house), "visit.promise", STAFF)
    assert fills(house.staff, words="Svare", role="Plan", owner=STAFF_MEMBER, due_on="2026-03-27") == {}
    return str(house.all(VisitPromise)[0].id)


# --- the staff's ---


def test_a_member_who_presses_or_submits_what_is_the_staffs_is_refused(house: House, clock: Clock) -> None:
    promise = followed_up(house, clock)
    visit, before, opened = house.all(Visit)[0].id, kept(house), house.workspace.modals(KARI)
    for action in (*STAFF_BUTTONS, *STAFF_LISTS):
        about = promise if action in ("promise_edit", "close") else visit
        assert presses(house, KARI, f"visit.{action}", about).ok
        assert told(house, KARI) == NOT_ALLOWED.nb, action
    assert house.workspace.modals(KARI) == opened
    for form in STAFF_FORMS:
        about = promise if form in ("promise_edit", "close") else visit
        assert NOT_ALLOWED.nb in words(submits(house, KARI, f"visit.{form}", about, **FILLED)["view"]), form
    assert kept(house) == before


def test_who_is_in_the_staff_channel_without_the_role_is_refused_too(house: House) -> None:
    visit = asks(house, house.kari)
    assert presses(house, OTHER_STAFF, "visit.propose", visit, STAFF).ok
    assert told(house, OTHER_STAFF, STAFF) == NOT_ALLOWED.nb


@pytest.mark.parametrize("value", ["", "x", "no-such-visit", "'; drop table visits; --", "é" * 2000, "{visit} 1"])
def test_a_button_or_form_of_the_staff_about_nothing_says_so(house: House, value: str) -> None:
    visit, before = asks(house, house.kari), kept(house)
    value = value.format(visit=visit)
    for action in STAFF_BUTTONS:
        assert presses(house, STAFF_MEMBER, f"visit.{action}", value).ok
        assert told(house, STAFF_MEMBER) == GONE.nb, action
    for form in STAFF_FORMS:
        assert GONE.nb in words(submits(house, STAFF_MEMBER, f"visit.{form}", value, **FILLED)["view"]), form
    assert kept(house) == before


@pytest.mark.parametrize(
    ("form", "field", "value"),
    [
        ("propose", "slot_1", "9" * 30),
        ("propose", "slot_1", "soon"),
        ("propose", "minutes", "61"),
        ("agree", "place", "x" * 3000),
        ("agree", "party", "&" * 1000),
        ("agree", "slot", ""),
        ("off", "reason", " "),
        ("off", "reason", "x" * 501),
        ("merge", "other", "{visit}"),
    ],
)
def test_what_a_form_of_the_staff_cannot_take_is_refused_at_its_field(
    house: House, form: str, field: str, value: str
) -> None:
    visit, before = asks(house, house.kari), kept(house)
    reply = submits(house, STAFF_MEMBER, f"visit.{form}", visit, **FILLED | {field: value.format(visit=visit)})
    assert list(reply["errors"]) == [field]
    assert kept(house) == before


@pytest.mark.parametrize(
    ("form", "field", "value"),
    [
        ("promise", "words", "x" * 501),
        ("promise", "role", "x" * 81),
        ("promise", "owner", KARI),
        ("promise", "owner", "<!channel>"),
        ("promise", "due_on", "2026-02-30"),
        ("promise", "due_on", "tomorrow"),
        ("close", "outcome", "x" * 501),
        ("notes", "notes", "&" * 2000),
    ],
)
def test_what_a_form_about_promises_cannot_take_is_refused_at_its_field(
    house: House, clock: Clock, form: str, field: str, value: str
) -> None:
    promise = followed_up(house, clock)
    before = kept(house)
    about = promise if form == "close" else house.all(Visit)[0].id
    assert list(submits(house, STAFF_MEMBER, f"visit.{form}", about, **FILLED | {field: value})["errors"]) == [field]
    assert kept(house) == before


# --- another company's ---


def test_another_companys_visit_can_be_neither_seen_nor_touched(house: House, clock: Clock) -> None:
    visit = asks(house, house.kari)
    clock.move(minutes=1)
    asks(house, house.ola, "Prøve AS", wishes="Noe annet")
    proposes(house)
    before = kept(house)
    for action, value in (("pick:0", f"{visit} 1 0"), ("withdraw", visit), ("calendar", visit)):
        assert presses(house, OLA, f"visit.{action}", value).ok
        assert told(house, OLA) == GONE.nb, action
    assert GONE.nb in words(submits(house, OLA, "visit.none", f"{visit} 1", answer="Nei")["view"])
    assert kept(house) == before
    assert ASKED["wishes"] not in house.ola.types("/naering besøk")["text"]


def test_whoever_says_that_they_belong_to_a_linked_company_neither_sees_nor_touches_its_visit(house: House) -> None:
    visit = asks(house, house.kari)
    proposes(house)
    with house.bot.parts.database.write() as session:
        company = session.get_one(Member, KARI).company_id
        assert company
        session.add(Link(company=company, number="999999999", linked_by=KARI, linked_at=house.bot.parts.now()))
        session.get_one(Member, KARI).contact = True
        session.get_one(Member, OLA).company_id = company
    before, refused = kept(house), CONTACTS("nb", company=COMPANY)
    for action, value in (("pick:0", f"{visit} 1 0"), ("withdraw", visit), ("calendar", visit), ("ask", "")):
        assert presses(house, OLA, f"visit.{action}", value).ok
        assert told(house, OLA) == refused, action
    assert house.ola.types("/naering besøk")["text"] == refused
    assert kept(house) == before
    assert ASKED["wishes"] in house.kari.types("/naering besøk")["text"]
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).contact = False
    assert house.ola.types("/naering besøk")["text"] == NOBODY("nb", company=COMPANY)


@pytest.mark.parametrize("value", ["", "x", "{visit}", "{visit} 1", "{visit} 1 9", "{visit} 1 -1", "{visit} 9 0 0"])
def test_a_forged_or_older_time_is_refused(house: House, value: str) -> None:
    visit = asks(house, house.kari)
    proposes(house)
    proposes_again = submits(house, STAFF_MEMBER, "visit.propose", visit, **FILLED)
    assert "errors" not in proposes_again
    before = kept(house)
    assert presses(house, KARI, "visit.pick:0", value.format(visit=visit)).ok
    assert told(house, KARI) in (GONE.nb, planning.OUTDATED.nb)
    assert kept(house) == before


def test_buttons_that_are_pressed_again_and_forms_that_are_sent_again_change_nothing(house: House) -> None:
    asks(house, house.kari)
    offered = proposes(house)
    house.kari.presses(offered, "visit.pick")
    house.rest()
    before, heard = kept(house), len(house.said(STAFF))
    for _ in range(3):
        house.kari.presses(offered, "visit.pick")
    assert (kept(house), len(house.said(STAFF))) == (before, heard)
    visit = house.all(Visit)[0].id
    agreed = {"slot": str(int(FIRST.timestamp())), "minutes": "60", "place": "Her"}
    for _ in range(2):
        submits(house, STAFF_MEMBER, "visit.agree", visit, **agreed)
    eventually(lambda: "er avtalt" in last(house.kari, "er avtalt")["text"])
    assert [one["text"] for one in house.kari.told() if "er avtalt" in one["text"]] == [
        last(house.kari, "er avtalt")["text"]
    ]


@pytest.mark.parametrize(
    ("field", "value"),
    [("whom", "everybody"), ("whom", ""), ("wishes", ""), ("wishes", "x" * 3000), ("suits", "&" * 1000)],
)
def test_what_a_company_writes_that_cannot_be_taken_is_refused_at_its_field(
    house: House, field: str, value: str
) -> None:
    belongs(house, house.kari)
    assert list(submits(house, KARI, "visit.ask", **ASKED | {field: value})["errors"]) == [field]
    assert house.all(VisitRequest) == []


def test_who_has_no_company_or_is_a_guest_is_refused(house: House) -> None:
    assert asking.NO_COMPANY.nb in words(submits(house, KARI, "visit.ask", **ASKED)["view"])
    house.workspace.add_user(id=STRANGER, name="gjest", real_name="Gjest Eksempel", guest=True)
    house.workspace.invite(KARI, NETWORK, STRANGER)
    house.rest()
    assert presses(house, STRANGER, "visit.ask", "").ok
    assert told(house, STRANGER) == GUEST.nb
    assert GUEST.nb in words(submits(house, STRANGER, "visit.ask", **ASKED)["view"])
    assert house.all(VisitRequest) == []


# --- words ---


def test_markup_in_names_and_words_calls_nobody(house: House, clock: Clock) -> None:
    asks(house, house.kari, NASTY, wishes=NASTY, suits=NASTY)
    offered = proposes(house)
    opens(house.kari, offered, "visit.none", None)
    assert fills(house.kari, answer=NASTY) == {}
    agrees(house, place=NASTY, party=NASTY)
    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: "er over" in staffed(house)["text"])
    opens(house.staff, staffed(house), "visit.notes", STAFF)
    assert fills(house.staff, notes=NASTY) == {}
    opens(house.staff, staffed(house), "visit.promise", STAFF)
    assert fills(house.staff, words=NASTY, role=NASTY[:60], owner=STAFF_MEMBER, due_on="2026-03-27") == {}
    clock.at = FIRST.replace(day=24, hour=9)
    eventually(house.staff.told)
    opens(house.staff, last(house.staff), "visit.close", None)
    assert fills(house.staff, outcome=NASTY) == {}
    eventually(lambda: "Fulgt opp" in last(house.kari)["text"])
    seen: list[Json] = [*house.said(STAFF), *house.kari.said(), *house.staff.said(), house.kari.types("/naering besøk")]
    for lists in STAFF_LISTS[1:4]:
        house.staff.presses(house.staff.types("/naering besøk"), f"visit.{lists}", NETWORK)
        seen.append(house.staff.private()[-1])
    for said in (text for one in seen for text in (one["text"], words(one))):
        assert "<!channel>" not in said
        assert f"<@{OLA}>" not in said
    assert any(escape(NASTY) in one["text"] for one in seen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_longest_that_may_be_written_keeps_slacks_limits(house: House, clock: Clock, lang: Lang) -> None:
    for person in (house.kari, house.staff):
        person.presses_in(person.home(), "home.language", selected_option=lang)
    name, long = "Ø" * LONGEST_NAME, "Æ" * asking.LONGEST_WISHES
    word = {"nb": "besøk", "nn": "besøk", "en": "visits"}[lang]
    for n in range(9):
        belongs(house, house.ola, f"{n}{name}"[:LONGEST_NAME])
        submits(house, OLA, "visit.ask", whom="both", wishes=long, suits="Å" * asking.LONGEST_SUITS)
    belongs(house, house.kari, "Eksempel & Co")
    clock.move(minutes=-1)
    submits(house, KARI, "visit.ask", whom="both", wishes=long, suits="Å" * asking.LONGEST_SUITS)
    clock.move(minutes=1)
    visit = next(one.visit for one in house.all(VisitRequest) if one.person == KARI)
    agreed = FILLED | {"place": "Å" * 200, "party": "Å" * 200}
    submits(house, STAFF_MEMBER, "visit.propose", visit, **FILLED)
    house.kari.presses(house.kari.types(f"/naering {word}"), "visit.pick", NETWORK)
    submits(house, STAFF_MEMBER, "visit.agree", visit, **agreed)
    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: [one for one in house.all(Visit) if one.state == "held"])
    submits(house, STAFF_MEMBER, "visit.notes", visit, notes="Æ" * 2500)
    for _ in range(promises.MOST):
        given = {"words": "Æ" * 500, "role": "Å" * LONGEST_ROLE, "owner": STAFF_MEMBER}
        submits(house, STAFF_MEMBER, "visit.promise", visit, **FILLED | given)
    assert len(house.all(VisitPromise)) == promises.MOST
    house.kari.types(f"/naering {word}")
    for action in (*STAFF_LISTS[1:4], *STAFF_BUTTONS[:4]):
        house.staff.presses(house.staff.types(f"/naering {word}"), f"visit.{action}", NETWORK)
    for view in house.workspace.modals(STAFF_MEMBER):
        assert faults("modal", bare(view)) == []
    house.rest()
    assert house.outgoing("failed") == []
    assert [exchange for exchange in house.workspace.log() if exchange.error] == []
