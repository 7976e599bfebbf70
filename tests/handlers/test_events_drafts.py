"""From the short form to the preview, to more, to the wall; and drafts that wait."""

from bot.domain.events.more import HAS_STANDS
from bot.domain.events.rows import Event
from bot.workspace.block_kit import faults
from bot.workspace.elements import inside
from handlers.events import more_words as words
from handlers.events import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers.gatherings import FORM, TITLE, answers, drawn, makes, opens_form, presses, told, wall
from tests.handlers.polling import bare, fills
from tests.handlers.test_events_stands import belongs
from tests.house import House, actions
from tests.house import words as read
from tests.slacks import NETWORK
from tests.waiting import eventually

LIST = "/naering arrangement"
DEADLINE = 1773658800  # Monday 16 March 2026 at 12:00 in Oslo
MORE = {
    "host": "Lørenskog Næringsråd",
    "contact": "Næringsavdelingen",
    "invited": "Alle bedrifter på Visperud",
    "programme_nb": "18.00 Åpning\n18.15 Innlegg",
    "area": "area.visperud",
    "deadline": DEADLINE,
}


def drafts(house: House, **fields: object) -> None:
    opens_form(house.staff)
    assert fills(house.staff, **FORM | fields) == {}


def test_a_draft_is_seen_as_it_will_be_told_more_of_and_posted(house: House, clock: Clock) -> None:
    drafts(house)
    shown = read(house.staff.modal)
    assert words.AS_SEEN.nb.format(channel=f"<#{NETWORK}>") in shown
    assert "Mangler tekst på nynorsk og engelsk." in shown
    assert (house.said(NETWORK), house.kari.types(LIST)["text"]) == ([], said.NOTHING.nb)
    house.staff.presses_in(house.staff.modal, "event.more")
    assert faults("modal", bare(house.staff.modal)) == []
    assert fills(house.staff, **MORE) == {}
    assert faults("modal", bare(house.staff.modal)) == []
    assert "18.15 Innlegg" in read(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.edit")
    assert fills(house.staff, title_nb=f"{TITLE} 2026") == {}
    assert fills(house.staff) == {}
    eventually(lambda: house.said(NETWORK))
    assert wall(house)["text"].splitlines() == [
        f"{TITLE} 2026",
        "Når: torsdag 19. mars kl. 18.00–20.00",
        "Sted: Eksempelhuset",
        "Vertskap: Lørenskog Næringsråd",
        "Område: Visperud",
        "Kontakt: Næringsavdelingen",
        "Hvem er invitert: Alle bedrifter på Visperud",
        "Program kommer.",
        "18.00 Åpning",
        "18.15 Innlegg",
        "Kommer: 0 av 2 · Kanskje: 0 · Kan ikke: 0 · Påmelding innen mandag 16. mars kl. 12.00",
    ]
    clock.move(days=6, hours=3)
    drawn(house, words.SIGN_UP_CLOSED.nb)
    answers(house.kari, wall(house), "yes")
    assert told(house.kari).startswith("Påmeldingsfristen er ute")
    answers(house.kari, wall(house), "maybe")
    assert told(house.kari).endswith("Du har ingen plass, og påmeldingsfristen er ute.")
    assert words.SIGN_UP_CLOSED.nb in house.kari.types(LIST)["text"]


def test_a_draft_waits_in_the_list_of_organizers_and_can_be_thrown_away(house: House) -> None:
    drafts(house)
    assert "event.drafts" not in actions(house.kari.types(LIST))
    listed = house.staff.types(LIST)
    presses(house.staff, listed, "event.drafts")
    assert faults("modal", bare(house.staff.modal)) == []
    house.staff.presses_in(house.staff.modal, "event.preview")
    house.staff.presses_in(house.staff.modal, "event.discard")
    assert words.DISCARDED.nb in read(house.staff.modal)
    assert house.all(Event) == []


def test_a_kind_brings_what_is_usual(house: House) -> None:
    makes(house, kind="seminar")
    (event,) = house.all(Event)
    assert (event.kind, event.reminders) == ("seminar", ["week", "before", "morning", "channel"])
    assert "Påmelding innen mandag 16. mars kl. 12.00" in wall(house)["text"]


def test_posting_twice_posts_once(house: House) -> None:
    drafts(house)
    first = house.staff.modal
    assert fills(house.staff) == {}
    assert house.workspace.submit(house.staff.id, first["id"], {}) == {}
    eventually(lambda: house.said(NETWORK))
    house.rest()
    assert len(house.said(NETWORK)) == 1


def test_another_kind_changes_nothing_until_what_is_usual_for_it_is_asked_for(house: House) -> None:
    drafts(house, kind="breakfast")
    assert "event.usual" not in actions(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.more")
    assert fills(house.staff, kind="seminar") == {}
    (event,) = house.all(Event)
    assert (event.kind, event.plus_one, event.reminders) == ("seminar", True, ["before", "morning", "channel"])
    assert faults("modal", bare(house.staff.modal)) == []
    assert words.NOT_USUAL.nb.format(kind="seminar") in read(house.staff.modal)
    house.staff.presses_in(house.staff.modal, "event.usual")
    assert "event.usual" not in actions(house.staff.modal)
    (event,) = house.all(Event)
    assert (event.plus_one, event.reminders) == (False, ["week", "before", "morning", "channel"])
    assert "Påmelding innen mandag 16. mars kl. 12.00" in read(house.staff.modal)


def test_an_expo_that_companies_have_asked_for_stands_at_stays_one(house: House) -> None:
    message = makes(house, kind="expo")
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, kind="course") == {}
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, kind="expo") == {}
    belongs(house.bot.parts.database, house.kari.id, "Eksempel AS")
    eventually(lambda: not [row for row in house.all(DueWork) if row.kind == "event.redraw"])
    house.rest()
    presses(house.kari, message, "event.stands")
    assert fills(house.kari, needs="Strøm") == {}
    presses(house.staff, house.staff.types(LIST), "event.more")
    assert fills(house.staff, kind="course")["errors"] == {"kind": HAS_STANDS.nb}


def test_a_draft_is_shown_in_each_language(house: House) -> None:
    drafts(house, title_en="SNR business seminar")
    for lang, title, when in (
        ("en", "SNR business seminar", "Thursday 19 March"),
        ("nn", TITLE, "Stad: Eksempelhuset"),
    ):
        pressed = [
            pair for pair in inside(house.staff.modal["blocks"]) if pair[1]["action_id"] == f"event.preview:{lang}"
        ]
        house.staff._click(*pressed[0], view_id=house.staff.modal["id"])
        assert faults("modal", bare(house.staff.modal)) == []
        assert title in read(house.staff.modal)
        assert when in read(house.staff.modal)
    assert words.AS_READ.nb.format(language="nynorsk", channel=f"<#{NETWORK}>") in read(house.staff.modal)
    assert fills(house.staff) == {}
    eventually(lambda: house.said(NETWORK))
    assert wall(house)["text"].startswith(TITLE)
