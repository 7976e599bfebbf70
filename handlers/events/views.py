"""The messages about events: the channel's wall, the list, receipts, what is told to each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.core.blocks import (
    BUTTON,
    Block,
    Message,
    actions,
    button,
    context,
    cut,
    divider,
    header,
    section,
)
from bot.core.moments import Local
from bot.core.texts import Lang, bold, escape
from bot.domain.events.rows import CHOICES, WAITING, Event, EventAnswer
from bot.domain.events.seats import Answered
from bot.domain.events.stands import EXPO
from bot.slack.paging import Page
from bot.slack.push import opt_out
from bot.slack.words import TRY_AGAIN
from handlers.events import forms, managing, meetings_words, more_words, roll_words, stands_words, words

JUST_OVER = 3  # events that organizers see afterwards
SHOWN = 7  # events on one page: each takes four blocks of Slack's fifty


def wall(lang: Lang, event: Event, counts: Counter[str], local: Local, area: str = "") -> Message:
    """What stands in the channel."""
    title = words.CALLED_OFF[lang].format(title=event.name(lang)) if event.cancelled else event.name(lang)
    over = event.ends_at <= local.now
    facts, about = _told(lang, event, local, area), escape(event.about(lang))
    seats, points = (
        " · ".join([_seats(lang, event, counts), *_deadline(lang, event, local)]),
        escape(event.points(lang)),
    )
    ended = words.OVER[lang] if over else ""
    ended += f"\n{words.MATERIAL(lang, material=event.material)}" if over and event.material else ""
    lines = [escape(title), facts, about, points, seats, ended]
    blocks = [header(title), *(section(said) for said in (facts, about, points) if said), context(seats)]
    below = [context(ended)] if over else [] if event.cancelled else [answer_buttons(lang, event)]
    return Message("\n".join(line for line in lines if line), [*blocks, *below])


@dataclass(frozen=True)
class Reader:
    """Who reads the list. `more`: buttons above it. `drafts`: how many there are, for organizers."""

    lang: Lang
    local: Local
    organizer: bool
    more: Sequence[Block] = ()
    drafts: int = 0


def overview(
    reader: Reader,
    events: Page[Event],
    over: Sequence[Event],
    counts: dict[str, Counter[str]],
    answers: dict[str, str],
) -> Message:
    """What comes, with the person's own answers; for organizers also what is just over."""
    lang, local, organizer = reader.lang, reader.local, reader.organizer
    make = [button(forms.NEW[lang], "event.new", style="primary")] if organizer else []
    if reader.drafts:
        make.append(button(more_words.DRAFTS(lang, number=reader.drafts), "event.drafts"))
    new = [actions(*make, *reader.more)] if make or reader.more else []
    past = [block for event in over[:JUST_OVER] for block in _over(lang, event, local)]
    past = [divider(), section(words.JUST_OVER[lang]), *past] if past else []
    told = [words.JUST_OVER[lang], *(listed(lang, event, local) for event in over[:JUST_OVER])] if past else []
    if not events.shown:
        return Message("\n".join([words.NOTHING[lang], *told]), [section(words.NOTHING[lang]), *new, *past])
    lines, blocks = [words.COMING[lang]], [section(words.COMING[lang]), *new]
    for event in events.shown:
        said, status = listed(lang, event, local), _status(lang, event, counts[event.id], answers.get(event.id))
        status += _deadline(lang, event, local)
        status += [forms.lacks(lang, event)] if organizer and event.lacks() else []
        lines += [said, *status]
        row = answer_buttons(lang, event, answers.get(event.id))
        row["elements"] += [_roll(lang, event)] if organizer else []
        own = managing.menu(lang, event) if organizer else None
        blocks += [divider(), section(said, own), context(" · ".join(one.rstrip(".") for one in status)), row]
    text = "\n".join([*lines, events.place(lang), *told]).strip()
    return Message(text, [*blocks, *events.blocks(lang, "event.list"), *past])


def home(lang: Lang, mine: Sequence[tuple[Event, str]], local: Local, more: Sequence[Block] = ()) -> list[Block]:
    lines = [
        f"• {escape(event.name(lang))}, {_span(lang, event, local)} ({words.STANDING[choice][lang]})"
        for event, choice in mine[:SHOWN]
    ]
    said = section("\n".join([words.MINE[lang], *(lines or [words.NONE_OF_MINE[lang]])]))
    return [said, *([actions(*more)] if more else [])]


def receipt(lang: Lang, answered: Answered, local: Local) -> Message:
    event, choice = answered.event, answered.choice
    about = {"title": event.name(lang), "when": _span(lang, event, local)}
    said = words.RECEIPT[choice](lang, number=answered.number, **about)
    if choice == "yes" and answered.confirmed:
        said = words.CONFIRMED(lang, **about)
    elif choice != WAITING and not answered.changed:
        said = f"{words.AS_BEFORE[lang]} {words.YOUR_ANSWER[choice][lang]}."
    leave = [_answer(lang, event, "no")] if choice == WAITING else []
    guest = [button(words.BRING[1][lang], "event.guest", f"{event.id} 1")] if choice == "yes" and event.plus_one else []
    return Message(said, [section(said), actions(*leave, *guest, _calendar(lang, event))])


def with_guest(lang: Lang, answered: Answered, guests: int) -> Message:
    said, other = words.WITH_GUEST[guests](lang, title=answered.event.name(lang)), 1 - guests
    undo = button(words.BRING[other][lang], "event.guest", f"{answered.event.id} {other}")
    return Message(said, [section(said), actions(undo)])


def offer(lang: Lang, event: Event, until: datetime, local: Local) -> Message:
    """To the first in line."""
    said = words.OFFER(lang, title=event.name(lang), until=local.moment(until, lang))
    said = f"{said}\n{_facts(lang, event, local)}"
    row = actions(_answer(lang, event, "yes", style="primary"), _answer(lang, event, "no"), _calendar(lang, event))
    return Message(said, [section(said), row])


def offer_over(lang: Lang, event: Event) -> Message:
    said = words.OFFER_OVER(lang, title=event.name(lang))
    return Message(said, [section(said), actions(_answer(lang, event, "yes"))])


def reminder(
    lang: Lang, event: Event, answer: EventAnswer, local: Local, *, again: bool, meetings: str = ""
) -> Message:
    """To one who comes, or asked to be told; `again`: there is time to be told once more tomorrow."""
    about = {"title": event.name(lang), "away": local.away(event.starts_at, lang)}
    said = words.REMINDER[answer.choice](lang, **about)
    if answer.offered_until:
        said = words.HELD(lang, **about, until=local.moment(answer.offered_until, lang))
    facts = "\n".join(filter(None, [_facts(lang, event, local), meetings]))
    snooze = [button(words.AGAIN[lang], "event.again", event.id)] if again else []
    row = actions(_answer(lang, event, "yes"), _answer(lang, event, "no"), *snooze, _calendar(lang, event))
    return Message(f"{said}\n{facts}", [section(f"{said}\n{facts}"), row, opt_out("reminder", lang)])


def channel_reminder(lang: Lang, event: Event, local: Local) -> Message:
    """One post for those who have not answered."""
    away = local.away(event.starts_at, lang)
    said = f"{words.CHANNEL_REMINDER(lang, title=event.name(lang), away=away)}\n{_facts(lang, event, local)}"
    return Message(said, [section(said), answer_buttons(lang, event)])


def moved(lang: Lang, event: Event, choice: str, local: Local) -> Message:
    """To one who had answered. «Flyttet» is said of a new beginning alone, not of another place or end."""
    told = words.MOVED if event.moved_from != event.starts_at else words.CHANGED
    said = f"{told(lang, title=event.name(lang))}\n{_facts(lang, event, local)}\n{words.STILL[choice][lang]}"
    return Message(said, [section(said), answer_buttons(lang, event, choice)])


def called_off(lang: Lang, event: Event, local: Local) -> Message:
    when = local.moment(event.starts_at, lang)
    said = words.WAS_CANCELLED(lang, title=event.name(lang), when=when)
    said = f"{said}\n{words.REMOVE_FROM_CALENDAR[lang]}"
    return Message(said, [section(said), actions(_calendar(lang, event))])


def not_posted(lang: Lang, event: Event) -> Message:
    """To the organizer, when the channel cannot be reached."""
    said = forms.NOT_POSTED(lang, title=event.name(lang))
    return Message(said, [section(said), actions(button(TRY_AGAIN[lang], "event.post", event.id))])


def answer_buttons(lang: Lang, event: Event, chosen: str | None = None) -> Block:
    """The row keeps its name when the message is drawn anew, so that a press on the old one is understood."""
    answers = [_answer(lang, event, choice, style="primary" if choice == chosen else None) for choice in CHOICES]
    meet = [button(meetings_words.MEETINGS[lang], "event.meetings", event.id)] if event.units else []
    meet += [button(stands_words.STAND[lang], "event.stands", event.id)] if event.kind == EXPO else []
    return actions(*answers, _calendar(lang, event), *meet) | {"block_id": f"event:{event.id}"}


def _answer(lang: Lang, event: Event, choice: str, style: str | None = None) -> Block:
    label = words.BUTTONS[choice][lang]
    spoken = cut(f"{label}: {event.name(lang)}", BUTTON)
    return button(label, f"event.answer:{choice}", f"{event.id} {choice}", style=style, spoken=spoken)


def _calendar(lang: Lang, event: Event) -> Block:
    return button(words.CALENDAR[lang], "event.calendar", event.id)


def _over(lang: Lang, event: Event, local: Local) -> list[Block]:
    return [section(listed(lang, event, local)), actions(_roll(lang, event), _more(lang, event))]


def _more(lang: Lang, event: Event) -> Block:
    return button(more_words.MORE[lang], "event.more", event.id)


def _roll(lang: Lang, event: Event) -> Block:
    return button(roll_words.TITLE[lang], "event.roll", event.id)


def _facts(lang: Lang, event: Event, local: Local) -> str:
    when = words.WHEN(lang, when=_span(lang, event, local))
    return f"{when}\n{words.WHERE(lang, place=event.place)}"


def _span(lang: Lang, event: Event, local: Local) -> str:
    return local.span(event.starts_at, event.ends_at, lang)


def _told(lang: Lang, event: Event, local: Local, area: str) -> str:
    """When and where, and what else was told; each its line."""
    said = {"host": event.host, "contact": event.contact, "invited": event.invited}
    labelled = [(more_words.LABELS[name][lang], value) for name, value in said.items()]
    labelled.insert(1, (more_words.AREA[lang], area))
    more = [more_words.TOLD(lang, label=label, said=value) for label, value in labelled if value]
    return "\n".join([_facts(lang, event, local), *more])


def _deadline(lang: Lang, event: Event, local: Local) -> list[str]:
    if event.deadline is None or event.cancelled:
        return []
    if event.is_closed(local.now):
        return [more_words.SIGN_UP_CLOSED[lang]]
    return [more_words.SIGN_UP_BY(lang, when=local.moment(event.deadline, lang))]


def _seats(lang: Lang, event: Event, counts: Counter[str]) -> str:
    yes, waiting = counts["yes"], counts[WAITING]
    seats = words.SEATS(lang, yes=yes, seats=event.capacity) if event.capacity else words.SEATS_FREELY(lang, yes=yes)
    full = [words.FULL[lang]] if event.capacity is not None and (waiting or yes >= event.capacity) else []
    full += [words.IN_LINE(lang, waiting=waiting)] if waiting else []
    return " · ".join([seats, *full, words.OTHERS(lang, maybe=counts["maybe"], no=counts["no"])])


def listed(lang: Lang, event: Event, local: Local) -> str:
    return f"{bold(event.name(lang))}\n{_facts(lang, event, local)}"


def _status(lang: Lang, event: Event, counts: Counter[str], choice: str | None) -> list[str]:
    own = words.YOUR_ANSWER[choice][lang] if choice else words.NOT_ANSWERED[lang]
    return [_seats(lang, event, counts), own]
