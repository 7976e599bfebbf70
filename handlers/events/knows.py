"""«Når er neste SNR-seminar?» is answered from the calendar, where an event that is coming fits the question."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.blocks import cut
from bot.core.db import Database
from bot.core.moments import Local
from bot.core.texts import Lang, Text
from bot.domain.events.rows import Event, coming
from bot.slack.citations import CALENDAR as ROWS
from knowledge.answers import Answer, Sentence
from knowledge.ask import AnswerSource
from knowledge.entry import BUTTON, Entry, Source, Verified
from knowledge.understand import Understood
from knowledge.words import empty, stem, words

MOST = 3  # events in one answer
FITS = 0.6  # part of the question's words that the event must hold
PART = 4  # letters of a word that may stand for the compound that ends with it: «seminar», «næringsseminar»
OTHER_WISHES = {"handler", "person", "reach", "price", "count", "support"}
EVENTS = {"arrangement", "arrangementer", "arrangementa", "arrangementet", "event", "events", "kalender", "calendar"}
ABOUT_TIME = set(
    "når naar when neste next dato datoen date dates day dag kommende komande coming upcoming snart soon skjer"
    " happening holdes haldast held hold halden holdt begynner byrjar starter startar start starts begin begins er"
    " blir is fremover framover planned planlagt påmelding".split()
)

WHEN_IS = Text(nb="Når er {title}?", nn="Når er {title}?", en="When is {title}?")
IS_ON = Text(
    nb="«{title}» er {when}. Sted: {place}.",
    nn="«{title}» er {when}. Stad: {place}.",
    en="“{title}” is on {when}. Where: {place}.",
)
CALENDAR, SECTION = "Kalenderen til nettverket", "Arrangement"


def source(database: Database, zone: ZoneInfo) -> AnswerSource:
    def known(understood: Understood, now: datetime) -> Answer | None:
        if not _asks_for_events(understood):
            return None
        with database.read() as session:
            ahead = coming(session, now)
        found = matching(understood, ahead, zone)
        return _answer(understood.lang, found[:MOST], Local(now, zone)) if found else None

    return known


def matching(understood: Understood, events: Sequence[Event], zone: ZoneInfo) -> list[Event]:
    """Those that fit the question, the next first; all of them where it only asks what is coming."""
    telling = [word for word in words(understood.question) if not (empty(word) or word in EVENTS | ABOUT_TIME)]
    telling = [word for word in telling if not word.isdigit()]
    in_year = [event for event in events if _in_years(event, understood.years, zone)]
    return [event for event in in_year if _fits(event, telling)] if telling else in_year


def _asks_for_events(understood: Understood) -> bool:
    asked = set(words(understood.question))
    return not understood.wants & OTHER_WISHES and ("when" in understood.wants or bool(asked & EVENTS))


def _fits(event: Event, telling: Sequence[str]) -> bool:
    """At least one word is of the title, and most of them are of the title, the text or the place."""
    title = _stems(event.title.values())
    said = title | _stems([*event.text.values(), event.place])
    in_title = [word for word in telling if _among(word, title)]
    held = [word for word in telling if _among(word, said)]
    return bool(in_title) and len(held) >= FITS * len(telling)


def _among(word: str, stems: set[str]) -> bool:
    return any(each == own or _part(each, own) or _part(own, each) for own in _stems([word]) for each in stems)


def _part(whole: str, part: str) -> bool:
    return len(part) >= PART and whole.endswith(part)


def _stems(texts: Iterable[str]) -> set[str]:
    return {stem(word, lang) for text in texts for word in words(text) if not empty(word) for lang in ("nb", "en")}


def _in_years(event: Event, years: frozenset[int], zone: ZoneInfo) -> bool:
    return not years or event.starts_at.astimezone(zone).year in years


def _answer(lang: Lang | None, events: Sequence[Event], local: Local) -> Answer:
    entries = tuple(_entry(event, local) for event in events)
    sentences = tuple(Sentence(entry.text, entry.id) for entry in entries)
    why: dict[str, object] = {"calendar": [entry.id for entry in entries]}
    return Answer("answered", lang, sentences=sentences, entries=entries, confidence=1.0, why=why)


def _entry(event: Event, local: Local) -> Entry:
    """The row as an entry, with the network's own calendar as its source."""
    changed = event.changed_at.astimezone(local.zone).date()
    return Entry(
        id=f"{ROWS}{event.id}",
        kind="event",
        title=_each(event.name),
        text=_each(lambda lang: _when_and_where(event, lang, local)),
        question=_each(lambda lang: cut(WHEN_IS[lang].format(title=event.name(lang)), BUTTON)),
        source=(Source(document=CALENDAR, section=SECTION, position=event.id, as_of=f"{changed:%Y-%m-%d}"),),
        verified=Verified(on=changed, by="organizer"),
    )


def _when_and_where(event: Event, lang: Lang, local: Local) -> str:
    when = local.span(event.starts_at, event.ends_at, lang)
    return IS_ON[lang].format(title=event.name(lang), when=when, place=event.place)


def _each(words_in: Callable[[Lang], str]) -> Text:
    return Text(nb=words_in("nb"), nn=words_in("nn"), en=words_in("en"))
