"""Announcements: an organizer writes, sees who gets it, approves; one row a receiver, and one message of progress."""

from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.broadcasts import person, tables
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.unsigned import without
from handlers.broadcasts import approving, audience, drafting, log, replies, steering, views, words
from scheduler import outbox


def overview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        staff = members.may(session, ctx.person, "staff")
        if not members.may(session, ctx.person, "organizer"):
            if not staff:
                raise UserError(members.NOT_ALLOWED)
            return Reply(private=Message(log.TITLE[ctx.lang], [actions(log.log_button(ctx.lang))]))
        more = approving.switch_button(session, ctx.person, ctx.lang)
        more += [log.log_button(ctx.lang)] if staff else []
        return Reply(private=views.overview(ctx.lang, tables.recent(session), more))


def forget(session: Session, who: str, now: datetime) -> int:
    """Also from what has not left yet the name goes."""
    for broadcast in session.scalars(sa.select(Broadcast).where(Broadcast.by == who, Broadcast.state != "draft")):
        outbox.reword(session, f"broadcast:{broadcast.id}:", partial(_unsigned, who))
    return person.forget(session, who, now)


def _unsigned(who: str, payload: dict[str, Any]) -> dict[str, Any]:
    """What only removes a message has no words."""
    return without(who, payload) if payload.get("blocks") else payload


def register(listen: Listen) -> None:
    listen.command(words.WORD, overview)
    drafting.register(listen)
    audience.register(listen)
    approving.register(listen)
    steering.register(listen)
    replies.register(listen)
    log.register(listen)


FEATURE = Feature(
    "announcements",
    register,
    menu_for={"organizer": (words.LINE,)},
    due=steering.DUE,
    nightly=person.forget_receivers,
    forget=forget,
    export=person.export,
)
