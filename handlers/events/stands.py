"""Stands at an expo, as companies ask for them and organizers answer."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, actions, button, input_of, modal, section, select, text_input
from bot.core.errors import UserError
from bot.core.texts import Lang, bold, escape
from bot.domain import members
from bot.domain.events import stands
from bot.domain.events.rows import GONE, Event
from bot.domain.events.stands import ASKED, DECLINED, EXPO, GIVEN, EventStand
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, PICK, SAVE, SEND
from handlers.events import forms
from handlers.events import stands_words as words
from scheduler.outbox import ANSWER, Outgoing, enqueue

MOST = 90  # of a modal's hundred blocks


def show(ctx: Ctx) -> Reply:
    """For organizers what was asked for; for members their own company's."""
    with ctx.parts.read() as session:
        event = session.get(Event, ctx.value)
        if event is None or event.draft or event.kind != EXPO:
            raise UserError(GONE)
        if members.may(session, ctx.person, "organizer"):
            rows = [_row(ctx.lang, stand, name) for stand, name in stands.of(session, event.id, ctx.person)[1]]
            own = button(words.ASK[ctx.lang], "event.stand_own", event.id)
            return Reply(open=_list(ctx.lang, [actions(own), *(rows or [section(words.NONE[ctx.lang])])]))
        return Reply(open=_form(ctx, session, event))


def open_own(ctx: Ctx) -> Reply:
    """An organizer asks for their own company."""
    with ctx.parts.read() as session:
        event = session.get(Event, ctx.value)
        if event is None or event.draft or event.kind != EXPO:
            raise UserError(GONE)
        return Reply(push=_form(ctx, session, event))


def _form(ctx: Ctx, session: Session, event: Event) -> View:
    company, stand = stands.own(session, event.id, ctx.person)
    said = words.FOR(ctx.lang, company=company.name, title=event.name(ctx.lang))
    said += f"\n{_state(ctx.lang, stand)}" if stand else ""
    initial, hint = stand.needs if stand else "", words.NEEDS_HINT[ctx.lang]
    needs = text_input("needs", words.NEEDS[ctx.lang], initial=initial, longest=stands.LONGEST_NEEDS, hint=hint)
    title, close = words.ASK[ctx.lang], CANCEL[ctx.lang]
    blocks = [section(said), needs]
    return modal("event.stand", title, blocks, submit=SEND[ctx.lang], close=close, data=event.id)


def ask(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        stand, news = stands.ask(session, ctx.data, ctx.person, ctx.fields.get("needs", ""), ctx.now)
        if news:
            _tell_organizer(ctx, session, stand)
    return Reply(update=forms.notice(ctx.lang, words.STAND, words.SENT[ctx.lang]))


def _tell_organizer(ctx: Ctx, session: Session, stand: EventStand) -> None:
    """Who made the event hears of it, and answers there."""
    event, (company, _) = session.get_one(Event, stand.event), stands.own(session, stand.event, ctx.person)
    if event.by in (None, ctx.person):
        return
    lang = members.language(session, event.by, ctx.parts.settings.default_language)
    asks = words.NEEDS_ELSE if stand.state == GIVEN else words.ASKS
    said = f"{asks(lang, company=company.name, title=event.name(lang))}\n{escape(stand.needs)}"
    message = asdict(Message(said, [section(said), actions(_answer_button(lang, stand))]))
    key = f"event:{event.id}:stand_asked:{stand.company}:{int(ctx.now.timestamp() * 1000)}"
    enqueue(session, Outgoing(key, event.by, message, priority=ANSWER))


def reminded(session: Session, event: Event, person: str, lang: Lang) -> str:
    """What a reminder tells of the stand of one's company; nothing where it has none."""
    place = stands.place_of(session, event, person)
    return words.REMINDED(lang, place=place) if place else ""


def open_answer(ctx: Ctx) -> Reply:
    event_id, _, company = ctx.value.partition(" ")
    with ctx.parts.read() as session:
        found = [one for one in stands.of(session, event_id, ctx.person)[1] if one[0].company == company]
    if not found:
        raise UserError(GONE)
    ((stand, name),) = found
    lang, chosen = ctx.lang, DECLINED if stand.state == DECLINED else GIVEN
    menu = select("decision", PICK[lang], [(one, said[lang]) for one, said in words.DECISIONS.items()], chosen)
    blocks = [
        section(_told(lang, stand, name)),
        input_of("decision", words.DECISION[lang], menu),
        input_of("place", words.PLACE[lang], forms.typed("place", stand.place, stands.LONGEST_PLACE), optional=True),
    ]
    title, close = words.STAND[lang], CANCEL[lang]
    view = modal("event.stand_answer", title, blocks, submit=SAVE[lang], close=close, data=ctx.value)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def answer(ctx: Ctx) -> Reply:
    event_id, _, company = ctx.data.partition(" ")
    given, place = ctx.fields.get("decision") == GIVEN, ctx.fields.get("place", "")
    with ctx.once() as session:
        stand, news = stands.decide(session, event_id, company, ctx.person, place, ctx.now, given=given)
        if news and stand.person:
            lang = members.language(session, stand.person, ctx.parts.settings.default_language)
            title = session.get_one(Event, event_id).name(lang)
            said = words.TOLD[stand.state](lang, title=title, place=stand.place)
            key = f"event:{event_id}:stand:{company}:{int(ctx.now.timestamp() * 1000)}"
            enqueue(session, Outgoing(key, stand.person, asdict(Message(said, [section(said)])), priority=ANSWER))
    return Reply(update=forms.notice(ctx.lang, words.STAND, words.DECIDED[ctx.lang]))


def _list(lang: Lang, rows: list[Block]) -> View:
    return modal("notice", words.STANDS[lang], rows[:MOST], close=CLOSE[lang])


def _row(lang: Lang, stand: EventStand, name: str) -> Block:
    return section(_told(lang, stand, name), _answer_button(lang, stand))


def _answer_button(lang: Lang, stand: EventStand) -> Block:
    style = "primary" if stand.state == ASKED else None
    return button(words.ANSWER[lang], "event.stand_answer", f"{stand.event} {stand.company}", style=style)


def _told(lang: Lang, stand: EventStand, name: str) -> str:
    return "\n".join(filter(None, [bold(name), escape(stand.needs), _state(lang, stand)]))


def _state(lang: Lang, stand: EventStand) -> str:
    return words.STATES[stand.state](lang, place=stand.place)


def register(listen: Listen) -> None:
    listen.action("event.stands", show)
    listen.action("event.stand_own", open_own)
    listen.view("event.stand", ask)
    listen.action("event.stand_answer", open_answer)
    listen.view("event.stand_answer", answer)
