"""Who agrees to be contacted after a survey, is drawn, and is invited to an event, through the whole bot."""

from dataclasses import asdict

from bot.core.blocks import Message
from bot.core.texts import LANGUAGES
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import Company
from bot.domain.events.rows import Event
from bot.domain.pushes import Push
from bot.domain.surveys import selecting
from bot.domain.surveys.agreeing import Agreement
from bot.domain.surveys.selecting import Picked, Selection
from bot.domain.surveys.tables import find
from bot.workspace.block_kit import faults
from handlers import surveys
from handlers.surveys import selecting as views
from handlers.surveys import selecting_words
from scheduler.outbox import Outgoing, insert_row, values
from tests.clock import Clock
from tests.handlers.choosing import fills
from tests.handlers.forging import presses, submits
from tests.handlers.gatherings import TITLE, makes
from tests.handlers.polling import fills as enters
from tests.handlers.surveying import COMMAND, answers, begun, open_sheet
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK, OLA
from tests.waiting import eventually


def agreed(house: House) -> list[str]:
    return sorted(row.person for row in house.all(Agreement))


def closed(house: House) -> str:
    """Kari and Ola agree, Kari with her answer and Ola without one; the round is closed."""
    wave = begun(house)
    open_sheet(house, house.kari)
    answers(house.kari, q0=["0"], q1=["1"])
    answers(house.kari, q0=["0"], q1=["4"])
    answers(house.kari, q0="3", q1="10", q2="0")
    assert selecting_words.ASK.nb in words(house.kari.modal)
    house.kari.presses_in(house.kari.modal, "survey.agree")
    assert selecting_words.AGREED("nb", name="Næringspuls 2027") in words(house.kari.modal)
    listed = house.ola.types(COMMAND)
    assert selecting_words.OFFER.nb in words(listed)  # it tells by itself what is agreed to
    house.ola.presses(listed, "survey.agree", NETWORK)
    house.rest()
    assert agreed(house) == [KARI, OLA]
    assert presses(house, house.staff.id, "survey.close", wave.id).ok
    return str(wave.id)


def test_agreeing_comes_after_the_answer_is_not_asked_again_and_is_taken_back(house: House) -> None:
    closed(house)
    listed = house.kari.types(COMMAND)
    assert selecting_words.MAY("nb", name="Næringspuls 2027") in listed["text"]
    assert "survey.agree" not in actions(listed)
    house.kari.presses(listed, "survey.withdraw", NETWORK)
    assert selecting_words.WITHDRAWN("nb", name="Næringspuls 2027") in house.kari.private()[-1]["text"]
    assert agreed(house) == [OLA]
    assert "survey.withdraw" not in actions(house.kari.types(COMMAND))


def test_the_drawn_are_shown_by_name_and_invited_to_an_event_that_they_answer(house: House) -> None:
    makes(house)
    wave = closed(house)
    with house.bot.parts.database.write() as session:
        for company in session.query(Company):
            company.branch, company.size = "it", "1-4"
        session.query(Event).update({"by_invitation": True})
    assert presses(house, house.staff.id, "survey.select", wave).ok
    assert selecting_words.WILLING("nb", 2) in words(house.staff.modal)
    assert enters(house.staff, size="x")["errors"] == {"size": selecting.NO_SIZE("nb", most=selecting.MOST)}
    assert enters(house.staff, size="2") == {}
    shown = words(house.staff.modal)
    assert f"Eksempel Kafé AS (<@{KARI}>) · IT og kommunikasjon · 1–4 ansatte" in shown
    assert selecting_words.DRAWN("nb", count=2, seed=house.all(Selection)[0].seed) in shown
    assert fills(house.staff, text_nb=" ")["errors"] == {"text_nb": selecting.EMPTY.nb}
    event = house.all(Event)[0].id
    assert fills(house.staff, text_nb="Bli med på <workshop>.", event=event) == {}
    assert selecting_words.SENT("nb", 2) in words(house.staff.modal)
    eventually(lambda: [one for one in house.kari.told() if selecting_words.WHY_YOU.nb in one["text"]])
    invited = [one for one in house.kari.told() if selecting_words.WHY_YOU.nb in one["text"]]
    assert len(invited) == 1
    assert "Bli med på &lt;workshop&gt;." in invited[0]["text"]
    assert TITLE in invited[0]["text"]
    assert {"event.answer", "event.calendar", "push.mute"} <= set(actions(invited[0]))
    house.kari.presses(invited[0], "event.answer")
    house.rest()
    assert "Du er påmeldt" in house.kari.private(house.kari.im)[-1]["text"]
    assert presses(house, house.staff.id, "survey.select", wave).ok
    assert "Invitert 10. mars 2026: Eksempel Bygg AS" in words(house.staff.modal)


def test_an_event_that_is_called_off_meanwhile_is_invited_to_no_more(house: House, clock: Clock) -> None:
    makes(house)
    wave = closed(house)
    with house.bot.parts.database.write() as session:
        now = house.bot.parts.now()
        selection = selecting.draw(session, wave, 2, house.staff.id, now, 1)
        selecting.invite(session, selection.id, {"nb": "Kom!"}, house.all(Event)[0].id, house.staff.id, now)
        session.query(Event).update({"cancelled": True})
    eventually(lambda: [one.why for one in house.all(Push) if one.key.startswith("survey-meet")] == ["too late"] * 2)
    clock.move(days=1)
    house.rest()
    assert [one for one in house.kari.told() if selecting_words.WHY_YOU.nb in one["text"]] == []


def test_members_neither_draw_nor_invite(house: House) -> None:
    wave = closed(house)
    presses(house, KARI, "survey.select", wave)
    submits(house, KARI, "survey.draw", wave, size="2")
    with house.bot.parts.database.write() as session:
        selection = selecting.draw(session, wave, 2, house.staff.id, house.bot.parts.now(), 1).id
    submits(house, KARI, "survey.meet", selection, text_nb="Falskt")
    house.rest()
    assert house.workspace.modals(KARI)[1:] == []
    assert [one.invited_at for one in house.all(Selection)] == [None]
    assert len(house.all(Picked)) == 2
    assert [one for one in house.kari.private() if members.NOT_ALLOWED.nb in one["text"]] != []


def test_the_largest_selection_fits_slack_in_each_language() -> None:
    selection = Selection(wave="w", seed=2**31 - 1, size=selecting.MOST, by=None, at=Clock()())
    company = Company(name="<&" * 60, branch="hospitality", area="area.visperud", size="100+")
    people = [selecting.Named(f"U0{n:09}", company) for n in range(selecting.MOST - 1)] + [selecting.Named("U0X", None)]
    events = [(f"{n}", "Æ" * 200) for n in range(50)]
    for lang in LANGUAGES:
        form = views.form(selection, people, events, {}, lang)
        assert faults("modal", form) == []
        assert words(form).count("(<@U0") == selecting.MOST


def test_who_invited_and_is_forgotten_is_not_named_in_what_has_not_left(house: House) -> None:
    wave = closed(house)
    now, organizer = house.bot.parts.now(), house.staff.id
    with house.bot.parts.database.write() as session:
        selection = selecting.draw(session, wave, 2, organizer, now, 1)
        selection.text, selection.invited_at = {"nb": "Kom!"}, now
        message = views.invitation(find(session, wave), selection, Message(""), "nb")
        key = f"survey:{wave}:meet:{selection.id}:{KARI}"
        insert_row(session, values(Outgoing(key, KARI, asdict(message))) | {"state": "bundled"})
    assert f"<@{organizer}>" in str(house.outgoing("bundled")[0].payload)
    with house.bot.parts.database.write() as session:
        surveys.forget(Keys(house.bot.parts.settings), session, organizer, now)
    kept = house.outgoing("bundled")[0].payload
    assert (f"<@{organizer}>" in str(kept), "Kom!" in kept["text"]) == (False, True)
