"""What is said about an event: each time once, and moved only where it begins at another time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.moments import Local
from bot.core.texts import LANGUAGES, Lang
from bot.domain.events.rows import Event, EventAnswer
from handlers.events import change_words, letters, words
from tests.house import actions

BEGINS = datetime(2026, 3, 19, 17, tzinfo=UTC)
NOW = BEGINS - timedelta(days=2)
LOCAL = Local(NOW, ZoneInfo("Europe/Oslo"))
FACTS: dict[Lang, list[str]] = {
    "nb": ["Når: torsdag 19. mars kl. 18.00–20.00", "Sted: Eksempelhuset"],
    "nn": ["Når: torsdag 19. mars kl. 18.00–20.00", "Stad: Eksempelhuset"],
    "en": ["When: Thursday 19 March, 18:00–20:00", "Where: Eksempelhuset"],
}


def event(moved_from: datetime | None = None) -> Event:
    return Event(
        by="U0STAB",
        title={"nb": "Møte"},
        text={},
        starts_at=BEGINS,
        ends_at=BEGINS + timedelta(hours=2),
        place="Eksempelhuset",
        capacity=None,
        channel="C0NETTVERK",
        created_at=NOW,
        changed_at=NOW,
        moved_from=moved_from,
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_reminder_says_the_time_once(lang: Lang) -> None:
    away = LOCAL.away(BEGINS, lang)
    comes = EventAnswer(event="e", person="U0KARI", choice="yes", at=NOW, heard=0)
    shown = [letters.reminder(lang, event(), comes, LOCAL, again=True), letters.channel_reminder(lang, event(), LOCAL)]
    assert [one.text.splitlines() for one in shown] == [
        [words.REMINDER["yes"](lang, title="Møte", away=away), *FACTS[lang]],
        [words.CHANNEL_REMINDER(lang, title="Møte", away=away), *FACTS[lang]],
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_is_told_how_they_stood_when_it_is_called_off(lang: Lang) -> None:
    off = change_words.WAS_CANCELLED(lang, title="Møte", when=LOCAL.moment(BEGINS, lang))
    said = {
        standing: letters.called_off(lang, event(), standing, LOCAL).text.splitlines()[0]
        for standing in ("yes", "maybe", *change_words.STOOD)
    }
    stood = {standing: f"{off} {words[lang]}" for standing, words in change_words.STOOD.items()}
    assert said == {"yes": off, "maybe": off} | stood


@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_is_offered_a_seat_is_told_of_a_move_that_it_is_still_held(lang: Lang) -> None:
    until = NOW + timedelta(hours=3)
    said = letters.moved(lang, event(), "waiting", LOCAL, until).text.splitlines()[-1]
    assert said == change_words.STILL_HELD(lang, until=LOCAL.moment(until, lang))


@pytest.mark.parametrize("standing", [one for one in change_words.STILL if one in change_words.STOOD])
def test_who_has_not_answered_is_told_of_a_move_how_they_stand(standing: str) -> None:
    told = letters.news("nb", event(), standing, LOCAL)
    assert told.text.splitlines()[1:] == [*FACTS["nb"], change_words.STILL[standing].nb]
    assert (actions(vars(told))[-1:] == ["push.mute"]) is (standing == "invited")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_new_beginning_is_a_move_and_another_place_or_end_a_change(lang: Lang) -> None:
    moved = letters.moved(lang, event(BEGINS - timedelta(days=7)), "yes", LOCAL)
    changed = letters.moved(lang, event(BEGINS), "yes", LOCAL)
    below = [*FACTS[lang], change_words.STILL["yes"][lang]]
    assert moved.text.splitlines() == [change_words.MOVED(lang, title="Møte"), *below]
    assert changed.text.splitlines() == [change_words.CHANGED(lang, title="Møte"), *below]
