"""Events as organizers and members see them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain import members
from bot.domain.events import organizing, rows
from bot.domain.events.rows import Event, EventAnswer
from bot.slack import channels
from bot.workspace.block_kit import faults
from handlers.events import change_words, forms
from handlers.events import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers.gatherings import FORM, TITLE, WHEN, answers, drawn, makes, opens_form, posts, presses, told, wall
from tests.handlers.polling import fills
from tests.house import House, actions, words
from tests.slacks import ELSEWHERE, NETWORK, STAFF, STAFF_MEMBER
from tests.waiting import eventually

LIST = "/naering arrangement"
BUTTONS = ["event.answer"] * 3 + ["event.calendar"]


def test_a_member_sees_that_nothing_is_planned_and_no_way_to_plan(house: House) -> None:
    listed = house.kari.types(LIST)
    assert (listed["text"], actions(listed)) == (said.NOTHING.nb, [])


def test_the_wall_shows_what_when_where_and_how_many(house: House) -> None:
    message = makes(house)
    assert message["text"].splitlines() == [
        TITLE,
        f"Når: {WHEN}",
        "Sted: Eksempelhuset",
        "Program kommer.",
        "Kommer: 0 av 2 · Kanskje: 0 · Kan ikke: 0",
    ]
    assert actions(message) == BUTTONS


def test_the_organizer_is_told_where_it_goes_and_which_languages_are_missing(house: House) -> None:
    makes(house)
    shown = words(house.staff.modal)
    assert forms.POSTED.nb.format(channel=f"<#{NETWORK}>") in shown
    assert "Mangler tekst på nynorsk og engelsk." in shown
    assert "Mangler tekst på nynorsk og engelsk." in house.staff.types(LIST)["text"]
    assert "Mangler tekst" not in house.kari.types(LIST)["text"]


def test_one_press_signs_up_and_the_receipt_is_private(house: House) -> None:
    message = makes(house)
    answers(house.kari, message, "yes")
    assert told(house.kari) == said.RECEIPT["yes"]("nb", title=TITLE, when=WHEN)
    drawn(house, "Kommer: 1 av 2 · Kanskje: 0 · Kan ikke: 0")
    assert house.ola.private() == []


def test_a_double_press_changes_nothing_and_another_answer_moves(house: House) -> None:
    message = makes(house)
    answers(house.kari, message, "yes")
    answers(house.kari, message, "yes")
    assert told(house.kari).startswith(said.AS_BEFORE.nb)
    answers(house.kari, message, "no")
    drawn(house, "Kommer: 0 av 2 · Kanskje: 0 · Kan ikke: 1")
    assert [(one.person, one.choice) for one in house.all(EventAnswer)] == [(house.kari.id, "no")]


def test_the_list_and_the_home_tab_show_my_answer(house: House) -> None:
    message = makes(house)
    assert said.NONE_OF_MINE.nb in words(house.kari.home())
    answers(house.kari, message, "yes")
    listed = house.kari.types(LIST)
    assert "Svaret ditt: Kommer" in listed["text"]
    assert WHEN in listed["text"]
    assert actions(listed) == BUTTONS
    assert f"• {TITLE}, {WHEN} (kommer)" in words(house.kari.home())
    assert actions(house.staff.types(LIST)) == [
        "event.new",
        "event.manage",
        *BUTTONS,
        "event.roll",
    ]


def test_one_can_answer_from_the_list(house: House) -> None:
    makes(house)
    answers(house.kari, house.kari.types(LIST), "maybe")
    drawn(house, "Kanskje: 1")


def test_nynorsk_and_english_are_said_to_those_who_chose_them(house: House) -> None:
    makes(house, title_en="SNR business seminar", title_nn="SNR Næringsseminar på nynorsk")
    with house.bot.parts.database.write() as session:
        members.choose_language(session, house.kari.id, "en")
        members.choose_language(session, house.ola.id, "nn")
    assert "Where: Eksempelhuset" in house.kari.types("/naering events")["text"]
    assert "SNR business seminar" in house.kari.types("/naering events")["text"]
    assert "SNR Næringsseminar på nynorsk" in house.ola.types(LIST)["text"]


def test_a_calendar_file_comes_as_a_direct_message_once_for_a_double_press(house: House) -> None:
    message = makes(house)
    presses(house.kari, message, "event.calendar")
    presses(house.kari, message, "event.calendar")
    assert told(house.kari) == said.FILE_SENT.nb
    shared = [one for one in house.workspace.messages(house.kari.id, house.kari.im) if one.get("files")]
    assert [one["text"] for one in shared] == [said.FILE("nb", title=TITLE)]
    assert shared[0]["files"][0]["name"].endswith(".ics")


FAULTS: list[tuple[dict[str, Any], str, Any]] = [
    ({"day": "2026-03-09"}, "day", organizing.PAST),
    ({"ends": "17:00"}, "ends", organizing.BACKWARDS),
    ({"day": "2026-03-29", "begins": "02:30", "ends": "05:00"}, "begins", organizing.SKIPPED),
    ({"capacity": "0"}, "capacity", organizing.NO_NUMBER),
    ({"channel": ELSEWHERE}, "channel", channels.NOT_IN_CHANNEL),
    ({"channel": "C0NOWHERE"}, "channel", channels.NOT_IN_CHANNEL),
    ({"channel": STAFF}, "channel", forms.NOT_PUBLIC),
]


def test_each_fault_is_told_at_its_field_and_what_was_typed_stays(house: House) -> None:
    opens_form(house.staff)
    for fields, field, words_of_it in FAULTS:
        assert fills(house.staff, **FORM | fields) == {"errors": {field: words_of_it.nb}}
    assert house.all(Event) == []
    assert fills(house.staff, **FORM) == {}


def test_where_slack_is_silent_about_the_channel_the_form_stays(house: House) -> None:
    opens_form(house.staff)
    house.workspace.faults.plan("conversations.info", "500")
    assert fills(house.staff, **FORM) == {"errors": {"channel": channels.NO_ANSWER.nb}}
    assert fills(house.staff, **FORM) == {}


def test_what_could_not_be_posted_can_be_tried_again(house: House) -> None:
    channel = house.workspace.state.channels[NETWORK]
    opens_form(house.staff)
    channel.archived = True
    posts(house.staff)
    eventually(house.staff.told)
    (letter,) = house.staff.told()
    channel.archived = False
    assert letter["text"] == forms.NOT_POSTED("nb", title=TITLE)
    house.staff.presses(letter, "event.post")
    eventually(lambda: house.said(NETWORK))
    answers(house.kari, wall(house), "yes")
    drawn(house, "Kommer: 1 av 2")
    house.staff.presses(letter, "event.post")
    assert len(house.said(NETWORK)) == 1


def test_an_event_that_has_begun_can_be_mended(house: House, clock: Clock) -> None:
    makes(house)
    clock.at = datetime(2026, 3, 19, 17, 30, tzinfo=UTC)
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, place="Et annet hus") == {}
    drawn(house, "Et annet hus")


def test_an_event_made_in_the_evening_is_posted_in_the_morning(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    opens_form(house.staff)
    posts(house.staff)
    assert forms.POSTED_LATER.nb.format(channel=f"<#{NETWORK}>", when="onsdag 11. mars kl. 07.00") in words(
        house.staff.modal
    )
    answers(house.kari, house.kari.types(LIST), "yes")
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind in ("event.plan", "event.redraw")])
    assert house.said(NETWORK) == []
    clock.move(hours=10)
    eventually(lambda: house.said(NETWORK))
    assert "Kommer: 1 av 2" in wall(house)["text"]


def test_after_the_event_the_wall_says_so_and_takes_no_answers(house: House, clock: Clock) -> None:
    makes(house)
    listed = house.kari.types(LIST)
    clock.move(days=10)
    drawn(house, said.OVER.nb)
    assert actions(wall(house)) == []
    answers(house.kari, listed, "yes")
    assert told(house.kari) == rows.OVER.nb


def test_a_changed_word_is_drawn_and_told_to_nobody(house: House) -> None:
    message = makes(house)
    answers(house.kari, message, "yes")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, title_nb="SNR Næringsseminar 2026") == {}
    assert forms.SAVED.nb in words(house.staff.modal)
    drawn(house, "SNR Næringsseminar 2026")
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.plan"])
    assert house.kari.told() == []


def test_the_form_to_change_holds_what_was_saved(house: House) -> None:
    makes(house)
    presses(house.staff, house.staff.types(LIST), "event.edit")
    shown = {block["block_id"]: block["element"] for block in house.staff.modal["blocks"]}
    assert (shown["title_nb"]["initial_value"], shown["place"]["initial_value"]) == (TITLE, "Eksempelhuset")
    assert (shown["day"]["initial_date"], shown["begins"]["initial_time"]) == ("2026-03-19", "18:00")
    assert (shown["ends"]["initial_time"], shown["capacity"]["initial_value"]) == ("20:00", "2")
    assert "initial_date" not in shown["last_day"]
    assert "channel" not in shown


@pytest.mark.parametrize("choice", ["yes", "maybe"])
def test_a_move_is_drawn_and_told_once_to_each_who_had_answered(house: House, choice: str) -> None:
    message = makes(house)
    answers(house.kari, message, choice)
    answers(house.ola, message, "no")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, day="2026-03-20", place="Et annet hus") == {}
    assert forms.SAVED_MOVE.nb in words(house.staff.modal)
    drawn(house, "fredag 20. mars kl. 18.00–20.00")
    eventually(house.kari.told)
    (moved,) = house.kari.told()
    assert moved["text"].splitlines() == [
        change_words.MOVED("nb", title=TITLE),
        "Når: fredag 20. mars kl. 18.00–20.00",
        "Sted: Et annet hus",
        change_words.STILL[choice].nb,
    ]
    assert actions(moved) == BUTTONS
    assert house.ola.told() == []
    answers(house.kari, moved, "no", house.kari.im)
    drawn(house, "Kan ikke: 2")


def test_calling_off_is_asked_about_drawn_and_told_with_a_file_that_takes_it_out(house: House) -> None:
    answers(house.kari, makes(house), "yes")
    listed = house.ola.types(LIST)
    presses(house.staff, house.staff.types(LIST), "event.call_off")
    sure = f"{forms.SURE('nb', title=TITLE)}\nDisse får beskjed: kommer (1)."
    assert sure in words(house.staff.modal)
    assert fills(house.staff) == {}
    drawn(house, f"AVLYST: {TITLE}")
    assert actions(wall(house)) == []
    eventually(house.kari.told)
    (told_off,) = house.kari.told()
    assert change_words.WAS_CANCELLED("nb", title=TITLE, when="torsdag 19. mars kl. 18.00") in told_off["text"]
    presses(house.kari, told_off, "event.calendar", house.kari.im)
    assert house.kari.types(LIST)["text"] == said.NOTHING.nb
    answers(house.ola, listed, "yes")
    assert told(house.ola) == rows.CANCELLED.nb


def test_my_data_has_my_answers_and_deleting_me_frees_the_seat(house: House) -> None:
    message = makes(house, capacity="1")
    answers(house.kari, message, "yes")
    drawn(house, "Fullt")
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    drawn(house, "Kommer: 0 av 1 · Kanskje")
    assert house.all(EventAnswer) == []


def test_the_channel_is_reminded_once_and_the_post_follows_a_move(house: House, clock: Clock) -> None:
    makes(house)
    eventually(lambda: [row for row in house.all(DueWork) if row.kind == "event.tell"])
    clock.move(days=7)
    eventually(lambda: len(house.said(NETWORK)) == 2)
    assert house.said(NETWORK)[1]["text"].splitlines()[0] == said.CHANNEL_REMINDER("nb", title=TITLE, away="om 2 dager")
    presses(house.staff, house.staff.types(LIST), "event.edit")
    assert fills(house.staff, day="2026-03-26") == {}
    eventually(lambda: all("torsdag 26. mars" in one["text"] for one in house.said(NETWORK)))
    assert len(house.said(NETWORK)) == 2


def test_a_reminder_comes_as_a_direct_message_with_a_way_out(house: House, clock: Clock) -> None:
    answers(house.kari, makes(house), "yes")
    eventually(lambda: len([row for row in house.all(DueWork) if row.kind == "event.tell"]) == 3)
    clock.move(days=7)
    eventually(house.kari.told)
    (reminder,) = house.kari.told()
    assert actions(reminder) == ["event.answer", "event.answer", "event.again", "event.calendar", "push.mute"]
    house.kari.presses(reminder, "push.mute")
    house.rest()
    clock.move(days=2)
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.tell"])
    house.rest()
    assert [one for one in house.kari.told() if one["text"].startswith("Påminnelse")] == [reminder]


def test_a_long_list_is_turned_page_by_page(house: House, clock: Clock) -> None:
    with house.bot.parts.database.write() as session:
        for number in range(1, 10):
            begins = clock() + timedelta(days=number)
            details = organizing.Details({"nb": f"Møte {number}"}, {}, begins, begins + timedelta(hours=1), "Her", None)
            organizing.create(session, STAFF_MEMBER, NETWORK, details, clock())
    first = house.staff.types("/naering arrangement")
    assert ("*Møte 7*" in first["text"], "*Møte 8*" in first["text"]) == (True, False)
    assert first["text"].endswith("Viser 1–7 av 9.")
    assert faults("message", first["blocks"]) == []
    presses(house.staff, first, "event.list:more")
    second = house.staff.private(NETWORK)[-1]
    assert ("*Møte 7*" in second["text"], "*Møte 9*" in second["text"]) == (False, True)
    assert len(house.staff.private(NETWORK)) == 1
    presses(house.staff, second, "event.list:back")
    assert house.staff.private(NETWORK)[-1]["text"] == first["text"]
