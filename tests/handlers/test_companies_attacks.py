"""Nobody changes another company's facts, and nothing in the register's names or in forged forms reaches anybody."""

from typing import Any

import pytest

from bot.core.errors import TOO_LONG
from bot.domain.audit import AuditRow
from bot.domain.companies import facts, links, rows
from bot.domain.companies.facts import CompanyFact
from bot.domain.companies.places import Place
from bot.domain.companies.register import Link, RegisterUnit
from bot.domain.companies.rows import Company
from bot.domain.members import NOT_ALLOWED, Member
from bot.slack.gate import GUEST
from bot.slack.words import EMPTY
from bot.workspace import interact
from handlers.companies import words as said
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.linking import CAFE, A, B, a_house_with_a_register, edits, joins, resigns, searches  # noqa: F401
from tests.house import House, words
from tests.register.standin import StandIn, a_standin, company  # noqa: F401
from tests.slacks import KARI, OLA, STAFF, STAFF_MEMBER
from tests.waiting import eventually

EVIL = "<!channel> *EKSEMPEL* <https://example.org|AS> & <@U0STAB>"


def ids(house: House) -> dict[str, str]:
    """The companies here, by their numbers."""
    return {link.number: link.company for link in house.all(Link)}


def heard(house: House, action: str, value: str, person: str = KARI) -> str:
    presses(house, person, action, value)
    who = {KARI: house.kari, OLA: house.ola, STAFF_MEMBER: house.staff}[person]
    text: str = who.private()[-1]["text"]
    return text


def two(house: House, standin: StandIn) -> tuple[str, str]:
    """Kari speaks for one company, Ola belongs to another one for which nobody does."""
    standin.add(company(A, CAFE), company(B, "EKSEMPEL TO AS"))
    joins(house.kari, A)
    joins(house.ola, B)
    resigns(house, house.ola)
    return ids(house)[A], ids(house)[B]


def contacts(house: House) -> list[str]:
    return [one.id for one in house.all(Member) if one.contact]


# --- other companies' data ---


def test_nobody_confirms_or_changes_what_another_company_says(house: House, standin: StandIn) -> None:
    mine, others = two(house, standin)
    assert edits(house.kari, role="Daglig leder") == {}
    assert heard(house, "companies.confirm", others) == facts.NOT_LINKED.nb
    assert heard(house, "companies.confirm", mine, OLA) == NOT_ALLOWED.nb
    forged = {"branch": "it", "role": "Meg", "interests": "green", "consent": "yes"}
    assert NOT_ALLOWED.nb in words(submits(house, OLA, "companies.save", mine, **forged)["view"])
    assert {one.company: one.confirmed_at is not None for one in house.all(Link)} == {mine: True, others: False}
    assert [(one.company, one.value) for one in house.all(CompanyFact) if one.name == "role"] == [
        (mine, "Daglig leder")
    ]
    assert {one.branch for one in house.all(Company)} == {"hospitality"}


@pytest.mark.parametrize("who", [KARI, OLA])
def test_nobody_makes_themselves_or_others_contact_of_a_company_that_is_not_theirs(
    house: House, standin: StandIn, who: str
) -> None:
    mine, others = two(house, standin)
    for forged in (f"{others} {OLA}", f"{others} {KARI}", f"{mine} {OLA}", f"x {OLA}", "", others):
        said_to = heard(house, "companies.approve", forged, who)
        assert said_to in (NOT_ALLOWED.nb, links.NO_COLLEAGUE.nb)
    assert contacts(house) == [KARI]
    assert heard(house, "companies.ask", others) == rows.NOT_THERE.nb
    assert heard(house, "companies.resign", others) == rows.NOT_THERE.nb
    presses(house, OLA, "companies.leave", mine)
    house.rest()
    assert (contacts(house), {one.id: one.company for one in house.all(Member)}[OLA]) == ([KARI], "EKSEMPEL TO AS")


def test_members_do_not_reach_what_is_for_staff(house: House, standin: StandIn) -> None:
    two(house, standin)
    for form, given in (
        ("companies.place", {"place": "1470", "area": "area.visperud"}),
        ("companies.place", {"place": "1470", "area": "x"}),
        ("companies.contact", {"person": OLA, "decision": "give"}),
        ("companies.contact", {"person": KARI, "decision": "take"}),
        ("companies.merge", {"kept": ids(house)[A], "gone": ids(house)[B]}),
    ):
        assert NOT_ALLOWED.nb in words(submits(house, KARI, form, **given)["view"])
    for action in ("companies.place", "companies.contact", "companies.merge"):
        assert heard(house, action, "1470") == NOT_ALLOWED.nb
    assert (house.all(Place), contacts(house), len(ids(house))) == ([], [KARI], 2)


def test_guests_reach_nothing_of_it(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    house.workspace.change_user(OLA, is_restricted=True)
    house.rest()
    for action in ("companies.find", "companies.ask", "companies.confirm", "companies.approve"):
        assert heard(house, action, "x", OLA) == GUEST.nb
    for form in ("companies.search", "companies.pick", "companies.link", "companies.save", "companies.contact"):
        assert GUEST.nb in words(submits(house, OLA, form, A, search=A, unit=A)["view"])
    assert (house.all(Link), standin.asked) == ([], [])


# --- forged and repeated ---


@pytest.mark.parametrize("number", ["", "123456789", "x" * 5000, f"{A}/roller", "../../roller", A[:8] + "é", f" {A}"])
def test_a_forged_number_in_the_form_is_never_asked_about(house: House, standin: StandIn, number: str) -> None:
    assert said.NO_NUMBER.nb in words(submits(house, KARI, "companies.link", number)["view"])
    assert submits(house, KARI, "companies.pick", unit=number)["errors"] == {"unit": said.NO_NUMBER.nb}
    assert (standin.asked, house.all(Link), house.all(RegisterUnit)) == ([], [], [])


def test_another_companys_number_in_the_form_makes_one_a_member_there_and_no_more(
    house: House, standin: StandIn
) -> None:
    mine, _ = two(house, standin)
    submits(house, OLA, "companies.link", A)
    house.rest()
    assert [(one.id, one.company_id, one.contact) for one in house.all(Member) if one.id in (KARI, OLA)] == [
        (KARI, mine, True),
        (OLA, mine, False),
    ]
    assert NOT_ALLOWED.nb in words(submits(house, OLA, "companies.save", role="Meg")["view"])


def test_what_is_sent_twice_is_done_once(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    linked = next(one.request for one in reversed(house.workspace.log()) if one.what == "view_submission")
    presses(house, KARI, "companies.leave", ids(house)[A])
    house.rest()
    assert interact.send(house.workspace, linked).ok
    assert {one.id: one.company for one in house.all(Member)}[KARI] == ""
    joins(house.kari)
    for _ in range(3):
        presses(house, KARI, "companies.ask", ids(house)[A])
    asked = [one for one in house.said(STAFF) if "kontaktperson" in one["text"]]
    assert len(asked) == 1
    for _ in range(2):
        house.staff.presses(asked[0], "companies.approve", STAFF)
    house.rest()
    assert house.staff.private(STAFF)[-1]["text"] == said.BEFORE.nb.format(person=f"<@{KARI}>")
    assert len([one for one in house.kari.told() if "Du er nå kontaktperson" in one["text"]]) == 1
    assert [(one.who, one.detail) for one in house.all(AuditRow)] == [
        (who, f"{ids(house)[A]}: given") for who in (KARI, STAFF_MEMBER)
    ]


def test_an_old_request_makes_nobody_contact_of_a_company_they_have_left(house: House, standin: StandIn) -> None:
    two(house, standin)
    presses(house, OLA, "companies.ask", ids(house)[B])
    asked = house.said(STAFF)[-1]
    joins(house.ola, A)
    house.staff.presses(asked, "companies.approve", STAFF)
    assert house.staff.private(STAFF)[-1]["text"] == links.NO_COLLEAGUE.nb
    assert contacts(house) == [KARI]


# --- words ---


def test_markup_in_names_of_the_register_reaches_nobody(house: House, standin: StandIn, clock: Clock) -> None:
    place = {"adresse": ["<!here> 1"], "postnummer": "1470", "poststed": EVIL}
    standin.add(
        company(A, EVIL, forretningsadresse=place, naeringskode1={"kode": EVIL, "beskrivelse": EVIL}, konkurs=True)
    )
    assert searches(house.kari, "EKSEMPEL") == {}
    joins(house.kari)
    assert edits(house.kari, role=EVIL[:60]) == {}
    house.workspace.command(house.staff.id, STAFF, "/naering bedrifter")
    house.kari.home()
    clock.move(days=366)
    eventually(lambda: [one for one in house.kari.told() if "Stemmer dette fortsatt" in one["text"]])
    house.rest()
    shown = [
        text for exchange in house.workspace.log() for text in marked_up(exchange.request) + marked_up(exchange.reply)
    ]
    assert [text for text in shown if "EKSEMPEL" in text]
    assert [text for text in shown if "<!" in text or "<https" in text or "<@U0STAB>" in text] == []


def marked_up(told: Any) -> list[str]:
    """All texts in it that Slack reads as markup."""
    if isinstance(told, list):
        return [text for one in told for text in marked_up(one)]
    if not isinstance(told, dict):
        return []
    if told.get("type") == "plain_text":
        return []
    inner = [text for one in told.values() for text in marked_up(one)]
    return inner + ([told["text"]] if isinstance(told.get("text"), str) else [])


@pytest.mark.parametrize("typed", ["", " ", "x"])
def test_nothing_is_asked_about_nothing(house: House, standin: StandIn, typed: str) -> None:
    assert submits(house, KARI, "companies.search", search=typed)["errors"] == {"search": EMPTY.nb}
    assert standin.asked == []


@pytest.mark.parametrize(
    ("form", "fields", "field", "most"),
    [
        ("companies.search", {"search": "x" * 121}, "search", 120),
        ("companies.search", {"search": "&" * 5000}, "search", 120),
        ("companies.save", {"role": "x" * 61}, "role", 60),
        ("companies.place", {"place": "1470 " + "x" * 500, "area": "area.visperud"}, "place", 140),
    ],
)
def test_endless_words_are_refused_at_their_field(
    house: House, standin: StandIn, form: str, fields: dict[str, str], field: str, most: int
) -> None:
    standin.add(company(A, CAFE))
    person = KARI
    if form == "companies.save":
        joins(house.kari)
    if form == "companies.place":
        person = STAFF_MEMBER
    assert submits(house, person, form, **fields)["errors"] == {field: TOO_LONG("nb", most=most)}


def test_who_is_forgotten_asks_nobody_any_more(house: House, standin: StandIn) -> None:
    standin.add(company(A, CAFE))
    joins(house.kari)
    resigns(house, house.kari)
    house.workspace.fault("chat.postMessage", "429", times=9, seconds=600)
    presses(house, KARI, "companies.ask", ids(house)[A])
    eventually(lambda: [row for row in house.outgoing("waiting") if KARI in str(row.payload)])
    presses(house, KARI, "privacy.delete", "")
    house.rest()
    assert (house.said(STAFF), [row.key for row in house.outgoing() if KARI in str(row.payload)]) == ([], [])
    assert [one.linked_by for one in house.all(Link)] == [None]
