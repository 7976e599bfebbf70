"""What an organizer can do with an event in the list: one menu, so that the list stays short."""

from dataclasses import replace

from bot.core.blocks import Block, options
from bot.core.errors import UserError
from bot.core.texts import Lang
from bot.domain.events.rows import GONE, Event
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import EDIT
from handlers.events import forms, inviting_words, more_words, reminding_words

CHOICES = {
    "event.edit": EDIT,
    "event.reminders": reminding_words.TITLE,
    "event.more": more_words.MORE,
    "event.invited": inviting_words.TITLE,
    "event.call_off": forms.CANCEL_IT,
}


def menu(lang: Lang, event: Event) -> Block:
    """Each choice is the name of an action, and does what a button of that name would."""
    offered = options([(f"{action} {event.id}", label[lang]) for action, label in CHOICES.items()])
    return {"type": "overflow", "action_id": "event.manage", "options": offered}


def register(listen: Listen) -> None:
    def manage(ctx: Ctx) -> Reply | None:
        action, _, event = ctx.value.partition(" ")
        handler = listen.find("action", action) if action in CHOICES else None
        if handler is None:
            raise UserError(GONE)
        return handler(replace(ctx, value=event))

    listen.action("event.manage", manage)
