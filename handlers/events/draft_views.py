"""Drafts as organizers see them: one as it will be, and the list of all."""

from collections.abc import Sequence

from bot.core.blocks import Block, Message, View, actions, button, confirm, context, divider, modal, section
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, Lang
from bot.domain.events.kinds import KINDS
from bot.domain.events.rows import Event
from bot.slack.words import CANCEL, CLOSE, EDIT, POST, REVIEW, THEIR_OWN_NAMES
from handlers.events import forms, inviting_words, views
from handlers.events import more_words as words

MOST_DRAFTS = 90  # of a modal's hundred blocks


def preview(lang: Lang, event: Event, wall: Message, drawn_in: Lang, *, on_wall: bool, usual: bool) -> View:
    """A draft as members will see it, without the buttons that would sign up for it.

    `on_wall`: it is drawn in the language of the channel. `usual`: all is as usual for its kind.
    """
    shown = [block for block in wall.blocks if block["type"] != "actions"]
    remove = button(words.DISCARD[lang], "event.discard", event.id, style="danger")
    remove["confirm"] = confirm(words.DISCARD[lang], words.SURE[lang], words.DISCARD[lang], CANCEL[lang])
    change = {EDIT: "event.edit", words.MORE: "event.more", inviting_words.TITLE: "event.invited"}
    row = actions(*(button(label[lang], action, event.id) for label, action in change.items()), remove)
    seen = words.AS_SEEN if on_wall else words.AS_READ
    name = LANGUAGE_NAMES[drawn_in][lang]
    intro = context(seen[lang].format(channel=f"<#{event.channel}>", language=name))
    lacks = [context(forms.lacks(lang, event))] if event.lacks() else []
    blocks = [intro, _languages(event, drawn_in), divider(), *shown, divider(), *lacks, row]
    blocks += [] if usual else [_usual(lang, event)]
    title, data = words.PREVIEW[lang], f"{event.id} {event.version}"
    return modal("event.publish", title, blocks, submit=POST[lang], close=CLOSE[lang], data=data)


def _languages(event: Event, drawn_in: Lang) -> Block:
    """A press shows it in another language."""
    pressed = [
        button(name, f"event.preview:{each}", f"{event.id} {each}", style="primary" if each == drawn_in else None)
        for each, name in THEIR_OWN_NAMES
    ]
    return actions(*pressed)


def _usual(lang: Lang, event: Event) -> Block:
    kind = KINDS[event.kind].name[lang].lower()
    return section(words.NOT_USUAL(lang, kind=kind), button(words.MAKE_USUAL[lang], "event.usual", event.id))


def drafts(lang: Lang, waiting: Sequence[Event], local: Local) -> View:
    """The next ones first; as many as Slack takes."""
    rows = [
        section(views.listed(lang, event, local), accessory=button(REVIEW[lang], "event.preview", event.id))
        for event in waiting[:MOST_DRAFTS]
    ]
    title = words.DRAFTS_TITLE[lang]
    return modal("notice", title, rows or [section(words.NO_DRAFTS[lang])], close=CLOSE[lang])
