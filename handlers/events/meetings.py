"""Meetings with units of the municipality, as members book them and organizers see them."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from bot.core.blocks import Block, View, button, modal, section, select
from bot.core.errors import UserError
from bot.core.moments import Local
from bot.core.texts import Lang, bold
from bot.domain import members
from bot.domain.events import meetings
from bot.domain.events.meetings import EventMeeting
from bot.domain.events.rows import GONE, Event
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CLOSE, PICK
from handlers.events import meetings_words as words


def show(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        event = session.get(Event, ctx.value)
        if event is None or event.draft or not event.units:
            raise UserError(GONE)
        return Reply(open=_view(ctx, session, event))


def book(ctx: Ctx) -> Reply:
    """A refusal is said above the times that are free now."""
    event_id, unit, after = _named(ctx.value)
    try:
        with ctx.once() as session:
            event = meetings.book(session, event_id, ctx.person, unit, after, ctx.now, ctx.local.zone)
            session.flush()
            return Reply(update=_view(ctx, session, event))
    except UserError as refused:
        with ctx.parts.read() as session:
            known = session.get(Event, event_id)
            if known is None or known.draft:
                raise
            return Reply(update=_view(ctx, session, known, refused.say(ctx.lang)))


def give_up(ctx: Ctx) -> Reply:
    event_id, unit, after = _named(ctx.value)
    with ctx.once() as session:
        event = meetings.give_up(session, event_id, ctx.person, unit, after, ctx.now)
        session.flush()
        return Reply(update=_view(ctx, session, event))


def reminded(session: Session, event: Event, person: str, lang: Lang, local: Local) -> str:
    """What a reminder tells of one's meetings; nothing where one has none."""
    own = [one for one in meetings.of(session, event) if one.person == person]
    return words.REMINDED(lang, meetings=_lines(event, own, lang, local)) if own else ""


def after_a_change(session: Session, event: Event, person: str, lang: Lang, local: Local) -> str:
    """What word of a change tells of one's meetings, and of those for which there is no longer time."""
    gone = meetings.lost(session, event, person)
    said = [words.LOST(lang, meetings=_lines(event, gone, lang, local))] if gone else []
    return "\n".join(filter(None, [reminded(session, event, person, lang, local), *said]))


def _lines(event: Event, those: Sequence[EventMeeting], lang: Lang, local: Local) -> str:
    return "\n".join(f"• {_line(event, one, lang, local)}" for one in those)


def _named(value: str) -> tuple[str, int, int]:
    """The event, the unit, the minutes; what is no meeting is one that there is not."""
    event, *numbers = [*value.split(" "), "", ""][:3]
    unit, after = (int(one) if one.isascii() and one.isdigit() and len(one) <= 4 else -1 for one in numbers)
    return event, unit, after


def _view(ctx: Ctx, session: Session, event: Event, refused: str = "") -> View:
    booked, organizer = meetings.of(session, event), members.may(session, ctx.person, "organizer")
    lang, local = ctx.lang, ctx.local
    own = [one for one in booked if one.person == ctx.person]
    blocks = [section(f"*{refused}*")] if refused else []
    blocks += [section(f"{bold(event.name(lang))}\n{words.INTRO[lang]}")]
    blocks += [section(words.MINE[lang])] if own else []
    blocks += [section(_line(event, one, lang, local), _give_up(lang, one)) for one in own]
    blocks += [_unit(ctx, event, unit, booked, organizer=organizer) for unit in range(len(event.units))]
    return modal("notice", words.TITLE[lang], blocks, close=CLOSE[lang])


def _give_up(lang: Lang, one: EventMeeting) -> Block:
    return button(words.GIVE_UP[lang], "event.give_up", f"{one.event} {one.unit} {one.after}")


def _unit(ctx: Ctx, event: Event, unit: int, booked: Sequence[EventMeeting], *, organizer: bool) -> Block:
    """One block, however many have booked; organizers also see who."""
    theirs = [one for one in booked if one.unit == unit]
    gone = {one.after for one in theirs}
    open_for_all = not event.cancelled and event.ends_at > ctx.now
    offered = meetings.times(event, ctx.local.zone) if open_for_all else []
    free = [after for after in offered if after not in gone and meetings.begins(event, after) > ctx.now]
    said = f"{bold(event.units[unit])}\n{words.FREE(ctx.lang, free=len(free))}"
    if organizer and theirs:
        said += f"\n{_who(ctx, event, theirs)}"
    choices = [(f"{event.id} {unit} {after}", _clock(ctx, event, after)) for after in free]
    return section(said, select(f"event.book:{unit}", PICK[ctx.lang], choices) if choices else None)


def _who(ctx: Ctx, event: Event, theirs: Sequence[EventMeeting]) -> str:
    """A line for each day, which is named where there are several."""
    days: dict[str, list[str]] = {}
    for one in theirs:
        at = meetings.begins(event, one.after)
        said = f"{ctx.local.clock(at, ctx.lang)} <@{one.person}>"
        days.setdefault(ctx.local.day(at, ctx.lang), []).append(said)
    named = meetings.several_days(event, ctx.local.zone)
    return "\n".join(f"{day}: {', '.join(said)}" if named else ", ".join(said) for day, said in days.items())


def _line(event: Event, one: EventMeeting, lang: Lang, local: Local) -> str:
    return words.MEETING(lang, when=local.moment(meetings.begins(event, one.after), lang), unit=event.units[one.unit])


def _clock(ctx: Ctx, event: Event, after: int) -> str:
    """With the day, where there are several."""
    told = ctx.local.moment if meetings.several_days(event, ctx.local.zone) else ctx.local.clock
    return told(meetings.begins(event, after), ctx.lang)


def register(listen: Listen) -> None:
    listen.action("event.meetings", show)
    listen.action("event.book", book)
    listen.action("event.give_up", give_up)
