"""«Ledig kontor på Visperud?» is answered from the list, also that nothing is listed; other questions are not."""

import re
from collections.abc import Callable, Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.core.blocks import cut
from bot.core.db import Database
from bot.core.moments import Local
from bot.core.texts import Lang, Text
from bot.domain.companies.rows import areas
from bot.domain.premises.rows import Premises, touched
from bot.domain.premises.searching import Search, found
from bot.slack.citations import PREMISES as ROWS
from handlers.premises import asking_words, views
from handlers.premises.asked import Asked, asked
from handlers.premises.views import Reader
from knowledge.answers import Answer, Sentence
from knowledge.ask import AnswerSource
from knowledge.entry import BUTTON, Entry, Source, Verified
from knowledge.library import Library
from knowledge.understand import Understood

MOST = 3  # premises in one answer
LISTING, SECTION = "Oversikten over ledige lokaler", "Ledige lokaler"


def source(library: Callable[[], Library]) -> Callable[[Database, ZoneInfo], AnswerSource]:
    """`library`: for the names of areas, and what else is known of the one asked about."""

    def of(database: Database, zone: ZoneInfo) -> AnswerSource:
        def known(understood: Understood, now: datetime) -> Answer | None:
            wish = asked(understood)
            if wish is None:
                return None
            with database.read() as session:
                listed = found(session, Search(kind=wish.kind, size=wish.size), now)
                changed = touched(session)
            fitting = [premises for premises in listed if _is_there(premises, wish)]
            if wish.elsewhere and not fitting:  # a place that is none of the areas, and no address tells of it
                return None
            return _answer(wish, fitting, changed, library(), Local(now, zone))

        return known

    return of


def _is_there(premises: Premises, wish: Asked) -> bool:
    if wish.areas and premises.area not in wish.areas:
        return False
    told = f"{premises.address} {premises.name('nb')}".lower()
    return all(re.search(rf"\b{re.escape(place)}", told) for place in wish.elsewhere)


def _answer(
    wish: Asked, listed: Sequence[Premises], changed: datetime | None, library: Library, local: Local
) -> Answer:
    """Surer than what the knowledge base tells, save where the list is not in use."""
    readers = {lang: Reader(lang, local, areas(library.entries)) for lang in asking_words.TONGUES}
    nearest = sorted(listed, key=lambda one: abs(one.least - wish.size) if wish.size else 0)
    entries = tuple(_entry(premises, readers) for premises in nearest[:MOST]) or (_none(wish, changed, readers),)
    sentences = [Sentence(entry.text, entry.id) for entry in entries]
    if listed:
        more = len(listed) - MOST
        told = _each(lambda lang: asking_words.further(lang, more))
        sentences.append(Sentence(told, entries[0].id))
    return Answer(
        "answered",
        wish.lang,
        sentences=tuple(sentences),
        entries=entries,
        related=tuple(entry for name in sorted(wish.areas) if (entry := library.find(name))),
        confidence=1.0 if changed else 0.0,
        why={"premises": [entry.id for entry in entries]},
    )


def _entry(premises: Premises, readers: dict[Lang, Reader]) -> Entry:
    """The row as an entry; it was checked when somebody last said that it is vacant."""

    def told(lang: Lang) -> str:
        return asking_words.ONE[lang].format(title=premises.name(lang), facts=views.told(premises, readers[lang]))

    day = premises.changed_at.astimezone(readers["nb"].local.zone).date()
    return _made(premises.id, _each(premises.name), _each(told), day)


def _none(wish: Asked, changed: datetime | None, readers: dict[Lang, Reader]) -> Entry:
    def told(lang: Lang) -> str:
        reader = readers[lang]
        names = [reader.area(name) for name in sorted(wish.areas)]
        size = views.number(wish.size, lang) if wish.size else ""
        last = reader.day(changed) if changed else ""
        return asking_words.none(lang, wish.kind, size, [name for name in names if name], last)

    local = readers["nb"].local
    day = changed.astimezone(local.zone).date() if changed else local.today
    return _made("list", asking_words.TITLE, _each(told), day)


def _made(name: str, title: Text, text: Text, day: date) -> Entry:
    return Entry(
        id=f"{ROWS}{name}",
        kind="finding",
        title=title,
        text=text,
        question=_each(lambda lang: cut(title[lang], BUTTON)),
        source=(Source(document=LISTING, section=SECTION, position=name, as_of=f"{day:%Y-%m-%d}"),),
        verified=Verified(on=day, by="owner"),
    )


def _each(words_in: Callable[[Lang], str]) -> Text:
    return Text(nb=words_in("nb"), nn=words_in("nn"), en=words_in("en"))
