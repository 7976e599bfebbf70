"""What is said to each about an event: receipts, offers, reminders, invitations, word of a change."""

from datetime import datetime

from bot.core.blocks import Block, Message, actions, button, section
from bot.core.moments import Local
from bot.core.texts import Lang, escape
from bot.domain.events.invitations import KIND
from bot.domain.events.invited import ASKED, INVITED
from bot.domain.events.rows import WAITING, Event, EventAnswer
from bot.domain.events.seats import Answered
from bot.slack.push import opt_out
from bot.slack.words import TRY_AGAIN
from handlers.events import change_words, forms, inviting_words, series_words, views, words


def receipt(lang: Lang, answered: Answered, local: Local) -> Message:
    event, choice = answered.event, answered.choice
    about = {"title": event.name(lang), "when": views.span(lang, event, local)}
    said = words.RECEIPT[choice](lang, number=answered.number, **about)
    if choice == "yes" and answered.confirmed:
        said = words.CONFIRMED(lang, **about)
    elif choice == "maybe" and answered.closed:
        said = words.MAYBE_CLOSED(lang, **about)
    elif choice != WAITING and not answered.changed:
        said = f"{words.AS_BEFORE[lang]} {words.YOUR_ANSWER[choice][lang]}."
    leave = [views.answer_button(lang, event, "no")] if choice == WAITING else []
    guest = [button(words.BRING[1][lang], "event.guest", f"{event.id} 1")] if choice == "yes" and event.plus_one else []
    whole = [button(series_words.WHOLE_FILE[lang], "event.series", event.id)] if event.series else []
    return Message(said, [section(said), actions(*leave, *guest, views.calendar_button(lang, event), *whole)])


def with_guest(lang: Lang, answered: Answered, guests: int) -> Message:
    said, other = words.WITH_GUEST[guests](lang, title=answered.event.name(lang)), 1 - guests
    undo = button(words.BRING[other][lang], "event.guest", f"{answered.event.id} {other}")
    return Message(said, [section(said), actions(undo)])


def offer(lang: Lang, event: Event, until: datetime, local: Local) -> Message:
    """To the first in line."""
    said = words.OFFER(lang, title=event.name(lang), until=local.moment(until, lang))
    said = f"{said}\n{views.facts(lang, event, local)}"
    row = actions(
        views.answer_button(lang, event, "yes", style="primary"),
        views.answer_button(lang, event, "no"),
        views.calendar_button(lang, event),
    )
    return Message(said, [section(said), row])


def offer_over(lang: Lang, event: Event, *, closed: bool) -> Message:
    """`closed`: they cannot stand in line any more."""
    if closed:
        said = words.OFFER_OVER_CLOSED(lang, title=event.name(lang))
        return Message(said, [section(said)])
    said = words.OFFER_OVER(lang, title=event.name(lang))
    return Message(said, [section(said), actions(views.answer_button(lang, event, "yes"))])


def reminder(lang: Lang, event: Event, answer: EventAnswer, local: Local, *, again: bool, own: str = "") -> Message:
    """To one who comes, or asked to be told; `again`: there is time to be told once more tomorrow. `own`: their
    meetings and stand.
    """
    about = {"title": event.name(lang), "away": local.away(event.starts_at, lang)}
    said = words.REMINDER[answer.choice](lang, **about)
    if answer.offered_until:
        said = words.HELD(lang, **about, until=local.moment(answer.offered_until, lang))
    told = "\n".join(filter(None, [views.facts(lang, event, local), own]))
    snooze = [button(words.AGAIN[lang], "event.again", event.id)] if again else []
    row = actions(
        views.answer_button(lang, event, "yes"),
        views.answer_button(lang, event, "no"),
        *snooze,
        views.calendar_button(lang, event),
    )
    return Message(f"{said}\n{told}", [section(f"{said}\n{told}"), row, opt_out("reminder", lang)])


def channel_reminder(lang: Lang, event: Event, local: Local) -> Message:
    """One post for those who have not answered."""
    away = local.away(event.starts_at, lang)
    said = f"{words.CHANNEL_REMINDER(lang, title=event.name(lang), away=away)}\n{views.facts(lang, event, local)}"
    said = "\n".join([said, *views.limits(lang, event, local)])
    return Message(said, [section(said), views.answer_buttons(lang, event)])


def invitation(lang: Lang, event: Event, local: Local, no_more: Block) -> Message:
    said = f"{inviting_words.INVITATION(lang, title=event.name(lang))}\n{views.facts(lang, event, local)}"
    said = "\n".join([said, *views.limits(lang, event, local)[-1:]]) if event.deadline else said
    about = escape(event.about(lang))
    whole = "\n".join(filter(None, [said, about]))
    blocks = [section(one) for one in (said, about) if one]
    return Message(whole, [*blocks, views.answer_buttons(lang, event), no_more])


def moved(
    lang: Lang,
    event: Event,
    choice: str,
    local: Local,
    offered_until: datetime | None = None,
    *,
    meetings: str = "",
) -> Message:
    """To one who had answered."""
    still = change_words.STILL[choice][lang]
    if offered_until:
        still = change_words.STILL_HELD(lang, until=local.moment(offered_until, lang))
    said = "\n".join(filter(None, [_now(lang, event, local), meetings, still]))
    return Message(said, [section(said), views.answer_buttons(lang, event, choice)])


def _now(lang: Lang, event: Event, local: Local) -> str:
    """«Flyttet» is said of a new beginning alone, not of another place or end."""
    told = change_words.MOVED if event.moved_from != event.starts_at else change_words.CHANGED
    return f"{told(lang, title=event.name(lang))}\n{views.facts(lang, event, local)}"


def called_off(lang: Lang, event: Event, standing: str, local: Local) -> Message:
    """`standing`: what the person had answered, or how they stood without an answer."""
    when = local.moment(event.starts_at, lang)
    said = change_words.WAS_CANCELLED(lang, title=event.name(lang), when=when)
    said += f" {change_words.STOOD[standing][lang]}" if standing in change_words.STOOD else ""
    said = f"{said}\n{change_words.REMOVE_FROM_CALENDAR[lang]}"
    return Message(said, [section(said), actions(views.calendar_button(lang, event))])


def news(lang: Lang, event: Event, standing: str, local: Local) -> Message:
    """It moved, or is off: to one who has not answered. Who did not ask for it can have no more of the kind."""
    no_more = [opt_out(KIND, lang)] if standing == INVITED else []
    if event.cancelled:
        off = called_off(lang, event, standing, local)
        return Message(off.text, [*off.blocks, *no_more])
    limits = views.limits(lang, event, local)[-1:] if event.deadline else []
    said = "\n".join([_now(lang, event, local), *limits, change_words.STILL[standing][lang]])
    row = [] if standing == ASKED else [views.answer_buttons(lang, event)]
    return Message(said, [section(said), *row, *no_more])


def not_posted(lang: Lang, event: Event) -> Message:
    """To the organizer, when the channel cannot be reached."""
    said = forms.NOT_POSTED(lang, title=event.name(lang))
    return Message(said, [section(said), actions(button(TRY_AGAIN[lang], "event.post", event.id))])
