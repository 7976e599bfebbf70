"""Nothing is forgotten: languages, placeholders, listeners, limits."""

import importlib
import json
import pkgutil
import re
from collections.abc import Iterator
from string import Formatter
from types import ModuleType
from typing import Any

import pytest

import bot.domain
import bot.slack
import handlers
from bot.commands.check import MANIFEST
from bot.core.blocks import Message
from bot.core.texts import LANGUAGES, Counted, Lang, Text
from bot.domain.inquiries import Inquiry
from bot.workspace import block_kit
from handlers.ask.render import headed, render, with_buttons
from handlers.inquiries import views
from knowledge.answers import Answer
from knowledge.ask import answer
from knowledge.library import GENERAL, Library, load
from tests.clock import Clock
from tests.house import House


def modules() -> list[ModuleType]:
    packages = [handlers, bot.slack, bot.domain]
    return [
        importlib.import_module(found.name)
        for package in packages
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]


def texts(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, Counted):
        yield from (value.one, value.more)
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in texts(item))
    elif isinstance(value, list | tuple):
        yield from (text for item in value for text in texts(item))


def counted(value: object) -> Iterator[Text]:
    """What agrees with a number."""
    if isinstance(value, Counted):
        yield from (value.one, value.more)
    elif isinstance(value, dict):
        yield from (text for item in value.values() for text in counted(item))


ALL = sorted({text for module in modules() for value in vars(module).values() for text in texts(value)}, key=str)


def placeholders(words: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def test_every_text_is_complete_and_fills_in_the_same_everywhere() -> None:
    assert len(ALL) > 50
    for text in ALL:
        written = [text[lang].strip() for lang in LANGUAGES]
        assert all(written) or not any(written), text
        assert placeholders(text.nb) == placeholders(text.nn) == placeholders(text.en), text


AGREES = {text for module in modules() for value in vars(module).values() for text in counted(value)}


def test_whatever_changes_with_a_number_has_a_wording_for_one() -> None:
    """«1 oppføringer» cannot be said: a word that stands in the plural after a number belongs into a `Counted`."""
    several = re.compile(r"\{count\} (?!har\b)(\w+(?:er|ar|s)|people|members|have|get)\b")
    assert [text for text in set(ALL) - AGREES for lang in LANGUAGES if several.search(text[lang])] == []
    assert len(AGREES) > 10


def test_no_text_mentions_everybody() -> None:
    assert [text for text in ALL for lang in LANGUAGES if "<!" in text[lang]] == []


# --- the table of handlers ---


def test_every_event_of_the_manifest_has_a_listener(house: House) -> None:
    wanted = json.loads(MANIFEST.read_text())["settings"]["event_subscriptions"]["bot_events"]
    assert {name.partition(".")[0] for name in wanted} <= house.bot.listen.names("event")


def test_every_shortcut_of_the_manifest_has_a_listener(house: House) -> None:
    wanted = json.loads(MANIFEST.read_text())["features"]["shortcuts"]
    assert {shortcut["callback_id"] for shortcut in wanted} <= house.bot.listen.names("shortcut")


def test_every_command_word_is_one_word_in_small_letters(house: House) -> None:
    """That no word is taken twice, the table itself refuses."""
    for word in house.bot.listen.names("command"):
        assert word == word.lower()
        assert " " not in word


# --- limits ---


@pytest.fixture(scope="module")
def library() -> Library:
    return load()


def faults(message: Message) -> list[str]:
    assert message.text.strip()
    return block_kit.faults("message", message.blocks)


def test_the_ways_in_that_answers_name_are_there(house: House, library: Library) -> None:
    """A command in an entry's text is one of the bot's."""
    told = "\n".join(entry.text[lang] for entry in library.entries.values() for lang in LANGUAGES)
    named = set(re.findall(r"`/naering ([^`]+)`", told))
    assert {"lokaler", "lokale", "premises", "besøk", "visits"} <= named
    assert [word for word in named if house.bot.listen.find("command", word) == house.bot.listen.otherwise] == []


def answers(library: Library, lang: Lang) -> Iterator[Answer]:
    """What a third of the entries' own questions get, and the other outcomes."""
    entries = list(library.entries.values())
    for entry in entries[::3]:
        yield answer(entry.question[lang], None, Clock()(), library)
    for reason in ("nothing", "unsure", "outside"):
        yield Answer("refused", lang, reason=reason, entries=tuple(entries[:1]), contacts=(library.entries[GENERAL],))
    yield Answer("refused", lang, reason="nothing")
    yield Answer("choose", lang, entries=tuple(entries[:3]))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_answer_keeps_slacks_limits(library: Library, lang: Lang) -> None:
    for given in answers(library, lang):
        shown = with_buttons(render(given, lang), given, lang, "a" * 16, staffed=True, shareable=True)
        assert faults(shown) == []
        assert faults(headed("<@U0KARI> spurte: " + "&amp;" * 500, shown)) == []


LONGEST: dict[str, Any] = {"asker": "U0KARI", "question_id": "1", "sent_at": Clock()()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("channel", [None, "C0NETTVERK", "D0KARI"])
@pytest.mark.parametrize("letter", ["å", "&"])
def test_every_view_of_a_question_to_a_person_keeps_slacks_limits(lang: Lang, channel: str | None, letter: str) -> None:
    given: dict[str, Any] = {"channel": channel, "thread": None, "words": letter * 1000, "lang": lang}
    inquiry = Inquiry(**LONGEST, **given, draft=letter * 2500)
    done = Inquiry(**LONGEST, **given, reply=letter * 2500, replied_by="U0STAB")
    modals = [
        views.form(lang, inquiry.id, inquiry.words, channel),
        views.receipt(lang, channel),
        views.reply_form(lang, inquiry),
        views.preview(lang, inquiry),
    ]
    assert [fault for view in modals for fault in block_kit.faults("modal", view)] == []
    messages = [views.for_staff(lang, inquiry), views.answered(lang, done), views.reply_message(inquiry, letter * 2500)]
    assert [fault for each in messages for fault in block_kit.faults("message", each.blocks)] == []
    assert all(each.text.strip() for each in messages)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_person_sees_first_keeps_slacks_limits(house: House, lang: Lang) -> None:
    """The workspace refuses what Slack would; here that all of it came through."""
    house.night()
    for person in (house.kari, house.staff):
        person.presses_in(person.home(), "home.language", selected_option=lang)
        person.home()
        house.workspace.open_home(person.id, "messages")
        for word in ("", "hjelp", "personvern"):
            assert person.types(f"/naering {word}")["text"].strip()
        person.presses_in(person.home(), "privacy.show")
        house.workspace.close_view(person.id, person.modal["id"])
        person.presses_in(person.home(), "members.edit")
        house.workspace.close_view(person.id, person.modal["id"])
    house.rest()
    assert house.outgoing("failed") == []
    assert [exchange for exchange in house.workspace.log() if exchange.error] == []
