"""From the chosen entries to the answer: stored sentences, what has passed first, a contact only where it helps."""

import re
from collections.abc import Sequence
from datetime import date

from bot.core.moments import dated
from bot.core.texts import LANGUAGES, Text
from knowledge.answers import Sentence
from knowledge.entry import Entry
from knowledge.leads import Find
from knowledge.understand import Understood

RELATED = 3
REPLACED = ("scheme", "event", "procedure")

DEADLINE_PASSED = Text(
    nb="Fristen gikk ut {day}.",
    nn="Fristen gjekk ut {day}.",
    en="The deadline passed on {day}.",
)
NO_LONGER_VALID = Text(
    nb="Dette gjaldt til {day} og gjelder ikke lenger.",
    nn="Dette galdt til {day} og gjeld ikkje lenger.",
    en="This applied until {day} and no longer does.",
)
NOT_YET_VALID = Text(
    nb="Dette gjelder fra {day}.",
    nn="Dette gjeld frå {day}.",
    en="This applies from {day}.",
)
PARTLY = Text(
    nb="Jeg kan svare på én del av spørsmålet.",
    nn="Eg kan svare på éin del av spørsmålet.",
    en="I can answer one part of your question.",
)
HOLDS_NOW = Text(
    nb="Det som gjelder nå: «{title}».",
    nn="Det som gjeld no: «{title}».",
    en="What applies now: “{title}”.",
)
# A sentence ends before a capital; not after a number («8. etasje»), an initial or a known abbreviation.
_END = re.compile(
    r"(?<=[.!?])(?<!\b\d\.)(?<!\b\d\d\.)(?<!\b[A-ZÆØÅ]\.)(?<!\bCo\.)(?<!\bjf\.)(?<!\bkap\.)\s+(?=[A-ZÆØÅ«\"])"
)


def sentences(entries: Sequence[Entry], today: date, find: Find, *, partly: bool = False) -> tuple[Sentence, ...]:
    """All of a single entry, the first sentence of each where there are several; notices before all else."""
    notices = [notice for entry in entries for notice in _notices(entry, today, find)]
    if partly:
        notices.append(Sentence(PARTLY, entries[0].id))
    if len(entries) == 1:
        return (*notices, Sentence(entries[0].text, entries[0].id))
    return (*notices, *(Sentence(first_sentence(entry.text), entry.id) for entry in entries))


def first_sentence(text: Text) -> Text:
    return Text(nb=_END.split(text.nb)[0], nn=_END.split(text.nn)[0], en=_END.split(text.en)[0])


def over(entry: Entry, today: date) -> bool:
    """It holds no longer, or it is too late to apply."""
    return any(last is not None and last < today for last in (entry.valid.until, entry.deadline))


def _notices(entry: Entry, today: date, find: Find) -> list[Sentence]:
    found = []
    if entry.valid.until and entry.valid.until < today:
        found.append((NO_LONGER_VALID, entry.valid.until))
    elif entry.deadline and entry.deadline < today:
        found.append((DEADLINE_PASSED, entry.deadline))
    if entry.valid.since and today < entry.valid.since:
        found.append((NOT_YET_VALID, entry.valid.since))
    notices = [Sentence(dated(words, when), entry.id) for words, when in found]
    now = _instead(entry, today, find) if over(entry, today) else None
    return [*notices, Sentence(_titled(HOLDS_NOW, now), now.id)] if now else notices


def _instead(entry: Entry, today: date, find: Find) -> Entry | None:
    """What holds today of that which the entry links to, of its own kind; a plan does not take another's place."""
    linked = (find(link) for link in entry.links if entry.kind in REPLACED)
    return next((each for each in linked if each and each.kind == entry.kind and not over(each, today)), None)


def _titled(words: Text, entry: Entry) -> Text:
    nb, nn, en = (words[lang].format(title=entry.title[lang]) for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en)


def contact(understood: Understood, entries: Sequence[Entry], find: Find) -> Entry | None:
    """At most one, and only where it helps: whom and how to ask, or how to go about something."""
    best = entries[0]
    if best.kind == "contact":
        return best
    asks_whom = bool(understood.wants & {"handler", "reach", "who"})
    asks_how = best.kind == "procedure" or (best.kind == "scheme" and "how" in understood.wants)
    return find(best.handled_by) if best.handled_by and (asks_whom or asks_how) else None


def contact_of_refusal(nearest: Sequence[Entry], find: Find) -> Entry | None:
    """Who can answer what we cannot: the one that helps with the nearest that we have."""
    helpers = (each if each.kind == "contact" else find(each.handled_by or "") for each in nearest)
    return next((each for each in helpers if each), None)


def related(entries: Sequence[Entry], today: date, find: Find, meant: Sequence[Entry] = ()) -> tuple[Entry, ...]:
    """Further questions: what may be `meant` as well, then what the entries link to; what is over comes last."""
    shown = {entry.id for entry in entries}
    linked = [found for entry in entries for link in entry.links if (found := find(link))]
    others = {entry.id: entry for entry in (*meant, *linked) if entry.id not in shown}
    return tuple(sorted(others.values(), key=lambda entry: over(entry, today)))[:RELATED]
