"""Whom an organizer asks for an interview or a workshop: drawn among those who agreed, shown by name, invited."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.core.blocks import (
    Block,
    Message,
    View,
    context,
    cut,
    input_of,
    modal,
    plain,
    section,
    select,
    text_input,
)
from bot.core.moments import day
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text, bold, escape
from bot.domain import members
from bot.domain.companies.rows import TRAITS, areas, label
from bot.domain.surveys import doing, selecting
from bot.domain.surveys.selecting import LONGEST, Named, Selection
from bot.domain.surveys.tables import Wave, find
from bot.slack.context import Ctx, Parts
from bot.slack.gatherings import Gatherings
from bot.slack.push import opt_out
from bot.slack.reply import Reply
from bot.slack.unsigned import without
from bot.slack.words import CANCEL, FALLS_BACK, PICK, SEND
from handlers.surveys import selecting_words, views
from scheduler import bundles, outbox
from scheduler.outbox import BULK, Outgoing

USUAL = 12  # as many interviews as in 2018
EVENTS = 50  # in the menu
LONGEST_NAME = 60
IN_A_SECTION = 5  # names


# --- drawn ---


def ask(ctx: Ctx) -> Reply:
    """How many, of how many who agreed."""
    lang = ctx.lang
    with ctx.parts.read() as session:
        wave = doing.closed(session, ctx.value, ctx.person)
        count = len(set(selecting.willing(session, wave).values()))
        before = [_before(session, one, ctx) for one in selecting.invited(session, wave)]
    size: Block = {"type": "plain_text_input", "action_id": "size", "max_length": 2}
    size |= {"initial_value": str(min(USUAL, count))}
    field = [input_of("size", selecting_words.SIZE[lang], size), context(selecting_words.HOW[lang])] if count else []
    said = selecting_words.WILLING(lang, count) if count else selecting.NOBODY[lang]
    blocks = [section(bold(wave.named(lang))), *map(section, before), section(said), *field]
    title, submit = selecting_words.SELECT[lang], selecting_words.DRAW[lang] if count else None
    return Reply(open=modal("survey.draw", title, blocks, submit=submit, close=CANCEL[lang], data=wave.id))


def _before(session: Session, selection: Selection, ctx: Ctx) -> str:
    at = selection.invited_at or selection.at
    people = ", ".join(_name(one, ctx.lang) for one in selecting.named(session, selection))
    when = day(at.astimezone(ctx.local.zone).date(), ctx.lang)
    return selecting_words.BEFORE[ctx.lang].format(day=when, names=people)


def draw(gatherings: Gatherings, ctx: Ctx) -> Reply:
    typed = ctx.fields.get("size", "").strip()
    size = int(typed) if typed.isdecimal() and typed.isascii() else 0
    with ctx.once() as session:
        selection = selecting.draw(session, ctx.data, size, ctx.person, ctx.now, secrets.randbelow(2**31))
        people = selecting.named(session, selection)
        events = gatherings.coming(session, ctx.lang, ctx.local)[:EVENTS]
    return Reply(update=form(selection, people, events, areas(ctx.parts.library().entries), ctx.lang))


def form(
    selection: Selection,
    people: Sequence[Named],
    events: list[tuple[str, str]],
    named: Mapping[str, Text],
    lang: Lang,
) -> View:
    """Who they are, and what they are invited to."""
    lines = [f"• {_told(one, named, lang)}" for one in people]
    menu = select("event", PICK[lang], events) if events else None
    hint = selecting_words.EVENT_HINT[lang]
    event = [input_of("event", selecting_words.EVENT[lang], menu, optional=True, hint=hint)] if menu else []
    blocks = [
        section(selecting_words.DRAWN(lang, count=len(people), seed=selection.seed)),
        *(section("\n".join(lines[n : n + IN_A_SECTION])) for n in range(0, len(lines), IN_A_SECTION)),
        *(_text(each, lang) for each in LANGUAGES),
        *event,
    ]
    title = selecting_words.SELECT[lang]
    return modal("survey.meet", title, blocks, submit=SEND[lang], close=CANCEL[lang], data=selection.id)


def _text(each: Lang, lang: Lang) -> Block:
    typed = text_input(f"text_{each}", selecting_words.TEXT(lang, language=LANGUAGE_NAMES[each][lang]), longest=LONGEST)
    hint = (selecting_words.TEXT_HINT if each == "nb" else FALLS_BACK)[lang]
    return typed | {"optional": each != "nb", "hint": plain(hint)}


def _name(one: Named, lang: Lang) -> str:
    company = escape(cut(one.company.name, LONGEST_NAME)) if one.company else selecting_words.GONE_COMPANY[lang]
    return f"{company} (<@{one.person}>)"


def _told(one: Named, named: Mapping[str, Text], lang: Lang) -> str:
    """The name, and the groups over which it was balanced."""
    known = [(trait, str(getattr(one.company, trait))) for trait in TRAITS] if one.company else []
    groups = [label(trait, group, named)[lang] for trait, group in known if group]
    return " · ".join([_name(one, lang), *map(escape, groups)])


# --- invited ---


def meet(gatherings: Gatherings, ctx: Ctx) -> Reply:
    texts: dict[str, str] = {each: ctx.fields.get(f"text_{each}", "") for each in LANGUAGES}
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    if faults := list(selecting.faults(texts)):
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        known = [event for event, _ in gatherings.coming(session, ctx.lang, ctx.local)]
        event = next((one for one in known if one == ctx.fields.get("event")), "")
        selection = selecting.invite(session, ctx.data, texts, event, ctx.person, ctx.now)
        count = len(selecting.named(session, selection))
    return Reply(update=views.notice(ctx.lang, selecting_words.SENT(ctx.lang, count)))


def plan(parts: Parts, session: Session, selection_id: str, now: datetime) -> None:
    """Due work: all messages of a selection."""
    selecting.plan(session, selection_id, now, parts.quiet)


def tell(gatherings: Gatherings, parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Due work: one of them; in quiet time, where nobody was here to send it, it waits."""
    selection_id, _, person = subject.partition(":")
    selection = session.get(Selection, selection_id)
    planned = selecting.judge(session, selection, person, now, parts.quiet) if selection else None
    if selection is None or planned is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    lang = members.language(session, person, parts.settings.default_language)
    event: Message | None = Message("")
    if selection.event:
        event = gatherings.invite(session, selection.event, person, lang, parts.local(now))
    if event is None:  # over by now, or called off
        selecting.settle(session, selection, person, "too late", parts.quiet)
        return None
    message = asdict(invitation(find(session, selection.wave), selection, event, lang))
    outgoing = Outgoing(f"{_to(selection)}{person}", person, message, priority=BULK)
    bundles.leave(session, outgoing, now, bundled=planned.why == "budget")
    return None


def invitation(wave: Wave, selection: Selection, event: Message, lang: Lang) -> Message:
    invited = f"{selecting_words.INVITED(lang, name=wave.named(lang))}\n{escape(selection.said(lang))}"
    sender = [selecting_words.FROM[lang].format(person=f"<@{selection.by}>")] if selection.by else []
    why = selecting_words.WHY_YOU[lang]
    lines = [invited, *sender, *([event.text] if event.text else []), why]
    blocks = [section(invited), *map(context, sender), *event.blocks, context(why), opt_out("survey", lang)]
    return Message("\n".join(lines), blocks)


def _to(selection: Selection) -> str:
    """What the keys of its messages begin with."""
    return f"survey:{selection.wave}:meet:{selection.id}:"


def unsign(session: Session, who: str) -> None:
    """From what has not left yet the name goes."""
    for selection in selecting.by(session, who):
        outbox.reword(session, _to(selection), partial(without, who))
