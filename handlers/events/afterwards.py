"""After an event: thanks with the material and two questions; a week later their result, to who made it."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, input_of, modal, plain, section
from bot.core.errors import UserError
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.events import afterwards
from bot.domain.events.afterwards import QUESTIONS
from bot.domain.events.reminders import CHUNK
from bot.domain.events.rows import GONE, Event
from bot.slack.context import Ctx, Parts
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE
from handlers.events import afterwards_words as words
from handlers.events import forms, subscribing_words
from handlers.events.words import MATERIAL
from scheduler import due
from scheduler.outbox import Outgoing, enqueue


def thank(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: thanks to each who was there; in pieces."""
    event = session.get(Event, event_id)
    if event is None or event.cancelled or event.ends_at > now:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    people = afterwards.to_thank(session, event)
    for person in people[:CHUNK]:
        about = afterwards.thank(session, event, person, now, parts.quiet)
        if about:
            lang = members.language(session, person, parts.settings.default_language)
            enqueue(session, Outgoing(about.outgoing, person, asdict(_thanks(lang, event))))
    return now if len(people) > CHUNK else None


def _thanks(lang: Lang, event: Event) -> Message:
    said = words.THANKS(lang, title=event.name(lang))
    said += f"\n{MATERIAL(lang, material=event.material)}" if event.material else ""
    asked: list[Block] = []
    for question, answers in QUESTIONS.items():
        row = [
            button(words.ANSWERS[one][lang], f"event.pulse:{question}{one}", f"{event.id} {question} {one}")
            for one in answers
        ]
        asked += [section(words.QUESTIONS[question][lang]), actions(*row)]
    text = "\n".join([said, *(words.QUESTIONS[question][lang] for question in QUESTIONS), words.PROMISE[lang]])
    return Message(text, [section(said), *asked, section(words.PROMISE[lang])])


def give(ctx: Ctx) -> Reply:
    """Without a claim, which would hold who pressed which button: that the person has answered is kept anyway."""
    event_id, _, given = ctx.value.partition(" ")
    question, _, answer = given.partition(" ")
    with ctx.parts.database.write() as session:
        new = afterwards.give(session, event_id, ctx.person, question, answer, ctx.now, ctx.parts.quiet)
    return Reply(private=Message((words.GIVEN if new else words.GIVEN_BEFORE)[ctx.lang]))


def tell(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: nobody answers any more, so who made the event is told what was answered."""
    event = session.get(Event, event_id)
    if event is None or event.by is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    lang = members.language(session, event.by, parts.settings.default_language)
    said = "\n".join([words.RESULT(lang, title=event.name(lang)), *_result(lang, afterwards.result(session, event.id))])
    enqueue(session, Outgoing(f"event:{event.id}:pulse", event.by, asdict(Message(said, [section(said)]))))
    return None


def _result(lang: Lang, found: dict[str, Counter[str]]) -> list[str]:
    """Questions that few answered are left out."""
    if not found:
        return [words.TOO_FEW[lang]]
    lines = []
    for question, answers in QUESTIONS.items():
        if question in found:
            counted = ", ".join(f"{words.ANSWERS[one][lang]}: {found[question][one]}" for one in answers)
            lines.append(f"{words.QUESTIONS[question][lang]}\n{counted}")
    return lines


def open_more(ctx: Ctx) -> Reply:
    """«Mer»: what an event may have besides."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        event = session.get(Event, ctx.value)
    if event is None:
        raise UserError(GONE)
    lang = ctx.lang
    typed: Block = {"type": "plain_text_input", "action_id": "material", "max_length": afterwards.LONGEST_MATERIAL}
    typed |= {"initial_value": event.material} if event.material else {}
    blocks = [
        input_of("plus_one", words.GUESTS[lang], _box("plus_one", words.PLUS_ONE[lang], event.plus_one), optional=True),
        input_of("material", words.MATERIAL[lang], typed, optional=True, hint=words.MATERIAL_HINT[lang]),
    ]
    if ctx.parts.settings.public_url:
        box = _box("public", subscribing_words.SHOW_IN_PUBLIC[lang], event.public)
        hint = subscribing_words.IN_PUBLIC_HINT[lang]
        blocks.append(input_of("public", subscribing_words.IN_PUBLIC[lang], box, optional=True, hint=hint))
    view = modal("event.more", words.MORE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=event.id)
    return Reply(open=view)


def _box(name: str, label: str, ticked: bool) -> Block:
    option: Block = {"text": plain(label), "value": "yes"}
    box: Block = {"type": "checkboxes", "action_id": name, "options": [option]}
    return box | ({"initial_options": [option]} if ticked else {})


def save_more(ctx: Ctx) -> Reply:
    plus_one, material = ctx.fields.get("plus_one") == "yes", ctx.fields.get("material", "")
    public = ctx.fields.get("public") == "yes" if ctx.parts.settings.public_url else None
    with ctx.once() as session:
        event = afterwards.extend(session, ctx.data, ctx.person, material, ctx.now, plus_one=plus_one, public=public)
        due.soon(session, "event.redraw", event.id, ctx.now, 0)
    return Reply(update=forms.notice(ctx.lang, words.MORE, forms.SAVED[ctx.lang]))


def register(listen: Listen) -> None:
    listen.action("event.pulse", give)
    listen.action("event.more", open_more)
    listen.view("event.more", save_more)


DUE = {"event.thank": thank, "event.pulse": tell}
