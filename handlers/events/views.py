"""The messages about events: the channel's wall, the list, receipts, what is told to each."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.blocks import Block, Message, actions, button, context, divider, header, section
from bot.core.texts import Lang, escape
from bot.domain.events.rows import CHOICES, WAITING, Event
from bot.domain.events.seats import Answered
from bot.slack.push import opt_out
from handlers.events import afterwards_words, forms, reminding_words, roll_words, words
from handlers.events.times import moment, seen_from, span

JUST_OVER = 3  # events that organizers see afterwards
SHOWN = 8  # events in one list: each takes five blocks of Slack's fifty


def wall(lang: Lang, event: Event, counts: Counter[str], now: datetime, zone: ZoneInfo) -> Message:
    """What stands in the channel."""
    title = words.CALLED_OFF[lang].format(title=event.name(lang)) if event.cancelled else event.name(lang)
    over = event.ends_at <= now
    facts, about, seats = _facts(lang, event, zone), escape(event.about(lang)), _seats(lang, event, counts)
    ended = words.OVER[lang] if over else ""
    ended += f"\n{words.MATERIAL(lang, material=event.material)}" if over and event.material else ""
    lines = [escape(title), facts, about, seats, ended]
    blocks = [header(title), section(facts), *([section(about)] if about else []), context(seats)]
    below = [context(ended)] if over else [] if event.cancelled else [answer_buttons(lang, event)]
    return Message("\n".join(line for line in lines if line), [*blocks, *below])


def overview(
    lang: Lang,
    events: Sequence[Event],
    over: Sequence[Event],
    counts: dict[str, Counter[str]],
    answers: dict[str, str],
    zone: ZoneInfo,
    *,
    organizer: bool,
) -> Message:
    """What comes, with the person's own answers; for organizers also what is just over."""
    shown = events[:SHOWN]
    new = [actions(button(forms.NEW[lang], "event.new", style="primary"))] if organizer else []
    past = [block for event in over[:JUST_OVER] for block in _over(lang, event, zone)]
    past = [divider(), section(words.JUST_OVER[lang]), *past] if past else []
    if not shown:
        none = [words.NOTHING[lang], *([words.JUST_OVER[lang]] if past else [])]
        none += [_listed(lang, event, zone) for event in over[:JUST_OVER]]
        return Message("\n".join(none), [section(words.NOTHING[lang]), *new, *past])
    lines, blocks = [words.COMING[lang]], [section(words.COMING[lang]), *new]
    for event in shown:
        said, status = _listed(lang, event, zone), _status(lang, event, counts[event.id], answers.get(event.id))
        status += [forms.lacks(lang, event)] if organizer and event.lacks() else []
        lines += [said, *status]
        own = _organizer_buttons(lang, event) if organizer else []
        row = answer_buttons(lang, event, answers.get(event.id))
        blocks += [divider(), section(said), context(" · ".join(status)), row, *own]
    if len(events) > len(shown):
        more = words.MORE(lang, shown=len(shown), all=len(events))
        lines, blocks = [*lines, more], [*blocks, context(more)]
    lines += [words.JUST_OVER[lang], *(_listed(lang, event, zone) for event in over[:JUST_OVER])] if past else []
    return Message("\n".join(lines), [*blocks, *past])


def home(lang: Lang, mine: Sequence[tuple[Event, str]], zone: ZoneInfo) -> list[Block]:
    lines = [
        f"• {escape(event.name(lang))}, {span(event, lang, zone)} ({words.STANDING[choice][lang]})"
        for event, choice in mine[:SHOWN]
    ]
    return [section("\n".join([words.MINE[lang], *(lines or [words.NONE_OF_MINE[lang]])]))]


def receipt(lang: Lang, answered: Answered, zone: ZoneInfo) -> Message:
    event, choice = answered.event, answered.choice
    about = {"title": event.name(lang), "when": span(event, lang, zone)}
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


def offer(lang: Lang, event: Event, until: datetime, zone: ZoneInfo) -> Message:
    """To the first in line."""
    said = words.OFFER(lang, title=event.name(lang), until=moment(until, lang, zone))
    said = f"{said}\n{_facts(lang, event, zone)}"
    row = actions(_answer(lang, event, "yes", style="primary"), _answer(lang, event, "no"), _calendar(lang, event))
    return Message(said, [section(said), row])


def offer_over(lang: Lang, event: Event) -> Message:
    said = words.OFFER_OVER(lang, title=event.name(lang))
    return Message(said, [section(said), actions(_answer(lang, event, "yes"))])


def reminder(lang: Lang, event: Event, choice: str, now: datetime, zone: ZoneInfo, *, again: bool) -> Message:
    """To one who comes, or asked to be told; `again`: there is time to be told once more tomorrow."""
    said = words.REMINDER[choice](lang, title=event.name(lang), when=seen_from(event.starts_at, now, lang, zone))
    facts = _facts(lang, event, zone)
    snooze = [button(words.AGAIN[lang], "event.again", event.id)] if again else []
    row = actions(_answer(lang, event, "yes"), _answer(lang, event, "no"), *snooze, _calendar(lang, event))
    return Message(f"{said}\n{facts}", [section(f"{said}\n{facts}"), row, opt_out("reminder", lang)])


def channel_reminder(lang: Lang, event: Event, now: datetime, zone: ZoneInfo) -> Message:
    """One post for those who have not answered."""
    when = seen_from(event.starts_at, now, lang, zone)
    said = f"{words.CHANNEL_REMINDER(lang, title=event.name(lang), when=when)}\n{_facts(lang, event, zone)}"
    return Message(said, [section(said), answer_buttons(lang, event)])


def moved(lang: Lang, event: Event, choice: str, zone: ZoneInfo) -> Message:
    """To one who had answered."""
    said = f"{words.MOVED(lang, title=event.name(lang))}\n{_facts(lang, event, zone)}\n{words.STILL[choice][lang]}"
    return Message(said, [section(said), answer_buttons(lang, event, choice)])


def called_off(lang: Lang, event: Event, zone: ZoneInfo) -> Message:
    when = moment(event.starts_at, lang, zone)
    said = words.WAS_CANCELLED(lang, title=event.name(lang), when=when)
    said = f"{said}\n{words.REMOVE_FROM_CALENDAR[lang]}"
    return Message(said, [section(said), actions(_calendar(lang, event))])


def not_posted(lang: Lang, event: Event) -> Message:
    """To the organizer, when the channel cannot be reached."""
    said = forms.NOT_POSTED(lang, title=event.name(lang))
    return Message(said, [section(said), actions(button(forms.TRY_AGAIN[lang], "event.post", event.id))])


def answer_buttons(lang: Lang, event: Event, chosen: str | None = None) -> Block:
    """The row keeps its name when the message is drawn anew, so that a press on the old one is understood."""
    answers = [_answer(lang, event, choice, style="primary" if choice == chosen else None) for choice in CHOICES]
    return actions(*answers, _calendar(lang, event)) | {"block_id": f"event:{event.id}"}


def _answer(lang: Lang, event: Event, choice: str, style: str | None = None) -> Block:
    label = words.BUTTONS[choice][lang]
    spoken = f"{label}: {event.name(lang)}"[:75]
    return button(label, f"event.answer:{choice}", f"{event.id} {choice}", style=style, spoken=spoken)


def _calendar(lang: Lang, event: Event) -> Block:
    return button(words.CALENDAR[lang], "event.calendar", event.id)


def _organizer_buttons(lang: Lang, event: Event) -> list[Block]:
    edit = button(forms.EDIT[lang], "event.edit", event.id)
    remind = button(reminding_words.TITLE[lang], "event.reminders", event.id)
    call_off = button(forms.CANCEL_IT[lang], "event.call_off", event.id, style="danger")
    return [actions(edit, _roll(lang, event), remind, _more(lang, event), call_off)]


def _over(lang: Lang, event: Event, zone: ZoneInfo) -> list[Block]:
    return [section(_listed(lang, event, zone)), actions(_roll(lang, event), _more(lang, event))]


def _more(lang: Lang, event: Event) -> Block:
    return button(afterwards_words.MORE[lang], "event.more", event.id)


def _roll(lang: Lang, event: Event) -> Block:
    return button(roll_words.TITLE[lang], "event.roll", event.id)


def _facts(lang: Lang, event: Event, zone: ZoneInfo) -> str:
    when = words.WHEN(lang, when=span(event, lang, zone))
    return f"{when}\n{words.WHERE(lang, place=event.place)}"


def _seats(lang: Lang, event: Event, counts: Counter[str]) -> str:
    yes, waiting = counts["yes"], counts[WAITING]
    seats = words.SEATS(lang, yes=yes, seats=event.capacity) if event.capacity else words.SEATS_FREELY(lang, yes=yes)
    full = [words.FULL[lang]] if event.capacity is not None and (waiting or yes >= event.capacity) else []
    full += [words.IN_LINE(lang, waiting=waiting)] if waiting else []
    return " · ".join([seats, *full, words.OTHERS(lang, maybe=counts["maybe"], no=counts["no"])])


def _listed(lang: Lang, event: Event, zone: ZoneInfo) -> str:
    return f"*{escape(event.name(lang))}*\n{_facts(lang, event, zone)}"


def _status(lang: Lang, event: Event, counts: Counter[str], choice: str | None) -> list[str]:
    own = words.YOUR_ANSWER[choice][lang] if choice else words.NOT_ANSWERED[lang]
    return [_seats(lang, event, counts), own]
