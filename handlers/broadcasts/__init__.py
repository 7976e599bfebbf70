"""Announcements: an organizer writes, sees who gets it, approves; one row a receiver, and one message of progress."""

from datetime import datetime
from functools import partial
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import members
from bot.domain.broadcasts import person, tables
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.unsigned import without
from handlers.broadcasts import audience, drafting, steering, views, words
from scheduler import outbox


def overview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        return Reply(private=views.overview(ctx.lang, tables.recent(session)))


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
    steering.register(listen)


FEATURE = Feature(
    "announcements",
    register,
    menu_for={"organizer": (words.LINE,)},
    due=steering.DUE,
    nightly=person.forget_receivers,
    forget=forget,
    export=person.export,
)
