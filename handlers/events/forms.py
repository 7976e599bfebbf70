"""The modals of those who organize, and their words."""

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.blocks import Block, View, input_of, modal, plain, section, select
from bot.core.texts import LANGUAGE_NAMES, Lang, Text, series
from bot.domain.events.kinds import KINDS
from bot.domain.events.organizing import LONGEST_PLACE, LONGEST_TEXT, LONGEST_TITLE, MOST_SEATS
from bot.domain.events.rows import Event
from bot.domain.events.unanswered import NONE
from bot.slack.words import CANCEL, CHANNEL, CLOSE, FALLS_BACK, PICK, REVIEW, SAVE, TEXT_IN
from handlers.events import more_words

NEW = Text(nb="Nytt arrangement", nn="Nytt arrangement", en="New event")
EDIT_TITLE = Text(nb="Endre arrangement", nn="Endre arrangement", en="Change event")
CANCEL_IT = Text(nb="Avlys", nn="Avlys", en="Call off")
CANCEL_TITLE = Text(nb="Avlys arrangement", nn="Avlys arrangement", en="Call off event")
TITLE = Text(nb="Tittel på {language}", nn="Tittel på {language}", en="Title in {language}")
DAY = Text(nb="Dato", nn="Dato", en="Date")
BEGINS = Text(nb="Begynner klokka", nn="Byrjar klokka", en="Begins at")
ENDS = Text(nb="Slutter klokka", nn="Sluttar klokka", en="Ends at")
LOCAL = Text(nb="Lokal tid ({zone})", nn="Lokal tid ({zone})", en="Local time ({zone})")
LAST_DAY = Text(nb="Siste dag", nn="Siste dag", en="Last day")
LAST_DAY_HINT = Text(
    nb="Bare når det slutter en annen dag enn det begynner.",
    nn="Berre når det sluttar ein annan dag enn det byrjar.",
    en="Only where it ends on another day than it begins.",
)
PLACE = Text(nb="Sted eller lenke", nn="Stad eller lenkje", en="Place or link")
CAPACITY = Text(nb="Antall plasser", nn="Tal på plassar", en="Number of seats")
CAPACITY_HINT = Text(nb="Tomt felt: ingen grense.", nn="Tomt felt: inga grense.", en="Left empty: no limit.")
CHANNEL_HINT = Text(
    nb="En åpen kanal der jeg er med. Alle medlemmer kan se arrangementet.",
    nn="Ein open kanal der eg er med. Alle medlemmer kan sjå arrangementet.",
    en="A public channel that I am in. All members can see the event.",
)
SURE = Text(nb="Vil du avlyse «{title}»?", nn="Vil du avlyse «{title}»?", en="Do you want to call off “{title}”?")
HEAR = Text(nb="Disse får beskjed: {who}.", nn="Desse får melding: {who}.", en="These are told: {who}.")
NOBODY_HEARS = Text(
    nb="Ingen har svart eller er invitert, så ingen får egen beskjed.",
    nn="Ingen har svart eller er inviterte, så ingen får eiga melding.",
    en="Nobody has answered or is invited, so nobody is told personally.",
)
HOW_MANY = {
    "yes": Text(nb="kommer ({n})", nn="kjem ({n})", en="coming ({n})"),
    "waiting": Text(nb="på venteliste ({n})", nn="på venteliste ({n})", en="waiting for a seat ({n})"),
    "maybe": Text(nb="kanskje ({n})", nn="kanskje ({n})", en="maybe ({n})"),
    NONE: Text(
        nb="invitert eller bedt om plass, uten å ha svart ({n})",
        nn="inviterte eller bede om plass, utan å ha svart ({n})",
        en="invited or asked for a seat, and not answered ({n})",
    ),
}
POSTED = Text(
    nb="Arrangementet legges ut i {channel}.",
    nn="Arrangementet blir lagt ut i {channel}.",
    en="The event is being posted in {channel}.",
)
POSTED_LATER = Text(
    nb="Det er stilletid, så arrangementet legges ut i {channel} {when}.",
    nn="Det er stilletid, så arrangementet blir lagt ut i {channel} {when}.",
    en="It is quiet time, so the event will be posted in {channel} on {when}.",
)
OUT = Text(nb="Arrangementet er alt lagt ut.", nn="Arrangementet er alt lagt ut.", en="The event is already posted.")
SAVED = Text(nb="Endringen er lagret.", nn="Endringa er lagra.", en="The change is saved.")
SAVED_MOVE = Text(
    nb="Endringen er lagret. De som kommer eller kanskje kommer, venter på plass eller er invitert, får beskjed.",
    nn="Endringa er lagra. Dei som kjem eller kanskje kjem, ventar på plass eller er inviterte, får melding.",
    en="The change is saved. Those who come or may come, wait for a seat or are invited are told.",
)
CALLED_OFF = Text(
    nb="Arrangementet er avlyst. De som kommer eller kanskje kommer, venter på plass eller er invitert, får beskjed.",
    nn="Arrangementet er avlyst. Dei som kjem eller kanskje kjem, ventar på plass eller er inviterte, får melding.",
    en="The event is called off. Those who come or may come, wait for a seat or are invited are told.",
)
LACKS = Text(nb="Mangler tekst på {langs}.", nn="Manglar tekst på {langs}.", en="Text is missing in {langs}.")
NOT_PUBLIC = Text(
    nb="Velg en åpen kanal: arrangementet kan ses av alle medlemmer.",
    nn="Vel ein open kanal: arrangementet kan sjåast av alle medlemmer.",
    en="Choose a public channel: all members can see the event.",
)
NOT_POSTED = Text(
    nb="«{title}» kom ikke ut i kanalen. Sjekk at jeg er med der og kan skrive, og prøv igjen. Medlemmene ser det "
    "imens med `/naering arrangement`.",
    nn="«{title}» kom ikkje ut i kanalen. Sjekk at eg er med der og kan skrive, og prøv igjen. Medlemmene ser det "
    "imens med `/naering arrangement`.",
    en="“{title}” was not posted in the channel. Check that I am there and may write, and try again. Meanwhile members "
    "see it with `/naering events`.",
)
TRYING = Text(
    nb="Arrangementet legges ut på nytt.", nn="Arrangementet blir lagt ut på nytt.", en="The event is posted again."
)
THERE = Text(
    nb="Arrangementet ligger allerede i kanalen.",
    nn="Arrangementet ligg alt i kanalen.",
    en="The event is already in the channel.",
)


def new(lang: Lang, zone: ZoneInfo, *more: Block) -> View:
    blocks = _fields(lang, zone, None, kind(lang), _channel(lang), *more)
    return modal("event.create", NEW[lang], blocks, submit=REVIEW[lang], close=CANCEL[lang])


def kind(lang: Lang, chosen: str | None = None) -> Block:
    """`chosen`: none in the form of a new event, for which the kind brings what is usual."""
    menu = select("kind", PICK[lang], [(one, usual.name[lang]) for one, usual in KINDS.items()], chosen)
    hint = more_words.KIND_HINT[lang] if chosen is None else ""
    return input_of("kind", more_words.KIND[lang], menu, optional=True, hint=hint)


def edit(lang: Lang, zone: ZoneInfo, event: Event, *more: Block) -> View:
    data = f"{event.id} {event.version}"
    blocks = _fields(lang, zone, event, *([_channel(lang, event.channel)] if event.draft else []), *more)
    return modal("event.change", EDIT_TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)


def _channel(lang: Lang, chosen: str = "") -> Block:
    element: Block = {"type": "conversations_select", "action_id": "channel", "placeholder": plain(PICK[lang])}
    element |= {"filter": {"include": ["public"]}} | ({"initial_conversation": chosen} if chosen else {})
    return input_of("channel", CHANNEL[lang], element, hint=CHANNEL_HINT[lang])


def call_off(lang: Lang, event: Event, hear: Mapping[str, int], *more: Block) -> View:
    """`hear`: how many people are told, by what they answered."""
    who = ", ".join(HOW_MANY[one](lang, n=hear[one]) for one in HOW_MANY if hear[one])
    told = HEAR(lang, who=who) if who else NOBODY_HEARS[lang]
    sure = section(f"{SURE(lang, title=event.name(lang))}\n{told}")
    return modal(
        "event.cancel", CANCEL_TITLE[lang], [sure, *more], submit=CANCEL_IT[lang], close=CANCEL[lang], data=event.id
    )


def notice(lang: Lang, title: Text, said: str) -> View:
    return modal("notice", title[lang], [section(said)], close=CLOSE[lang])


def lacks(lang: Lang, event: Event) -> str:
    """Marks the languages that are missing; nothing where none is."""
    missing = series([LANGUAGE_NAMES[each][lang] for each in event.lacks()], lang)
    return LACKS(lang, langs=missing) if missing else ""


def _fields(lang: Lang, zone: ZoneInfo, event: Event | None, *more: Block) -> list[Block]:
    """What is needed first, the other languages last."""
    begins = event.starts_at.astimezone(zone) if event else None
    ends = event.ends_at.astimezone(zone) if event else None
    local = LOCAL(lang, zone=zone.key)
    return [
        *_words(lang, "nb", event),
        input_of("day", DAY[lang], _date("day", begins)),
        input_of("begins", BEGINS[lang], _time("begins", begins), hint=local),
        input_of("ends", ENDS[lang], _time("ends", ends), hint=local),
        input_of("last_day", LAST_DAY[lang], _last_day(begins, ends), optional=True, hint=LAST_DAY_HINT[lang]),
        input_of("place", PLACE[lang], typed("place", event.place if event else "", LONGEST_PLACE)),
        input_of("capacity", CAPACITY[lang], _number(event), optional=True, hint=CAPACITY_HINT[lang]),
        *more,
        *_words(lang, "nn", event),
        *_words(lang, "en", event),
    ]


def _words(lang: Lang, each: Lang, event: Event | None) -> list[Block]:
    title, text = (event.title.get(each, ""), event.text.get(each, "")) if event else ("", "")
    hint, language = "" if each == "nb" else FALLS_BACK[lang], LANGUAGE_NAMES[each][lang]
    name = f"title_{each}"
    label, element = TITLE(lang, language=language), typed(name, title, LONGEST_TITLE)
    titled = input_of(name, label, element, optional=each != "nb", hint=hint)
    name = f"text_{each}"
    element = typed(name, text, LONGEST_TEXT) | {"multiline": True}
    return [titled, input_of(name, TEXT_IN(lang, language=language), element, optional=True)]


def typed(name: str, initial: str, longest: int) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": name, "max_length": longest}
    return element | ({"initial_value": initial} if initial else {})


def _number(event: Event | None) -> Block:
    element: Block = {"type": "number_input", "action_id": "capacity", "is_decimal_allowed": False}
    element |= {"min_value": "1", "max_value": str(MOST_SEATS)}
    return element | ({"initial_value": str(event.capacity)} if event and event.capacity else {})


def _date(name: str, at: datetime | None) -> Block:
    return {"type": "datepicker", "action_id": name} | ({"initial_date": f"{at:%Y-%m-%d}"} if at else {})


def _last_day(begins: datetime | None, ends: datetime | None) -> Block:
    other = begins and ends and begins.date() != ends.date()
    return _date("last_day", ends if other else None)


def _time(name: str, at: datetime | None) -> Block:
    return {"type": "timepicker", "action_id": name} | ({"initial_time": f"{at:%H:%M}"} if at else {})
