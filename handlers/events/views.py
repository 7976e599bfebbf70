"""The messages about events: the channel's wall, the list, receipts, what is told to each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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
from bot.domain.events.rows import CHOICES, OFFERED, WAITING, Event
from bot.domain.events.stands import EXPO
from bot.slack.paging import Page
from handlers.events import (
    forms,
    inviting_words,
    managing,
    meetings_words,
    more_words,
    roll_words,
    series_words,
    stands_words,
    words,
)

JUST_OVER = 3  # events that organizers see afterwards
SHOWN = 7  # events on one page: each takes four blocks of Slack's fifty


def wall(lang: Lang, event: Event, counts: Counter[str], local: Local, area: str = "", again: str = "") -> Message:
    """What stands in the channel. `again`: how often it comes."""
    title = words.CALLED_OFF[lang].format(title=event.name(lang)) if event.cancelled else event.name(lang)
    over = event.ends_at <= local.now
    told, about = _told(lang, event, local, area, again), escape(event.about(lang))
    seats, points = (
        " · ".join([_seats(lang, event, counts), *limits(lang, event, local)]),
        escape(event.points(lang)),
    )
    ended = words.OVER[lang] if over else ""
    ended += f"\n{words.MATERIAL(lang, material=event.material)}" if over and event.material else ""
    lines = [escape(title), told, about, points, seats, ended]
    blocks = [header(title), *(section(said) for said in (told, about, points) if said), context(seats)]
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
        status += limits(lang, event, local)
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
        f"• {escape(event.name(lang))}, {span(lang, event, local)} ({words.STANDING[choice][lang]})"
        for event, choice in mine[:SHOWN]
    ]
    said = section("\n".join([words.MINE[lang], *(lines or [words.NONE_OF_MINE[lang]])]))
    return [said, *([actions(*more)] if more else [])]


def answer_buttons(lang: Lang, event: Event, chosen: str | None = None) -> Block:
    """The row keeps its name when the message is drawn anew, so that a press on the old one is understood."""
    answers = [answer_button(lang, event, choice, style="primary" if choice == chosen else None) for choice in CHOICES]
    meet = [button(meetings_words.MEETINGS[lang], "event.meetings", event.id)] if event.units else []
    meet += [button(stands_words.STAND[lang], "event.stands", event.id)] if event.kind == EXPO else []
    return actions(*answers, calendar_button(lang, event), *meet) | {"block_id": f"event:{event.id}"}


def answer_button(lang: Lang, event: Event, choice: str, style: str | None = None) -> Block:
    label = words.BUTTONS[choice][lang]
    spoken = cut(f"{label}: {event.name(lang)}", BUTTON)
    return button(label, f"event.answer:{choice}", f"{event.id} {choice}", style=style, spoken=spoken)


def calendar_button(lang: Lang, event: Event) -> Block:
    return button(words.CALENDAR[lang], "event.calendar", event.id)


def _over(lang: Lang, event: Event, local: Local) -> list[Block]:
    return [section(listed(lang, event, local)), actions(_roll(lang, event), _more(lang, event))]


def _more(lang: Lang, event: Event) -> Block:
    return button(more_words.MORE[lang], "event.more", event.id)


def _roll(lang: Lang, event: Event) -> Block:
    return button(roll_words.TITLE[lang], "event.roll", event.id)


def facts(lang: Lang, event: Event, local: Local) -> str:
    when = words.WHEN(lang, when=span(lang, event, local))
    return f"{when}\n{words.WHERE(lang, place=event.place)}"


def span(lang: Lang, event: Event, local: Local) -> str:
    return local.span(event.starts_at, event.ends_at, lang)


def _told(lang: Lang, event: Event, local: Local, area: str, again: str) -> str:
    """When and where, and what else was told; each its line."""
    said = {"host": event.host, "contact": event.contact, "invited": event.invited}
    labelled = [(more_words.LABELS[name][lang], value) for name, value in said.items()]
    labelled.insert(1, (more_words.AREA[lang], area))
    labelled.insert(0, (series_words.AGAIN[lang], again))
    more = [more_words.TOLD(lang, label=label, said=value) for label, value in labelled if value]
    return "\n".join([facts(lang, event, local), *more])


def limits(lang: Lang, event: Event, local: Local) -> list[str]:
    """Who can sign up, and until when."""
    if event.cancelled:
        return []
    said = [inviting_words.BY_INVITATION[lang]] if event.by_invitation else []
    if event.deadline is None:
        return said
    if event.is_closed(local.now):
        return [*said, more_words.SIGN_UP_CLOSED[lang]]
    return [*said, more_words.SIGN_UP_BY(lang, when=local.moment(event.deadline, lang))]


def _seats(lang: Lang, event: Event, counts: Counter[str]) -> str:
    yes, offered = counts["yes"], counts[OFFERED]
    waiting = counts[WAITING] - offered
    seats = words.SEATS(lang, yes=yes, seats=event.capacity) if event.capacity else words.SEATS_FREELY(lang, yes=yes)
    full = [words.FULL[lang]] if event.capacity is not None and yes >= event.capacity else []
    full += [words.SEATS_OFFERED(lang, offered)] if offered else []
    full += [words.IN_LINE(lang, waiting=waiting)] if waiting else []
    return " · ".join([seats, *full, words.OTHERS(lang, maybe=counts["maybe"], no=counts["no"])])


def listed(lang: Lang, event: Event, local: Local) -> str:
    return f"{bold(event.name(lang))}\n{facts(lang, event, local)}"


def _status(lang: Lang, event: Event, counts: Counter[str], choice: str | None) -> list[str]:
    own = words.YOUR_ANSWER[choice][lang] if choice else words.NOT_ANSWERED[lang]
    return [_seats(lang, event, counts), own]
