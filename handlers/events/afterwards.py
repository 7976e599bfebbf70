"""After an event: thanks with the material and two questions; a week later their result, to who made it."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, section
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.events import afterwards
from bot.domain.events.afterwards import QUESTIONS
from bot.domain.events.reminders import CHUNK
from bot.domain.events.rows import Event
from bot.slack.context import Ctx, Parts
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.events import afterwards_words as words
from handlers.events.words import MATERIAL
from scheduler.outbox import Outgoing, enqueue


def thank(parts: Parts, session: Session, event_id: str, now: datetime) -> datetime | None:
    """Due work: thanks to each who was there, or had a seat where that is not known; in pieces."""
    event = session.get(Event, event_id)
    if event is None or event.cancelled or event.ends_at > now:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    people, known = afterwards.to_thank(session, event)
    for person in people[:CHUNK]:
        about = afterwards.thank(session, event, person, now, parts.quiet)
        if about:
            lang = members.language(session, person, parts.settings.default_language)
            enqueue(session, Outgoing(about.outgoing, person, asdict(_thanks(lang, event, were_there=known))))
    return now if len(people) > CHUNK else None


def _thanks(lang: Lang, event: Event, *, were_there: bool) -> Message:
    """`were_there`: known of them; else they are only known to have signed up."""
    said = (words.THANKS if were_there else words.THANKS_FOR_SIGNING_UP)(lang, title=event.name(lang))
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
    if event is None or event.by is None or not afterwards.asked(session, event):
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


def register(listen: Listen) -> None:
    listen.action("event.pulse", give)


DUE = {"event.thank": thank, "event.pulse": tell}
