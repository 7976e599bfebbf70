"""Drafts as organizers see them: one as it will be, and the list of all."""

from collections.abc import Sequence

from bot.core.blocks import Message, View, actions, button, confirm, context, divider, modal, section
from bot.core.moments import Local
from bot.core.texts import Lang
from bot.domain.events.rows import Event
from bot.slack.words import CANCEL, CLOSE, EDIT, POST, REVIEW
from handlers.events import forms, inviting_words, views
from handlers.events import more_words as words

MOST_DRAFTS = 90  # of a modal's hundred blocks


def preview(lang: Lang, event: Event, wall: Message) -> View:
    """A draft as members will see it, without the buttons that would sign up for it."""
    shown = [block for block in wall.blocks if block["type"] != "actions"]
    remove = button(words.DISCARD[lang], "event.discard", event.id, style="danger")
    remove["confirm"] = confirm(words.DISCARD[lang], words.SURE[lang], words.DISCARD[lang], CANCEL[lang])
    change = {EDIT: "event.edit", words.MORE: "event.more", inviting_words.TITLE: "event.invited"}
    row = actions(*(button(label[lang], action, event.id) for label, action in change.items()), remove)
    intro = context(words.AS_SEEN[lang].format(channel=f"<#{event.channel}>"))
    lacks = [context(forms.lacks(lang, event))] if event.lacks() else []
    blocks = [intro, divider(), *shown, divider(), *lacks, row]
    title = words.PREVIEW[lang]
    return modal("event.publish", title, blocks, submit=POST[lang], close=CLOSE[lang], data=event.id)


def drafts(lang: Lang, waiting: Sequence[Event], local: Local) -> View:
    """The next ones first; as many as Slack takes."""
    rows = [
        section(views.listed(lang, event, local), accessory=button(REVIEW[lang], "event.preview", event.id))
        for event in waiting[:MOST_DRAFTS]
    ]
    title = words.DRAFTS_TITLE[lang]
    return modal("notice", title, rows or [section(words.NO_DRAFTS[lang])], close=CLOSE[lang])
