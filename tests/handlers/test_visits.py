"""Visits as they are asked for, agreed, held and followed up, in what people read."""

from datetime import timedelta

import httpx
import pytest

from bot.domain.members import Member
from bot.domain.visits import asking, planning, promises
from bot.domain.visits.rows import Visit, VisitPromise, VisitRequest
from bot.workspace.shapes import Json
from handlers.visits import promise_words, staff_words, words
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers.calendars import parsed
from tests.handlers.letting import settles
from tests.handlers.polling import fills
from tests.handlers.visiting import (
    AGREED,
    ASKED,
    COMPANY,
    FIRST,
    SECOND,
    WHEN,
    agrees,
    asks,
    belongs,
    last,
    opens,
    proposes,
    staffed,
)
from tests.house import House, Person, actions
from tests.house import words as read
from tests.slacks import NETWORK, STAFF, STAFF_MEMBER
from tests.waiting import eventually


def pressed(person: Person, message: Json, action: str, channel: str | None = NETWORK) -> str:
    """What the bot then says to the person alone."""
    assert person.presses(message, action, channel) == {}
    return str(person.private(channel or person.im)[-1]["text"])


def files(house: House, channel: str) -> list[str]:
    found = [file for one in house.said(channel) for file in one.get("files", [])]
    return [httpx.get(file["url_private"]).text for file in found]


def entries(house: House, channel: str) -> list[tuple[str, str, str, str]]:
    """The calendar files as another program reads them: method, state, title, version."""
    read_back = [parsed(text) for text in files(house, channel)]
    return [
        (one.method.value, one.vevent.status.value, one.vevent.summary.value, one.vevent.sequence.value)
        for one in read_back
    ]


def closed(house: House, clock: Clock) -> None:
    """The visit was agreed, and its time has passed."""
    agrees(house)
    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: "er over" in staffed(house)["text"])


def promises_one(house: House, **more: str) -> Json:
    opens(house.staff, staffed(house), "visit.promise", STAFF)
    given = {"words": "Svare om parkering", "role": "Plan- og byggesak", "owner": STAFF_MEMBER, "due_on": "2026-03-27"}
    return fills(house.staff, **given | more)


# --- from request to promise ---


def test_from_the_invitation_to_the_promise_that_was_kept(either_house: House, clock: Clock) -> None:
    house = either_house
    asks(house, house.kari)
    assert words.SENT.nb in read(house.kari.modal)
    assert staffed(house)["text"].startswith(f"{COMPANY} ber om besøk.\n*{COMPANY}* · Område: ikke oppgitt")
    assert "Dere står i køen." in house.kari.types("/naering besøk")["text"]

    offered = proposes(house)
    assert offered["text"].splitlines() == [
        words.PROPOSED("nb", names=COMPANY, minutes=60),
        f"• {WHEN}",
        "• onsdag 18. mars kl. 13.00",
    ]
    assert "Én person i bedriften får beskjed." in read(house.staff.modal)
    assert pressed(house.kari, offered, "visit.pick", None) == words.PICKED("nb", when=f"{WHEN}–11.00")
    eventually(lambda: "har valgt tid" in staffed(house)["text"])

    opens(house.staff, staffed(house), "visit.agree", STAFF)
    assert fills(house.staff, **AGREED) == {}
    eventually(lambda: len(house.kari.told()) == 3)
    assert last(house.kari, "avtalt")["text"].splitlines() == [
        words.TOLD["confirmed"]("nb", names=COMPANY),
        f"Når: {WHEN}–11.00",
        "Sted: Eksempelveien 1",
        "Hvem som kommer: Ordføreren",
    ]
    title = f"Kommunen besøker {COMPANY}"
    for channel in (house.kari.im, STAFF):
        assert entries(house, channel) == [("PUBLISH", "CONFIRMED", title, "2")]

    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: "er over" in staffed(house)["text"])
    opens(house.staff, staffed(house), "visit.notes", STAFF)
    assert fills(house.staff, notes="Trivelig og nyttig") == {}
    assert promises_one(house) == {}
    assert promise_words.GIVEN.nb in read(house.staff.modal)
    told = house.kari.types("/naering besøk")["text"]
    assert "• Svare om parkering – Plan- og byggesak, innen 27. mars 2026\n   Ikke gjort ennå" in told
    assert "Trivelig" not in told

    clock.at = FIRST.replace(day=24, hour=9)
    eventually(house.staff.told)
    reminder = last(house.staff)
    assert reminder["text"].splitlines() == [
        promise_words.REMINDER("nb", names=COMPANY),
        f"*Frist 27. mars 2026* · {COMPANY}",
        "Svare om parkering",
        f"Ansvar: Plan- og byggesak, <@{STAFF_MEMBER}>",
    ]
    opens(house.staff, reminder, "visit.close", None)
    assert fills(house.staff, outcome="Svart i brev") == {}
    eventually(lambda: "Fulgt opp" in last(house.kari)["text"])
    assert last(house.kari)["text"] == f"Fulgt opp etter besøket hos {COMPANY}: Svare om parkering\nSvart i brev"
    assert "   Gjort 24. mars 2026: Svart i brev" in house.kari.types("/naering besøk")["text"]


def test_the_owner_is_reminded_before_on_and_weekly_after_the_date_and_once_each(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    closed(house, clock)
    promises_one(house)
    heard: list[str] = []
    for day in range(18, 31):
        for hour in (6, 9, 12, 21):
            clock.at = FIRST.replace(day=day, hour=hour)
            eventually(lambda: not [row for row in house.all(DueWork) if row.due_at <= clock.at])
            if len(house.staff.told()) > len(heard):
                heard.append(f"{clock.at:%d.%m. %H}")
    assert heard == ["24.03. 09", "27.03. 09"]
    clock.at = FIRST.replace(month=4, day=7, hour=9)  # the 3rd was Good Friday
    eventually(lambda: len(house.staff.told()) == 3)
    assert "*Fristen var 27. mars 2026*" in last(house.staff)["text"]


def test_a_promise_without_a_person_or_whose_owner_is_not_of_the_staff_any_more_is_the_channels(
    house: House, clock: Clock
) -> None:
    asks(house, house.kari)
    closed(house, clock)
    promises_one(house, owner="")
    clock.at = FIRST.replace(day=24, hour=9)
    eventually(lambda: "Påminnelse" in staffed(house)["text"])
    assert "Ansvar: Plan- og byggesak" in staffed(house)["text"]
    opens(house.staff, staffed(house), "visit.promise_edit", STAFF)
    assert fills(house.staff, words="Svare om veien") == {}
    clock.at = FIRST.replace(day=27, hour=9)
    eventually(lambda: "Frist i dag" in staffed(house)["text"])
    assert "Svare om veien" in staffed(house)["text"]


# --- times ---


def test_where_none_fits_the_staff_are_told_why_and_propose_anew(house: House) -> None:
    asks(house, house.kari)
    old = proposes(house)
    opens(house.kari, old, "visit.none", None)
    assert fills(house.kari, answer="Bare fredager") == {}
    eventually(lambda: "Ingen av tidene passet for" in staffed(house)["text"])
    assert "Ingen av tidene passet. Bare fredager" in staffed(house)["text"]
    new = proposes(house, SECOND)
    assert pressed(house.kari, old, "visit.pick", None) == planning.OUTDATED.nb
    house.kari.presses(new, "visit.pick")
    eventually(lambda: "har valgt" in staffed(house)["text"])


def test_a_visit_is_moved_and_called_off_and_both_sides_have_it_in_their_calendars(house: House) -> None:
    asks(house, house.kari)
    agrees(house)
    moved = agrees(house, SECOND)
    assert moved["text"].splitlines()[:2] == [
        words.TOLD["moved"]("nb", names=COMPANY),
        "Når: onsdag 18. mars kl. 13.00–14.00",
    ]
    house.staff.presses(house.staff.types("/naering besøk"), "visit.agreed", NETWORK)
    opens(house.staff, house.staff.private()[-1], "visit.off")
    assert fills(house.staff, reason="Sykdom", next="keep") == {}
    eventually(lambda: len(house.kari.told()) == 6)
    assert last(house.kari, "utsatt")["text"].splitlines() == [
        words.TOLD["put_off"]("nb", names=COMPANY),
        "Hvorfor: Sykdom",
    ]
    title = f"Kommunen besøker {COMPANY}"
    for channel in (house.kari.im, STAFF):
        assert entries(house, channel) == [
            ("PUBLISH", "CONFIRMED", title, "1"),
            ("PUBLISH", "CONFIRMED", title, "2"),
            ("CANCEL", "CANCELLED", f"AVLYST: {title}", "3"),
        ]
    assert "Utsatt: Sykdom" in house.staff.types("/naering besøk")["text"]


def reminded(person: Person) -> list[str]:
    return [one["text"] for one in person.told() if one["text"].startswith("Husk")]


def test_the_day_before_company_and_staff_are_reminded_once_and_after_a_move_of_the_new_time(
    either_house: House, clock: Clock
) -> None:
    house = either_house
    asks(house, house.kari)
    agrees(house, SECOND)
    agrees(house, FIRST)
    clock.at = FIRST.replace(day=16, hour=8, minute=59)
    settles(house)
    assert (reminded(house.kari), reminded(house.staff)) == ([], [])
    clock.move(minutes=1)
    eventually(lambda: reminded(house.kari) and reminded(house.staff))
    agrees(house, FIRST, place="Eksempelveien 2")
    clock.move(hours=2)
    settles(house)
    agreed = ["Når: tirsdag 17. mars kl. 10.00–11.00", "Sted: Eksempelveien 1", "Hvem som kommer: Ordføreren"]
    assert [one.splitlines() for one in reminded(house.kari)] == [[words.TOLD["eve"]("nb", names=COMPANY), *agreed]]
    [told] = reminded(house.staff)
    assert told.startswith(staff_words.NEWS["eve"]("nb", names=COMPANY))
    assert f"Vil ta opp: {ASKED['wishes']}" in told
    agrees(house, SECOND)
    clock.at = SECOND.replace(day=17, hour=9)
    eventually(lambda: len(reminded(house.kari)) == len(reminded(house.staff)) == 2)


def test_of_a_visit_that_was_called_off_nobody_is_reminded(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    agrees(house)
    house.staff.presses(house.staff.types("/naering besøk"), "visit.agreed", NETWORK)
    opens(house.staff, house.staff.private()[-1], "visit.off")
    assert fills(house.staff, reason="Sykdom", next="end") == {}
    clock.at = FIRST.replace(day=16)
    settles(house)
    assert (reminded(house.kari), reminded(house.staff)) == ([], [])


def test_where_who_led_it_is_not_of_the_staff_any_more_their_channel_is_reminded(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    agrees(house)
    with house.bot.parts.database.write() as session:
        session.get_one(Member, STAFF_MEMBER).role = "member"
    clock.at = FIRST.replace(day=16)
    eventually(lambda: [one for one in house.said(STAFF) if one["text"].startswith("Husk")])
    assert reminded(house.staff) == []


def test_a_company_that_withdraws_a_visit_that_was_agreed_takes_it_out_of_both_calendars(house: House) -> None:
    asks(house, house.kari)
    agrees(house)
    assert pressed(house.kari, house.kari.types("/naering besøk"), "visit.withdraw") == words.WITHDRAWN.nb
    eventually(lambda: len(house.kari.told()) == 3)
    assert staffed(house)["text"] == f"{COMPANY} har trukket tilbake ønsket om besøk."
    for channel in (house.kari.im, STAFF):
        assert entries(house, channel)[-1] == ("CANCEL", "CANCELLED", f"AVLYST: Kommunen besøker {COMPANY}", "2")
    assert "visit.ask" in actions(house.kari.types("/naering besøk"))


def test_in_quiet_time_the_staff_read_when_the_company_is_told(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    clock.move(hours=11)
    opens(house.staff, house.staff.types("/naering besøk"), "visit.propose")
    assert fills(house.staff, slot_1=int(FIRST.timestamp())) == {}
    assert "Det er stilletid, så beskjeden går onsdag 11. mars kl. 07.00." in read(house.staff.modal)
    assert house.kari.told() == []
    clock.move(hours=10)
    eventually(house.kari.told)


def test_where_nobody_of_the_company_is_left_the_staff_are_told_to_find_another_way(house: House) -> None:
    asks(house, house.kari)
    house.workspace.change_user(house.kari.id, deleted=True)
    house.rest()
    opens(house.staff, house.staff.types("/naering besøk"), "visit.propose")
    assert fills(house.staff, slot_1=int(FIRST.timestamp())) == {}
    assert staff_words.NOBODY_THERE.nb in read(house.staff.modal)


# --- asking ---


def test_asking_again_shows_what_was_asked_and_adds_to_it(house: House) -> None:
    visit = asks(house, house.kari)
    belongs(house, house.ola)
    opens(house.ola, house.ola.types("/naering besøk"), "visit.ask")
    assert ASKED["wishes"] in read(house.ola.modal)
    assert fills(house.ola, whom="both", wishes="Parkering & vei") == {}
    assert words.ADDED.nb in read(house.ola.modal)
    (request,) = house.all(VisitRequest)
    assert (request.visit, request.wishes) == (visit, f"{ASKED['wishes']}\nParkering & vei")
    assert "Parkering &amp; vei" in staffed(house)["text"]


def test_who_has_no_company_is_led_to_tell_of_it(house: House) -> None:
    said = house.kari.types("/naering besøk")
    assert said["text"] == asking.NO_COMPANY.nb
    opens(house.kari, said, "members.edit")
    assert house.kari.modal["callback_id"] == "members.save"


def test_the_home_tab_leads_to_it_and_shows_how_far_it_has_come(house: House) -> None:
    belongs(house, house.kari)
    house.kari.presses_in(house.kari.home(), "visit.ask")
    assert fills(house.kari, **ASKED) == {}
    assert "Dere står i køen." in read(house.kari.home())
    proposes(house)
    house.kari.presses_in(house.kari.home(), "visit.pick")
    assert f"Dere har valgt {WHEN}–11.00. Det er ikke bekreftet ennå." in read(house.kari.home())


def test_the_calendar_file_comes_to_the_company_and_to_the_staff(house: House) -> None:
    asks(house, house.kari)
    agrees(house)
    before = len(files(house, house.kari.im))
    assert pressed(house.kari, house.kari.types("/naering besøk"), "visit.calendar") == words.FILE_SENT.nb
    eventually(lambda: len(files(house, house.kari.im)) == before + 1)


# --- the staff's lists ---


def test_the_queue_stands_in_its_order_with_the_rule_and_is_merged_and_split(house: House, clock: Clock) -> None:
    asks(house, house.kari, "A & B")
    clock.move(minutes=1)
    asks(house, house.ola, "C AS")
    listed = house.staff.types("/naering besøk")
    assert listed["text"].splitlines()[1] == "Venter på besøk: 2"
    first = (
        "1. *A &amp; B* · Område: ikke oppgitt · Størrelse: ikke oppgitt · ba om besøk 10. mars 2026 · aldri hatt besøk"
    )
    assert first in listed["text"].splitlines()
    assert staff_words.RULE.nb in listed["text"]
    opens(house.staff, listed, "visit.merge")
    (other,) = [one.visit for one in house.all(VisitRequest) if one.person == house.ola.id]
    assert fills(house.staff, other=other) == {}
    assert "Slått sammen: A &amp; B, C AS" in read(house.staff.modal)
    listed = house.staff.types("/naering besøk")
    assert "Venter på besøk: 1" in listed["text"]
    assert pressed(house.staff, listed, "visit.split") == staff_words.WAS_SPLIT.nb
    assert "Venter på besøk: 2" in house.staff.types("/naering besøk")["text"]


def test_each_company_of_a_merged_visit_sees_its_own_wishes_alone(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    clock.move(minutes=1)
    asks(house, house.ola, "Prøve AS", wishes="Helt andre ting")
    opens(house.staff, house.staff.types("/naering besøk"), "visit.merge")
    (other,) = [one.visit for one in house.all(VisitRequest) if one.person == house.ola.id]
    assert fills(house.staff, other=other) == {}
    agrees(house)
    for person, theirs, others in ((house.kari, ASKED["wishes"], "Helt andre"), (house.ola, "Helt andre", "lokaler")):
        seen = person.types("/naering besøk")["text"]
        assert theirs in seen
        assert others not in seen
        assert others not in last(person, "avtalt")["text"]


def test_a_visit_that_came_to_nothing_is_in_the_queue_again(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    closed(house, clock)
    house.staff.presses(staffed(house), "visit.not_held", STAFF)
    assert house.staff.private(STAFF)[-1]["text"] == staff_words.BACK_IN_QUEUE.nb
    assert "Venter på besøk: 1" in house.staff.types("/naering besøk")["text"]


def test_open_promises_are_listed_by_date(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    closed(house, clock)
    promises_one(house)
    promises_one(house, words="Sende kart", due_on="2026-03-20")
    house.staff.presses(house.staff.types("/naering besøk"), "visit.promises", NETWORK)
    listed = house.staff.private()[-1]["text"].splitlines()
    assert listed[0] == "Åpne løfter: 2"
    assert [listed[2], listed[5]] == ["Sende kart", "Svare om parkering"]


def test_visits_a_year_are_shown_and_given_as_a_file_that_no_spreadsheet_carries_out(
    house: House, clock: Clock
) -> None:
    belongs(house, house.kari, COMPANY, area="=1+1", size="5-19")
    asks(house, house.kari)
    closed(house, clock)
    promises_one(house)
    house.staff.presses(house.staff.types("/naering besøk"), "visit.years", NETWORK)
    told = house.staff.private()[-1]
    assert told["text"].splitlines() == [
        "*2026*",
        "Besøk: 1 · Bedrifter: 1",
        "Område: =1+1 1",
        "Størrelse: 5–19 ansatte 1",
        "Løfter som er lukket: 0 · Åpne løfter: 1",
    ]
    house.staff.presses(told, "visit.csv", NETWORK)
    eventually(lambda: files(house, house.staff.im))
    assert files(house, house.staff.im)[0].removeprefix("\ufeff").splitlines() == [
        "Besøk per år",
        "År;Inndeling;Gruppe;Antall",
        "2026;Besøk;;1",
        "2026;Bedrifter;;1",
        "2026;Område;'=1+1;1",
        "2026;Størrelse;5–19 ansatte;1",
        "2026;Løfter;Lukket;0",
        "2026;Løfter;Åpne;1",
        "",
    ]


@pytest.mark.parametrize("person", ["kari", "staff"])
def test_delete_me_takes_the_name_and_leaves_what_is_the_companys(house: House, clock: Clock, person: str) -> None:
    asks(house, house.kari)
    closed(house, clock)
    promises_one(house)
    who: Person = getattr(house, person)
    who.presses(who.types("/naering personvern"), "privacy.delete", NETWORK)
    house.rest()
    (request,), (promise,), (visit,) = house.all(VisitRequest), house.all(VisitPromise), house.all(Visit)
    assert (request.wishes, promise.words) == (ASKED["wishes"], "Svare om parkering")
    assert who.id not in (request.person, promise.owner, promise.by, visit.by)


def test_promises_form_refuses_at_its_fields(house: House, clock: Clock) -> None:
    asks(house, house.kari)
    closed(house, clock)
    assert promises_one(house, role="", owner="") == {"errors": {"role": promises.NO_OWNER.nb}}
    assert promises_one(house, owner=house.kari.id) == {"errors": {"owner": promises.NOT_STAFF.nb}}
