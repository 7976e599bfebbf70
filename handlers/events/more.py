"""«Mer»: what an event may have besides what, when and where."""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, input_of, modal, plain, select
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Text
from bot.domain import members
from bot.domain.events import following, meetings, more
from bot.domain.events.more import More
from bot.domain.events.rows import Event
from bot.slack.context import Ctx
from bot.slack.fields import picked_time
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, PICK, SAVE
from handlers.events import forms, meetings_words, organizing, series, series_words, subscribing_words
from handlers.events import more_words as words
from scheduler import due

FIRST, LAST = ("host", "contact", "invited"), ("material",)


def open_more(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = more.to_extend(session, ctx.value, ctx.person)
    blocks = [
        forms.kind(ctx.lang, event.kind),
        *(_line(ctx, name, event) for name in FIRST),
        *_area(ctx, event),
        input_of(
            "deadline", words.DEADLINE[ctx.lang], _deadline(event), optional=True, hint=words.DEADLINE_HINT[ctx.lang]
        ),
        *_programme(ctx, event),
        _units(ctx, event),
        _box(ctx, "plus_one", event.plus_one),
        *(_line(ctx, name, event) for name in LAST),
        *([_box(ctx, "public", event.public)] if ctx.parts.settings.public_url else []),
        *series.scope(ctx.lang, event, series_words.SCOPE_HINT_MORE),
    ]
    lang = ctx.lang
    data = f"{event.id} {event.version}"
    view = modal("event.more", words.MORE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)
    return Reply(update=view) if ctx.view_id else Reply(open=view)


def _line(ctx: Ctx, name: str, event: Event) -> Block:
    hint = words.HINTS[name][ctx.lang] if name in words.HINTS else ""
    element = forms.typed(name, getattr(event, name), more.LONGEST[name])
    return input_of(name, words.LABELS[name][ctx.lang], element, optional=True, hint=hint)


def _areas(ctx: Ctx) -> dict[str, Text]:
    """The names of the areas that are known, by id."""
    return {name: entry.title for name, entry in ctx.parts.library().entries.items() if entry.kind == "area"}


def _area(ctx: Ctx, event: Event) -> list[Block]:
    known = _areas(ctx)
    menu = select("area", PICK[ctx.lang], [(name, title[ctx.lang]) for name, title in known.items()], event.area)
    return [input_of("area", words.AREA[ctx.lang], menu, optional=True)] if known else []


def _deadline(event: Event) -> Block:
    picker: Block = {"type": "datetimepicker", "action_id": "deadline"}
    return picker | ({"initial_date_time": int(event.deadline.timestamp())} if event.deadline else {})


def _programme(ctx: Ctx, event: Event) -> list[Block]:
    fields = []
    for each in LANGUAGES:
        name, label = f"programme_{each}", words.PROGRAMME(ctx.lang, language=LANGUAGE_NAMES[each][ctx.lang])
        element = forms.typed(name, event.programme.get(each, ""), more.LONGEST_PROGRAMME) | {"multiline": True}
        fields.append(input_of(name, label, element, optional=True, hint=words.PROGRAMME_HINT[ctx.lang]))
    return fields


def _units(ctx: Ctx, event: Event) -> Block:
    longest = meetings.MOST_UNITS * (meetings.LONGEST_UNIT + 1)
    element = forms.typed("units", "\n".join(event.units), longest) | {"multiline": True}
    label, hint = meetings_words.UNITS[ctx.lang], meetings_words.UNITS_HINT[ctx.lang]
    return input_of("units", label, element, optional=True, hint=hint)


BOXES = {
    "plus_one": (words.GUESTS, words.PLUS_ONE, None),
    "public": (subscribing_words.IN_PUBLIC, subscribing_words.SHOW_IN_PUBLIC, subscribing_words.IN_PUBLIC_HINT),
}


def _box(ctx: Ctx, name: str, ticked: bool) -> Block:
    label, said, hint = BOXES[name]
    option: Block = {"text": plain(said[ctx.lang]), "value": "yes"}
    box: Block = {"type": "checkboxes", "action_id": name, "options": [option]}
    box |= {"initial_options": [option]} if ticked else {}
    return input_of(name, label[ctx.lang], box, optional=True, hint=hint[ctx.lang] if hint else "")


def save_more(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    known = _areas(ctx)
    public = ctx.fields.get("public") == "yes" if ctx.parts.settings.public_url else None
    told, faults = more.read(ctx.fields, picked_time(ctx.fields.get("deadline", "")), known, public)
    if faults:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        events = _extended(ctx, session, told)
        for one in events:
            if one.deadline and not one.draft:
                due.schedule(session, "event.deadline", one.id, one.deadline)
            due.soon(session, "event.redraw", one.id, ctx.now, 0)
    event = events[0]
    if event.draft:
        return Reply(update=organizing.previewed(ctx, event))
    return Reply(
        update=forms.notice(ctx.lang, words.MORE, f"{forms.SAVED[ctx.lang]} {forms.lacks(ctx.lang, event)}".strip())
    )


def _extended(ctx: Ctx, session: Session, told: More) -> list[Event]:
    event_id, _, seen = ctx.data.partition(" ")
    if series.all_following(ctx):
        return following.extend(session, event_id, seen, ctx.person, told, ctx.now, ctx.parts.quiet.zone)
    return [more.extend(session, event_id, seen, ctx.person, told, ctx.now)]


def register(listen: Listen) -> None:
    listen.action("event.more", open_more)
    listen.view("event.more", save_more)
