"""What lacks an answer is shown to the staff, answered with one press, and who asked is told once."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain.audit import AuditRow
from bot.domain.entries.versions import EntryVersion
from bot.domain.questions import Question, gaps
from bot.domain.questions.gaps import Gap
from bot.workspace import block_kit
from handlers.gaps import next_monday, views
from handlers.gaps import words as said
from knowledge.library import load
from scheduler.due import DueWork
from scheduler.quiet import Quiet
from tests.clock import Clock
from tests.handlers.choosing import fills
from tests.handlers.forging import presses
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK, STAFF, STAFF_MEMBER
from tests.waiting import eventually

UNKNOWN = "Hvor mange pingviner bor det i Sydney?"
ENGLISH = "How many penguins live in Sydney?"
ANSWER = {
    "question_nb": "Finnes det pingviner?",
    "question_nn": "Finst det pingvinar?",
    "question_en": "Are there penguins?",
    "answer_nb": "Nei, ikke én.",
    "answer_nn": "Nei, ikkje éin.",
    "answer_en": "No, not one.",
}
OSLO = ZoneInfo("Europe/Oslo")


def listed(house: House) -> dict[str, Any]:
    return house.staff.types("/naering ubesvart", STAFF)


def opens(house: House) -> None:
    assert house.staff.presses(listed(house), "gap.open", STAFF) == {}


# --- what the staff see ---


def test_unanswered_and_disliked_questions_are_listed_without_names(house: House) -> None:
    house.kari.asks(UNKNOWN)
    house.ola.asks("hvor mange PINGVINER bor det i Sydney")
    house.kari.presses(house.kari.asks("Hva er SkatteFUNN?"), "ask.unhelpful")
    fills(house.kari, reason="old", remark="Ring meg på 99 99 99 99 eller kari@eksempel.example")
    shown = listed(house)
    assert "spurt 2 ganger\n• hvor mange PINGVINER bor det i Sydney" in shown["text"]
    assert (
        "SkatteFUNN): spurt én gang, tommel ned: 1\n• Hva er SkatteFUNN?\nutdatert 1\n«Ring meg på … eller …»"
        in shown["text"]
    )
    assert actions(shown) == ["gap.open", "gap.dismiss"] * 2
    for name in ("U0KARI", "U0OLA", "Kari", "Ola"):
        assert name not in str(shown)


def test_nothing_unanswered_is_said(house: House) -> None:
    assert listed(house)["text"] == "Alt er besvart: ingen spørsmål står uten svar."


@pytest.mark.parametrize("word", ["ubesvart", "statistikk"])
def test_it_is_for_the_staff_alone(house: House, word: str) -> None:
    assert house.kari.types(f"/naering {word}")["text"].startswith("Det har du ikke tilgang til.")
    assert word not in house.kari.types("/naering")["text"]
    assert word in house.staff.types("/naering")["text"]
    assert "tilgang" not in house.other_staff.types(f"/naering {word}", STAFF)["text"]


# --- putting aside ---


def test_what_is_nothing_for_us_is_put_aside_also_when_it_is_asked_again(house: House) -> None:
    house.kari.asks(UNKNOWN)
    house.ola.asks(UNKNOWN.upper())
    house.staff.presses(listed(house), "gap.dismiss", STAFF)
    told = house.staff.private(STAFF)[-1]
    assert told["text"] == said.DISMISSED("nb", 2)
    house.ola.asks(UNKNOWN)
    assert listed(house)["text"] == said.NONE.nb
    assert (house.kari.told(), house.ola.told()) == ([], [])
    [row] = house.all(AuditRow)
    assert (row.who, row.what) == (STAFF_MEMBER, "gap dismissed")


def test_putting_aside_is_undone_once(either_house: House) -> None:
    house = either_house
    house.kari.asks(UNKNOWN)
    house.staff.presses(listed(house), "gap.dismiss", STAFF)
    told = house.staff.private(STAFF)[-1]
    assert told["text"] == said.DISMISSED("nb", 1)
    house.staff.presses(told, "gap.restore", STAFF)
    assert house.staff.private(STAFF)[-1]["text"] == said.RESTORED.nb
    assert UNKNOWN in listed(house)["text"]
    house.staff.presses(told, "gap.restore", STAFF)
    assert house.staff.private(STAFF)[-1]["text"] == gaps.BACK.nb
    assert [row.what for row in house.all(AuditRow)] == ["gap dismissed", "gap restored"]


@pytest.mark.parametrize("action", ["dismiss", "restore"])
def test_a_member_who_forges_the_press_is_refused(house: House, action: str) -> None:
    house.kari.asks(UNKNOWN)
    assert presses(house, KARI, f"gap.{action}", "\n").ok
    assert house.kari.private()[-1]["text"].startswith("Det har du ikke tilgang til.")
    assert UNKNOWN in listed(house)["text"]


# --- filling ---


def test_who_asked_is_told_once_in_the_language_of_the_question(house: House) -> None:
    house.kari.asks(UNKNOWN)
    house.kari.mentions(UNKNOWN)
    house.ola.asks(ENGLISH)
    opens(house)
    assert fills(house.staff, **ANSWER) == {}
    told = house.kari.told()
    assert [one["text"] for one in told] == [
        f"Du spurte «{UNKNOWN}», og jeg kunne ikke svare godt nok. Nå har de ansatte svart:\nNei, ikke én."
    ]
    assert [one["text"].splitlines()[-1] for one in house.ola.told()] == ["No, not one."]
    assert listed(house)["text"].startswith("Alt er besvart")


def test_what_was_answered_is_known_from_then_on(house: House) -> None:
    house.kari.asks(UNKNOWN)
    opens(house)
    fills(house.staff, **ANSWER)
    house.bot.library.refresh()
    assert "Nei, ikke én." in house.ola.asks(UNKNOWN)["text"]
    [version] = house.all(EntryVersion)
    assert (version.act, version.who) == ("added", STAFF_MEMBER)


def test_only_what_is_chosen_is_answered(house: House) -> None:
    house.kari.asks("Hvor mange pingviner bor det i Sydney?")
    house.ola.asks("Hvor mange pingviner bor det i Canberra?")
    opens(house)
    [boxes] = [one for one in house.staff.modal["blocks"] if one.get("block_id") == "which"]
    chosen = next(one["value"] for one in boxes["element"]["options"] if "Sydney" in one["text"]["text"])
    fills(house.staff, **ANSWER, which=[chosen])
    assert words(house.staff.modal) == "Lagret. Svaret er sendt til 1 person som spurte."
    assert (len(house.kari.told()), len(house.ola.told())) == (1, 0)
    assert "Canberra" in listed(house)["text"]


@pytest.mark.parametrize("field", [*ANSWER, "which"])
def test_what_is_missing_is_told_at_its_field(house: House, field: str) -> None:
    house.kari.asks(UNKNOWN)
    opens(house)
    empty: str | list[str] = [] if field == "which" else "  "
    shown = fills(house.staff, **ANSWER | {field: empty})
    assert list(shown["errors"]) == [field]
    assert house.all(EntryVersion) == []


def test_what_is_kept_of_the_questions_holds_no_address_or_number(house: House) -> None:
    house.kari.asks("Hvor mange pingviner bor i Sydney? Ring 99 99 99 99 eller skriv til kari@eksempel.example")
    opens(house)
    fills(house.staff, **ANSWER)
    [row] = house.all(EntryVersion)
    assert (row.content or {})["asks"] == ["Hvor mange pingviner bor i Sydney? Ring … eller skriv til …"]


def test_a_gap_that_somebody_else_filled_sends_nothing_again(house: House) -> None:
    house.kari.asks(UNKNOWN)
    shown = listed(house)
    opens(house)
    fills(house.staff, **ANSWER)
    assert house.staff.presses(shown, "gap.open", STAFF) == {}
    assert house.staff.private(STAFF)[-1]["text"].startswith("Disse spørsmålene er allerede besvart")
    assert len(house.kari.told()) == 1


def test_whose_name_is_forgotten_or_deleted_is_not_told(house: House, clock: Clock) -> None:
    house.kari.asks(UNKNOWN)
    clock.move(days=31)
    house.night()
    house.ola.asks(UNKNOWN)
    house.ola.presses(house.ola.types("/naering personvern"), "privacy.delete", NETWORK)
    opens(house)
    fills(house.staff, **ANSWER)
    assert words(house.staff.modal).startswith("Lagret. De som spurte, er ikke kjent lenger")
    assert (house.kari.told(), house.ola.told()) == ([], [])


def test_what_people_wrote_stays_words(house: House) -> None:
    bait = "Hvor mange <!channel> & *pingviner* bor i Sydney?"
    house.kari.asks(bait)
    assert "&lt;!channel&gt; &amp; *pingviner*" in listed(house)["text"]
    opens(house)
    fills(house.staff, **ANSWER | {"answer_nb": "<!channel> & null"})
    [told] = house.kari.told()
    assert "&lt;!channel&gt; &amp; *pingviner*" in told["text"]
    assert told["text"].endswith("&lt;!channel&gt; &amp; null")
    assert "<!" not in told["text"]


# --- each week ---


def test_each_monday_the_staff_channel_is_told_what_is_new(house: House, clock: Clock) -> None:
    house.night()
    house.kari.asks(UNKNOWN)
    clock.move(days=6)  # to Monday at 10:00
    [weekly] = eventually(lambda: house.said(STAFF))
    assert weekly["text"].startswith("*Nye ubesvarte spørsmål den siste uka*")
    assert UNKNOWN in weekly["text"]
    clock.move(days=7)
    eventually(lambda: [row.due_at.day for row in house.all(DueWork) if row.kind == "gaps.weekly"] == [30])
    assert len(house.said(STAFF)) == 1
    house.other_staff.presses(weekly, "gap.open", STAFF)
    fills(house.other_staff, **ANSWER)
    assert len(house.kari.told()) == 1


@pytest.mark.parametrize(
    ("now", "then"),
    [
        (datetime(2026, 3, 10, 10, tzinfo=OSLO), datetime(2026, 3, 16, 9, tzinfo=OSLO)),
        (datetime(2026, 3, 16, 8, 59, tzinfo=OSLO), datetime(2026, 3, 16, 9, tzinfo=OSLO)),
        (datetime(2026, 3, 16, 9, tzinfo=OSLO), datetime(2026, 3, 23, 9, tzinfo=OSLO)),
        (datetime(2026, 3, 27, 9, tzinfo=OSLO), datetime(2026, 3, 30, 9, tzinfo=OSLO)),
        (datetime(2026, 3, 31, 9, tzinfo=OSLO), datetime(2026, 4, 7, 7, tzinfo=OSLO)),
    ],
    ids=["Tuesday", "just before", "just then", "summer time begins", "Easter Monday"],
)
def test_the_list_comes_on_monday_morning(now: datetime, then: datetime) -> None:
    assert next_monday(now, Quiet(OSLO)) == then


# --- limits ---


def gap(letter: str, topic: str | None) -> Gap:
    fields: dict[str, Any] = {"asker": None, "channel": None, "thread": None, "follows": None, "outcome": "refused"}
    fields |= {"entries": ["area.visperud"], "asked_at": Clock()(), "remark": letter * 500, "reason": "old"}
    asked = [Question(**fields, words=f"{number} {letter * 990}", lang=LANGUAGES[number % 3]) for number in range(12)]
    return Gap("area.visperud", topic, tuple(asked))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("letter", ["å", "&"])
def test_every_view_keeps_slacks_limits(lang: Lang, letter: str) -> None:
    some = [gap(letter, None), *[gap(letter, "regulering")] * 11]
    filled = Text(nb=letter * 480, nn=letter * 480, en=letter * 480)
    messages = [
        views.listing(lang, load(), said.TITLE, some),
        views.listing(lang, load(), said.TITLE, []),
        views.answer(some[0].questions[0], filled),
        views.dismissed(lang, 1, "a" * 16),
        views.dismissed(lang, 12, "a" * 16),
    ]
    modals = [views.form(lang, some[1]), views.saved(lang, 0), views.saved(lang, 3)]
    assert [fault for message in messages for fault in block_kit.faults("message", message.blocks)] == []
    assert [fault for view in modals for fault in block_kit.faults("modal", view)] == []
