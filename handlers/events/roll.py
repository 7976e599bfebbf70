"""The list of those who come: shown, taken home as a file, and ticked off at the door."""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from zoneinfo import ZoneInfo

from bot.core.blocks import Block, View, actions, button, input_of, markup, modal, plain, section
from bot.core.moments import Local
from bot.core.texts import Lang, bold, escape
from bot.domain import audit
from bot.domain.events import roll
from bot.domain.events.roll import Place
from bot.domain.events.rows import Event
from bot.slack import people
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, SAVE
from handlers.events import forms
from handlers.events import roll_words as words
from scheduler.outbox import ANSWER, Outgoing, enqueue

A_SECTION = 50  # people in one section of the list
MOST_SECTIONS = 80
BOXES = 10  # Slack's, in one field
MOST_TICKED = 300  # of a modal's 250 kB, where each stands twice once ticked
FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would carry out


def show(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event, places = roll.roll(session, ctx.value, ctx.person)
    return Reply(open=_list(ctx.lang, event, places, ctx.local))


def _list(lang: Lang, event: Event, places: Sequence[Place], local: Local) -> View:
    offered = [button(words.EXPORT[lang], "event.export", event.id)]
    if roll.may_mark(event, local.now) and any(place.choice == "yes" for place in places):
        offered.append(button(words.ATTENDANCE[lang], "event.attend", event.id, style="primary"))
    blocks = [
        section(f"{bold(event.name(lang))}\n{local.span(event.starts_at, event.ends_at, lang)}"),
        actions(*offered),
    ]
    for group, heading in words.GROUPS.items():
        people_of = [place for place in places if _group(place) == group]
        if people_of:
            blocks.append(section(heading(lang, number=len(people_of))))
            blocks += [section(", ".join(_shown(lang, one) for one in some)) for some in _some(people_of, A_SECTION)]
    return modal("notice", words.TITLE[lang], blocks[:MOST_SECTIONS], close=CLOSE[lang])


def _group(place: Place) -> str:
    if place.choice != "yes" or place.attended is None:
        return place.choice
    return "there" if place.attended else "missing"


def _shown(lang: Lang, place: Place) -> str:
    company = f" ({escape(place.company)})" if place.company else ""
    unsure = f" – {words.NOT_CONFIRMED[lang]}" if place.choice == "yes" and not place.confirmed else ""
    guest = " +1" if place.guests else ""
    return f"<@{place.person}>{guest}{company}{unsure}"


def _some(places: Sequence[Place], most: int) -> Iterator[list[Place]]:
    rest = iter(places)
    while piece := list(islice(rest, most)):
        yield piece


# --- the door ---


def open_attendance(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event, places = roll.roll(session, ctx.value, ctx.person)
    return Reply(push=_attendance(ctx.lang, event, [place for place in places if place.choice == "yes"]))


def _attendance(lang: Lang, event: Event, coming: Sequence[Place]) -> View:
    """Where not all find room, those that nobody has marked yet come first, so that each can be reached."""
    most = coming if len(coming) <= MOST_TICKED else sorted(coming, key=lambda one: one.attended is not None)
    said = words.TICK(lang, title=event.name(lang))
    if len(coming) > MOST_TICKED:
        said += f"\n{words.TICK_SOME(lang, shown=MOST_TICKED, number=len(coming))}"
    fields = [_boxes(lang, n, some) for n, some in enumerate(_some(most[:MOST_TICKED], BOXES))]
    title, blocks = words.ATTENDANCE[lang], [section(said), *fields]
    return modal("event.attend", title, blocks, submit=SAVE[lang], close=CANCEL[lang], data=event.id)


def _boxes(lang: Lang, n: int, places: Sequence[Place]) -> Block:
    options = [_option(place) for place in places]
    there = [option for option, place in zip(options, places, strict=True) if place.attended]
    element: Block = {"type": "checkboxes", "action_id": "here", "options": options}
    element |= {"initial_options": there} if there else {}
    first, last = n * BOXES + 1, n * BOXES + len(places)
    label = words.NUMBERS(lang, first=first, last=last) if first < last else words.NUMBER(lang, number=first)
    return input_of(f"here{n}", label, element, optional=True)


def _option(place: Place) -> Block:
    option: Block = {"text": markup(f"<@{place.person}>"), "value": place.person}
    about = " · ".join(filter(None, ["+1" if place.guests else "", place.company]))
    return option | ({"description": plain(about[:75])} if about else {})


def save_attendance(ctx: Ctx) -> Reply:
    here = {person for name, ticked in ctx.fields.items() if name.startswith("here") for person in ticked.split()}
    with ctx.once() as session:
        there = roll.mark(session, ctx.data, ctx.person, ctx.offered, here, ctx.now)
    return Reply(update=forms.notice(ctx.lang, words.ATTENDANCE, words.MARKED(ctx.lang, there=there)))


# --- the file ---


def export(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        roll.roll(session, ctx.value, ctx.person)  # only organizers
    names = people.names(ctx.parts.api)
    with ctx.once() as session:
        event, places = roll.roll(session, ctx.value, ctx.person)
        audit.note(session, ctx.now, who=ctx.person, what="event list", about=event.id)
        shared = {
            "filename": "deltakere.csv",
            "title": words.TITLE[ctx.lang],
            "text": words.FILE(ctx.lang, title=event.name(ctx.lang)),
            "content": table(ctx.lang, places, names, ctx.parts.quiet.zone),
        }
        key = f"event:{event.id}:list:{ctx.person}:{ctx.now:%y%m%d%H%M}"
        enqueue(session, Outgoing(key, ctx.person, shared, method=METHOD, priority=ANSWER))
    return Reply(push=forms.notice(ctx.lang, words.TITLE, words.FILE_SENT[ctx.lang]))


def table(lang: Lang, places: Sequence[Place], names: dict[str, str], zone: ZoneInfo) -> str:
    """With semicolons and a mark at the beginning, as spreadsheets in Norway read it."""
    out = StringIO()
    out.write("\ufeff")
    rows = csv.writer(out, delimiter=";")
    rows.writerow([heading[lang] for heading in words.COLUMNS])
    for one in places:
        told = [names.get(one.person, ""), one.person, one.company, words.ANSWERS[one.choice][lang], str(one.guests)]
        marks = [words.MARKS[one.confirmed][lang], words.MARKS[one.attended][lang]]
        rows.writerow(map(_harmless, [*told, *marks, f"{one.at.astimezone(zone):%Y-%m-%d %H:%M}"]))
    return out.getvalue()


def _harmless(value: str) -> str:
    return f"'{value}" if value.startswith(FORMULA) else value


def register(listen: Listen) -> None:
    listen.action("event.roll", show)
    listen.action("event.attend", open_attendance)
    listen.view("event.attend", save_attendance)
    listen.action("event.export", export)
