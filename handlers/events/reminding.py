"""What people are reminded of: organizers choose it for an event, everybody for themselves, and the ledger is shown."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, actions, button, input_of, modal, plain, section
from bot.core.texts import Lang, bold
from bot.domain import members
from bot.domain.events import again, following, ledger, organizing, rows, wishes
from bot.domain.events.ledger import Entry
from bot.domain.events.occasions import CHANNEL, REMINDERS
from bot.domain.events.rows import Event
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE
from handlers.events import forms, series, series_words, telling
from handlers.events import reminding_words as words
from scheduler import due

OWN, THEIRS, NONE = "own", "theirs", "none"  # a person's choice


def overview(ctx: Ctx) -> Reply:
    """`/naering påminning`: one's own choice, and for organizers what became of the reminders."""
    with ctx.parts.read() as session:
        said = [_own_choice(ctx.lang, _chosen(ctx, session), wishes.wished(session, ctx.person) or [])]
        if members.may(session, ctx.person, "organizer"):
            events = rows.lately(session, ctx.now - telling.JUST_OVER)
            said += [_counts(ctx, event, ledger.entries(session, event.id)) for event in events]
    row = actions(button(words.CHOOSE[ctx.lang], "event.wish"))
    first, *others = said
    return Reply(private=Message("\n".join(said), [section(first), row, *map(section, others[: words.SHOWN])]))


def _own_choice(lang: Lang, choice: str, own: Collection[str]) -> str:
    times = ", ".join(words.TIMES[one][lang].lower() for one in REMINDERS if one in own)
    return words.YOURS[choice](lang, times=times)


def _counts(ctx: Ctx, event: Event, found: Sequence[Entry]) -> str:
    """Numbers alone: who is meant by one of them is not told here."""
    found = ledger.reminders(found)
    lang, counted = ctx.lang, ledger.tally(found)
    when = ctx.local.moment(event.starts_at, lang)
    title = f"{bold(event.name(lang))}, {when} (`{event.id}`)"
    states = [f"{words.STATES[state][lang]}: {counted[state]}" for state in words.STATES if counted[state]]
    why = [f"{words.REASONS[one][lang]}: {n}" for one, n in ledger.reasons(found).items() if one in words.REASONS]
    lines = [" · ".join(states) or words.NOTHING_YET[lang], *([words.WHY(lang, why=", ".join(why))] if why else [])]
    return "\n".join([title, *lines])


# --- an event's ---


def open_for_event(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = organizing.for_change(session, ctx.value, ctx.person, ctx.now)
    offered = [(one, words.TIMES[one][ctx.lang]) for one in (*REMINDERS, CHANNEL)]
    blocks = [
        section(words.FOR_EVENT(ctx.lang, title=event.name(ctx.lang))),
        input_of("which", words.WHEN[ctx.lang], _boxes(offered, event.reminders), optional=True),
        *series.scope(ctx.lang, event, series_words.SCOPE_HINT_REMINDED),
    ]
    return Reply(open=_form(ctx.lang, "event.reminders", blocks, f"{event.id} {event.version}"))


def save_for_event(ctx: Ctx) -> Reply:
    (event_id, _, seen), chosen = ctx.data.partition(" "), ctx.fields.get("which", "").split()
    all_of_them = series.all_following(ctx)
    with ctx.once() as session:
        remind = following.remind if all_of_them else _remind_of_one
        events = remind(session, event_id, seen, ctx.person, chosen, ctx.now)
        for event in events:
            due.schedule(session, "event.plan", event.id, ctx.now)
    said = [words.SAVED[ctx.lang], *([series_words.DONE_WITH(ctx.lang, len(events))] if all_of_them else [])]
    return Reply(update=forms.notice(ctx.lang, words.TITLE, " ".join(said)))


def _remind_of_one(
    session: Session, event_id: str, seen: str, person: str, chosen: Collection[str], now: datetime
) -> list[Event]:
    return [organizing.remind(session, event_id, seen, person, chosen, now)]


# --- one's own ---


def open_own(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        chosen, own = _chosen(ctx, session), wishes.wished(session, ctx.person) or []
    lang = ctx.lang
    options = [{"text": plain(text[lang]), "value": value} for value, text in words.WHOSE.items()]
    first = next(option for option in options if option["value"] == chosen)
    radio: Block = {"type": "radio_buttons", "action_id": "whose", "options": options, "initial_option": first}
    offered = [(one, words.TIMES[one][lang]) for one in REMINDERS]
    blocks = [
        input_of("whose", words.WHICH[lang], radio),
        input_of("which", words.OWN_TIMES[lang], _boxes(offered, own), optional=True, hint=words.OWN_HINT[lang]),
    ]
    return Reply(open=_form(lang, "event.wish", blocks))


def save_own(ctx: Ctx) -> Reply:
    whose, which = ctx.fields.get("whose", THEIRS), ctx.fields.get("which", "").split()
    if whose == OWN and not which:
        return Reply(errors={"which": words.CHOOSE_ONE[ctx.lang]})
    with ctx.once() as session:
        if whose == OWN:
            wishes.wish(session, ctx.person, which)
        elif whose == THEIRS:
            wishes.forget(session, ctx.person)
        members.mute(session, ctx.person, "reminder", muted=whose == NONE)
        members.follow_up(session, ctx.person, ctx.now)
    return Reply(update=forms.notice(ctx.lang, words.TITLE, words.SAVED[ctx.lang]))


def remind_again(ctx: Ctx) -> Reply:
    """«Minn meg i morgen» on a reminder."""
    with ctx.once() as session:
        at, about = again.remind(session, ctx.value, ctx.person, ctx.now, ctx.parts.quiet)
        if about:
            due.schedule(session, "event.tell", str(about), at)
    said = words.AGAIN(ctx.lang, when=ctx.local.moment(at, ctx.lang))
    return Reply(private=Message(said))


def _chosen(ctx: Ctx, session: Session) -> str:
    if "reminder" in members.muted(session, ctx.person):
        return NONE
    return THEIRS if wishes.wished(session, ctx.person) is None else OWN


def _boxes(offered: Sequence[tuple[str, str]], chosen: Collection[str]) -> Block:
    options = [{"text": plain(label), "value": value} for value, label in offered]
    initial = [option for option in options if option["value"] in chosen]
    element: Block = {"type": "checkboxes", "action_id": "which", "options": options}
    return element | ({"initial_options": initial} if initial else {})


def _form(lang: Lang, name: str, blocks: list[Block], data: str = "") -> View:
    return modal(name, words.TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)


def register(listen: Listen) -> None:
    listen.command(words.WORD, overview)
    listen.action("event.reminders", open_for_event)
    listen.view("event.reminders", save_for_event)
    listen.action("event.wish", open_own)
    listen.view("event.wish", save_own)
    listen.action("event.again", remind_again)
